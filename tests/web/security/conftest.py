"""A team's site over one small ledger in which every field that others fill in means harm."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role
from haengbo.web.app import create_app
from web.accounts.conftest import NAMES, PASSWORD, token
from web.security.hostile import MARK, MARKUP, fill

#: Who may be at a browser or a program; ``None`` is nobody.
SESSIONS = {"reader": "나읽음", "editor": "나엮음", "admin": "나관리"}


@dataclass(frozen=True, slots=True)
class Hostile:
    """The ledger, a browser for each role, what addresses are filled with, a key of each role."""

    ledger: Ledger
    clients: dict[str, TestClient]
    keys: dict[str, str]
    tokens: dict[str, str]

    def path(self, pattern: str) -> str:
        """An address of a route with what the ledger holds."""
        for name, value in self.keys.items():
            pattern = pattern.replace(f"{{{name}}}", value)
        return pattern


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[Hostile]:
    location = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    ledger = Ledger.open(location)
    keys = fill(ledger, knowledge)
    tokens = {}
    with ledger.writing() as session:
        for name, role in NAMES.items():
            accounts.add_account(session, name, PASSWORD, role, "시험")
        for role in Role:
            tokens[role.value] = accounts.add_token(session, "나관리", role.value, role)
    app = create_app(location, team=True)
    with TestClient(app) as client:
        clients = {role: _entered(TestClient(app), name) for role, name in SESSIONS.items()}
        _import(clients["editor"])
        yield Hostile(ledger, {"nobody": client} | clients, keys, tokens)
    ledger.close()


def _entered(client: TestClient, name: str) -> TestClient:
    form = {"token": token(client), "name": name, "password": PASSWORD}
    assert client.post("/login", data=form, follow_redirects=False).status_code == 303
    return client


def _import(client: TestClient) -> None:
    """A file whose name means harm, one that cannot be read, and words that were pasted."""
    name = f"{MARKUP.replace('/', '_')}.html"
    files = [
        ("files", (name, b"<title>x</title><p>x</p>", "text/html")),
        ("files", (f"{MARK}\r\nX-Evil: 1<b>.zip", b"PK\x03\x04 no archive", "application/zip")),
    ]
    form = {"token": token(client, "/import"), "outlet": MARKUP, "text": MARKUP}
    answer = client.post("/import", data=form, files=files, follow_redirects=False)
    assert answer.headers["location"] == "/import/1"
    for _ in range(600):
        if 'data-ended="0"' not in client.get("/import/1?part=1").text:
            return
        time.sleep(0.05)
    raise AssertionError("the import does not end")
