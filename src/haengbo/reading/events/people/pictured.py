"""The people in a picture of talks that the text tells of by states → those who sat there.

Comes in: the ``Document`` and the drafts told. Goes out: the talks told once more, with the people.
Invariant: the caption brings people of several of these states together on a day of the talks, and
nobody of another state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.scene.periods import within
from haengbo.reading.events.world import World

_TALKS = {"meeting", "multilateral"}
_SEVERAL = 2


def pictured(
    document: Document, words: Lexicon, told: Sequence[Draft], world: World
) -> Iterator[Draft]:
    """Talks of states with the people whom a caption shows at them.

    Example:
        ``북한과 미국은 5일 회담했다.`` Under a picture: ``5일 두 대표가 손을 맞잡고 있다.``
    """
    captions = (s for s in document.sentences if s.kind is BlockKind.CAPTION)
    for _, group in groupby(captions, key=lambda s: id(s.block)):
        shown = tuple(group)
        text = "".join(s.span.of(document.text) for s in shown)
        cue = any(cue in text for cue in words.words["pictured-together"])
        if not cue or _is_told(shown, told):
            continue
        people = _people_in(document, shown)
        talks = _talks_of(document, shown, people, told, world)
        if talks is not None:
            there = (name for name in people if name not in talks.roles)
            first = shown[0]
            yield replace(
                talks,
                roles=talks.roles | dict.fromkeys(there, ParticipantRole.PARTY),
                span=first.span,
                sentence=first.index,
                told=False,
                main=False,
                caption=True,
            )


def _is_told(shown: tuple[Sentence, ...], told: Sequence[Draft]) -> bool:
    """Whether the caption itself tells of a meeting (5일 악수하는 두 장관)."""
    lines = {sentence.index for sentence in shown}
    return any(d.sentence in lines and d.frame.mode in _TALKS for d in told)


def _people_in(document: Document, shown: tuple[Sentence, ...]) -> tuple[str, ...]:
    named = (m for s in shown for m in document.mentions_in(s.span))
    return tuple(dict.fromkeys(m.name for m in named if m.kind is ActorKind.PERSON))


def _talks_of(
    document: Document,
    shown: tuple[Sentence, ...],
    people: tuple[str, ...],
    told: Sequence[Draft],
    world: World,
) -> Draft | None:
    """The talks of just these people's states that were held on the day of the picture."""
    days = {t.value for s in shown for t in document.times_in(s.span)}
    states = {world.state_of(name) for name in people}
    if len(days) != 1 or len(states) < _SEVERAL:
        return None
    day = days.pop()
    held = (
        d
        for d in told
        if d.frame.mode in _TALKS and d.told and d.status is Status.OCCURRED
        if within(day, d.date) and all(map(world.is_state, d.roles)) and states <= set(d.roles)
    )
    return next(held, None)
