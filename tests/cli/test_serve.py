"""A site that nobody logs into is for this machine only."""

from __future__ import annotations

from pathlib import Path

import pytest

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
