"""Bytes → what they are: HTML, plain text, or no text at all.

Invariant: looks at bytes only, never at names of files.
"""

from __future__ import annotations

import codecs
import re

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
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
#: Control characters that no text holds, in the share that makes bytes no text.
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_TOO_MANY_CONTROLS = 0.01


def media_type_of(data: bytes) -> MediaType:
    """HTML if the bytes hold markup, else plain text.

    Example:
        ``<!doctype html>…`` is HTML; ``북한은 <연합>`` is plain text.
    """
    head = _narrowed(data[: 2 * _HEAD])
    found = _ELEMENTS.findall(head)
    whole = any(
        tag[1:6].lower() in (b"!doct", b"html>", b"html ", b"body>", b"body ") for tag in found
    )
    enclosed = bool(found) and head.lstrip().startswith(found[0]) and data.rstrip().endswith(b">")
    if whole or enclosed or len(found) >= _ENOUGH_ELEMENTS:
        return MediaType.HTML
    return MediaType.TEXT


def _narrowed(data: bytes) -> bytes:
    """UTF-16 made readable for the search of elements."""
    return data.replace(b"\x00", b"") if data.startswith(_WIDE) else data


def binary_kind(data: bytes) -> str | None:
    """What kind of binary the bytes are, or ``None`` for text.

    Example:
        ``binary_kind(b"%PDF-1.7 …")`` is ``"PDF"``.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(_WIDE):
        return None
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "이진 자료" if controls > _TOO_MANY_CONTROLS * len(head) else None
