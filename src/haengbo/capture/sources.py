"""What the user names → pages, one by one.

Comes in: files, folders, ``-`` for standard input, ``.jsonl`` files. Goes out: ``Page`` or
``PageError`` in a fixed order. Invariant: never raises for one page; folders are read in the order
of their names, so that the same folder gives the same pages in the same order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from haengbo.capture.detect import binary_kind, media_type_of
from haengbo.capture.jsonl import pages_of_lines
from haengbo.errors import PageError
from haengbo.model.page import Known, Page

#: No page of news is longer: pages of portals with all scripts and pictures inside stay under
#: 10 MB. Larger files are dumps of something else, and would cost gigabytes when parsed.
PAGE_LIMIT = 20_000_000
STDIN_NAME = "stdin"


def collect(
    sources: Sequence[str], *, known: Known | None = None, stdin: bytes | None = None
) -> Iterator[Page | PageError]:
    """Read sources.

    Args:
        sources: Paths of files and folders, ``-`` for ``stdin``. A folder is read with all its
            folders, hidden files left out; its pages are named by their path in it. A file is
            named by its file name; lines of ``.jsonl`` by their ``id``.
        known: What the user states about every page; a JSONL line's own statement goes before it.
        stdin: Bytes of standard input.

    Example:
        ``collect(["pages/", "more.jsonl"])``
    """
    stated = known or Known()
    for source in sources:
        if source == "-":
            yield _page(STDIN_NAME, stdin or b"", stated)
        else:
            yield from _of_path(Path(source), source, stated)


def _of_path(path: Path, source: str, known: Known) -> Iterator[Page | PageError]:
    if path.is_dir():
        for inner in _files(path):
            yield from _of_file(inner, inner.relative_to(path).as_posix(), known)
    elif path.exists():
        yield from _of_file(path, path.name, known)
    else:
        yield PageError(source, "그런 파일이나 폴더가 없다")


def _files(folder: Path) -> Iterator[Path]:
    """Files below a folder in the order of their paths; hidden ones are the system's."""
    found = (path for path in folder.rglob("*") if path.is_file())
    parts = ((path, path.relative_to(folder).parts) for path in found)
    yield from (
        path for path, names in sorted(parts, key=lambda pair: pair[1]) if not _hidden(names)
    )


def _hidden(names: tuple[str, ...]) -> bool:
    return any(name.startswith(".") for name in names)


def _of_file(path: Path, name: str, known: Known) -> Iterator[Page | PageError]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _of_jsonl(path, name, known)
        return
    try:
        if path.stat().st_size > PAGE_LIMIT:
            yield PageError(name, f"너무 큰 파일이다({PAGE_LIMIT // 1_000_000} MB를 넘는다)")
            return
        data = path.read_bytes()
    except OSError as error:
        yield PageError(name, _why(error))
        return
    yield _page(name, data, known)


def _of_jsonl(path: Path, name: str, known: Known) -> Iterator[Page | PageError]:
    try:
        with path.open("rb") as lines:
            for page in pages_of_lines(lines, name, known):
                yield _checked(page) if isinstance(page, Page) else page
    except OSError as error:
        yield PageError(name, _why(error))


def _page(name: str, data: bytes, known: Known) -> Page | PageError:
    return _checked(Page(name, data, media_type_of(data), known=known))


def _checked(page: Page) -> Page | PageError:
    """The page, or why it is none."""
    if not page.data.strip():
        return PageError(page.name, "빈 파일이다")
    if len(page.data) > PAGE_LIMIT:
        return PageError(page.name, f"너무 큰 파일이다({PAGE_LIMIT // 1_000_000} MB를 넘는다)")
    kind = binary_kind(page.data)
    if kind is not None:
        return PageError(page.name, f"글이 아니다: {kind}")
    return page


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "읽을 권한이 없다"
    return f"읽을 수 없다: {error.strerror or error}"
