"""Events of a filter → how many there are of each month, channel, type, mode, status and actor.

Comes in: a filter. Goes out: a ``Profile``. Filters by type, mode, channel and
status are answered from tables of counts, which are kept in the transaction that writes events;
others from the events themselves. Invariant: both give the same; ``recount`` makes the tables
anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    case,
    delete,
    func,
    select,
    text,
)
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import Alternatives
from haengbo.ledger.matching import conditions
from haengbo.ledger.records import now
from haengbo.ledger.tables import (
    CollationRow,
    DecisionRow,
    EventCountRow,
    EventPartRow,
    EventRow,
    IngestRow,
    PartCountRow,
    ReadingRow,
    SettingRow,
)
from haengbo.ledger.views import Count, EventFilter, Facets, MonthCount

#: Values of one facet.
_FACET = 40
#: Letters of the day that are known: a year alone belongs to no month.
_KNOWN = case(
    (
        and_(
            func.substr(EventRow.date, 1, 1).between("0", "9"),
            func.substr(EventRow.date, 5, 1) != "-",
        ),
        4,
    ),
    else_=7,
)
#: Month of an event, or year where no more is known.
MONTH = func.coalesce(func.substr(EventRow.day, 1, _KNOWN), "")
#: 1 where the date gives a day: ``2024-11-02``, ``2024-11-02/2024-11-04``.
EXACT = case(
    (
        and_(
            func.substr(EventRow.date, 5, 1) == "-",
            func.substr(EventRow.date, 8, 1) == "-",
            func.substr(EventRow.date, 10, 1).between("0", "9"),
        ),
        1,
    ),
    else_=0,
)
#: Columns whose values are counted, beside the participants.
FACETS = ("type", "mode", "status", "channel")

COUNT_EVENTS = """
    INSERT INTO event_counts (month, exact, type, mode, status, channel, events)
    SELECT coalesce(substr(e.day, 1, CASE WHEN substr(e.date, 1, 1) BETWEEN '0' AND '9'
            AND substr(e.date, 5, 1) <> '-' THEN 4 ELSE 7 END), ''),
        CASE WHEN substr(e.date, 5, 1) = '-' AND substr(e.date, 8, 1) = '-'
            AND substr(e.date, 10, 1) BETWEEN '0' AND '9' THEN 1 ELSE 0 END,
        e.type, coalesce(e.mode, ''), e.status, coalesce(e.channel, ''), :sign * count(*)
    FROM events e WHERE 1 = 1
    GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (month, exact, type, mode, status, channel)
    DO UPDATE SET events = event_counts.events + excluded.events
"""
COUNT_PARTS = """
    INSERT INTO part_counts (name, type, mode, status, channel, events)
    SELECT p.name, e.type, coalesce(e.mode, ''), e.status, coalesce(e.channel, ''),
        :sign * count(*)
    FROM events e JOIN event_parts p ON p.event = e.id WHERE 1 = 1
    GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (name, type, mode, status, channel)
    DO UPDATE SET events = part_counts.events + excluded.events
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """How the events of a filter are spread.

    Attributes:
        density: Dated events per month (of which only the year is known: per year) and channel,
            in order of the months, no channel last.
        undated: How many have no day to sort by.
        facets: Values present, most frequent first.
    """

    density: tuple[MonthCount, ...]
    undated: int
    facets: Facets

    @property
    def dated(self) -> int:
        """Those with a day to sort by."""
        return sum(cell.count for cell in self.density)

    @property
    def total(self) -> int:
        """All events."""
        return self.dated + self.undated


def profile(session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None) -> Profile:
    """Count the events that a filter leaves."""
    if _counted(wanted):
        return _from_counts(session, wanted)
    return from_events(session, conditions(session, wanted, words))


def _counted(wanted: EventFilter) -> bool:
    """Whether the tables of counts know all that the filter asks for."""
    asks = (wanted.who, wanted.since, wanted.until, wanted.place, wanted.text, wanted.tags)
    return not any(asks) and not wanted.only_conflicting


def _from_counts(session: Session, wanted: EventFilter) -> Profile:
    c, p = EventCountRow, PartCountRow
    where, number = _asked(c, wanted), func.sum(c.events)
    months = session.execute(
        select(c.month, c.channel, number, func.sum(c.events * c.exact))
        .where(*where)
        .group_by(c.month, c.channel)
    )
    values: dict[str, Counter[str]] = {}
    for name in FACETS:
        column = getattr(c, name)
        rows = session.execute(select(column, number).where(*where).group_by(column))
        values[name] = Counter({value: int(count) for value, count in rows})
    actors = session.execute(
        select(p.name, func.sum(p.events)).where(*_asked(p, wanted)).group_by(p.name)
    )
    values["name"] = Counter({name: int(count) for name, count in actors})
    return make_profile([(m, c, int(n), int(e)) for m, c, n, e in months], values)


