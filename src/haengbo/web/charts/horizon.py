"""An expectation's time: a tick on the day it was said, an open bar to the day it falls due.

All bars of a list share one span, so that today is one line down the page. Per cent across.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.density import percent
from haengbo.web.charts.svg import element, words

#: Where the bar stands under the top of its row, px; the drawing is as high as the row.
_BAR = 16.0
#: A file: height of a row and of the years over the rows, room for the words, width, px.
_ROW, _HEAD, _WORDS, FILE_WIDTH = 34.0, 26.0, 380.0, 1060.0
#: Characters of an expectation that a file prints.
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Horizon:
    """When it was said, from when it could come true, and until when; ``None`` is unknown."""

    said: dt.date | None
    begin: dt.date | None
    due: dt.date | None


#: Per cent of the width that a year's number and the word for today need.
_YEAR_ROOM, _WORD_ROOM = 11.0, 5.0


def _scale(first: dt.date, last: dt.date) -> Callable[[dt.date], float]:
    days = max(1, (last - first).days)

    def at(day: dt.date) -> float:
        return min(100.0, max(0.0, (day - first).days / days * 100))

    return at


def _years(first: dt.date, last: dt.date, at: Callable[[dt.date], float]) -> list[Markup]:
    years = [percent(at(dt.date(y, 1, 1))) for y in range(first.year + 1, last.year + 1)]
    return [element("line", class_="hair", x1=x, x2=x, y1=0, y2="100%") for x in years]


def horizon_bar(span: Horizon, first: dt.date, last: dt.date, today: dt.date) -> Markup:
    """The bar of one expectation; its row says the same in words."""
    at = _scale(first, last)
    parts = _years(first, last, at)
    said = at(span.said) if span.said else None
    begin = at(max(span.begin, span.said) if span.begin and span.said else span.begin or today)
    if span.begin is None and said is not None:
        begin = said
    end = at(span.due) if span.due else 100.0
    if said is not None and begin > said:
        parts.append(
            element(
                "line", class_="wait", x1=percent(said), x2=percent(begin), y1=_BAR + 5, y2=_BAR + 5
            )
        )
    css = "term" if span.due else "term open"
    wide = percent(max(0.5, end - begin))
    parts.append(element("rect", class_=css, x=percent(begin), y=_BAR + 0.5, width=wide, height=9))
    if said is not None:
        x = percent(said)
        parts.append(element("line", class_="said", x1=x, x2=x, y1=_BAR - 3, y2=_BAR + 13))
    now = percent(at(today))
    parts.append(element("line", class_="now", x1=now, x2=now, y1=0, y2="100%"))
    return element("svg", *parts, width="100%", height="100%", aria_hidden="true", class_="hz-bar")


def axis(first: dt.date, last: dt.date, today: dt.date, word: str) -> Markup:
    """The years over the bars, and today; its ``word`` where no year stands in the way."""
    at = _scale(first, last)
    now = at(today)
    parts = []
    for year in range(first.year, last.year + 1):
        x = at(dt.date(year, 1, 1))
        parts.append(words(percent(x), 11, str(year), "t-s t-faint"))
    years = [at(dt.date(year, 1, 1)) for year in range(first.year, last.year + 1)]
    if all(now - x > _YEAR_ROOM or x - now > _WORD_ROOM for x in years):
        parts.append(words(percent(now), 11, word, "t-s t-now", "middle"))
    parts.append(element("line", class_="now", x1=percent(now), x2=percent(now), y1=14, y2=18))
    return element("svg", *parts, width="100%", height=18, aria_hidden="true", class_="hz-bar")


def horizon_file(rows: Sequence[tuple[str, Horizon]], today: dt.date) -> tuple[Markup, float]:
    """The whole list for a file: what is expected at the left, its time at the right.

    Args:
        rows: Words and time of each, in order.
        today: Marked down the drawing.

    Returns:
        The drawing and its height.
    """
    days = [d for _, span in rows for d in (span.said, span.due) if d is not None] + [today]
    first, last = dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)
    height = _ROW * len(rows) + _HEAD
    plot = {"x": _WORDS, "width": FILE_WIDTH - _WORDS}
    parts = [element("svg", axis(first, last, today, ""), y=4, height=18, **plot)]
    for number, (text, span) in enumerate(rows):
        y = _HEAD + _ROW * number
        short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        bar = horizon_bar(span, first, last, today)
        parts.append(words(0, y + _BAR + 9, short, "t-ink"))
        parts.append(element("svg", bar, y=y, height=_ROW, **plot))
    return element("svg", *parts, width=FILE_WIDTH, height=height), height
