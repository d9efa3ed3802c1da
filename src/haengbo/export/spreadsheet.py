"""Plain records → an Office Open XML workbook (.xlsx) with one sheet.

Written by hand: the format is a zip of small XML files, and no library writes the same bytes
twice (they stamp the time). Invariant: every cell is text or a number, never a formula; cells
that begin like one carry an apostrophe, so that they stay text when saved as CSV again; the same
records give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from haengbo.errors import UsageError
from haengbo.export.cells import cell_of, harmless
from haengbo.export.records import Record

#: Limits of the format.
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
#: Characters that XML cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Malgun Gothic"/></font>'
    '<font><b/><sz val="11"/><name val="Malgun Gothic"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}


def workbook(records: Iterable[Record], sheet: str, header: Sequence[str] = ()) -> bytes:
    """The records as a workbook: a bold header that stays in view, one row for each record.

    Args:
        records: Plain records.
        sheet: Name of the sheet, at most 31 characters.
        header: The columns; else the fields of the first record.

    Raises:
        UsageError: More records than a sheet has rows.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            _put(archive, name, part)
        _put(archive, "xl/workbook.xml", _book(sheet))
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as file:
            for piece in _sheet(records, header):
                file.write(piece.encode())
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The same on every system
    entry.create_system = 0
    return entry


def _put(archive: zipfile.ZipFile, name: str, part: str) -> None:
    archive.writestr(_entry(name), _DECLARATION + part)


def _book(sheet: str) -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        f'<sheet name={quoteattr(sheet[:31])} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _sheet(records: Iterable[Record], header: Sequence[str]) -> Iterator[str]:
    yield (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>'
    )
    if header:
        yield _row(header, 1, style=1)
    for number, record in enumerate(records, 2):
        if number > _MOST_ROWS:
            raise UsageError("한 시트에 들어가지 않는다: 거르거나 csv, parquet으로 낸다")
        if not header:
            header = list(record)
            yield _row(header, 1, style=1)
        yield _row([record.get(name) for name in header], number)
    yield "</sheetData></worksheet>"


def _row(values: Sequence[object], number: int, style: int = 0) -> str:
    cells = "".join(
        _cell(value, f"{_column(place)}{number}", style) for place, value in enumerate(values)
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(value: object, place: str, style: int) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    text = harmless(_NO_XML.sub("", cell_of(value)))[:_MOST_CHARACTERS]
    if not text:
        return ""
    # A carriage return would be read back as a line feed unless it is spelled out
    shown = escape(text, {"\r": "&#13;"})
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    )


def _column(place: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
