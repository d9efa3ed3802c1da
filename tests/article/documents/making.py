"""Small documents of a ministry that does not exist, in every format, made by hand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from html import escape

TITLE = "가람부, 누리국과 국장급 협의 개최"
SUBTITLE = "- 두 나라 협조 확대 방안 논의 -"
HEAD = [["보도시점", "2024. 11. 2.(토) 12:00", "배포", "2024. 11. 2.(토)"], ["담당부서", "가람국"]]
BODY = [
    (
        "□ 민들레 가람부 국장은 11월 2일(토) 서울에서 홍가람 누리국 국장과 국장급 협의를 갖고, "
        "양국 관계와 한반도 정세에 대해 의견을 교환하였다."
    ),
    "ㅇ 양측은 올해 두 나라 사이의 고위급 교류가 활발하게 이루어지고 있는 것을 평가하였다.",
    "□ 양측은 다음 협의를 내년 상반기 중 누리국에서 열기로 하였다.",
]


def packed(parts: dict[str, str]) -> bytes:
    """A ZIP of XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(body: Sequence[str] = BODY, extra: str = "") -> bytes:
    """A Word document; ``extra`` is XML at the end of its body."""

    def p(text: str, style: str = "") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in HEAD
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(map(p, body))
    return packed(
        {
            "word/document.xml": f"<w:document {space}><w:body><w:tbl>{rows}</w:tbl>"
            f"{p(TITLE, 'a3')}{p(SUBTITLE)}{paragraphs}{extra}</w:body></w:document>",
            "word/styles.xml": f'<w:styles {space}><w:style w:type="paragraph" w:styleId="a3">'
            '<w:name w:val="Title"/></w:style></w:styles>',
        }
    )


def hwpx(body: Sequence[str] = BODY, *, encrypted: bool = False) -> bytes:
    """A Hangul document in the open format."""
    space = (
        'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
        'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
        'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
    )

    def p(inner: str, style: int = 0) -> str:
        return f'<hp:p styleIDRef="{style}"><hp:run>{inner}</hp:run></hp:p>'

    def t(text: str) -> str:
        return f"<hp:t>{escape(text)}</hp:t>"

    def tr(row: Sequence[str]) -> str:
        cells = (f"<hp:tc><hp:subList>{p(t(cell))}</hp:subList></hp:tc>" for cell in row)
        return f"<hp:tr>{''.join(cells)}</hp:tr>"

    rows = "".join(map(tr, HEAD))
    inner = p(t("각주의 글이다."))
    note = f"<hp:ctrl><hp:footNote><hp:subList>{inner}</hp:subList></hp:footNote></hp:ctrl>"
    first = f"<hp:t>{body[0][:9]}<hp:lineBreak/>{body[0][9:]}</hp:t>{note}"
    paragraphs = "".join(p(t(text)) for text in body[1:])
    parts = {
        "mimetype": "application/hwp+zip",
        "Contents/header.xml": f'<hh:head {space}><hh:style id="0" name="바탕글"/>'
        '<hh:style id="1" name="제목"/></hh:head>',
        "Contents/section0.xml": f"<hs:sec {space}>{p(f'<hp:tbl>{rows}</hp:tbl>')}"
        f"{p(t(TITLE), 1)}{p(t(SUBTITLE))}{p(first)}{paragraphs}</hs:sec>",
        "META-INF/manifest.xml": "<manifest/>",
    }
    if encrypted:
        parts["META-INF/manifest.xml"] = (
            "<manifest><file-entry><encryption-data/></file-entry></manifest>"
        )
    return packed(parts)


