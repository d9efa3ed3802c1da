"""EDTF strings ↔ typed ranges of days, and how two dates stand to each other.

EDTF (ISO 8601-2) is the notation of every date in this project. Here: ``2024``, ``2024-11``,
``2024-11-02``, a date with a time (the time is dropped), intervals ``A/B`` with an open end
(``2024-10-29/..``, ``../2024-11``), qualifiers ``~ ? %`` (approximate, uncertain). Invariant:
``parse(format_range(x)) == x``; the earliest day of a range is never after its latest.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T\S{1,40})?)?)?([~?%])?")
OPEN = ".."


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day.

    Attributes:
        year: 1–9999.
        month: 1–12, or ``None`` for a whole year.
        day: Day of the month, or ``None`` for a whole month or year.
        qualifier: ``~`` approximate, ``?`` uncertain, ``%`` both, or empty.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    def __post_init__(self) -> None:
        date(self.year, self.month or 1, self.day or 1)
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")

    @property
    def first(self) -> date:
        """The first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text + self.qualifier


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date or interval.

    Attributes:
        start: First end, ``None`` where it is open.
        end: Last end, ``None`` where it is open. For a single date the same as ``start``.
        interval: Whether it is written with a slash.
    """

    start: Point | None
    end: Point | None
    interval: bool = False

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs one end")
        if not self.interval and self.start != self.end:
            raise ValueError("a single date has one end")
        if self.earliest > self.latest:
            raise ValueError("an interval does not run backwards")

    @property
    def earliest(self) -> date:
        """The first day it covers; ``date.min`` where it is open."""
        return self.start.first if self.start else date.min

    @property
    def latest(self) -> date:
        """The last day it covers; ``date.max`` where it is open."""
        return self.end.last if self.end else date.max

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether one end is open (``..``)."""
        return self.start is None or self.end is None

    @property
    def precision(self) -> str:
        """The coarser precision of its ends: ``day``, ``month`` or ``year``."""
        ends = [point.precision for point in (self.start, self.end) if point]
        return max(ends, key=("day", "month", "year").index)

    def __str__(self) -> str:
        start = str(self.start) if self.start else OPEN
        if not self.interval:
            return start
        return f"{start}/{self.end or OPEN}"


def _point(text: str) -> Point | None:
    if text == OPEN:
        return None
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"no EDTF date: {text!r}")
    year, month, day, qualifier = match.groups()
    return Point(
        int(year), int(month) if month else None, int(day) if day else None, qualifier or ""
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> DateRange:
    """EDTF → typed range.

    Args:
        text: E.g. ``2024-11-02T08:12+09:00``, ``2024-06/2024-11``, ``2024-10-29/..``.

    Raises:
        ValueError: It is none of these, or names a day that does not exist.

    Example:
        ``parse("2024-06/2024-11").latest`` is 30 November 2024.
    """
    first, slash, second = text.partition("/")
    start = _point(first)
    return DateRange(start, _point(second) if slash else start, interval=bool(slash))


def parse_or_none(text: str | None) -> DateRange | None:
    """As ``parse``, but ``None`` for ``None`` and for what is no EDTF."""
    if text is None:
        return None
    try:
        return parse(text)
    except ValueError:
        return None


def format_range(value: DateRange) -> str:
    """Typed range → EDTF."""
    return str(value)


def day(value: date) -> str:
    """A calendar day as EDTF."""
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"


def interval(start: str, end: str) -> str:
    """``start/end``, or just the date where both ends are the same."""
    return start if start == end else f"{start}/{end}"


def contains(outer: str, inner: str) -> bool:
    """Whether every day of ``inner`` is a day of ``outer``.

    Example:
        ``contains("2024-11", "2024-11-02")`` is true.
    """
    a, b = parse(outer), parse(inner)
    return a.earliest <= b.earliest and b.latest <= a.latest


def overlaps(first: str, second: str) -> bool:
    """Whether they share a day."""
    a, b = parse(first), parse(second)
    return a.earliest <= b.latest and b.earliest <= a.latest


def days_apart(first: str, second: str) -> int:
    """Days between the nearest days of two dates; 0 where they overlap."""
    a, b = parse(first), parse(second)
    if a.latest < b.earliest:
        return (b.earliest - a.latest).days
    return (a.earliest - b.latest).days if b.latest < a.earliest else 0


def nearness(first: str, second: str, *, days: int = 3) -> float:
    """How near two dates are: 1 where they overlap, falling evenly to 0 beyond ``days`` days."""
    return max(0.0, 1.0 - days_apart(first, second) / (days + 1))


def compare(first: str, second: str) -> int | None:
    """-1 where ``first`` lies wholly before, 1 wholly after, 0 if equal, else ``None``."""
    a, b = parse(first), parse(second)
    if a.latest < b.earliest:
        return -1
    if b.latest < a.earliest:
        return 1
    return 0 if (a.earliest, a.latest) == (b.earliest, b.latest) else None


def order(text: str) -> tuple[date, date]:
    """Sort key: by first day, the more exact date first."""
    value = parse(text)
    return value.earliest, value.latest
