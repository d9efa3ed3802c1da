"""Events of a filter → the chronicle's chapters: months, of which the first are set in full.

Of all dated events the numbers are known (for the strip and the folded months); whole events are
fetched for the open months only, and not more than ``MOST_ENTRIES``, so that a large ledger opens
as fast as a small one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter, EventLine, EventTick, MonthCount
from haengbo.web.charts.density import Tick, month_ruler
from haengbo.web.dates import days_in, parse_day

#: Entries that are set in full before further chapters are folded.
OPEN_ENTRIES = 40
#: Entries that are set in full on one page at most.
MOST_ENTRIES = 60
#: Undated events that are set in full at most.
_MOST_UNDATED = 200
_YEAR_LENGTH, _MONTH_LENGTH = len("2024"), len("2024-11")
#: Share of the oldest events that the strip may leave out.
_RECALLED = 0.03


@dataclass(frozen=True, slots=True)
class Chapter:
    """A month of the chronicle.

    Attributes:
        month: ``YYYY-MM``, or ``None`` for events without a date.
        count: How many events it has.
        lines: Its events in the order asked for; empty where folded.
        ruler: Its days with ticks as markup, for an open one.
    """

    month: str | None
    count: int
    lines: tuple[EventLine, ...] = ()
    ruler: str = ""

    @property
    def open(self) -> bool:
        """Whether it is set in full."""
        return bool(self.lines)

    @property
    def goes_on(self) -> str | None:
        """The day from which to ask for the rest, if the chapter breaks off before it ends."""
        days = [line.day for line in self.lines if line.day]
        cut = self.month is not None and 0 < len(self.lines) < self.count
        return days[-1] if cut and days and days[0] != days[-1] else None

    @property
    def pages(self) -> int:
        """보도: distinct reporting pages."""
        return len({p for line in self.lines for o in line.event.origins for p in o.pages})

    @property
    def origins(self) -> int:
        """원천: distinct origins."""
        return len({o.name for line in self.lines for o in line.event.origins})

    @property
    def voices(self) -> int:
        """목소리: distinct voices."""
        return len({v for line in self.lines for v in line.event.voices})


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the page shows.

    Attributes:
        density: Dated events of the filter by month and channel.
        around: What the strip shows: the same, but of all months when one month is asked for.
        chapters: Its months, and the undated events last.
        total: Events, the undated included.
        before: Month before the only month asked for, with its number of events.
        after: The month after it.
    """

    density: tuple[MonthCount, ...]
    around: tuple[MonthCount, ...]
    chapters: tuple[Chapter, ...]
    total: int
    before: tuple[str, int] | None = None
    after: tuple[str, int] | None = None


def month_counts(density: Sequence[MonthCount]) -> dict[str, int]:
    """Events of each month that has any, in order; those of a year alone belong to none."""
    return {m: n for m, n in _counts(density).items() if len(m) == _MONTH_LENGTH}


def _counts(density: Sequence[MonthCount]) -> dict[str, int]:
    """Events of each month, and of each year where no more is known, in order."""
    counts: Counter[str] = Counter()
    for cell in density:
        counts[cell.month] += cell.count
    return dict(sorted(counts.items()))


def chapter_of(line: EventLine) -> str:
    """The month that an event belongs to; its year where its date gives no more.

    Example:
        ``2023-09``, or ``2023`` for what happened some time in 2023.
    """
    date, day = line.event.date or "", line.day or ""
    year_alone = date[:1].isdecimal() and date[4:5] != "-"
    return day[:_YEAR_LENGTH] if year_alone else day[:_MONTH_LENGTH]


def exact_day(date: str | None) -> dt.date | None:
    """The day an event happened or began, if its date says a day; a month has none."""
    first = (date or "").split("/")[0]
    return parse_day(first)


def drawn(ticks: Sequence[EventTick]) -> list[Tick]:
    """Events with a day as ticks; without a channel they stand in the lane of third parties."""
    return [
        Tick(day, tick.channel or "third", tick.status)
        for tick in ticks
        if (day := exact_day(tick.date)) is not None
    ]


def window_of(density: Sequence[MonthCount]) -> tuple[str, str] | None:
    """First and last month of the strip; a few recalled events of long ago do not stretch it."""
    counts = month_counts(density)
    left_out = int(sum(counts.values()) * _RECALLED)
    for month, count in counts.items():
        if left_out < count:
            return month, max(counts)
        left_out -= count
    return None


