"""The graph of an event's chains → a picture in four columns: origins, relays, outlets, voices.

Layout is by layers: origins left, outlets right, relays between by their distance from an origin.
Deterministic: nodes of a layer are sorted by the mean place of who told them, then by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.svg import element, picture, words


@dataclass(frozen=True, slots=True)
class ChainNode:
    """A node: name, layer kind (origin, reporter, outlet), what is printed beneath, dissent."""

    key: str
    name: str
    kind: str
    note: str = ""
    dissent: bool = False
    copies: int = 0


@dataclass(frozen=True, slots=True)
class ChainPicture:
    """What is drawn.

    Attributes:
        nodes: All nodes.
        edges: (teller, hearer) keys.
        voices: Voice → keys of the origins that are that one voice, with what is said of it.
        heads: Column heads: origin, relay, page, counted as.
        title: The sentence for those who cannot see it.
    """

    nodes: Sequence[ChainNode]
    edges: Sequence[tuple[str, str]]
    voices: Sequence[tuple[str, frozenset[str], str]]
    heads: tuple[str, str, str, str]
    title: str


_ROW, _TOP = 46.0, 40.0


def layers(picture_: ChainPicture) -> dict[str, int]:
    """Key → layer: 0 for origins, last for outlets, relays by their longest way from an origin."""
    depth = {n.key: 0 for n in picture_.nodes}
    for _ in range(len(picture_.nodes)):
        changed = False
        for teller, hearer in picture_.edges:
            if teller != hearer and depth[hearer] < depth[teller] + 1 <= len(picture_.nodes):
                depth[hearer] = depth[teller] + 1
                changed = True
        if not changed:
            break
    last = max([depth[n.key] for n in picture_.nodes if n.kind == "outlet"], default=1)
    last = max(last, 1)
    return {n.key: last if n.kind == "outlet" else min(depth[n.key], last) for n in picture_.nodes}


def _rows(picture_: ChainPicture, layer_of: Mapping[str, int]) -> dict[str, tuple[int, float]]:
    """Key → (layer, row), each layer centred and sorted by who told it."""
    tellers: dict[str, list[str]] = {}
    for teller, hearer in picture_.edges:
        tellers.setdefault(hearer, []).append(teller)
    place: dict[str, tuple[int, float]] = {}
    most = max(
        (sum(1 for k in layer_of.values() if k == layer) for layer in set(layer_of.values())),
        default=1,
    )
    for layer in sorted(set(layer_of.values())):
        inside = [n for n in picture_.nodes if layer_of[n.key] == layer]

        def mean(node: ChainNode) -> tuple[float, str]:
            rows = [place[t][1] for t in tellers.get(node.key, []) if t in place]
            return (sum(rows) / len(rows) if rows else 0.0, node.name)

        ordered = sorted(inside, key=mean)
        offset = (most - len(ordered)) / 2
        for index, node in enumerate(ordered):
            place[node.key] = (layer, index + offset)
    return place


def chain_graph(picture_: ChainPicture, width: float = 1060.0) -> Markup:
    """The picture at one width."""
    layer_of = layers(picture_)
    place = _rows(picture_, layer_of)
    last = max(layer_of.values(), default=1)
    rows = max((row for _, row in place.values()), default=0.0) + 1
    height = _TOP + rows * _ROW + 10
    columns = [6 + layer * (width * 0.62) / max(last, 1) for layer in range(last + 1)]

    def at(key: str) -> tuple[float, float]:
        layer, row = place[key]
        return columns[layer], _TOP + row * _ROW + 16

    red = {n.key for n in picture_.nodes if n.dissent}
    # A copy is a ring and a note on its page, not a way from one page to another.
    outlets = {n.key for n in picture_.nodes if n.kind == "outlet"}
    edges = [(a, b) for a, b in picture_.edges if a != b and not {a, b} <= outlets]
    parts = _heads(picture_, columns, width)
    parts += [
        element(
            "path",
            class_="edge red" if hearer in red else "edge",
            d=_curve(*at(teller), *at(hearer)),
        )
        for teller, hearer in edges
    ]
    for node in picture_.nodes:
        parts += _node(node, *at(node.key))
    parts += _voices(picture_, {k: at(k)[1] for k in place}, width)
    return picture(width, height, picture_.title, parts, "graph")


def _heads(picture_: ChainPicture, columns: Sequence[float], width: float) -> list[Markup]:
    origin, relay, page, counted = picture_.heads
    parts = [words(columns[0] - 6, 12, origin, "t-s t-faint")]
    if len(columns) > 2:  # noqa: PLR2004 - there is a layer between the first and the last
        parts.append(words(columns[1] - 6, 12, relay, "t-s t-faint"))
    parts.append(words(columns[-1] - 6, 12, page, "t-s t-faint"))
    parts.append(words(width * 0.83, 12, counted, "t-s t-faint"))
    parts.append(element("path", class_="hair", d=f"M0 20.5H{width:.0f}"))
    return parts


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = x1 + (x2 - x1) * 0.62
    return f"M{x1:.1f} {y1:.1f}H{middle - 24:.1f}L{middle + 24:.1f} {y2:.1f}H{x2:.1f}"


def _node(node: ChainNode, x: float, y: float) -> list[Markup]:
    kind = "node origin" if node.kind == "origin" else "node"
    if node.dissent:
        kind += " red"
    parts = [
        element("circle", class_=kind, cx=x + 4 * copy, cy=y, r=4.6)
        for copy in range(min(node.copies, 3), 0, -1)
    ]
    parts.append(element("circle", class_=kind, cx=x, cy=y, r=4.6))
    shift = 12 + 4 * min(node.copies, 3)
    parts.append(words(x + shift, y - 6, node.name, "t-b" if node.kind == "origin" else "t-ink"))
    if node.note:
        parts.append(words(x + shift, y + 16, node.note, "t-s t-red" if node.dissent else "t-s"))
    return parts


def _voices(picture_: ChainPicture, y_of: Mapping[str, float], width: float) -> list[Markup]:
    parts = []
    x = width * 0.83
    for name, keys, note in picture_.voices:
        ys = [y_of[k] for k in keys if k in y_of]
        if not ys:
            continue
        top, bottom = min(ys) - 14, max(ys) + 14
        parts.append(element("path", class_="voice", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}"))
        middle = (top + bottom) / 2
        parts.append(words(x + 12, middle - 1, name, "t-b"))
        parts.append(words(x + 12, middle + 15, note, "t-s"))
    return parts
