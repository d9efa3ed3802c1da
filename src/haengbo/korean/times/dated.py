"""A dated expression → its value in EDTF, given what it is counted from.

Comes in: a ``Dated`` and a ``Setting`` (publication, narrative, tense, what the sentence named
before). Goes out: a ``Resolved`` or ``None`` where nothing certain can be counted. Invariant: an
interval only for two stated ends or a named part (초, 상반기, 봄). What the text named before is
weighed in ``named_before``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.choose import bare_day, day_asked_for, year_of_day, year_of_month
from haengbo.korean.times.expressions import LAST_DAY, Dated, Direction
from haengbo.korean.times.named_before import (
    context_day,
    context_year,
    follows_month,
    told_before,
    year_counted,
    year_of_story,
    year_told,
    year_within,
)
from haengbo.korean.times.setting import Resolved, Setting
from haengbo.korean.times.tense import Tense
from haengbo.korean.times.words import Word

_SEASONS = {"봄", "여름", "가을", "겨울"}
_WHOLE = {"안", "내"}
#: Until when papers wrote a year of the last century as two figures.
_SHORT_UNTIL = 2010
#: A bare weekday is the last or the next one, if the clause tells which.
_DIRECTIONS = {Tense.PAST: Direction.LAST, Tense.FUTURE: Direction.NEXT}


def _year(dated: Dated, setting: Setting) -> int | None:
    """The stated year; ``None`` if none is stated or it cannot be counted."""
    if isinstance(dated.year, int) or dated.year is None:
        return dated.year
    if dated.year.origin == "spoken":
        year = setting.narrative.year
    else:
        year = setting.said_in or (setting.today.year if setting.today else None)
    return None if year is None else year + dated.year.shift


def _month(dated: Dated, setting: Setting) -> tuple[int | None, int | None]:
    """The stated month, with its year where the word tells that, too."""
    if isinstance(dated.month, int) or dated.month is None:
        return None, dated.month
    follows = dated.month.shift > 0 and (follows_month(setting) or told_before(setting))
    if dated.month.origin == "spoken" or follows:
        start = setting.narrative.month
    else:
        today = setting.today
        start = (today.year, today.month) if today and today.has_month else None
    return cal.shift_month(*start, dated.month.shift) if start else (None, None)


def _rule(dated: Dated, unit: str) -> str:
    for word in (dated.day, dated.month, dated.year):
        if isinstance(word, Word):
            return word.rule
    if dated.direction is not None:
        return f"{unit}:{dated.direction}"
    if isinstance(dated.year, int):
        return f"{unit}:full"
    return f"{unit}:bare" if unit != "day" or dated.month is None else "day:month-day"


def _anchored(dated: Dated, setting: Setting) -> str | None:
    stated = isinstance(dated.year, int) or setting.today is None
    return None if stated else str(setting.today)


def _word_day(dated: Dated, setting: Setting) -> Resolved | None:
    """이날, 전날, 이튿날, 오늘, 어제."""
    word = dated.day
    if not isinstance(word, Word) or dated.month is not None or dated.year is not None:
        return None
    if word.origin == "now":
        # in somebody's words 오늘 may be these days, 어제 is a day
        start = setting.now if setting.today_is_a_date or word.shift < 0 else None
    elif word.origin == "story":
        start = setting.story
    elif word.shift < 0:
        start = setting.eve
    else:
        start = setting.told
    day = cal.shift_days(start, word.shift) if start else None
    if start is None or day is None:
        return None
    return Resolved(
        cal.day_text(day), word.rule, 0.93, cal.day_text(start), day, day.year, day.month
    )


def _numbered_day(dated: Dated, setting: Setting) -> Resolved | None:
    number = dated.day
    if not isinstance(number, int):
        return _word_day(dated, setting)
    year = _year(dated, setting)
    of_word, month = _month(dated, setting)
    if (dated.year is not None and year is None) or (dated.month is not None and month is None):
        return None
    confidence = 0.95
    if number == LAST_DAY:
        day = _last_day(year or of_word, month, setting)
    elif month is None:
        day, confidence = _bare(number, dated, setting), 0.93
    else:
        year = year or of_word or _year_for(month, number, dated, setting)
        day = cal.make_day(year, month, number) if year else None
    if day is None:
        return None
    return Resolved(
        cal.day_text(day),
        _rule(dated, "day"),
        0.98 if isinstance(dated.year, int) else confidence,
        _anchored(dated, setting),
        day,
        day.year,
        day.month,
        says_year=dated.year is not None,
        says_month=dated.month is not None,
    )


def _last_day(year: int | None, month: int | None, setting: Setting) -> date | None:
    """그해 마지막 날, 지난달 말일."""
    year = year or (setting.today.year if setting.today else None)
    if year is None:
        return None
    following = cal.shift_month(year, month or 12, 1)
    first = cal.make_day(*following, 1)
    return cal.shift_days(first, -1) if first else None


def _bare(number: int, dated: Dated, setting: Setting) -> date | None:
    today = setting.today
    if today is None:
        return None
    # 대통령은 31일 …할 계획이냐는 질문에 답했다: what is to come is not the saying
    ahead_of = setting.tense is Tense.FUTURE and setting.of_saying
    chosen = bare_day(number, today, dated.direction, None if ahead_of else setting.tense)
    if dated.direction is not None:
        return chosen
    if setting.asked_for:
        chosen = day_asked_for(number, setting.story, today) or chosen
    if setting.listed_month is not None and not setting.before:
        return cal.make_day(*setting.listed_month, number)
    over = chosen is not None and chosen < today.day and today.exact
    to_come = setting.tense is Tense.FUTURE
    to_come = to_come or (setting.tense is None and _follows_on(number, setting))
    to_come = to_come and not setting.of_saying
    if over and to_come and (ahead := _month_to_come(setting)) is not None:
        # 다음 달 1일 회담한다. 3일 귀국할 예정이다; not 장관은 3일 귀국한다고 밝혔다.
        return cal.make_day(*ahead, number)
    of_context = context_day(number, setting, chosen)
    ahead_of_us = of_context is not None and of_context > today.day
    if over and ahead_of_us and setting.tense is Tense.PAST:
        return chosen  # 다음 달 초 방문할 예정이다. 10일 만났다: over, and so not of those days
    return of_context or chosen


def _follows_on(number: int, setting: Setting) -> bool:
    """오는 2일 방북한다. 3일에는 회담한 뒤 떠날 예정이다: a later day of what is to come."""
    days = [n.day for n in (*setting.earlier, *setting.before) if n.day is not None]
    last, today = days[-1] if days else None, setting.today
    return last is not None and today is not None and last > today.day and last.day < number


def _month_to_come(setting: Setting) -> tuple[int, int] | None:
    """다음 달 3일 방한한다. 당국자는 18일 2일 온다고 했다: the month named last ahead."""
    today = setting.today
    named = [(n.year, n.month) for n in (*setting.earlier, *setting.before) if n.year and n.month]
    if not setting.earlier and setting.narrative.month is not None:
        named.insert(0, setting.narrative.month)
    ahead = [month for month in named if today and month > (today.year, today.month)]
    return ahead[-1] if ahead else None


def _year_for(month: int, number: int, dated: Dated, setting: Setting) -> int | None:
    context = None if dated.direction else context_year(month, setting)
    if context is not None:
        return context
    if setting.listed_year is not None and dated.direction is None:
        return setting.listed_year
    if dated.direction is None and (known := year_within(month, number, setting)) is not None:
        return known
    if setting.today is None:
        return None
    year = year_of_day(month, number, setting.today, dated.direction, setting.tense)
    return year if dated.direction else year_of_story(month, number, setting) or year


def _months(dated: Dated, setting: Setting) -> Resolved | None:
    """지난달, 6월, 작년 9월, 다음 달 초, 10월 초중순."""
    if dated.month is None:
        return None
    year = _year(dated, setting)
    of_word, month = _month(dated, setting)
    if month is None or (dated.year is not None and year is None):
        return None
    year = year or of_word
    if year is None:
        known = context_year(month, setting) or setting.listed_year
        year = None if dated.direction else known
    year = year or year_counted(setting)
    if year is None and dated.direction is not Direction.NEXT and setting.known_year:
        year = setting.known_year(month)
    if year is None and setting.today is not None:
        year = year_of_month(month, setting.today, dated.direction, setting.tense)
    if year is None:
        return None
    value = cal.month_text(year, month)
    if dated.part is not None:
        value = cal.month_part(year, month, dated.part) or value
    return Resolved(
        value,
        _rule(dated, "month") if dated.part is None else "month:part",
        0.95,
        _anchored(dated, setting),
        year=year,
        month=month,
        says_year=dated.year is not None,
        says_month=True,
    )


def _season(dated: Dated, year: int | None, setting: Setting) -> str | None:
    today = setting.today
    if year is None and today is not None:
        direction = {Direction.LAST: -1, Direction.NEXT: 1}.get(
            dated.direction or Direction.THIS, 0
        )
        year = cal.season_of(dated.part or "봄", today.day, direction)
    if year is None:
        return None
    if isinstance(dated.year, Word) and dated.year.shift == 0 and dated.part == "겨울":
        # 올겨울 said in January began last December
        early = today is not None and today.month <= 2  # noqa: PLR2004 - the winter's last month
        year -= 1 if early else 0
    return cal.year_part(year, dated.part or "")


def _years(dated: Dated, setting: Setting) -> Resolved | None:
    """2024년, 작년, 내년 초, 하반기, 올봄, 1990년대."""
    year = _year(dated, setting)
    if (year is None and dated.year is not None) or (dated.short and not _is_old(setting, year)):
        return None
    if year is None and _is_told_of(dated, setting):
        year = year_told(setting)
    if dated.part in _SEASONS:
        value = _season(dated, year, setting)
    else:
        year = year if year is not None else (setting.today.year if setting.today else None)
        value = None if year is None else _year_value(dated, year)
        if value is not None and year is not None and _is_ahead(dated, value, setting):
            year, value = year - 1, _year_value(dated, year - 1)
    if value is None:
        return None
    return Resolved(
        value,
        _rule(dated, "year") if dated.part is None else "year:part",
        0.97 if isinstance(dated.year, int) else 0.94,
        _anchored(dated, setting),
        year=year,
        says_year=dated.year is not None,
    )


def _is_ahead(dated: Dated, value: str, setting: Setting) -> bool:
    """지난 연말: in February it is that of the year before."""
    today = setting.today
    last = dated.direction is Direction.LAST and dated.part is not None
    return last and today is not None and value[:7] > today.day.isoformat()[:7]


def _is_old(setting: Setting, year: int | None) -> bool:
    """98년: a paper of those years writes so; later ones write the century."""
    today = setting.today
    return today is not None and year is not None and year <= today.year <= _SHORT_UNTIL


def _is_told_of(dated: Dated, setting: Setting) -> bool:
    """Whether a part of a year is of what is told: 연내 is always counted from today."""
    over = dated.direction is None and setting.tense is Tense.PAST
    return over and dated.part is not None and dated.part not in _WHOLE


def _year_value(dated: Dated, year: int) -> str | None:
    if dated.decade:
        return f"{year:04d}/{year + 9:04d}"
    if dated.part is None or dated.part in _WHOLE:
        return f"{year:04d}"
    return cal.year_part(year, dated.part)


def _weeks(dated: Dated, setting: Setting) -> Resolved | None:
    """다음 주 초, 지난주 금요일, 오는 금요일."""
    today = setting.today
    if (dated.week is None and dated.weekday is None) or today is None or not today.exact:
        return None
    monday = cal.monday_of(today.day, dated.week.shift if dated.week else 0)
    if monday is None:
        return None
    direction = dated.direction or (_DIRECTIONS[setting.tense] if setting.tense else None)
    if dated.week is None and direction is None:
        return None
    rule = dated.week.rule if dated.week else f"weekday:{direction}"
    if dated.weekday is None:
        value = cal.week_part(monday, dated.part)
        return Resolved(value, rule, 0.9, str(today)) if value else None
    day = cal.shift_days(monday, dated.weekday)
    if day and dated.week is None:
        day = _weekday_from(day, today.day, direction, alone=dated.direction is None)
    if day is None:
        return None
    return Resolved(cal.day_text(day), rule, 0.92, str(today), day, day.year, day.month)


def _weekday_from(
    day: date, today: date, direction: Direction | None, *, alone: bool
) -> date | None:
    if alone and day == today:
        return day  # agencies name today by its weekday; 지난 수요일 never is today
    if direction is Direction.LAST and day >= today:
        return cal.shift_days(day, -7)
    if direction is Direction.NEXT and day <= today:
        return cal.shift_days(day, 7)
    return day


def _reader(dated: Dated) -> Callable[[Dated, Setting], Resolved | None]:
    if dated.week is not None or dated.weekday is not None:
        return _weeks
    if dated.day is not None:
        return _numbered_day
    return _months if dated.month is not None else _years


def _second_end(left: Resolved, right: Dated, setting: Setting) -> Resolved | None:
    """The second end takes year and month from the first where it says none."""
    if isinstance(right.day, Word):  # 25일부터 오늘까지: it counts by itself
        return _reader(right)(right, setting)
    filled = _counted_from(left, right)
    if (
        filled is right
        and right.year is None
        and not isinstance(right.month, Word)
        and left.year is not None
    ):
        year = left.year
        if isinstance(right.month, int) and left.month and right.month < left.month:
            year += 1
        if right.month is None and right.day is not None and left.month is not None:
            by = 1 if left.day and isinstance(right.day, int) and right.day < left.day.day else 0
            year, month = cal.shift_month(left.year, left.month, by)
            filled = replace(right, month=month)
        filled = replace(filled, year=year)
    return _reader(filled)(filled, setting)


def _counted_from(left: Resolved, right: Dated) -> Dated:
    """2018년 3월부터 이듬해 1월까지, 6월 3일부터 이듬달 2일까지: counted from the first end."""
    year, month = right.year, right.month
    if isinstance(year, Word) and year.origin == "spoken" and left.year is not None:
        return replace(right, year=left.year + year.shift)
    of_month = isinstance(month, Word) and month.origin == "spoken"
    if isinstance(month, Word) and of_month and left.year is not None and left.month is not None:
        shifted_year, shifted_month = cal.shift_month(left.year, left.month, month.shift)
        return replace(right, year=shifted_year, month=shifted_month)
    return right


def resolve_dated(dated: Dated, setting: Setting) -> Resolved | None:
    """Count a dated expression.

    Example:
        ``오는 28~29일`` on a page of October 2025 is ``2025-10-28/2025-10-29``.
    """
    left = _reader(dated)(replace(dated, until=None), setting)
    if left is None or dated.until is None:
        return left
    right = _second_end(left, dated.until, setting)
    if right is None or right.value < left.value:
        return None
    unit = left.rule.partition(":")[0]
    first, last = left.value.partition("/")[0], right.value.rpartition("/")[2]
    return replace(
        left,
        value=cal.interval(first, last),
        rule=f"{unit}:range",
        first=first,
        day=None,
    )
