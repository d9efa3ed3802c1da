"""A site that nobody logs into is for this machine only."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.cli.serve import loopback, run_site
from haengbo.errors import UsageError


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.0.0.53", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104 - the case in question
        ("::", False),
        ("192.168.0.7", False),
        ("haengbo.example", False),
        ("", False),
    ],
)
def test_what_is_this_machine(host: str, expected: bool) -> None:
    assert loopback(host) is expected


def test_others_are_kept_out(tmp_path: Path) -> None:
    ledger = tmp_path / "annals.db"
    with pytest.raises(UsageError, match="이 컴퓨터에서만"):
        run_site(str(ledger), "192.168.0.7", 8350)
    assert not ledger.exists()


def test_a_team_needs_an_admin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = str(tmp_path / "team.db")
    with pytest.raises(UsageError, match="관리자가 없다"):
        run_site(ledger, "127.0.0.1", 8350, team=True)
    runner = CliRunner()
    password = "가나다라마바사아자차\n"  # noqa: S105 - of a test
    asked = ["accounts", "add", "나관리", "--role", "admin", "--password-stdin"]
    made = runner.invoke(app, [*asked, "--ledger", ledger], input=password)
    assert made.output == "나관리: admin\n"
    key = runner.invoke(app, ["accounts", "token", "나관리", "시험", "--ledger", ledger])
    assert key.output.startswith("haengbo_")
    listed = runner.invoke(app, ["accounts", "list", "--ledger", ledger])
    assert "나관리" in listed.output
    served: list[tuple[str, bool]] = []

    def note(_app: object, host: str, timeout_keep_alive: int, **_: object) -> None:
        # nginx keeps a connection to a server behind it open for 60 seconds
        served.append((host, timeout_keep_alive > 60))

    monkeypatch.setattr("uvicorn.run", note)
    run_site(ledger, "0.0.0.0", 8350, team=True)  # noqa: S104 - the case in question
    assert served == [("0.0.0.0", True)]  # noqa: S104
