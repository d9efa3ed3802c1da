"""What each kind of alert finds in the samples, with its words and addresses; feeds."""

from __future__ import annotations

import datetime as dt

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from haengbo.alerts.feeds import atom
from haengbo.alerts.finding import Item, found, fresh
from haengbo.annals.links import Links
from haengbo.capture.web.feeds import read_feed
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, alerts, decisions
from haengbo.ledger.alerts import Alert, AlertKind, Channel
from haengbo.ledger.decisions import By
from haengbo.ledger.outcomes import decide_outcome
from haengbo.model.decision import Outcome
from haengbo.pipeline import collate
from haengbo.web.app import create_app

SITE = Links("https://annals.example")
TODAY = dt.date(2025, 1, 1)
NS = {"a": "http://www.w3.org/2005/Atom"}


def alert(kind: AlertKind, wanted: EventFilter | None = None, days: int = 400) -> Alert:
    return Alert("시험", kind, "", wanted or EventFilter(), Channel.FEED, (), days)


def test_events_of_a_search(ledger: Ledger) -> None:
    wanted = EventFilter(who=("최선희",), types=("CONSULT",))
    items = found(ledger, alert(AlertKind.EVENT, wanted), TODAY, SITE)
    assert {item.key for item in items} == {line.id for line in ledger.all_events(wanted)}
    for item in items:
        assert item.quotes[0]
        assert item.source
        assert item.link == f"https://annals.example/event/{item.key}"
        assert item.moment.endswith("Z")


def test_conflicts_name_the_field_and_both_values(ledger: Ledger) -> None:
    items = found(ledger, alert(AlertKind.CONFLICT), TODAY, SITE)
    lines = list(ledger.all_events(EventFilter(only_conflicting=True)))
    assert len(items) == sum(len(line.event.discrepancies) for line in lines) > 0
    assert len({item.key for item in items}) == len(items)
    assert all(len(item.quotes) >= 2 for item in items)


def test_formulas_at_their_first_use(ledger: Ledger) -> None:
    items = found(ledger, alert(AlertKind.FORMULA), TODAY, SITE)
    assert len({item.key for item in items}) == len(items) > 0
    (one,) = found(ledger, alert(AlertKind.FORMULA, EventFilter(text="핵심이익")), TODAY, SITE)
    assert "핵심" in one.quotes[0]
    assert one.link.startswith("https://annals.example/article/")


def test_what_falls_due_until_somebody_decides(ledger: Ledger) -> None:
    items = found(ledger, alert(AlertKind.DUE), TODAY, SITE)
    assert items
    days = [item.moment[:10] for item in items]
    assert all("2025-01-01" <= day <= "2026-02-05" for day in days)
    with ledger.writing() as session:
        decide_outcome(session, items[0].key, Outcome.MET, By("시험"))
    left = found(ledger, alert(AlertKind.DUE), TODAY, SITE)
    assert {item.key for item in left} == {item.key for item in items[1:]}
    assert found(ledger, alert(AlertKind.DUE, days=0), dt.date(1990, 1, 1), SITE) == ()


def test_a_merged_event_is_not_new(ledger: Ledger, knowledge: Knowledge) -> None:
    saved = alert(AlertKind.EVENT, EventFilter(who=("최선희",)))
    items = found(ledger, saved, TODAY, SITE)
    with ledger.writing() as session:
        alerts.add(session, saved, "시험", (item.key for item in items))
        first, second = items[0].key, items[1].key
        decisions.merge(session, first, second, By("시험"))
    collate(ledger, knowledge)
    after = found(ledger, saved, TODAY, SITE)
    assert len(after) < len(items)
    assert fresh(ledger, saved, after) == ()


def test_a_feed_is_read_by_the_program_itself(ledger: Ledger) -> None:
    items = found(ledger, alert(AlertKind.EVENT), TODAY, SITE, recent=True)
    assert len(items) == 50
    data = atom("연대기", "https://annals.example/events.atom", items)
    assert data == atom("연대기", "https://annals.example/events.atom", items)
    feed = read_feed(data, "https://annals.example/events.atom")
    assert feed is not None
    assert {entry.url for entry in feed.pages} == {item.link for item in items}
    root = etree.fromstring(data)
    for part in ("id", "title", "updated"):
        assert root.findtext(f"a:{part}", namespaces=NS)
        assert len(root.findall(f"a:entry/a:{part}", NS)) == 50
    moments = [e.text or "" for e in root.findall("a:entry/a:updated", NS)]
    assert moments == sorted(moments, reverse=True)
    assert root.findtext("a:updated", namespaces=NS) == moments[0]
    ids = [e.text for e in root.findall("a:entry/a:id", NS)]
    assert len(set(ids)) == 50


@pytest.mark.parametrize("text", ["<script>&", "줄\n바꿈", "\x00\x08", "]]>"])
def test_a_feed_holds_any_text(text: str) -> None:
    item = Item("k", text, (text,), text, "https://a.example/", None, "2025-01-01T00:00:00Z")
    root = etree.fromstring(atom(text, "https://a.example/f", [item]))
    assert root.find("a:entry/a:summary", NS) is not None


def test_feeds_on_the_site(location: str, ledger: Ledger) -> None:
    saved = alert(AlertKind.EVENT, EventFilter(who=("최선희",)))
    with ledger.writing() as session:
        alerts.add(session, saved, "시험", ())
    with TestClient(create_app(location)) as client:
        for path in ("/alerts/시험.atom", "/events.atom?who=최선희"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert answer.headers["content-type"] == "application/atom+xml"
            root = etree.fromstring(answer.content)
            link = root.find("a:entry/a:link", NS)
            assert link is not None
            assert client.get(str(link.attrib["href"])).status_code == 200
        assert client.get("/alerts/none.atom").status_code == 404
