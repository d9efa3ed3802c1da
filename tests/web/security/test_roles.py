"""Every route for everybody: who may do what, from the site's own table of routes."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from haengbo.ledger import accounts
from haengbo.ledger.accounts import Role
from haengbo.web.api.service import PLACE
from web.accounts.conftest import PASSWORD, token
from web.markup import parsed, strings
from web.routing import table
from web.security.conftest import Hostile
from web.security.hostile import MARK

PEOPLE = ("nobody", "reader", "editor", "admin")
KEYS = ("none", "wrong", "feed", "reader", "editor", "admin")
#: Least role for each route that is not “whoever is logged in reads”.
LEAST = {
    ("GET", "/login"): "nobody",
    ("POST", "/login"): "nobody",
    ("POST", "/logout"): "reader",
    ("POST", "/account/password"): "reader",
    ("POST", "/account/token"): "reader",
    ("POST", "/account/revoke"): "reader",
    ("POST", "/account/end"): "reader",
    ("GET", "/accounts"): "admin",
    ("GET", "/accounts.csv"): "admin",
    ("GET", "/accounts/keys.csv"): "admin",
    ("GET", "/accounts/audit.csv"): "admin",
    ("POST", "/accounts/{what}"): "admin",
    ("POST", "/decide/{kind}"): "editor",
    ("POST", "/import"): "editor",
    ("POST", "/import/{number}/stop"): "editor",
    ("POST", "/views"): "editor",
    ("POST", PLACE + "/decisions"): "editor",
}
ROUTES = table()
#: A route of each kind stands for what is refused before it is looked up.
_LEFT_OUT = re.compile(r"/logout|/account/(password|end)|/login")


def least(method: str, path: str) -> str:
    """Who may use a route: as written above, else whoever reads; what writes is written above."""
    return LEAST.get((method, path)) or {"GET": "reader"}[method]


def test_every_route_has_its_role() -> None:
    assert len(ROUTES) > 70
    assert all(least(method, path) in PEOPLE for method, path in ROUTES)
    assert set(LEAST) <= set(ROUTES), "a role for a route that is gone"


def sent(client: TestClient, method: str, path: str, **headers: str) -> Response:
    """A request with a form's token where one is needed, nothing decided by it."""
    if method == "GET":
        return client.get(path, headers=headers, follow_redirects=False)
    if path.startswith(PLACE):
        wish = {"event": "e0", "kind": "confirm"}
        return client.post(path, json=wish, headers=headers)
    form = {"token": token(client, "/login"), "name": "없음"}
    return client.post(path, data=form, headers=headers, follow_redirects=False)


def allowed(answer: Response) -> bool:
    """Whether somebody was let through: what came then may be missing or refused as wrong."""
    if answer.status_code in {401, 403}:
        return False
    led = answer.headers.get("location", "")
    return not (answer.status_code == 303 and led.startswith("/login"))


