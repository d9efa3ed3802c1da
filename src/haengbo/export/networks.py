"""Events → who appears with whom: GEXF (Gephi) and GraphML (yEd, igraph, networkx).

Two participants of one event are joined; the weight is the number of events, with the first and
last day. Without a ``--status`` only what happened counts. Invariant: nodes and edges are in the
order of their names, and no file says when it was made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from xml.sax.saxutils import escape, quoteattr

from haengbo.export.wanted import Wanted
from haengbo.model.collation import EventPart
from haengbo.model.reading import Status

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Actor:
    """A node: somebody and in how many events."""

    name: str
    kind: str
    state: str
    events: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: two who took part in the same events.

    Attributes:
        first: The name that comes first.
        second: The other.
        weight: In how many events.
        first_day: ISO day of the first dated one, or empty.
        last_day: Of the last.
        events: Their ids.
    """

    first: str
    second: str
    weight: int
    first_day: str
    last_day: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody, and who appears with whom."""

    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]


def network(wanted: Wanted) -> Network:
    """Who appears with whom in the events that are wanted."""
    filtered = wanted.events
    if not filtered.statuses:
        filtered = replace(filtered, statuses=(Status.OCCURRED.value,))
    seen: dict[str, EventPart] = {}
    counts: Counter[str] = Counter()
    met: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for line in wanted.ledger.all_events(filtered):
        parts = {part.name: part for part in line.event.participants}
        for name, part in parts.items():
            seen[name] = min(seen.get(name, part), part, key=_completeness)
        counts.update(parts.keys())
        for pair in combinations(sorted(parts), 2):
            met.setdefault(pair, []).append((line.day or "", line.id))
    actors = tuple(
        Actor(name, seen[name].kind or "", seen[name].state or "", counts[name])
        for name in sorted(seen)
    )
    return Network(actors, tuple(_tie(pair, met[pair]) for pair in sorted(met)))


def _completeness(part: EventPart) -> tuple[bool, bool, str, str]:
    """The fullest description of somebody first, whatever the order of the events."""
    return (part.kind is None, part.state is None, part.kind or "", part.state or "")


def _tie(pair: tuple[str, str], events: list[tuple[str, str]]) -> Tie:
    days = sorted(day for day, _ in events if day)
    ids = tuple(event for _, event in sorted(events))
    first, last = (days[0], days[-1]) if days else ("", "")
    return Tie(*pair, len(events), first, last, ids)


_NODE_FIELDS = (("kind", "string"), ("state", "string"), ("events", "integer"))
_EDGE_FIELDS = (
    *(("weight", "integer"), ("first_day", "string"), ("last_day", "string")),
    ("event_ids", "string"),
)


def _node_values(actor: Actor) -> tuple[str, ...]:
    return (actor.kind, actor.state, str(actor.events))


def _edge_values(tie: Tie) -> tuple[str, ...]:
    return (str(tie.weight), tie.first_day, tie.last_day, " ".join(tie.events))


def gexf(wanted: Wanted) -> Iterator[bytes]:
    """GEXF 1.2, line by line."""
    for line in _gexf(network(wanted)):
        yield f"{line}\n".encode()


def _gexf(found: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield "<meta><creator>haengbo</creator></meta>"
    yield '<graph defaultedgetype="undirected" mode="static">'
    for whose, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS[1:])):
        yield f'<attributes class="{whose}" mode="static">'
        for place, (name, kind) in enumerate(fields):
            yield f'<attribute id="{whose}{place}" title="{name}" type="{kind}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for actor in found.actors:
        values = _attvalues("node", _node_values(actor))
        yield f"<node id={_attribute(actor.name)} label={_attribute(actor.name)}>{values}</node>"
    yield "</nodes><edges>"
    for number, tie in enumerate(found.ties):
        ends = f"source={_attribute(tie.first)} target={_attribute(tie.second)}"
        values = _attvalues("edge", _edge_values(tie)[1:])
        yield f'<edge id="{number}" {ends} weight="{tie.weight}">{values}</edge>'
    yield "</edges></graph></gexf>"


def _attvalues(whose: str, values: Iterable[str]) -> str:
    inside = "".join(
        f'<attvalue for="{whose}{place}" value={_attribute(value)}/>'
        for place, value in enumerate(values)
    )
    return f"<attvalues>{inside}</attvalues>"


def graphml(wanted: Wanted) -> Iterator[bytes]:
    """GraphML, line by line."""
    for line in _graphml(network(wanted)):
        yield f"{line}\n".encode()


def _graphml(found: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for whose, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS)):
        for place, (name, kind) in enumerate(fields):
            type_ = "int" if kind == "integer" else kind
            yield (
                f'<key id="{whose}{place}" for="{whose}" attr.name="{name}" attr.type="{type_}"/>'
            )
    yield '<graph edgedefault="undirected">'
    for actor in found.actors:
        data = _data("node", _node_values(actor))
        yield f"<node id={_attribute(actor.name)}>{data}</node>"
    for tie in found.ties:
        ends = f"source={_attribute(tie.first)} target={_attribute(tie.second)}"
        yield f"<edge {ends}>{_data('edge', _edge_values(tie))}</edge>"
    yield "</graph></graphml>"


def _data(whose: str, values: Iterable[str]) -> str:
    return "".join(
        f'<data key="{whose}{place}">{escape(_NO_XML.sub("", value))}</data>'
        for place, value in enumerate(values)
        if value
    )


def _attribute(value: str) -> str:
    return quoteattr(_NO_XML.sub("", value))
