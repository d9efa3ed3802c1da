"""What goes out of one ledger comes into another, and goes out of that again the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from export.building import written
from haengbo.capture import collect
from haengbo.capture.entries import read_entries
from haengbo.errors import PageError
from haengbo.export import format_for
from haengbo.export.wanted import Subject
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model.entry import Entry
from haengbo.pipeline import enter, ingest

FIELDS = ("type", "mode", "status", "date", "place")


def exported(ledger: Ledger) -> list[str]:
    """What each event says, in an order of its own."""
    events = map(json.loads, written(ledger, "jsonl").splitlines())
    facts = (
        [*(e[f] for f in FIELDS), sorted(f"{p['name']}:{p['role']}" for p in e["participants"])]
        for e in events
    )
    return sorted(map(str, facts))


def told(ledger: Ledger) -> list[str]:
    """What each report of a ledger says."""
    lines = list(ledger.all_events())
    reports = ledger.reports([line.id for line in lines])
    return sorted(
        str([r.status, r.date, r.place, sorted(r.participants)])
        for views in reports.values()
        for r in views
    )


def read_again(ledger: Ledger, folder: Path, form: str) -> list[Entry]:
    """The entries of an export of its events."""
    path = folder / f"events{format_for(form, Subject.EVENTS).suffix}"
    path.write_bytes(written(ledger, form))
    return [e for e in read_entries(path, {}) if not isinstance(e, PageError)]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "parquet"])
def test_events_are_read_again(sample_ledger: Ledger, tmp_path: Path, form: str) -> None:
    assert exported(sample_ledger) == sorted(
        str([e.type, e.mode, e.status, e.date, e.place, sorted(e.who)])
        for e in read_again(sample_ledger, tmp_path, form)
    )


def test_events_come_back(sample_ledger: Ledger, tmp_path: Path, knowledge: Knowledge) -> None:
    """What is entered does not depend on the form: all are read again alike."""
    entries = read_again(sample_ledger, tmp_path, "csv")
    other = Ledger.open(tmp_path / "other.db")
    enter(other, entries, "나기록", knowledge)
    # What becomes one event is collation's to say; that nothing of it is lost can be seen here
    assert told(other) == sorted(
        str([e.status, e.date, e.place, sorted(w.rpartition(":")[0] for w in e.who)])
        for e in entries
    )
    other.close()


def test_pages_come_back_whole(sample_ledger: Ledger, tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_bytes(written(sample_ledger, "jsonl", "pages", with_text=True))
    other = Ledger.open(tmp_path / "other.db")
    ingest(other, collect([str(path)]), knowledge)
    again = written(other, "jsonl", "pages", with_text=True)
    other.close()
    kept = ("title", "outlet", "published", "url", "text")
    before, after = (
        {r["id"]: [r[k] for k in kept] for r in map(json.loads, data.splitlines())}
        for data in (path.read_bytes(), again)
    )
    assert before.keys() == after.keys()
    assert [key for key in before if before[key][1:4] != after[key][1:4]] == []
