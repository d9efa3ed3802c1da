"""Who stands between others: Brandes' algorithm held against networkx; the samples over years."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.analysis.networks import (
    betweenness,
    companions,
    network,
    over_time,
    standings,
)
from haengbo.ledger import EventFilter, Ledger

NAMES = "abcdefgh"
EDGES = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20)


@given(EDGES)
def test_betweenness_is_that_of_networkx(edges: set[tuple[str, str]]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(NAMES)
    graph.add_edges_from(pair for pair in edges if pair[0] != pair[1])
    around = {node: list(graph[node]) for node in graph}
    expected = nx.betweenness_centrality(graph)
    assert betweenness(around) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(
    ("around", "expected", "why"),
    [
        ({}, {}, "nobody"),
        ({"a": []}, {"a": 0.0}, "one alone"),
        ({"a": ["b"], "b": ["a"]}, {"a": 0.0, "b": 0.0}, "two have nobody between"),
        ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, {"a": 0.0, "b": 1.0, "c": 0.0}, "a path"),
    ],
)
def test_small_graphs(around: dict[str, list[str]], expected: dict[str, float], why: str) -> None:
    assert betweenness(around) == expected, why


def test_the_samples_joined_by_what_occurred(sample_ledger: Ledger) -> None:
    lines = list(sample_ledger.all_events(EventFilter(statuses=("occurred",))))
    found = network(lines, ["person"])
    assert found.events == len(lines)
    assert found == network(reversed(lines), ["person"]), "the order of events does not matter"
    assert {actor.kind for actor in found.actors} == {"person"}
    first = standings(found)[0]
    assert first.actor.name == "김정은"
    assert 0 < first.betweenness < 1
    ties = companions(found, "최선희")
    assert ties[0].weight == max(tie.weight for tie in ties)
    assert {"최선희"} <= {name for tie in ties[:1] for name in (tie.first, tie.second)}
    assert all(len(tie.events) == tie.weight for tie in ties)
    assert companions(found, "아무도아닌사람") == ()


def test_years_hold_their_own_events(sample_ledger: Ledger) -> None:
    lines = list(sample_ledger.all_events(EventFilter(statuses=("occurred",))))
    windows = over_time(lines)
    labels = [window.label for window in windows]
    assert labels == sorted(labels)
    assert sum(w.network.events for w in windows) == sum(1 for line in lines if line.day)
    year = next(w for w in windows if w.label == "2024")
    standing = year.of("최선희")
    assert standing is not None
    assert standing.ties > 0
    assert year.of("아무도아닌사람") is None
    months = [w.label for w in over_time(lines, months=True) if w.label.startswith("2024")]
    assert all(len(label) == 7 for label in months)
