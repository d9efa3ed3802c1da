"""The date of publication → what may be counted from it.

Comes in: EDTF, as exact as the page gives it. Goes out: a day to count from, and how exact it is.
Invariant: with a month only, no day is counted from it; with a year only, no month.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from haengbo.model.edtf import parse_or_none

#: Days within which what a page comes to is still news.
NEWS_DAYS = 4


@dataclass(frozen=True, slots=True)
class Today:
    """The day of publication, or the last day of its month or year.

    Attributes:
        day: To count from.
        precision: ``day``, ``month`` or ``year``.
        inferred: Whether it is only the first full date of the text: what follows may be later.
    """

    day: date
    precision: str
    inferred: bool = False

    def __str__(self) -> str:
        length = {"day": 10, "month": 7, "year": 4}[self.precision]
        return self.day.isoformat()[:length]

    @property
    def year(self) -> int:
        """Its year."""
        return self.day.year

    @property
    def month(self) -> int:
        """Its month; meaningless where only the year is known."""
        return self.day.month

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.precision == "day"

    @property
    def has_month(self) -> bool:
        """Whether the month is known."""
        return self.precision != "year"


def today_of(anchor: str | None) -> Today | None:
    """The day to count from, or ``None`` where nothing is known.

    Example:
        ``today_of("2025-10")`` is 31 October 2025 with precision ``month``.
    """
    value = parse_or_none(anchor)
    if value is None or value.is_open or value.start is None:
        return None
    point = value.start
    month = point.month or 12
    day = point.day or calendar.monthrange(point.year, month)[1]
    return Today(date(point.year, month, day), point.precision)


def is_old(day: date | None, today: Today | None) -> bool:
    """Whether a day lies further back than what a page of today tells as news."""
    if day is None or today is None or not today.exact or today.inferred:
        return False
    return (today.day - day).days > NEWS_DAYS


def day_of_news(lead: date | None, today: Today | None) -> date | None:
    """The day that a page tells of: that of its lead, if that is news, else its own."""
    published = today.day if today is not None else None
    return published if lead is None or is_old(lead, today) else lead
