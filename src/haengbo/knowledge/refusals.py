"""Rows of ``refusals.yaml``: why a word of the frames tells of no happening.

Comes in: the pack's rows. Goes out: ``RefusalRow``. Invariant: every condition that the reading
asks has one row.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """A condition, for people.

    Attributes:
        id: Its name.
        korean: What it means that it is not met.
        english: The same in English.
        example: An invented sentence in which it is not met.
    """

    id: str
    korean: str
    english: str
    example: str
