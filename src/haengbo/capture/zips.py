"""ZIP archives → their members; web archives in them (WACZ) → their WARC files.

Comes in: a ZIP. Goes out: an ``Item`` for each member, in the order of their names, or a
``PageError`` named ``archive!member``. Invariant: nothing is written to disk under a member's
name; a member that is encrypted, broken or lies about its size is one error.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import IO

from haengbo.capture.items import PAGE_LIMIT, WHOLE_LIMIT, Item, too_large
from haengbo.errors import PageError

_UTF8 = 0x800
_ENCRYPTED = 0x1
#: What packing programs put in of their own.
_FOREIGN = ("__MACOSX", "Thumbs.db", "desktop.ini")
#: Browsers save a page's pictures and scripts in a folder of its name with one of these.
_PARTS = ("_files", ".files", "_파일")
#: Members that hold many pages.
_MANY = (".zip", ".wacz", ".mbox", ".eml", ".mht", ".mhtml", ".xlsx", ".csv", ".jsonl", ".parquet")
_MEMBERS_MOST = 1_000_000
#: What Python raises over broken archives: names and places in them may be any bytes.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError),
    *(ValueError, IndexError, RuntimeError, struct.error),
)


def member_names(stream: IO[bytes]) -> tuple[str, ...]:
    """Names of a ZIP's members; none if it cannot be read. The stream is left at its beginning."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = tuple(archive.namelist())
    except BROKEN:
        names = ()
    stream.seek(0)
    return names


def items_of_zip(item: Item) -> Iterator[Item | PageError]:
    """The members of an archive that may be pages."""
    try:
        archive = zipfile.ZipFile(item.stream)
    except BROKEN as error:
        yield PageError(item.name, f"ZIP으로 읽히지 않는다: {error}")
        return
    with archive:
        infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if len(infos) > _MEMBERS_MOST:
            yield PageError(item.name, f"안에 든 것이 너무 많다({len(infos)})")
            return
        named = sorted(((_name(info), info) for info in infos), key=lambda pair: pair[0])
        names = [name for name, _ in named]
        shown = set(wanted(names))
        for name, info in named:
            if name in shown:
                yield _member(item, archive, name, info)


def wanted(names: Sequence[str]) -> Iterator[str]:
    """Members that may be pages: of a WACZ its WARC files, else all but parts of saved pages."""
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        yield from (name for name in names if name.startswith("archive/"))
        return
    pages = {_stem(name) for name in names}
    yield from (name for name in names if not _foreign(name) and not is_part(name, pages))


def _stem(name: str) -> str:
    """The path without the ending of a saved page."""
    base, dot, ending = name.rpartition(".")
    return base if dot and ending.lower() in ("html", "htm", "xhtml", "mht") else ""


def is_part(name: str, pages: set[str]) -> bool:
    """Whether a path lies in the folder of parts of one of the saved pages.

    Example:
        ``속보_files/a.css`` is a part of ``속보.html``.
    """
    for folder in PurePosixPath(name).parents:
        text = folder.as_posix()
        if any(text.endswith(ending) and text[: -len(ending)] in pages for ending in _PARTS):
            return True
    return False


def _foreign(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part in _FOREIGN for part in parts)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: Korean Windows writes CP949 without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp949")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def _member(
    item: Item, archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo
) -> Item | PageError:
    where = f"{item.name}!{name}"
    if info.flag_bits & _ENCRYPTED:
        return PageError(where, "암호가 걸려 있다")
    warc = name.lower().endswith((".warc", ".warc.gz"))
    limit = WHOLE_LIMIT if name.lower().endswith(_MANY) else PAGE_LIMIT
    if not warc and info.file_size > limit:
        return PageError(where, too_large(limit))
    try:
        stream = archive.open(info)
        if warc:
            return item.inner(name, stream)
        with stream:
            data = stream.read(limit + 1)
    except BROKEN as error:
        return PageError(where, f"풀 수 없다: {error}")
    if len(data) > limit:
        return PageError(where, too_large(limit))
    return item.inner(name, io.BytesIO(data))
