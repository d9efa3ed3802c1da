"""Scenes in order → the day of speeches that the page dates by the meeting they belong to.

Comes in: scenes of one page, in order, with the day of which the paragraph tells. Goes out: a day
for who speaks in a part of the meeting (모두발언에서), and for those whose words the page announces
(다음은 양측 수석대표의 발언이다), or ``None``.
"""

from __future__ import annotations

import re

from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.document import Document

_ANNOUNCES = re.compile(
    r"(?:다음은|아래는)\s(?P<whose>[^“”]{2,60}?)(?:의|와|과|,)\s?(?:[가-힣]{1,6}\s)?[가-힣]{0,4}"
    r"(?:발언|연설|문답|답변|인사말|기조|말)(?:이다|입니다|\s?(?:전문|요지|내용)(?:이다|입니다)?)?[.:]?$"
)
_WORD = re.compile(r"[가-힣]{4,}")
_SHORTEST = 3
_REACH = 16


class Speeches:
    """Remembers the day of the last meeting told of, and whose words are announced."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        parts = "|".join(row.id for row in lexicon.occasions.values() if row.part)
        self._part = re.compile(rf"(?:{parts})(?:에서|을 통해)")
        self._together = lexicon.together
        self._met: str | None = None
        self._announced: tuple[frozenset[str], str] = (frozenset(), "")

    def see(self, scene: Scene, day: str | None) -> None:
        """Take in one scene; ``day`` is the one of which its paragraph tells."""
        words = scene.parsed.sentence.span.of(self._document.text).strip()
        if day is not None and any(self._together.search(o) for o in scene.occasions):
            self._met = day
        announced = _ANNOUNCES.search(words)
        if announced is not None and day is not None:
            whose = frozenset(_stem(w) for w in _WORD.findall(announced["whose"]))
            self._announced = (whose, day)

    def day_of(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day of an utterance that belongs to a meeting or to what was announced."""
        if utterance.voice.expert or utterance.carried:
            return None
        start, end = scene.parsed.sentence.span.start, utterance.voice.span.end
        # Unquoted words begin right behind who speaks: the occasion stands within
        until = max(end, utterance.content.start) + (0 if utterance.layer.mark.quote else _REACH)
        head = self._document.text[start:until]
        if self._met and self._part.search(head):
            return self._met
        whose, day = self._announced
        return day if any(word in head for word in whose) else None


def _stem(word: str) -> str:
    """수석대표의: the noun without its particle."""
    return word[:-1] if word.endswith(("의", "와", "과")) and len(word) > _SHORTEST else word
