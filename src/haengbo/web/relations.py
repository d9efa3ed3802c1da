"""Two sides, or a standing line → what a page of them shows: the ledger's rows put together.

Invariant: every figure is the length of a list that the page, or a file at its side, gives; only
what occurred is counted, what is announced is named apart. Method and limits: docs/channels.md.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from haengbo.analysis.exchanges import Meeting, QuadCount, meetings_of, quads_of, states_of
from haengbo.analysis.expectations import Judged
from haengbo.knowledge import load
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.ledger import Ledger, bulk
from haengbo.ledger.between import (
    events_between,
    people_of,
    statements_at,
    statements_toward,
)
from haengbo.ledger.views import EventLine, StatementLine
from haengbo.model.decider import parse as parse_decider
from haengbo.model.reading import Status
from haengbo.web.foresight import judged_today
from haengbo.web.places import dyad_at

#: Fewer gaps than this are no habit.
FEW = 5
#: What is signed or agreed.
_SIGNED = ("sign", "ratify")
_HOME = "북한"
_DOCUMENT = "document"
#: With more states at an event, no pair is what it is about.
_MANY_STATES = 3
#: More years than this without an event are one row.
_LONG = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about: two sides, or a channel.

    Attributes:
        sides: Both names; none for a channel.
        channel: Its code; empty for two sides.
    """

    sides: tuple[str, ...] = ()
    channel: str = ""

    @property
    def path(self) -> str:
        """Address of the page."""
        return dyad_at(*self.sides) if self.sides else f"/channel/{self.channel}"


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said of the other, or what was said at a channel's events.

    Attributes:
        who: The side; empty for a channel.
        toward: Of whom; empty where it is of many.
        lines: Newest first.
        stances: (toward, polarity) and how many.
    """

    who: str
    toward: str
    lines: tuple[StatementLine, ...]
    stances: tuple[tuple[tuple[str, str], int], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's occurred events: by quad class, and all of them."""

    year: str
    quads: dict[str, int]
    events: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Everything that a page of a pair or channel shows.

    Attributes:
        subject: What it is about.
        events: What occurred, oldest first.
        planned: What was announced, oldest first.
        meetings: Meetings, calls and multilateral sessions on a known day, oldest first.
        quads: Occurred events by month and quad class.
        said: Statements by direction.
        expectations: Of which both sides, or people of the channel, are part; last due first.
    """

    subject: Subject
    events: tuple[EventLine, ...]
    planned: tuple[EventLine, ...]
    meetings: tuple[Meeting, ...]
    quads: tuple[QuadCount, ...]
    said: tuple[Said, ...]
    expectations: tuple[Judged, ...]

    @property
    def gaps(self) -> list[int]:
        """Days between meetings on different days."""
        return [meeting.gap for meeting in self.meetings if meeting.gap]

    @property
    def median_gap(self) -> float | None:
        """Their median; ``None`` below two."""
        return statistics.median(self.gaps) if len(self.gaps) > 1 else None

    @property
    def few(self) -> bool:
        """Whether the gaps are too few for a habit."""
        return len(self.gaps) < FEW

    @property
    def hosts(self) -> list[tuple[str, int]]:
        """States in which meetings took place, unknown places left out."""
        return Counter(m.host for m in self.meetings if m.host is not None).most_common()

    @property
    def signed(self) -> tuple[EventLine, ...]:
        """What was agreed, signed or ratified, newest first."""
        return tuple(x for x in self.newest if x.event.type == "AGREE" or x.event.mode in _SIGNED)

    @property
    def documents(self) -> tuple[StatementLine, ...]:
        """Statements made in documents, newest first, each once."""
        lines = {x.id: x for said in self.said for x in said.lines}
        return tuple(x for x in lines.values() if x.statement.form.value == _DOCUMENT)

    @property
    def newest(self) -> tuple[EventLine, ...]:
        """What occurred, newest first; what has no day stands last."""
        return _newest_first(self.events)

    @property
    def announced(self) -> tuple[EventLine, ...]:
        """What was announced, in the same order."""
        return _newest_first(self.planned)

    @property
    def years(self) -> list[Year]:
        """Every year from the last to the first; long stretches without events are one row."""
        every = Counter(line.day[:4] for line in self.events if line.day)
        if not every:
            return []
        counts: dict[str, dict[str, int]] = {}
        for cell in self.quads:
            own = counts.setdefault(cell.month[:4], {})
            own[cell.quad] = own.get(cell.quad, 0) + len(cell.events)
        span = [str(y) for y in range(int(max(every)), int(min(every)) - 1, -1)]
        rows: list[Year] = []
        for empty, group in groupby(span, key=lambda year: not every[year]):
            years = list(group)
            if empty and len(years) > _LONG:
                rows.append(Year(f"{years[-1]}–{years[0]}", {}, 0))
            else:
                rows += [Year(year, counts.get(year, {}), every[year]) for year in years]
        return rows


def _newest_first(lines: Sequence[EventLine]) -> tuple[EventLine, ...]:
    dated = [line for line in lines if line.day]
    return (*dated[::-1], *(line for line in lines if not line.day))


def relation_of(ledger: Ledger, subject: Subject, today: dt.date) -> Relation:
    """The ledger's side of a page."""
    with ledger.reading() as session:
        lines = events_between(session, subject.sides, subject.channel)
        if subject.sides:
            one, other = subject.sides
            pairs = ((one, other), (other, one))
            said = tuple(
                _said(who, of, statements_toward(session, people_of(session, who), of))
                for who, of in pairs
            )
        else:
            said = (_said("", "", statements_at(session, [line.id for line in lines])),)
    occurred = tuple(line for line in lines if line.event.status is Status.OCCURRED)
    knowledge = load()
    names = gazetteer(knowledge)
    foreseen = [item for item in judged_today(ledger, today) if _concerns(item, subject, names)]
    foreseen.sort(key=lambda item: (item.line.due or "9999", item.line.id), reverse=True)
    return Relation(
        subject,
        occurred,
        tuple(line for line in lines if line.event.status is Status.PLANNED),
        tuple(meetings_of(occurred, knowledge)),
        quads_of(occurred, knowledge),
        said,
        tuple(foreseen),
    )


