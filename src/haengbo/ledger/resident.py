"""The ledger's events and pages as columns, kept in step with it.

Comes in: a session. Goes out: the ``Columns`` and the ``Shelf`` of the state that it sees, and what
was sought last. After a collation only the events that it changed are read again, after pages were
taken in only those. Invariant: never older than the session that asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Lock

import numpy as np
from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.columns import Columns, EventFacts, Mask
from haengbo.ledger.counting import EXACT, MONTH, State, state
from haengbo.ledger.dialects import Alternatives
from haengbo.ledger.matching import of_tags
from haengbo.ledger.naming import Names, names_since
from haengbo.ledger.shelf import Kind, Shelf, pages, statements
from haengbo.ledger.sought import COMPARED, Sought
from haengbo.ledger.tables import (
    ArticleRow,
    CollationRow,
    EventPartRow,
    EventRow,
    EventVersionRow,
    ReadingRow,
    ReportRow,
)
from haengbo.ledger.tasks import Task, is_doubtful
from haengbo.ledger.views import EventFilter
from haengbo.ledger.waiting import Waiting, unknown_people, waiting
from haengbo.ledger.words import phrases_of

#: Where more than one event in so many changed, all are read again.
_MANY = 10
#: Filters whose events are kept: of hundreds of thousands of events some hundred kilobytes each.
_KEPT = 32
#: Searches that are kept: a page of the site asks for one several times; a byte a page each.
_SOUGHT = 8
#: Events whose pages are compared first when the newest of a phrase are looked for.
_WALKED = 50

_FACTS = (
    *(EventRow.id, EventRow.day, EventRow.date, EventRow.first_day, EventRow.last_day),
    *(MONTH, EXACT, EventRow.type, EventRow.mode, EventRow.status, EventRow.channel),
    *(EventRow.place, case((EventRow.discrepancies > 0, 1), else_=0)),
    *(EventRow.pages, EventRow.voices, EventRow.decided),
    # Only what several pages tell can be doubtful
    case((EventRow.pages > 1, EventRow.record)),
)


class Resident:
    """Keeps the columns of one ledger."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[int, Columns] | None = None
        self._shelves: dict[Kind, Shelf] = {}
        self._names: Names | None = None
        self._masks: dict[EventFilter, tuple[Columns, State, Mask]] = {}
        self._waiting: tuple[tuple[State, str], Waiting] | None = None
        self._unknown: tuple[tuple[int, int], tuple[Task, ...]] | None = None
        self._sought: dict[tuple[State, Hashable, Hashable], Sought] = {}

    def left(
        self, session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None
    ) -> tuple[Columns, Mask]:
        """The columns, and which events a filter leaves; kept while nothing is changed.

        Args:
            session: Of the ledger.
            wanted: The filter.
            words: ``wanted.text`` after analysis; ``None`` where there is no text.
        """
        columns, asked = self.columns(session), replace(wanted, newest_first=True)
        now = state(session)
        kept = self._masks.get(asked)
        # Tags and the words of pages change without the events
        same = kept is not None and (kept[1] == now or not (wanted.text or wanted.tags))
        if kept is not None and kept[0] is columns and same:
            return columns, kept[2]
        told = None
        if words is not None:
            sought = self.sought(session, words, phrases_of(wanted.text or ""))
            told = columns.told_on(sought.holding(session, columns.told_reading))
        mask = columns.left(wanted, tagged(session, wanted), told)
        if len(self._masks) >= _KEPT:
            self._masks.clear()
        self._masks[asked] = columns, now, mask
        return columns, mask

    def sought(
        self, session: Session, words: Sequence[Alternatives], phrases: Sequence[str]
    ) -> Sought:
        """The pages that hold words and phrases; kept while the ledger stays as it is."""
        key = state(session), tuple(words), tuple(phrases)
        found = self._sought.get(key)
        if found is None:
            found = Sought(session, self.shelf(session), words, phrases)
            if len(self._sought) >= _SOUGHT:
                self._sought.clear()
            self._sought[key] = found
        return found

    def newest_with(
        self, session: Session, words: Sequence[Alternatives], phrases: Sequence[str], size: int
    ) -> tuple[list[str], int | None]:
        """As ``searching.events_with``, but ids: of words alone the number is always known."""
        columns, sought = self.columns(session), self.sought(session, words, phrases)
        unsure = sought.unsure(columns.told_reading)
        if len(unsure) <= COMPARED:
            mask = columns.told_on(sought.holding(session, columns.told_reading))
            ids = columns.listed(mask, newest_first=True, skipped=0, size=size)
            return ids, int(mask.sum())
        places = columns.newest_of(columns.told_on(sought.may_hold(columns.told_reading)))
        found: list[int] = []
        start, step = 0, _WALKED
        while start < len(places) and len(found) < size:
            part = np.zeros(len(columns.ids), dtype=np.bool_)
            part[places[start : start + step]] = True
            asked = columns.told_reading[part[columns.told_event]]
            sought.holding(session, asked)
            hold = columns.told_on(sought.known(columns.told_reading)) & part
            found += [place for place in places[start : start + step].tolist() if hold[place]]
            start, step = start + step, 2 * step
        return [str(columns.ids[place]) for place in found[:size]], None

    def waiting(self, session: Session, today: str) -> Waiting:
        """What waits for a person; kept while the ledger stays as it is."""
        now = state(session)
        if self._waiting is not None and self._waiting[0] == (now, today):
            return self._waiting[1]
        # Who is unknown does not change with decisions
        pages_ = now[2:4]
        if self._unknown is None or self._unknown[0] != pages_:
            self._unknown = pages_, unknown_people(session)
        found = waiting(session, self.columns(session), today, self._unknown[1])
        self._waiting = (now, today), found
        return found

    def warm(self, session: Session) -> None:
        """Read all that may be asked for."""
        self.columns(session)
        self.shelf(session)
        self.shelf(session, statements)
        self.names(session)

    def shelf(self, session: Session, kind: Kind = pages) -> Shelf:
        """The pages, or statements, of the state that this session sees."""
        with self._lock:
            before = self._shelves.get(kind)
            made = before.next(session) if before is not None else Shelf.made(session, kind)
            if before is None or made.last > before.last:
                self._shelves[kind] = made
            return made

    def statements_with(
        self, session: Session, words: Sequence[Alternatives], phrases: Sequence[str]
    ) -> list[str]:
        """Ids of the statements on pages that hold the words, newest first."""
        sought, shelf = self.sought(session, words, phrases), self.shelf(session, statements)
        found = shelf.key[sought.may_hold(shelf.reading)]
        return [key.decode() for key in found.tolist()]

    def names(self, session: Session) -> frozenset[str]:
        """Every name on any page, and perhaps some that no page has any more."""
        with self._lock:
            self._names = names_since(session, self._names)
            return self._names.all

    def columns(self, session: Session) -> Columns:
        """The columns of the state that this session sees."""
        run = state(session)[0]
        with self._lock:
            if self._made is not None and self._made[0] == run:
                return self._made[1]
            made = self._next(session) if self._made is not None else None
            if made is None:
                made = Columns(facts(session))
            if self._made is None or run > self._made[0]:
                self._made = run, made
            return made

    def _next(self, session: Session) -> Columns | None:
        """What the collations since changed; ``None`` where all had better be read."""
        if self._made is None:
            return None
        last, before = self._made
        changed = {*_changed_since(session, last), *_told_anew(session, before)}
        if _MANY * len(changed) > len(before.ids):
            return None
        found = [fact for part in chunks(changed) for fact in facts(session, part)]
        return before.changed(sorted(changed), found)


