"""Confidences are counted: the narrowest family of a rule that was counted decides."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.knowledge.confidence import ConfidenceRow
from haengbo.reading.confidence import families, worth

COUNTED = {"times *": 0.8, "times day": 0.9, "times day:last": 0.97}


@pytest.mark.parametrize(
    ("rule", "value", "why"),
    [
        ("day:last", 0.97, "counted itself"),
        ("day:next", 0.9, "its family was counted"),
        ("month:next", 0.8, "only its kind was counted"),
    ],
)
def test_the_narrowest_family_counts(rule: str, value: float, why: str) -> None:
    assert worth(COUNTED, "times", rule, 0.5) == value, why


def test_what_was_never_counted_keeps_what_it_says() -> None:
    assert worth(COUNTED, "events", "visit", 0.66) == 0.66


def test_families_grow() -> None:
    assert families("said:말하다+subject") == ("said:말하다+subject", "said+subject", "said", "*")


def test_the_shipped_figures_are_shares(knowledge: Knowledge) -> None:
    rows = knowledge.table("confidence", ConfidenceRow)
    assert all(0 < row.value <= 1 and row.n > 0 for row in rows)
