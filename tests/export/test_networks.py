"""Networks are read back by networkx."""

from __future__ import annotations

import io
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from export.building import written
from haengbo.ledger import EventFilter, Ledger


def read(form: str, data: bytes) -> Any:  # noqa: ANN401 - networkx has no types
    reader = nx.read_gexf if form == "gexf" else nx.read_graphml
    return reader(io.BytesIO(data))


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_who_appears_with_whom(form: str, sample_ledger: Ledger) -> None:
    graph = read(form, written(sample_ledger, form))
    happened = EventFilter(statuses=("occurred",))
    days: dict[frozenset[str], list[str]] = {}
    for line in sample_ledger.all_events(happened):
        names = {part.name for part in line.event.participants}
        for pair in combinations(sorted(names), 2):
            days.setdefault(frozenset(pair), []).append(line.day or "")
    assert not graph.is_directed()
    assert {frozenset(edge) for edge in graph.edges} == set(days)
    for first, second, data in graph.edges(data=True):
        found = days[frozenset((first, second))]
        dated = sorted(day for day in found if day)
        assert int(data["weight"]) == len(found)
        assert len(data["event_ids"].split()) == len(found)
        assert data.get("first_day", "") == (dated[0] if dated else "")
        assert data.get("last_day", "") == (dated[-1] if dated else "")
    assert graph.nodes["최선희"]["kind"] == "person"
    assert graph.nodes["최선희"]["state"] == "북한"


def test_the_two_forms_hold_the_same(sample_ledger: Ledger) -> None:
    first = read("gexf", written(sample_ledger, "gexf"))
    second = read("graphml", written(sample_ledger, "graphml"))
    assert set(first.nodes) == set(second.nodes)
    weights = nx.get_edge_attributes(first, "weight")
    others = nx.get_edge_attributes(second, "weight")
    assert {frozenset(k): int(v) for k, v in weights.items()} == {
        frozenset(k): v for k, v in others.items()
    }


def test_a_filter_makes_a_smaller_network(sample_ledger: Ledger) -> None:
    wanted = EventFilter(who=("최선희",))
    graph = read("gexf", written(sample_ledger, "gexf", events=wanted))
    whole = read("gexf", written(sample_ledger, "gexf"))
    assert 0 < len(graph) < len(whole)
    assert "최선희" in graph
