"""Bytes → what they are: HTML, plain text, a document, or no text at all.

Invariant: looks at bytes only, never at names of files.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile

from haengbo.model.page import MediaType

#: Enough to pass a long preamble of comments and scripts before the first element.
_HEAD = 8192
_ELEMENTS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|table|section|p|br|span|script|h[1-6])\b[^>]{0,2000}>",
    re.IGNORECASE,
)
_ENOUGH_ELEMENTS = 3
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x89PNG", "PNG 그림"),
    (b"\xff\xd8\xff", "JPEG 그림"),
    (b"GIF8", "GIF 그림"),
    (b"RIFF", "RIFF(그림·소리)"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf", "7z"),
    (b"\xd0\xcf\x11\xe0", "옛 오피스·한글 문서"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "실행 파일"),
)
_FEED_HEAD = 4096
_FEED_MARKS = (b"<rss", b"<feed", b"<urlset", b"<sitemapindex", b"<opml")
_OLE = b"\xd0\xcf\x11\xe0"
_HANGUL_5 = b"HWP Document File\x00"
_HANGUL_3 = b"HWP Document File V3"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
#: Some programs put a few bytes before a PDF.
_PREAMBLE = 1024
#: The part that makes a ZIP a document.
_PARTS = {
    "word/document.xml": MediaType.DOCX,
    "Contents/section0.xml": MediaType.HWPX,
}
DOCUMENTS = frozenset(_PARTS)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
#: Control characters that no text holds, in the share that makes bytes no text.
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_TOO_MANY_CONTROLS = 0.01


def media_type_of(data: bytes) -> MediaType:
    """What the bytes are: a document, HTML if they hold markup, else plain text.

    Example:
        ``<!doctype html>…`` is HTML; ``북한은 <연합>`` is plain text.
    """
    document = document_type(data)
    if document is not None:
        return document
    head = _narrowed(data[: 2 * _HEAD])
    found = _ELEMENTS.findall(head)
    whole = any(
        tag[1:6].lower() in (b"!doct", b"html>", b"html ", b"body>", b"body ") for tag in found
    )
    enclosed = bool(found) and head.lstrip().startswith(found[0]) and data.rstrip().endswith(b">")
    if whole or enclosed or len(found) >= _ENOUGH_ELEMENTS:
        return MediaType.HTML
    return MediaType.TEXT


def document_type(data: bytes) -> MediaType | None:
    """Which document the bytes are, or ``None``.

    Example:
        ``%PDF-1.7 …`` is a PDF; a ZIP with ``word/document.xml`` is a Word document.
    """
    if b"%PDF-" in data[:_PREAMBLE]:
        return MediaType.PDF
    if data.startswith(_OLE) and _HANGUL_5 in data:
        return MediaType.HWP
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, IndexError):
        return None
    found = (kind for name, kind in _PARTS.items() if name in names)
    return next(found, None)


def _narrowed(data: bytes) -> bytes:
    """UTF-16 made readable for the search of elements."""
    return data.replace(b"\x00", b"") if data.startswith(_WIDE) else data


def is_feed(data: bytes) -> bool:
    """Whether the bytes are a feed, a sitemap or a list of feeds, and no page about them."""
    head = data[:_FEED_HEAD].lower().lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    return (
        head.startswith(b"<") and any(mark in head for mark in _FEED_MARKS) and b"<html" not in head
    )


def binary_kind(data: bytes) -> str | None:
    """What kind of binary the bytes are, or ``None`` for text.

    Example:
        ``binary_kind(b"%PDF-1.7 …")`` is ``"PDF"``.
    """
    if data.startswith(_HANGUL_3):
        return "한글 3 문서"
    if data.startswith(_OLE) and _LOCKED_OFFICE in data:
        return "암호가 걸린 오피스 문서"
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(_WIDE):
        return None
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "이진 자료" if controls > _TOO_MANY_CONTROLS * len(head) else None
