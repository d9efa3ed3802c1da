"""The shipped pack's tables as one file that needs no parsing, kept as Python keeps its bytecode.

Comes in: tables already validated. Goes out: the same tables, read ten times faster than YAML. The
file stands where ``importlib`` puts what it compiles, under the same conditions
(``PYTHONDONTWRITEBYTECODE``, ``PYTHONPYCACHEPREFIX``). Invariant: it is never believed unless it
was made from these bytes of the pack by this code; without it everything is as before, only
slower.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from haengbo import __version__

T = TypeVar("T")
#: Table → its rows, still as they stand in the file.
Kept = dict[str, msgspec.Raw]


def place_of(layer: Path) -> Path:
    """Where the tables of a pack folder are kept."""
    return Path(cache_from_source(str(layer / "tables.py"))).with_suffix(".msgpack")


@cache
def _code() -> str:
    """Fingerprint of the code that rows are made by: a default that changes changes rows."""
    digest = hashlib.sha256(f"{__version__} {msgspec.__version__}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _key(version: str) -> str:
    return f"{version} {_code()}"


def kept(layer: Path, version: str) -> Kept:
    """Tables of the pack with this fingerprint, or none if they are not kept or not readable."""
    try:
        key, tables = msgspec.msgpack.decode(place_of(layer).read_bytes(), type=tuple[str, Kept])
    except (OSError, NotImplementedError, msgspec.MsgspecError):
        return {}
    return tables if key == _key(version) else {}


def rows_of(raw: msgspec.Raw, kind: type[T]) -> tuple[T, ...]:
    """The rows of one table."""
    rows: tuple[T, ...] = msgspec.msgpack.decode(raw, type=tuple[kind, ...])  # type: ignore[valid-type]
    return rows


def keep(layer: Path, version: str, tables: Mapping[str, tuple[Any, ...]]) -> Kept:
    """Keep tables for the next process; where nothing may be written, nothing is.

    Returns:
        The tables as the next process will find them.
    """
    data = msgspec.msgpack.encode((_key(version), tables))
    with suppress(OSError, NotImplementedError):
        _write(place_of(layer), data)
    return msgspec.msgpack.decode(data, type=tuple[str, Kept])[1]


def _write(place: Path, data: bytes) -> None:
    """Write whole or not at all: another process may be reading."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f"{place.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