def _asked(
    table: type[EventCountRow | PartCountRow], wanted: EventFilter
) -> list[ColumnElement[bool]]:
    pairs = (
        (table.type, wanted.types),
        (table.mode, wanted.modes),
        (table.status, wanted.statuses),
        (table.channel, wanted.channels),
    )
    return [table.events > 0, *(column.in_(given) for column, given in pairs if given)]


def from_events(session: Session, where: list[ColumnElement[bool]]) -> Profile:
    """Count the events themselves, whatever is asked of them."""
    keys = (MONTH, EXACT, *(getattr(EventRow, name) for name in FACETS))
    rows = session.execute(select(*keys, func.count()).where(*where).group_by(*keys))
    cells: Counter[tuple[str, str]] = Counter()
    exact: Counter[tuple[str, str]] = Counter()
    values: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for month, is_exact, *found, count in rows:
        given = dict(zip(FACETS, (value or "" for value in found), strict=True))
        cells[month, given["channel"]] += count
        exact[month, given["channel"]] += count * is_exact
        for name, value in given.items():
            values[name][value] += count
    actors = session.execute(
        select(EventPartRow.name, func.count())
        .where(EventPartRow.event.in_(select(EventRow.id).where(*where)))
        .group_by(EventPartRow.name)
    )
    values["name"] = Counter({name: int(count) for name, count in actors})
    return make_profile([(*cell, count, exact[cell]) for cell, count in cells.items()], values)


def make_profile(
    cells: Sequence[tuple[str, str, int, int]], values: dict[str, Counter[str]]
) -> Profile:
    """A profile of month, channel, number and exact number, and of the numbers of each value."""
    ordered = sorted(cells, key=lambda cell: (cell[0], not cell[1], cell[1]))
    dated = [cell for cell in ordered if cell[0]]
    return Profile(
        tuple(MonthCount(month, channel or None, n, exact) for month, channel, n, exact in dated),
        sum(n for month, _, n, _ in ordered if not month),
        Facets(
            _facet(values["type"]),
            _facet(values["mode"]),
            _facet(values["channel"]),
            _facet(values["status"]),
            _facet(values["name"]),
            dated[0][0] if dated else None,
            dated[-1][0] if dated else None,
        ),
    )


def _facet(counts: Counter[str]) -> tuple[Count, ...]:
    given = ((value, number) for value, number in counts.items() if value)
    ordered = sorted(given, key=lambda item: (-item[1], item[0]))
    return tuple(Count(value, number) for value, number in ordered[:_FACET])


#: Numbers of the last collation, decision, entry of the log and reading; when the search index was
#: last made anew.
State = tuple[int, int, int, int, str]
_INDEXED = "indexed"


# Asked for several times a page of the site: put together once
_STATE = select(
    *(
        select(func.coalesce(func.max(table.id), 0)).scalar_subquery()
        for table in (CollationRow, DecisionRow, IngestRow, ReadingRow)
    )
).add_columns(select(SettingRow.value).where(SettingRow.name == _INDEXED).scalar_subquery())


def state(session: Session) -> State:
    """What changes whenever anything in the ledger does."""
    collation, decision, entry, reading, made = session.execute(_STATE).one()
    return collation, decision, entry, reading, made or ""


def note_indexed(session: Session) -> None:
    """Say that pages are found by other words from now on, though nothing else changed."""
    session.merge(SettingRow(name=_INDEXED, value=now()))


def count_in(session: Session, events: Sequence[str], *, sign: int) -> None:
    """Add the events with these ids, just written, to the counts, or take them out before they go.

    Args:
        session: In a transaction.
        events: Ids, at most as many as one statement takes.
        sign: 1 or -1.
    """
    given: BindParameter[list[str]] = bindparam("events", list(events), expanding=True)
    for statement in (COUNT_EVENTS, COUNT_PARTS):
        query = text(statement.replace("WHERE", "WHERE e.id IN :events AND"))
        session.execute(query.bindparams(given), {"sign": sign})


def recount(session: Session) -> None:
    """Make the counts anew from the events."""
    session.execute(delete(EventCountRow))
    session.execute(delete(PartCountRow))
    for statement in (COUNT_EVENTS, COUNT_PARTS):
        session.execute(text(statement), {"sign": 1})
