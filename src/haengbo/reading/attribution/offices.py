"""Scenes with what media vouch for → what an office vouches for beside its own sentence.

Comes in: scenes in order, with the chain that carries on in each. Goes out: the same, with the
office that told of a meeting where nobody else vouches: in its paragraph the people it told of
go on (``외교부에 따르면 두 장관은 …. 장관은 “…”고 강조했다``), and the sentence before is about
the same meeting. Precision first: an office is no newspaper, its account ends soon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from haengbo.model.article import BlockKind
from haengbo.model.reading import Chain, Link
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.witnesses import Carried

#: What an office does when it tells of others.
_TELLS = {"say", "announce", "report"}


@dataclass(frozen=True, slots=True)
class _Account:
    chain: Chain
    people: frozenset[str]
    scene: Scene
    talks: frozenset[str]


def with_offices(
    scenes: Sequence[Scene],
    carried: Sequence[Carried],
    bodies: frozenset[str],
    talks: frozenset[str],
) -> tuple[Carried, ...]:
    """What carries on, and beside it what is known from an office.

    Args:
        scenes: In order.
        carried: Of each, what a medium vouches for.
        bodies: Names of the page's organisations.
        talks: Occasions at which those who take part speak to each other.
    """
    found = list(carried)
    for index, scene in enumerate(scenes):
        account = _account(scene, bodies, talks)
        if account is None or found[index].chain:
            continue
        for other in _reach(scenes, index, account):
            if not found[other].chain:
                days = frozenset(scene.days | scenes[other].days)
                found[other] = Carried(account.chain, days, scene.block)
    return tuple(found)


def _account(scene: Scene, bodies: frozenset[str], talks: frozenset[str]) -> _Account | None:
    """The office that tells of people in a sentence."""
    if scene.parsed.sentence.kind is not BlockKind.BODY:
        return None
    link = next((x for u in scene.utterances if (x := _teller(u, bodies)) is not None), None)
    if link is None and len(scene.told) == 1 and scene.told[0].name in bodies:
        link = scene.told[0]
    if link is None:
        return None
    chain = (Link(link.name, link.span, "carried:office"),)
    return _Account(chain, scene.people - {link.name}, scene, talks)


def _teller(utterance: Utterance, bodies: frozenset[str]) -> Link | None:
    voice, verb = utterance.voice, utterance.layer.verb
    office = voice.nature is Nature.NAMED and voice.names[0] in bodies and len(voice.names) == 1
    tells = verb is not None and verb.row is not None and verb.row.kind in _TELLS
    quoted = utterance.layer.mark.quote is not None
    if not office or not tells or quoted or utterance.links:
        return None
    return Link(voice.names[0], voice.span, "office")


def _reach(scenes: Sequence[Scene], index: int, account: _Account) -> list[int]:
    """Sentences of its paragraph that belong to the account: one before, and what goes on."""
    reach = [index - 1] if index and _leads_up(scenes[index - 1], account) else []
    for later in range(index + 1, len(scenes)):
        if not _goes_on(scenes[later], account):
            break
        reach.append(later)
    return reach


def _same_talks(scene: Scene, talks: frozenset[str]) -> bool:
    """이 자리에서 국장은 “…”고 말했다; 부통령도 “…”고 화답했다."""
    return scene.answers or bool(scene.occasions & talks)


def _replies(scene: Scene, near: int) -> bool:
    """외교부에 따르면 위원장은 “…”고 제안했다. [상임위원장은 “…”고 화답했다]."""
    return scene.answers and not near


def _leads_up(scene: Scene, account: _Account) -> bool:
    """17일 두 장관은 만났다. 외무부는 두 장관이 …를 논의했다고 밝혔다."""
    known = account.scene.both and len(scene.people) > 1
    apart = scene.block != account.scene.block or account.scene.dated
    return known and not apart and not (scene.told or scene.utterances or scene.comments)


def _goes_on(scene: Scene, account: _Account) -> bool:
    """장관은 “…”고 강조했다, right below: whom the office told of, on no occasion of his own."""
    own = scene.apart or scene.own or scene.heard or scene.comments or bool(scene.told)
    # A paragraph further only what was said at the same talks, or in reply
    near = scene.block - account.scene.block
    if own or near > 1 or scene.dated or (near and not _same_talks(scene, account.talks)):
        return False
    speaking = bool(scene.speakers) and (scene.speakers <= account.people or _replies(scene, near))
    acting = not scene.speakers and (scene.both or (scene.there and not scene.utterances))
    return speaking or acting
