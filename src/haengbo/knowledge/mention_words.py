"""Rows of the word sets and compounds by which names, titles and organisations are recognised.

Comes in: ``korea/mention_words.yaml`` and ``korea/compounds.yaml``. Goes out: frozen rows that
``reading.mentions`` indexes. Invariant: a set is looked up by its ``id``; code names sets, never
words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class WordSetRow:
    """One set of words of one use.

    Attributes:
        id: What the set is for (``surnames``, ``title-heads``).
        forms: The words.
        note: When a word belongs here.
        example: Own example.
    """

    id: str
    forms: tuple[str, ...]
    note: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class CompoundRow:
    """A word that names states by one syllable each (북러), or one state behind a prefix (대미).

    Attributes:
        id: The word as printed.
        members: Canonical names, in the order of the word.
        whole: It counts only as a word of its own or before a particle, for it begins many
            other words (조사, 중미, 대중).
        prefix: One state behind a prefix; it names the state without making it act.
        note: For people.
    """

    id: str
    members: tuple[str, ...]
    whole: bool = False
    prefix: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TransliterationRow:
    """A stretch of a foreign name as the North spells it, and as the South does.

    Attributes:
        id: Number of the rule; rules apply in the order of the table.
        north: Syllables as printed.
        south: The same sound in Southern spelling.
        where: At the start of a word, at its end, or anywhere.
        example: Own example.
    """

    id: str
    north: str
    south: str
    where: Literal["start", "end", "any"] = "any"
    example: str | None = None
