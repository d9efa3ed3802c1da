"""The band of meetings: lanes in order, no dot under another, days between where there is room."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from haengbo.web.charts.band import Visit
from haengbo.web.charts.meetings import Lane, MeetingsBand, meetings_band


def drawn(*lanes: tuple[str, tuple[str, ...]], width: float = 640.0) -> str:
    made = [
        Lane(name, [Visit(dt.date.fromisoformat(d), "foreign", "occurred", d) for d in days])
        for name, days in lanes
    ]
    band = MeetingsBand(made, "만남", lambda n: f"{n}일")
    return str(meetings_band(band, class_="at-wide", narrowest=width)[0])


def test_no_dot_hides_another() -> None:
    svg = drawn(("러시아", ("2024-06-19", "2024-06-19", "2024-06-20", "2025-06-19")))
    places = re.findall(r'cx="([\d.]+)%" cy="([\d.]+)"', svg)
    assert len(set(places)) == len(places) == 4
    first, second, third, _ = [(float(x) * 6.4, float(y)) for x, y in places]
    for one, other in ((first, second), (second, third), (first, third)):
        assert abs(one[0] - other[0]) >= 8 or abs(one[1] - other[1]) >= 8


def test_days_between_are_named_where_there_is_room() -> None:
    days = ("2024-01-01", "2024-01-11", "2024-12-31")
    assert re.findall(r"(\d+)일</text>", drawn(("러시아", days))) == ["355"]
    assert re.findall(r"(\d+)일</text>", drawn(("러시아", days), width=40.0)) == []


def test_a_day_with_two_meetings_is_no_gap() -> None:
    assert "0일" not in drawn(("중국", ("2024-06-19", "2024-06-19")))


def test_it_says_what_it_shows_to_those_who_cannot_see_it() -> None:
    svg = drawn(("러시아", ("2024-06-19", "2024-11-29")), ("중국", ("2025-09-04",)))
    assert 'role="img"' in svg
    assert 'aria-label="만남: 러시아 2, 중국 1"' in svg
    assert svg.index("러시아</tspan>") < svg.index("중국</tspan>")


def test_years_have_room() -> None:
    svg = drawn(("러시아", ("1990-01-01", "2025-01-01")), width=300.0)
    years = [int(y) for y in re.findall(r">(\d{4})</text>", svg)]
    assert years[0] == 1990
    assert all(b - a >= 5 for a, b in pairwise(years))
