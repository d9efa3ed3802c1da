"""The knowledge that a reading is made with: layers of packs, read table by table on first use.

``load()`` gives the shipped pack ``korea``; ``load([DIR])`` lays folders over it. Tables are
cached on the instance; its ``version`` is a fingerprint of every file, so that a reading can say
what it was read with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from haengbo.errors import PackError
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
            self._tables[name] = convert_rows(read_rows(self.layers, name), kind)
        return cast("tuple[T, ...]", self._tables[name])

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
