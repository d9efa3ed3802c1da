"""The narrow records hold what the lists hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from haengbo.analysis.networks import leading, network, standings
from haengbo.analysis.remarks import remarks_in, remarks_of
from haengbo.ledger import EventFilter, Ledger, bulk
from haengbo.ledger.bulk import Gathering
from haengbo.ledger.views import StatementFilter


def gatherings(ledger: Ledger, statuses: Sequence[str] = (), *days: str) -> list[Gathering]:
    with ledger.reading() as session:
        return list(bulk.gatherings(session, statuses, *days))


@pytest.mark.parametrize(
    "wanted", [StatementFilter(), StatementFilter(who=("김정은",)), StatementFilter(text="조약")]
)
def test_statements_are_those_of_the_list(sample_ledger: Ledger, wanted: StatementFilter) -> None:
    expected = [
        (s.day, s.statement.date, s.statement.speaker, s.page.name, s.text, s.event)
        for s in sample_ledger.all_statements(wanted)
    ]
    with sample_ledger.reading() as session:
        found = list(bulk.spoken(session, wanted))
    assert [(s.day, s.date, s.speaker, s.page, s.text, s.event) for s in found] == expected
    assert expected


@pytest.mark.parametrize("kinds", [(), ("person",)])
def test_the_network_is_the_same(sample_ledger: Ledger, kinds: tuple[str, ...]) -> None:
    lines = sample_ledger.all_events(EventFilter(statuses=("occurred",)))
    met = gatherings(sample_ledger, ("occurred",))
    assert network(met, kinds) == network(lines, kinds)


def test_gatherings_of_a_year(sample_ledger: Ledger) -> None:
    found = gatherings(sample_ledger, (), "2024-01-01", "2024-12-31")
    assert found
    assert {g.day[:4] for g in found if g.day} == {"2024"}
    assert all(g.day for g in found)


def test_remarks_are_those_of_the_pages(sample_ledger: Ledger) -> None:
    expected = remarks_of(sample_ledger.all_articles())
    assert sorted(map(repr, remarks_in(sample_ledger))) == sorted(map(repr, expected))
    assert expected


def test_a_large_network_is_narrowed_to_those_at_most_events(sample_ledger: Ledger) -> None:
    found = network(gatherings(sample_ledger), ("person",))
    few = leading(found, 5)
    most = sorted(found.actors, key=lambda a: -a.events)
    assert len(few.actors) == 5
    assert min(a.events for a in few.actors) >= most[5].events
    names = {a.name for a in few.actors}
    assert all({t.first, t.second} <= names for t in few.ties)
    assert {s.actor.name for s in standings(few)} == names
