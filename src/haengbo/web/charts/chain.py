"""The graph of an event's chains → a picture in columns: origins, relays, outlets, voices.

The outlets stand in rows, in the order of their voices and origins; whoever told them stands
beside the middle of those who heard, and is pushed down where another stands already. So no two
names of a column overlap, however many there are. Places across are in per cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from haengbo.web.charts.density import percent
from haengbo.web.charts.svg import element, language_of, words


@dataclass(frozen=True, slots=True)
class Path:
    """A way from an origin to an outlet.

    Attributes:
        names: Origin first, then who relayed it; the outlet is ``leaf``.
        leaf: Key of the outlet.
        dissent: Whether what came this way differs from what most say.
    """

    names: tuple[str, ...]
    leaf: str
    dissent: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """An outlet: its name, what is printed beside it, dissent, how many copies it stands for."""

    key: str
    name: str
    note: str = ""
    dissent: bool = False
    copies: int = 0


@dataclass(frozen=True, slots=True)
class ChainPicture:
    """What is drawn.

    Attributes:
        paths: All ways; the order of their origins is the order of the rows.
        leaves: The outlets by key.
        voices: Voice → the origins that are that one voice, with what is said of it.
        heads: Column heads: origin, relay, page, counted as.
        title: The sentence for those who cannot see it.
    """

    paths: Sequence[Path]
    leaves: Mapping[str, Leaf]
    voices: Sequence[tuple[str, frozenset[str], str]]
    heads: tuple[str, str, str, str]
    title: str


#: A place in the picture: column and name (a name may tell at one place and relay at another).
Key = tuple[int, str]
ROW, TOP = 44.0, 44.0
_LEAVES_AT, _VOICES_AT, _FIRST_AT = 58.0, 81.0, 0.6


def columns_of(picture_: ChainPicture) -> dict[str, int]:
    """Relay → its column: as far from the origins as its longest way; loops end."""
    column: dict[str, int] = {}
    most = max((len(p.names) for p in picture_.paths), default=1)
    for _ in range(most):
        for path in picture_.paths:
            for before, name in pairwise(path.names):
                near = column.get(before, 0) if before != path.names[0] else 0
                column[name] = min(max(column.get(name, 1), near + 1), most)
    return column


def spread(wanted: Sequence[float]) -> list[float]:
    """Rows near those wanted (ascending), at least one apart.

    Example:
        ``spread([0, 0, 0.5])`` is ``[0, 1, 2]``.
    """
    rows: list[float] = []
    for row in wanted:
        rows.append(max(row, rows[-1] + 1) if rows else row)
    return rows


def rows_of(picture_: ChainPicture) -> dict[Key, float]:
    """Where everybody stands: (column, name) → row."""
    column = columns_of(picture_)
    last = max(column.values(), default=0) + 1
    order = list(dict.fromkeys(p.leaf for p in picture_.paths))
    row: dict[Key, float] = {(last, key): float(i) for i, key in enumerate(order)}
    owner: dict[str, str] = {}
    for path in picture_.paths:
        owner.setdefault(path.leaf, path.names[0])
    heard: dict[Key, list[float]] = {}
    # Who only told an outlet that stands with another origin finds a place after the owners
    for path in sorted(picture_.paths, key=lambda p: owner[p.leaf] != p.names[0]):
        for key in _keys(path, column):
            if owner[path.leaf] == path.names[0] or key not in heard:
                heard.setdefault(key, []).append(row[last, path.leaf])
    first = {name: i for i, name in enumerate(dict.fromkeys(p.names[0] for p in picture_.paths))}
    for at in range(last):
        mean = {key: sum(told) / len(told) for key, told in heard.items() if key[0] == at}
        rank = {k: float(first[k[1]]) for k in mean} if at == 0 else mean
        inside = sorted(mean, key=lambda key: (rank[key], key[1]))
        places = spread([mean[key] for key in inside])
        row.update(zip(inside, places, strict=True))
    return row


def _keys(path: Path, column: Mapping[str, int]) -> list[Key]:
    return [(0, path.names[0]), *((column[name], name) for name in path.names[1:])]


def chain_graph(picture_: ChainPicture, class_: str = "graph") -> Markup:
    """The picture."""
    column = columns_of(picture_)
    last = max(column.values(), default=0) + 1
    rows = rows_of(picture_)
    height = TOP + (max(rows.values(), default=0.0) + 1) * ROW
    across = [_FIRST_AT + at * (_LEAVES_AT - _FIRST_AT) / last for at in range(last + 1)]
    parts = _heads(picture_, across)
    for key, other, red in _edges(picture_, column, last):
        parts += _edge((across[key[0]], _y(rows[key])), (across[other[0]], _y(rows[other])), red)
    for key, row in rows.items():
        if key[0] == last:
            parts += _leaf(picture_.leaves[key[1]], across[last], _y(row))
        else:
            parts += _teller(key[1], across[key[0]], _y(row), origin=key[0] == 0)
    parts += _voices(picture_, rows)
    return element(
        "svg",
        *parts,
        width="100%",
        height=height,
        role="img",
        aria_label=picture_.title,
        class_=class_,
    )


def height_of(picture_: ChainPicture) -> float:
    """Height of the picture, px."""
    return TOP + (max(rows_of(picture_).values(), default=0.0) + 1) * ROW


def _y(row: float) -> float:
    return TOP + row * ROW + 10


def _edges(
    picture_: ChainPicture, column: Mapping[str, int], last: int
) -> list[tuple[Key, Key, bool]]:
    edges: dict[tuple[Key, Key], bool] = {}
    for path in picture_.paths:
        keys = [*_keys(path, column), (last, path.leaf)]
        for before, after in pairwise(keys):
            if before[0] < after[0]:
                edges[before, after] = path.dissent and after[0] == last
    return [(before, after, red) for (before, after), red in edges.items()]


def _heads(picture_: ChainPicture, across: Sequence[float]) -> list[Markup]:
    origin, relay, page, counted = picture_.heads
    named = [(across[0] - _FIRST_AT, origin), (across[-1], page), (_VOICES_AT, counted)]
    if len(across) > 2:  # noqa: PLR2004 - there is a column between the first and the last
        named.append((across[1], relay))
    parts = [words(percent(x), 12, text, "t-s t-faint") for x, text in named]
    parts.append(element("line", class_="hair", x1=0, x2="100%", y1=20.5, y2=20.5))
    return parts


def _edge(start: tuple[float, float], end: tuple[float, float], red: bool) -> list[Markup]:  # noqa: FBT001
    (x1, y1), (x2, y2) = start, end
    turn, after = x1 + (x2 - x1) * 0.62, x1 + (x2 - x1) * 0.74
    css = "edge red" if red else "edge"
    corners = [(x1, y1), (turn, y1), (after, y2), (x2, y2)]
    return [
        element("line", class_=css, x1=percent(a), y1=b, x2=percent(c), y2=d)
        for (a, b), (c, d) in pairwise(corners)
    ]


def _teller(name: str, x: float, y: float, *, origin: bool) -> list[Markup]:
    kind = "node origin" if origin else "node"
    text = element(
        "text",
        name,
        x=percent(x),
        y=y - 8,
        class_="t-b" if origin else "t-ink",
        dx=8,
        lang=language_of(name),
    )
    return [element("circle", class_=kind, cx=percent(x), cy=y, r=4.6), text]


def _leaf(leaf: Leaf, x: float, y: float) -> list[Markup]:
    css = "node red" if leaf.dissent else "node"
    rings = min(leaf.copies, 3)
    parts = [
        element(
            "circle", class_=css, cx=percent(x), cy=y, r=4.6, transform=f"translate({4 * ring} 0)"
        )
        for ring in range(rings, -1, -1)
    ]
    red = "t-s t-red" if leaf.dissent else "t-s"
    note = [element("tspan", leaf.note, dx=8, class_=red, lang=language_of(leaf.note))]
    shift = 11 + 4 * rings
    parts.append(
        element(
            "text",
            element("tspan", leaf.name, class_="t-ink", lang=language_of(leaf.name)),
            *(note if leaf.note else []),
            x=percent(x),
            y=y + 4,
            dx=shift,
        )
    )
    return parts


def _voices(picture_: ChainPicture, rows: Mapping[Key, float]) -> list[Markup]:
    parts = []
    x = percent(_VOICES_AT)
    for name, origins, note in picture_.voices:
        ys = [_y(rows[0, origin]) for origin in origins if (0, origin) in rows]
        if ys:
            top, bottom = min(ys) - 15, max(ys) + 15
            middle = (top + bottom) / 2
            parts.append(element("line", class_="voice", x1=x, x2=x, y1=top, y2=bottom))
            parts.append(
                element(
                    "text", name, x=x, y=middle - 2, dx=12, class_="t-b", lang=language_of(name)
                )
            )
            parts.append(element("text", note, x=x, y=middle + 14, dx=12, class_="t-s"))
    return parts
