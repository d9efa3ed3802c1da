"""Days, months, quarters, seasons: the arithmetic of the calendar, in EDTF.

Comes in: years, months, parts named in Korean (초, 중순, 상반기, 봄). Goes out: EDTF strings.
Invariant: nothing here looks at a text; an impossible date is ``None``, never a guess.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

#: Part of a month → first and last day (0: the last of the month).
_MONTH_PARTS = {
    "초": (1, 10),
    "초순": (1, 10),
    "상순": (1, 10),
    "초반": (1, 10),
    "중순": (11, 20),
    "중반": (11, 20),
    "하순": (21, 0),
    "말": (21, 0),
    "후반": (16, 0),
    "초중순": (1, 20),
    "중하순": (11, 0),
}
#: Part of a year → first and last month.
_YEAR_PARTS = {
    "초": (1, 3),
    "초반": (1, 3),
    "중반": (5, 8),
    "말": (10, 12),
    "연말": (12, 12),
    "후반": (7, 12),
    "상반기": (1, 6),
    "상반년": (1, 6),
    "하반년": (7, 12),
    "전반기": (1, 6),
    "하반기": (7, 12),
    "후반기": (7, 12),
    "1분기": (1, 3),
    "2분기": (4, 6),
    "3분기": (7, 9),
    "4분기": (10, 12),
    "봄": (3, 5),
    "여름": (6, 8),
    "가을": (9, 11),
    "겨울": (12, 14),
}
#: Part of a week → first and last weekday, Monday is 0.
_WEEK_PARTS = {
    "초": (0, 1),
    "초반": (0, 1),
    "중반": (2, 3),
    "후반": (3, 4),
    "말": (5, 6),
    "내": (0, 6),
}
WEEKDAYS = "월화수목금토일"
_MONTHS = 12
_DAY = len("2024-11-02")


def day_text(value: date) -> str:
    """A day as EDTF."""
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"


def month_text(year: int, month: int) -> str:
    """A month as EDTF; months outside 1–12 run over into other years."""
    shifted = year * _MONTHS + month - 1
    return f"{shifted // _MONTHS:04d}-{shifted % _MONTHS + 1:02d}"


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month ``by`` months later."""
    index = year * _MONTHS + month - 1 + by
    return index // _MONTHS, index % _MONTHS + 1


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` if there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(value: date, by: int) -> date | None:
    """The day ``by`` days later, or ``None`` outside the calendar."""
    try:
        return value + timedelta(days=by)
    except OverflowError:
        return None


def interval(first: str, last: str) -> str:
    """EDTF of two ends; a single date where they are the same."""
    return first if first == last else f"{first}/{last}"


def month_part(year: int, month: int, part: str) -> str | None:
    """Part of a month: ``month_part(2024, 10, "초중순")`` is ``2024-10-01/2024-10-20``."""
    if part not in _MONTH_PARTS:
        return None
    first, last = _MONTH_PARTS[part]
    last = last or calendar.monthrange(year, month)[1]
    text = month_text(year, month)
    return f"{text}-{first:02d}/{text}-{last:02d}"


def year_part(year: int, part: str) -> str | None:
    """Part of a year: ``year_part(2026, "초")`` is ``2026-01/2026-03``; a winter ends next year."""
    if part not in _YEAR_PARTS:
        return None
    first, last = _YEAR_PARTS[part]
    return interval(month_text(year, first), month_text(year, last))


def week_part(monday: date, part: str | None) -> str | None:
    """A week or its part: ``초`` is Monday and Tuesday, ``말`` the weekend."""
    first, last = _WEEK_PARTS.get(part or "내", (0, 6))
    start, end = shift_days(monday, first), shift_days(monday, last)
    return interval(day_text(start), day_text(end)) if start and end else None


def monday_of(value: date, weeks: int) -> date | None:
    """Monday of the week ``weeks`` weeks after the one of ``value``."""
    return shift_days(value, 7 * weeks - value.weekday())


def season_of(name: str, today: date, direction: int) -> int:
    """Year of a season: ``direction`` -1 the last that is over, 1 the next, 0 this year's.

    The winter of a year begins in its December.
    """
    first, last = _YEAR_PARTS[name]
    if direction < 0:
        over = today.year * _MONTHS + today.month - 1
        return today.year if over > today.year * _MONTHS + last - 1 else today.year - 1
    if direction > 0 and today.month > first:
        return today.year + 1
    return today.year


def is_long_past(value: str, day: str | None) -> bool:
    """Whether a day lies before yesterday, as seen from another; ``False`` where either is vague.

    Example:
        ``is_long_past("2024-11-01", "2024-11-05")``, not of ``2024-11-04``.
    """
    last = value.rpartition("/")[2]
    if day is None or len(last) != _DAY or len(day) != _DAY:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(last)).days > 1
