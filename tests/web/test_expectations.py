"""Horizons become days: the first and the last that an EDTF value allows."""

from __future__ import annotations

import datetime as dt

import pytest

from haengbo.web.routes.expectations import begin_of, end_of


@pytest.mark.parametrize(
    ("horizon", "first"),
    [
        ("2025", "2025-01-01"),
        ("2025-06", "2025-06-01"),
        ("2025-07/2025-12", "2025-07-01"),
        ("2025-10-10", "2025-10-10"),
        ("../2025-10-10", None),
        ("2025~", "2025-01-01"),
        (None, None),
        ("곧", None),
    ],
)
def test_the_first_day(horizon: str | None, first: str | None) -> None:
    assert begin_of(horizon) == (dt.date.fromisoformat(first) if first else None)


@pytest.mark.parametrize(
    ("due", "last"), [("2025-12-31", "2025-12-31"), ("2025-02", "2025-02-28"), (None, None)]
)
def test_the_last_day(due: str | None, last: str | None) -> None:
    assert end_of(due) == (dt.date.fromisoformat(last) if last else None)
