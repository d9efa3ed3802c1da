"""EDTF dates → words for people: ``2026-01/2026-06`` is ``2026년 1–6월`` or ``Jan–Jun 2026``.

What is no date comes out as it went in, so that nothing the ledger says is lost.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from haengbo.web.dates import parse_day

_DATE = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T.*)?")
_SEASONS = {
    21: ("봄", "spring"),
    22: ("여름", "summer"),
    23: ("가을", "autumn"),
    24: ("겨울", "winter"),
}
_MONTHS = 12
_OPEN = {"", ".."}


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as far as it is known; ``month`` may be a season (21–24)."""

    year: str
    month: int | None
    day: int | None

    @property
    def place(self) -> tuple[str, int | None, int | None]:
        return self.year, self.month, self.day


def _parsed(text: str) -> _Date | None:
    found = _DATE.fullmatch(text.strip("~?%"))
    if found is None:
        return None
    month, day = (
        int(part) if (part := found[name]) and part != "XX" else None for name in ("month", "day")
    )
    named = month is None or 1 <= month <= _MONTHS or month in _SEASONS
    return _Date(found["year"], month, day) if named else None


def _korean(date: _Date, since: tuple[str | None, int | None]) -> str:
    """Year, month and day, without what ``since`` (year, month) has said already."""
    parts = []
    if date.year != since[0]:
        decade = date.year.endswith("X")
        parts.append(f"{date.year[:3]}0년대" if decade else f"{date.year}년")
    if date.month in _SEASONS:
        parts.append(_SEASONS[date.month or 0][0])
    elif date.month and (date.year, date.month) != since:
        parts.append(f"{date.month}월")
    if date.day:
        parts.append(f"{date.day}일")
    return " ".join(parts)


def _english(date: _Date, *, year: bool = True, month: bool = True) -> str:
    parts = [str(date.day)] if date.day else []
    if date.month in _SEASONS:
        parts.append(_SEASONS[date.month or 0][1])
    elif date.month and month:
        parts.append(calendar.month_abbr[date.month])
    if year:
        parts.append(f"{date.year[:3]}0s" if date.year.endswith("X") else date.year)
    return " ".join(parts)


def _span_ko(first: _Date, last: _Date, year: str | None) -> str:
    start = _korean(first, (year, None))
    if first.year != last.year:
        if first.month is None and last.month is None:
            return f"{first.year}–{last.year}년"
        return f"{start} – {_korean(last, (None, None))}"
    if first.month == last.month:
        return f"{start.removesuffix('일')}–{last.day}일" if first.day and last.day else start
    if first.day or last.day or first.month in _SEASONS:
        return f"{start} – {_korean(last, (first.year, None))}"
    return f"{start.removesuffix('월')}–{last.month}월"


def _span_en(first: _Date, last: _Date, year: str | None) -> str:
    shown = last.year != year
    end = _english(last, year=shown)
    if first.year != last.year:
        gap = "–" if first.month is None else " – "
        return f"{_english(first)}{gap}{_english(last)}"
    if first.month == last.month:
        return f"{first.day}–{end}" if first.day and last.day else end
    gap = " – " if first.day else "–"
    return f"{_english(first, year=False)}{gap}{end}"


def _interval(first: str, last: str, lang: str, year: str | None) -> str | None:
    start, end = _parsed(first), _parsed(last)
    if start and end:
        if start.place == end.place:
            return _one(start, lang, year)
        return _span_ko(start, end, year) if lang == "ko" else _span_en(start, end, year)
    if end and first in _OPEN:
        words = _one(end, lang, year)
        return f"{words}까지" if lang == "ko" else f"by {words}"
    if start and last in _OPEN:
        words = _one(start, lang, year)
        return f"{words}부터" if lang == "ko" else f"from {words}"
    return None


def _one(date: _Date, lang: str, year: str | None) -> str:
    plain = date.month is None and date.day is None
    if lang == "ko":
        return _korean(date, (None if plain else year, None))
    return _english(date, year=plain or date.year != year)


def date_words(value: str | None, lang: str, *, year: str | None = None) -> str:
    """An EDTF value in words.

    Args:
        value: EDTF as the ledger has it, or ``None``.
        lang: ``ko`` or ``en``.
        year: A year that the surroundings say already; it is left out then.

    Example:
        ``date_words("../2025-10-10", "ko")`` is ``"2025년 10월 10일까지"``.
    """
    if not value:
        return ""
    first, slash, last = value.partition("/")
    if slash:
        words = _interval(first, last, lang, year)
    else:
        date = _parsed(value)
        words = _one(date, lang, year) if date else None
    if words is None:
        return value
    return f"~{words}" if any(mark in value for mark in "~?%") else words


def day_words(value: str | None, lang: str) -> str:
    """For tables and logs: a whole day as ISO, anything less precise in words."""
    if value and "/" not in value and parse_day(value):
        return value[:10]
    return date_words(value, lang)
