"""Events between two sides and along standing lines: who met whom, how often, after what gaps.

Comes in: events. Goes out: for a pair of states or actors the counts by quad class and month; for a
channel its sequence with gaps, hosts, and what is announced next. Every count lists its events.
Only what occurred is counted; what is planned is named apart.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.knowledge.quads import QuadRow
from haengbo.ledger.views import EventLine
from haengbo.model import edtf
from haengbo.model.reading import Status

#: Modes of events at which sides meet or speak to each other.
MEETINGS = ("meeting", "phone", "multilateral")


@dataclass(frozen=True, slots=True)
class QuadCount:
    """Events of one month and quad class, with their ids."""

    month: str
    quad: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """What passed between two sides.

    Attributes:
        sides: The two names.
        events: Occurred events with both, oldest first.
        quads: By month and quad class; months without events are left out.
        planned: Planned events with both, oldest first.
    """

    sides: tuple[str, str]
    events: tuple[EventLine, ...]
    quads: tuple[QuadCount, ...]
    planned: tuple[EventLine, ...]

    def total(self, quad: str) -> int:
        """Events of a quad class."""
        return sum(len(row.events) for row in self.quads if row.quad == quad)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event of a channel.

    Attributes:
        line: The event.
        gap: Days since the one before, ``None`` for the first.
        host: State in which it took place, or ``None``.
    """

    line: EventLine
    gap: int | None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelHistory:
    """A standing line.

    Attributes:
        channel: Its code.
        meetings: Occurred events with a day, oldest first.
        median_gap: Median of the days between meetings on different days; ``None`` below two.
        hosts: State in which it took place → how often; unknown places left out.
        planned: What was announced at any time, oldest first.
        upcoming: What is announced and still ahead of the last meeting and of today.
        since_last: Days from the last meeting to today; ``None`` without a meeting or a day.
    """

    channel: str
    meetings: tuple[Meeting, ...]
    median_gap: float | None
    hosts: tuple[tuple[str, int], ...]
    planned: tuple[EventLine, ...]
    upcoming: tuple[EventLine, ...] = ()
    since_last: int | None = None

    @property
    def gaps(self) -> tuple[int, ...]:
        """Days between meetings on different days."""
        return tuple(m.gap for m in self.meetings if m.gap)


def day_of(line: EventLine) -> dt.date | None:
    """The day an event happened or began, if its date says a day."""
    first = (line.event.date or "").split("/")[0]
    try:
        return dt.date.fromisoformat(first)
    except ValueError:
        return None


def states_of(line: EventLine) -> frozenset[str]:
    """The participants and the states they are or act for."""
    return frozenset(
        name for p in line.event.participants for name in (p.name, p.state) if name is not None
    )


def _ordered(lines: Iterable[EventLine]) -> list[EventLine]:
    return sorted(lines, key=lambda line: (line.day or "9999", line.id))


def _of_status(lines: Iterable[EventLine], status: Status) -> list[EventLine]:
    return [line for line in lines if line.event.status is status]


def quads_of(lines: Iterable[EventLine], knowledge: Knowledge) -> tuple[QuadCount, ...]:
    """Events with a month counted by it and by quad class."""
    quads = {row.id: row.quad for row in knowledge.table("quads", QuadRow)}
    counted: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        quad = quads.get(line.event.type)
        if quad and line.day:
            counted.setdefault((line.day[:7], quad), []).append(line.id)
    return tuple(QuadCount(m, q, tuple(ids)) for (m, q), ids in sorted(counted.items()))


def dyad(lines: Iterable[EventLine], sides: tuple[str, str], knowledge: Knowledge) -> Dyad:
    """What passed between two states, bodies or people."""
    between = [line for line in _ordered(lines) if set(sides) <= states_of(line)]
    occurred = _of_status(between, Status.OCCURRED)
    return Dyad(
        sides,
        tuple(occurred),
        quads_of(occurred, knowledge),
        tuple(_of_status(between, Status.PLANNED)),
    )


def meetings_of(
    lines: Iterable[EventLine], knowledge: Knowledge, modes: Sequence[str] = MEETINGS
) -> list[Meeting]:
    """Those of some events at which sides met on a known day, oldest first, with their gaps."""
    names = gazetteer(knowledge)
    meetings: list[Meeting] = []
    before: dt.date | None = None
    for line in _of_status(_ordered(lines), Status.OCCURRED):
        day = day_of(line)
        if day is None or line.event.mode not in modes:
            continue
        gap = (day - before).days if before else None
        place = line.event.place
        meetings.append(Meeting(line, gap, land_of(place, names) if place else None))
        before = day
    return meetings


def channel_history(
    lines: Iterable[EventLine],
    channel: str,
    knowledge: Knowledge,
    modes: Sequence[str] = MEETINGS,
    *,
    sides: Sequence[str] = (),
    today: dt.date | None = None,
) -> ChannelHistory:
    """The meetings of a standing line, with gaps and hosts.

    Args:
        lines: Events, in any order.
        channel: Code of the channel.
        knowledge: For the states that places lie in.
        modes: Which events are meetings of it.
        sides: States or people that must all take part; anybody if empty.
        today: From when the last meeting and the next are told.
    """
    own = [
        line
        for line in _ordered(lines)
        if line.event.channel == channel and set(sides) <= states_of(line)
    ]
    meetings = meetings_of(own, knowledge, modes)
    before = day_of(meetings[-1].line) if meetings else None
    gaps = [m.gap for m in meetings if m.gap]
    hosts = Counter(m.host for m in meetings if m.host is not None)
    planned = _of_status(own, Status.PLANNED)
    ahead = max((day for day in (before, today) if day), default=None)
    return ChannelHistory(
        channel,
        tuple(meetings),
        statistics.median(gaps) if len(gaps) > 1 else None,
        tuple(hosts.most_common()),
        tuple(planned),
        tuple(line for line in planned if ahead is not None and _ends_after(line, ahead)),
        (today - before).days if today is not None and before is not None else None,
    )


def _ends_after(line: EventLine, day: dt.date) -> bool:
    days = edtf.parse_or_none(line.event.date)
    return days is not None and days.latest >= day


def land_of(place: str, names: Gazetteer) -> str | None:
    """The state a place lies in, by its last word that the pack knows.

    Example:
        ``러시아 아무르주 보스토치니 우주기지`` lies in 러시아.
    """
    for word in [place, *reversed(place.split())]:
        state = names.state_of(word)
        if state:
            return state
    return None
