"""A few readers, two editors, an ingest at once; ``make load`` has fifty and five for minutes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from campaigns.load.__main__ import Plan, run
from campaigns.load.checking import faults
from campaigns.load.tally import Acknowledged, Tally, share
from haengbo.ledger import Ledger, accounts, decisions
from haengbo.ledger.accounts import Role
from haengbo.ledger.decisions import By
from haengbo.model.decision import DecisionKind

SMALL = Plan(
    readers=6,
    editors=2,
    minutes=0.05,
    alone=0.5,
    pause=0.2,
    thought=0.1,
    pages=0,
    batch=8,
)


def test_nothing_fails_and_nothing_is_lost(sample_location: str, tmp_path: Path) -> None:
    (tmp_path / "crowd.db").write_bytes(Path(sample_location).read_bytes())
    result = run(SMALL, "sqlite", tmp_path)
    assert not result.faults
    assert not result.alone.failures
    assert not result.crowd.failures
    assert result.crowd.acknowledged, "something was decided meanwhile"
    assert result.crowd.answers > SMALL.readers, "and read"
    assert result.taken >= SMALL.batch, "and taken in"


@pytest.fixture
def decided(sample_location: str, tmp_path: Path) -> tuple[str, Tally, int]:
    """A ledger with a decision, and what was said of it."""
    location = str(tmp_path / "annals.db")
    Path(location).write_bytes(Path(sample_location).read_bytes())
    ledger = Ledger.open(location)
    event = next(iter(ledger.all_events())).id
    with ledger.writing() as session:
        accounts.add_account(session, "admin", "가나다라마바사아자차", Role.ADMIN, "test")
        number = decisions.annotate(session, event, DecisionKind.NOTE, "말", By("나", "까닭"))
    pages = ledger.totals().pages
    ledger.close()
    return location, Tally(acknowledged=[Acknowledged(number, "나", "까닭")], sent={"까닭"}), pages


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE decisions SET why = 'x'", "acknowledged and not there"),
        ("UPDATE decisions SET who = 'x'", "audit: "),
        (
            (
                "INSERT INTO decisions SELECT 9, made, who, why, kind, event, record, undoes"
                " FROM decisions"
            ),
            "there 2 times",
        ),
    ],
)
def test_what_was_lost_is_found(
    statement: str, fault: str, decided: tuple[str, Tally, int]
) -> None:
    location, tally, pages = decided
    assert not faults(location, tally, pages)
    assert faults(location, tally, pages + 1) == [f"{pages} pages of {pages + 1}"]
    ledger = Ledger.open(location)
    with ledger.writing() as session:
        session.execute(text(statement))
    ledger.close()
    assert any(fault in found for found in faults(location, tally, pages))


def test_shares() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert [share(values, part) for part in (0.5, 0.95, 0.99)] == [51, 96, 100]
    assert share([], 0.5) == 0
