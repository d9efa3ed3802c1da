"""Archives, tables and mails are opened apart: in a process that may hang, fill up or die alone.

Comes in: a file, or bytes, with its name. Goes out: its pages as ``capture`` opens them; after a
death, in place of what is left of the file, a ``PageError`` that names it and says why. Invariant:
a file that is one page starts no process; pages that came before a death are in.
"""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import IO, Self

from haengbo.apart import posix
from haengbo.apart.limits import Limits
from haengbo.capture.items import Item, Wishes
from haengbo.capture.opening import is_one_page, is_plain_table, pages_of
from haengbo.errors import HaengboError, PageError
from haengbo.model.page import Known, Page

Reader = Callable[[Item, Wishes], Iterator[Page | PageError]]

#: Bytes of a table in plain text that is opened here: nothing in it is unpacked.
SMALL = 200_000
#: Bytes of a file for each of which a second is added: between two pages of an archive may be much
#: that is none, and all of it has to be passed.
_BYTES_A_SECOND = 1_000_000
_START_SECONDS = 300.0
_LATER = 5.0
_GOODBYE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class _File:
    """What is to be opened; sent to the process that opens.

    Attributes:
        source: Where, or what.
        name: Of its pages.
        known: Stated of them.
        wishes: How tables are read.
        seconds: Between two pages.
    """

    source: Path | bytes
    name: str
    known: Known
    wishes: Wishes
    seconds: float

    @contextmanager
    def opened(self) -> Iterator[Item]:
        """As the readers take it.

        Raises:
            OSError: It cannot be read.
        """
        with _stream(self.source) as stream:
            yield Item(self.name, stream, self.known)


def _stream(source: Path | bytes) -> IO[bytes]:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


@dataclass(frozen=True, slots=True)
class _End:
    """Said behind the last page of a file, or of a process that ended before it.

    Attributes:
        memory: Whether there was not enough of it.
        dead: Whether the process is gone.
    """

    memory: bool = False
    dead: bool = False


def _serve(link: Connection, reader: Reader, memory: int) -> None:
    """The child: one file after another until nobody gives any."""
    posix.leave_interrupts_to_the_parent()
    posix.limit_memory(memory)
    link.send(_End())
    while _serve_one(link, reader):
        pass


def _serve_one(link: Connection, reader: Reader) -> bool:
    """Give the pages of the next file; whether the process is of further use."""
    try:
        file: _File = link.recv()
    except (EOFError, ConnectionError):
        return False
    try:
        _give(link, reader, file)
    except ConnectionError:
        return False
    except (MemoryError, OSError) as error:
        posix.set_alarm(0)
        if isinstance(error, OSError) and error.errno != errno.ENOMEM:
            link.send(PageError(file.name, f"읽을 수 없다: {error.strerror or error}"))
            link.send(_End())
            return True
        # What was allocated is lost track of: a new process is the sure way
        link.send(_End(memory=True))
        return False
    return True


def _give(link: Connection, reader: Reader, file: _File) -> None:
    """The pages of a file, one after the other; the alarm runs while one is looked for."""
    with file.opened() as item:
        found = reader(item, file.wishes)
        while True:
            posix.set_alarm(file.seconds + _LATER)
            page = next(found, None)
            posix.set_alarm(0)
            if page is None:
                break
            link.send(page)
    link.send(_End())


@dataclass(slots=True)
class Opening:
    """Opens files for ``capture.collect``; use it as a context.

    Attributes:
        limits: Seconds between two pages, and memory; 0 seconds mean that files are opened in this
            process, without limits.
        reader: What opens; found by its name in the other process.
    """

    limits: Limits
    reader: Reader = pages_of
    _process: SpawnProcess | None = field(default=None, init=False)
    _link: Connection | None = field(default=None, init=False)

    def __call__(
        self, source: Path | bytes, name: str, known: Known, wishes: Wishes
    ) -> Iterator[Page | PageError]:
        """All pages of a file.

        Raises:
            OSError: It cannot be read.
            HaengboError: No process can be started.
        """
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        seconds = self.limits.seconds + size / _BYTES_A_SECOND
        file = _File(source, name, known, wishes, seconds)
        with file.opened() as item:
            light = is_one_page(item, wishes) or (size <= SMALL and is_plain_table(item))
            if light or self.limits.seconds == 0:
                yield from self.reader(item, wishes)
                return
        yield from self._apart(file)

    def _apart(self, file: _File) -> Iterator[Page | PageError]:
        link, count, whole = self._started(), 0, False
        try:
            link.send(file)
            while isinstance(said := self._heard(link, file.seconds), Page | PageError):
                count += 1
                yield said
            whole = said == _End()
            if not whole:
                yield PageError(file.name, self._why(said, count, file.seconds))
        finally:
            if not whole:
                self.close(kill=True)

    def _heard(self, link: Connection, seconds: float) -> Page | PageError | _End | None:
        """What the process says next; ``None`` if it says nothing in time or is dead."""
        try:
            if not link.poll(seconds):
                return None
            said: Page | PageError | _End = link.recv()
        except (EOFError, OSError):
            return _End(dead=True)
        return said

    def _why(self, said: _End | None, count: int, seconds: float) -> str:
        where = f"{count}쪽 뒤를 " if count else ""
        if said is None:
            return f"{where}{seconds:.0f}초 안에 열지 못했다"
        if said.memory:
            return f"{where}메모리 {self.limits.memory} MB 안에 열지 못했다"
        process = self._process
        if process is not None:
            process.join(_GOODBYE_SECONDS)
        detail = posix.how_it_ended(process.exitcode if process is not None else None)
        return f"{where}열던 프로세스가 죽었다({detail})"

    def _started(self) -> Connection:
        if self._link is not None and self._process is not None and self._process.is_alive():
            return self._link
        self.close()
        context = get_context("spawn")
        self._link, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, self.reader, self.limits.memory), daemon=True
        )
        self._process.start()
        theirs.close()
        if self._heard(self._link, _START_SECONDS) != _End():
            self.close(kill=True)
            raise HaengboError("여는 프로세스를 띄우지 못했다")
        return self._link

    def close(self, *, kill: bool = False) -> None:
        """Send the process home."""
        process, link = self._process, self._link
        self._process = self._link = None
        if link is not None:
            link.close()
        if process is not None:
            process.join(0 if kill else _GOODBYE_SECONDS)
            if process.is_alive():
                process.kill()
            process.join()
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
