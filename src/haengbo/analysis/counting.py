"""Events between two states → exchanges in person, by rank and host: the ministries' kind of count.

A visit and the meetings during it are one exchange; a call or a letter is none. Invariant: every
exchange lists its events, and what was left out is listed with the reason. Method and limits:
docs/channels.md.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.analysis.exchanges import land_of, states_of
from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.knowledge.offices import RankRow
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventLine, RoleLine
from haengbo.model import edtf
from haengbo.model.collation import Event
from haengbo.model.reading import ParticipantRole, Status

#: Fewer exchanges than this are told one by one, not as a share.
FEW = 5
#: Events of one delegation lie at most so many days apart.
NEAR_DAYS = 3
#: Support or blame is uttered, wherever its speaker is.
_TYPES = {"CONSULT", "AGREE", "COOPERATE"}
_IN_PERSON = {"meeting", "visit", "sign", "ceremony", "reception", "multilateral", "military"}


class Reason(StrEnum):
    """Why an event between the two states is not counted."""

    RANK_UNKNOWN = "rank-unknown"
    RANK_BELOW = "rank-below"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Query:
    """What is counted.

    Attributes:
        sides: The two states.
        rank: The lowest rank that counts, an id of the table ``ranks``.
        since: First day, or ``None``.
        until: Last day, or ``None``.
    """

    sides: tuple[str, str]
    rank: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One delegation's stay, or one meeting.

    Attributes:
        first: First day.
        last: Last day.
        host: State in which it took place: one of the sides, a third state, or ``None``.
        persons: Those of the visiting side whose rank is known, highest first; of both sides where
            neither visits.
        rank: The highest rank among them.
        events: What it consists of, oldest first.
    """

    first: dt.date
    last: dt.date
    host: str | None
    persons: tuple[str, ...]
    rank: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event in person between the sides that does not count, and why."""

    line: EventLine
    reason: Reason


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer.

    Attributes:
        query: What was asked.
        exchanges: Oldest first.
        left_out: What was not counted, oldest first.
    """

    query: Query
    exchanges: tuple[Exchange, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def n(self) -> int:
        """Number of exchanges."""
        return len(self.exchanges)

    @property
    def hosts(self) -> tuple[tuple[str | None, int], ...]:
        """State in which they took place → how many; ``None``: not known."""
        counts = Counter(one.host for one in self.exchanges)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0] or "~")))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """An event with its days, host and the ranked people of the visiting side."""

    line: EventLine
    days: edtf.DateRange
    host: str | None
    people: tuple[tuple[int, str], ...]


def printed_titles(ledger: Ledger, lines: Iterable[EventLine]) -> dict[str, tuple[RoleLine, ...]]:
    """The offices that pages give the people of some events, for those whom the pack lacks."""
    names = {p.name for line in lines for p in line.event.participants if p.kind == "person"}
    details = ((name, ledger.actor(name)) for name in sorted(names))
    return {name: detail.roles for name, detail in details if detail is not None}


def count(
    lines: Iterable[EventLine],
    query: Query,
    knowledge: Knowledge,
    titles: Mapping[str, Sequence[RoleLine]] | None = None,
) -> Counted:
    """Exchanges in person between two states at a rank or above.

    Args:
        lines: Events, in any order.
        query: What to count.
        knowledge: For ranks, offices and places.
        titles: Offices that pages give people (``printed_titles``).

    Raises:
        ValueError: The pack knows no such rank.
    """
    orders = {row.id: row.order for row in knowledge.table("ranks", RankRow)}
    if query.rank not in orders:
        raise ValueError(f"no such rank: {query.rank}")
    ranks = _Ranks(gazetteer(knowledge), orders, titles or {})
    kept: list[_Ranked] = []
    left: list[LeftOut] = []
    for line in sorted(lines, key=lambda one: (one.day or "9999", one.id)):
        if _asked(line, query):
            found = ranks.of_event(line, query)
            if isinstance(found, Reason):
                left.append(LeftOut(line, found))
            else:
                kept.append(found)
    named = {order: rank for rank, order in orders.items()}
    return Counted(query, tuple(_exchanges(kept, named)), tuple(left))


