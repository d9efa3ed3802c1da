"""Where related events may be → the events there, and the relations between them.

Comes in: what events that just changed look for. Goes out: whatever stands there; rows of
relations. Invariant: no event that stands where one is looked for is left out; only those that do
are loaded, since of a few people there are events every day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.records import decode, encode
from haengbo.ledger.tables import EventPartRow, EventRow, RelationRow
from haengbo.model.collation import Event, Relation, Sought


def around(session: Session, sought: Iterable[Sought]) -> list[Event]:
    """Events that are what is looked for, in order of their ids; some that are not may be there."""
    near: set[str] = set()
    for one in sought:
        near |= _of_sides(session, one) if one.sides is not None else _of_people(session, one)
    found: dict[str, str] = {}
    for part in chunks(near):
        records = session.execute(select(EventRow.id, EventRow.record).where(EventRow.id.in_(part)))
        found.update((key, record) for key, record in records)
    return [decode(found[key], Event) for key in sorted(found)]


def _of_sides(session: Session, sought: Sought) -> set[str]:
    """Events of one kind and the same sides that meet the days."""
    row = EventRow
    statuses = [status.value for status in sought.statuses]
    meet = and_(
        or_(row.first_day.is_not(None), row.last_day.is_not(None)),
        or_(row.first_day.is_(None), row.first_day <= sought.last.isoformat()),
        or_(row.last_day.is_(None), row.last_day >= sought.first.isoformat()),
    )
    query = select(row.id).where(row.sides == sought.sides, row.status.in_(statuses), meet)
    return set(session.scalars(query))


def _of_people(session: Session, sought: Sought) -> set[str]:
    """Events of one of these people, or of all of them, that meet the days."""
    row = EventPartRow
    first, last = sought.first.isoformat(), sought.last.isoformat()
    begins = sought.begins.isoformat() if sought.begins is not None else ""
    query = select(row.event, row.name).where(
        row.name.in_(sought.names), row.first_day.between(begins, last), row.last_day >= first
    )
    if sought.role is not None:
        query = query.where(row.role == sought.role.value)
    met = Counter(event for event, _ in session.execute(query))
    enough = len(sought.names) if sought.every else 1
    return _fitting(session, sought, (event for event, count in met.items() if count >= enough))


def _fitting(session: Session, sought: Sought, events: Iterable[str]) -> set[str]:
    """Those of the kind and standing that is looked for.

    Asked by id alone: a database that may begin with the kind reads all events of it.
    """
    row, found = EventRow, set[str]()
    for part in chunks(events):
        rows = session.execute(
            select(row.id, row.type, row.mode, row.status).where(row.id.in_(part))
        )
        found.update(
            key
            for key, type_, mode, status in rows
            if status in sought.statuses
            and (not sought.types or type_ in sought.types)
            and sought.mode in {None, mode}
            and (sought.not_mode is None or mode != sought.not_mode)
        )
    return found


def store_relations(session: Session, relations: Iterable[Relation]) -> None:
    """Add those relations that are not there."""
    # Of two reasons for one relation the first
    told = {(r.event, r.other, r.kind.value): r for r in sorted(set(relations), key=encode)[::-1]}
    row, there = RelationRow, set[tuple[str, str, str]]()
    for part in chunks(event for event, _, _ in told):
        rows = session.execute(select(row.event, row.other, row.kind).where(row.event.in_(part)))
        there.update((event, other, kind) for event, other, kind in rows)
    session.add_all(
        RelationRow(event=event, other=other, kind=kind, reason=told[event, other, kind].reason)
        for event, other, kind in sorted(told.keys() - there)
    )
    session.flush()
