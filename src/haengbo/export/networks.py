"""Events → who appears with whom: GEXF (Gephi) and GraphML (yEd, igraph, networkx).

Two participants of one event are joined; the weight is the number of events, with the first and
last day. Without a ``--status`` only what happened counts. Invariant: nodes and edges are in the
order of their names, and no file says when it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from haengbo.analysis.networks import Network, Standing, Tie, network, standings
from haengbo.export.wanted import Wanted
from haengbo.model.reading import Status

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def wanted_network(wanted: Wanted) -> Network:
    """Who appears with whom in the events that are wanted; without a status, in what occurred."""
    filtered = wanted.events
    if not filtered.statuses:
        filtered = replace(filtered, statuses=(Status.OCCURRED.value,))
    return network(wanted.ledger.all_events(filtered))


def _nodes(found: Network) -> list[Standing]:
    return sorted(standings(found), key=lambda s: s.actor.name)


_NODE_FIELDS = (
    *(("kind", "string"), ("state", "string"), ("events", "integer")),
    ("betweenness", "double"),
)
_EDGE_FIELDS = (
    *(("weight", "integer"), ("first_day", "string"), ("last_day", "string")),
    ("event_ids", "string"),
)


def _node_values(one: Standing) -> tuple[str, ...]:
    actor = one.actor
    return (actor.kind, actor.state, str(actor.events), f"{one.betweenness:.6f}")


def _edge_values(tie: Tie) -> tuple[str, ...]:
    return (str(tie.weight), tie.first_day, tie.last_day, " ".join(tie.events))


def gexf(wanted: Wanted) -> Iterator[bytes]:
    """GEXF 1.2, line by line."""
    for line in gexf_lines(wanted_network(wanted)):
        yield f"{line}\n".encode()


def gexf_lines(found: Network) -> Iterator[str]:
    """A network as GEXF 1.2, without line ends."""
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
    for one in _nodes(found):
        values, name = _attvalues("node", _node_values(one)), _attribute(one.actor.name)
        yield f"<node id={name} label={name}>{values}</node>"
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
    for line in graphml_lines(wanted_network(wanted)):
        yield f"{line}\n".encode()


def graphml_lines(found: Network) -> Iterator[str]:
    """A network as GraphML, without line ends."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for whose, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS)):
        for place, (name, kind) in enumerate(fields):
            type_ = "int" if kind == "integer" else kind
            yield (
                f'<key id="{whose}{place}" for="{whose}" attr.name="{name}" attr.type="{type_}"/>'
            )
    yield '<graph edgedefault="undirected">'
    for one in _nodes(found):
        data = _data("node", _node_values(one))
        yield f"<node id={_attribute(one.actor.name)}>{data}</node>"
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
