"""The network on the site: ties lead to the events that make them; years are places."""

from __future__ import annotations

from fastapi.testclient import TestClient

from haengbo.analysis.networks import network
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.charts.network import ROW, arcs
from haengbo.web.routes.network import MOST_NAMES, drawn
from web.markup import nodes, parsed, strings


def occurred(ledger: Ledger, kind: str) -> list[str]:
    lines = ledger.all_events(EventFilter(statuses=("occurred",)))
    return list(drawn(network(lines, (kind,))))


def test_names_of_one_state_stand_together(sample_ledger: Ledger) -> None:
    names = occurred(sample_ledger, "person")
    assert 5 < len(names) <= MOST_NAMES
    lines = ledger_states(sample_ledger)
    states = [lines[name] for name in names]
    assert len({*states}) == sum(1 for i, s in enumerate(states) if i == 0 or states[i - 1] != s)


def ledger_states(ledger: Ledger) -> dict[str, str]:
    found = network(ledger.all_events(EventFilter(statuses=("occurred",))), ("person",))
    return {actor.name: actor.state or actor.name for actor in found.actors}


def test_a_tie_leads_to_its_events(client: TestClient) -> None:
    page = parsed(client.get("/network").text)
    row = nodes(page, "//section[@id='ties']//tbody/tr")[0]
    link = strings(row, ".//td[@class='num']/a/@href")[0]
    weight = int(strings(row, ".//td[@class='num']/a/text()")[0])
    shown = parsed(client.get(f"{link}&status=occurred").text)
    total = strings(shown, "//p[@class='tally']/b/text()")[0]
    assert int(total) >= weight


def test_years_narrow_and_one_name_stands_out(client: TestClient) -> None:
    every = len(nodes(parsed(client.get("/network").text), "//path[contains(@class, 'tie')]"))
    year = client.get("/network?kind=person&at=2024&who=김정은").text
    some = nodes(parsed(year), "//path[contains(@class, 'tie')]")
    assert 0 < len(some) < every
    assert "tie mine" in year
    assert client.get("/network?by=month&kind=state").status_code == 200
    assert client.get("/network?at=1066").status_code == 200
    assert client.get("/network.csv?kind=state").text.count("\n") > 3


def test_nothing_to_draw() -> None:
    assert "path" not in arcs((), (), "")
    assert f'height="{ROW * 2:.0f}"' in arcs(("가", "나"), (), "")