@pytest.mark.parametrize("who", PEOPLE)
def test_people(hostile: Hostile, who: str) -> None:
    client, wrong = hostile.clients[who], []
    for method, path in ROUTES:
        if _LEFT_OUT.search(path) and method == "POST":
            continue
        may = PEOPLE.index(who) >= PEOPLE.index(least(method, path))
        if method == "POST" and path.startswith(PLACE):
            may = False  # a browser writes by the forms of the site
        answer = sent(client, method, hostile.path(path).replace("{what}", "dance"))
        if allowed(answer) != may or answer.status_code >= 500:
            wrong.append((method, path, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("key", KEYS)
def test_programs(hostile: Hostile, key: str) -> None:
    secret = hostile.tokens.get(key, "haengbo_wrong")
    headers = {} if key == "none" else {"authorization": f"Bearer {secret}"}
    client, wrong = TestClient(hostile.clients["nobody"].app), []
    roles = [role.value for role in Role]
    for method, path in ROUTES:
        if _LEFT_OUT.search(path):
            continue
        rank = roles.index(key) if key in roles else -1
        may = path.startswith(PLACE) and rank >= roles.index(least(method, path))
        answer = sent(client, method, hostile.path(path), **headers)
        if allowed(answer) != may or answer.status_code >= 500:
            wrong.append((method, path, answer.status_code))
    assert wrong == []


def test_a_key_of_a_feed_opens_feeds_and_nothing_else(hostile: Hostile) -> None:
    client = TestClient(hostile.clients["nobody"].app)
    key = hostile.tokens["feed"]
    opened = []
    for method, path in ROUTES:
        if method == "GET" and not path.startswith(PLACE) and path != "/login":
            answer = client.get(f"{hostile.path(path)}?key={key}", follow_redirects=False)
            opened += [path] if allowed(answer) else []
    assert opened == ["/alerts/{name}.atom", "/events.atom"]
    feed = client.get(f"/events.atom?key={key}&who=x")
    assert key not in feed.text, "what is passed on does not open anything"
    assert feed.headers["cache-control"] == "private, no-store"
    for other in ("reader", "admin"):
        answer = client.get(f"/events.atom?key={hostile.tokens[other]}", follow_redirects=False)
        assert answer.status_code == 303, "other keys do not belong into addresses"
    posted = client.post(f"/decide/confirm?key={key}", data={"token": token(client)})
    assert posted.status_code == 401


def test_a_revoked_key_opens_no_feed(hostile: Hostile) -> None:
    reader = hostile.clients["reader"]
    form = {"token": token(reader, "/account"), "label": "읽개", "role": "feed"}
    page = reader.post("/account/token", data=form)
    (secret,) = strings(parsed(page.text), "//code[@class='secret']/text()")
    client = TestClient(reader.app)
    assert client.get(f"/events.atom?key={secret}").status_code == 200
    (number,) = strings(parsed(page.text), "//input[@name='number']/@value")
    reader.post("/account/revoke", data={"token": token(reader, "/account"), "number": number})
    assert client.get(f"/events.atom?key={secret}", follow_redirects=False).status_code == 303


def test_what_belongs_to_others_is_out_of_reach(hostile: Hostile) -> None:
    """By number, by key or by name: another's key, browser, view and password."""
    editor, admin = hostile.clients["editor"], hostile.clients["admin"]
    with hostile.ledger.reading() as session:
        (of_admin,) = accounts.sessions_of(session, "나관리")
        number = accounts.tokens(session, "나관리")[0].id
    sent_token = token(editor, "/account")
    answer = editor.post("/account/revoke", data={"token": sent_token, "number": str(number)})
    assert answer.status_code == 422
    editor.post("/account/end", data={"token": sent_token, "key": of_admin.key})
    editor.post("/views", data={"token": sent_token, "forget": f"나관리\t{MARK}"})
    assert admin.get("/account", follow_redirects=False).status_code == 200
    for role in ("admin", "editor", "nonsense"):
        reader = hostile.clients["reader"]
        form = {"token": token(reader, "/account"), "label": "x", "role": role}
        made = reader.post("/account/token", data=form)
        assert made.status_code == 422, "a key does no more than its account"
    with hostile.ledger.reading() as session:
        assert accounts.tokens(session, "나관리")[0].revoked is None


def test_nobody_is_made_a_feed(hostile: Hostile) -> None:
    admin = hostile.clients["admin"]
    form = {"token": token(admin, "/accounts"), "name": "피드", "password": PASSWORD}
    assert admin.post("/accounts/add", data=form | {"role": "feed"}).status_code == 422
    change = {"token": form["token"], "name": "나읽음", "role": "feed"}
    assert admin.post("/accounts/role", data=change).status_code == 422


def test_no_form_is_taken_without_its_token_whoever_sends_it(hostile: Hostile) -> None:
    for method, path in ROUTES:
        if method != "POST" or path.startswith(PLACE):
            continue
        address = hostile.path(path).replace("{what}", "add").replace("{kind}", "confirm")
        for data in ({}, {"token": "0" * 64}, {"token": token(hostile.clients["reader"])}):
            answer = hostile.clients["admin"].post(address, data=data, follow_redirects=False)
            assert answer.status_code == 403, (path, data)
