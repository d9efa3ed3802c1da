"""Speakers → whether they judge (analysts) or are a party; their affiliation.

An analyst's -ㄹ 것 is a forecast whatever it is about; a party's is a pledge where the doer is
itself.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.document import Document
from haengbo.reading.expectations.lexicon import Foresight


def _mentions(document: Document, name: str) -> list[Mention]:
    return [m for m in document.mentions if m.name == name]


def judges(document: Document, words: Foresight, names: tuple[str, ...]) -> bool:
    """Whether the speaker is an analyst: a scholar's title, or described as expert or source."""
    for name in names:
        if any(name.removesuffix("들").endswith(expert) for expert in words.experts):
            return True
        # The last word only: 국무위원장 is no 원장.
        titles = {m.title.split()[-1] for m in _mentions(document, name) if m.title}
        if titles & words.scholars:
            return True
    return False


def affiliation_of(document: Document, name: str | None) -> str | None:
    """Institute or state of a speaker, as the page gives it."""
    if name is None:
        return None
    return next((m.of for m in _mentions(document, name) if m.of), None)


def own_side(document: Document, names: tuple[str, ...]) -> frozenset[str]:
    """The speaker and the states and bodies it speaks for."""
    side = set(names)
    for name in names:
        for mention in _mentions(document, name):
            if mention.kind is ActorKind.PERSON and mention.of:
                side.add(mention.of)
    return frozenset(side)
