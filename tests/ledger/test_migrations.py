"""A ledger of every earlier schema, full of what it could hold, opened by the present code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from campaigns.crash.checking import check_index, faults
from campaigns.crash.contents import Rows, contents, differing
from campaigns.older import made_older
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, accounts, decisions, intake
from haengbo.ledger.decisions import By
from haengbo.ledger.opening import HEAD, MIGRATIONS
from haengbo.model.decision import DecisionKind
from haengbo.pipeline import collate, ingest
from ledger.test_resuming import few_pages

REVISIONS = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("0*.py"))
#: Since when there are tables of what people made that is no page.
SINCE = {
    **dict.fromkeys(("accounts", "audit", "sessions", "tokens"), "0006"),
    # Of what was there then; the line of the audit came with the accounts
    "seals": "0006",
}


@pytest.fixture(scope="module")
def full(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some samples with decisions of several kinds and an account."""
    path = tmp_path_factory.mktemp("full") / "annals.db"
    ledger = Ledger.open(path)
    ingest(ledger, few_pages(), knowledge)
    by = By("나기록", "확인")
    one, other, third = (line.id for line in ledger.events(size=3).items)
    with ledger.writing() as session:
        decisions.correct(session, one, "place", "시험시", by)
        decisions.merge(session, other, third, by)
        decisions.annotate(session, one, DecisionKind.NOTE, "볼 것", by)
        decisions.undo(session, 3, by)
        accounts.add_account(session, "나기록", "긴 시험용 암호 하나", accounts.Role.EDITOR, "시험")
    collate(ledger, knowledge)
    ledger.close()
    return path


def found_in(path: Path) -> dict[str, Rows]:
    ledger = Ledger.open(path)
    try:
        with ledger.reading() as session:
            assert faults(session) == []
            assert session.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
            found = contents(session)
        with ledger.writing() as session:
            check_index(session)
        return found
    finally:
        ledger.close()


@pytest.fixture(scope="module")
def expected(full: Path) -> dict[str, Rows]:
    return found_in(full)


def test_the_newest_schema_is_among_them() -> None:
    assert REVISIONS[-1] == HEAD


@pytest.mark.parametrize("revision", REVISIONS)
def test_nothing_is_lost_from_any_schema(
    revision: str, full: Path, expected: dict[str, Rows], tmp_path: Path, knowledge: Knowledge
) -> None:
    path = tmp_path / "old.db"
    shutil.copyfile(full, path)
    made_older(str(path), revision)
    ledger = Ledger.open(path)
    # What the old schema could not tell is made anew from the readings, as after an ingest
    with ledger.writing() as session:
        intake.mark_dirty(session, [page for page, *_ in expected["pages"]])
    collate(ledger, knowledge)
    ledger.close()
    could_be_held = {
        name: rows for name, rows in expected.items() if SINCE.get(name, "0001") <= revision
    }
    assert differing(could_be_held, found_in(path)) == []


def test_a_ledger_that_waited_in_an_old_schema_takes_decisions(full: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copyfile(full, path)
    made_older(str(path), "0001")
    ledger = Ledger.open(path)
    before = ledger.decisions()
    with ledger.writing() as session:
        number = decisions.undo(session, 1, By("나기록"))
    assert number == len(before) + 1
    assert [view.id for view in ledger.decisions()] == [number, *(view.id for view in before)]
    ledger.close()
