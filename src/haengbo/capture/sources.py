"""What the user names → pages, one by one.

Comes in: files, folders, addresses, ``-`` for standard input. Goes out: ``Page`` or ``PageError``
in a fixed order. Invariant: never raises for one page; folders are read in the order of their
names, so that the same folder gives the same pages in the same order everywhere.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from haengbo.capture.items import Item, Wishes, needs
from haengbo.capture.opening import pages_of
from haengbo.capture.tables import check_columns
from haengbo.capture.zips import wanted
from haengbo.errors import PageError
from haengbo.model.page import Known, Page

if TYPE_CHECKING:
    from haengbo.capture.web import Watch

STDIN_NAME = "stdin"

#: Opens a file or bytes of a name, with what is stated and wished.
Opener = Callable[[Path | bytes, str, Known, Wishes], Iterator[Page | PageError]]


def collect(
    sources: Sequence[str],
    *,
    known: Known | None = None,
    stdin: bytes | None = None,
    wishes: Wishes | None = None,
    web: Watch | None = None,
    opener: Opener | None = None,
) -> Iterator[Page | PageError]:
    """Read sources.

    Args:
        sources: Paths of files and folders, addresses, ``-`` for ``stdin``. A folder is read with
            all its folders, hidden files and the parts of saved pages left out; its pages are
            named by their path in it. A file is named by its file name, a row by its ``id``, a
            member of an archive ``archive!member``.
        known: What the user states about every page; a row's own statement goes before it.
        stdin: Bytes of standard input.
        wishes: How tables are to be read.
        web: How addresses are asked; politely and without memory, if not given.
        opener: What files and standard input are opened by; here, if not given.

    Raises:
        UsageError: The wishes name a field that we do not have.

    Example:
        ``collect(["pages/", "more.jsonl", "saved.zip"])``
    """
    stated, how = known or Known(), wishes or Wishes()
    check_columns(how.columns)
    opens = opener or open_here
    for source in sources:
        if source == "-":
            yield from opens(stdin or b"", STDIN_NAME, stated, how)
        elif source.startswith(("http://", "https://")):
            yield from _of_url(source, stated, web)
        else:
            if not Path(source).exists():
                yield PageError(source, "그런 파일이나 폴더가 없다")
                continue
            for path, name in _files(Path(source)):
                yield from _of_file(partial(opens, path, name, stated, how), name)


def _of_url(url: str, known: Known, web: Watch | None) -> Iterator[Page | PageError]:
    try:
        from haengbo.capture.web import Watch  # noqa: PLC0415 - an optional extra
    except ModuleNotFoundError:
        yield PageError(url, needs("net", "주소"))
        return
    yield from (web or Watch(known=known)).pages([url])


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Files with the names of their pages."""
    if path.is_dir():
        yield from ((path / name, name) for name in names_below(path))
    else:
        yield path, path.name


def names_below(folder: Path) -> Iterator[str]:
    """Paths below a folder in their order, with ``/`` on every system; hidden ones are left out."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    ordered = sorted(found, key=lambda path: path.parts)
    yield from wanted([path.as_posix() for path in ordered])


def open_here(
    source: Path | bytes, name: str, known: Known, wishes: Wishes
) -> Iterator[Page | PageError]:
    """Open a file or bytes in this process.

    Raises:
        OSError: It cannot be read.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with stream:
        yield from pages_of(Item(name, stream, known), wishes)


def _of_file(
    opened: Callable[[], Iterator[Page | PageError]], name: str
) -> Iterator[Page | PageError]:
    try:
        yield from opened()
    except OSError as error:
        yield PageError(name, _why(error))


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "읽을 권한이 없다"
    return f"읽을 수 없다: {error.strerror or error}"
