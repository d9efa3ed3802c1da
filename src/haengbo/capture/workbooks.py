"""What opening a workbook would cost, seen before it is opened.

Comes in: the bytes of an XLSX. Goes out: nothing, or why it is not opened. A few kilobytes can say
that the last cell of a sheet stands in row 1,048,576 and column 16,384, or show one long text in a
million cells: the library that opens it takes memory for all of them. Invariant: no part is held
whole but the table of texts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from haengbo.capture.zips import BROKEN

#: Bytes of all parts; an export of 20,000 articles has some 60 million.
UNPACKED_MOST = 300_000_000
#: Rows times columns; the same export has 400,000.
CELLS_MOST = 20_000_000
#: Characters that cells could show of the table of texts, at worst.
SHOWN_MOST = 500_000_000
_TEXTS = "xl/sharedStrings.xml"
_CHUNK = 1 << 20
#: Longer than any reference, so that none is lost between two chunks.
_OVERLAP = 64
_REFERENCE = re.compile(rb'\sr="([A-Z]{0,3})([0-9]{1,7})"')
_SHOWS = re.compile(rb'\st="s"')


class TooMuchError(Exception):
    """Opening it would cost too much; the message says what."""


def check(data: bytes) -> None:
    """Refuse a workbook that would take the machine's memory; what is no ZIP is not looked at.

    Raises:
        TooMuchError: It would.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
    except BROKEN:
        # The library that opens it says what is broken
        return


def _check(archive: zipfile.ZipFile) -> None:
    unpacked = longest = shows = 0
    for info in archive.infolist():
        texts = info.filename == _TEXTS
        held: list[bytes] = []
        rows = columns = 0
        for chunk in _chunks(archive, info):
            unpacked += len(chunk)
            if unpacked > UNPACKED_MOST:
                raise TooMuchError(
                    f"엑셀 표를 풀면 너무 크다({UNPACKED_MOST // 1_000_000} MB 넘음)"
                )
            if texts:
                held.append(chunk)
                continue
            shows += len(_SHOWS.findall(chunk))
            for letters, number in set(_REFERENCE.findall(chunk)):
                rows, columns = max(rows, int(number)), max(columns, _column(letters))
        if rows * columns > CELLS_MOST:
            raise TooMuchError(f"엑셀 표의 칸이 너무 많다({rows:,} × {columns:,})")
        if texts:
            longest = max(map(len, b"".join(held).split(b"</si>")))
    if longest * shows > SHOWN_MOST:
        raise TooMuchError("엑셀 표의 한 글이 너무 많은 칸에 들어 있다")


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part piece by piece, each with the end of the one before."""
    with archive.open(info) as stream:
        before = b""
        while piece := stream.read(_CHUNK):
            yield before + piece
            before = b"" if info.filename == _TEXTS else piece[-_OVERLAP:]


def _column(letters: bytes) -> int:
    """``A`` is 1, ``XFD`` 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
