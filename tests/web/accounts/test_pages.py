"""A team at one ledger: nothing before the login, each role its own, keys for programs."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from haengbo.web.guard import SESSION_COOKIE
from web.accounts.conftest import PASSWORD, Entering, token
from web.markup import parsed, strings


@pytest.mark.parametrize("path", ["/", "/queue", "/events.json", "/decisions.csv", "/capture/x"])
def test_nothing_is_shown_to_strangers(team: TestClient, path: str) -> None:
    answer = team.get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=%2F")
    assert team.get("/login").status_code == 200
    assert team.get("/static/haengbo.css").status_code == 200


def test_strangers_do_not_write(team: TestClient) -> None:
    form = {"token": token(team), "event": "e1"}
    assert team.post("/decide/confirm", data=form).status_code == 401
    assert team.post("/account/token", data=form).status_code == 401


def test_cookie_of_the_session(entering: Entering) -> None:
    client = entering("나엮음")
    answer = client.post(
        "/login", data={"token": token(client), "name": "나엮음", "password": PASSWORD}
    ).history[0]
    said = next(v for k, v in answer.headers.multi_items() if v.startswith(SESSION_COOKIE))
    assert "HttpOnly" in said
    assert "SameSite=lax" in said
    assert client.get("/").status_code == 200
    assert "나엮음" in client.get("/").text


def test_decisions_bear_the_name_of_who_decides(entering: Entering) -> None:
    client = entering("나엮음")
    event = client.get("/events.json").json()[0]["event"]
    form = {"token": token(client, f"/event/{event}"), "event": event}
    client.post("/decide/confirm", data=form)
    assert client.get("/decisions.json").json()[0]["who"] == "나엮음"


def test_readers_read(entering: Entering) -> None:
    client = entering("나읽음")
    event = client.get("/events.json").json()[0]["event"]
    form = {"token": token(client, f"/event/{event}"), "event": event}
    answer = client.post("/decide/confirm", data=form)
    assert answer.status_code == 403
    assert "권한이 없다" in answer.text
    assert client.post("/import", data=form).status_code == 403
    assert client.get("/decisions.json").json() == []


@pytest.mark.parametrize(("name", "status"), [("나읽음", 403), ("나엮음", 403), ("나관리", 200)])
def test_accounts_are_for_admins(entering: Entering, name: str, status: int) -> None:
    client = entering(name)
    assert client.get("/accounts").status_code == status
    form = {"token": token(client, "/account"), "name": "나읽음", "role": "admin"}
    answer = client.post("/accounts/role", data=form)
    assert answer.status_code == status


def test_an_admin_keeps_accounts(entering: Entering, team: TestClient) -> None:
    client = entering("나관리")
    sent = {"token": token(client, "/accounts")}
    new = {"name": "나새로", "password": PASSWORD, "role": "reader"}
    client.post("/accounts/add", data=sent | new)
    assert client.post("/accounts/add", data=sent | new).status_code == 422
    client.post("/accounts/disable", data=sent | {"name": "나새로"})
    page = client.get("/accounts").text
    assert '<span lang="ko" class="mute">나새로</span>: 읽는 이' in page
    assert "gone-row" in page
    assert (
        client.post("/accounts/role", data=sent | {"name": "나관리", "role": "reader"}).status_code
        == 422
    )
    assert client.post("/accounts/dance", data=sent).status_code == 404
    team.cookies.clear()
    form = {"token": token(team), "name": "나새로", "password": PASSWORD}
    assert team.post("/login", data=form).status_code == 401


def test_guessing_is_slowed(team: TestClient) -> None:
    form = {"token": token(team), "name": "나관리", "password": "아무렇게나적어봄"}
    answers = [team.post("/login", data=form).status_code for _ in range(7)]
    assert answers == [401] * 5 + [429] * 2
    right = team.post("/login", data=form | {"password": PASSWORD})
    assert right.status_code == 429
    assert int(right.headers["retry-after"]) >= 1


def test_logging_out(entering: Entering) -> None:
    client = entering("나엮음")
    cookie = client.cookies[SESSION_COOKIE]
    client.post("/logout", data={"token": token(client, "/account")})
    client.cookies.set(SESSION_COOKIE, cookie)
    assert client.get("/", follow_redirects=False).status_code == 303, "the cookie is worth nothing"


def test_a_new_password(entering: Entering) -> None:
    client = entering("나엮음")
    form = {
        "token": token(client, "/account"),
        "old": "틀린비밀번호다",
        "new": "하하하하하하하하하하",
    }
    assert client.post("/account/password", data=form).status_code == 422
    form["old"] = PASSWORD
    answer = client.post("/account/password", data=form)
    assert answer.url.path == "/login"
    assert client.get("/", follow_redirects=False).status_code == 303


def test_where_the_login_leads(team: TestClient) -> None:
    form = {"token": token(team), "name": "나읽음", "password": PASSWORD, "next": "//evil.example"}
    answer = team.post("/login", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_keys_open_the_api(entering: Entering, team: TestClient) -> None:
    client = entering("나엮음")
    form = {"token": token(client, "/account"), "label": "내보내기", "role": "reader"}
    page = client.post("/account/token", data=form)
    assert page.headers["cache-control"] == "no-store"
    (secret,) = strings(parsed(page.text), "//code[@class='secret']/text()")
    assert client.get("/api/v1/events").status_code == 200, "the session reads"
    team.cookies.clear()
    assert team.get("/api/v1/events").status_code == 401
    bearer = {"authorization": f"Bearer {secret}"}
    assert team.get("/api/v1/events", headers=bearer).status_code == 200
    wrong = {"authorization": f"Bearer {secret}x"}
    assert team.get("/api/v1/events", headers=wrong).status_code == 401
    body = {"kind": "confirm"}
    event = team.get("/api/v1/events", headers=bearer).json()["items"][0]["event"]
    answer = team.post("/api/v1/decisions", json={"event": event} | body, headers=bearer)
    assert answer.status_code == 403
    client = entering("나엮음")
    sent = {"token": token(client, "/account"), "number": "1"}
    client.post("/account/revoke", data=sent)
    client.cookies.clear()
    assert team.get("/api/v1/events", headers=bearer).status_code == 401


def test_without_a_team_there_is_no_login(client: TestClient) -> None:
    assert client.get("/login").status_code == 404
    assert client.get("/accounts").status_code == 404