def _changed_since(session: Session, run: int) -> list[str]:
    """Events of which a later collation closed or opened a version."""
    later = select(CollationRow.made).where(CollationRow.id > run)
    return list(
        session.scalars(
            select(EventVersionRow.event)
            .where(or_(EventVersionRow.until.in_(later), EventVersionRow.since.in_(later)))
            .distinct()
        )
    )


def _told_anew(session: Session, before: Columns) -> list[str]:
    """Events told by readings that came since: of one read again nothing else need be changed."""
    last = int(before.told_reading.max(initial=0))
    again = select(ReadingRow.page).where(ReadingRow.id > last)
    told = select(ReportRow.event).where(ReportRow.page.in_(again), ReportRow.event.is_not(None))
    return [event for event in session.scalars(told.distinct()) if event is not None]


def _readings(session: Session, ids: Sequence[str] | None) -> dict[str, list[int]]:
    """Event → the readings of the pages that tell it."""
    query = select(ReportRow.event, ArticleRow.reading).join(
        ArticleRow, ArticleRow.page == ReportRow.page
    )
    where = ReportRow.event.is_not(None) if ids is None else ReportRow.event.in_(ids)
    readings: dict[str, list[int]] = {}
    for event, reading in session.execute(query.where(where)):
        readings.setdefault(event or "", []).append(reading)
    return readings


def facts(session: Session, ids: Sequence[str] | None = None) -> Iterator[EventFacts]:
    """What filters ask of these events, or of all."""
    where: list[ColumnElement[bool]] = [EventRow.id.in_(ids)] if ids is not None else []
    parts = select(EventPartRow.event, EventPartRow.name)
    if ids is not None:
        parts = parts.where(EventPartRow.event.in_(ids))
    names: dict[str, list[str]] = {}
    for event, name in session.execute(parts):
        names.setdefault(event, []).append(name)
    readings = _readings(session, ids)
    for row in session.execute(select(*_FACTS).where(*where)):
        key, day, date, first, last, month, exact, type_, mode, status, channel, *more = row
        place, odd, pages_, voices, decided, record = more
        yield EventFacts(
            *(key, day, date, first, last, month, bool(exact)),
            *(type_, mode or "", status, channel or "", place, bool(odd)),
            *(tuple(names.get(key, ())), tuple(readings.get(key, ()))),
            *(pages_, voices, bool(decided), record is not None and is_doubtful(record)),
        )


def tagged(session: Session, wanted: EventFilter) -> Iterable[Sequence[str]]:
    """Ids of the events that tags leave, a group for each."""
    for condition in of_tags(session, wanted):
        yield session.scalars(select(EventRow.id).where(condition)).all()
