"""An issuer's texts in order → the same frame with another word, from each text to the next.

A sentence is held against the sentence of the text before that it shares most words with, so that
texts of different length and order can be compared. Invariant: both sentences of a finding are
given, each with its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.analysis.comparison import Substitution, substitutions
from haengbo.analysis.texts import Text
from haengbo.knowledge import Knowledge
from haengbo.knowledge.orthography import speller
from haengbo.korean.sentences import split

#: Share of words that two sentences must have in common to be held against each other.
ALIKE = 0.35


@dataclass(frozen=True, slots=True)
class Succession:
    """A slot that was filled otherwise in the next text of the same issuer.

    Attributes:
        old: The earlier text.
        new: The later one.
        old_sentence: Of the earlier.
        new_sentence: Of the later.
        slot: The frame with both fillers.
    """

    old: Text
    new: Text
    old_sentence: str
    new_sentence: str
    slot: Substitution


def successions(texts: Iterable[Text], knowledge: Knowledge) -> tuple[Succession, ...]:
    """Slots from each text to the next one of the same issuer, in order of the later text.

    Example:
        공동의 안전이익을 수호 … and, in the next text, 공동의 핵심이익을 수호 …: [안전|핵심].
    """
    by_issuer: dict[str, list[Text]] = {}
    for text in texts:
        by_issuer.setdefault(text.issuer, []).append(text)
    found = [
        one
        for own in by_issuer.values()
        for old, new in pairwise(own)
        for one in _between(old, new, knowledge)
    ]
    return tuple(sorted(found, key=lambda s: (s.new.day, s.new.source, s.new.issuer)))


def _between(old: Text, new: Text, knowledge: Knowledge) -> Iterator[Succession]:
    before = [span.of(old.words) for span in split(old.words)]
    bags = [_bag(sentence, knowledge) for sentence in before]
    for span in split(new.words):
        sentence = span.of(new.words)
        nearest = _nearest(_bag(sentence, knowledge), bags)
        if nearest is None or before[nearest] == sentence:
            continue
        for slot in substitutions(before[nearest], sentence, knowledge):
            # The analyser may call one word two parts of speech
            if slot.old == slot.new:
                continue
            yield Succession(old, new, before[nearest], sentence, slot)


def _bag(sentence: str, knowledge: Knowledge) -> frozenset[str]:
    return frozenset(speller(knowledge).fold(sentence).text.split())


def _nearest(bag: frozenset[str], bags: Sequence[frozenset[str]]) -> int | None:
    """Which sentence shares most words, if it shares enough."""
    shares = [len(bag & other) / len(bag | other) if bag | other else 0.0 for other in bags]
    best = max(range(len(shares)), key=lambda n: (shares[n], -n), default=None)
    return best if best is not None and shares[best] >= ALIKE else None
