"""Rows of a spreadsheet become entries; a bad row is one error, the others are in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from haengbo.capture.entries import entry_of, read_entries
from haengbo.errors import PageError, UsageError
from haengbo.model.entry import Entry, EntryKind

ROW = {"text": "두 장관이 만났다", "type": "consult", "date": "2025-03-04"}


@pytest.mark.parametrize(
    ("change", "field", "value", "why"),
    [
        ({}, "type", "CONSULT", "upper case"),
        ({"date": "20250304.0"}, "date", "2025-03-04", "a number, as spreadsheets keep it"),
        ({"date": "2025-03-04 00:00:00"}, "date", "2025-03-04", "a cell of type date"),
        ({"date": ""}, "date", None, "no date"),
        (
            {"who": "홍가람; 가상로프:target"},
            "who",
            ("홍가람:party", "가상로프:target"),
            "",
        ),
        ({"who": [{"name": "홍가람", "role": "source"}]}, "who", ("홍가람:source",), "JSON"),
        ({"source": "백서 2025, 31쪽"}, "references", ("백서 2025, 31쪽",), "no page"),
        ({"status": None}, "status", "occurred", "unsaid"),
    ],
)
def test_fields(change: dict[str, Any], field: str, value: object, why: str) -> None:
    assert getattr(entry_of(ROW | change, {}, EntryKind.EVENT), field) == value, why


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": " "}, "요약이 없다"),
        ({"type": None}, "유형이 없다"),
        ({"date": "언젠가"}, "날짜로 읽을 수 없다"),
        ({"status": "maybe"}, "모르는 상태"),
        ({"who": "홍가람:guest"}, "모르는 구실"),
    ],
)
def test_what_cannot_be_understood_is_said(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        entry_of(ROW | change, {}, EntryKind.EVENT)


def test_files(tmp_path: Path) -> None:
    table = tmp_path / "표.csv"
    table.write_text("일자,유형,요약\n2025-03-04,CONSULT,만났다\n?,CONSULT,헤어졌다\n", "utf-8-sig")
    columns = {"date": "일자", "type": "유형", "text": "요약"}
    good, bad = read_entries(table, columns)
    assert isinstance(good, Entry)
    assert (good.date, good.text) == ("2025-03-04", "만났다")
    assert isinstance(bad, PageError)
    assert bad.page == "표.csv:2"
    lines = tmp_path / "표.jsonl"
    lines.write_text('{"text": "만났다", "type": "CONSULT"}\nnot json\n', "utf-8")
    assert [type(item) for item in read_entries(lines, {})] == [Entry, PageError]
    with pytest.raises(UsageError, match="모르는 항목"):
        list(read_entries(table, {"colour": "색"}))
    with pytest.raises(UsageError, match="읽을 수 없다"):
        list(read_entries(tmp_path / "없음.csv", {}))
