"""What a scanner looks at first, on every route: headers, methods, redirects, errors, hosts."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from web.accounts.conftest import PASSWORD, token
from web.routing import table
from web.security.conftest import Hostile

GETS = [path for method, path in table() if method == "GET"]
#: What every answer says, whatever it is.
ALWAYS = {
    "x-content-type-options": r"nosniff",
    "x-frame-options": r"SAMEORIGIN",
    "referrer-policy": r"same-origin",
    "cross-origin-opener-policy": r"same-origin",
    "cross-origin-resource-policy": r"same-origin",
    "permissions-policy": r"camera=\(\).*",
    "content-security-policy": r".*default-src 'none';.*frame-ancestors '(none|self)'.*",
    "cache-control": r"private, no-(store|cache)",
}
#: Only captures and drawings bring a style of their own, inside a policy that lets nothing else in.
OWN_STYLE = re.compile(r"/capture/|\.(svg|png)$")


@pytest.mark.parametrize("role", ["nobody", "admin"])
def test_headers_of_every_answer(hostile: Hostile, role: str) -> None:
    for path in GETS:
        answer = hostile.clients[role].get(hostile.path(path), follow_redirects=False)
        for name, wanted in ALWAYS.items():
            assert re.fullmatch(wanted, answer.headers.get(name, "")), (path, name)
        policy = answer.headers["content-security-policy"]
        assert "unsafe-eval" not in policy
        assert "script-src 'unsafe" not in policy
        if not OWN_STYLE.search(path):
            assert "unsafe-inline" not in policy, path
        for name in ("server", "x-powered-by"):
            assert name not in answer.headers, path


def test_captures_run_nothing_and_are_framed_by_us_alone(hostile: Hostile) -> None:
    answer = hostile.clients["admin"].get(f"/capture/{hostile.keys['sha256']}")
    policy = {p.strip() for p in answer.headers["content-security-policy"].split(";")}
    assert {"sandbox", "default-src 'none'", "frame-ancestors 'self'"} <= policy
    assert not any(part.startswith(("script-src", "sandbox allow")) for part in policy)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/static/../app.py",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/article/../../../etc/passwd",
        "/capture/..%2f..%2fetc%2fpasswd",
        "/static//etc/passwd",
        "/static/fonts/..%5c..%5capp.py",
    ],
)
def test_no_path_leaves_its_folder(hostile: Hostile, path: str) -> None:
    text = hostile.clients["admin"].get(path).text
    assert "root:" not in text
    assert "def create_app" not in text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(hostile: Hostile, method: str) -> None:
    for path in ("/", "/accounts", "/static/haengbo.css", "/api/v1/events"):
        answer = hostile.clients["admin"].request(method, path)
        assert answer.status_code in {401, 403, 405, 501}, (method, path)


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/%09/evil.example",
        "\t//evil.example",
        "javascript:alert(1)",
        "/x\r\nLocation: https://evil.example",
        "///evil.example",
        "@evil",
    ],
)
def test_no_login_leads_away(hostile: Hostile, where: str) -> None:
    client = TestClient(hostile.clients["nobody"].app)
    form = {"token": token(client), "name": "나읽음", "password": PASSWORD, "next": where}
    answer = client.post("/login", data=form, follow_redirects=False)
    assert answer.status_code == 303
    led = answer.headers["location"]
    assert led.startswith("/")
    assert not led.startswith(("//", "/\\"))
    assert "\n" not in led


@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.evil.example", "testserver@evil.example", "127.0.0.1.nip.io", ""],
)
def test_other_host_names_are_refused(hostile: Hostile, host: str) -> None:
    for path in ("/", "/login", "/api/v1/events", "/static/haengbo.css"):
        answer = hostile.clients["admin"].get(path, headers={"host": host}, follow_redirects=False)
        assert answer.status_code == 400, path


def test_no_header_of_a_proxy_changes_addresses(hostile: Hostile) -> None:
    headers = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}
    for path in ("/", "/events.atom", "/api/v1/events", "/login"):
        answer = hostile.clients["admin"].get(path, headers=headers)
        assert "evil.example" not in answer.text.replace("//evil.example/?", ""), path


def test_errors_tell_nothing_of_the_inside(hostile: Hostile) -> None:
    for path in ("/event/x", "/article/x", "/nothing", "/api/v1/events/x", "/import/99", "/tour/x"):
        answer = hostile.clients["admin"].get(path)
        assert answer.status_code in {400, 404, 422}, path
        for word in ("Traceback", "site-packages", "sqlalchemy", "/src/"):
            assert word not in answer.text, path


def test_forms_are_not_remembered_by_others(hostile: Hostile) -> None:
    page = hostile.clients["nobody"].get("/login").text
    assert 'autocomplete="current-password"' in page
    assert 'method="post"' in page.lower()
