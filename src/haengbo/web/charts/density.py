"""Events per month and channel → the density strip at the head of the chronicle.

One lane a channel in the fixed order, one tick an event on its day, a bar a month with its
number. Over ``CROWDED`` ticks in a month's cell one block with its number stands for them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.svg import element, picture, words
from haengbo.web.dates import days_in, months_between

CROWDED = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """One event in the strip: its day, lane, status."""

    day: dt.date
    channel: str
    status: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip is drawn from.

    Attributes:
        ticks: Every dated event.
        channels: Lanes from top to bottom.
        name: Word for a channel.
        first: First month, ``YYYY-MM``.
        last: Last month.
        open_months: Months whose chapters are open: shaded.
        link: Address of a month's chapter.
        title: The sentence for those who cannot see it.
        month_word: Number of a month → what is printed under it.
    """

    ticks: Sequence[Tick]
    channels: Sequence[str]
    name: Callable[[str], str]
    first: str
    last: str
    open_months: frozenset[str]
    link: Callable[[str], str]
    title: str


_LANE, _TOP, _BARS = 14.5, 52.0, 34.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand for one width."""

    left: float
    right: float
    months: Sequence[str]

    @property
    def step(self) -> float:
        return (self.right - self.left) / len(self.months)

    def x(self, month: str) -> float:
        return self.left + self.months.index(month) * self.step

    def at(self, day: dt.date) -> float:
        month = f"{day.year:04d}-{day.month:02d}"
        return self.x(month) + (day.day - 0.5) / days_in(month) * self.step


def density_strip(strip: Strip, width: float, *, class_: str, most_months: int = 60) -> Markup:
    """The strip at one width; only the newest ``most_months`` are drawn."""
    months = months_between(strip.first, strip.last)[-most_months:]
    names = width > 600  # noqa: PLR2004 - below that the lanes' names stand in the table only
    frame = _Frame(150.0 if names else 2.0, width - (44.0 if names else 2.0), months)
    height = _TOP + _LANE * len(strip.channels) + 36
    shown = [t for t in strip.ticks if f"{t.day.year:04d}-{t.day.month:02d}" in set(months)]
    parts: list[Markup] = []
    parts += _windows(strip, frame, height)
    shown = [t for t in shown if t.channel in set(strip.channels)]
    parts += _bars(shown, frame, strip.link)
    for row, channel in enumerate(strip.channels):
        parts += _lane(strip, frame, [t for t in shown if t.channel == channel], row, names)
    parts += _axis(frame, _TOP + _LANE * len(strip.channels))
    return picture(width, height, strip.title, parts, class_)


def _windows(strip: Strip, frame: _Frame, height: float) -> list[Markup]:
    return [
        element("rect", class_="win", x=frame.x(m), y=0, width=frame.step, height=height - 22)
        for m in frame.months
        if m in strip.open_months
    ]


def _bars(ticks: Sequence[Tick], frame: _Frame, link: Callable[[str], str]) -> list[Markup]:
    counts = Counter(f"{t.day.year:04d}-{t.day.month:02d}" for t in ticks)
    most = max(counts.values(), default=1)
    parts = []
    for month, count in sorted(counts.items()):
        high = max(1.5, _BARS * count / most)
        x, mid = frame.x(month), frame.x(month) + frame.step / 2
        bar = element(
            "rect", class_="sum", x=x + 1.5, y=_TOP - 8 - high, width=frame.step - 3, height=high
        )
        text = words(mid, _TOP - 11 - high, str(count), "t-s t-faint", "middle")
        parts.append(element("a", bar, text, href=link(month)))
    return parts


def _lane(
    strip: Strip,
    frame: _Frame,
    ticks: Sequence[Tick],
    row: int,
    names: bool,  # noqa: FBT001
) -> list[Markup]:
    channel = strip.channels[row]
    y = _TOP + _LANE * row
    parts = [element("path", class_="hair", d=f"M{frame.left:.1f} {y + 11:.1f}H{frame.right:.1f}")]
    if names:
        parts.append(element("rect", class_="tick", x=0, y=y + 1, width=4, height=10))
        parts.append(words(12, y + 10, strip.name(channel), "t-s t-ink"))
        parts.append(words(frame.right + 40, y + 10, str(len(ticks)), "t-s", "end"))
    by_month: dict[str, list[Tick]] = {}
    for tick in ticks:
        by_month.setdefault(f"{tick.day.year:04d}-{tick.day.month:02d}", []).append(tick)
    for month, inside in by_month.items():
        parts += _cell(frame, month, inside, y)
    return [element("g", *parts, class_=f"ch-{channel}")]


def _cell(frame: _Frame, month: str, ticks: Sequence[Tick], y: float) -> list[Markup]:
    if len(ticks) > CROWDED:
        x = frame.x(month) + 1.5
        block = element("rect", class_="tick", x=x, y=y + 1, width=frame.step - 3, height=10)
        count = words(x + frame.step / 2 - 1.5, y + 9, str(len(ticks)), "t-s t-paper", "middle")
        return [block, count]
    return [
        element(
            "rect",
            class_=f"tick {t.status}",
            x=frame.at(t.day) - 1.3,
            y=y + 1,
            width=2.6,
            height=10,
        )
        for t in ticks
    ]


def _axis(frame: _Frame, y: float) -> list[Markup]:
    parts = []
    every = max(1, round(22 / frame.step))
    for index, month in enumerate(frame.months):
        x, number = frame.x(month), int(month[5:7])
        if index % every == 0:
            parts.append(words(x + frame.step / 2, y + 14, str(number), "t-s", "middle"))
        if number == 1 or index == 0:
            parts.append(words(x, y + 30, month[:4], "t-s t-b"))
            if index:
                parts.append(element("path", class_="ax", d=f"M{x:.1f} {_TOP - 4}V{y + 32:.1f}"))
    return parts


def month_ruler(month: str, ticks: Sequence[Tick], title: str) -> Markup:
    """The ruler of days at the head of a chapter, with its events as ticks."""
    days, width = days_in(month), 560.0
    step = width / days
    parts = [element("path", class_="hair", d=f"M0 16.5H{width:.0f}")]
    for day in range(1, days + 1):
        length = 4 if day % 10 == 1 else 2
        parts.append(element("path", class_="hair", d=f"M{(day - 0.5) * step:.1f} 16v{length}"))
    parts += [
        element(
            "rect",
            class_=f"ch-{t.channel} tick {t.status}",
            x=(t.day.day - 0.5) * step - 1.5,
            y=2,
            width=3,
            height=14,
        )
        for t in ticks
    ]
    svg = picture(width, 26, title, parts, "days")
    return Markup(str(svg).replace("<svg", '<svg preserveAspectRatio="none"', 1))  # noqa: S704
