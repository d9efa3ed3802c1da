"""What the text named before → the year, month or day that a bare figure goes on with.

Comes in: a figure and a ``Setting`` (what the sentence and those before it named, tense, the day of
publication). Goes out: a date, a year, or ``None`` where the figure is to be counted by itself.
Invariant: what goes on is not earlier than what it goes on with, unless it lies within it.
"""

from __future__ import annotations

from datetime import date

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.choose import year_of_day
from haengbo.korean.times.setting import Resolved, Setting
from haengbo.korean.times.tense import Tense

_NEAR = 3
_DAY = len("2024-01-01")
_BESIDE = 10
#: Within so many days a bare 3월 7일 is rather news of these days than of an earlier year.
_STILL_NEWS = 60
#: 다음날인 13일: how far behind a word for a day the figure of that day stands.
_APPOSED = len("인 ")
#: 지난 3월에도 25일: particles of a month and a space.
_PARTICLE = len("에는 ")
#: 6월 19일과 20일: no more than a particle and a space between.
_JOINED = 2
#: Rules of days that have names.
_NAMED_DAY = ("holiday", "anniversary")


def told_before(setting: Setting) -> bool:
    """2016년 1월 실험하고 다음 달 제재하면서: the month after one of years ago, just named."""
    named = next((n for n in reversed(setting.before) if n.month), None)
    if named is None and setting.tense is Tense.PAST and not setting.before:
        # 2017년 5월 31일 만났다. 다음 달 서명했다
        named = next((n for n in reversed(setting.earlier) if n.month), None)
    if named is None or setting.today is None or not (named.says_year and named.year):
        return False
    return named.year < setting.today.year - 1 and setting.tense is not Tense.FUTURE


def follows_month(setting: Setting) -> bool:
    """지난해 9월 13일 방북 다음 달에는: right behind a month that is over, in the past."""
    month, today = setting.narrative.month, setting.today
    near = setting.gap is not None and setting.gap <= _BESIDE
    if not near or month is None or today is None or setting.tense is not Tense.PAST:
        return False
    return month < (today.year, today.month)


def context_year(month: int, setting: Setting) -> int | None:
    """2018년 4월과 9월: a later month of a year that the sentence named."""
    for named in reversed(setting.before):
        if named.says_year and named.year is not None:
            return named.year if named.month is None or month >= named.month else None
    return None


def year_within(month: int, day: int, setting: Setting) -> int | None:
    """2000년 6월 13~15일 회담했다. 6월 14일에는 서명했다: of the days named before."""
    for named in reversed(setting.earlier):
        if named.year is not None and (within := _within(day, named)) is not None:
            return within.year if within.month == month else None
    return None


def context_day(day: int, setting: Setting, chosen: date | None) -> date | None:
    """지난 3월 21일 와서 22일 떠났다: a later day of a month that the sentence named."""
    today = setting.today
    joined = setting.gap is not None and setting.gap <= _JOINED
    just = setting.before[-1].day if setting.before else None
    apposed = setting.gap is not None and setting.gap <= _APPOSED
    if apposed and just is not None and just.day == day:
        return just  # 7월 12일 …. 다음날인 13일
    if not joined and chosen and today and abs((today.day - chosen).days) <= _NEAR:
        return None
    if (of_month := _of_month_before(day, setting)) is not None:
        return of_month
    for named in reversed(setting.before):
        within = _within(day, named)
        if within is not None:
            return within
        if named.rule.startswith(_NAMED_DAY):
            continue  # 지난달 15일 전승절이나 25일: the name of a day says again which one
        if named.day is not None:
            later = named.says_month and day > named.day.day
            return cal.make_day(named.day.year, named.day.month, day) if later else None
    return _of_sentence_before(day, setting, chosen)


def _of_month_before(day: int, setting: Setting) -> date | None:
    """지난 3월에도 25일 방문했다: a month right before, with no more than a particle between."""
    named = setting.before[-1] if setting.before else None
    near = setting.gap is not None and setting.gap <= _PARTICLE
    if named is None or not near or len(named.value) != len("2024-03"):
        return None
    return cal.make_day(named.year, named.month, day) if named.year and named.month else None


def _within(day: int, named: Resolved) -> date | None:
    """7월 23일부터 26일까지 찾았고 24일 회담했다: a day of the days just named."""
    first, slash, last = named.value.partition("/")
    if not slash or len(first) != _DAY or len(last) != _DAY:
        return None
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    found = cal.make_day(start.year, start.month, day)
    if found is not None and found < start:
        found = cal.make_day(end.year, end.month, day)
    return found if found is not None and start <= found <= end else None


def _of_sentence_before(day: int, setting: Setting, chosen: date | None) -> date | None:
    """5월 26일 만났다. 28일에는 발표했다: another month than this would be said (지난달 28일)."""
    today = setting.today
    if today is None or not today.exact or setting.before:
        return None
    for named in reversed(setting.earlier):
        within = _within(day, named)
        if within is not None and (chosen is None or abs((today.day - chosen).days) > _NEAR):
            return within
        if named.day is None:
            continue
        this_month = (today.year, today.month)
        strange = chosen is not None and (chosen.year, chosen.month) != this_month
        # 5월 26일 만났고 27일 서명했다. 28일에는: a bare day of another month goes on in it
        other = named.says_month or (named.day.year, named.day.month) != this_month
        if not strange or not other or day <= named.day.day:
            return None
        return cal.make_day(named.day.year, named.day.month, day)
    return None


def year_of_story(month: int, number: int, setting: Setting) -> int | None:
    """2017년 2월 13일 숨졌다. 3월 7일 막았다: a later day of the year told of goes on in it."""
    named = (*setting.earlier, *setting.before)
    today, told = setting.today, named[-1].day if named else setting.story
    if today is None or told is None or told.year >= today.year:
        return None
    year = year_of_day(month, number, today, None, setting.tense)
    near = cal.make_day(year, month, number) if year else None
    later = cal.make_day(told.year, month, number)
    if setting.tense is not Tense.PAST or near is None or later is None:
        return None
    recent = 0 <= (today.day - near).days <= _STILL_NEWS
    return told.year if later >= told and not recent else None


def year_counted(setting: Setting) -> int | None:
    """2년 전 9월: the year that is counted right before."""
    named = setting.before[-1] if setting.before and setting.gap == 1 else None
    counted = named is not None and named.rule == "count:ago" and named.month is None
    return named.year if named is not None and counted else None


def year_told(setting: Setting) -> int | None:
    """지난해 4월 연말 시한을 제시했다: the part of the year that the sentence tells of."""
    named = setting.before[-1] if setting.before else None
    return named.year if named is not None and named.says_year else None
