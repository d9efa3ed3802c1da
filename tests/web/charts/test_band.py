"""The band of an actor: dots of one day are stacked, years do not collide, offices are clipped."""

from __future__ import annotations

import datetime as dt
import re

from haengbo.web.charts.band import Band, OfficeBar, Visit, levels_of, office_band, window_of


def visit(day: str) -> Visit:
    return Visit(dt.date.fromisoformat(day), "summit", "occurred", f"{day} 회담")


def test_dots_of_one_day_are_stacked() -> None:
    assert levels_of([1.0, 1.0, 1.5, 5.0]) == [0, 1, 2, 0]


def test_every_event_is_a_dot_and_none_hides_another() -> None:
    svg, _ = office_band(Band([], [visit("2024-06-19")] * 3 + [visit("2024-11-04")], "띠"))
    places = re.findall(r'cx="([\d.]+%)" cy="([\d.]+)"', str(svg))
    assert len(places) == len(set(places)) == 4


def test_the_window_is_at_least_a_year() -> None:
    first, last = window_of([visit("2024-06-19")])
    assert (last - first).days >= 364


def test_a_year_that_begins_at_once_is_not_named_twice() -> None:
    svg, _ = office_band(Band([], [visit("2023-12-20"), visit("2025-03-01")], "띠"))
    assert re.findall(r">(20\d\d)</text>", str(svg)) == ["2024", "2025"]


def test_an_office_outside_the_window_is_left_out() -> None:
    offices = [OfficeBar("국방장관", "2012-11", "2013-05"), OfficeBar("서기", "2024-05", None)]
    svg, _ = office_band(Band(offices, [visit("2024-06-19"), visit("2025-03-21")], "띠"))
    assert "국방장관" not in str(svg)
    assert "서기" in str(svg)
