"""A PostgreSQL server that is killed: whoever wrote is told, what was acknowledged is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from campaigns.databases import Running, running
from haengbo.cli import start
from haengbo.errors import LedgerError
from haengbo.ledger import Ledger
from haengbo.ledger.dialects import insert_rows
from haengbo.ledger.intake import put
from haengbo.ledger.refusals import reason_of
from haengbo.ledger.tables import EventPartRow
from haengbo.web.app import create_app
from ledger.building import make_intake, make_page

GONE = "데이터베이스 서버와 끊겼다"


pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.fixture
def server() -> Iterator[Running]:
    with running() as started:
        yield started


def test_a_server_that_is_killed(
    server: Running,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("배추 값 들썩\n\n배추 값이 올랐다고 시장 상인이 말했다.\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["haengbo", "ingest", str(page), "--ledger", server.address])
    ledger = Ledger.open(server.address)
    with ledger.writing() as session:
        put(session, make_intake(make_page("p0")))
    with TestClient(create_app(server.address), raise_server_exceptions=False) as site:
        assert site.get("/pages").status_code == 200
        with pytest.raises(LedgerError, match=GONE):
            _killed_while_writing(ledger, server)
        answer = site.get("/pages")
        assert answer.status_code == 503
        assert "장부에 닿을 수 없다" in answer.text
        with pytest.raises(SystemExit) as ended:
            start.main()
        assert ended.value.code == 2
        said = capsys.readouterr().err
        assert GONE in said
        assert "Traceback" not in said
        server.restarted()
        assert site.get("/pages").status_code == 200
    assert ledger.page("p0") is not None, "what was acknowledged is there"
    assert ledger.page("p1") is None, "what was not committed is not"
    with pytest.raises(LedgerError, match=GONE):
        _killed_before_many_rows(ledger, server)
    ledger.close()


def _killed_while_writing(ledger: Ledger, server: Running) -> None:
    with ledger.writing() as session:
        put(session, make_intake(make_page("p1")))
        server.killed()


def _killed_before_many_rows(ledger: Ledger, server: Running) -> None:
    with ledger.writing() as session:
        connection = session.connection()
        server.killed()
        rows = [{c.name: 1 for c in EventPartRow.__table__.columns}] * 60
        insert_rows(connection, EventPartRow.__table__, rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "said", "gone", "why"),
    [
        (None, "connection failed: refused", True, "nobody answers"),
        (None, "unable to open database file", False, "SQLite's file"),
        ("SELECT 1", "database is locked", False, "a refusal while it is there"),
        (None, "", False, "nothing said"),
    ],
)
def test_what_is_told(statement: str | None, said: str, gone: bool, why: str) -> None:
    error = OperationalError(statement, None, Exception(said))
    assert (GONE in reason_of(error)) is gone, why
    assert reason_of(error).strip()
