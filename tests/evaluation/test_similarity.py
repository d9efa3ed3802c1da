"""When two names, texts and dates count as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.evaluation.similarity import (
    Names,
    covers,
    near_time,
    overlap,
    pair_greedily,
    same_time,
)

TIMES = [
    ("2024-11-02", "2024-11-02T17:44+09:00", True, "a time of day does not count"),
    ("2024-11-02", "2024-11", False, "less precise is not the same"),
    (None, None, True, "both say nothing"),
    ("2024-11-02", None, False, "one says nothing"),
]
NEAR = [
    ("2024-11", "2024-11-02", True, "less precise"),
    ("2024-10-29/..", "2024-11-01", True, "inside an open interval"),
    ("2024-11-02", "2024-11-03", False, "another day"),
    (None, "2024-11-03", True, "silence is near all"),
]


@pytest.mark.parametrize(("gold", "read", "same", "why"), TIMES)
def test_same_time(gold: str | None, read: str | None, *, same: bool, why: str) -> None:
    assert same_time(gold, read) is same, why


@pytest.mark.parametrize(("gold", "read", "near", "why"), NEAR)
def test_near_time(gold: str | None, read: str | None, *, near: bool, why: str) -> None:
    assert near_time(gold, read) is near, why


def test_names_go_through_the_alias_table_without_spaces() -> None:
    names = Names({"조선 외무성": "북한 외무성"})
    assert names("조선외무성") == names("북한외무성") == "북한외무성"


@given(st.text(), st.text())
def test_measures_stay_between_nought_and_one(a: str, b: str) -> None:
    assert 0.0 <= overlap(a, b) <= 1.0
    assert 0.0 <= covers(a, b) <= 1.0
    assert overlap(a, b) == overlap(b, a)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_are_one_to_one(golds: list[int], predictions: list[int]) -> None:
    pairs = pair_greedily(golds, predictions, lambda g, p: float(g == p), 0.5)
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})
    assert all(golds[i] == predictions[j] for i, j in pairs)