def _said(who: str, toward: str, lines: Sequence[StatementLine]) -> Said:
    stances = Counter(
        (stance.toward, stance.polarity)
        for line in lines
        for stance in line.statement.stance
        if not toward or stance.toward == toward
    )
    return Said(who, toward, tuple(lines), tuple(stances.most_common()))


def _concerns(item: Judged, subject: Subject, names: Gazetteer) -> bool:
    """Whether an expectation is of both sides, or of people whose office meets in the channel."""
    foreseen = item.line.expectation
    decider = parse_decider(foreseen.decided_by)
    acting = (*decider.acting, *decider.targets) if decider else ()
    if subject.channel:
        titles = (role.title for name in acting for role in names.roles_of(name)[-1:])
        return any(names.channel_of(title) == subject.channel for title in titles)
    named = {foreseen.by, foreseen.to, *acting} - {None}
    states = {names.state_of(name) for name in named if name}
    return set(subject.sides) <= named | states


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who took part in the same events: how many, and the newest day."""

    one: str
    other: str
    events: int
    last_day: str


def pairs_of(ledger: Ledger, kind: str) -> list[Pair]:
    """Pairs by how many events that occurred they share, most first.

    Args:
        ledger: Where it is kept.
        kind: ``state`` (with those who act for it) or ``person``.
    """
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], str] = {}
    with ledger.reading() as session:
        for met in bulk.gatherings(session, (Status.OCCURRED.value,)):
            present = set(_present(met, kind))
            for pair in combinations(sorted(present, key=_home_first), 2):
                counts[pair] += 1
                last[pair] = max(last.get(pair, ""), met.day or "")
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Pair(*pair, n, last[pair]) for pair, n in ordered]


def _home_first(name: str) -> tuple[bool, str]:
    return name != _HOME, name


def _present(met: bulk.Gathering, kind: str) -> Iterator[str]:
    for part in met.participants:
        if part.kind == kind:
            yield part.name
        if kind == "state" and part.state:
            yield part.state


def counterpart(line: EventLine, states: Iterable[str]) -> str | None:
    """The one state beside the North at an event; ``None`` for several, or none of them.

    Args:
        line: The event.
        states: Names that are states.
    """
    others = states_of(line) & set(states) - {_HOME}
    return next(iter(others)) if len(others) == 1 else None


def pairs_at(line: EventLine) -> list[tuple[str, str]]:
    """The pairs of states that met at an event, the North first; none where very many did."""
    names = gazetteer(load())
    parts = line.event.participants
    found = {part.state or names.state_of(part.name) for part in parts} - {None}
    states = sorted((name for name in found if name), key=_home_first)
    return list(combinations(states, 2)) if len(states) <= _MANY_STATES else []
