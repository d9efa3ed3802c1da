"""Small workbooks that would be large when opened are not opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from capture.building import NEWS, opened, xlsx
from capture.test_tables import ROW, bigkinds
from haengbo.capture.workbooks import CELLS_MOST, TooMuchError, check

SHEET = "xl/worksheets/sheet1.xml"


def with_parts(parts: dict[str, str | bytes]) -> bytes:
    """A workbook with parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx([["제목", "본문"], ["가", NEWS]]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def sheet(cells: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'


FAR = sheet(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)
SHOWN = sheet("<row>" + '<c t="s"><v>0</v></c>' * 20_000 + "</row>")
LONG = f"<sst><si><t>{'가' * 100_000}</t></si></sst>"
#: Parts are made only where they are tried: the last unpack to three hundred megabytes.
TOO_MUCH: dict[str, tuple[Callable[[], dict[str, str | bytes]], str]] = {
    "a cell far away": (lambda: {SHEET: FAR}, "칸이 너무 많다(1,048,576 × 16,384)"),
    "one text in all cells": (
        lambda: {SHEET: SHOWN, "xl/sharedStrings.xml": LONG},
        "한 글이 너무 많은 칸에 들어 있다",
    ),
    "zeros": (lambda: {"xl/media/a": bytes(301_000_000)}, "풀면 너무 크다(300 MB 넘음)"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_would_be_large_is_refused_by_name(name: str) -> None:
    parts, reason = TOO_MUCH[name]
    data = with_parts(parts())
    assert len(data) < 400_000
    pages, (error,) = opened("a.xlsx", data)
    assert pages == []
    assert error.page == "a.xlsx"
    assert reason in error.reason


def test_exports_and_what_is_no_workbook_pass() -> None:
    check(bigkinds(*[ROW] * 50))
    check(b"\xd0\xcf\x11\xe0 no zip")
    check(b"PK\x03\x04 broken")


@pytest.mark.parametrize(
    ("reference", "refused"), [("S20000", False), ("XFD1220", False), ("XFD1221", True)]
)
def test_cells_are_counted_by_their_references(reference: str, *, refused: bool) -> None:
    assert 16_384 * 1220 < CELLS_MOST < 16_384 * 1221
    data = with_parts({SHEET: sheet(f'<row><c r="{reference}"><v>1</v></c></row>')})
    if refused:
        with pytest.raises(TooMuchError):
            check(data)
    else:
        check(data)


def test_entities_are_not_put_in() -> None:
    """Twenty thousand times a text of 100,000 letters: two thousand million, if put in."""
    grown = '<!DOCTYPE worksheet [<!ENTITY a "' + "x" * 100_000 + '">]>'
    cell = '<c r="A1" t="inlineStr"><is><t>' + "&a;" * 20_000 + "</t></is></c>"
    data = with_parts({SHEET: grown + sheet(f'<row r="1">{cell}</row>')})
    pages, (error,) = opened("a.xlsx", data)
    assert pages == []
    assert error.page == "a.xlsx"
    assert "엑셀 표로 읽히지 않는다" in error.reason
