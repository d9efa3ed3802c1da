"""A length of time that hangs on a date → its value in EDTF.

``5개월만``: an interval from the date that the sentence gives (or the length counts back to) to
the day told of, as exact as the unit, in days where both days are given. ``사흘 전``, ``보름 뒤``:
a day, month or year, as the unit says. ``2년 안``, ``지난 3개월``: from or up to publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.around import counted_back
from haengbo.korean.times.expressions import Counted, Relation
from haengbo.korean.times.quantities import Amount
from haengbo.korean.times.setting import Resolved, Setting
from haengbo.model.edtf import Point, parse

_UNIT_MONTHS = {"month": 1, "year": 12}


def _point(value: str) -> Point | None:
    """The first end of a value."""
    return parse(value).start


def _cut(day: date, precision: str) -> str:
    """A day as exact as ``day``, ``month`` or ``year``."""
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def _shift(day: date, amount: Amount, sign: int) -> date | None:
    """The day that lies an amount earlier (-1) or later (1)."""
    months = _UNIT_MONTHS.get(amount.unit)
    if months is None:
        return cal.shift_days(day, sign * round(amount.days))
    whole, half = divmod(amount.number, 1)
    year, month = cal.shift_month(day.year, day.month, sign * int(whole) * months)
    if not 0 < year < 9999:  # noqa: PLR2004 - the calendar's last year
        return None
    shifted = next(
        found for last in (day.day, 30, 29, 28) if (found := cal.make_day(year, month, last))
    )
    return cal.shift_days(shifted, sign * round(half * months * 30.44)) if half else shifted


def _grain(amount: Amount) -> str:
    return "day" if amount.unit == "week" else amount.unit


def _start_named(
    counted: Counted, end: date, before: Iterable[Resolved], days: Iterable[date]
) -> str | None:
    """The date that the count begins at, where the page gives one."""
    amount = counted.amount
    for named in reversed(list(before)):
        last = parse(named.value).end if _grain(amount) == "day" else None
        known = last is not None and last.precision == "day" and last.first < end
        if known and last is not None and amount.fits((end - last.first).days):
            return str(last)  # 18∼19일 … 사흘 만: counted from the day on which it ended
        point = _point(named.first or named.value)
        if point is None or point.first >= end:
            continue
        if amount.fits((end - point.first).days) or amount.fits((end - point.last).days):
            return str(point)
    if _grain(amount) == "day":
        near = [day for day in days if day < end and amount.fits((end - day).days)]
        best = min(near, key=lambda day: abs((end - day).days - amount.days), default=None)
        if best is not None:
            return cal.day_text(best)
    return None


def _since(counted: Counted, setting: Setting, days: Iterable[date]) -> Resolved | None:
    """지난 3월 21일 이후 75일 만, 5개월만."""
    amount = counted.amount
    for end in setting.ends:
        named = (*setting.earlier, *setting.before)
        start = _start_named(counted, end, named, days)
        if start is not None:
            value = cal.interval(start, _cut(end, parse(start).precision))
            return Resolved(value, "count:since-named", 0.93, cal.day_text(end))
    if (given := _since_marked(counted, setting) or _after_named(counted, setting)) is not None:
        return given
    if not setting.ends:
        return None
    end = setting.ends[-1]
    first = _shift(end, amount, -1)
    if first is None or amount.more:
        return None
    grain = _grain(amount)
    value = cal.interval(_cut(first, grain), _cut(end, grain))
    return Resolved(value, "count:since", 0.88, cal.day_text(end))


def _since_marked(counted: Counted, setting: Setting) -> Resolved | None:
    """2·29 합의가 나온 지 보름여 만: the name tells the day that the count begins at."""
    days = _grain(counted.amount) == "day"
    marked = setting.marked_anywhere if days else setting.marked
    for end in setting.ends if marked else ():
        start = counted_back(marked, end, counted.amount)
        if start is not None:
            value = cal.interval(cal.day_text(start), cal.day_text(end))
            return Resolved(value, "count:since-named", 0.8, cal.day_text(end))
    return None


def _after_named(counted: Counted, setting: Setting) -> Resolved | None:
    """지난해 9월 13일 만난 뒤 한 달 만에: the count begins at a named date, its end is counted."""
    if not setting.before:
        return None
    named = setting.before[-1]
    point = _point(named.first or named.value)
    if point is None or point.precision == "year":
        return None
    end = _shift(point.first, counted.amount, 1)
    if end is None or (setting.today and end > setting.today.day):
        return None
    grain = max(_grain(counted.amount), point.precision, key=("day", "month", "year").index)
    value = cal.interval(_cut(point.first, grain), _cut(end, grain))
    return Resolved(value, "count:after-named", 0.75, str(point))


def _moved(counted: Counted, setting: Setting) -> Resolved | None:
    """사흘 전, 보름 뒤, 한 달 전, 두해전."""
    ago = counted.relation is Relation.AGO
    start = setting.story if ago else setting.told
    if start is None or counted.amount.more:
        return None
    sign = -1 if ago else 1
    day = _shift(start, counted.amount, sign)
    if day is None:
        return None
    grain = _grain(counted.amount)
    spoken = setting.narrative.month if setting.narrative.speaks_of_months else None
    compared = grain == "year" and (sign > 0 or counted.amount.number == 1)
    if spoken is not None and (compared or (grain == "month" and sign > 0)):
        # "지난달 … 1년 전보다", "지난 6월 … 넉 달 뒤": a month is counted from a month
        months = sign * round(counted.amount.number * _UNIT_MONTHS[grain])
        year, month = cal.shift_month(*spoken, months)
        text = cal.month_text(year, month)
        return Resolved(text, "count:from-month", 0.7, year=year, month=month)
    exact = day if grain == "day" else None
    return Resolved(
        _cut(day, grain),
        f"count:{counted.relation}",
        0.82,
        cal.day_text(start),
        exact,
        day.year,
        day.month if grain != "year" else None,
    )


def _span(counted: Counted, setting: Setting) -> Resolved | None:
    """2년 안, 지난 3개월 반: from or up to the day of publication."""
    today = setting.today
    if today is None or (not today.exact and counted.amount.unit in {"day", "week"}):
        return None
    sign = -1 if counted.relation is Relation.PAST else 1
    other = _shift(today.day, counted.amount, sign)
    if other is None:
        return None
    grain = _grain(counted.amount)
    if counted.relation is Relation.WITHIN and grain == "year":
        grain = "month"
    first, last = sorted((today.day, other))
    value = cal.interval(_cut(first, grain), _cut(last, grain))
    return Resolved(value, f"count:{counted.relation}", 0.75, str(today))


def resolve_counted(counted: Counted, setting: Setting, days: Iterable[date]) -> Resolved | None:
    """Count a length of time from where it hangs.

    Args:
        counted: The expression.
        setting: What it is counted from.
        days: Days that the page gives, among which a count of days may begin.

    Example:
        ``지난 6월 … 5개월만`` told of 29 November 2024 is ``2024-06/2024-11``.
    """
    if counted.relation is Relation.SINCE:
        return _since(counted, setting, days)
    if counted.relation in {Relation.AGO, Relation.LATER}:
        return _moved(counted, setting)
    return _span(counted, setting)
