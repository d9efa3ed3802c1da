"""Rows of the table ``entourage_cues``: words after a list of people who were there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class EntourageCueRow:
    """What says that the people just named were there.

    Attributes:
        id: Stable short name.
        role: accompanied, attended or received.
        pattern: As in ``foresight``: ``@?`` is an optional space.
        example: An invented sentence.
    """

    id: str
    role: Literal["accompanied", "attended", "received"]
    pattern: str
    example: str
