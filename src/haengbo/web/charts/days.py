"""Events of a few weeks → the density strip drawn by days: the timeline nearer than its months.

The same lanes in the same order, a cell a day; events of one day and lane share its cell, so that
each stays a mark of its own at every width. Places are in per cent, as in ``density``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.density import LANE, TOP, Tick, height_of, percent
from haengbo.web.charts.svg import element, words

#: Room that a day's number needs, px.
_NUMBER = 17.0
_BARS = 34.0
_STEPS = (1, 5, 10)
_FILLED = 0.84


@dataclass(frozen=True, slots=True)
class DayStrip:
    """What is drawn.

    Attributes:
        ticks: Events whose day is known, of these days only.
        channels: Lanes from top to bottom.
        first: First day.
        last: Last day.
        chosen: First and last day of the period asked for: shaded.
        link: Address of a day.
        said: Day and number in words, for those who cannot see them.
        month: A month's name.
        title: The sentence for those who cannot see it.
    """

    ticks: Sequence[Tick]
    channels: Sequence[str]
    first: dt.date
    last: dt.date
    chosen: tuple[dt.date, dt.date]
    link: Callable[[dt.date], str]
    said: Callable[[dt.date, int], str]
    month: Callable[[dt.date], str]
    title: str

    @property
    def days(self) -> list[dt.date]:
        """Every day from the first to the last."""
        return [self.first + dt.timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    @property
    def totals(self) -> Counter[str]:
        """Lane → number of events."""
        return Counter(tick.channel for tick in self.ticks)


def day_strip(strip: DayStrip, *, class_: str, narrowest: float) -> Markup:
    """The strip.

    Args:
        strip: What is drawn.
        class_: Class that decides at which widths it is seen.
        narrowest: Least width it is seen at, px; decides how many days are named.
    """
    days = strip.days
    step = 100 / len(days)
    floor = TOP + LANE * len(strip.channels)
    parts = [_window(strip, step, floor), *_bars(strip, step, narrowest)]
    for row, channel in enumerate(strip.channels):
        own = [tick for tick in strip.ticks if tick.channel == channel]
        parts.append(_lane(strip, own, step, TOP + LANE * row))
    parts += _axis(strip, step, floor, narrowest)
    return element(
        "svg",
        *parts,
        width="100%",
        height=height_of(len(strip.channels)),
        role="group",
        aria_label=strip.title,
        class_=f"plot {class_}",
        # For the script that lets a period be drawn over the strip
        data_months=" ".join(day.isoformat() for day in days),
    )


def _window(strip: DayStrip, step: float, floor: float) -> Markup:
    first, last = (max(strip.first, min(strip.last, day)) for day in strip.chosen)
    x = (first - strip.first).days * step
    width = ((last - first).days + 1) * step
    whole = strip.chosen == (strip.first, strip.last)
    return element(
        "rect",
        class_=None if whole else "win",
        fill="none" if whole else None,
        x=percent(x),
        y=0,
        width=percent(width),
        height=floor + 14,
    )


def _bars(strip: DayStrip, step: float, narrowest: float) -> list[Markup]:
    counts = Counter(tick.day for tick in strip.ticks)
    most = max(counts.values(), default=1)
    parts = []
    for day, count in sorted(counts.items()):
        x, high = (day - strip.first).days * step, max(1.5, _BARS * count / most)
        bar = element(
            "rect",
            class_="sum",
            x=percent(x + step * (1 - _FILLED) / 2),
            y=TOP - 8 - high,
            width=percent(step * _FILLED),
            height=high,
        )
        inside = [bar]
        if narrowest * step / 100 >= _NUMBER:
            middle = percent(x + step / 2)
            inside.append(words(middle, TOP - 11 - high, str(count), "t-s t-faint", "middle"))
        parts.append(element("a", *inside, href=strip.link(day), aria_label=strip.said(day, count)))
    return parts


def _lane(strip: DayStrip, ticks: Sequence[Tick], step: float, y: float) -> Markup:
    parts = [element("line", class_="hair", x1=0, x2="100%", y1=y + 11.5, y2=y + 11.5)]
    by_day: dict[dt.date, list[Tick]] = {}
    for tick in ticks:
        by_day.setdefault(tick.day, []).append(tick)
    for day, inside in by_day.items():
        left = (day - strip.first).days * step + step * (1 - _FILLED) / 2
        share = step * _FILLED / len(inside)
        parts += [
            element(
                "rect",
                class_=f"tick {tick.status}",
                x=percent(left + share * place),
                y=y + 1,
                width=percent(share * (0.8 if len(inside) > 1 else 1)),
                height=10,
            )
            for place, tick in enumerate(inside)
        ]
    channel = ticks[0].channel if ticks else "third"
    return element("g", *parts, class_=f"ch-{channel}")


def _axis(strip: DayStrip, step: float, y: float, narrowest: float) -> list[Markup]:
    room = narrowest * step / 100
    every = next((s for s in _STEPS if s * room >= _NUMBER), _STEPS[-1])
    parts = []
    for place, day in enumerate(strip.days):
        x = place * step
        if day.day == 1 or day.day % every == 0:
            parts.append(words(percent(x + step / 2), y + 13, str(day.day), "t-s", "middle"))
        if day.day == 1 or place == 0:
            parts.append(words(percent(x), y + 30, strip.month(day), "t-s t-b"))
            if place:
                at = percent(x)
                parts.append(element("line", class_="ax", x1=at, x2=at, y1=TOP - 4, y2=y + 32))
    return parts
