"""EDTF dates as pairs of days: the little arithmetic that several stages need.

Comes in: an EDTF string as readings hold it (``2024-11``, ``2025-10-28/2025-10-29``,
``../2025-10-10``, ``2024-10-29/..``, ``202X``, with or without a time). Goes out: first and last
day. Invariant: an open or unknown end is ``None``, never a guess.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from haengbo.errors import HaengboError

_DATE = re.compile(r"(\d{2}[\dX]{2})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T[0-9:.+Z-]*)?[~?%]?")


class EdtfError(HaengboError, ValueError):
    """A string that is no EDTF date of the kinds readings use."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of calendar days, both ends included.

    Attributes:
        first: ``None`` where open or unknown.
        last: ``None`` where open or unknown.
    """

    first: date | None
    last: date | None

    @property
    def length(self) -> int | None:
        """Number of days, or ``None`` for an open end."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def overlaps(self, other: Days) -> bool:
        """Whether some day lies in both."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def contains(self, other: Days) -> bool:
        """Whether every day of ``other`` lies in this stretch."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def gap(self, other: Days) -> int:
        """Days between the two stretches; 0 where they overlap, 1 for neighbours."""
        if self.overlaps(other):
            return 0
        if self.last is not None and other.first is not None and self.last < other.first:
            return (other.first - self.last).days
        return other.gap(self)


def _single(text: str) -> Days:
    match = _DATE.fullmatch(text)
    if match is None:
        raise EdtfError(f"{text!r} is no date that readings use")
    year, month, day = match.groups()
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return Days(date(first_year, 1, 1), date(last_year, 12, 31))
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - seasons are not used here
        raise EdtfError(f"{text!r} has no such month")
    if day is None or day == "XX":
        last = calendar.monthrange(last_year, int(month))[1]
        return Days(date(first_year, int(month), 1), date(last_year, int(month), last))
    try:
        exact = date(first_year, int(month), int(day))
    except ValueError as error:
        raise EdtfError(f"{text!r} has no such day") from error
    return Days(exact, exact)


def days_of(value: str) -> Days:
    """First and last day that an EDTF string denotes.

    Raises:
        EdtfError: The string is not one of the forms named above.

    Example:
        ``days_of("2024-11")`` runs from 2024-11-01 to 2024-11-30.
    """
    if "/" not in value:
        return _single(value)
    start, _, end = value.partition("/")
    first = None if start in {"", ".."} else _single(start).first
    last = None if end in {"", ".."} else _single(end).last
    if first is not None and last is not None and last < first:
        raise EdtfError(f"{value!r} ends before it starts")
    return Days(first, last)


def maybe_days(value: str | None) -> Days | None:
    """``days_of``, or ``None`` for no date or one that cannot be understood."""
    if value is None:
        return None
    try:
        return days_of(value)
    except EdtfError:
        return None


def is_day(value: str | None) -> bool:
    """Whether the string denotes one exact day."""
    days = maybe_days(value)
    return days is not None and days.length == 1
