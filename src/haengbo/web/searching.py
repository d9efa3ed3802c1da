"""A name as somebody types it → the name under which the ledger knows them."""

from __future__ import annotations

from functools import cache

from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger
from haengbo.ledger.actors import is_named


def canonical(ledger: Ledger, name: str) -> str:
    """The name under which the ledger knows somebody: by itself, by part, by the pack.

    Example:
        ``쇼이구`` is ``세르게이 쇼이구``; ``Choe Son Hui`` is ``최선희``; ``Lavrov`` is
        ``세르게이 라브로프``.
    """
    with ledger.reading() as session:
        if is_named(session, name):
            return name
    if known := gazetteer(load()).canonical(name) or _in_english().get(name.casefold()):
        return known
    # Sorted by events, so that the first of those here is the one most often meant
    return next((found.value for found in ledger.named(name, 1)), name)


@cache
def _in_english() -> dict[str, str]:
    """English names of the pack and words that only one of them has, folded → the names there."""
    rows = gazetteer(load()).rows
    named = {row.en.casefold(): row.name for row in rows if isinstance(row, ActorRow) and row.en}
    parts: dict[str, set[str]] = {}
    for english, name in named.items():
        for word in english.split():
            parts.setdefault(word, set()).add(name)
    return {word: min(names) for word, names in parts.items() if len(names) == 1} | named
