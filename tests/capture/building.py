"""Small archives and tables with invented news, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from haengbo.capture.items import Item, Wishes
from haengbo.capture.opening import pages_of
from haengbo.errors import PageError
from haengbo.model.page import Known, Page

NEWS = "누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다."
MORE = "특사는 이날 외무성 청사에서 홍가람 부상을 만나 두 나라의 협조 문제를 논의했다."
HTML = (
    "<!doctype html><html><head><meta charset=utf-8><title>누리국 특사, 평양 도착</title></head>"
    "<body><article><h1>누리국 특사, 평양 도착</h1>"
    f"<p>{NEWS}</p><p>{MORE}</p></article></body></html>"
)


def opened(
    name: str, data: bytes, columns: dict[str, str] | None = None, known: Known | None = None
) -> tuple[list[Page], list[PageError]]:
    """Pages and errors of a file of that name."""
    item = Item(name, io.BytesIO(data), known or Known())
    found = list(pages_of(item, Wishes(columns or {})))
    pages = [one for one in found if isinstance(one, Page)]
    return pages, [one for one in found if isinstance(one, PageError)]


def zipped(members: dict[str, bytes | str]) -> bytes:
    """A ZIP of the members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


_BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook of one sheet."""
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_BOOK}" xmlns:r="{_LINKS}">'
            '<sheets><sheet name="sheet" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_BOOK}"><sheetData>{lines}'
            "</sheetData></worksheet>",
        }
    )


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def warc_record(
    url: str,
    body: bytes,
    *,
    headers: str = "Content-Type: text/html; charset=utf-8",
    status: str = "200 OK",
    kind: str = "response",
    missing: int = 0,
) -> bytes:
    """One record; ``missing`` bytes are declared that are not there."""
    head = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() if kind == "response" else b""
    content_type = "application/http; msgtype=response" if kind == "response" else headers[14:]
    content = head + body
    lines = (
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2024-11-02T01:02:03Z",
        "WARC-Record-ID: <urn:uuid:12345678-0000-4000-8000-000000000001>",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(content) + missing}",
    )
    return "\r\n".join((*lines, "", "")).encode() + content + b"\r\n\r\n"
