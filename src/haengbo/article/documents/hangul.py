"""HWP 5: Hangul's binary format → paragraphs.

Comes in: bytes of an OLE file. Goes out: paragraphs in the order of the text, tables row by row.
Source: Hancom's public description of the format (한글 문서 파일 형식 5.0): streams ``FileHeader``,
``DocInfo`` and ``BodyText/SectionN`` of records with tag, level and size. Invariant: what is
encrypted or made for distribution is refused; nothing is unpacked beyond the limit.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from haengbo.article.documents.paragraphs import (
    Paragraph,
    Style,
    UnreadableError,
    on_one_line,
    rows,
    style_of,
)

_LIMIT = 64_000_000
_PACKED, _ENCRYPTED, _DISTRIBUTED, _DRM = 1, 2, 4, 16
_FLAGS_AT, _VERSION_END = 36, 256
_STYLE, _PARAGRAPH, _TEXT, _CONTROL, _LIST = 26, 66, 67, 71, 72
_STYLE_AT = 10
_CELL_AT = 8
#: Controls whose paragraphs are not the text's: header, footer, footnote, endnote, comment.
_LEFT_OUT = (b"head", b"foot", b"fn  ", b"en  ", b"tcmt")
_TABLE = b"tbl "
#: Control characters of one code unit; all others below 32 are eight long.
_SINGLE = frozenset({0, 10, 13, *range(24, 32)})
_MEANT = {9: " ", 10: " ", 24: "-", 30: " ", 31: " "}
#: What olefile and the reading of records raise over broken files.
_BROKEN = (OSError, struct.error, zlib.error, *(IndexError, ValueError, TypeError, KeyError))
_CONTROLS_END = 32


@dataclass(frozen=True, slots=True)
class _Record:
    tag: int
    level: int
    data: bytes


def hwp_paragraphs(data: bytes) -> Iterator[Paragraph]:
    """Paragraphs of a Hangul document.

    Raises:
        UnreadableError: It is broken, encrypted or made for distribution.
        ModuleNotFoundError: The extra is not installed.
    """
    import olefile  # noqa: PLC0415 - an optional extra

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            flags = _flags(_stream(file, "FileHeader"))
            packed = bool(flags & _PACKED)
            styles = _styles(_unpacked(_stream(file, "DocInfo"), packed=packed))
            found = sorted(
                (int(name[1][7:]), name)
                for name in file.listdir()
                if name[0] == "BodyText" and name[1][7:].isdigit()
            )
            sections = [
                list(_records(_unpacked(_stream(file, "/".join(name)), packed=packed)))
                for _, name in found
            ]
    except _BROKEN as error:
        raise UnreadableError(f"한글 문서가 깨졌다: {error}") from error
    for number, section in enumerate(sections):
        yield from _Section(styles, f"section{number}/p").paragraphs(section)


def _stream(file: Any, name: str) -> bytes:  # noqa: ANN401 - the library ships no types
    if file.get_size(name) > _LIMIT:
        raise UnreadableError("안에 든 글이 너무 크다")
    with file.openstream(name) as stream:
        data: bytes = stream.read()
    return data


def _flags(header: bytes) -> int:
    if not header.startswith(b"HWP Document File") or len(header) < _FLAGS_AT + 4:
        raise UnreadableError("한글 5 문서가 아니다")
    flags: int = struct.unpack_from("<I", header, _FLAGS_AT)[0]
    if flags & _ENCRYPTED:
        raise UnreadableError("암호가 걸린 한글 문서이다")
    if flags & _DISTRIBUTED:
        raise UnreadableError("배포용 한글 문서라 글을 꺼낼 수 없다")
    if flags & _DRM:
        raise UnreadableError("DRM으로 잠긴 한글 문서이다")
    return flags


def _unpacked(data: bytes, *, packed: bool) -> bytes:
    if not packed:
        return data
    out = zlib.decompressobj(-15).decompress(data, _LIMIT + 1)
    if len(out) > _LIMIT:
        raise UnreadableError("안에 든 글이 너무 크다")
    return out


def _records(data: bytes) -> Iterator[_Record]:
    """Records of a stream; a size of 0xFFF stands in the four bytes that follow."""
    at = 0
    while at + 4 <= len(data):
        head = struct.unpack_from("<I", data, at)[0]
        at += 4
        size = head >> 20
        if size == 0xFFF:  # noqa: PLR2004 - as described
            size = struct.unpack_from("<I", data, at)[0]
            at += 4
        yield _Record(head & 0x3FF, (head >> 10) & 0x3FF, data[at : at + size])
        at += size


def _styles(data: bytes) -> list[Style | None]:
    """What each style says, by its number."""
    found: list[Style | None] = []
    for record in _records(data):
        if record.tag == _STYLE:
            length = struct.unpack_from("<H", record.data)[0]
            found.append(style_of(record.data[2 : 2 + 2 * length].decode("utf-16-le", "replace")))
    return found


class _Section:
    """Goes through the records of a section; cells of a table are gathered until it ends."""

    def __init__(self, styles: Sequence[Style | None], name: str) -> None:
        self._styles = styles
        self._name = name
        self._count = 0
        self._style: Style | None = None
        self._table: int | None = None
        self._cell: tuple[int, int] | None = None
        self._cells: dict[tuple[int, int], list[Paragraph]] = {}
        self._skipped: int | None = None

    def paragraphs(self, records: Iterable[_Record]) -> Iterator[Paragraph]:
        """All paragraphs of the text."""
        for record in records:
            if self._skipped is not None and record.level > self._skipped:
                continue
            self._skipped = None
            if self._ends_table(record):
                yield from self._rows()
            paragraph = self._take(record)
            if paragraph is None:
                continue
            if self._cell is None:
                yield paragraph
            else:
                self._cells.setdefault(self._cell, []).append(paragraph)
        yield from self._rows()

    def _ends_table(self, record: _Record) -> bool:
        return (
            self._table is not None
            and record.level <= self._table
            and record.tag in (_PARAGRAPH, _CONTROL)
        )

    def _rows(self) -> Iterator[Paragraph]:
        """The rows of the table that has ended."""
        for number in sorted({row for row, _ in self._cells}):
            yield from rows([self._cells[key] for key in sorted(self._cells) if key[0] == number])
        self._cells = {}
        self._table = self._cell = None

    def _take(self, record: _Record) -> Paragraph | None:
        """Note what a record says; the paragraph, if it is one's text."""
        if record.tag == _PARAGRAPH:
            self._count += 1
            self._style = _style_at(record.data, self._styles)
        elif record.tag == _CONTROL:
            self._open(record)
        elif record.tag == _LIST and self._is_cell(record):
            column, row = struct.unpack_from("<HH", record.data, _CELL_AT)
            self._cell = row, column
        elif record.tag == _TEXT:
            text = on_one_line(_words(record.data))
            return Paragraph(text, f"{self._name}[{self._count}]", self._style) if text else None
        return None

    def _open(self, record: _Record) -> None:
        control = record.data[:4][::-1]
        if control in _LEFT_OUT:
            self._skipped = record.level
        elif control == _TABLE and self._table is None:
            self._table = record.level

    def _is_cell(self, record: _Record) -> bool:
        """Whether a list of paragraphs is a cell of the table, not of a table or box in it."""
        inside = self._table is not None and record.level == self._table + 1
        return inside and len(record.data) >= _CELL_AT + 4


def _style_at(data: bytes, styles: Sequence[Style | None]) -> Style | None:
    number = data[_STYLE_AT] if len(data) > _STYLE_AT else len(styles)
    return styles[number] if number < len(styles) else None


def _words(data: bytes) -> str:
    """The text of a paragraph without its control characters."""
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    kept: list[str] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if unit >= _CONTROLS_END:
            kept.append(chr(unit))
            at += 1
        else:
            kept.append(_MEANT.get(unit, ""))
            at += 1 if unit in _SINGLE else 8
    return "".join(kept).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
