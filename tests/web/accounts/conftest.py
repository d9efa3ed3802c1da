"""A team's site over a copy of the samples."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role
from haengbo.web.app import create_app

PASSWORD = "가나다라마바사아자차"  # noqa: S105 - of a test
NAMES = {"나읽음": Role.READER, "나엮음": Role.EDITOR, "나관리": Role.ADMIN}
Entering = Callable[[str], TestClient]


@pytest.fixture
def location(sample_location: str, tmp_path: Path) -> str:
    """A ledger with an account of each role."""
    copied = str(shutil.copy(sample_location, tmp_path / "team.db"))
    ledger = Ledger.open(copied)
    with ledger.writing() as session:
        for name, role in NAMES.items():
            accounts.add_account(session, name, PASSWORD, role, "시험")
    ledger.close()
    return copied


@pytest.fixture
def team(location: str) -> Iterator[TestClient]:
    """The site, nobody logged in."""
    with TestClient(create_app(location, team=True)) as client:
        yield client


def token(client: TestClient, page: str = "/login") -> str:
    return client.get(page).text.partition('name="token" value="')[2].partition('"')[0]


@pytest.fixture
def entering(team: TestClient) -> Entering:
    """Logs somebody in, whoever was there before."""

    def enter(name: str) -> TestClient:
        team.cookies.clear()
        form = {"token": token(team), "name": name, "password": PASSWORD, "next": "/queue"}
        answer = team.post("/login", data=form, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/queue")
        return team

    return enter
