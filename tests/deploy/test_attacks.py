"""No regular expression takes quadratic time in the texts that are made against it.

The texts reach each repetition of a pattern, and quadratic time is told from linear. No pattern is
excepted: one that grows is anchored, bounded or parted.
"""

from __future__ import annotations

import re

import pytest

from campaigns.patterns import attacks, growth, text_of


@pytest.mark.parametrize(
    ("pattern", "run", "why"),
    [
        (r"가\d+나", "가1", "what leads to a repetition is repeated with it"),
        (r"(?:[a-z]{2} )+!", "aa ", "a group"),
        (r"x|[^\s,]+\s", "가", "in a branch, what a class takes"),
        (r"[\d.]{2,100}x", "1", "a bounded one that is long"),
        (r"(?<=a)b*c", "b", "behind what is looked back at"),
    ],
)
def test_repetitions_are_found(pattern: str, run: str, why: str) -> None:
    assert any(made == run for _, made in attacks(pattern, 0)), why


def test_what_leads_to_a_repetition_stands_before_it() -> None:
    assert ("가", "1") in attacks(r"가\d+나", 0)
    assert text_of(("가", "1"), 3) == "가111\x00"


@pytest.mark.parametrize(
    ("pattern", "grows", "why"),
    [
        (r"\d+x", True, "tried again from every figure"),
        (r"가(?:나 )+x", False, "begins once"),
        (r"(?<!\d)\d+x", False, "does not begin where one stands before"),
        (r"[가-힣]{2,9}x", False, "bounded"),
    ],
)
def test_growth_is_told(pattern: str, grows: bool, why: str) -> None:
    found = growth(pattern, 0, "here")
    assert (found is not None) is grows, why
    if found is not None:
        assert re.compile(found.pattern)
        assert found.ratio > 20


def test_no_pattern_grows_with_the_square_of_the_text(
    compiled: dict[str, tuple[int, str]],
) -> None:
    grown = [growth(pattern, flags, where) for pattern, (flags, where) in compiled.items()]
    assert [(one.where, one.attack, one.pattern) for one in grown if one is not None] == []
    assert len(compiled) > 450
