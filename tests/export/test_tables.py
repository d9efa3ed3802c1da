"""Tables are read back by those who will read them: openpyxl, the csv module, pyarrow, DuckDB."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.building import written
from haengbo.capture import collect
from haengbo.errors import UsageError
from haengbo.export import ExportFormat, Subject, Wanted, records, write_lines
from haengbo.export.cells import harmless, quotation
from haengbo.export.columns import COLUMNS, parquet
from haengbo.export.spreadsheet import workbook
from haengbo.ledger import EventFilter, Ledger
from haengbo.model.page import Page

HOSTILE = [
    ('=HYPERLINK("http://example.org")', True, "a formula"),
    ("+82-2-0000", True, "plus"),
    ("-1", True, "text that looks like a number"),
    ("@SUM(A1)", True, "at"),
    ("\t=1", True, "a tab first"),
    ("\r=1", True, "a carriage return first"),
    ("\n=1", True, "a line feed first"),
    ("  =1", True, "spaces before"),
    ("＝1", True, "wide, as East Asian editions read it"),
    ("회담=만남", False, "not at the beginning"),
    ("'따옴표", False, "an apostrophe of its own"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("cell", "runs", "why"), HOSTILE)
def test_what_would_run_is_kept_as_text(cell: str, runs: bool, why: str) -> None:
    assert (harmless(cell) != cell) == runs, why
    book = openpyxl.load_workbook(io.BytesIO(workbook([{"a": cell, "b": "끝"}], "시험")))
    found = book.active["A2"]
    assert found.data_type != "f"
    assert (found.value or "") == harmless(cell)
    text = "".join(write_lines([{"a": cell, "b": "끝"}], ExportFormat.CSV))
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == [harmless(cell), "끝"]


@given(st.text())
def test_no_cell_of_a_workbook_is_a_formula(cell: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([{"a": cell, "b": 1}], "시험")))
    found = book.active["A2"]
    assert found.data_type != "f"
    assert str(found.value or "")[:1] not in set("=+-@\t\r\n")
    assert book.active["B2"].value == 1


@pytest.mark.parametrize("subject", list(Subject))
def test_a_workbook_has_a_row_for_each_record(subject: Subject, sample_ledger: Ledger) -> None:
    data = written(sample_ledger, "xlsx", subject)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = list(book.active.values)
    told = list(records(Wanted(sample_ledger, subject)))
    assert book.sheetnames == [subject.value]
    more = ("roles",) if subject is Subject.EVENTS else ()
    assert rows[0] == (*told[0], *more)
    assert len(rows) == len(told) + 1
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


@pytest.mark.parametrize("subject", list(Subject))
def test_parquet_gives_the_records_back(
    subject: Subject, sample_ledger: Ledger, tmp_path: Path
) -> None:
    told = list(records(Wanted(sample_ledger, subject)))
    assert all(list(record) == list(COLUMNS[subject]) for record in told)
    path = tmp_path / "out.parquet"
    path.write_bytes(written(sample_ledger, "parquet", subject))
    back = pq.read_table(path).to_pylist()
    expected = [_filled(record) for record in told]
    assert back == expected
    assert _asked("select count(*) from read_parquet(?)", path) == len(told)


def _asked(query: str, path: Path) -> object:
    with duckdb.connect() as connection:
        return connection.execute(query, [str(path)]).fetchall()[0][0]


def _filled(record: dict[str, object]) -> dict[str, object]:
    if "discrepancies" in record:
        items = [{"about": None} | item for item in record["discrepancies"]]  # type: ignore[attr-defined]
        return record | {"discrepancies": items}
    return record


def test_duckdb_asks_inside_lists(sample_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(written(sample_ledger, "parquet"))
    found = _asked(
        "select count(*) from (select unnest(participants) as p from read_parquet(?)) "
        "where p.name = '최선희'",
        path,
    )
    events = sample_ledger.events(EventFilter(who=("최선희",))).total
    assert found == events


def test_an_empty_export_opens_like_a_full_one(sample_ledger: Ledger) -> None:
    for subject in Subject:
        names = pq.read_schema(io.BytesIO(parquet([], subject))).names
        assert names == list(COLUMNS[subject])
    nothing = EventFilter(who=("없는 사람",))
    data = written(sample_ledger, "xlsx", events=nothing)
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).active.values)
    columns = [*COLUMNS[Subject.EVENTS], "roles"]
    assert rows == [tuple(columns)]
    text = written(sample_ledger, "csv", events=nothing).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [columns]
    assert list(openpyxl.load_workbook(io.BytesIO(workbook([], "빈"))).active.values) == []


def test_texts_go_out_only_when_asked_for(sample_ledger: Ledger) -> None:
    wanted = Wanted(sample_ledger, Subject.PAGES)
    assert all("text" not in record for record in records(wanted))
    whole = Wanted(sample_ledger, Subject.PAGES, with_text=True)
    assert all(record["text"] for record in records(whole))
    table = pq.read_table(io.BytesIO(written(sample_ledger, "parquet", "pages", with_text=True)))
    assert "text" in table.column_names


def test_pages_with_their_text_can_be_read_again(sample_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_bytes(written(sample_ledger, "jsonl", "pages", with_text=True))
    told = list(records(Wanted(sample_ledger, Subject.PAGES, with_text=True)))
    back = list(collect([str(path)]))
    assert all(isinstance(page, Page) for page in back)
    pages = [page for page in back if isinstance(page, Page)]
    assert [page.data.decode() for page in pages] == [record["text"] for record in told]
    assert [(p.name, p.known.outlet, p.known.published, p.known.url) for p in pages] == [
        (r["page"], r["outlet"], r["published"], r["url"]) for r in told
    ]


def test_with_a_filter_pages_are_the_sources_of_the_events(sample_ledger: Ledger) -> None:
    wanted = Wanted(sample_ledger, Subject.PAGES, EventFilter(who=("최선희",)))
    events = records(Wanted(sample_ledger, Subject.EVENTS, EventFilter(who=("최선희",))))
    reporting = {report["page"] for event in events for report in event["reports"]}
    assert {record["page"] for record in records(wanted)} == reporting
    assert len(reporting) < sample_ledger.totals().pages


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'haengbo\[exports\]'"):
        parquet([], Subject.EVENTS)


@pytest.mark.parametrize(
    ("text", "whole", "length", "why"),
    [
        ("가" * 200, False, 200, "just short enough"),
        ("가" * 201, False, 200, "cut, with an ellipsis"),
        ("가" * 999, True, 999, "asked for"),
    ],
)
def test_quotations_are_short(text: str, whole: bool, length: int, why: str) -> None:
    found = quotation(text, whole=whole)
    assert len(found) == length, why
    assert found.endswith("…") == (len(text) > length)
