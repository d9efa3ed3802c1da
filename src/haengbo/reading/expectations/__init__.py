"""Document → forecasts, plans and pledges, with who holds them, how surely, and by when.

Comes in: the document with its statements. Goes out: expectations in order of the text. A
sentence whose words are a statement is judged as that statement only. Guesses at the past are no
expectations. What would decide one is the happening that it foretells.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.model.article import BlockKind
from haengbo.model.reading import EventReport, Expectation
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.deciding import Deciders
from haengbo.reading.expectations.found import Find, completed
from haengbo.reading.expectations.held import by_nouns, by_outlet, by_verbs
from haengbo.reading.expectations.lexicon import Foresight, foresight_of
from haengbo.reading.expectations.planned import plans
from haengbo.reading.expectations.said import forecasts_and_pledges


def find_expectations(
    document: Document, attributions: Attributions, events: tuple[EventReport, ...]
) -> tuple[Expectation, ...]:
    """Propositions about the future, with who holds them and how surely.

    Args:
        document: With mentions and times.
        attributions: Its statements are judged one by one.
        events: What they foretell would decide them.
    """
    words = foresight_of(document.knowledge).possible(document.text)
    found = list(forecasts_and_pledges(document, words, attributions.statements))
    said = [s.span for s in attributions.statements]
    for sentence in document.sentences:
        if any(sentence.span.overlaps(span) for span in said):
            found += by_nouns(document, words, sentence)
            continue
        found += _unsaid(document, words, sentence, _last_speaker(attributions, sentence))
    deciders = Deciders(document, events)
    return tuple(completed(document, f, deciders) for f in _without_repeats(document, found))


def _last_speaker(attributions: Attributions, sentence: Sentence) -> str | None:
    """The one who spoke last before a sentence."""
    before = [s for s in attributions.statements if s.span.end <= sentence.span.start]
    last = max(before, key=lambda s: s.span, default=None)
    return last.speaker[0] if last is not None and len(last.speaker) == 1 else None


def _unsaid(
    document: Document, words: Foresight, sentence: Sentence, spoke: str | None
) -> list[Find]:
    """What a sentence without statements expects: by a noun, else a verb, else the outlet."""
    found = list(by_nouns(document, words, sentence))
    found = found or list(by_verbs(document, words, sentence, spoke=spoke))
    if found:
        return found
    return list(by_outlet(document, words, sentence)) + list(plans(document, words, sentence))


def _without_repeats(document: Document, found: Iterable[Find]) -> tuple[Find, ...]:
    """In order, without what overlaps a surer find or repeats the body in a headline."""
    body = {BlockKind.BODY, BlockKind.CAPTION}
    kept: list[Find] = []
    for item in sorted(found, key=lambda e: (-e.confidence, e.span)):
        sentence = document.sentence_at(item.span.start)
        in_body = sentence is not None and sentence.kind in body
        if any(k.span.overlaps(item.span) for k in kept):
            continue
        if not in_body and any(k.hedge == item.hedge and k.by == item.by for k in kept):
            continue
        kept.append(item)
    return tuple(sorted(kept, key=lambda e: e.span))
