"""Bytes of a page → its text, with the encoding that they are really in.

Order: byte order mark, what is declared outside or inside, UTF-8, CP949. A declared encoding that
does not decode is set aside with a finding. Invariant: the text is the bytes decoded and nothing
else; only the byte order mark is dropped, and NUL, which no database takes, is ``\ufffd``, one for
one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from haengbo.errors import PageError
from haengbo.model.article import Finding
from haengbo.model.page import Page

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml[^>]{0,60}?encoding)\s*=\s*["']?([\w-]+)""",
    re.IGNORECASE,
)
#: Legacy Korean encodings are all read as CP949, which contains EUC-KR.
_KOREAN = {
    "euc-kr",
    "euckr",
    "ks_c_5601-1987",
    "ks_c_5601",
    "ksc5601",
    "cp949",
    "ms949",
    "x-windows-949",
    "windows-949",
    "uhc",
    "korean",
}
#: A page may have a few broken bytes (cut-off captures, foreign advertisements); more is no text.
_TOLERATED = 0.002
_HANGUL = re.compile("[가-힣]")
_WHOLE_PAGE_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text.

    Attributes:
        text: Without byte order mark.
        charset: What it was decoded from.
        findings: ``charset-misdeclared``, ``charset-damaged``.
    """

    text: str
    charset: str
    findings: tuple[Finding, ...] = ()


def decode(page: Page) -> Decoded:
    """Decode a page's bytes.

    Raises:
        PageError: No Korean encoding fits.

    Example:
        A page that says ``charset=utf-8`` over CP949 bytes is read as CP949, with a finding.
    """
    for mark, charset in _MARKS:
        if page.data.startswith(mark):
            return _marked(page, mark, charset)
    declared = page.charset or _declared_inside(page.data)
    for charset in _candidates(declared):
        text = _strict(page.data, charset)
        if text is not None:
            return Decoded(text, charset, _misdeclared(declared, charset))
    return _damaged(page, declared)


def _marked(page: Page, mark: bytes, charset: str) -> Decoded:
    text = _strict(page.data[len(mark) :], charset)
    if text is None:
        raise PageError(page.name, "바이트 순서 표시와 맞지 않는 인코딩이다")
    return Decoded(text, charset)


def _declared_inside(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_WHOLE_PAGE_LIMIT])
    return found.group(1).decode("ascii", "replace") if found else None


def _canonical(name: str) -> str | None:
    lowered = name.strip().lower()
    if lowered in _KOREAN:
        return "cp949"
    try:
        return codecs.lookup(lowered).name
    except (LookupError, ValueError):
        return None


def _candidates(declared: str | None) -> Iterator[str]:
    """Declared first, unless it is a Latin encoding, which decodes anything and means nothing."""
    canonical = _canonical(declared) if declared else None
    if canonical in ("cp949", "utf-8"):
        yield canonical
    yield from (name for name in ("utf-8", "cp949") if name != canonical)
    if canonical and canonical.startswith("utf-16"):
        yield canonical


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return _without_nul(data.decode(charset))
    except (UnicodeDecodeError, LookupError):
        return None


def _without_nul(text: str) -> str:
    return text.replace("\x00", "\ufffd")


def _misdeclared(declared: str | None, charset: str) -> tuple[Finding, ...]:
    if declared is None or _canonical(declared) == charset or _canonical(declared) == "ascii":
        return ()
    return (Finding("charset-misdeclared", f"{declared}로 선언됐으나 실제로는 {charset}이다."),)


def _damaged(page: Page, declared: str | None) -> Decoded:
    """The encoding that leaves the fewest broken characters, if they are few."""
    names = ("utf-8", "cp949")
    tried = [(_without_nul(page.data.decode(name, "replace")), name) for name in names]
    text, charset = min(tried, key=lambda pair: pair[0].count("\ufffd"))
    if text.count("\ufffd") > max(2, _TOLERATED * len(text)) or not _HANGUL.search(text):
        raise PageError(page.name, "알 수 없는 인코딩이다")
    broken = Finding(
        "charset-damaged", f"{charset}로 읽히지 않는 글자가 {text.count(chr(0xFFFD))}개 있다."
    )
    return Decoded(text, charset, (*_misdeclared(declared, charset), broken))
