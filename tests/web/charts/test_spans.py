"""Days across a drawing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.web.charts.spans import Days
from haengbo.web.charts.strips import ROW, StripRow, strip_chart

DAYS = st.dates(dt.date(1945, 1, 1), dt.date(2030, 1, 1))


@given(st.lists(DAYS, min_size=1, max_size=20))
def test_every_day_stands_inside_and_in_order(days: list[dt.date]) -> None:
    span = Days.around(days)
    places = [span.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 < place < 100 for place in places)
    assert len(span.axis(10)) <= 2 * 20


def test_no_day() -> None:
    with pytest.raises(ValueError, match="empty"):
        Days.around([])
    assert strip_chart([StripRow("말", (), (), 0)], "") == ""


def test_own_texts_are_filled_and_names_escaped() -> None:
    day = dt.date(2025, 6, 4)
    rows = [StripRow("<b>", (day,), (dt.date(2024, 1, 1),), 2)]
    drawn = strip_chart(rows, "제목")
    assert drawn.count("node origin") == 1
    assert drawn.count('class="node"') == 1
    assert f'cy="{ROW / 2:.0f}"' in drawn
    assert "<b>" not in drawn


def test_a_phone_shows_years_and_no_quarters() -> None:
    few = Days.around([dt.date(2023, 10, 1), dt.date(2025, 10, 1)])
    named = [(str(mark), "fine" in str(mark)) for mark in few.axis(10) if "<text" in str(mark)]
    assert {fine for text, fine in named if ">202" in text} == {False}
    assert {fine for text, fine in named if ".7<" in text} == {True}
    many = Days.around([dt.date(2010, 1, 1), dt.date(2025, 1, 1)])
    shown = [str(m) for m in many.axis(10) if "<text" in str(m) and "fine" not in str(m)]
    assert 6 <= len(shown) <= 8
