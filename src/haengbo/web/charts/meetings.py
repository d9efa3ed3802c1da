"""Meetings over time, a lane for each line in which they stand; the days between them are named.

Comes in: lanes of days. Goes out: a drawing as wide as its place, so that words keep their size.
Places across are in per cent of the width, heights in px. Invariant: no dot hides another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from haengbo.web.charts.band import Visit, levels_of
from haengbo.web.charts.density import percent
from haengbo.web.charts.svg import element, words

_DOT, _STACK, _NAME, _FOOT = 4.4, 10.0, 20.0, 20.0
#: Height of the years under the lanes.
_AXIS = 22.0
#: Width that the number of days between two meetings needs, and that of a year, px.
_GAP_ROOM, _YEAR_ROOM = 48.0, 34.0
_LEAST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Lane:
    """A named line with its meetings, oldest first; ``code`` is the channel that gives colour."""

    name: str
    visits: Sequence[Visit]


@dataclass(frozen=True, slots=True)
class MeetingsBand:
    """What is drawn.

    Attributes:
        lanes: From top to bottom.
        title: The sentence for those who cannot see it.
        said: Number of days in words: ``75일``.
    """

    lanes: Sequence[Lane]
    title: str
    said: Callable[[int], str]

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """First and last day drawn: whole years, one at least."""
        days = [visit.day for lane in self.lanes for visit in lane.visits]
        return dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)


def meetings_band(band: MeetingsBand, *, class_: str, narrowest: float) -> tuple[Markup, float]:
    """The drawing and its height.

    Args:
        band: What is drawn.
        class_: Decides at which widths it is seen.
        narrowest: Least width at which it is seen, px; decides what has room.
    """
    first, last = band.span
    whole = max(_LEAST_DAYS, (last - first).days + 1)

    def at(day: dt.date) -> float:
        return ((day - first).days + 0.5) / whole * 100

    parts: list[Markup] = []
    y = 0.0
    for lane in band.lanes:
        drawn, height = _lane(lane, at, y, narrowest, band.said)
        parts += drawn
        y += height
    years = _years(first, last, at, y, narrowest)
    height = y + _AXIS
    svg = element(
        "svg",
        *(years + parts),
        width="100%",
        height=height,
        role="img",
        aria_label=_sentence(band),
        class_=f"band meetings {class_}".strip(),
    )
    return svg, height


def _sentence(band: MeetingsBand) -> str:
    return f"{band.title}: " + ", ".join(f"{lane.name} {len(lane.visits)}" for lane in band.lanes)


def _lane(
    lane: Lane,
    at: Callable[[dt.date], float],
    top: float,
    narrowest: float,
    said: Callable[[int], str],
) -> tuple[list[Markup], float]:
    places = [at(visit.day) for visit in lane.visits]
    # Dots that would touch at the least width are stacked
    scale = narrowest / 100
    levels = levels_of([place * scale / (2 * _DOT + 1) * 1.1 for place in places])
    y = top + _NAME + (max(levels, default=0) + 1) * _STACK
    count = element("tspan", str(len(lane.visits)), class_="t-faint", dx=6)
    name = element("tspan", lane.name, class_="t-ink")
    parts = [
        element("text", name, count, x=0, y=top + 13, class_="t-s"),
        element("line", class_="ax", x1=0, x2="100%", y1=y, y2=y),
    ]
    for visit, place, level in zip(lane.visits, places, levels, strict=True):
        title = [element("title", visit.words)] if visit.words else []
        dot = element(
            "circle",
            *title,
            class_=f"dot {visit.status}",
            cx=percent(place),
            cy=y - _DOT - 2 - level * _STACK,
            r=_DOT,
        )
        parts.append(element("g", dot, class_=f"ch-{visit.channel}"))
    return parts + _gaps(lane.visits, at, y, scale, said), y - top + _FOOT


def _gaps(
    visits: Sequence[Visit],
    at: Callable[[dt.date], float],
    y: float,
    scale: float,
    said: Callable[[int], str],
) -> list[Markup]:
    """The days between neighbours, where there is room for them."""
    days = sorted({visit.day for visit in visits})
    return [
        words(percent((at(one) + at(other)) / 2), y + 14, said(days_), "t-s t-faint", "middle")
        for one, other in pairwise(days)
        if (days_ := (other - one).days) and (at(other) - at(one)) * scale >= _GAP_ROOM
    ]


def _years(
    first: dt.date, last: dt.date, at: Callable[[dt.date], float], floor: float, narrowest: float
) -> list[Markup]:
    every = range(first.year, last.year + 1)
    room = narrowest / len(every)
    step = next((n for n in (1, 2, 5, 10, 20) if n * room >= _YEAR_ROOM), 50)
    parts = []
    for year in every:
        x = percent(at(dt.date(year, 1, 1)))
        if year > first.year:
            parts.append(element("line", class_="hair", x1=x, x2=x, y1=18, y2=floor + 4))
        if (year - first.year) % step == 0:
            parts.append(words(x, floor + 16, str(year), "t-s t-b"))
    return parts
