"""What a walk over a sentence's tokens knows, and how a phrase ends.

Comes in: a ``Sentence`` of a document with its mentions and times. Goes out: a ``Walk``: the
tokens that count, where names and dates stand, the run of nouns at hand and the phrases and verbs
found so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import predicates
from haengbo.model.article import CHRONOLOGY, NOTE
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.cases import PARTICLES
from haengbo.reading.events.parsing.clauses import Case, Item, Phrase
from haengbo.reading.events.parsing.glosses import without_glosses, without_times

#: What stands before a report's first sentence: (평양 6월 5일발 조선중앙통신), [서울=한빛] 기자 =.
_OPENING = re.compile(r"\s{0,40}[(\[【][^)\]】]{2,40}[)\]】]\s*(?:[^=\n]{2,24}=\s)?")
#: The one at the head of an office.
_HEAD_OF_OFFICE = "장"
_SOMEWHERE = {ActorKind.PLACE, ActorKind.STATE, ActorKind.ORGANISATION}


class Walk:
    """The state of one walk; ``run`` holds the nouns of a phrase that has not ended yet."""

    def __init__(self, document: Document, sentence: Sentence, words: Lexicon) -> None:
        self.text = document.text
        opening = _OPENING.match(document.text, sentence.span.start, sentence.span.end)
        begin = opening.end() if opening else sentence.span.start
        kept = [t for t in sentence.tokens if t.span.start >= begin]
        times = tuple(t.span for t in document.times_in(sentence.span))
        self.tokens = without_glosses(without_times(kept, times), words.verbal)
        whole = len(self.tokens) == len(sentence.tokens)
        self.predicates = sentence.predicates() if whole else predicates(self.tokens)
        mentions = tuple(document.mentions_in(sentence.span))
        self.mentions = tuple(m.span for m in mentions)
        self.places = {m.span.end for m in mentions if m.kind in _SOMEWHERE}
        self.people = tuple(m.span for m in mentions if m.kind is ActorKind.PERSON)
        self.listed = sentence.block.rule in {CHRONOLOGY, NOTE}
        self.actors = {m.span.end for m in mentions if m.kind is not ActorKind.PLACE}
        self.states = {m.span.end for m in mentions if m.kind is ActorKind.STATE}
        # Every token is asked several times whether it lies in a name or a date
        self.named = _places(self.mentions)
        self.dated = _places(times)
        self.words = words
        self.items: list[Item] = []
        self.run: list[Token] = []

    def is_dated(self, token: Token) -> bool:
        """Whether the token lies in an expression of time."""
        return token.span.start in self.dated

    def fixed(self, token: Token) -> bool:
        """Whether the token lies in a name or a date."""
        return token.span.start in self.named or self.is_dated(token)

    def close(self, particles: tuple[str, ...], *, comma: bool) -> None:
        """End the phrase at hand with these particles; nothing where no noun waits."""
        if not self.run:
            return
        case = PARTICLES.get(particles[0], Case.BARE) if particles else Case.BARE
        end = max([token.span.end for token in self.run])
        last = self.run[-1].span.start
        if particles and last in self.named:
            end = self._end_of_name(last, end)
        span = Span(self.run[0].span.start, end)
        if case is Case.BY and (self._is_occasion(span) or self._is_aim(span)):
            self.run = []
            return
        self.items.append(Phrase(span, case, tuple(self.run), particles, comma))
        self.run = []

    def _is_occasion(self, span: Span) -> bool:
        """총회를 계기로: on what occasion, no object of the verb."""
        last = self.items[-1] if self.items else None
        if not isinstance(last, Phrase) or last.case is not Case.OBJECT:
            return False
        if span.of(self.text) not in self.words.words["occasioning"]:
            return False
        self.items[-1] = replace(last, case=Case.PER)
        return True

    def _is_aim(self, span: Span) -> bool:
        """북한을 상대로, 은행을 대상으로: at whom, as 겨냥해 says it."""
        last = self.items[-1] if self.items else None
        if not isinstance(last, Phrase) or last.case is not Case.OBJECT:
            return False
        if span.of(self.text) not in self.words.words["aimed-at"]:
            return False
        self.items[-1] = replace(last, case=Case.ABOUT)
        return True

    def _end_of_name(self, last: int, end: int) -> int:
        """Where the name ends in which a run's last noun begins, if the run goes on behind it."""
        whole = any(m.start <= last < m.end == end for m in self.mentions)
        if whole or self.text[end - 1 : end] == _HEAD_OF_OFFICE:  # 외교부장 is no 외교부
            return end
        if self.text[last:end].endswith(self.words.venues):
            return end  # 북한대사관에서 is not in 북한
        return next((m.end for m in self.mentions if m.start <= last < m.end < end), end)


def _places(spans: Iterable[Span]) -> frozenset[int]:
    """Every code point that one of the spans covers."""
    return frozenset([at for span in spans for at in range(span.start, span.end)])
