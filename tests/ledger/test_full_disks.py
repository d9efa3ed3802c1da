"""A disk that is full or may not be written to: a clear sentence, exit code 2, nothing lost."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from sqlalchemy import Engine, event

from campaigns.crash.checking import check_index, faults
from haengbo.capture.web import Recorder, Visits
from haengbo.capture.web.connecting import Raw
from haengbo.capture.web.visits import Visit
from haengbo.cli import main, start
from haengbo.errors import LedgerError, UsageError
from haengbo.ledger import Ledger, opening
from haengbo.ledger.backups import back_up
from haengbo.ledger.decisions import By
from haengbo.ledger.dialects import prepare_engine
from haengbo.ledger.erasing import erase
from haengbo.ledger.intake import put
from ledger.building import make_intake, make_page

FULL = "database or disk is full"
READ_ONLY = "attempt to write a readonly database"
Spoil = Callable[[str], None]


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """From now on every connection to an SQLite ledger has this setting too."""
    prepare = prepare_engine

    def spoiled(pragma: str) -> None:
        def prepared(engine: Engine) -> None:
            prepare(engine)

            @event.listens_for(engine, "connect")
            def _set(connection: object, _record: object) -> None:
                connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

        monkeypatch.setattr(opening, "prepare_engine", prepared)

    return spoiled


@pytest.fixture
def location(tmp_path: Path) -> Path:
    path = tmp_path / "annals.db"
    ledger = Ledger.open(path)
    with ledger.writing() as session:
        put(session, make_intake(make_page("p0")))
    ledger.close()
    return path


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    monkeypatch.setattr(sys, "argv", ["haengbo", *arguments])
    with pytest.raises(SystemExit) as ended:
        start.main()
    return ended.value.code


def test_a_full_disk_takes_nothing_halfway(location: Path, spoil: Spoil) -> None:
    spoil("max_page_count = 200")
    ledger = Ledger.open(location)
    kept = 1

    def go_on() -> None:
        nonlocal kept
        for number in range(1, 500):
            with ledger.writing() as session:
                put(session, make_intake(make_page(f"p{number}", f"시험 {number}. 말 “가나다”.")))
            kept += 1

    with pytest.raises(LedgerError, match=FULL):
        go_on()
    assert kept > 1, "it was not full at once"
    assert ledger.totals().pages == kept, "what was acknowledged is there, what failed is not"
    ledger.close()


def test_when_there_is_room_again_it_goes_on(location: Path, spoil: Spoil) -> None:
    spoil("max_page_count = 1")
    ledger = Ledger.open(location)
    with pytest.raises(LedgerError, match=FULL), ledger.writing() as session:
        put(session, make_intake(make_page("p1", "시험. 말 “가나다”." * 9000)))
    ledger.close()
    spoil("max_page_count = 1000000")
    again = Ledger.open(location)
    with again.writing() as session:
        put(session, make_intake(make_page("p1", "시험 1. 다음 말 “가나다”.")))
        check_index(session)
    with again.reading() as session:
        assert faults(session) == []
    assert again.totals().pages == 2
    again.close()


def test_a_read_only_ledger_can_be_read_and_not_written(location: Path, spoil: Spoil) -> None:
    spoil("query_only = ON")
    ledger = Ledger.open(location)
    assert ledger.totals().pages == 1
    with pytest.raises(LedgerError, match=READ_ONLY), ledger.writing() as session:
        erase(session, "p0", By("나기록", "시험"))
    assert ledger.page("p0") is not None
    ledger.close()


@pytest.mark.parametrize(
    ("pragma", "why"), [("query_only = ON", READ_ONLY), ("max_page_count = 1", FULL)]
)
def test_the_command_line_says_so(
    pragma: str,
    why: str,
    location: Path,
    spoil: Spoil,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("배추 값 들썩\n\n배추 값이 올랐다고 시장 상인이 말했다.\n" * 400, "utf-8")
    spoil(pragma)
    assert run(["ingest", str(page), "--ledger", str(location)], monkeypatch) == 2
    said = capsys.readouterr().err
    assert said.splitlines()[-1] == f"haengbo: 장부에 적을 수 없다: {why}"
    assert "Traceback" not in said


def test_a_ledger_that_is_damaged_is_named(
    location: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray(location.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    location.write_bytes(data)
    assert run(["events", "--ledger", str(location)], monkeypatch) == 2
    said = capsys.readouterr().err
    assert said.startswith("haengbo: 장부를 ")
    assert "malformed" in said


def test_a_backup_that_does_not_fit_leaves_the_old_one(
    location: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.backup"
    back_up(location, file)
    before = file.read_bytes()

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("haengbo.ledger.backups.os.fsync", full)
    with pytest.raises(LedgerError, match="No space left"):
        back_up(location, file)
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.backup", "annals.db"]


def test_visits_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    visits = Visits(tmp_path / "visits")
    visits._connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - no other way in
    visits.put("https://a.example/1", Visit(etag="a"))
    with pytest.raises(UsageError, match=READ_ONLY):
        visits.keep()
    visits.close()
    assert Visits(tmp_path / "visits").get("https://a.example/1") is None


def test_an_archive_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = Recorder(tmp_path / "warc")
    recorder.path.mkdir()

    app = typer.Typer()

    @app.command()
    def record() -> None:
        recorder.record("https://a.example/1", "2025-01-01T00:00:00Z", Raw(200, (), b"<p>"))

    monkeypatch.setattr(main, "app", app)
    assert run([], monkeypatch) == 2
    assert capsys.readouterr().err == f"haengbo: {recorder.path}: Is a directory\n"
