"""Counting what rules are worth, with one group of pages left out at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree

from evaluation.calibration import (
    Judged,
    apart,
    classes,
    counted,
    first_readings,
    groups_of,
    keep_first,
    learnt_first,
    left_out,
    reliability,
)
from evaluation.corpora import heldout
from evaluation.diagram import drawn


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
    assert said["a"] < 0.2, "the others were never right"
    assert said["b"] > 0.8, "the others were always right"


def test_few_items_vouch_for_less() -> None:
    few, many = (counted(items("a", n, 0) + items("b", 9, 1, "x"))["times *"][0] for n in (20, 400))
    assert few < many < 1.0


def test_pages_that_rules_were_written_with_count_for_less() -> None:
    fitted = [replace(item, weight=0.2) for item in items("a", 50, 0)]
    apart_ones = items("b", 40, 10)
    together = counted([*fitted, *apart_ones])["times *"][0]
    assert together < counted([*items("a", 50, 0), *apart_ones])["times *"][0]
    assert {item.group for item, _ in apart(left_out([*fitted, *apart_ones]))} == {"b"}


def test_a_trait_has_a_figure_beside_the_rule() -> None:
    placed = [replace(item, traits=("placed",)) for item in items("a", 20, 0)]
    table = counted([*placed, *items("b", 10, 10)])
    assert table["times +placed"][0] > table["times *"][0]
    assert table["times +placed"][1] == 20


def test_first_readings_are_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "first.tsv"
    path.write_text("page\tkind\trule\ttraits\tright\n", "utf-8")
    read = [replace(item, traits=("placed", "alone")) for item in items("a", 1, 1)]
    keep_first(read, path)
    keep_first([*items("a", 9, 0), *items("b", 1, 0)], path)
    assert first_readings(path) == [*read, *items("b", 1, 0)]


def test_of_closed_pages_nothing_is_counted() -> None:
    closed = {g for c in heldout() if c.closed for g in groups_of(c).values()}
    assert closed
    counted = {item.group for item in learnt_first()}
    assert not closed & counted
    assert counted == {item.group for item in first_readings()} - closed


def test_the_kept_first_readings_can_be_read() -> None:
    kept = first_readings()
    assert len({item.group for item in kept}) > 30
    assert 0.8 < sum(item.right for item in kept) / len(kept) < 1.0


def test_the_picture_has_a_disc_for_every_class() -> None:
    rows = list(classes(left_out([*items("a", 9, 1), *items("b", 8, 2)])))
    picture = etree.fromstring(drawn({"열린 쪽": rows}))
    discs = picture.findall("{http://www.w3.org/2000/svg}circle")
    assert len(discs) == len(rows) + 1, "and one in the legend"


def test_the_reliability_table_shows_every_item_once() -> None:
    rows = reliability(left_out([*items("a", 9, 1), *items("b", 8, 2)]))
    assert sum(int(row.split()[-1]) for row in rows[1:]) == 20
