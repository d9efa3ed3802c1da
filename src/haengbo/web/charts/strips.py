"""Wordings through time: a row a wording, a dot a text that holds it, a line from first to last.

Filled dots are the texts under study, open ones those of others. The names stand beside the
drawing as a list whose lines are as high as the rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.density import percent
from haengbo.web.charts.spans import Days
from haengbo.web.charts.svg import element, words

#: Height of a row, px; the stylesheet sets the names beside it so.
ROW = 22.0
_AXIS = 24.0
_NAMES = 230.0


@dataclass(frozen=True, slots=True)
class StripRow:
    """A wording: its name, the days of the texts under study, those of others, uses in all."""

    name: str
    own: tuple[dt.date, ...]
    others: tuple[dt.date, ...]
    uses: int


def strip_chart(rows: Sequence[StripRow], title: str) -> Markup:
    """The drawing; ``""`` where no text has a day."""
    days = [day for row in rows for day in (*row.own, *row.others)]
    if not days:
        return Markup()
    height = ROW * len(rows)
    parts = _drawn(rows, Days.around(days), height)
    return element(
        "svg",
        *parts,
        width="100%",
        height=height + _AXIS,
        role="img",
        aria_label=title,
        class_="strips-plot",
    )


def _drawn(rows: Sequence[StripRow], span: Days, height: float) -> list[Markup]:
    parts = span.axis(height)
    for number, row in enumerate(rows):
        y = ROW * number + ROW / 2
        every = sorted((*row.own, *row.others))
        if len(every) > 1:
            ends = percent(span.at(every[0])), percent(span.at(every[-1]))
            parts.append(element("line", class_="ax", x1=ends[0], x2=ends[1], y1=y, y2=y))
        for day in row.others:
            parts.append(_dot(span.at(day), y, "node"))
        for day in row.own:
            parts.append(_dot(span.at(day), y, "node origin"))
    return parts


def _dot(at: float, y: float, css: str) -> Markup:
    return element("circle", class_=css, cx=percent(at), cy=y, r=4.2)


def strip_file(rows: Sequence[StripRow], width: float) -> tuple[Markup, float]:
    """The drawing with its names, for a file; and its height."""
    height = ROW * len(rows) + _AXIS
    days = [day for row in rows for day in (*row.own, *row.others)]
    names = [words(0, ROW * i + ROW / 2 + 4, row.name, "t-ink") for i, row in enumerate(rows)]
    plot = _drawn(rows, Days.around(days), ROW * len(rows)) if days else []
    inner = element("svg", *plot, x=_NAMES, width=width - _NAMES - 16, height=height)
    return element("svg", *names, inner, width=width, height=height), height
