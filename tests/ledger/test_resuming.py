"""Killed at any instant and run again, an ingest is complete and nothing is in twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from haengbo import pipeline
from haengbo.capture import collect
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.korean.morphemes import Token
from haengbo.ledger import Ledger
from haengbo.ledger.records import encode
from haengbo.ledger.tables import EventRow, PageRow, ReadingRow, ReportRow
from haengbo.model.page import Page
from haengbo.model.reading import Reading
from haengbo.pipeline import Outcome, ingest
from haengbo.samples import pages_folder

#: Enough pages to share events and a copy, few enough to be read in seconds.
FEW = 8


def few_pages() -> list[Page]:
    found = [item for item in collect([str(pages_folder())]) if isinstance(item, Page)]
    return found[:FEW]


def events_of(ledger: Ledger) -> dict[str, str]:
    return {line.id: encode(line.event) for line in ledger.all_events()}


@pytest.fixture(scope="module")
def expected(knowledge: Knowledge) -> dict[str, str]:
    ledger = Ledger.open(":memory:")
    result = ingest(ledger, few_pages(), knowledge)
    assert not result.failures
    events = events_of(ledger)
    ledger.close()
    return events


def test_twice_is_once(knowledge: Knowledge, expected: dict[str, str]) -> None:
    ledger = Ledger.open(":memory:")
    ingest(ledger, few_pages(), knowledge)
    again = ingest(ledger, few_pages(), knowledge)
    assert dict(again.counts) == {Outcome.KNOWN: FEW}
    assert events_of(ledger) == expected
    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReadingRow)) == FEW
    ledger.close()


def test_one_text_under_two_names_in_one_run(knowledge: Knowledge) -> None:
    ledger = Ledger.open(":memory:")
    page = few_pages()[0]
    other = replace(page, name=f"{page.name}~")
    failed = PageError("none.txt", "no such file")
    seen: list[tuple[str, Outcome]] = []
    result = ingest(
        ledger, [page, failed, other], knowledge, lambda name, what: seen.append((name, what))
    )
    assert dict(result.counts) == {Outcome.READ: 1, Outcome.FAILED: 1, Outcome.KNOWN: 1}
    assert [name for name, _ in seen] == [page.name, "none.txt", other.name]
    detail = ledger.article(other.name)
    assert detail is not None
    assert set(detail.names) == {page.name, other.name}
    ledger.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_pages_changes_nothing(
    seed: int, knowledge: Knowledge, expected: dict[str, str]
) -> None:
    ledger = Ledger.open(":memory:")
    pages = few_pages()
    random.Random(seed).shuffle(pages)
    for page in pages:
        ingest(ledger, [page], knowledge)
    assert events_of(ledger) == expected
    ledger.close()


def test_collating_piece_by_piece_changes_nothing(
    knowledge: Knowledge, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "COLLATED_AT_ONCE", 2)
    ledger = Ledger.open(":memory:")
    ingest(ledger, few_pages(), knowledge)
    assert events_of(ledger) == expected
    assert ledger.totals().dirty == 0
    ledger.close()


def test_every_former_id_leads_to_an_event(knowledge: Knowledge) -> None:
    ledger = Ledger.open(":memory:")
    seen: set[str] = set()
    for page in reversed(few_pages()):
        ingest(ledger, [page], knowledge)
        seen |= set(events_of(ledger))
    for key in seen:
        detail = ledger.event(key)
        assert detail is not None
        assert key in {detail.event.id, detail.redirected}
    ledger.close()


SCRIPT = """
import sys
from haengbo import pipeline
from haengbo.capture import collect
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.model.page import Page
from haengbo.model.reading import Reading
from haengbo.pipeline import ingest
pages = [p for p in collect([sys.argv[1]]) if isinstance(p, Page)][: int(sys.argv[3])]
print("ready", flush=True)
pipeline.TAKEN_AT_ONCE = 2
ingest(Ledger.open(sys.argv[2]), pages, load(), lambda name, outcome: print(name, flush=True))
print("done", flush=True)
"""


def test_killed_and_run_again(
    tmp_path: Path, knowledge: Knowledge, expected: dict[str, str]
) -> None:
    path = tmp_path / "annals.db"
    for after in (1, 3, 5):
        process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, "-c", SCRIPT, str(pages_folder()), str(path), str(FEW)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        )
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        time.sleep(0.02 * after)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    ledger = Ledger.open(path)
    ingest(ledger, few_pages(), knowledge)
    assert events_of(ledger) == expected
    with ledger.reading() as session:
        for table, least in ((PageRow, FEW), (ReadingRow, FEW), (EventRow, 1), (ReportRow, 1)):
            assert (session.scalar(select(func.count()).select_from(table)) or 0) >= least
        assert session.scalar(select(func.count()).select_from(ReadingRow)) == FEW
    assert ledger.totals().dirty == 0
    ledger.close()


def test_a_fault_on_one_page_keeps_no_other_out(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = few_pages()[:2]
    real = pipeline.read_for_search

    def read_for_search(page: Page, pack: Knowledge) -> tuple[Reading, tuple[Token, ...]]:
        if page.name == pages[0].name:
            raise IndexError("tuple index out of range")
        return real(page, pack)

    monkeypatch.setattr(pipeline, "read_for_search", read_for_search)
    ledger = Ledger.open(":memory:")
    result = ingest(ledger, pages, knowledge)
    assert dict(result.counts) == {Outcome.FAILED: 1, Outcome.READ: 1}
    assert "내부 오류: IndexError" in result.failures[0].reason
    assert ledger.totals().pages == 1
    ledger.close()
