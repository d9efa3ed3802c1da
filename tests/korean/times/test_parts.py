"""The small parts: amounts, words, tense, choices, arithmetic, anchors, holidays."""

from __future__ import annotations

from datetime import date

import pytest

from haengbo.korean.times import Calendar, Holiday, Meeting, days_named, resolve
from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.anchors import Today, today_of
from haengbo.korean.times.choose import bare_day, year_of_day, year_of_month
from haengbo.korean.times.expressions import Direction
from haengbo.korean.times.quantities import Amount, read_amount
from haengbo.korean.times.tense import Tense, tense_after
from haengbo.korean.times.words import words

TODAY = Today(date(2025, 7, 24), "day")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75일 만", Amount("day", 75)),
        ("석 달", Amount("month", 3)),
        ("1년 3개월", Amount("month", 15)),
        ("다섯 달 반 만", Amount("month", 5.5)),
        ("5년여", Amount("year", 5, more=True)),
        ("10여 년", Amount("year", 10, more=True)),
        ("보름", Amount("day", 15)),
        ("반년", Amount("month", 6)),
        ("2주", Amount("week", 2)),
        ("두해", Amount("year", 2)),
        ("2024년", None),
        ("0일", None),
        ("며칠", None),
    ],
)
def test_amounts(text: str, expected: Amount | None) -> None:
    found = read_amount(text, 0)
    assert (found[0] if found else None) == expected


def test_an_amount_fits_a_distance_with_the_slack_of_its_unit() -> None:
    assert Amount("day", 75).fits(76)
    assert not Amount("day", 75).fits(78)
    assert Amount("month", 5).fits(160)
    assert Amount("year", 5, more=True).fits(5.9 * 365)


def test_no_form_has_two_words() -> None:
    found = words()
    assert found["이날"].origin == "story"
    assert found["지난달"].shift == -1
    assert all(word.rule.partition(":")[0] == word.unit for word in found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 평양에 도착했다.", Tense.PAST),
        (" 평양에 머물 예정이라고 밝혔다.", Tense.FUTURE),
        (" 평양을 방문한 뒤 돌아갈 예정이다.", None),
        (" 평양을 방문한 뒤 돌아갔다.", Tense.PAST),
        (" 평양에서 열릴 회의 일정에 합의했다.", Tense.FUTURE),
        (" 회담한다.", Tense.FUTURE),
        ("까지 머물렀다.", Tense.FUTURE),
        ("로 미뤄졌다.", Tense.FUTURE),
        ("로 두 해가 됐다.", Tense.PAST),
        (" 열리는 회의에 왔다.", Tense.FUTURE),
        (" 있었다", Tense.PAST),
        (" 평양을 찾은 바 있다.", Tense.PAST),
        (" 평양에 도착한 것으로 알려진다.", Tense.PAST),
        (" 평양에 도착하는 것으로 알려진다.", Tense.FUTURE),
        (" 공연을 여는 데 이어 떠난다.", Tense.FUTURE),
        (" 있다.", None),
        (" 끝. 그는 왔다.", None),
        ("", None),
    ],
)
def test_tense_by_form(text: str, expected: Tense | None) -> None:
    assert tense_after(text, 0) == expected


@pytest.mark.parametrize(
    ("day", "direction", "tense", "expected"),
    [
        (24, None, None, date(2025, 7, 24)),
        (3, None, None, date(2025, 7, 3)),
        (30, None, Tense.FUTURE, date(2025, 7, 30)),
        (30, None, None, date(2025, 7, 30)),
        (30, None, Tense.PAST, date(2025, 6, 30)),
        (25, None, Tense.PAST, date(2025, 7, 25)),
        (24, Direction.LAST, None, date(2025, 6, 24)),
        (3, Direction.NEXT, None, date(2025, 8, 3)),
        (31, Direction.LAST, None, None),
    ],
)
def test_bare_days(
    day: int, direction: Direction | None, tense: Tense | None, expected: date | None
) -> None:
    assert bare_day(day, TODAY, direction, tense) == expected


