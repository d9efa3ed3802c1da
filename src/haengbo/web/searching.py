"""A name as somebody types it → the name under which the ledger knows them."""

from __future__ import annotations

from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger


def canonical(ledger: Ledger, name: str) -> str:
    """The name under which the ledger knows somebody: by itself, by part, by the pack.

    Example:
        ``쇼이구`` is ``세르게이 쇼이구``; ``Choe Son Hui`` is ``최선희``.
    """
    here = [line.name for line in ledger.actors(text=name)]
    pack = gazetteer(load())
    english = {
        row.en.casefold(): row.name for row in pack.rows if isinstance(row, ActorRow) and row.en
    }
    # list_actors sorts by events, so the first of those here is the one most often meant
    near = [name] if name in here else [pack.canonical(name), english.get(name.casefold()), *here]
    return next((found for found in near if found), name)
