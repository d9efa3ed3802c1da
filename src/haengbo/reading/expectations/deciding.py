"""An expectation's clause and the events of the page → what would decide it.

The happening that the clause foretells, with who takes part and by when; else a meeting or
agreement that the clause names as coming about between those named in it (북미 접촉이 재개될 것).
Invariant: nothing is guessed. Where the clause foretells no happening that could be observed
(관계가 깊어질 것), there is nothing that would decide it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.chances import denies
from haengbo.knowledge.collating import EventKindRow
from haengbo.model.decider import Decider
from haengbo.model.reading import (
    ActorKind,
    EventReport,
    ParticipantRole,
    Status,
)
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.events.lexicon import lexicon

#: How the happening of a proposition stands on the page that makes it.
_AHEAD = frozenset({Status.PLANNED, Status.PREDICTED, Status.NOT_OCCURRED})
_ACTING = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION})
#: 파병을 인정할 것, 방문할 경우, 방문 때 만날 것: something else is foretold.
_ELSEWHERE = re.compile(r"(?:을|를|에서|으로|로|과|와|의|에)\s|\s?(?:때|경우|뒤|후|직후|다음|당시)")
#: 방문 때: the words of the happening end in what makes it the time of another.
_DATES = re.compile(r"(?:때|경우|뒤|후|직후|다음|당시)\Z")
#: 7월 이후로 미뤄질 것: that it will not be earlier, and no day by which it must have come.
_LATER = re.compile(r"(?:이후|뒤|후)(?:로|에나|에야)\s")
#: Letters between the noun of a meeting and the verb that lets it come about.
_REACH = 22
#: Letters of the longest noun of a meeting.
_LONGEST = 12
#: Sides of what both do.
_SIDES = 2


@lru_cache(maxsize=4)
def _kinds(knowledge: Knowledge) -> dict[str, EventKindRow]:
    return {row.id: row for row in knowledge.table("event_kinds", EventKindRow)}


@lru_cache(maxsize=4)
def _by_last(knowledge: Knowledge) -> dict[str, tuple[EventKindRow, ...]]:
    """The last letter of a kind's name → such kinds, in order of the pack."""
    rows = _kinds(knowledge).values()
    return {last: tuple(r for r in rows if r.ko[-1] == last) for last in {r.ko[-1] for r in rows}}


class Deciders:
    """What would decide the expectations of one page."""

    def __init__(self, document: Document, events: Sequence[EventReport]) -> None:
        self._document = document
        self._ahead = [e for e in events if e.status in _AHEAD and e.participants]
        self._kinds = _kinds(document.knowledge)
        self._by_last = _by_last(document.knowledge)
        self._words = lexicon(document.knowledge)

    def of(self, span: Span, hedge: str, horizon: str | None) -> str | None:
        """The line that says what would decide a clause, or ``None``.

        Example:
            ``김 위원장이 10월 10일에 앞서 중국을 방문할 가능성이 있다`` →
            ``2025-10-10까지: 방문 [CONSULT/visit] 김정은 → 중국``.
        """
        if _LATER.search(self._document.text, span.start, span.end):
            return None
        absent = denies(span.of(self._document.text), hedge, self._document.knowledge)
        found = self._foretold(span, horizon, absent) or self._named(span, horizon, absent)
        return found.text if found is not None else None

    def _foretold(self, span: Span, horizon: str | None, absent: bool) -> Decider | None:  # noqa: FBT001
        """The happening read in the clause that ends nearest to its end."""
        inside = [
            (place.end, number)
            for number, event in enumerate(self._ahead)
            for place in event.evidence
            if place.overlaps(span) and place.end <= span.end
            if not _ELSEWHERE.match(self._document.text, place.end, span.end)
            if not _DATES.search(place.of(self._document.text))
        ]
        if not inside:
            return None
        event = self._ahead[max(inside)[1]]
        kind = self._kind(event.type, event.mode)
        targets = tuple(p.name for p in event.participants if p.role is ParticipantRole.TARGET)
        acting = tuple(p.name for p in event.participants if p.role is not ParticipantRole.TARGET)
        if kind is None or not acting:
            return None
        by = _end(horizon) or _end(event.date)
        return Decider(kind.ko, event.type, event.mode, acting, targets, by, absent)

    def _named(self, span: Span, horizon: str | None, absent: bool) -> Decider | None:  # noqa: FBT001
        """A meeting or agreement that comes about between the first two sides named before it."""
        text, coming = self._document.text, self._words.words["coming-about"]
        if not any(word in span.of(text) for word in coming):
            return None
        for end in range(span.start + 1, span.end):
            kind = self._kind_ending(text[max(span.start, end - _LONGEST) : end])
            after = text[end : min(end + _REACH, span.end)]
            if kind is None or not any(word in after for word in coming):
                continue
            sides = self._sides(Span(span.start, end))
            if len(sides) == _SIDES:
                type_, _, mode = kind.id.partition("/")
                return Decider(kind.ko, type_, mode or None, sides, (), _end(horizon), absent)
        return None

    def _kind_ending(self, text: str) -> EventKindRow | None:
        """The kind of something that both do whose noun ends a text."""
        noun = self._words.noun_ending(text)
        frames = self._words.by_noun.get(noun or "", ())
        kinds = (
            *(self._kind(f.type, f.mode) for f in frames),
            *(row for row in self._by_last.get(text[-1:], ()) if text.endswith(row.ko)),
        )
        return next((k for k in kinds if k is not None and (k.mutual or k.id == "CONSULT")), None)

    def _sides(self, span: Span) -> tuple[str, ...]:
        """Who is named before the noun, people before states."""
        named = [m for m in self._document.mentions_in(span) if m.kind in _ACTING]
        people = [m.name for m in named if m.kind is ActorKind.PERSON]
        states = [m.name for m in named if m.kind is ActorKind.STATE]
        chosen = people if len(set(people)) == _SIDES else states
        return tuple(dict.fromkeys(chosen))

    def _kind(self, type_: str, mode: str | None) -> EventKindRow | None:
        return self._kinds.get(f"{type_}/{mode}" if mode else type_)


def _end(date: str | None) -> str | None:
    """The last day, month or year that an EDTF date reaches; ``None`` for an open end."""
    if date is None:
        return None
    end = date.rpartition("/")[2].partition("T")[0]
    return end if end[:1].isdigit() else None
