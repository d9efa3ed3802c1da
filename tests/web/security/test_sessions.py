"""Sessions: another id at each login, worth nothing afterwards; cookies out of reach of scripts."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from haengbo.ledger import Ledger, accounts
from haengbo.web.accounts.pages import KNOWN
from haengbo.web.accounts.throttle import FREE, FREE_NAME
from haengbo.web.app import create_app
from haengbo.web.guard import COOKIE, SESSION_COOKIE
from web.accounts.conftest import PASSWORD, token

WRONG = "아무렇게나적어봄"


@pytest.fixture
def team(location: str) -> Iterator[TestClient]:
    with TestClient(create_app(location, team=True)) as client:
        yield client


@pytest.fixture
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = str(tmp_path_factory.mktemp("team") / "team.db")
    ledger = Ledger.open(made)
    with ledger.writing() as session:
        for name, role in (("나관리", accounts.Role.ADMIN), ("나읽음", accounts.Role.READER)):
            accounts.add_account(session, name, PASSWORD, role, "시험")
    ledger.close()
    return made


def log_in(client: TestClient, name: str = "나관리", password: str = PASSWORD) -> Response:
    form = {"token": token(client), "name": name, "password": password}
    return client.post("/login", data=form, follow_redirects=False)


def test_the_id_of_a_session_changes_at_each_login(team: TestClient) -> None:
    team.cookies.set(SESSION_COOKIE, "planted-by-somebody")
    log_in(team)
    given = [c.value for c in team.cookies.jar if c.name == SESSION_COOKIE]
    assert "planted-by-somebody" not in given[-1:]
    first = given[-1]
    team.cookies.clear()
    log_in(team)
    assert team.cookies[SESSION_COOKIE] != first
    other = TestClient(team.app, cookies={SESSION_COOKIE: "planted-by-somebody"})
    assert other.get("/account", follow_redirects=False).status_code == 303


def test_a_form_of_before_the_login_is_worth_nothing_after_it(team: TestClient) -> None:
    planted = token(team)
    log_in(team)
    answer = team.post("/account/token", data={"token": planted, "label": "x"})
    assert answer.status_code == 403


def test_sessions_end(team: TestClient, location: str) -> None:
    log_in(team)
    cookie = team.cookies[SESSION_COOKIE]
    ledger = Ledger.open(location)
    with ledger.writing() as session:
        accounts.set_password(session, "나관리", PASSWORD[::-1], "시험")
    ledger.close()
    thief = TestClient(team.app, cookies={SESSION_COOKIE: cookie})
    assert thief.get("/account", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_flags_of_every_cookie(location: str, scheme: str, secure: bool) -> None:
    with TestClient(create_app(location, team=True), base_url=f"{scheme}://testserver") as client:
        answers = [client.get("/login?theme=dark", follow_redirects=False), client.get("/login")]
        answers += [log_in(client), client.get("/")]
        said = [v for a in answers for k, v in a.headers.multi_items() if k == "set-cookie"]
    names = {cookie.partition("=")[0] for cookie in said}
    assert names >= {COOKIE, SESSION_COOKIE, KNOWN, "haengbo-theme", "haengbo-seen"}
    for cookie in said:
        flags = {flag.strip().lower() for flag in cookie.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/"} <= flags, cookie
        assert ("secure" in flags) is secure, cookie
        assert not any(flag.startswith("domain") for flag in flags), cookie


def test_nobody_is_shut_out_by_somebody_elses_guesses(team: TestClient) -> None:
    owner = TestClient(team.app)
    assert log_in(owner).status_code == 303
    known = owner.cookies[KNOWN]
    guessed = [log_in(team, password=WRONG).status_code for _ in range(FREE + 2)]
    assert guessed == [401] * FREE + [429] * 2
    assert log_in(team).status_code == 429, "from there even the right one waits"
    owner.cookies.delete(SESSION_COOKIE)
    assert log_in(owner).status_code == 303, "a browser of before does not"
    assert owner.cookies[KNOWN] == known
    other = TestClient(team.app, client=("192.0.2.7", 1))
    assert log_in(other).status_code == 303, "nor does another place"


def test_a_name_tried_from_many_places_is_slow_but_open(team: TestClient) -> None:
    answers = [
        log_in(TestClient(team.app, client=(f"198.51.100.{n}", 1)), password=WRONG)
        for n in range(FREE_NAME + 3)
    ]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) <= 30
    assert log_in(TestClient(team.app, client=("192.0.2.8", 1)), "나읽음").status_code == 303


def test_many_at_once_are_no_way_around(team: TestClient) -> None:
    form = {"token": token(team), "name": "나관리", "password": WRONG}
    codes = [team.post("/login", data=form).status_code for _ in range(FREE + 10)]
    assert codes.count(401) == FREE


def test_the_old_password_is_not_guessed_from_a_stolen_session(team: TestClient) -> None:
    log_in(team)
    for _ in range(FREE + 1):
        form = {"token": token(team, "/account"), "old": WRONG, "new": PASSWORD}
        answer = team.post("/account/password", data=form)
    assert answer.status_code == 422
    assert "초 뒤에" in answer.text


def test_secrets_are_in_no_log(
    location: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "비밀번호-다른것-1234"  # noqa: S105 - of a test
    with TestClient(create_app(location, team=True), raise_server_exceptions=False) as client:
        log_in(client, password=secret)
        log_in(client)
        form = {"token": token(client, "/account"), "label": "열쇠", "role": "feed"}
        page = client.post("/account/token", data=form).text
        key = page.partition('class="secret">')[2].partition("<")[0]
        form = {"token": form["token"], "old": secret, "new": secret}
        client.post("/account/password", data=form)
        TestClient(client.app).get(f"/events.atom?key={key}")
        TestClient(client.app).get("/api/v1/events", headers={"authorization": f"Bearer {key}x"})
        session, seed = client.cookies[SESSION_COOKIE], client.cookies[COOKIE]
        # An error is logged with what went wrong, not with what was sent
        client.app.state.throttle = None  # type: ignore[attr-defined]
        assert log_in(TestClient(client.app, raise_server_exceptions=False)).status_code == 500
    ledger = Ledger.open(location)
    with ledger.reading() as opened:
        known = accounts.known_browser(opened, "나관리") or ""
    ledger.close()
    lines = [r for r in caplog.records if not r.name.startswith("httpx2")]  # the client's own
    written = "\n".join(caplog.handler.format(r) for r in lines) + "".join(capfd.readouterr())
    assert "AttributeError" in written
    for value in (secret, PASSWORD, key, session, seed, known):
        assert value
        assert value not in written
