"""Rows of the table ``counts``: how many exchanges, a question kept to be asked again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountRow:
    """A saved count of exchanges between two states.

    Attributes:
        id: What ``haengbo count`` calls it.
        sides: The two states, canonical names.
        rank: The lowest rank of the visiting side that counts, an id of ``ranks``.
        since: First day (EDTF: a year, month or day), or nothing.
        until: Last day, or nothing.
        note: Who counts so.
        example: An own sentence with such a count.
    """

    id: str
    sides: tuple[str, str]
    rank: str
    since: str | None = None
    until: str | None = None
    note: str | None = None
    example: str | None = None
