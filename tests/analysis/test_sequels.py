"""After A, within k days B: counts, chance, cautions; every event is invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.analysis.intervals import wilson
from haengbo.analysis.sequels import Caution, Dated, sequel

START = dt.date(2024, 1, 1)
YEAR = (START, dt.date(2024, 12, 31))


def on(*days: int) -> list[Dated]:
    return [Dated(START + dt.timedelta(days=d), f"e{d}", f"일 {d}") for d in days]


def test_each_first_is_followed_or_not() -> None:
    answer = sequel(on(0, 100, 200), on(10, 150), 30, YEAR)
    assert (answer.n, answer.followed) == (3, 1)
    assert [case.gap for case in answer.cases] == [10, None, None]


def test_the_same_day_does_not_follow() -> None:
    assert sequel(on(5), on(5), 30, YEAR).followed == 0


def test_the_edge_of_the_window_counts() -> None:
    assert sequel(on(0), on(30), 30, YEAR).followed == 1
    assert sequel(on(0), on(31), 30, YEAR).followed == 0


def test_chance_is_high_where_the_second_is_common() -> None:
    answer = sequel(on(0, 60, 120, 180, 240), on(*range(0, 360, 10)), 30, YEAR)
    assert answer.base > 0.9
    assert answer.p > 0.5
    assert Caution.COMMON in answer.cautions


def test_what_chance_hardly_gives_has_a_small_p() -> None:
    firsts = (10, 70, 130, 190, 250, 310)
    answer = sequel(on(*firsts), on(*(d + 2 for d in firsts)), 3, YEAR)
    assert answer.followed == 6
    assert answer.p < 0.01


def test_few_cases_overlap_and_open_ends_are_said() -> None:
    answer = sequel(on(300, 310, 350), on(305), 30, YEAR)
    assert {Caution.FEW, Caution.OVERLAP, Caution.OPEN_END} <= set(answer.cautions)


def test_the_same_question_has_the_same_answer() -> None:
    assert sequel(on(1, 50, 99), on(20, 60), 15) == sequel(on(1, 50, 99), on(20, 60), 15)


def test_a_longer_window_never_finds_less() -> None:
    hits = [n for _, n in sequel(on(0, 40, 90), on(8, 70, 300), 30, YEAR).sensitivity]
    assert hits == sorted(hits)


@pytest.mark.parametrize("days", [0, -3])
def test_a_window_has_a_day(days: int) -> None:
    with pytest.raises(ValueError, match="one day"):
        sequel(on(0), on(1), days)


@given(st.integers(0, 50), st.integers(0, 50))
def test_the_interval_holds_the_share(hits: int, more: int) -> None:
    n = hits + more
    low, high = wilson(hits, n)
    assert 0.0 <= low <= high <= 1.0
    if n:
        assert low <= hits / n + 1e-9
        assert high >= hits / n - 1e-9


def test_the_effect_is_what_a_adds_to_chance() -> None:
    answer = sequel(on(10, 110, 210), on(12, 112, 212), 3, YEAR)
    assert answer.effect == pytest.approx(1 - answer.base)
    low, high = answer.effect_interval
    assert low < answer.effect <= high + 1e-9
    assert sequel([], on(3), 3, YEAR).effect == 0


@pytest.mark.parametrize(
    ("first", "second", "told", "why"),
    [
        (("a.txt",), ("a.txt", "b.txt"), True, "one page tells both"),
        (("a.txt",), ("b.txt",), False, "two pages, each its own"),
        ((), (), False, "nobody knows the pages"),
    ],
)
def test_pairs_that_one_page_chose(
    first: tuple[str, ...], second: tuple[str, ...], told: bool, why: str
) -> None:
    one = Dated(START, "a", "앞일", first)
    other = Dated(START + dt.timedelta(days=2), "b", "뒷일", second)
    answer = sequel([one], [other], 5, YEAR)
    assert (Caution.SAME_PAGE in answer.cautions) is told, why
