"""The knowledge that a reading is made with: layers of packs, read table by table on first use.

``load()`` gives the shipped pack ``korea``; ``load([DIR])`` lays folders over it. Tables are
cached on the instance; its ``version`` is a fingerprint of every file, so that a reading can say
what it was read with. The shipped pack's tables are parsed once for all processes (``compiled``).
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from haengbo.errors import PackError
from haengbo.knowledge.compiled import Kept, keep, kept, rows_of
from haengbo.knowledge.layers import convert_rows, read_rows

T = TypeVar("T")

SHIPPED = Path(__file__).parent / "korea"


class Knowledge:
    """Layers of packs and the tables read from them.

    Attributes:
        layers: Folders, lowest first.
    """

    def __init__(self, layers: Sequence[Path]) -> None:
        for layer in layers:
            if not layer.is_dir():
                raise PackError(f"{layer}: no such pack folder")
        self.layers = tuple(layers)
        self._tables: dict[str, tuple[Any, ...]] = {}

    def table(self, name: str, kind: type[T]) -> tuple[T, ...]:
        """Rows of table ``name`` as frozen ``kind`` values, validated, later layers over earlier.

        Raises:
            PackError: Names file, row and what is wrong.
        """
        if name not in self._tables:
            raw = self._kept.get(name)
            self._tables[name] = self._read(name, kind) if raw is None else rows_of(raw, kind)
        return cast("tuple[T, ...]", self._tables[name])

    def _read(self, name: str, kind: type[T]) -> tuple[T, ...]:
        return convert_rows(read_rows(self.layers, name), kind)

    @cached_property
    def _kept(self) -> Kept:
        """The shipped pack's tables as compiled; a pack that is being written is read as it is."""
        if self.layers != (SHIPPED,) or sys.dont_write_bytecode:
            return {}
        return kept(SHIPPED, self.version) or self._compiled()

    def _compiled(self) -> Kept:
        """Every table read, and kept for the processes to come."""
        from haengbo.knowledge.tables import TABLES  # noqa: PLC0415 - tables import rows, not packs

        try:
            tables: dict[str, tuple[Any, ...]] = {
                name: self._read(name, kind) for name, kind in TABLES
            }
        except PackError:
            # Whoever asks for the broken table is told
            return {}
        return keep(SHIPPED, self.version, tables)

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits over the names and bytes of all pack files."""
        digest = hashlib.sha256()
        for layer in self.layers:
            for path in sorted(p for p in layer.rglob("*") if p.suffix in {".yaml", ".tsv"}):
                digest.update(path.relative_to(layer).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()[:12]


@lru_cache(maxsize=4)
def _load(layers: tuple[Path, ...]) -> Knowledge:
    return Knowledge(layers)


def load(packs: Sequence[Path | str] = ()) -> Knowledge:
    """The shipped pack ``korea`` with the given folders laid over it, in order."""
    return _load((SHIPPED, *(Path(pack) for pack in packs)))
