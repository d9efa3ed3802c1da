"""Answers: ETags, problems, cursors that were not given, the entry and the document."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from haengbo.errors import LedgerError
from haengbo.ledger import Ledger
from haengbo.web.api.cursors import cursor_of, place_of
from haengbo.web.app import create_app


def test_what_the_client_has_is_not_sent_again(api: TestClient) -> None:
    first = api.get("events?limit=3")
    etag = first.headers["etag"]
    for given in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        again = api.get("events?limit=3", headers={"if-none-match": given})
        assert (again.status_code, again.content) == (304, b""), given
        assert again.headers["etag"] == etag
    assert api.get("events?limit=3", headers={"if-none-match": '"other"'}).status_code == 200
    assert api.get("events?limit=4", headers={"if-none-match": etag}).status_code == 200


def test_a_decision_changes_the_etag(writable: TestClient) -> None:
    before = writable.get("events?limit=1")
    event = before.json()["items"][0]["event"]
    wish = {"kind": "correct", "event": event, "field": "place", "value": "시험시"}
    assert writable.post("decisions", json=wish).status_code == 201
    after = writable.get("events?limit=1", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["items"][0]["decided"]


@pytest.mark.parametrize(
    ("path", "at", "why"),
    [
        ("events?from=2024-13", "query.from", "no such month"),
        ("events?to=2024-02-30", "query.to", "no such day"),
        ("events?from=yesterday", "query.from", "no date"),
        ("events?type=consult", "query.type", "codes are written as they are"),
        ("events?mode=duel", "query.mode", "no mode"),
        ("events?status=maybe", "query.status", "no status"),
        ("events?limit=0", "query.limit", "nothing"),
        ("events?limit=201", "query.limit", "too much"),
        ("events?whom=최선희", "query.whom", "a name that is none is not passed over"),
        ("events?who=%00", "query.who", "NUL"),
        ("wording/uses", "query.term", "missing"),
        ("sequels?after=a&then=b&days=0", "query.days", "no window"),
        ("decisions/0", "path.decision", "no number of a decision"),
    ],
)
def test_what_is_not_understood_is_named(api: TestClient, path: str, at: str, why: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 422, why
    assert answer.headers["content-type"] == "application/problem+json"
    places = [error["at"] for error in answer.json()["errors"]]
    assert any(place.startswith(at) for place in places), (places, why)


@pytest.mark.parametrize(
    "cursor",
    [
        "abc",
        "_",
        cursor_of("statements", "new", ("2024-01-01", "a", "b")),
        cursor_of("events", "old", ("2024-01-01", "a")),
        cursor_of("events", "new", ("2024-01-01",)),
        cursor_of("events", "new", (1, "a")),
        cursor_of("events", "new", ("2024-01-01", None)),
        cursor_of("events", "new", ("2024-01-01", "a\0")),
    ],
)
def test_a_cursor_that_was_not_given_is_refused(api: TestClient, cursor: str) -> None:
    assert api.get("events", params={"cursor": cursor}).status_code == 400


def test_cursors_come_back() -> None:
    for place in (("2024-06-19", "e1"), (None, "e1")):
        assert place_of("events", "new", cursor_of("events", "new", place)) == place
    assert place_of("events", "new", None) is None


def test_a_method_that_is_none_names_those_that_are(api: TestClient) -> None:
    answer = api.delete("decisions")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


def test_the_entry_leads_to_the_document(api: TestClient, sample_ledger: Ledger) -> None:
    entry = api.get("").json()
    assert entry["events"] == sample_ledger.totals().events
    document = api.get(entry["document"]).json()
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "/api/v1"}]
    names = [op["operationId"] for path in document["paths"].values() for op in path.values()]
    assert len(names) == len(set(names))
    for path in document["paths"].values():
        for operation in path.values():
            assert "application/problem+json" in operation["responses"]["422"]["content"]
            assert operation["summary"]


def test_a_choice_of_the_site_is_none_here(api: TestClient) -> None:
    assert api.get("events?lang=en").status_code == 422


def test_our_own_fault_has_a_number_and_nothing_else(
    sample_location: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Request) -> Ledger:
        raise RuntimeError("secret path /srv/annals.db")

    monkeypatch.setattr("haengbo.web.api.actors.ledger_of", broken)
    with TestClient(create_app(sample_location), raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/actors")
    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert "secret" not in answer.text
    assert answer.json()["detail"].split()[-1].rstrip(".") in caplog.text


def test_a_ledger_that_refuses_is_a_503(
    sample_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Request) -> Ledger:
        raise LedgerError("장부에 적을 수 없다")

    monkeypatch.setattr("haengbo.web.api.actors.ledger_of", locked)
    with TestClient(create_app(sample_location)) as client:
        answer = client.get("/api/v1/actors")
    assert (answer.status_code, answer.json()["detail"]) == (503, "장부에 적을 수 없다")
