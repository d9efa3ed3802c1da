"""Two dates: may they be one, and which says more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.reading.events.scene.periods import lasts_over, near, precise

DAYS = st.dates().map(lambda day: day.isoformat())
VALUES = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: f"../{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    st.none(),
)

NEAR = [
    ("2024-11-01", "2024-11", True, "a day in its month"),
    ("2024-11-01", "2024-11-02", False, "two days"),
    ("2024-11-01", None, True, "nothing said contradicts nothing"),
    ("../2024-11-01", "2024-10-30", True, "before the end"),
    ("2024-11-01/..", "2024-10-30", False, "before the start"),
    ("2024-10-28/2024-10-29", "2024-10-29", True, "inside"),
    ("2023", "2024-01-01", False, "another year"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), NEAR)
def test_near(left: str, right: str | None, expected: bool, why: str) -> None:
    assert near(left, right) is expected, why


PRECISE = [
    ("2024-11", "2024-11-01", "2024-11-01", "the day"),
    ("2024-10-30", "../2024-11-04", "2024-10-30/2024-11-04", "arrival and end"),
    ("../2024-11-04", "2024-11-04", "2024-11-04", "both on one day"),
    (None, "2024", "2024", "the only one"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), PRECISE)
def test_precise(left: str | None, right: str, expected: str, why: str) -> None:
    assert precise(left, right) == expected, why


@given(VALUES, VALUES)
def test_nearness_is_mutual_and_the_better_date_is_near_both(
    left: str | None, right: str | None
) -> None:
    assert near(left, right) == near(right, left)
    if near(left, right):
        assert near(precise(left, right), left)
        assert near(precise(left, right), right)


STAYS = [
    ("2024-07-23/2024-07-26", "2024-07-24", True, "a day of the stay"),
    ("2024-07-23/2024-07-26", "2024-07-27", False, "the day after"),
    ("2024-07-23", "2024-07-25", True, "arrived two days before"),
    ("2024-07-23", "2024-08-02", False, "long gone"),
    ("2024-07-23", "2024-07-22", False, "not there yet"),
    ("2024-07-23/..", "2024-08-02", True, "the stay goes on"),
    ("2024-07", "2024-07-02", False, "a month says no day"),
    (None, "2024-07-02", False, "nothing is known"),
]


@pytest.mark.parametrize(("stay", "day", "expected", "why"), STAYS)
def test_whether_a_guest_is_still_there(
    stay: str | None, day: str, *, expected: bool, why: str
) -> None:
    assert lasts_over(stay, day) is expected, why
