"""Nobody else's page writes here, or reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.testclient import TestClient

from haengbo.web.app import create_app
from haengbo.web.guard import inside, posted
from web.posting import copy_of, send, site_over, some_event, token
from web.routing import site_routes


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[TestClient]:
    with site_over(copy_of(sample_location, tmp_path)) as client:
        yield client


def decided(client: TestClient) -> int:
    return len(client.get("/decisions.json").json())


@pytest.mark.parametrize(
    ("headers", "status", "why"),
    [
        ({"origin": "http://testserver"}, 303, "our own page"),
        ({}, 303, "an old browser names none; the token tells"),
        ({"origin": "http://evil.example"}, 403, "another site"),
        ({"origin": "http://testserver:9999"}, 403, "another program on this machine"),
        ({"origin": "null"}, 403, "a sandboxed frame"),
        ({"sec-fetch-site": "cross-site"}, 403, "the browser says so"),
        ({"sec-fetch-site": "same-site"}, 403, "another port of this machine"),
        ({"host": "evil.example"}, 400, "a name that was pointed here"),
    ],
)
def test_where_a_form_comes_from(
    own: TestClient, headers: dict[str, str], status: int, why: str
) -> None:
    form = {"token": token(own), "event": some_event(own)}
    answer = own.post("/decide/confirm", data=form, headers=headers, follow_redirects=False)
    assert answer.status_code == status, why
    assert decided(own) == int(status == 303)


def test_a_page_from_elsewhere_does_not_read(own: TestClient) -> None:
    assert own.get("/events.json", headers={"origin": "http://evil.example"}).status_code == 403
    linked = own.get("/", headers={"sec-fetch-site": "cross-site"})
    assert linked.status_code == 200, "a link from elsewhere may lead here"


@pytest.mark.parametrize("wrong", ["", "0" * 64, "가나다"])
def test_a_form_without_its_token_writes_nothing(own: TestClient, wrong: str) -> None:
    event = some_event(own)
    own.get(f"/event/{event}")
    answer = own.post("/decide/confirm", data={"token": wrong, "event": event})
    assert answer.status_code == 403
    assert "Traceback" not in answer.text
    assert decided(own) == 0


def test_a_token_is_of_one_browser_and_one_run(own: TestClient, sample_location: str) -> None:
    foreign_token = token(own)
    with TestClient(own.app) as other:
        event = some_event(other)
        other.get(f"/event/{event}")
        form = {"token": foreign_token, "event": event}
        assert other.post("/decide/confirm", data=form).status_code == 403
    with TestClient(create_app(sample_location), cookies=own.cookies) as later:
        form = {"token": foreign_token, "event": some_event(later)}
        assert later.post("/decide/confirm", data=form).status_code == 403


def _asks(dependant: Dependant) -> bool:
    return dependant.call is posted or any(_asks(d) for d in dependant.dependencies)


def test_every_form_is_guarded(own: TestClient) -> None:
    routes = site_routes(create_app(":memory:", team=True))
    writing = [r for r in routes if (r.methods or set()) - {"GET", "HEAD"}]
    assert len(writing) > 10, "the table of routes was not understood"
    assert [r.path for r in writing if not _asks(r.dependant)] == []
    assert own.post("/").status_code == 405


def test_pages_allow_no_script_but_ours(own: TestClient) -> None:
    page = own.get(f"/event/{some_event(own)}")
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "form-action 'self'" in policy
    assert "<script>" not in page.text
    assert " style=" not in page.text


@pytest.mark.parametrize(
    ("address", "expected", "why"),
    [
        ("/event/e1?x=1#fields", "/event/e1?x=1#fields", "our own"),
        ("//evil.example/", "/", "another host"),
        ("https://evil.example/", "/", "another site"),
        ("/\\evil.example", "/", "browsers take a backslash for a slash"),
        ("/a\r\nSet-Cookie: x=1", "/", "a header of its own"),
        ("", "/", "nothing"),
        (None, "/", "no field"),
    ],
)
def test_where_a_form_leads_back_to(address: object, expected: str, why: str) -> None:
    assert inside(address) == expected, why


def test_a_form_leads_back_by_get(own: TestClient) -> None:
    event = some_event(own)
    back = f"/event/{event}#fields"
    answer = send(own, "/decide/confirm", event=event, why="원문 확인", back=back)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/event/{event}?done=1#fields"
    (row,) = own.get("/decisions.json").json()
    assert (row["who"], row["why"], row["kind"]) == ("나기록", "원문 확인", "confirm")
    assert row["made"].startswith("20")
