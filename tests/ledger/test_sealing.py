"""Whatever is done to decisions and the audit behind haengbo's back is found."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.errors import UsageError
from haengbo.ledger import Ledger, accounts, decisions, erasing, sealing
from haengbo.ledger.accounts import Role
from haengbo.ledger.audit import note
from haengbo.ledger.backups import back_up, described, restore
from haengbo.ledger.decisions import By
from haengbo.ledger.intake import put
from haengbo.ledger.opening import migrate
from haengbo.ledger.sealing import Head
from haengbo.model.decision import Decision, DecisionKind
from ledger.building import make_intake, make_page

PASSWORD = "가나다라마바사아자차"  # noqa: S105 - of a test
HEAD = f"1:{'0' * 64}"
Tamper = Callable[[Session], object]


def written(location: str) -> Ledger:
    """A ledger with three decisions and three lines about accounts."""
    ledger = Ledger.open(location)
    with ledger.writing() as session:
        put(session, make_intake(make_page("p1")))
        for name in ("나관리", "나엮음"):
            accounts.add_account(session, name, PASSWORD, Role.ADMIN, "시험")
    for number in range(3):
        with ledger.writing() as session:
            decision = Decision(DecisionKind.NOTE, (), value=f"{number}", who="가", why="까닭")
            decisions.record(session, decision, None)
    with ledger.writing() as session:
        note(session, "나관리", "log-in")
    return ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = written(str(tmp_path / "a.db"))
    yield opened
    opened.close()


def faults(ledger: Ledger, *known: Head) -> tuple[str, ...]:
    with ledger.reading() as session:
        return sealing.verify(session, known).faults


def newest(ledger: Ledger) -> Head:
    with ledger.reading() as session:
        found = sealing.head(session)
    assert found is not None
    return found


def sql(*statements: str) -> Tamper:
    return lambda session: [session.execute(text(one)) for one in statements]


def test_what_nobody_touched_is_whole(ledger: Ledger) -> None:
    before = newest(ledger)
    with ledger.writing() as session:
        decisions.undo(session, 2, By("나", "잘못"))
    assert faults(ledger, before) == ()
    with ledger.reading() as session:
        found = sealing.verify(session)
    assert (found.decisions, found.notes, found.erased) == (4, 3, 0)
    assert found.head == newest(ledger)
    assert Head.parse(str(found.head)) == found.head


_FORGED = (
    "INSERT INTO decisions (id, made, who, why, kind, record) "
    "VALUES (9, '2020', '나', '', 'note', '{}')"
)
_SWAP = (
    "UPDATE decisions SET id = 99 WHERE id = 1",
    "UPDATE decisions SET id = 1 WHERE id = 2",
    "UPDATE decisions SET id = 2 WHERE id = 99",
)


@pytest.mark.parametrize(
    ("tamper", "said", "why"),
    [
        (sql("UPDATE decisions SET who = '다' WHERE id = 2"), "결정 2번이 적은 뒤에", "who"),
        (sql("UPDATE decisions SET made = '2020' WHERE id = 2"), "결정 2번이", "when"),
        (sql("UPDATE decisions SET why = '' WHERE id = 1"), "결정 1번이", "why"),
        (sql("UPDATE decisions SET undoes = 1 WHERE id = 3"), "결정 3번이", "an undo of its own"),
        (sql("UPDATE decisions SET record = record || ' '"), "결정 1번이", "what"),
        (sql("UPDATE audit SET about = '' WHERE id = 1"), "한 일 1번이", "the audit"),
        (sql("DELETE FROM decisions WHERE id = 2"), "결정 2번이 지워졌다", "deletion"),
        (sql("DELETE FROM decisions WHERE id = 3"), "결정 3번이 지워졌다", "of the last"),
        (sql("DELETE FROM audit WHERE id = 3"), "한 일 3번이 지워졌다", "deletion"),
        (sql(_FORGED), "결정 9번에 봉인이 없다", "one put in"),
        (sql(*_SWAP), "결정 1번이 적은 뒤에", "another order"),
        (
            sql("DELETE FROM decisions WHERE id = 2", "DELETE FROM seals WHERE id = 4"),
            "봉인 4번이 없다",
            "deletion with its seal",
        ),
        (
            sql("DELETE FROM audit WHERE id = 3", "DELETE FROM seals WHERE id = 6"),
            "끝이 적어 둔 곳과 다르다",
            "the tail with its seal",
        ),
        (sql("DELETE FROM seals"), "끝이 적어 둔 곳과 다르다", "all seals"),
        (sql("UPDATE seals SET content = frame WHERE id = 2"), "봉인 2번이", "a seal"),
        (
            sql("UPDATE seals SET kind = 'erased' WHERE id = 6"),
            "봉인 6번이",
            "a seal said to be another kind",
        ),
    ],
)
def test_what_was_touched_is_found(ledger: Ledger, tamper: Tamper, said: str, why: str) -> None:
    with ledger.writing() as session:
        tamper(session)
    assert any(said in fault for fault in faults(ledger)), why


def test_a_row_made_anew_is_told_by_a_head_of_before(ledger: Ledger) -> None:
    before = newest(ledger)
    with ledger.writing() as session:
        sql("UPDATE decisions SET who = '다' WHERE id = 1", "DELETE FROM seals")(session)
        session.execute(text("DELETE FROM settings WHERE name = 'sealed'"))
        sealing.seal_all(session)
    assert faults(ledger) == (), "whoever makes every seal anew leaves no trace in the ledger"
    assert faults(ledger, before) == (f"알려진 머리가 장부에 없다: {before}",)


def test_a_removed_page_leaves_decisions_sealed(ledger: Ledger) -> None:
    with ledger.writing() as session:
        key = session.scalar(text("SELECT id FROM statements"))
        decisions.reject_statement(session, str(key), By("나", "아니다"))
    before = newest(ledger)
    with ledger.writing() as session:
        erasing.erase(session, "p1", By("나관리", "부탁"))
    with ledger.reading() as session:
        found = sealing.verify(session, [before])
        record = str(session.scalar(text("SELECT record FROM decisions WHERE id = 4")))
    assert (found.faults, found.erased) == ((), 1)
    assert "지지한다" not in record
    with ledger.writing() as session:
        session.execute(text("UPDATE pages SET erased = NULL"))
    assert any("지운 쪽이 없다" in fault for fault in faults(ledger))


def test_many_who_write_at_once_make_one_row(ledger: Ledger) -> None:
    def write(name: str) -> None:
        for number in range(8):
            with ledger.writing() as session:
                note(session, name, "log-in", f"{number}")

    writers = [threading.Thread(target=write, args=(f"나{n}",)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults(ledger) == ()
    assert newest(ledger).number == 6 + 32


def test_a_ledger_of_before_is_sealed_as_it_stands(tmp_path: Path) -> None:
    location = tmp_path / "old.db"
    old = create_engine(f"sqlite:///{location}")
    with old.connect() as connection:
        migrate(connection, "0009")
        for number in (1, 2):
            values = {"i": number, "m": f"2025-01-0{3 - number}"}
            connection.execute(text(_DECISION), values)
            connection.execute(text(_NOTE), values)
        connection.commit()
    old.dispose()
    again = Ledger.open(str(location))
    assert faults(again) == ()
    assert newest(again).number == 4
    with again.writing() as session:
        session.execute(text("DELETE FROM decisions WHERE id = 1"))
    assert "결정 1번이 지워졌다" in faults(again)
    again.close()


_DECISION = """
    INSERT INTO decisions (id, made, who, why, kind, record) VALUES (:i, :m, '가', '', 'note', '{}')
