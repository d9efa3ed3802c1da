"""Events per month and channel → the density strip at the head of the chronicle.

One lane a channel in the fixed order, one tick an event on its day, a bar a month with its
number. Over ``CROWDED`` ticks in a month's cell one block with its number stands for them. Places
are in per cent, so that one drawing fits every width and its words keep their size.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from markupsafe import Markup

from haengbo.web.charts.svg import element, picture, words
from haengbo.web.dates import days_in, months_between

CROWDED = 12
#: Height of a lane and where the lanes begin, px; the stylesheet sets the names beside them so.
LANE, TOP = 15.0, 52.0
_BARS = 34.0
#: How far ticks of one day stand apart in a month's ruler, px, and how many have room.
_BESIDE, _MOST_BESIDE = 4, 3
#: Room that a month's number needs, px.
_NUMBER = 16.0
_STEPS = (1, 2, 3, 6, 12)
_MONTH = len("2024-07")


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
        ticks: Every event whose day is known.
        counts: Events of each month, those without a day included.
        channels: Lanes from top to bottom.
        first: First month, ``YYYY-MM``.
        last: Last month.
        open_months: Months whose chapters are open: shaded.
        link: Address of a month's chapter.
        said: Month and number in words, for those who cannot see them.
        title: The sentence for those who cannot see it.
        focus: The month asked for, which a strip of few months must hold.
        crowded: Month and lane → number of ticks, where more than ``CROWDED`` stand; these are not
            among ``ticks``.
    """

    ticks: Sequence[Tick]
    counts: Mapping[str, int]
    channels: Sequence[str]
    first: str
    last: str
    open_months: frozenset[str]
    link: Callable[[str], str]
    said: Callable[[str, int], str]
    title: str
    focus: str | None = None
    crowded: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Frame:
    """Where things stand: per cent of the width from left to right."""

    months: Sequence[str]

    @cached_property
    def places(self) -> dict[str, int]:
        return {month: place for place, month in enumerate(self.months)}

    @cached_property
    def step(self) -> float:
        return 100 / len(self.months)

    def x(self, month: str) -> float:
        return self.places[month] * self.step


def percent(value: float) -> str:
    """A place or length in per cent of the width."""
    return f"{value:.2f}%"


def height_of(lanes: int) -> float:
    """Height of a strip with so many lanes, px."""
    return TOP + LANE * lanes + 36


def density_strip(strip: Strip, *, class_: str, most_months: int = 60, narrowest: float) -> Markup:
    """The strip.

    Args:
        strip: What is drawn.
        class_: Class that decides at which widths it is seen.
        most_months: Only so many are drawn: the newest, or those around the month asked for.
        narrowest: Least width it is seen at, px; decides how many months are named.
    """
    months = months_shown(strip.first, strip.last, strip.focus, most_months)
    frame = _Frame(months)
    shown: dict[str, dict[str, list[Tick]]] = {}
    for tick in strip.ticks:
        if (month := tick.day.isoformat()[:_MONTH]) in frame.places:
            shown.setdefault(tick.channel, {}).setdefault(month, []).append(tick)
    floor = TOP + LANE * len(strip.channels)
    parts = [*_windows(strip, frame, floor), *_bars(strip, frame)]
    for row, channel in enumerate(strip.channels):
        crowded = {m: n for m in months if (n := strip.crowded.get((m, channel), 0))}
        parts += _lane(frame, shown.get(channel, {}), crowded, channel, row)
    parts += _axis(frame, floor, narrowest)
    return element(
        "svg",
        *parts,
        width="100%",
        height=height_of(len(strip.channels)),
        role="group",
        aria_label=strip.title,
        class_=f"plot {class_}",
        # For the script that lets a period be drawn over the strip
        data_months=" ".join(months),
    )


