"""Rows of plain lists: words that block a name inside them, words of the theme, what rules find.

Comes in: ``korea/blockers.tsv``, ``korea/gate.yaml`` and ``korea/rule_examples.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlockerRow:
    """A longer word that contains a name without naming it (북한산, 인도주의, 일본뇌염).

    Attributes:
        id: The word.
        note: What it is.
    """

    id: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A word that makes a page worth reading.

    Attributes:
        id: The word.
        weight: 2: enough alone; 1: two different ones are needed.
        note: For people.
    """

    id: str
    weight: int = 2
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RuleExampleRow:
    """What a rule finds that is no row of a table.

    Attributes:
        id: The rule's name, or the part of it before ``:`` or ``+``.
        example: What it does, with an invented sentence.
    """

    id: str
    example: str