"""
_NOTE = "INSERT INTO audit (id, made, who, what, about) VALUES (:i, :m, '가', 'log-in', '')"


def test_a_backup_knows_the_head(ledger: Ledger, tmp_path: Path) -> None:
    made = back_up(tmp_path / "a.db", tmp_path / "a.backup")
    assert made.head == str(newest(ledger))
    assert (
        described(tmp_path / "a.backup")
        == made
        == restore(tmp_path / "a.backup", tmp_path / "b.db")
    )
    again = Ledger.open(tmp_path / "b.db")
    assert faults(again, Head.parse(made.head)) == ()
    again.close()


@pytest.mark.parametrize("wrong", ["", "x", "1:", f"a:{'0' * 64}", f"²:{'0' * 64}", "1:00"])
def test_what_is_no_head(wrong: str) -> None:
    with pytest.raises(UsageError):
        Head.parse(wrong)


def test_from_the_command_line(ledger: Ledger, tmp_path: Path) -> None:
    runner, at = CliRunner(), ["--ledger", str(tmp_path / "a.db")]
    told = runner.invoke(app, ["audit", "head", *at]).stdout.strip()
    assert Head.parse(told) == newest(ledger)
    back_up(tmp_path / "a.db", tmp_path / "a.backup")
    known = ["--head", told, "--backup", str(tmp_path / "a.backup")]
    right = runner.invoke(app, ["audit", "verify", *known, *at])
    assert (right.exit_code, told in right.stdout) == (0, True), right.output
    assert "나엮음" in runner.invoke(app, ["audit", "list", *at]).stdout
    assert len(runner.invoke(app, ["audit", "list", "--json", *at]).stdout.splitlines()) == 3
    with ledger.writing() as session:
        session.execute(text("DELETE FROM decisions WHERE id = 2"))
    wrong = runner.invoke(app, ["audit", "verify", *at])
    assert wrong.exit_code == 1
    assert "결정 2번이 지워졌다" in wrong.stderr
    assert runner.invoke(app, ["audit", "verify", "--head", HEAD, *at]).exit_code == 1


def test_an_empty_ledger_has_no_head() -> None:
    ledger = Ledger.open(":memory:")
    with ledger.reading() as session:
        assert (sealing.head(session), sealing.verify(session).faults) == (None, ())
    ledger.close()
