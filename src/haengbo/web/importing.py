"""Files, pasted text and addresses → pages in the ledger, one import after the other, watched live.

An import runs in the background and goes on when the browser is closed. Invariant: what is read is
in the ledger at once (one transaction a page), so that stopping loses nothing and repeating an
import takes in only what is missing.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from haengbo.apart import Limits, Opening, Preparing
from haengbo.capture import collect
from haengbo.errors import HaengboError, PageError
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.model.page import Known, Page
from haengbo.pipeline import Outcome, ingest

logger = logging.getLogger(__name__)
#: Imports that are remembered; older ones are in the ledger's log.
REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody wants to have in the ledger.

    Attributes:
        folder: Where the uploaded files lie; removed when they were read.
        sources: Their paths, then addresses.
        pages: Pasted pages.
        known: What is stated about all of them.
    """

    folder: Path
    sources: tuple[str, ...]
    pages: tuple[Page, ...] = ()
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one page: its name, the outcome, and why it could not be read."""

    name: str
    outcome: str
    reason: str = ""


@dataclass(slots=True)
class Import:
    """One import as it goes on; written by its thread only, read by everybody.

    Attributes:
        number: Its number in this run of the site.
        who: Who offered the pages.
        began: UTC time.
        lines: What became of each page so far, in order.
        total: How many pages there are, once counted.
        ended: UTC time, or ``None`` while it goes on.
        error: Why it broke off, or empty.
        before: Events and copies of the ledger when it began.
        after: The same when it ended.
    """

    number: int
    who: str
    began: str
    lines: list[Line] = field(default_factory=list)
    total: int | None = None
    ended: str | None = None
    error: str = ""
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def counts(self) -> Counter[str]:
        """Pages by outcome."""
        return Counter(line.outcome for line in list(self.lines))

    @property
    def seen(self) -> int:
        """Pages that were looked at."""
        return len(self.lines)

    @property
    def left(self) -> int:
        """Pages still to come, as far as known."""
        return max(0, (self.total or 0) - self.seen)

    @property
    def failures(self) -> list[Line]:
        """Pages that could not be read."""
        return [line for line in list(self.lines) if line.outcome == Outcome.FAILED.value]

    @property
    def reasons(self) -> list[tuple[str, list[Line]]]:
        """Failures by reason, most frequent first."""
        groups: dict[str, list[Line]] = {}
        for line in self.failures:
            groups.setdefault(line.reason, []).append(line)
        return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))

    @property
    def events(self) -> int:
        """Events that the ledger has more than before."""
        return self.after[0] - self.before[0]

    @property
    def copies(self) -> int:
        """Copies that the ledger has more than before."""
        return self.after[1] - self.before[1]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Imports:
    """All imports of this run of the site; one is worked at, the others wait in order."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._made: dict[int, Import] = {}
        self._lock = threading.Lock()

    def start(self, offer: Offer, who: str) -> Import:
        """Begin an import, after those that wait already."""
        with self._lock:
            number = max(self._made, default=0) + 1
            made = Import(number, who, _now())
            self._made[number] = made
            for old in [n for n in self._made if n <= number - REMEMBERED]:
                del self._made[old]
        self._worker.submit(self._work, made, offer)
        return made

    def get(self, number: int) -> Import | None:
        """One import, or ``None``."""
        return self._made.get(number)

    @property
    def all(self) -> tuple[Import, ...]:
        """Newest first."""
        return tuple(self._made[n] for n in sorted(self._made, reverse=True))

    def close(self) -> None:
        """Stop after the page that is being read."""
        for made in self.all:
            made.stopping.set()
        self._worker.shutdown(wait=True)

    def _work(self, made: Import, offer: Offer) -> None:
        try:
            _count(made, offer)
            made.before = _size(self._ledger)
            _take_in(self._ledger, made, offer)
            made.after = _size(self._ledger)
        except HaengboError as error:
            made.error = str(error)
        except Exception as error:
            logger.exception("import %s", made.number)
            name = type(error).__name__
            made.error = f"뜻하지 않은 잘못이다 ({name}). 자취는 서버의 기록에 있다."
        finally:
            shutil.rmtree(offer.folder, ignore_errors=True)
            made.ended = _now()


def _size(ledger: Ledger) -> tuple[int, int]:
    totals = ledger.totals()
    return totals.events, totals.copies


def _items(offer: Offer) -> Iterator[Page | PageError]:
    yield from offer.pages
    with Opening(Limits.of_environment()) as opener:
        yield from collect(offer.sources, known=offer.known, opener=opener)


def _addresses(sources: Sequence[str]) -> list[str]:
    return [s for s in sources if s.startswith(("http://", "https://"))]


def _count(made: Import, offer: Offer) -> None:
    """How many pages there are: the files are looked through once; an address is one page."""
    addresses = _addresses(offer.sources)
    files = [source for source in offer.sources if source not in addresses]
    with Opening(Limits.of_environment()) as opener:
        found = sum(1 for _ in collect(files, opener=opener))
    made.total = len(addresses) + len(offer.pages) + found


def _offered(
    made: Import, items: Iterator[Page | PageError], why: dict[str, str]
) -> Iterator[Page | PageError]:
    """The items until somebody stops the import; reasons that the sources give are noted."""
    for item in items:
        if made.stopping.is_set():
            return
        if isinstance(item, PageError):
            why[item.page] = item.reason
        yield item


def _take_in(ledger: Ledger, made: Import, offer: Offer) -> None:
    why: dict[str, str] = {}

    def report(name: str, outcome: Outcome) -> None:
        made.lines.append(Line(name, outcome.value, why.get(name, "")))

    # Whoever else uses the site must not wait for a page that hangs
    with Preparing((), Limits.of_environment(), streaming=True) as preparing:
        result = ingest(ledger, _offered(made, _items(offer), why), load(), report, preparing)
    why |= {error.page: error.reason for error in result.failures}
    made.lines[:] = [
        replace(line, reason=why.get(line.name, ""))
        if line.outcome == Outcome.FAILED.value
        else line
        for line in made.lines
    ]


def folder_for_files() -> Path:
    """A new folder for what is uploaded."""
    return Path(tempfile.mkdtemp(prefix="haengbo-"))
