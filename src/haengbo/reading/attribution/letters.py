"""Messages that media make known → the day of what is said in them.

Comes in: scenes of one page, in order. Goes out: the day on which a medium reported that a message
was sent (주석이 축전을 보내왔다고 통신이 9일 전했다), for what is said in it below (주석은
축전에서 …), or ``None``. Invariant: a message that the page itself dates has no other day.
"""

from __future__ import annotations

from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import Scene, days_of
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.told_times import ToldTimes
from haengbo.reading.document import Document

_DAY = len("2024-11-02")
_IN_IT = "에서"
#: How far behind who speaks the message is named, in code points.
_REACH = 12


class Letters:
    """Remembers on which day each kind of message became known."""

    def __init__(self, document: Document, lexicon: Lexicon, clock: ToldTimes) -> None:
        self._document = document
        self._lexicon = lexicon
        self._clock = clock
        self._aired: dict[str, str] = {}

    def see(self, utterance: Utterance, scene: Scene, day: str) -> None:
        """Take in what a medium reported on a day: 축전을 보내왔다고."""
        told = [d for t in self._clock.of(scene) for d in days_of(t)]
        if len(day) == _DAY and not told:
            content = utterance.content
            self._aired.update(dict.fromkeys(self._nouns(content), day))

    def day_of(self, utterance: Utterance) -> str | None:
        """외무상은 [축전에서] “…”고 했다: the day on which that message became known."""
        voice, text = utterance.voice, self._document.text
        if voice.expert:
            return None
        start = voice.span.end
        for match in self._lexicon.texts.finditer(text, start, start + _REACH):
            inside = text.startswith(_IN_IT, match.end("text"))
            if inside and (day := self._aired.get(match["text"])) is not None:
                return day
        return None

    def _nouns(self, within: Span) -> list[str]:
        found = self._lexicon.texts.finditer(self._document.text, within.start, within.end)
        rows = self._lexicon.documents
        nouns = [match["text"] for match in found]
        return [noun for noun in nouns if (row := rows.get(noun)) is not None and row.aired]
