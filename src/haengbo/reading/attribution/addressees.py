"""Utterances in order → to whom each was said.

Comes in: utterances with their scenes, in order of the text. Goes out: names. The clause names
the addressee (``대사에게``, ``장관과의 회담에서``, ``장관을 만나``), or it is the other of two who
meet; who goes on speaking goes on speaking to the same. Nobody is guessed.
"""

from __future__ import annotations

import re

from haengbo.model.reading import ActorKind
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.document import Document

_WITH = re.compile(r"(?:와|과)의?\s|(?:을|를)\s")
_TO = re.compile(r"(?:동지)?(?:에게|께(?=\s))")
#: How many blocks a meeting lasts while nothing else is named.
_LASTS = 5


class Addressees:
    """Finds the addressees of one page."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon
        self._pair: frozenset[str] = frozenset()
        self._block = -_LASTS
        self._last: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def see(self, scene: Scene) -> None:
        """Take in a scene; call it for every scene, before its utterances."""
        sentence = scene.parsed.sentence
        met = [
            m.name
            for m in self._document.mentions_in(sentence.span)
            if m.kind is ActorKind.PERSON
            and not m.weak
            and sentence.quote_at(m.span.start) is None
            and self._is_met(m.span.end)
        ]
        if len(scene.leading) == 1 and met and met[0] not in scene.leading:
            self._pair = scene.leading | {met[0]}
            self._block = scene.block

    def of(self, utterance: Utterance, scene: Scene) -> tuple[str, ...]:
        """To whom it was said; call it for every utterance, in order."""
        names = utterance.voice.names
        found = self._named(utterance, scene)
        if not found and utterance.carried and self._last[0] == names:
            found = self._last[1]
        lasts = scene.block - self._block <= _LASTS and not self._has_audience(scene)
        if not found and lasts and set(names) < self._pair:
            found = tuple(self._pair.difference(names))
            self._block = scene.block
        self._last = (names, found)
        return found

    def _has_audience(self, scene: Scene) -> bool:
        """Whether it was said at a speech, a reception, a briefing: not to the other of two."""
        rows = (self._lexicon.occasions[word] for word in scene.occasions)
        return any(not row.together for row in rows)

    def _named(self, utterance: Utterance, scene: Scene) -> tuple[str, ...]:
        """Whom the clause of saying names as hearer."""
        verb = utterance.layer.verb
        sentence = scene.parsed.sentence
        if verb is None or utterance.parsed.within is not None:
            return ()
        low = sentence.span.start if utterance.carried else utterance.voice.span.end
        names = []
        for mention in self._document.mentions_in(sentence.span):
            outside = sentence.quote_at(mention.span.start) is None
            if not outside or not low <= mention.span.start < verb.span.start:
                continue
            text, end = self._document.text, mention.span.end
            to = mention.kind is not ActorKind.MEDIUM and _TO.match(text, end)
            met = mention.kind is ActorKind.PERSON and self._is_met(end)
            if to or met:
                names.append(mention.name)
        return tuple(n for n in dict.fromkeys(names) if n not in utterance.voice.names)

    def _is_met(self, end: int) -> bool:
        """과의 회담에서, 을 만나: the hearer in a meeting."""
        match = _WITH.match(self._document.text, end)
        if match is None:
            return False
        return self._lexicon.together.match(self._document.text, match.end()) is not None
