"""DOCX and HWPX: XML in a ZIP → paragraphs.

Comes in: bytes. Goes out: paragraphs in the order of the text, tables row by row. Invariant: no
entity is opened, no part is unpacked beyond the limit; headers, footers and notes are left out.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from haengbo.article.documents.paragraphs import (
    Paragraph,
    Style,
    UnreadableError,
    on_one_line,
    rows,
    style_of,
)

_LIMIT = 64_000_000
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError),
    *(ValueError, IndexError, RuntimeError, struct.error),
)
_SECTION = re.compile(r"Contents/section(\d+)\.xml")
#: Not part of the text: deleted words, field codes, notes, headers, the second form of a drawing.
_LEFT_OUT = {
    *("del", "instrText", "Fallback", "pPr", "rPr"),
    *("header", "footer", "footNote", "endNote", "hiddenComment"),
}
_SPACES = {"tab", "br", "cr", "lineBreak", "nbSpace", "fwSpace", "ptab"}


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    with archive.open(name) as stream:
        data = stream.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise UnreadableError("안에 든 글이 너무 크다")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"문서가 깨졌다: {name}") from error


def docx_paragraphs(data: bytes) -> Iterator[Paragraph]:
    """Paragraphs of a Word document.

    Raises:
        UnreadableError: It is broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = _part(archive, "word/document.xml")
            named = "word/styles.xml" in archive.namelist()
            styles = _docx_styles(_part(archive, "word/styles.xml")) if named else {}
    except _BROKEN as error:
        raise UnreadableError(f"문서가 깨졌다: {error}") from error
    yield from _Walk("w:p", "pStyle", styles).within(root)


def hwpx_paragraphs(data: bytes) -> Iterator[Paragraph]:
    """Paragraphs of a Hangul document in its open format.

    Raises:
        UnreadableError: It is broken or encrypted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and _is_encrypted(archive):
                raise UnreadableError("암호가 걸린 한글 문서이다")
            header = "Contents/header.xml"
            styles = _hwpx_styles(_part(archive, header)) if header in names else {}
            numbers = sorted(int(found[1]) for name in names if (found := _SECTION.fullmatch(name)))
            sections = [_part(archive, f"Contents/section{number}.xml") for number in numbers]
    except _BROKEN as error:
        raise UnreadableError(f"문서가 깨졌다: {error}") from error
    for number, section in zip(numbers, sections, strict=True):
        yield from _Walk(f"section{number}/p", "styleIDRef", styles).within(section)


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    return any(
        _local(e) == "encryption-data" for e in _part(archive, "META-INF/manifest.xml").iter()
    )


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(found, ""))


def _docx_styles(root: etree._Element) -> dict[str, Style]:
    styles = {}
    for element in root.iter():
        if _local(element) == "style":
            names = [_attribute(child, "val") for child in element if _local(child) == "name"]
            style = style_of(names[0]) if names else None
            if style is not None:
                styles[_attribute(element, "styleId")] = style
    return styles


def _hwpx_styles(root: etree._Element) -> dict[str, Style]:
    styles = {}
    for element in root.iter():
        if _local(element) == "style":
            style = style_of(_attribute(element, "name"))
            if style is not None:
                styles[_attribute(element, "id")] = style
    return styles


class _Walk:
    """Goes through the elements of a document, which both formats nest alike."""

    def __init__(self, name: str, style: str, styles: dict[str, Style]) -> None:
        self._name = name
        self._style = style
        self._styles = styles
        self._count = 0

    def within(self, element: etree._Element) -> Iterator[Paragraph]:
        """Paragraphs inside an element."""
        for child in element:
            name = _local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name not in _LEFT_OUT:
                yield from self.within(child)

    def _table(self, table: etree._Element) -> Iterator[Paragraph]:
        for row in table:
            if _local(row) == "tr":
                cells = [list(self.within(cell)) for cell in row if _local(cell) == "tc"]
                yield from rows(cells)

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        self._count += 1
        words: list[str] = []
        inner: list[etree._Element] = []
        self._gather(element, words, inner)
        text = on_one_line("".join(words))
        if text:
            yield Paragraph(text, f"{self._name}[{self._count}]", self._style_of(element))
        for box in inner:
            yield from self._table(box) if _local(box) == "tbl" else self.within(box)

    def _gather(
        self, element: etree._Element, words: list[str], inner: list[etree._Element]
    ) -> None:
        """Words of a paragraph; tables and boxes that hang on it come after it."""
        for child in element:
            name = _local(child)
            if name in _SPACES:
                words.append(" ")
            elif name == "t":
                words.append(child.text or "")
                for piece in child:
                    words.append(" " if _local(piece) in _SPACES else "")
                    words.append(piece.tail or "")
            elif name in ("tbl", "txbxContent", "subList"):
                inner.append(child)
            elif name not in _LEFT_OUT:
                self._gather(child, words, inner)

    def _style_of(self, element: etree._Element) -> Style | None:
        key = _attribute(element, self._style)
        if not key:
            found = (e for e in element.iter() if _local(e) == self._style)
            key = next((_attribute(e, "val") for e in found), "")
        return self._styles.get(key)
