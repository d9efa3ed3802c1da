"""Cues of the pack and the words of happenings → topics, each given to the event it belongs to.

A matter belongs to the event of its sentence that stands nearest; what was discussed may be told
one or two sentences after the meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.needles import compiled_once, possible
from haengbo.knowledge.topics import TopicCueRow
from haengbo.model.reading import EventReport
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.topics.own import Own
from haengbo.reading.topics.phrases import Matters
from haengbo.reading.wording.phrase import noun_phrase

#: How many sentences after a meeting its matters may be told.
_BACK = 2
_MOST = 6


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[tuple[TopicCueRow, str], ...]:
    return tuple((row, row.written_out()) for row in knowledge.table("event_topics", TopicCueRow))


def with_topics(document: Document, events: Sequence[EventReport]) -> tuple[EventReport, ...]:
    """The events with what they were about.

    Example:
        ``두 장관은 8일 회담하고 교역 확대 방안을 논의했다``: the meeting has ``교역 확대``.
    """
    return _Finder(document, events).completed() if events else ()


class _Finder:
    """Finds the topics of the events of one page."""

    def __init__(self, document: Document, events: Sequence[EventReport]) -> None:
        self._document = document
        self._events = events
        self._own = Own(document)
        self._matters = Matters(document)
        cues = _cues(document.knowledge)
        self._cues = [
            (row, compiled_once(cue)) for row, cue in cues if possible(cue, document.text)
        ]
        self._topics: dict[str, list[tuple[int, str]]] = {event.id: [] for event in events}

    def completed(self) -> tuple[EventReport, ...]:
        """Every event with its topics, in order of the text."""
        for event in self._events:
            self._note(event, (p for span in event.evidence for p in self._own.of(event, span)))
        for sentence in self._sentences():
            for row, place in self._said(sentence):
                found = self._belongs(row, place, sentence)
                if found is not None:
                    self._note(found, (place,))
        return tuple(self._with(event) for event in self._events)

    def _with(self, event: EventReport) -> EventReport:
        found = [text for _, text in sorted(self._topics[event.id])]
        whole = [t for t in dict.fromkeys(found) if not any(t != o and t in o for o in found)]
        return replace(event, topics=tuple(whole[:_MOST])) if whole else event

    def _note(self, event: EventReport, places: Iterable[Span]) -> None:
        for place in places:
            self._topics[event.id] += [(place.start, text) for text in self._matters.at(place)]

    def _sentences(self) -> Iterator[Sentence]:
        """Sentences that tell of an event, and those right behind."""
        told = {
            s.index
            for e in self._events
            for span in e.evidence
            if (s := self._document.sentence_at(span.start)) is not None
        }
        wanted = {index + more for index in told for more in range(_BACK + 1)}
        yield from (s for s in self._document.sentences if s.index in wanted)

    def _said(self, sentence: Sentence) -> Iterator[tuple[TopicCueRow, Span]]:
        """Every matter that a cue of the sentence names, with its place."""
        for row, pattern in self._cues:
            for match in pattern.finditer(
                self._document.text, sentence.span.start, sentence.span.end
            ):
                if row.back and sentence.quote_at(match.start()) is not None:
                    continue
                word = "word" in pattern.groupindex
                end = match.end("word") if word else match.start()
                place = noun_phrase(self._document, sentence, end)
                if place is not None:
                    yield row, place

    def _belongs(self, row: TopicCueRow, place: Span, sentence: Sentence) -> EventReport | None:
        """The event of the sentence that the matter stands nearest to, else one told before."""
        fitting = [
            (span, event)
            for event in self._events
            if not row.types or event.type in row.types
            if not row.modes or event.mode in row.modes
            for span in event.evidence
            if not place.contains(span)
        ]
        here = [(s, e) for s, e in fitting if sentence.span.contains(s)]
        if here or not row.back:
            return min(here, key=lambda pair: _distance(pair[0], place))[1] if here else None
        sentences = self._document.sentences
        start = sentences[max(sentence.index - _BACK, 0)].span.start
        # 서한을 보냈다. 정부는 대책을 논의한다: nobody talks over a letter in the next sentence
        talked = ((s, e) for s, e in fitting if e.mode != "letter")
        before = [(s, e) for s, e in talked if start <= s.start < sentence.span.start]
        return max(before, key=lambda pair: pair[0].start)[1] if before else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
