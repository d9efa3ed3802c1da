"""Pages → readings, or all that a ledger stores of them, in processes of their own.

Comes in: pages with their names. Goes out: in their order, what reading gave, or a ``PageError``.
Invariant: the answers are those of reading in this process; a run of one small page starts none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from haengbo.apart.limits import Limits
from haengbo.apart.workers import Ended, How, Workers
from haengbo.errors import HaengboError, PageError
from haengbo.model.page import MediaType, Page

if TYPE_CHECKING:
    from haengbo.ledger.rows import Intake
    from haengbo.model.reading import Reading
    from haengbo.pipeline import Unread

#: Bytes of a page that is read right here when it is the only one: nothing else can be lost.
SMALL = 200_000
#: The name of a reading and its page.
Named = tuple[str, Page]

#: Read once by a new process, so that tables are compiled before a page's clock runs.
_WARM_UP = "최선희 북한 외무상이 3일 모스크바에 도착했다고 조선중앙통신이 보도했다."
_WHY = {
    How.TIME: "{seconds:g}초 안에 읽지 못했다",
    How.MEMORY: "메모리 {memory} MB 안에 읽지 못했다",
    How.DEATH: "읽던 프로세스가 죽었다({detail})",
}


def read_each(
    pages: Iterable[Named], packs: Sequence[Path], limits: Limits, jobs: int = 1
) -> Iterator[Reading | PageError]:
    """Read pages that have names.

    Args:
        pages: Names of the readings and pages.
        packs: Folders laid over the shipped pack.
        limits: For each page.
        jobs: Processes; each loads the analyser for itself (half a gigabyte).
    """
    work = partial(_read, tuple(packs))
    coming = iter(pages)
    first = list(islice(coming, 2))
    everything = chain(first, coming)
    if limits.seconds == 0 or (jobs == 1 and _alone([page for _, page in first])):
        yield from map(work, everything)
        return
    names: list[str] = []
    with Workers(partial(_load, tuple(packs)), work, limits, jobs) as workers:
        for answer in workers.each(_noting(everything, names)):
            name = names.pop(0)
            yield _error(name, answer, limits) if isinstance(answer, Ended) else answer


def _noting(pages: Iterable[Named], names: list[str]) -> Iterator[Named]:
    for named in pages:
        names.append(named[1].name)
        yield named


def _alone(pages: Sequence[Page]) -> bool:
    return len(pages) == 1 and len(pages[0].data) <= SMALL


def _error(name: str, ended: Ended, limits: Limits) -> PageError:
    said = {"seconds": limits.seconds, "memory": limits.memory, "detail": ended.detail}
    return PageError(name, _WHY[ended.how].format_map(said))


def _load(packs: tuple[Path, ...]) -> None:
    """What every page needs, before the first one's clock runs."""
    _read(packs, ("warm-up", Page("warm-up", _WARM_UP.encode(), MediaType.TEXT)))


def _read(packs: tuple[Path, ...], named: Named) -> Reading | PageError:
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, in the process that reads
    from haengbo.reader import read_page  # noqa: PLC0415

    name, page = named
    try:
        return read_page(page, load(packs), reading_id=name)
    except PageError as error:
        return error
    except (HaengboError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page, named as such
        return PageError(page.name, f"내부 오류: {type(error).__name__}: {error}")


def _prepare(packs: tuple[Path, ...], unread: Unread) -> Intake | PageError:
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, in the process that reads
    from haengbo.ledger.words import SearchWords  # noqa: PLC0415
    from haengbo.pipeline import prepare_intake  # noqa: PLC0415

    knowledge = load(packs)
    page, added = unread
    try:
        return prepare_intake(page, knowledge, SearchWords(knowledge), added)
    except PageError as error:
        return error


@dataclass(slots=True)
class Preparing:
    """What ``pipeline.ingest`` has its pages prepared by; use it as a context.

    Attributes:
        packs: Folders laid over the shipped pack.
        limits: For each page.
        streaming: Whether pages come by and by, so that the first may not be the only one.
        jobs: Processes that read side by side; the ledger has one writer whatever their number.
    """

    packs: Sequence[Path]
    limits: Limits
    streaming: bool = False
    jobs: int = 1
    _workers: Workers[Unread, Intake | PageError] | None = field(default=None, init=False)

    def __call__(self, unread: Sequence[Unread]) -> Iterator[Intake | PageError]:
        """Everything the ledger stores of each page, or why it cannot be read."""
        work = partial(_prepare, tuple(self.packs))
        alone = not self.streaming and _alone([page for page, _ in unread])
        if self.limits.seconds == 0 or (alone and self._workers is None):
            yield from map(work, unread)
            return
        if self._workers is None:
            self._workers = Workers(partial(_load, tuple(self.packs)), work, self.limits, self.jobs)
        answers = self._workers.each(unread)
        for (page, _), answer in zip(unread, answers, strict=True):
            yield _error(page.name, answer, self.limits) if isinstance(answer, Ended) else answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._workers is not None:
            self._workers.close()
            self._workers = None
