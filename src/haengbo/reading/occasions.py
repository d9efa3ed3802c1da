"""Statements and events of one page → at which event each statement was made.

Comes in: the document with its statements and events. Goes out: the statements, those that have
one with the id of their occasion: the gathering at which the speaker takes part and which was
told of last, else the act that the utterance itself is (규탄했다). Words without a day that were
said at talks or in a letter have theirs. Invariant: nothing else of a statement changes; abstains
where the words were said at something that is no event here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from haengbo.knowledge.attribution import OccasionRow
from haengbo.model.reading import EventReport, Form, ParticipantRole, Statement, Status
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.document import Document
from haengbo.reading.events.draft import UTTERANCES

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Where one speaks while they last; a parade may be told of long after.
_DATING = {"meeting", "letter", "multilateral"}
#: Code points behind a verb in which it says that it went on: 촉구해 왔다.
_GOING_ON = 3
_GATHERINGS = {"meeting", "phone", "reception", "letter", "ceremony", "multilateral"}
#: How many sentences before the words the gathering may have been told of.
_REACH = 6


def with_occasions(
    document: Document, statements: Sequence[Statement], events: Sequence[EventReport]
) -> tuple[Statement, ...]:
    """The statements with their occasions.

    Example:
        After ``두 장관이 3일 회담했다``, ``외무상은 “환영한다”고 말했다`` has the meeting.
    """
    finder = _Finder(document, events)
    placed = ((s, finder.of(s)) for s in statements)
    return tuple(
        replace(s, occasion=of.id if of else None, date=_day(document, s, of)) for s, of in placed
    )


def _day(document: Document, statement: Statement, occasion: EventReport | None) -> str | None:
    """두 나라는 8일 회담하고 성명을 채택했다. 중국은 “…”고 확인했다: on the day of the talks."""
    if statement.date is not None or occasion is None or occasion.mode not in _DATING:
        return statement.date
    cue = statement.cue
    if cue is not None and "왔" in document.text[cue.start : cue.end + _GOING_ON]:
        return None  # 그동안 해결을 촉구해 왔다
    return occasion.date if _DAY.fullmatch(occasion.date or "") else None


class _Finder:
    """Finds the occasion of statements of one page."""

    def __init__(self, document: Document, events: Sequence[EventReport]) -> None:
        self._document = document
        held = [e for e in events if e.status is Status.OCCURRED]
        self._gatherings = [e for e in held if e.type == "CONSULT" and e.mode in _GATHERINGS]
        self._acts = [e for e in events if e.type in UTTERANCES]
        self._sides = allegiance_of(document.knowledge)
        rows = document.knowledge.table("occasions", OccasionRow)
        self._elsewhere = frozenset(row.id for row in rows if row.apart)

    def of(self, statement: Statement) -> EventReport | None:
        """The occasion, or ``None``."""
        if statement.rule == "fulltext":
            return self._of_text(statement)
        gathering = None if self._is_apart(statement) else self._gathering(statement)
        return gathering or self._act(statement)

    def _of_text(self, statement: Statement) -> EventReport | None:
        """A letter or a declaration printed in full: the sending of it, or the act that it is."""
        sides = self._side(statement)
        able = [e for e in self._gatherings if e.mode == "letter"] + self._acts
        return next((e for e in able if sides & _sources(e)), None)

    def _sentence(self, at: int) -> int:
        sentence = self._document.sentence_at(at)
        return sentence.index if sentence else -1

    def _is_apart(self, statement: Statement) -> bool:
        """Said in a briefing, an interview, on a platform: at no gathering of those it is about."""
        sentence = self._document.sentence_at(statement.span.start)
        tokens = sentence.tokens if sentence else ()
        return any(
            t.form in self._elsewhere and not statement.span.contains(t.span) for t in tokens
        )

    def _gathering(self, statement: Statement) -> EventReport | None:
        """The gathering told of last at which the speaker took part."""
        here = self._sentence(statement.span.start)
        able: list[tuple[int, int, EventReport]] = []
        for event in self._gatherings:
            if not self._takes_part(statement, event) or not _same_day(statement, event):
                continue
            places = [self._sentence(span.start) for span in event.evidence]
            before = [at for at in places if 0 <= here - at <= _REACH]
            if before:
                able.append((max(before), event.span.start, event))
        return max(able, key=lambda item: item[:2])[2] if able else None

    def _takes_part(self, statement: Statement, event: EventReport) -> bool:
        present = {p.name for p in event.participants}
        if statement.form is Form.DOCUMENT or len(statement.speaker) > 1:
            states = {self._sides.of_name(name) for name in present}
            return set(statement.speaker) <= present | states
        return bool(set(statement.speaker) & present)

    def _side(self, statement: Statement) -> set[str | None]:
        return {*statement.speaker, *(self._sides.of_name(n) for n in statement.speaker)}

    def _act(self, statement: Statement) -> EventReport | None:
        """The act that the utterance itself is."""
        sides = self._side(statement)
        sentence = self._document.sentence_at(statement.span.start)
        for event in self._acts:
            told = sentence is not None and any(sentence.span.overlaps(x) for x in event.evidence)
            if told and _sources(event) & sides:
                return event
        return None


def _sources(event: EventReport) -> set[str | None]:
    return {p.name for p in event.participants if p.role is ParticipantRole.SOURCE}


def _same_day(statement: Statement, event: EventReport) -> bool:
    """Whether the days do not contradict each other."""
    if not statement.date or not event.date:
        return True
    short = min(len(statement.date), len(event.date))
    return statement.date[:short] == event.date[:short] or "/" in event.date