@pytest.mark.parametrize(
    ("month", "direction", "tense", "expected"),
    [
        (3, None, None, 2025),
        (12, None, Tense.FUTURE, 2025),
        (12, None, Tense.PAST, 2024),
        (9, None, Tense.PAST, 2025),
        (7, Direction.LAST, None, 2024),
        (3, Direction.NEXT, None, 2026),
    ],
)
def test_bare_months(
    month: int, direction: Direction | None, tense: Tense | None, expected: int
) -> None:
    assert year_of_month(month, TODAY, direction, tense) == expected


def test_bare_days_of_a_month() -> None:
    assert year_of_day(9, 3, TODAY, None, None) == 2025
    assert year_of_day(12, 3, TODAY, None, Tense.PAST) == 2024
    assert year_of_day(7, 24, TODAY, Direction.LAST, None) == 2024
    assert year_of_day(1, 3, Today(date(2025, 12, 30), "day"), None, None) == 2026
    assert year_of_day(2, 29, TODAY, None, None) == 2025  # no such day: the caller finds none


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("2025-07-24T09:00+09:00", TODAY),
        ("2025-07", Today(date(2025, 7, 31), "month")),
        ("2025", Today(date(2025, 12, 31), "year")),
        ("2025-07-24/..", None),
        ("모름", None),
        (None, None),
    ],
)
def test_anchors(anchor: str | None, expected: Today | None) -> None:
    assert today_of(anchor) == expected


def test_arithmetic_runs_over_years() -> None:
    assert cal.shift_month(2024, 11, 3) == (2025, 2)
    assert cal.month_text(2024, 14) == "2025-02"
    assert cal.year_part(2024, "겨울") == "2024-12/2025-02"
    assert cal.month_part(2024, 2, "말") == "2024-02-21/2024-02-29"
    assert cal.month_part(2024, 2, "봄") is None
    assert cal.make_day(2023, 2, 29) is None
    assert cal.shift_days(date.max, 1) is None
    assert cal.week_part(date(2024, 10, 28), "초") == "2024-10-28/2024-10-29"


def test_days_named_without_a_month() -> None:
    assert days_named("27일 왔고 오는 29~30일 회의, 3월 4일 귀국") == (27, 29, 30)


CALENDAR = Calendar(
    [
        Holiday(("샘날",), ("샘 개통",), 5, 9, 1945, "가국", ("가시",)),
        Holiday(("샘날",), ("샘 개통",), 9, 3, 1945, "나국", ("나시",)),
        Holiday(("뜬날",), dates=("2024-02-10", "2025-01-29")),
    ],
    meetings=[Meeting(2019, 2, ("나시", "회담"))],
)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("가시에서 샘 개통 80주년 행사가 열렸다.", ["2025-05-09"], "whose, by the city"),
        ("나국 샘날 행사가 있었다.", ["2024-09-03"], "whose, by its owner"),
        ("샘 개통 80주년 행사가 열렸다.", [], "two readings remain"),
        ("샘 개통 30주년 행사가 열렸다.", [], "no year near"),
        ("지난 5월 샘 개통 80주년 행사가 열렸다.", ["2025-05", "2025-05-09"], "by the month"),
        ("뜬날에 만났다.", ["2025-01-29"], "a movable day"),
        ("뜬날 연휴에 만났다.", [], "a holiday's vacation is no day"),
        ("지난 2월 나시 회담을 떠올렸다.", ["2019-02"], "a meeting known by its month"),
        ("오는 19일 조약 체결 1주년 행사가 열린다.", ["2025-08-19"] * 2, "just named"),
        ("조약 체결 1주년 행사가 열린다.", [], "not named"),
    ],
)
def test_holidays(text: str, expected: list[str], why: str) -> None:
    found = resolve(text, anchor="2025-07-24", calendar=CALENDAR)
    assert [time.value for time in found] == expected, why
