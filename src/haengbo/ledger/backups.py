"""A ledger → one file that can be checked, and back.

The file is a ZIP of the ledger as an SQLite file (``annals.db``) and a record (``backup.json``)
with its SHA-256, the number of its migration and what it holds. It is taken while others read and
write: SQLite's own online backup sees one state; a ledger on PostgreSQL is copied in one
transaction. Invariants: a backup appears under its name only when it is whole; a restore writes
nothing unless checksum and integrity are right, and never over a ledger that is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from haengbo.errors import LedgerError, UsageError
from haengbo.ledger.copying import copy_ledger
from haengbo.ledger.ledger import Ledger
from haengbo.ledger.opening import HEAD, url_of

_DATA = "annals.db"
_RECORD = "backup.json"
_FORMAT = 1
_CHUNK = 1 << 20
_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds.

    Attributes:
        sha256: Of the SQLite file inside.
        size: Of the same, in bytes.
        migration: The newest migration that its schema has seen.
        pages: Pages in it, removed ones included.
        decisions: Decisions of people in it.
        head: The newest seal of decisions and accounts (``sealing``); empty where there is none.
    """

    sha256: str
    size: int
    migration: str
    pages: int
    decisions: int
    head: str = ""


def back_up(location: str | Path, target: Path) -> Backup:
    """Write a backup of a ledger, which may be in use.

    Args:
        location: Path or URL of the ledger.
        target: The file to make; one that is there is replaced when the new one is whole.

    Raises:
        LedgerError: The ledger cannot be read or the file not written.
    """
    if not target.absolute().parent.is_dir():
        raise LedgerError(f"백업을 둘 폴더가 없다: {target.parent}")
    try:
        with tempfile.TemporaryDirectory(dir=target.absolute().parent) as folder:
            data = Path(folder) / _DATA
            _snapshot(location, data)
            made = _described(data)
            whole = Path(folder) / "whole"
            _pack(data, made, whole)
            whole.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(f"백업할 수 없다: {target}: {error}") from error
    return made


def restore(source: Path, location: str | Path) -> Backup:
    """Make a ledger of a backup.

    Args:
        source: A file that ``back_up`` made.
        location: Where to: a path that is free, or the URL of an empty ledger.

    Raises:
        UsageError: Something is at that place already.
        LedgerError: The file is no backup, is damaged, or was made by a newer haengbo.
    """
    url = url_of(location)
    path = Path(url.removeprefix(_SQLITE)) if url.startswith(_SQLITE) else None
    if path is not None and path.exists():
        raise UsageError(f"되살릴 곳에 이미 파일이 있다: {path}")
    beside = path.absolute().parent if path is not None else None
    if beside is not None and not beside.is_dir():
        raise LedgerError(f"장부를 둘 폴더가 없다: {beside}")
    try:
        with tempfile.TemporaryDirectory(dir=beside) as folder:
            data = Path(folder) / _DATA
            made = _unpack(source, data)
            if path is not None:
                data.replace(path)
            else:
                _into(data, location)
    except (OSError, zipfile.BadZipFile, sqlite3.Error) as error:
        raise LedgerError(f"되살릴 수 없다: {source}: {error}") from error
    return made


def described(source: Path) -> Backup:
    """What a backup says of itself, its sum not yet checked.

    Raises:
        LedgerError: The file is no backup.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            return _record(archive, source)
    except (OSError, zipfile.BadZipFile) as error:
        raise LedgerError(f"haengbo의 백업이 아니다: {source}: {error}") from error


def _snapshot(location: str | Path, data: Path) -> None:
    ledger = Ledger.open(location, create=False)
    try:
        if ledger.engine.dialect.name == "sqlite":
            _online(ledger, data)
        else:
            _into_file(ledger, data)
    finally:
        ledger.close()
    with closing(sqlite3.connect(data)) as connection:
        # One file: nothing beside it is needed to open it
        connection.execute("PRAGMA journal_mode=DELETE")


def _online(ledger: Ledger, data: Path) -> None:
    with ledger.engine.connect() as connection, closing(sqlite3.connect(data)) as target:
        connection.rollback()
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.backup(target)


def _into_file(ledger: Ledger, data: Path) -> None:
    target = Ledger.open(data)
    try:
        copy_ledger(ledger, target)
    finally:
        target.close()


def _into(data: Path, location: str | Path) -> None:
    source, target = Ledger.open(data), Ledger.open(location)
    try:
        copy_ledger(source, target)
    finally:
        source.close()
        target.close()


def _described(data: Path) -> Backup:
    with closing(sqlite3.connect(data)) as connection:
        _check(connection)
        (migration,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (pages,) = connection.execute("SELECT count(*) FROM pages").fetchone()
        (decided,) = connection.execute("SELECT count(*) FROM decisions").fetchone()
        newest = "SELECT id || ':' || hash FROM seals ORDER BY id DESC LIMIT 1"
        (head,) = connection.execute(newest).fetchone() or ("",)
    with data.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Backup(sha256, data.stat().st_size, migration, pages, decided, head)


def _check(connection: sqlite3.Connection) -> None:
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise LedgerError(f"장부가 상했다: {said}")


def _pack(data: Path, made: Backup, whole: Path) -> None:
    record = {"format": _FORMAT} | {name: getattr(made, name) for name in Backup.__slots__}
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(_RECORD, json.dumps(record, indent=1))
        archive.write(data, _DATA)
    with whole.open("rb+") as file:
        os.fsync(file.fileno())


def _unpack(source: Path, data: Path) -> Backup:
    if not source.is_file():
        raise LedgerError(f"백업이 없다: {source}")
    with zipfile.ZipFile(source) as archive:
        record = _record(archive, source)
        if record.migration > HEAD:
            raise LedgerError(f"더 새 haengbo가 만든 백업이다 (판 {record.migration}): {source}")
        with archive.open(_DATA) as packed, data.open("wb") as file:
            _bounded(packed, file, record.size)
    with data.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != record.sha256:
            raise LedgerError(f"백업이 상했다, 검사합이 다르다: {source}")
    with closing(sqlite3.connect(data)) as connection:
        _check(connection)
    return record


def _record(archive: zipfile.ZipFile, source: Path) -> Backup:
    try:
        values = json.loads(archive.read(_RECORD))
        # Backups of before the seals have no head
        return Backup(**{name: ({"head": ""} | values)[name] for name in Backup.__slots__})
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"haengbo의 백업이 아니다: {source}") from error


def _bounded(packed: IO[bytes], file: BinaryIO, size: int) -> None:
    # No more than the record says is unpacked: a bomb ends here, as a wrong checksum
    left = size
    while left > 0 and (part := packed.read(min(_CHUNK, left))):
        file.write(part)
        left -= len(part)
