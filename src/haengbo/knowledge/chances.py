"""The words of an expectation and its hedge → how likely it calls it, and whether it denies.

Comes in: the clause and its hedge as printed. Goes out: the rung of the scale of the pack
(``hedge_chances``), and whether the clause says that something will not come about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.foresight import ChanceRow, NegationRow, compiled

#: Letters before the hedge in which a negation belongs to it (인정하지 않|을 가능성).
_BEFORE = 12


@lru_cache(maxsize=4)
def _chances(knowledge: Knowledge) -> tuple[tuple[re.Pattern[str], ChanceRow], ...]:
    rows = knowledge.table("hedge_chances", ChanceRow)
    return tuple((compiled(row.pattern), row) for row in rows)


@lru_cache(maxsize=4)
def _negations(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(r.pattern) for r in knowledge.table("claim_negations", NegationRow))


def chance_in(text: str, hedge: str, knowledge: Knowledge) -> ChanceRow | None:
    """The rung of the scale that a clause with this hedge stands on.

    Example:
        ``평양에 갈 공산이 크다`` → ``probable`` (0.75); ``평양에 갈 것`` → ``None``.
    """
    tail = text[max(text.rfind(hedge), 0) :]
    return next((row for pattern, row in _chances(knowledge) if pattern.search(tail)), None)


def denies(text: str, hedge: str, knowledge: Knowledge) -> bool:
    """Whether a clause with this hedge says that something will not come about."""
    chance = chance_in(text, hedge, knowledge)
    if chance is not None and chance.denies:
        return True
    end = text[max(max(text.rfind(hedge), 0) - _BEFORE, 0) :]
    return any(pattern.search(end) for pattern in _negations(knowledge))
