"""Rows of words that the North spells otherwise than the South.

Comes in: ``korea/orthography.tsv``. Serves the speller. Invariant: a pair whose Northern form means
something else in the South is marked, and is never folded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from haengbo.korean.orthography import Pair


class PairKind(StrEnum):
    """Why the two spellings differ."""

    SPELLING = "spelling-rule"
    COUNTRY = "country"
    PERSON = "person"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class OrthographyRow:
    """One word in both spellings.

    Attributes:
        id: The Northern form, with the kind where that is not unique.
        north: Northern form.
        south: Southern form.
        kind: Spelling rule, name of a country or place, name of a person, or another word.
        certainty: ``seen``, ``rule``, ``mixed`` or ``uncertain``.
        ambiguous: The Northern form means something else in the South: never fold it.
        source: Where the pair was seen.
    """

    id: str
    north: str
    south: str
    kind: PairKind
    certainty: str = "seen"
    ambiguous: bool = False
    source: str = ""

    def pair(self) -> Pair:
        """As the speller wants it; other words (외무상, 수뇌상봉) serve the search only."""
        return Pair(
            self.north, self.south, folds=not self.ambiguous and self.kind is not PairKind.LEXICAL
        )
