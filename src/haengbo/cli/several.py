"""Pages → readings, in one process or in several; the same either way, in the pages' order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from haengbo.model.page import Page
    from haengbo.model.reading import Reading

#: Pages handed to a process at once.
_AT_ONCE = 4
#: A reading, or why there is none.
Result = tuple["Reading | None", str]


def read_all(
    pages: Iterable[tuple[str, Page]], packs: Sequence[Path], jobs: int
) -> Iterator[Result]:
    """Read pages that have names.

    Args:
        pages: Names of the readings and pages.
        packs: Folders laid over the shipped pack.
        jobs: Processes; each loads the analyser for itself (half a gigabyte).
    """
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy

    if packs:
        # A folder that is no pack is wrong usage, whatever the pages are like
        load(tuple(packs))
    tasks = ((name, page, tuple(packs)) for name, page in pages)
    if jobs == 1:
        yield from map(_read, tasks)
        return
    from multiprocessing import get_context  # noqa: PLC0415 - few runs need it

    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(_read, tasks, chunksize=_AT_ONCE)


def _read(task: tuple[str, Page, tuple[Path, ...]]) -> Result:
    from haengbo.errors import PageError  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.reader import read_page  # noqa: PLC0415

    name, page, packs = task
    try:
        return read_page(page, load(packs), reading_id=name), ""
    except PageError as error:
        return None, str(error)
