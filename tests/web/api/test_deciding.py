"""Decisions over HTTP: each kind, who may write them, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from haengbo.web.api.access import SingleUser, Token, access_of
from haengbo.web.app import create_app

TAG = {"kind": "tag", "text": "확인요", "why": "시험"}


def events(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("events?limit=200").json()["items"]
    return found


def post(client: TestClient, status: int = 201, **body: object) -> dict[str, Any]:
    answer = client.post("decisions", json=body)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_decision_is_written_listed_and_undone(writable: TestClient) -> None:
    event = events(writable)[0]["event"]
    answer = writable.post("decisions", json=TAG | {"event": event})
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/decisions/{made['decision']}"
    assert writable.get("http://testserver" + answer.headers["location"]).json() == made
    assert (made["kind"], made["after"], made["why"], made["event"]) == (
        *("tag", "확인요", "시험", event),
    )
    assert [e["event"] for e in writable.get("events?tag=확인요").json()["items"]] == [event]
    post(writable, kind="undo", decision=made["decision"])
    assert writable.get("events?tag=확인요").json()["items"] == []
    listed = writable.get("decisions").json()
    assert [d["kind"] for d in listed["items"]] == ["undo", "tag"]
    assert listed["items"][1]["undone"]
    assert len(writable.get("decisions?kind=tag").json()["items"]) == 1
    first = writable.get("decisions?limit=1").json()
    assert writable.get(first["next"]).json()["items"] == listed["items"][1:]


def test_correct_merge_split_and_reject(writable: TestClient) -> None:
    many = max(events(writable), key=lambda e: len({r["page"] for r in e["reports"]}))
    post(writable, kind="correct", event=many["event"], field="place", value="시험시")
    assert writable.get(f"events/{many['event']}").json()["event"]["place"] == "시험시"
    pages = sorted({r["page"] for r in many["reports"]})
    post(writable, kind="split", event=many["event"], pages=pages[:1])
    found = writable.get(f"events/{many['event']}").json()["event"]
    assert {r["page"] for r in found["reports"]} < set(pages)
    one, other = [e["event"] for e in events(writable) if len(e["reports"]) == 1][:2]
    post(writable, kind="merge", event=one, other=other)
    left = {writable.get(f"events/{key}").json()["event"]["event"] for key in (one, other)}
    assert len(left) == 1
    single = next(e for e in events(writable) if len(e["reports"]) == 1 and not e["decided"])
    post(writable, kind="reject", event=single["event"], page=single["reports"][0]["page"])
    assert writable.get(f"events/{single['event']}").status_code == 404


def test_a_rejected_statement_is_listed_no_more(writable: TestClient) -> None:
    key = writable.get("statements?limit=1").json()["items"][0]["statement"]
    post(writable, kind="reject-statement", statement=key)
    assert writable.get(f"statements/{key}").status_code == 404


def test_what_became_of_a_plan(writable: TestClient) -> None:
    plan = writable.get("expectations?kind=plan&limit=1").json()["items"][0]
    assert (plan["outcome"], plan["outcome_event"]) == ("open", None)
    event, key = events(writable)[0]["event"], plan["expectation"]
    post(writable, kind="outcome", expectation=key, outcome="met", event=event)
    found = writable.get(f"expectations/{key}").json()
    assert (found["outcome"], found["outcome_event"]) == ("met", event)


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ({"kind": "tag", "event": "e0"}, 409, "no such event"),
        ({"kind": "undo", "decision": 77}, 409, "no such decision"),
        ({"kind": "split", "event": "e0", "pages": ["a"]}, 409, "no such event"),
        (
            {"kind": "correct", "event": "e0", "field": "date", "value": "언젠가"},
            409,
            "no date",
        ),
        ({"kind": "split", "event": "e0", "pages": []}, 422, "nothing to split off"),
        ({"kind": "correct", "event": "e0", "field": "id", "value": "x"}, 422, "no field to set"),
        ({"kind": "tag", "event": "e0", "who": "x"}, 422, "one does not write as another"),
        ({"kind": "forget", "event": "e0"}, 422, "no kind"),
        ({}, 422, "nothing"),
    ],
)
def test_what_cannot_be_decided(
    writable: TestClient, body: dict[str, Any], status: int, why: str
) -> None:
    answer = writable.post("decisions", json=body)
    assert answer.status_code == status, why
    assert answer.headers["content-type"] == "application/problem+json"
    assert writable.get("decisions").json()["total"] == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_foreign_page_writes_nothing(writable: TestClient, headers: dict[str, str]) -> None:
    event = events(writable)[0]["event"]
    answer = writable.post("decisions", json=TAG | {"event": event}, headers=headers)
    assert answer.status_code == 403
    assert writable.get("decisions").json()["total"] == 0


def test_our_own_page_may_write(writable: TestClient) -> None:
    event = events(writable)[0]["event"]
    headers = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
    assert writable.post("decisions", json=TAG | {"event": event}, headers=headers).is_success


def test_another_machine_reads_but_does_not_write(sample_location: str) -> None:
    app = create_app(sample_location)
    with TestClient(app, client=("192.0.2.7", 40000)) as client:
        event = client.get("/api/v1/events?limit=1").json()["items"][0]["event"]
        assert client.post("/api/v1/decisions", json=TAG | {"event": event}).status_code == 403


@pytest.fixture
def guarded(sample_location: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("HAENGBO_API_TOKEN", "geheim")
    with TestClient(create_app(sample_location), base_url="http://testserver/api/v1/") as client:
        yield client


def test_a_server_may_ask_for_a_token(guarded: TestClient) -> None:
    for headers in ({}, {"authorization": "Bearer falsch"}, {"authorization": "Basic geheim"}):
        answer = guarded.get("events", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert guarded.post("decisions", json={}, headers=headers).status_code == 401
    right = {"authorization": "Bearer geheim"}
    assert guarded.get("events?limit=1", headers=right).status_code == 200
    assert guarded.get("openapi.json").status_code == 200, "the document is no secret"
    foreign = right | {"origin": "https://evil.example"}
    event = guarded.get("events?limit=1", headers=right).json()["items"][0]["event"]
    assert guarded.post("decisions", json=TAG | {"event": event}, headers=foreign).is_error


def test_the_environment_decides() -> None:
    assert isinstance(access_of("시험", {}), SingleUser)
    assert isinstance(access_of("시험", {"HAENGBO_API_TOKEN": "x"}), Token)