def _record(tag: int, level: int, data: bytes = b"") -> bytes:
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def _paragraph(level: int, text: str, style: int = 0, *, before: bytes = b"") -> bytes:
    words = before + text.encode("utf-16-le") + b"\r\x00"
    head = struct.pack("<IIHBB", len(words) // 2, 0, 0, style, 0)
    return _record(66, level, head) + _record(67, level + 1, words)


def _control(code: int, name: bytes) -> bytes:
    """An extended control in the text: eight code units."""
    return struct.pack("<H", code) + name[::-1] + bytes(8) + struct.pack("<H", code)


def _table(level: int) -> bytes:
    out = _record(71, level, b"tbl "[::-1]) + _record(77, level + 1, bytes(8))
    for row, cells in enumerate(HEAD):
        for column, text in enumerate(cells):
            cell = struct.pack("<IIHHHH", 1, 0, column, row, 1, 1)
            out += _record(72, level + 1, cell) + _paragraph(level + 1, text)
    return out


def hwp(body: Sequence[str] = BODY, *, flags: int = 1) -> bytes:
    """A Hangul document in the binary format."""
    names = ["바탕글", "제목"]
    styles = b"".join(
        _record(26, 0, struct.pack("<H", len(name)) + name.encode("utf-16-le")) for name in names
    )
    note = (
        _record(71, 1, b"fn  "[::-1]) + _record(72, 2, bytes(8)) + _paragraph(2, "각주의 글이다.")
    )
    section = (
        _paragraph(0, "", before=_control(11, b"tbl "))
        + _table(1)
        + _paragraph(0, TITLE, 1)
        + _paragraph(0, SUBTITLE)
        + _paragraph(0, body[0], before=_control(17, b"fn  "))
        + note
        + b"".join(_paragraph(0, text) for text in body[1:])
    )
    header = b"HWP Document File".ljust(32, b"\x00") + struct.pack("<II", 0x05000300, flags)

    def shut(data: bytes) -> bytes:
        machine = zlib.compressobj(wbits=-15)
        return machine.compress(data) + machine.flush() if flags & 1 else data

    return compound(
        {
            ("FileHeader",): header,
            ("DocInfo",): shut(styles),
            ("BodyText", "Section0"): shut(section),
        }
    )


_SECTOR, _END, _FREE, _NONE = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF


def compound(streams: dict[tuple[str, ...], bytes]) -> bytes:
    """An OLE file; streams are filled up to the size that needs no small sectors."""
    entries = [("Root Entry", 5, _NONE, 1, b"")]
    loose = [path for path in streams if len(path) == 1]
    inner = [path for path in streams if len(path) == 2]
    # Siblings hang on one another to the right, which every reader takes.
    top = [*(path[0] for path in loose), "BodyText"]
    for index, name in enumerate(top):
        right = index + 2 if index + 1 < len(top) else _NONE
        child = len(top) + 1 if name == "BodyText" else _NONE
        data = streams.get((name,), b"")
        entries.append((name, 1 if name == "BodyText" else 2, right, child, data))
    for index, path in enumerate(inner):
        right = len(top) + 2 + index if index + 1 < len(inner) else _NONE
        entries.append((path[1], 2, right, _NONE, streams[path]))
    return _laid_out(entries)


def _laid_out(entries: list[tuple[str, int, int, int, bytes]]) -> bytes:
    fat: list[int] = []
    sectors: list[bytes] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [
            data[at : at + _SECTOR].ljust(_SECTOR, b"\x00") for at in range(0, len(data), _SECTOR)
        ]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    directory = b""
    for name, kind, right, child, data in entries:
        filled = data.ljust(4096, b"\x00") if kind == 2 else b""
        start = put(filled) if filled else _END
        coded = name.encode("utf-16-le") + b"\x00\x00"
        directory += coded.ljust(64, b"\x00") + struct.pack(
            "<HBBIII", len(coded), kind, 1, _NONE, right, child
        )
        directory += bytes(36) + struct.pack("<IQ", start, len(filled))
    directory_at = put(directory)
    fat_at = len(sectors)
    fat.append(0xFFFFFFFD)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    assert len(table) == _SECTOR
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, directory_at, 0, 4096, _END, 0, _END, 0, fat_at)
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors) + table


Lines = Sequence[tuple[float, float, float, str]]


def pdf(lines: Lines, *, named: bool = True) -> bytes:
    """A PDF of one page; lines are (left, height, size, text); ``named`` letters have names."""
    shown = "".join(
        f"BT /F1 {size} Tf {left} {height} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for left, height, size, text in lines
    )
    names = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /N def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange "
        "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    )
    info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    box = "/FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /Flags 4"
    unicode_map = "/ToUnicode 7 0 R" if named else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Garam /Encoding /Identity-H "
            f"/DescendantFonts [6 0 R] {unicode_map} >>"
        ),
        (
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Garam {info} /DW 1000 "
            "/FontDescriptor 8 0 R /W [32 [400]] >>"
        ),
        f"<< /Length {len(names)} >>\nstream\n{names}\nendstream",
        f"<< /Type /FontDescriptor /FontName /Garam {box} /ItalicAngle 0 /StemV 80 >>",
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    begin = len(out)
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size 9 /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF".encode()
