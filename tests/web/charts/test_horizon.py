"""An expectation's time: from the day it was said to the day it falls due, all on one scale."""

from __future__ import annotations

import datetime as dt
import re

from haengbo.web.charts.horizon import Horizon, axis, horizon_bar

FIRST, LAST, TODAY = dt.date(2024, 1, 1), dt.date(2025, 12, 31), dt.date(2025, 7, 1)


def bar(said: str | None, begin: str | None, due: str | None) -> str:
    days = [dt.date.fromisoformat(d) if d else None for d in (said, begin, due)]
    return str(horizon_bar(Horizon(*days), FIRST, LAST, TODAY))


def place(svg: str, css: str, name: str) -> float:
    found = re.search(rf'class="{css}" [^>]*?\b{name}="([\d.]+)%"', svg)
    assert found is not None
    return float(found[1])


def test_it_waits_until_its_time_begins() -> None:
    svg = bar("2024-07-01", "2025-01-01", "2025-06-30")
    assert place(svg, "said", "x1") < place(svg, "term", "x")
    assert 'class="wait"' in svg
    end = place(svg, "term", "x") + place(svg, "term", "width")
    assert end < place(svg, "now", "x1")


def test_without_a_beginning_it_runs_from_the_day_it_was_said() -> None:
    svg = bar("2024-07-01", None, "2025-06-30")
    assert place(svg, "said", "x1") == place(svg, "term", "x")
    assert 'class="wait"' not in svg


def test_without_an_end_it_is_open() -> None:
    assert 'class="term open"' in bar("2024-07-01", None, None)


def test_a_page_without_a_day_has_no_tick() -> None:
    assert 'class="said"' not in bar(None, "2025-01-01", "2025-06-30")


def test_today_is_named_where_no_year_stands() -> None:
    assert "오늘" in str(axis(FIRST, LAST, TODAY, "오늘"))
    assert "오늘" not in str(axis(FIRST, LAST, dt.date(2025, 1, 10), "오늘"))
