"""Counts of a briefing → pictures as plain shapes: bars and words, for SVG, PNG and PDF alike.

Invariant: a bar's length is its count by one scale from nought, and every bar prints its count or
its place on an axis that does.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from haengbo.analysis.briefing import Bar
from haengbo.model.collation import Channel

INK, PALE, LINE = "#1B1C1F", "#6A6C71", "#DAD7CE"
_WIDTH = 640
_ROW, _LEFT, _RIGHT = 24, 170, 50
_HIGH, _FOOT = 120, 26
#: Labels of an axis over time stand at least so far apart.
_APART = 78


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; y grows downwards."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: the point of its base line, size, and on which side of it the text lies."""

    x: float
    y: float
    text: str
    size: int
    anchor: Literal["start", "middle", "end"]
    colour: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, its size in points, and the same as rows of a table."""

    width: int
    height: int
    shapes: tuple[Box | Words, ...]
    rows: tuple[tuple[str, int], ...]

    @property
    def letters(self) -> str:
        """What is written in it."""
        return "".join(shape.text for shape in self.shapes if isinstance(shape, Words))


def by_channel(bars: Sequence[Bar], names: Mapping[str, str]) -> Figure:
    """One bar a channel, in the order of the channels; ``names`` has ``""`` for none."""
    counts: Counter[Channel | None] = Counter()
    for bar in bars:
        counts[bar.channel] += bar.count
    rows = [(names[c.value if c else ""], counts[c]) for c in (*Channel, None) if counts[c]]
    most = max(n for _, n in rows)
    shapes: list[Box | Words] = []
    for number, (name, n) in enumerate(rows):
        y = number * _ROW
        width = (_WIDTH - _LEFT - _RIGHT) * n / most
        shapes.append(Words(_LEFT - 8, y + 16, name, 11, "end", INK))
        shapes.append(Box(_LEFT, y + 5, round(width, 1), 14, INK))
        shapes.append(Words(round(_LEFT + width + 6, 1), y + 16, str(n), 11, "start", PALE))
    return Figure(_WIDTH, len(rows) * _ROW + 4, tuple(shapes), tuple(rows))


def over_time(bars: Sequence[Bar], since: dt.date, until: dt.date) -> Figure:
    """One bar for each day or month of the period, with the greatest count printed.

    Args:
        bars: At least one; all by day or all by month.
        since: First day of the period.
        until: Last day.
    """
    length = len(bars[0].at)
    days = range((until - since).days + 1)
    counts = {(since + dt.timedelta(days=day)).isoformat()[:length]: 0 for day in days}
    for bar in bars:
        counts[bar.at] += bar.count
    rows = sorted(counts.items())
    most = max(counts.values())
    step = (_WIDTH - 40) / max(len(rows), 8)
    base = _HIGH + 12
    shapes: list[Box | Words] = [
        Box(30, base, _WIDTH - 40, 1, LINE),
        Words(24, 22, str(most), 11, "end", PALE),
        Words(24, base, "0", 11, "end", PALE),
    ]
    last = float(-_APART)
    for number, (at, n) in enumerate(rows):
        x, high = 34 + number * step, _HIGH * n / most
        if n:
            shapes.append(Box(round(x, 1), round(base - high, 1), round(step * 0.7, 1), high, INK))
        if x - last >= _APART:
            shapes.append(Words(round(x, 1), base + 18, at, 10, "start", PALE))
            last = x
    return Figure(_WIDTH, base + _FOOT, tuple(shapes), tuple(row for row in rows if row[1]))


def svg(figure: Figure, title: str) -> str:
    """A figure as an SVG element, with its title for those who do not see it."""
    parts = [_svg_shape(shape) for shape in figure.shapes]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {figure.width} {figure.height}" '
        f'role="img" font-family="Pretendard,haengbo-brief,\'Noto Sans KR\',sans-serif">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _svg_shape(shape: Box | Words) -> str:
    if isinstance(shape, Box):
        return (
            f'<rect x="{shape.x}" y="{shape.y}" width="{shape.width}" '
            f'height="{shape.height:.1f}" fill="{shape.colour}"/>'
        )
    return (
        f'<text x="{shape.x}" y="{shape.y}" font-size="{shape.size}" '
        f'text-anchor="{shape.anchor}" fill="{shape.colour}">{escape(shape.text)}</text>'
    )
