"""Reports of an event → where what they tell comes from: origins, voices, the graph of chains.

The origin of a report is the first link of its chain; without a chain the page's wire; else its
outlet. A page whose text is another's brings nothing of its own: without a chain or wire of its
own its origin is that of the original. Never a guess: no link, no wire, no outlet, no origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from haengbo.collation.lore import Lore
from haengbo.model.collation import (
    Edge,
    Graph,
    Node,
    NodeKind,
    Origin,
    OriginKind,
    Source,
    Told,
)

#: Page → the page that its text was copied from (its group's original).
Originals = Mapping[str, Source]


def origin_of(told: Told, originals: Originals) -> tuple[str, OriginKind] | None:
    """Name of a report's origin and how it is known."""
    if told.report.chain:
        return told.report.chain[0].name, OriginKind.LINK
    if told.source.wire is not None:
        return told.source.wire, OriginKind.WIRE
    source = originals.get(told.anchor.page, told.source)
    if source.wire is not None:
        return source.wire, OriginKind.WIRE
    return (source.outlet, OriginKind.OUTLET) if source.outlet is not None else None


def origins_of(told: Sequence[Told], originals: Originals, lore: Lore) -> tuple[Origin, ...]:
    """Distinct origins, those with most pages first."""
    pages: dict[str, set[str]] = {}
    kinds: dict[str, OriginKind] = {}
    for item in told:
        found = origin_of(item, originals)
        if found is None:
            continue
        name, kind = found
        pages.setdefault(name, set()).add(item.source.name)
        # A link is the firmest ground, an outlet the weakest; the order of the enum says so
        kinds[name] = min(kinds.get(name, kind), kind, key=list(OriginKind).index)
    origins = (
        Origin(
            name, kinds[name], lore.anonymous(name), lore.voice_of(name), tuple(sorted(pages[name]))
        )
        for name in pages
    )
    return tuple(sorted(origins, key=lambda o: (-len(o.pages), o.name)))


def voices_of(origins: Sequence[Origin]) -> tuple[str, ...]:
    """Distinct voices; all unnamed origins together are one kind, each by its description."""
    return tuple(sorted({origin.voice for origin in origins}))


def path_of(told: Told, originals: Originals) -> tuple[str, ...]:
    """Everybody through whom the report came, from the origin to the outlet."""
    original = originals.get(told.anchor.page)
    names = [link.name for link in told.report.chain]
    names += [told.source.wire or (original.outlet if original else None) or ""]
    names += [told.source.outlet or told.source.name]
    kept: list[str] = []
    for name in names:
        if name and name not in kept:
            kept.append(name)
    return tuple(kept)


def graph_of(told: Sequence[Told], originals: Originals, lore: Lore) -> Graph:
    """All chains put together: roots are origins, leaves outlets."""
    paths = [(path_of(item, originals), item.source.name) for item in told]
    edges: dict[tuple[str, str], set[str]] = {}
    for path, page in paths:
        for teller, hearer in pairwise(path):
            edges.setdefault((teller, hearer), set()).add(page)
    hearers = {hearer for _, hearer in edges}
    outlets = {path[-1] for path, _ in paths}
    names = sorted({name for path, _ in paths for name in path})
    nodes = tuple(
        Node(name, _node_kind(name, hearers, outlets), lore.voice_of(name), lore.anonymous(name))
        for name in names
    )
    return Graph(
        nodes,
        tuple(
            Edge(teller, hearer, tuple(sorted(pages)))
            for (teller, hearer), pages in sorted(edges.items())
        ),
    )


def _node_kind(name: str, hearers: set[str], outlets: set[str]) -> NodeKind:
    if name not in hearers:
        return NodeKind.ORIGIN
    return NodeKind.OUTLET if name in outlets else NodeKind.REPORTER
