"""An actor's offices over time as bars, and its events as dots, stacked where days crowd.

Places across are in per cent of the width; heights in px.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.density import percent
from haengbo.web.charts.svg import element, words
from haengbo.web.dates import days_in, months_between

_ROW, _DOT, _GAP = 25.0, 4.4, 10.0
#: Dots nearer than this to each other are stacked, per cent of the width.
_NEAR = 1.1
_MOST_OFFICES, _MOST_YEARS = 8, 6
#: Share of the oldest events that may fall off the left edge.
_RECALLED = 0.03
_STEPS = (1, 2, 3, 6, 12)
#: Least width at which the band is seen, px, and what a month's number needs.
_NARROWEST, _NUMBER = 680.0, 24.0


@dataclass(frozen=True, slots=True)
class OfficeBar:
    """An office with its first and last month or day (EDTF), open where ``None``."""

    title: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """An event of the actor; ``words`` are said of it where the pointer rests."""

    day: dt.date
    channel: str
    status: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """What is drawn; ``title`` is the sentence for those who cannot see it."""

    offices: Sequence[OfficeBar]
    visits: Sequence[Visit]
    title: str


@dataclass(frozen=True, slots=True)
class _Frame:
    months: Sequence[str]

    @property
    def step(self) -> float:
        return 100 / len(self.months)

    def at(self, day: dt.date) -> float:
        """Place of a day; before and after the window its edges."""
        month = f"{day.year:04d}-{day.month:02d}"
        if month < self.months[0]:
            return 0.0
        if month > self.months[-1]:
            return 100.0
        return (self.months.index(month) + (day.day - 0.5) / days_in(month)) * self.step


def window_of(visits: Sequence[Visit]) -> tuple[dt.date, dt.date]:
    """First and last day shown: at least a year, and a few recalled events do not stretch it."""
    days = sorted(v.day for v in visits)
    newest = days[-1]
    oldest = max(days[int(len(days) * _RECALLED)], newest - dt.timedelta(days=365 * _MOST_YEARS))
    return min(oldest, newest - dt.timedelta(days=364)), newest


def levels_of(places: Sequence[float]) -> list[int]:
    """How many dots each of these (ascending) stands above: 0 stands on the axis.

    Example:
        ``levels_of([1.0, 1.0, 5.0])`` is ``[0, 1, 0]``.
    """
    last: list[float] = []
    levels = []
    for place in places:
        level = next((i for i, x in enumerate(last) if place - x >= _NEAR), len(last))
        if level == len(last):
            last.append(place)
        last[level] = place
        levels.append(level)
    return levels


def office_band(band: Band) -> tuple[Markup, float]:
    """Bars above, dots below, years along the foot; and the height of it all."""
    oldest, newest = window_of(band.visits)
    frame = _Frame(months_between(oldest.isoformat()[:7], newest.isoformat()[:7]))
    parts: list[Markup] = []
    row = 0
    for office in band.offices[:_MOST_OFFICES]:
        drawn = _office(office, frame.at, row, (frame.months[0], frame.months[-1]))
        row += bool(drawn)
        parts += drawn
    seen = sorted((v for v in band.visits if v.day >= oldest), key=lambda v: v.day)
    levels = levels_of([frame.at(v.day) for v in seen])
    y = row * _ROW + 12 + (max(levels, default=0) + 1) * _GAP
    parts.append(element("line", class_="ax", x1=0, x2="100%", y1=y, y2=y))
    parts += [
        _dot(visit, frame.at(visit.day), y - _DOT - 2 - level * _GAP)
        for visit, level in zip(seen, levels, strict=True)
    ]
    parts += _months(frame, y)
    height = y + 42
    return (
        element(
            "svg",
            *parts,
            width="100%",
            height=height,
            role="img",
            aria_label=_said(band),
            class_="band",
        ),
        height,
    )


def _said(band: Band) -> str:
    years = Counter(v.day.year for v in band.visits)
    return f"{band.title}: " + ", ".join(f"{year} {n}" for year, n in sorted(years.items()))


def _dot(visit: Visit, x: float, y: float) -> Markup:
    title = [element("title", visit.words)] if visit.words else []
    dot = element("circle", *title, class_=f"dot {visit.status}", cx=percent(x), cy=y, r=_DOT)
    return element("g", dot, class_=f"ch-{visit.channel}")


def _day(value: str, *, end: bool) -> dt.date:
    text = value.rstrip("~?%")
    if len(text) == len("2024"):
        text += "-12" if end else "-01"
    if len(text) == len("2024-11"):
        text += f"-{days_in(text):02d}" if end else "-01"
    return dt.date.fromisoformat(text[:10])


def _office(
    office: OfficeBar, at: Callable[[dt.date], float], row: int, window: tuple[str, str]
) -> list[Markup]:
    first = _day(office.since, end=False) if office.since else _day(window[0], end=False)
    last = _day(office.until, end=True) if office.until else _day(window[1], end=True)
    if last.isoformat()[:7] < window[0] or first.isoformat()[:7] > window[1]:
        return []
    x1, x2, y = at(first), at(last), row * _ROW + 4
    wide = percent(max(0.4, x2 - x1))
    bar = element("rect", class_="office", x=percent(x1), y=y, width=wide, height=5)
    term = "–".join(part or "" for part in (office.since, office.until))
    note = [element("tspan", term, class_="t-s t-faint", dx=8)] if term != "–" else []
    name = element("tspan", office.title, class_="t-ink")
    # A term that begins near the right edge has its name to the left of that edge
    late = x1 > 80  # noqa: PLR2004 - per cent
    place = {"x": percent(100.0 if late else x1), "text_anchor": "end" if late else None}
    return [bar, element("text", name, *note, y=y + 17, class_="t-s", **place)]


def _months(frame: _Frame, y: float) -> list[Markup]:
    parts = []
    room = _NARROWEST * frame.step / 100
    every = next((s for s in _STEPS if s * room >= _NUMBER), _STEPS[-1])
    for index, month in enumerate(frame.months):
        number, x = int(month[5:7]), index * frame.step
        first_year = index == 0 and len(frame.months) > 1 and number < 10  # noqa: PLR2004
        if number == 1 or first_year:
            parts.append(words(percent(x), y + 32, month[:4], "t-s t-b"))
        if number == 1 and index:
            at = percent(x)
            parts.append(element("line", class_="hair", x1=at, x2=at, y1=y - 8, y2=y + 34))
        if (number - 1) % every == 0:
            parts.append(words(percent(x + frame.step / 2), y + 16, str(number), "t-s", "middle"))
    return parts
