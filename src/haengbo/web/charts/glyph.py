"""Small marks in running text: the status mark and the chain glyph."""

from __future__ import annotations

from markupsafe import Markup

from haengbo.web.charts.svg import element

_MOST_NODES = 4
_STEP = 18


def status_mark(status: str, name: str) -> Markup:
    """○ and its kin: the mark that says how an event stands."""
    ring = {"cx": 6, "cy": 6, "r": 4.6}
    shapes = {
        "occurred": [element("circle", class_="f", **ring)],
        "planned": [element("circle", **ring)],
        "predicted": [
            element("circle", **ring),
            element("circle", class_="f", cx=6, cy=6, r=1.1),
        ],
        "alleged": [element("circle", stroke_dasharray="2.4 2.2", **ring)],
        "denied": [element("circle", **ring), element("path", d="M2 10 10 2")],
        "not_occurred": [element("path", d="M2.2 2.2l7.6 7.6M9.8 2.2l-7.6 7.6")],
    }
    return element(
        "svg",
        *shapes.get(status, shapes["planned"]),
        class_="st",
        viewBox="0 0 12 12",
        role="img",
        aria_label=name,
    )


def chain_glyph(length: int) -> Markup:
    """``●─○─○``: nearest to the event is filled; at most four nodes, then a dotted end."""
    shown = max(1, min(length, _MOST_NODES))
    parts = []
    for index in range(1, shown):
        dotted = index == shown - 1 and length > _MOST_NODES
        start = 9 + (index - 1) * _STEP
        dash = "2 2" if dotted else None
        parts.append(element("path", d=f"M{start} 5h10", stroke_dasharray=dash))
    parts += [
        element("circle", cx=5 + i * _STEP, cy=5, r=3.6, class_="o" if i == 0 else None)
        for i in range(shown)
    ]
    width = 10 + (shown - 1) * _STEP
    return element(
        "svg", *parts, width=width, height=10, viewBox=f"0 0 {width} 10", aria_hidden="true"
    )
