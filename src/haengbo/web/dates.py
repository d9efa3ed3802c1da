"""EDTF dates → what is printed: big numerals, month heads, spans, weekdays, in two languages."""

from __future__ import annotations

import calendar
import datetime as dt

_WEEKDAYS_KO = "월화수목금토일"
_DAY_LENGTH = len("2024-11-02")


def parse_day(value: str | None) -> dt.date | None:
    """An exact ISO day as a date, or ``None`` for anything less precise."""
    if not value or len(value) < _DAY_LENGTH:
        return None
    try:
        return dt.date.fromisoformat(value[:_DAY_LENGTH])
    except ValueError:
        return None


def weekday(day: dt.date, lang: str, *, long: bool = False) -> str:
    """``토`` / ``토요일`` or ``Sat`` / ``Saturday``."""
    if lang == "ko":
        return _WEEKDAYS_KO[day.weekday()] + ("요일" if long else "")
    names = calendar.day_name if long else calendar.day_abbr
    return names[day.weekday()]


def month_title(month: str, lang: str) -> tuple[str, str]:
    """The two words of a month in the order of the language, of ``2024-11``.

    Example:
        ``("2024년", "11월")`` or ``("November", "2024")``; of ``2024`` alone ``("2024년", "")``.
    """
    year, _, number = month.partition("-")
    if not number:
        return (f"{year}년", "") if lang == "ko" else ("", year)
    if lang == "ko":
        return f"{year}년", f"{int(number)}월"
    return calendar.month_name[int(number)], year


def months_between(first: str, last: str) -> list[str]:
    """Every ``YYYY-MM`` from ``first`` to ``last``, both included."""
    year, month = int(first[:4]), int(first[5:7])
    end = (int(last[:4]), int(last[5:7]))
    months = []
    while (year, month) <= end:
        months.append(f"{year:04d}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004
    return months


def days_in(month: str) -> int:
    """Number of days of ``YYYY-MM``."""
    return calendar.monthrange(int(month[:4]), int(month[5:7]))[1]
