"""Who appears with whom: an arc between two names, the thicker the more events they share.

The names stand beside the drawing as a list whose lines are as high as the rows. The drawing is as
wide as its place and keeps its height, so nothing on a phone becomes too small to read.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from haengbo.analysis.networks import Tie
from haengbo.web.charts.svg import element, number, words

#: Height of a row, px; the stylesheet sets the names beside it so.
ROW = 24.0
_THICKEST = 7.0
_NAMES = 200.0


def _curve(first: int, second: int, rows: int, scale: float) -> str:
    y, z = ROW * first + ROW / 2, ROW * second + ROW / 2
    reach = scale * (12 + 86 * abs(second - first) / max(1, rows - 1))
    return f"M0,{number(y)} C{number(reach)},{number(y)} {number(reach)},{number(z)} 0,{number(z)}"


def _arcs(names: Sequence[str], ties: Sequence[Tie], mine: str, scale: float = 1.0) -> list[Markup]:
    """The arcs, 100 wide times the scale: a page stretches them, a file draws them so."""
    place = {name: row for row, name in enumerate(names)}
    shown = [tie for tie in ties if tie.first in place and tie.second in place]
    most = max((tie.weight for tie in shown), default=1)
    ordered = sorted(shown, key=lambda tie: (mine in {tie.first, tie.second}, tie.weight))
    return [
        element(
            "path",
            element("title", f"{tie.first} – {tie.second}: {tie.weight}"),
            class_="tie mine" if mine and mine in {tie.first, tie.second} else "tie",
            d=_curve(place[tie.first], place[tie.second], len(names), scale),
            stroke_width=max(1.0, _THICKEST * tie.weight / most),
            vector_effect="non-scaling-stroke",
        )
        for tie in ordered
    ]


def arcs(names: Sequence[str], ties: Sequence[Tie], title: str, mine: str = "") -> Markup:
    """The arcs; those of ``mine`` above the others in another colour."""
    height = ROW * len(names)
    return element(
        "svg",
        *_arcs(names, ties, mine),
        viewBox=f"0 0 100 {number(height)}",
        preserveAspectRatio="none",
        width="100%",
        height=height,
        role="img",
        aria_label=title,
        class_="arcs",
    )


def arcs_file(
    names: Sequence[str], ties: Sequence[Tie], width: float, mine: str = ""
) -> tuple[Markup, float]:
    """The drawing with its names, for a file; and its height."""
    height = ROW * len(names)
    said = [
        words(_NAMES - 10, ROW * row + ROW / 2 + 4, name, "t-ink", "end")
        for row, name in enumerate(names)
    ]
    inner = element(
        "svg", *_arcs(names, ties, mine, (width - _NAMES) / 100), x=_NAMES, width=width - _NAMES
    )
    return element("svg", *said, inner, width=width, height=height), height
