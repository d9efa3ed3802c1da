"""Dated offices."""

from __future__ import annotations

import pytest

from haengbo.knowledge.actors import RoleRow


@pytest.mark.parametrize(
    ("since", "until", "on", "held", "why"),
    [
        ("2024-05", None, "2024-06-01", True, "begun and going on"),
        ("2024-05", None, "2024-05-01", True, "in the month of the beginning"),
        ("2024-05", None, "2024-04-30", False, "before"),
        ("2024-05", None, "2024", True, "a year that holds the beginning"),
        (None, "2024-05-12", "2024-05-13", False, "the day after the end"),
        (None, "2024-05-12", "2024-05-12", True, "the last day"),
        ("2019", "2021", "2021-12-31", True, "the year of the end counts"),
        (None, None, "1950", True, "unknown ends exclude nothing"),
    ],
)
def test_held_on(since: str | None, until: str | None, on: str, *, held: bool, why: str) -> None:
    assert RoleRow("r", "a", "서기", "나라", since, until).held_on(on) is held, why
