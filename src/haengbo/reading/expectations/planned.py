"""Sentences → what the page itself says is planned (``방문할 예정이다``, ``하기로 했다``)."""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, ExpectationKind
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.horizon import future_times
from haengbo.reading.expectations.lexicon import Foresight

_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}


def plans(document: Document, words: Foresight, sentence: Sentence) -> Iterator[Find]:
    """One plan a sentence, by the first named actor of it; only with a time or a named actor."""
    if sentence.kind is not BlockKind.BODY:
        return
    for row, pattern in words.plans:
        match = pattern.search(document.text, sentence.span.start, sentence.span.end)
        if match is None or sentence.quote_at(match.start()):
            continue
        inside = document.mentions_in(sentence.span)
        named = [m for m in inside if not m.weak and m.kind in _ACTORS]
        if not named or (row.id == "agreed-to" and not future_times(document, sentence.span)):
            continue
        hedge, rule = match.group(), f"plan:{row.id}"
        yield Find(named[0].name, sentence.span, hedge, rule, 0.7, ExpectationKind.PLAN)
        return
