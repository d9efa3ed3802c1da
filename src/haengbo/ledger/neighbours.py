"""Events that just changed → those around them, and the relations between them.

Comes in: events as collation made them. Goes out: events of a shared participant within some days;
rows of relations. Invariant: only dated events are around others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import CompoundSelect, and_, or_, select, union
from sqlalchemy.orm import Session

from haengbo.ledger.joining import chunks
from haengbo.ledger.records import decode, encode
from haengbo.ledger.tables import EventPartRow, EventRow, RelationRow, part_lasting
from haengbo.model.collation import Event, Relation
from haengbo.model.edtf import DateRange, parse_or_none

#: Days before and after all others, as text.
_EVER = ("0000", "9999-12-31")


def around(session: Session, events: Sequence[Event], days: int) -> list[Event]:
    """Events that share a participant with one of these, so many days before or after one or less.

    Only dated ones: of these alone relations are told.
    """
    windows = _windows(events, days)
    if not windows:
        return []
    names = {part.name for event in events for part in event.participants}
    near: set[str] = set()
    for part in chunks(names):
        rows = session.execute(_parts_between(part, windows[0][0], max(w[1] for w in windows)))
        near.update(
            key for key, first, last in rows if _meets(windows, first or _EVER[0], last or _EVER[1])
        )
    found: dict[str, str] = {}
    for part in chunks(near):
        records = session.execute(select(EventRow.id, EventRow.record).where(EventRow.id.in_(part)))
        found.update((key, record) for key, record in records)
    return [decode(found[key], Event) for key in sorted(found)]


def _parts_between(names: Sequence[str], low: str, high: str) -> CompoundSelect[Any]:
    """Select events of these people that meet a period: those of a day in it, and longer ones.

    Two selects, each with an index of its own: of a person in most events few rows are read.
    """
    row = EventPartRow
    wanted = select(row.event, row.first_day, row.last_day).where(row.name.in_(names))
    lasts = and_(
        part_lasting(),
        or_(row.first_day.is_(None), row.first_day <= high),
        or_(row.last_day.is_(None), row.last_day >= low),
        or_(row.first_day.is_not(None), row.last_day.is_not(None)),
    )
    return union(wanted.where(row.first_day.between(low, high)), wanted.where(lasts))


def _windows(events: Iterable[Event], days: int) -> list[tuple[str, str]]:
    """First and last days of dated events, so many days wider, overlapping ones as one; sorted."""
    merged: list[tuple[str, str]] = []
    dated = (parse_or_none(event.date) for event in events)
    for first, last in sorted(_widened(date, days) for date in dated if date is not None):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _widened(date: DateRange, days: int) -> tuple[str, str]:
    margin = timedelta(days=days)
    first = date.earliest - margin if date.start is not None else None
    last = date.latest + margin if date.end is not None else None
    return (
        first.isoformat() if first is not None else _EVER[0],
        last.isoformat() if last is not None else _EVER[1],
    )


def _meets(windows: Sequence[tuple[str, str]], first: str, last: str) -> bool:
    """Whether a stretch of days overlaps one of the windows (sorted, apart from each other)."""
    at = bisect_right(windows, (last, _EVER[1])) - 1
    return at >= 0 and windows[at][1] >= first


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