def only_month(chosen: EventFilter) -> str | None:
    """The month, if the filter's period is one whole month."""
    since, until = chosen.since or "", chosen.until or ""
    month = since[:7]
    whole = month and since == f"{month}-01" and until == f"{month}-{days_in(month):02d}"
    return month if whole else None


def neighbours(
    month: str | None, density: Sequence[MonthCount]
) -> tuple[tuple[str, int] | None, tuple[str, int] | None]:
    """The months with events before and after a month."""
    if month is None:
        return None, None
    counts = month_counts(density)
    earlier = [item for item in counts.items() if item[0] < month]
    later = [item for item in counts.items() if item[0] > month]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def chronicle_of(
    ledger: Ledger, chosen: EventFilter, title: str, *, undated: bool = False
) -> Chronicle:
    """The chronicle of a filter.

    Args:
        ledger: Where it is kept.
        chosen: The filter.
        title: What is said of a month's ruler.
        undated: Whether only the events without a date are asked for.
    """
    if undated:
        lines = _undated(ledger, chosen)
        return Chronicle((), (), (Chapter(None, len(lines), lines),) if lines else (), len(lines))
    density = ledger.density(chosen)
    counts = _counts(density)
    month = only_month(chosen)
    around = ledger.density(replace(chosen, since=None, until=None)) if month else density
    months = sorted(counts, reverse=chosen.newest_first)
    # What only lasts into the month asked for stands after what happened in it
    shown = sorted(months, key=lambda m: m != month)
    dated = sum(counts.values())
    wanted = min(MOST_ENTRIES, dated if month else _open_until(months, counts))
    listing = ledger.events(chosen, size=max(1, wanted))
    before, after = neighbours(month, around)
    made = _chapters(shown, counts, listing.items, title)
    if rest := listing.total - dated:
        made.append(Chapter(None, rest, () if dated else _undated(ledger, chosen)))
    return Chronicle(density, around, tuple(made), listing.total, before, after)


def _open_until(months: Sequence[str], counts: dict[str, int]) -> int:
    """How many events the open months hold together."""
    shown = 0
    for month in months:
        if shown >= OPEN_ENTRIES:
            break
        shown += counts[month]
    return shown


def _chapters(
    months: Sequence[str], counts: dict[str, int], lines: Sequence[EventLine], title: str
) -> list[Chapter]:
    inside: dict[str, tuple[EventLine, ...]] = {}
    for line in lines:
        if line.day:
            inside[chapter_of(line)] = (*inside.get(chapter_of(line), ()), line)
    return [
        Chapter(month, counts[month], inside[month], _ruler(month, inside[month], title))
        if month in inside
        else Chapter(month, counts[month])
        for month in months
    ]


def _ruler(month: str, lines: Sequence[EventLine], title: str) -> Markup:
    if len(month) < _MONTH_LENGTH:
        return Markup()
    ticks = [
        Tick(day, line.event.channel.value if line.event.channel else "third", line.event.status)
        for line in lines
        if (day := exact_day(line.event.date)) is not None and day.isoformat()[:7] == month
    ]
    return month_ruler(month, ticks, title)


def _undated(ledger: Ledger, chosen: EventFilter) -> tuple[EventLine, ...]:
    """Events without a date; they come last in every list."""
    if chosen.since or chosen.until:
        return ()
    total = ledger.events(chosen, size=1).total
    dated = sum(cell.count for cell in ledger.density(chosen))
    size = 50
    lines: list[EventLine] = []
    for number in range(dated // size + 1, -(-total // size) + 1):
        found = ledger.events(chosen, number=number, size=size).items
        lines += [line for line in found if line.day is None]
        if len(lines) >= _MOST_UNDATED:
            break
    return tuple(lines[:_MOST_UNDATED])


def nearest(ledger: Ledger, chosen: EventFilter) -> tuple[EventLine | None, EventLine | None]:
    """The events nearest before and after a period in which there is none."""
    if not (chosen.since or chosen.until):
        return None, None
    before = after = None
    if chosen.since:
        earlier = replace(chosen, since=None, until=chosen.since, newest_first=True)
        before = next(iter(ledger.events(earlier, size=1).items), None)
    if chosen.until:
        later = replace(chosen, since=chosen.until, until=None, newest_first=False)
        after = next(iter(ledger.events(later, size=1).items), None)
    return before, after
