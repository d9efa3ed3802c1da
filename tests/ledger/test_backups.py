"""A backup taken in use is whole, is checked, and comes back; a damaged one is refused."""

from __future__ import annotations

import json
import threading
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.errors import HaengboError, LedgerError, UsageError
from haengbo.ledger import Ledger, decisions
from haengbo.ledger.backups import back_up, restore
from haengbo.ledger.decisions import By
from haengbo.ledger.intake import put
from haengbo.ledger.records import encode
from ledger.building import make_intake, make_page


def with_pages(path: Path, count: int) -> Ledger:
    ledger = Ledger.open(path)
    for number in range(count):
        with ledger.writing() as session:
            put(session, make_intake(make_page(f"p{number}", f"시험 {number}. 다음 말 “가나다”.")))
    return ledger


def repacked(source: Path, target: Path, **changes: bytes) -> Path:
    """The same archive with members replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name.partition(".")[0], old.read(name)))
    return target


def test_drill_with_decisions(sample_location: str, tmp_path: Path) -> None:
    file, ledger = tmp_path / "a.backup", Ledger.open(sample_location)
    made = back_up(sample_location, file)
    assert restore(file, tmp_path / "again.db") == made
    again = Ledger.open(tmp_path / "again.db", create=False)
    assert made.pages == again.totals().pages == ledger.totals().pages > 0
    assert [encode(x.event) for x in again.all_events()] == [
        encode(x.event) for x in ledger.all_events()
    ]
    assert again.search("러시아") == ledger.search("러시아"), "the index came along"
    key = again.events(size=1).items[0].id
    with again.writing() as session:
        decisions.correct(session, key, "place", "시험시", By("나기록", "확인"))
    assert back_up(tmp_path / "again.db", file).decisions == made.decisions + 1
    restore(file, tmp_path / "third.db")
    third = Ledger.open(tmp_path / "third.db", create=False)
    assert third.decisions() == again.decisions()
    for opened in (ledger, again, third):
        opened.close()


def test_taken_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "annals.db"
    ledger = with_pages(path, 1)
    stop = threading.Event()

    def write() -> None:
        number = 1
        while not stop.is_set():
            with ledger.writing() as session:
                put(session, make_intake(make_page(f"p{number}", f"시험 {number}. 말 “가나다”.")))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [back_up(path, tmp_path / f"{number}.backup") for number in range(4)]
    finally:
        stop.set()
        writer.join()
    for number, each in enumerate(made):
        target = tmp_path / f"{number}.db"
        restore(tmp_path / f"{number}.backup", target)
        again = Ledger.open(target, create=False)
        assert again.totals().pages == each.pages
        again.close()
    assert [each.pages for each in made] == sorted(each.pages for each in made)
    ledger.close()


@pytest.mark.parametrize(
    ("member", "data", "why"),
    [
        ("annals", b"SQLite format 3\x00" + b"0" * 5000, "검사합"),
        ("annals", b"", "검사합"),
        ("backup", b"{}", "haengbo의 백업이 아니다"),
        ("backup", b"not json", "haengbo의 백업이 아니다"),
        ("backup", b"[]", "haengbo의 백업이 아니다"),
    ],
    ids=["other bytes", "none", "no fields", "no JSON", "no record"],
)
def test_damaged_ones_are_refused(member: str, data: bytes, why: str, tmp_path: Path) -> None:
    with_pages(tmp_path / "annals.db", 1).close()
    back_up(tmp_path / "annals.db", tmp_path / "a.backup")
    bad = repacked(tmp_path / "a.backup", tmp_path / "bad.backup", **{member: data})
    with pytest.raises(LedgerError, match=why):
        restore(bad, tmp_path / "again.db")
    assert not (tmp_path / "again.db").exists()


def test_a_newer_one_and_cut_ones_are_refused(tmp_path: Path) -> None:
    with_pages(tmp_path / "annals.db", 1).close()
    back_up(tmp_path / "annals.db", tmp_path / "a.backup")
    with zipfile.ZipFile(tmp_path / "a.backup") as archive:
        record = json.loads(archive.read("backup.json")) | {"migration": "9999"}
    newer = repacked(tmp_path / "a.backup", tmp_path / "newer", backup=json.dumps(record).encode())
    with pytest.raises(LedgerError, match="더 새"):
        restore(newer, tmp_path / "again.db")
    whole = (tmp_path / "a.backup").read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 20)):
        (tmp_path / "cut").write_bytes(whole[:length])
        with pytest.raises(HaengboError):
            restore(tmp_path / "cut", tmp_path / "again.db")
    assert not (tmp_path / "again.db").exists()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    with_pages(tmp_path / "annals.db", 1).close()
    back_up(tmp_path / "annals.db", tmp_path / "a.backup")
    with pytest.raises(UsageError, match="이미"):
        restore(tmp_path / "a.backup", tmp_path / "annals.db")
    for bad in (tmp_path / "none.db", tmp_path / "no" / "annals.db"):
        with pytest.raises(LedgerError):
            back_up(bad, tmp_path / "b.backup")
    assert not (tmp_path / "b.backup").exists()


def test_from_the_command_line(tmp_path: Path) -> None:
    with_pages(tmp_path / "annals.db", 2).close()
    file, again = str(tmp_path / "a.backup"), str(tmp_path / "again.db")
    runner = CliRunner()
    first = runner.invoke(app, ["backup", str(tmp_path / "annals.db"), "-o", file])
    second = runner.invoke(app, ["restore", file, again])
    assert first.exit_code == second.exit_code == 0, first.output + second.output
    assert "쪽 2" in first.stdout
    assert first.stdout.partition("sha256")[2] == second.stdout.partition("sha256")[2]
