"""Exports have the fields of the contract; spreadsheets get harmless cells."""

from __future__ import annotations

import csv
import io
import json

import pytest

from haengbo.export import (
    ExportFormat,
    copy_records,
    event_records,
    statement_records,
    write_lines,
)
from haengbo.ledger import EventFilter, Ledger, StatementFilter


def test_events_as_json_lines(sample_ledger: Ledger) -> None:
    lines = list(write_lines(event_records(sample_ledger, EventFilter()), ExportFormat.JSONL))
    records = [json.loads(line) for line in lines]
    assert len(records) == sample_ledger.totals().events
    for record in records:
        assert {"event", "type", "mode", "status", "date", "place", "channel"} <= set(record)
        assert all({"page", "evidence", "chain"} == set(report) for report in record["reports"])
        assert all(isinstance(name, str) for name in record["origins"] + record["voices"])
        for item in record["discrepancies"]:
            assert len(item["values"]) > 1
            assert all({"value", "pages"} == set(value) for value in item["values"])


def test_copies_and_statements(sample_ledger: Ledger) -> None:
    copies = list(copy_records(sample_ledger))
    assert copies
    assert all(len(record["pages"]) > 1 for record in copies)
    said = list(statement_records(sample_ledger, StatementFilter()))
    assert len(said) == sample_ledger.totals().statements
    assert all(record["speaker"] is not None and record["text"] for record in said)


def test_csv_is_one_row_a_record_and_opens_as_korean(sample_ledger: Ledger) -> None:
    text = "".join(write_lines(event_records(sample_ledger, EventFilter()), ExportFormat.CSV))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == sample_ledger.totals().events
    assert all(row["event"].startswith("e") for row in rows)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("회담", "회담"),
        (None, ""),
        (["가", "나"], "가; 나"),
        ([{"name": "가", "role": "party"}], "가"),
        ([{"page": "x"}, {"page": "y"}], "2"),
        ("두 줄\n글", "두 줄\n글"),
    ],
)
def test_cells(value: object, cell: str) -> None:
    lines = list(write_lines([{"a": value}], ExportFormat.CSV))
    assert list(csv.reader(io.StringIO("".join(lines[1:])))) == ([[cell]] if cell else [[]]) or (
        list(csv.reader(io.StringIO("".join(lines[1:])))) == [[cell]]
    )