def _asked(line: EventLine, query: Query) -> bool:
    """Whether an event is in person, between the sides, and within the days."""
    event = line.event
    if event.status is not Status.OCCURRED or event.type not in _TYPES:
        return False
    if event.mode not in _IN_PERSON:
        return False
    if not set(query.sides) <= states_of(line):
        return False
    days = edtf.parse_or_none(event.date)
    if days is None:
        return True
    early = query.since is not None and days.latest < query.since
    late = query.until is not None and days.earliest > query.until
    return not (early or late)


@dataclass(frozen=True, slots=True)
class _Ranks:
    """Looks up who has which rank when."""

    names: Gazetteer
    orders: Mapping[str, int]
    titles: Mapping[str, Sequence[RoleLine]]

    def of_event(self, line: EventLine, query: Query) -> _Ranked | Reason:
        """The event with its people, or why it does not count."""
        days = edtf.parse_or_none(line.event.date)
        if days is None or days.start is None:
            return Reason.UNDATED
        host = _host(line.event, query, self.names)
        visiting = {side for side in query.sides if side != host}
        people = sorted(
            (order, part.name)
            for part in line.event.participants
            if part.kind == "person" and part.state in visiting
            if (order := self.of_person(part.name, part.state, days)) is not None
        )
        if not people:
            return Reason.RANK_UNKNOWN
        if people[0][0] > self.orders[query.rank]:
            return Reason.RANK_BELOW
        return _Ranked(line, days, host, tuple(people))

    def of_person(self, name: str, state: str | None, days: edtf.DateRange) -> int | None:
        """Place of the highest rank that somebody had on a day; 1 is the highest of all."""
        day = days.earliest.isoformat()
        known = (
            role.rank or self.names.rank_of(role.title, self.names.state_of(role.of) or state)
            for role in self.names.roles_of(name, day)
        )
        found = [self.orders[rank] for rank in known if rank is not None]
        if not found:
            told = (self.names.rank_of(role.title, state) for role in self.titles.get(name, ()))
            found = [self.orders[rank] for rank in told if rank is not None]
        return min(found, default=None)


def _host(event: Event, query: Query, names: Gazetteer) -> str | None:
    land = land_of(event.place, names) if event.place else None
    if land is None and event.mode == "visit":
        visited = {
            p.state or p.name for p in event.participants if p.role is ParticipantRole.TARGET
        }
        land = next(iter(sorted(visited & set(query.sides))), None)
    return land


def _exchanges(kept: Sequence[_Ranked], named: Mapping[int, str]) -> Iterator[Exchange]:
    """Events put together that one delegation took part in."""
    groups: list[list[_Ranked]] = []
    for one in sorted(kept, key=lambda r: (r.days.earliest, r.line.id)):
        group = next((g for g in groups if any(_together(one, other) for other in g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        people = sorted({person for one in group for person in one.people})
        yield Exchange(
            group[0].days.earliest,
            max(_end(one.days) for one in group),
            next((one.host for one in group if one.host is not None), None),
            tuple(dict.fromkeys(name for _, name in people)),
            named[people[0][0]],
            tuple(one.line for one in group),
        )


def _end(days: edtf.DateRange) -> dt.date:
    return days.latest if days.end is not None else days.earliest


def _together(one: _Ranked, other: _Ranked) -> bool:
    """Whether two events share somebody, a host as far as known, and lie near each other."""
    shared = {name for _, name in one.people} & {name for _, name in other.people}
    hosts = {one.host, other.host} - {None}
    gap = (one.days.earliest - _end(other.days)).days
    return bool(shared) and len(hosts) < 2 and -31 <= gap <= NEAR_DAYS  # noqa: PLR2004 - one host
