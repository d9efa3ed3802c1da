"""The strip: one tick an event, a block where it is crowded, a window that is not stretched."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from haengbo.web.charts.density import (
    CROWDED,
    Strip,
    Tick,
    density_strip,
    month_ruler,
    strip_picture,
)


def strip(ticks: list[Tick], first: str = "2024-01", last: str = "2024-06") -> str:
    made = Strip(
        ticks=ticks,
        counts=Counter(f"{t.day:%Y-%m}" for t in ticks),
        channels=("summit", "foreign"),
        first=first,
        last=last,
        open_months=frozenset({"2024-06"}),
        link=lambda month: f"/?from={month}",
        said=lambda month, n: f"{month} {n}",
        title="달마다",
    )
    return str(density_strip(made, class_="at-wide", narrowest=660.0))


def tick(day: int, channel: str = "summit", month: int = 3) -> Tick:
    return Tick(dt.date(2024, month, day), channel, "occurred")


def said(month: str, number: int) -> str:
    return f"{month}: {number}"


def test_one_tick_an_event() -> None:
    assert strip([tick(1), tick(9), tick(9, "foreign")]).count('class="tick occurred"') == 3


def test_a_crowded_month_is_one_block_with_its_number() -> None:
    svg = strip([tick(day) for day in range(1, CROWDED + 3)])
    assert 'class="tick occurred"' not in svg
    assert f">{CROWDED + 2}</text>" in svg


def test_titles_are_escaped() -> None:
    made = Strip([], {}, (), "2024-01", "2024-02", frozenset(), str, said, '<b>"')
    assert "<b>" not in str(density_strip(made, class_="at-narrow", narrowest=190.0))


def test_the_ruler_has_a_stroke_for_every_day() -> None:
    strokes = re.findall(r'y2="(\d+)"', str(month_ruler("2024-02", [], "이월")))
    assert strokes.count("18") == 26
    assert strokes.count("20") == 3


def test_the_picture_to_take_away_names_its_lanes() -> None:
    made = Strip(
        [tick(1)],
        *({}, ("summit",), "2024-01", "2024-06", frozenset(), str, said, "달마다"),
    )
    assert ">정상</text>" in str(strip_picture(made, lambda _: "정상"))


def test_month_words_do_not_collide_when_there_are_many() -> None:
    svg = strip([tick(1)], first="2020-01", last="2024-12")
    assert svg.count('text-anchor="middle">7</text>') == 5
    assert 'text-anchor="middle">8</text>' not in svg


def test_a_strip_of_few_months_holds_the_month_asked_for() -> None:
    made = Strip(
        [],
        *({}, (), "2020-01", "2024-12", frozenset(), str, said, "달마다"),
        focus="2022-06",
    )
    svg = str(density_strip(made, class_="at-narrow", narrowest=190.0, most_months=12))
    assert re.findall(r">(20\d\d)</text>", svg) == ["2022"]
    assert str(density_strip(made, class_="", narrowest=660.0)).count(">2020</text>") == 1
