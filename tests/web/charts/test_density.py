"""The strip: one tick an event, a block where it is crowded, a window that is not stretched."""

from __future__ import annotations

import datetime as dt

from haengbo.web.charts.density import CROWDED, Strip, Tick, density_strip, month_ruler


def strip(ticks: list[Tick], first: str = "2024-01", last: str = "2024-06") -> str:
    made = Strip(
        ticks=ticks,
        channels=("summit", "foreign"),
        name=str,
        first=first,
        last=last,
        open_months=frozenset({"2024-06"}),
        link=lambda month: f"/?from={month}",
        title="달마다",
    )
    return str(density_strip(made, 1344.0, class_="at-wide"))


def tick(day: int, channel: str = "summit", month: int = 3) -> Tick:
    return Tick(dt.date(2024, month, day), channel, "occurred")


def test_one_tick_an_event() -> None:
    assert strip([tick(1), tick(9), tick(9, "foreign")]).count('class="tick occurred"') == 3


def test_a_crowded_month_is_one_block_with_its_number() -> None:
    svg = strip([tick(day) for day in range(1, CROWDED + 3)])
    assert 'class="tick occurred"' not in svg
    assert f">{CROWDED + 2}</text>" in svg


def test_titles_are_escaped() -> None:
    made = Strip([], (), str, "2024-01", "2024-02", frozenset(), str, '<b>"')
    assert "<b>" not in str(density_strip(made, 350.0, class_="at-narrow"))


def test_the_ruler_has_a_stroke_for_every_day() -> None:
    assert str(month_ruler("2024-02", [], "이월")).count("v2") == 26
    assert str(month_ruler("2024-02", [], "이월")).count("v4") == 3
