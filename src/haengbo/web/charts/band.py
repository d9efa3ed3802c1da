"""An actor's offices over time as bars, and its events as dots on one axis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.svg import element, picture, words
from haengbo.web.dates import days_in, months_between

_ROW = 24.0


@dataclass(frozen=True, slots=True)
class OfficeBar:
    """An office with its first and last month or day (EDTF), open where ``None``."""

    title: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """An event of the actor."""

    day: dt.date
    channel: str
    status: str


@dataclass(frozen=True, slots=True)
class Band:
    """What is drawn; ``title`` is the sentence for those who cannot see it."""

    offices: Sequence[OfficeBar]
    visits: Sequence[Visit]
    title: str


def office_band(band: Band, width: float = 1060.0) -> Markup:
    """Bars above, dots below, years along the foot."""
    days = sorted(v.day for v in band.visits)
    newest = days[-1]
    oldest = max(days[0], newest - dt.timedelta(days=365 * 6))
    months = months_between(oldest.isoformat()[:7], newest.isoformat()[:7])
    step = width / len(months)

    def at(day: dt.date) -> float:
        month = f"{day.year:04d}-{day.month:02d}"
        if month < months[0]:
            return 0.0
        if month > months[-1]:
            return width
        return months.index(month) * step + (day.day - 0.5) / days_in(month) * step

    parts: list[Markup] = []
    row = 0
    for office in band.offices:
        drawn = _office(office, at, row, (months[0], months[-1]))
        row += bool(drawn)
        parts += drawn
    y = row * _ROW + 22
    parts.append(element("path", class_="ax", d=f"M0 {y:.1f}H{width:.0f}"))
    for visit in band.visits:
        if visit.day >= oldest:
            dot = element("circle", class_=f"dot {visit.status}", cx=at(visit.day), cy=y, r=5)
            parts.append(element("g", dot, class_=f"ch-{visit.channel}"))
    parts += _months(months, step, y)
    return picture(width, y + 46, band.title, parts, "band")


def _day(value: str, *, end: bool) -> dt.date:
    text = value.rstrip("~?%")
    if len(text) == len("2024"):
        text += "-12" if end else "-01"
    if len(text) == len("2024-11"):
        text += f"-{days_in(text):02d}" if end else "-01"
    return dt.date.fromisoformat(text[:10])


def _office(
    office: OfficeBar,
    at: Callable[[dt.date], float],
    row: int,
    window: tuple[str, str],
) -> list[Markup]:
    first = _day(office.since, end=False) if office.since else _day(window[0], end=False)
    last = _day(office.until, end=True) if office.until else _day(window[1], end=True)
    if last.isoformat()[:7] < window[0] or first.isoformat()[:7] > window[1]:
        return []
    x1, x2, y = at(first), at(last), row * _ROW + 4
    bar = element("rect", class_="office", x=x1, y=y, width=max(3.0, x2 - x1), height=5)
    return [bar, words(x1 + 2, y + 17, office.title, "t-s t-ink")]


def _months(months: Sequence[str], step: float, y: float) -> list[Markup]:
    parts = []
    every = max(1, round(46 / step))
    for index, month in enumerate(months):
        number = int(month[5:7])
        if number == 1 or index == 0:
            parts.append(words(index * step, y + 40, month[:4], "t-s t-b"))
        if index % every == 0:
            parts.append(words(index * step + step / 2, y + 24, str(number), "t-s", "middle"))
    return parts
