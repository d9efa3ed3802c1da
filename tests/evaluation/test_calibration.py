"""Counting what rules are worth, with one group of pages left out at a time."""

from __future__ import annotations

from evaluation.calibration import Judged, counted, left_out, reliability


def items(group: str, right: int, wrong: int, rule: str = "day:last") -> list[Judged]:
    return [Judged(group, "times", rule, i < right) for i in range(right + wrong)]


def test_a_rule_seldom_seen_has_no_figure_of_its_own() -> None:
    table = counted([*items("a", 20, 0), *items("b", 1, 0, "month:next")])
    assert "times day:last" in table
    assert "times month:next" not in table
    assert table["times *"][1] == 21


def test_a_figure_is_drawn_toward_the_mean() -> None:
    table = counted([*items("a", 10, 0), *items("b", 0, 10, "month:next")])
    assert 0.5 < table["times day:last"][0] < 1.0
    assert 0.0 < table["times month:next"][0] < 0.5


def test_a_group_is_rated_by_the_others_only() -> None:
    rated = left_out([*items("a", 10, 0), *items("b", 0, 10)])
    said = {item.group: value for item, value in rated}
    assert said == {"a": 0.0, "b": 1.0}


def test_the_reliability_table_shows_every_item_once() -> None:
    rows = reliability(left_out([*items("a", 9, 1), *items("b", 8, 2)]))
    assert sum(int(row.split()[-1]) for row in rows[1:]) == 20