def months_shown(first: str, last: str, focus: str | None, most: int) -> list[str]:
    """The newest of the months from first to last, or those around the month asked for."""
    months = months_between(first, last)
    if focus not in months:
        return months[-most:]
    end = min(len(months), max(most, months.index(focus or "") + most // 2))
    return months[max(0, end - most) : end]


def _windows(strip: Strip, frame: _Frame, floor: float) -> list[Markup]:
    step = percent(frame.step)
    return [
        element("rect", class_="win", x=percent(frame.x(m)), y=0, width=step, height=floor + 14)
        for m in frame.months
        if m in strip.open_months
    ]


def _bars(strip: Strip, frame: _Frame) -> list[Markup]:
    inside = {m: n for m, n in strip.counts.items() if m in frame.places}
    most = max(inside.values(), default=1)
    parts = []
    for month, count in sorted(inside.items()):
        high = max(1.5, _BARS * count / most)
        x, wide = frame.x(month), frame.step
        bar = element(
            "rect",
            class_="sum",
            x=percent(x + wide * 0.04),
            y=TOP - 8 - high,
            width=percent(wide * 0.92),
            height=high,
        )
        text = words(percent(x + wide / 2), TOP - 11 - high, str(count), "t-s t-faint", "middle")
        said = strip.said(month, count)
        parts.append(element("a", bar, text, href=strip.link(month), aria_label=said))
    return parts


def _lane(
    frame: _Frame,
    ticks: Mapping[str, Sequence[Tick]],
    crowded: Mapping[str, int],
    channel: str,
    row: int,
) -> list[Markup]:
    y = TOP + LANE * row
    parts = [element("line", class_="hair", x1=0, x2="100%", y1=y + 11.5, y2=y + 11.5)]
    for month, inside in ticks.items():
        if month not in crowded:
            parts += _cell(frame, month, inside, y)
    for month, number in crowded.items():
        parts += _block(frame, month, number, y)
    return [element("g", *parts, class_=f"ch-{channel}")]


def _block(frame: _Frame, month: str, number: int, y: float) -> list[Markup]:
    """One block with its number in place of so many ticks."""
    x, wide = frame.x(month), frame.step
    block = element(
        "rect",
        class_="tick",
        x=percent(x + wide * 0.04),
        y=y + 1,
        width=percent(wide * 0.92),
        height=10,
    )
    count = words(percent(x + wide / 2), y + 9.5, str(number), "t-s t-paper", "middle")
    return [block, count]


def _cell(frame: _Frame, month: str, ticks: Sequence[Tick], y: float) -> list[Markup]:
    if len(ticks) > CROWDED:
        return _block(frame, month, len(ticks), y)
    left, days = frame.x(month), days_in(month)
    return [
        _tick(t.status, percent(left + (t.day.day - 0.5) / days * frame.step), y + 1) for t in ticks
    ]


@lru_cache(maxsize=16_384)
def _tick(status: str, x: str, y: float) -> Markup:
    """Of a page with two drawings half of what is drawn; on the next page most are the same."""
    return element("rect", class_=f"tick {status}", x=x, y=y, width=2.6, height=10)


def _axis(frame: _Frame, y: float, narrowest: float) -> list[Markup]:
    parts = []
    room = narrowest * frame.step / 100
    every = next((s for s in _STEPS if s * room >= _NUMBER), _STEPS[-1])
    for index, month in enumerate(frame.months):
        x, number = frame.x(month), int(month[5:7])
        if (number - 1) % every == 0:
            middle = percent(x + frame.step / 2)
            parts.append(words(middle, y + 13, str(number), "t-s", "middle"))
        if number == 1 or (index == 0 and number < 11):  # noqa: PLR2004 - else two years collide
            parts.append(words(percent(x), y + 30, month[:4], "t-s t-b"))
            if index:
                at = percent(x)
                parts.append(element("line", class_="ax", x1=at, x2=at, y1=TOP - 4, y2=y + 32))
    return parts


#: Room beside a strip that is taken away: names of the lanes, and their numbers, px.
_NAMES, _TOTALS = 150.0, 44.0


def strip_picture(strip: Strip, name: Callable[[str], str], width: float = 1344.0) -> Markup:
    """The whole figure in one drawing, with the lanes' names and numbers, to take away."""
    plot = density_strip(strip, class_="", narrowest=width - _NAMES - _TOTALS)
    totals = Counter(t.channel for t in strip.ticks)
    for (_, channel), number in strip.crowded.items():
        totals[channel] += number
    return framed(plot, [(c, name(c), totals[c]) for c in strip.channels], strip.title, width)


def framed(
    plot: Markup, lanes: Sequence[tuple[str, str, int]], title: str, width: float = 1344.0
) -> Markup:
    """A strip with what stands beside it on the page: channel, name and number of each lane."""
    parts: list[Markup] = [element("svg", plot, x=_NAMES, y=0, width=width - _NAMES - _TOTALS)]
    for row, (channel, name, number) in enumerate(lanes):
        y = TOP + LANE * row
        swatch = element("rect", class_="tick", x=0, y=y + 1, width=4, height=10)
        parts.append(element("g", swatch, class_=f"ch-{channel}"))
        parts.append(words(12, y + 10.5, name, "t-s t-ink"))
        parts.append(words(width, y + 10.5, str(number), "t-s", "end"))
    return picture(width, height_of(len(lanes)), title, parts)


def month_ruler(month: str, ticks: Sequence[Tick], title: str) -> Markup:
    """The ruler of days at the head of a chapter, with its events as ticks."""
    days = days_in(month)
    step = 100 / days
    parts = [element("line", class_="hair", x1=0, x2="100%", y1=16.5, y2=16.5)]
    for day in range(1, days + 1):
        x, length = percent((day - 0.5) * step), 4 if day % 10 == 1 else 2
        parts.append(element("line", class_="hair", x1=x, x2=x, y1=16, y2=16 + length))
    beside: Counter[int] = Counter()
    for tick in ticks:
        # Events of one day stand side by side as far as its stretch of the ruler has room
        shift = _BESIDE * min(beside[tick.day.day], _MOST_BESIDE)
        beside[tick.day.day] += 1
        x = percent((tick.day.day - 0.5) * step)
        css = f"ch-{tick.channel} tick {tick.status}"
        mark = element("rect", class_=css, x=x, y=2, width=3, height=14)
        parts.append(element("g", mark, transform=f"translate({shift} 0)"))
    return element(
        "svg", *parts, width="100%", height=26, role="img", aria_label=title, class_="days"
    )
