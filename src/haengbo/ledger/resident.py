"""The ledger's events as columns, kept in step with it.

Comes in: a session. Goes out: the ``Columns`` of the state that it sees. After a collation only the
events that it changed are read again. Invariant: never older than the session that asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Lock

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.columns import Columns, EventFacts, Mask
from haengbo.ledger.counting import EXACT, MONTH, state
from haengbo.ledger.dialects import Alternatives
from haengbo.ledger.joining import chunks
from haengbo.ledger.matching import of_tags, of_words
from haengbo.ledger.tables import CollationRow, EventPartRow, EventRow, EventVersionRow
from haengbo.ledger.views import EventFilter

#: Where more than one event in so many changed, all are read again.
_MANY = 10
#: Filters whose events are kept: of hundreds of thousands of events some hundred kilobytes each.
_KEPT = 32

_FACTS = (
    *(EventRow.id, EventRow.day, EventRow.date, EventRow.first_day, EventRow.last_day),
    *(MONTH, EXACT, EventRow.type, EventRow.mode, EventRow.status, EventRow.channel),
    *(EventRow.place, case((EventRow.discrepancies > 0, 1), else_=0)),
)


class Resident:
    """Keeps the columns of one ledger."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[int, Columns] | None = None
        self._masks: dict[EventFilter, tuple[Columns, Mask]] = {}

    def left(
        self, session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None
    ) -> tuple[Columns, Mask]:
        """The columns, and which events a filter leaves; kept while the columns are the same.

        Args:
            session: Of the ledger.
            wanted: The filter.
            words: ``wanted.text`` after analysis; ``None`` where there is no text.
        """
        columns, asked = self.columns(session), replace(wanted, newest_first=True)
        kept = self._masks.get(asked)
        if kept is not None and kept[0] is columns:
            return kept
        mask = columns.left(wanted, among(session, wanted, words))
        if not (wanted.text or wanted.tags):
            # The search index and tags may change without the events
            if len(self._masks) >= _KEPT:
                self._masks.clear()
            self._masks[asked] = columns, mask
        return columns, mask

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
        changed = _changed_since(session, last)
        if _MANY * len(changed) > len(before.ids):
            return None
        found = [fact for part in chunks(changed) for fact in facts(session, part)]
        return before.changed(changed, found)


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


def facts(session: Session, ids: Sequence[str] | None = None) -> Iterator[EventFacts]:
    """What filters ask of these events, or of all."""
    where: list[ColumnElement[bool]] = [EventRow.id.in_(ids)] if ids is not None else []
    parts = select(EventPartRow.event, EventPartRow.name)
    if ids is not None:
        parts = parts.where(EventPartRow.event.in_(ids))
    names: dict[str, list[str]] = {}
    for event, name in session.execute(parts):
        names.setdefault(event, []).append(name)
    for row in session.execute(select(*_FACTS).where(*where)):
        key, day, date, first, last, month, exact, type_, mode, status, channel, place, odd = row
        yield EventFacts(
            *(key, day, date, first, last, month, bool(exact)),
            *(type_, mode or "", status, channel or "", place, bool(odd)),
            tuple(names.get(key, ())),
        )


def among(
    session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None
) -> Iterable[Sequence[str]]:
    """Ids of the events that tags and words leave, a group for each."""
    for condition in (*of_tags(session, wanted), *of_words(session, wanted, words)):
        yield session.scalars(select(EventRow.id).where(condition)).all()
