"""Confidences are counted: the narrowest family of a rule that was counted decides."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.knowledge.confidence import ConfidenceRow
from haengbo.reading.confidence import (
    event_traits,
    expectation_traits,
    families,
    speech_traits,
    worth,
)

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


TRAITS = {"events *": 0.8, "events visit": 0.9, "events +placed": 0.95, "events +alone": 0.6}


@pytest.mark.parametrize(
    ("traits", "low", "high", "why"),
    [
        (("placed",), 0.95, 1.0, "better than others of its kind"),
        (("alone",), 0.6, 0.9, "worse"),
        (("placed", "alone"), 0.9, 0.95, "one raises more than the other lowers"),
        (("several",), 0.9, 0.9, "never counted"),
        ((), 0.9, 0.9, "nothing else seen"),
    ],
)
def test_traits_move_the_share_of_the_rule(
    traits: tuple[str, ...], low: float, high: float, why: str
) -> None:
    assert low <= worth(TRAITS, "events", "visit", 0.5, traits) <= high, why


def test_what_is_seen_of_an_item() -> None:
    assert event_traits("평양", 2) == ("placed", "several")
    assert event_traits(None, 1) == ("unplaced", "alone")
    assert speech_traits(("최선희",), {"최선희"}) == ("named",)
    assert speech_traits(("최선희", "외교 소식통"), {"최선희"}) == ("described",)
    assert speech_traits((), {"최선희"}) == ("described",)
    assert expectation_traits("2025") != expectation_traits(None)


def test_families_grow() -> None:
    assert families("said:말하다+subject") == ("said:말하다+subject", "said+subject", "said", "*")


def test_the_shipped_figures_are_shares(knowledge: Knowledge) -> None:
    rows = knowledge.table("confidence", ConfidenceRow)
    assert all(0 < row.value <= 1 and row.n > 0 for row in rows)
