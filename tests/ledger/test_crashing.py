"""A kill of each kind of the crash campaign, on both databases; ``make crash``: by the hundred."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from campaigns.crash.checking import faults
from campaigns.crash.contents import Rows, contents
from haengbo.ledger import Ledger
from haengbo.ledger.decisions import By, record, undo
from haengbo.ledger.intake import put
from haengbo.model.decision import Decision, DecisionKind
from ledger.building import make_intake, make_page

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("database", "operations"),
    [
        (
            "sqlite",
            ["ingest", "reread", "collation", "decisions", "removal", "reindex", "migration"],
        ),
        ("postgresql", ["ingest", "decisions"]),
    ],
)
def test_nothing_is_lost_or_twice_when_killed(database: str, operations: list[str]) -> None:
    # A process of its own: children are forked from one that has no threads
    done = subprocess.run(  # noqa: S603 - our own module
        [
            *(sys.executable, "-W", "ignore", "-m", "campaigns.crash"),
            *("--database", database, "--kills", "1", "--jobs", "2", "--only", *operations),
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == len(operations), "one line each"
    assert all("faults   0" in line for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE readings SET superseded = 'x'", "articles whose reading is not the present one"),
        ("INSERT INTO search (rowid, page, words) VALUES (999, 'none', 'x')", "without an article"),
        ("UPDATE reports SET event = 'none'", "reports of events that are not there"),
        (
            "INSERT INTO event_counts VALUES ('2025-06', 1, 'A', '', 'occurred', '', 3)",
            "event_counts count 3 of 0",
        ),
    ],
)
def test_the_check_finds_what_is_wrong(statement: str, fault: str, tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "annals.db")
    with ledger.writing() as session:
        put(session, make_intake(make_page("p")))
        assert faults(session) == []
        session.execute(text(statement))
        assert any(fault in said for said in faults(session))
    ledger.close()


def test_numbers_of_decisions_are_compared_by_their_order(tmp_path: Path) -> None:
    # PostgreSQL never gives the number of a decision that was not committed to another one
    def decided(name: str, gap: int) -> dict[str, Rows]:
        ledger = Ledger.open(tmp_path / name)
        with ledger.writing() as session:
            for kind in (DecisionKind.NOTE, DecisionKind.TAG):
                record(session, Decision(kind, (), value="볼 것", who="나기록"), None)
            undo(session, 1, By("나기록", "시험"))
            session.execute(text("PRAGMA defer_foreign_keys = ON"))
            for change in ("decisions SET id = id + :gap", "seals SET row = row + :gap"):
                session.execute(text(f"UPDATE {change}"), {"gap": gap})
            session.execute(text("UPDATE decisions SET undoes = undoes + :gap"), {"gap": gap})
        with ledger.reading() as session:
            found = contents(session)
        ledger.close()
        return found

    assert decided("plain.db", 0) == decided("gap.db", 10)
    assert [row[-1] for row in decided("other.db", 5)["decisions"]] == [None, None, 1]
