"""Lists: the same filters as elsewhere, pieces that make up the whole, evidence with everything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.ledger import Ledger

LISTS = ("events", "statements", "expectations", "pages", "articles", "readings", "actors")
KEYS = {
    "events": "event",
    "statements": "statement",
    "expectations": "expectation",
    "pages": "sha256",
    "articles": "sha256",
    "readings": "reading",
    "actors": "name",
}


def walked(api: TestClient, path: str, **params: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """All items of a list, piece by piece, by the address that each piece gives."""
    items: list[dict[str, Any]] = []
    answer = api.get(path, params=params)
    while True:
        assert answer.status_code == 200, answer.text
        body = answer.json()
        items += body["items"]
        assert (body["next"] is None) == (body["cursor"] is None)
        if body["next"] is None:
            assert "link" not in answer.headers
            return items
        assert answer.headers["link"] == f'<{body["next"]}>; rel="next"'
        answer = api.get(body["next"])


@pytest.mark.parametrize("name", LISTS)
def test_pieces_make_up_the_whole(api: TestClient, name: str) -> None:
    first = api.get(name, params={"limit": 200}).json()
    items = walked(api, name, limit=7 if first["total"] < 200 else 61)
    keys = [item[KEYS[name]] for item in items]
    assert len(keys) == len(set(keys)) == first["total"]
    assert items[: len(first["items"])] == first["items"]


@pytest.mark.parametrize("name", ["events", "statements"])
def test_both_orders_hold_the_same(api: TestClient, name: str) -> None:
    new, old = (walked(api, name, order=order, limit=150) for order in ("new", "old"))
    assert {item[KEYS[name]] for item in new} == {item[KEYS[name]] for item in old}
    days = [item["day"] for item in old if item["day"]]
    assert days == sorted(days)
    assert [item["day"] for item in new if item["day"]] == sorted(days, reverse=True)


def test_lists_are_in_the_order_of_the_ledger(api: TestClient, sample_ledger: Ledger) -> None:
    assert [e["event"] for e in walked(api, "events", limit=200)] == [
        line.id for line in sample_ledger.all_events()
    ]
    assert [s["statement"] for s in walked(api, "statements", limit=200)] == [
        line.id for line in sample_ledger.all_statements()
    ]
    assert [a["name"] for a in walked(api, "actors", limit=50)] == [
        line.name for line in sample_ledger.actors(size=100_000)
    ]


@pytest.mark.parametrize(
    ("params", "options", "why"),
    [
        ({"who": "최선희"}, ["--who", "최선희"], "a participant"),
        ({"who": ["최선희", "왕이"]}, ["--who", "최선희", "--who", "왕이"], "both of them"),
        ({"type": "AGREE"}, ["--type", "agree"], "a type"),
        ({"mode": ["visit", "meeting"]}, ["--mode", "visit", "--mode", "meeting"], "either mode"),
        ({"channel": "foreign"}, ["--channel", "foreign"], "a channel"),
        ({"status": "planned"}, ["--status", "planned"], "a status"),
        ({"from": "2024-06", "to": "2024-06"}, ["--from", "2024-06", "--to", "2024-06"], "a month"),
        ({"place": "평양"}, ["--place", "평양"], "part of a place"),
        ({"text": "핵심이익"}, ["--text", "핵심이익"], "words of a page, in either spelling"),
    ],
)
def test_filters_are_those_of_the_command_line(
    api: TestClient, sample_location: str, params: dict[str, Any], options: list[str], why: str
) -> None:
    command = ["events", "--ledger", sample_location, "--json", "--limit", "1000", *options]
    printed = CliRunner().invoke(app, command).output.splitlines()
    expected = [json.loads(line)["event"] for line in printed]
    assert [e["event"] for e in walked(api, "events", **params)] == expected, why
    assert expected, why


def test_the_search_box_is_understood(api: TestClient) -> None:
    boxed = walked(api, "events", q="누가:쇼이구 type:협의 after:2024")
    plain = walked(api, "events", who="세르게이 쇼이구", type="CONSULT", **{"from": "2024"})
    assert boxed == plain != []
    both = walked(api, "events", q="누가:쇼이구", channel="security")
    assert {e["channel"] for e in both} == {"security"}


def test_every_item_has_evidence_and_an_address(api: TestClient) -> None:
    for event in walked(api, "events", limit=200):
        assert event["link"].startswith("http://testserver/event/")
        assert event["reports"]
        for report in event["reports"]:
            assert report["evidence"]
            assert len(report["evidence"]) == len(report["spans"])
            assert report["link"].startswith("http://testserver/article/")
            assert report["rule"]
    for statement in walked(api, "statements", limit=200):
        start, end = statement["span"]
        assert end - start == len(statement["text"])
        assert "#" in statement["link"]
    assert all(x["text"] and x["rule"] for x in walked(api, "expectations", limit=200))


def test_links_lead_to_pages_of_the_site(api: TestClient) -> None:
    event = api.get("events?limit=1").json()["items"][0]
    assert api.get(event["link"]).status_code == 200
    assert api.get(event["reports"][0]["link"]).status_code == 200
    actor = api.get("actors?limit=1").json()["items"][0]
    assert api.get(actor["link"]).status_code == 200


def test_expectations_by_holder_and_day(api: TestClient) -> None:
    every = walked(api, "expectations", limit=200)
    holder = next(x for x in every if x["affiliation"])
    some = walked(api, "expectations", who=holder["affiliation"])
    assert holder["expectation"] in {x["expectation"] for x in some}
    assert all(holder["affiliation"] in (x["by"], x["to"], x["affiliation"]) for x in some)
    year = walked(api, "expectations", **{"from": "2025", "to": "2025"})
    assert {x["due"][:4] for x in year} == {"2025"}
    plans = walked(api, "expectations", kind="plan", text="예정")
    assert plans
    assert all(x["kind"] == "plan" and "예정" in x["text"] for x in plans)


def test_articles_show_the_words_found(api: TestClient) -> None:
    found = walked(api, "articles", text="러시아")
    marked = {item["snippet"][a:b] for item in found for a, b in item["marks"]}
    assert "로씨야" in marked
    outlet = next(item["outlet"] for item in found if item["outlet"])
    assert {item["outlet"] for item in walked(api, "pages", outlet=outlet)} == {outlet}
    named = walked(api, "pages", who="최선희", **{"from": "2025"})
    assert named
    assert all(item["day"] >= "2025" for item in named)


def test_readings_of_one_page(api: TestClient) -> None:
    page = api.get("pages?limit=1").json()["items"][0]["page"]
    (reading,) = walked(api, "readings", page=page)
    assert (reading["page"], reading["superseded"]) == (page, None)
    assert walked(api, "readings", page="keine.html") == []
