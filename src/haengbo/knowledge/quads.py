"""Rows of ``korea/quads.yaml``: the quad class of each PLOVER type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuadClass = Literal[
    "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"
]


@dataclass(frozen=True, slots=True)
class QuadRow:
    """A PLOVER type and its quad class."""

    id: str
    quad: QuadClass
