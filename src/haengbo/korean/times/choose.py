"""Which of several days, months or years a bare one means: 4일, 9월 3일, 지난 3월, 오는 10월.

Comes in: the figures, the day of publication, 지난/오는, the tense of the clause. Goes out: one
day or month, or ``None``. What Korean papers do: a bare day belongs to the month of publication,
past or to come; another month is said (지난달 29일); only on the first days of a month may a bare
late day be the month before. A bare month belongs to the year of publication unless the clause is
past and it is still to come.
"""

from __future__ import annotations

from datetime import date

from haengbo.korean.times.anchors import Today
from haengbo.korean.times.arithmetic import make_day, shift_month
from haengbo.korean.times.expressions import Direction
from haengbo.korean.times.tense import Tense

_EARLY, _LATE = 5, 25
#: A bare day of the first days of a month, told at the end of the one before.
_SOON_DAY = 10
#: A page may be dated a day or two before what it tells.
_SLIP = 2
#: What was asked for within so many days is the news.
_NEWS = 7
_FAR, _SOON = 240, 60
_SOON_MONTHS = 3
#: In the last days of a year a day of early January is ahead.
_YEAR_END = -335


def bare_day(
    day: int, today: Today, direction: Direction | None, tense: Tense | None
) -> date | None:
    """``4일``: a day without its month.

    Example:
        Published on 24 July, ``26일까지 머물 예정`` is 26 July, ``지난 26일`` is 26 June.
    """
    if not today.has_month:
        return None
    by = 0
    if not today.exact:
        by = 0
    elif direction is Direction.LAST:
        by = -1 if day >= today.day.day else 0
    elif direction is Direction.NEXT:
        by = 1 if day < today.day.day else 0
    elif tense is Tense.FUTURE and today.day.day >= _LATE and day <= _SOON_DAY:
        by = 1  # on the 30th: 2일 방문한다
    elif day > today.day.day + _SLIP and tense is not Tense.FUTURE and not today.inferred:
        early = today.day.day <= _EARLY and day >= _LATE
        by = -1 if early or tense is Tense.PAST else 0
    return make_day(*shift_month(today.year, today.month, by), day)


def day_asked_for(day: int, asked: date | None, today: Today) -> date | None:
    """``29일 “접촉을 8일 열자”고 제의했다``: the first such day behind the asking."""
    if asked is None or not today.exact or not 0 <= (today.day - asked).days <= _NEWS:
        return None
    return make_day(*shift_month(asked.year, asked.month, 1), day) if day < asked.day else None


def year_of_month(
    month: int, today: Today, direction: Direction | None, tense: Tense | None
) -> int | None:
    """Year of a month without one: ``지난 3월``, ``오는 10월``, ``12월까지``."""
    if not today.has_month:
        return today.year
    if direction is Direction.LAST:
        return today.year if month < today.month else today.year - 1
    if direction is Direction.NEXT:
        return today.year if month >= today.month else today.year + 1
    if month > today.month + _SOON_MONTHS and tense is Tense.PAST:
        return today.year - 1
    return today.year


def year_of_day(
    month: int, day: int, today: Today, direction: Direction | None, tense: Tense | None
) -> int | None:
    """Year of a day of a month without one: ``9월 3일``."""
    this_year = make_day(today.year, month, day)
    if this_year is None or not today.has_month:
        return today.year
    ahead = (this_year - today.day).days
    if direction is Direction.LAST:
        return today.year - (ahead >= 0)
    if direction is Direction.NEXT:
        return today.year + (ahead < 0)
    if ahead > _SOON and (tense is Tense.PAST or (ahead > _FAR and tense is None)):
        return today.year - 1
    coming = (ahead < -_FAR and tense is Tense.FUTURE) or (ahead < _YEAR_END and tense is None)
    return today.year + coming
