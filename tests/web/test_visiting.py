"""What changed since the last visit; saved views; the tour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger, news, saved
from haengbo.web.routes.visiting import kept
from haengbo.web.tour import STOPS
from haengbo.web.visits import COOKIE
from web.markup import nodes, parsed, strings
from web.posting import copy_of, send, site_over, some_event


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[tuple[TestClient, Ledger]]:
    location = copy_of(sample_location, tmp_path)
    ledger = Ledger.open(location)
    with site_over(location) as client:
        yield client, ledger
    ledger.close()


def ago(client: TestClient, hours: int) -> None:
    """Have the last visit been some hours ago."""
    moment = (datetime.now(UTC) - timedelta(hours=hours)).isoformat()
    client.cookies.delete(COOKIE) if COOKIE in client.cookies else None
    client.cookies.set(COOKIE, f"|{moment}")


def test_first_visit_and_a_quiet_one(own: tuple[TestClient, Ledger]) -> None:
    client, _ = own
    assert "since-line" not in client.get("/").text
    assert "처음 왔다" in client.get("/since").text
    assert COOKIE in client.cookies


def test_what_is_new_since_the_last_visit(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    ago(client, 24 * 365)
    page = parsed(client.get("/").text)
    assert len(nodes(page, "//aside[@class='since-line']//li")) == 3
    with ledger.reading() as session:
        found = news.since(session, "2000-01-01T00:00:00.000000Z")
    assert len(found.fresh) == ledger.totals().events
    assert found.changed == ()


def test_what_changed_after_a_decision(own: tuple[TestClient, Ledger]) -> None:
    client, ledger = own
    with ledger.reading() as session:
        before = news.since(session, datetime.now(UTC).isoformat().replace("+00:00", "Z"))
    assert before.nothing
    event = some_event(client)
    send(client, "/decide/correct", event=event, field="place", value="시험관")
    with ledger.reading() as session:
        found = news.since(session, before.moment)
    assert [line.id for line in found.changed] == [event]
    assert (found.fresh, found.decisions, found.pages) == ((), 1, 0)
    assert "시험관" in ledger.event(event).event.place  # type: ignore[union-attr, operator]
    shown = client.get("/since", params={"at": before.moment}).text
    assert event in shown
    assert client.get("/since?at=nonsense").status_code == 200


def test_views_are_saved_and_forgotten(own: tuple[TestClient, Ledger]) -> None:
    client, _ = own
    query = "who=최선희&channel=foreign&evil=1"
    answer = send(client, "/views", name=" 외교  통로 ", query=query)
    assert answer.headers["location"].startswith("/?who=")
    assert "evil" not in answer.headers["location"]
    page = parsed(client.get("/").text)
    assert strings(page, "//div[@class='views']//li/a/text()") == ["외교 통로"]
    link = strings(page, "//div[@class='views']//li/a/@href")[0]
    assert client.get(link).status_code == 200
    send(client, "/views", forget="외교 통로", query="")
    assert nodes(parsed(client.get("/").text), "//div[@class='views']") == []
    assert send(client, "/views", name=" ", query="").status_code == 422


def test_views_are_of_one_person() -> None:
    ledger = Ledger.open(":memory:")
    with ledger.writing() as session:
        saved.save_view(session, "가", "하나", "q=1")
        saved.save_view(session, "가", "하나", "q=2")
        saved.save_view(session, "가%", "둘", "q=3")
        assert saved.views(session, "가") == (("하나", "q=2"),)
        assert saved.views(session, "나") == ()
    ledger.close()


def test_only_choices_of_the_chronicle_are_kept() -> None:
    assert kept("who=가&lang=en&q=나&x=//evil") == "who=%EA%B0%80&q=%EB%82%98"


@pytest.mark.parametrize("number", range(1, STOPS + 1))
def test_every_stop_of_the_tour_is_a_page(client: TestClient, number: int) -> None:
    page = parsed(client.get(f"/tour/{number}").text)
    (bar,) = nodes(page, "//aside[@class='tour']")
    assert strings(bar, ".//b/text()")[0].startswith(f"{number} / {STOPS}")
    onward = strings(bar, ".//a[@rel='next']/@href")
    assert onward == ([f"/tour/{number + 1}"] if number < STOPS else [])


@pytest.mark.parametrize("given", ["0", "7", "x", "99999", "-1"])
def test_no_such_stop(client: TestClient, given: str) -> None:
    assert 'class="tour"' not in client.get("/", params={"tour": given}).text


def test_the_tour_of_an_empty_ledger(tmp_path: Path) -> None:
    with site_over(str(tmp_path / "empty.db")) as client:
        for number in range(1, STOPS + 1):
            assert client.get(f"/tour/{number}").status_code == 200
