"""A name as somebody types it → the name under which the ledger knows them."""

from __future__ import annotations

from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger
from haengbo.ledger.actors import is_named


def canonical(ledger: Ledger, name: str) -> str:
    """The name under which the ledger knows somebody: by itself, by part, by the pack.

    Example:
        ``쇼이구`` is ``세르게이 쇼이구``; ``Choe Son Hui`` is ``최선희``.
    """
    with ledger.reading() as session:
        if is_named(session, name):
            return name
    pack = gazetteer(load())
    english = {
        row.en.casefold(): row.name for row in pack.rows if isinstance(row, ActorRow) and row.en
    }
    if known := pack.canonical(name) or english.get(name.casefold()):
        return known
    # list_actors sorts by events, so the first of those here is the one most often meant
    return next((line.name for line in ledger.actors(text=name, size=1)), name)
