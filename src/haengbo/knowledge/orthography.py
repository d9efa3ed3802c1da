"""Table ``orthography`` → a speller between Northern and Southern spelling."""

from __future__ import annotations

from functools import lru_cache

from haengbo.knowledge.packs import Knowledge
from haengbo.knowledge.spellings import OrthographyRow
from haengbo.korean.orthography import Speller


@lru_cache(maxsize=4)
def speller(knowledge: Knowledge) -> Speller:
    """The speller of a pack, made once.

    Example:
        ``speller(load()).fold("로씨야의 립장").text`` is ``"러시아의 입장"``.
    """
    return Speller(row.pair() for row in knowledge.table("orthography", OrthographyRow))
