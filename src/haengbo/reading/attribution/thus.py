"""Scenes → through whom the sentence before one that says “thus” reached the page.

Comes in: scenes in order. Goes out: for what stands before ``정보원은 이같이 보고했다고 의원이
전했다`` the member of the house who handed it on. Invariant: only what the one who “said thus”
says there; a medium that tells so is a witness and read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from haengbo.model.reading import Chain, Link
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import THUS, Scene
from haengbo.reading.attribution.speech import Utterance


def thus_links(text: str, scenes: Sequence[Scene]) -> dict[int, tuple[frozenset[str], Chain]]:
    """Index of a sentence → who is told to have said thus, and the links through which.

    Example:
        ``정보원은 배가 떠났다고 밝혔다. 이같이 보고했다고 의원이 전했다`` gives the member.
    """
    found: dict[int, tuple[frozenset[str], Chain]] = {}
    for index, scene in enumerate(scenes):
        for speakers, chain in _handed_on(text, scene) if scene.thus else ():
            above = _going(scenes[:index][::-1], scene, speakers)
            below = _going(scenes[index + 1 :], scene, speakers)
            for other in (*above, *below):
                found[other.parsed.sentence.index] = (speakers, chain)
    for before, scene in pairwise(scenes):
        handed = _with_the_one_before(before, scene)
        if handed is not None:
            found.setdefault(before.parsed.sentence.index, handed)
    return found


def _with_the_one_before(before: Scene, scene: Scene) -> tuple[frozenset[str], Chain] | None:
    """“…”고 말했다. 그는 또 “…”고 했다고 [비서관이 전했다]: the secretary told of both."""
    if scene.block - before.block > 1 or before.told or before.apart:
        return None
    for utterance in scene.utterances:
        subject, speakers = utterance.layer.subject, frozenset(utterance.voice.names)
        goes_on = scene.parsed.goes_on or (subject is not None and subject.pronoun)
        if goes_on and utterance.links and utterance.spoken and before.speakers == speakers:
            return speakers, utterance.links
    return None


def _going(scenes: Sequence[Scene], last: Scene, speakers: frozenset[str]) -> Iterator[Scene]:
    """Sentences in which they speak and nobody else does, a paragraph apart at most."""
    for scene in scenes:
        if abs(scene.block - last.block) > 1 or scene.speakers - speakers:
            return
        if scene.speakers:
            yield scene
            last = scene


def _handed_on(text: str, scene: Scene) -> Iterator[tuple[frozenset[str], Chain]]:
    """Who said thus, by somebody else's word."""
    for utterance in scene.utterances:
        named = utterance.voice.nature is Nature.NAMED and utterance.voice.person
        if not named or THUS.search(text, utterance.content.start, utterance.content.end) is None:
            continue
        told = _told_of(scene, utterance)
        if told and not told & set(utterance.voice.names):
            own = tuple(Link(n, utterance.voice.span, "thus") for n in utterance.voice.names)
            yield told, (*own, *utterance.links)


def _told_of(scene: Scene, utterance: Utterance) -> frozenset[str]:
    """Who acts in what is told."""
    inside = (s for s in scene.parsed.subjects if utterance.content.contains(s.span))
    return frozenset(name for s in inside if s.nature is Nature.NAMED for name in s.names)
