"""Where related events may be → the events there, and the relations between them.

Comes in: what events that just changed look for. Goes out: whatever stands there; rows of
relations. Invariant: no event that stands where one is looked for is left out; only those that do
are loaded, since of a few people there are events every day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.records import decode, encode
from haengbo.ledger.tables import EventPartRow, EventRow, RelationRow
from haengbo.model.collation import Event, Relation, Sought

# Asked some dozens of times a page: put together once
_SIDED = select(EventRow.id).where(
    EventRow.sides == bindparam("sides"),
    EventRow.status.in_(bindparam("statuses", expanding=True)),
    or_(EventRow.first_day.is_not(None), EventRow.last_day.is_not(None)),
    or_(EventRow.first_day.is_(None), EventRow.first_day <= bindparam("last")),
    or_(EventRow.last_day.is_(None), EventRow.last_day >= bindparam("first")),
)
_PEOPLED = select(EventPartRow.event, EventPartRow.name).where(
    EventPartRow.name.in_(bindparam("names", expanding=True)),
    EventPartRow.first_day.between(bindparam("begins"), bindparam("last")),
    EventPartRow.last_day >= bindparam("first"),
)
_PEOPLED_AS = _PEOPLED.where(EventPartRow.role == bindparam("role"))
# Asked by id alone: a database that may begin with the kind reads all events of it
_KINDS = select(EventRow.id, EventRow.type, EventRow.mode, EventRow.status).where(
    given(EventRow.id)
)


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
    asked = {
        "sides": sought.sides,
        "statuses": [status.value for status in sought.statuses],
        "first": sought.first.isoformat(),
        "last": sought.last.isoformat(),
    }
    return set(session.scalars(_SIDED, asked))


def _of_people(session: Session, sought: Sought) -> set[str]:
    """Events of one of these people, or of all of them, that meet the days."""
    asked = {
        "names": sorted(sought.names),
        "begins": sought.begins.isoformat() if sought.begins is not None else "",
        "first": sought.first.isoformat(),
        "last": sought.last.isoformat(),
    }
    query = _PEOPLED
    if sought.role is not None:
        query, asked = _PEOPLED_AS, {**asked, "role": sought.role.value}
    met = Counter(event for event, _ in session.execute(query, asked))
    enough = len(sought.names) if sought.every else 1
    return _fitting(session, sought, (event for event, count in met.items() if count >= enough))


def _fitting(session: Session, sought: Sought, events: Iterable[str]) -> set[str]:
    """Those of the kind and standing that is looked for."""
    found = set[str]()
    for part in chunks(events):
        found.update(
            key
            for key, type_, mode, status in session.execute(_KINDS, {GIVEN: part})
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
