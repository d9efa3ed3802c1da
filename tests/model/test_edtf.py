from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.model import edtf
from haengbo.model.edtf import DateRange, Point

DAYS = st.dates(min_value=date(1, 1, 1))
POINTS = st.builds(
    lambda d, depth, q: Point(
        d.year, d.month if depth > 0 else None, d.day if depth > 1 else None, q
    ),
    DAYS,
    st.integers(0, 2),
    st.sampled_from(["", "~", "?", "%"]),
)


def _range(a: Point | None, b: Point | None) -> DateRange | None:
    if a is None and b is None:
        return None
    if a and b and a.first > b.last:
        a, b = b, a
    return DateRange(a, b, interval=True)


RANGES = st.one_of(
    POINTS.map(lambda p: DateRange(p, p)),
    st.builds(_range, st.none() | POINTS, st.none() | POINTS).filter(bool),
)


@given(RANGES)
def test_format_then_parse_is_identity(value: DateRange) -> None:
    assert edtf.parse(edtf.format_range(value)) == value


@given(st.text())
def test_any_text_parses_or_is_refused(text: str) -> None:
    value = edtf.parse_or_none(text)
    assert value is None or value.earliest <= value.latest


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3), "day"),
        ("2024-02-03T08:12+09:00", date(2024, 2, 3), date(2024, 2, 3), "day"),
        ("2024-06/2024-11", date(2024, 6, 1), date(2024, 11, 30), "month"),
        ("2024-10-29/..", date(2024, 10, 29), date.max, "day"),
        ("../2024-11", date.min, date(2024, 11, 30), "month"),
        ("2024-09-13~", date(2024, 9, 13), date(2024, 9, 13), "day"),
    ],
)
def test_days_covered(text: str, first: date, last: date, precision: str) -> None:
    value = edtf.parse(text)
    assert (value.earliest, value.latest, value.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text", ["", "24-11-02", "2024-13", "2024-02-30", "2024-11/2024-06", "../..", "0000", "작년"]
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("first", "second", "apart", "order"),
    [
        ("2024-11-02", "2024-11-02", 0, 0),
        ("2024-11", "2024-11-02", 0, None),
        ("2024-11-01", "2024-11-03", 2, -1),
        ("2024-12", "2024-11-29", 2, 1),
        ("2024-10-29/..", "2025", 0, None),
    ],
)
def test_two_dates_compared(first: str, second: str, apart: int, order: int | None) -> None:
    assert edtf.days_apart(first, second) == apart
    assert edtf.overlaps(first, second) == (apart == 0)
    assert edtf.compare(first, second) == order


def test_containing_is_not_symmetric() -> None:
    assert edtf.contains("2024-11", "2024-11-02")
    assert not edtf.contains("2024-11-02", "2024-11")


def test_nearness_falls_to_zero() -> None:
    assert edtf.nearness("2024-11-01", "2024-11-01") == 1.0
    assert edtf.nearness("2024-11-01", "2024-11-03", days=3) == 0.5
    assert edtf.nearness("2024-11-01", "2024-12-03", days=3) == 0.0


def test_interval_and_sorting() -> None:
    assert edtf.interval("2024-06", "2024-11") == "2024-06/2024-11"
    assert edtf.interval("2024-06", "2024-06") == "2024-06"
    assert edtf.day(date(2024, 6, 9)) == "2024-06-09"
    assert sorted(["2024-11", "2024-11-01"], key=edtf.order) == ["2024-11-01", "2024-11"]
