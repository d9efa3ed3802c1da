"""Words through dated texts: where each occurs first, last, how often, and where never.

North and South spellings count as one. Method and limits: docs/wording.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from haengbo.analysis.texts import Text
from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import FormulaRow
from haengbo.knowledge.orthography import speller
from haengbo.model.span import Span

#: Code points of context on each side in a concordance.
CONTEXT = 28


@dataclass(frozen=True, slots=True)
class Term:
    """A wording to follow.

    Attributes:
        name: What it is called: its form in the South.
        forms: Every way to write it.
    """

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence: the text, its place there, and the words around it."""

    text: Text
    span: Span
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Point:
    """How often a term occurs in one text."""

    text: Text
    count: int
    per_ten_thousand: float


@dataclass(frozen=True, slots=True)
class Life:
    """A term through all texts.

    Attributes:
        term: What is followed.
        points: One a text, in order, those without it included.
    """

    term: Term
    points: tuple[Point, ...]

    @property
    def uses(self) -> int:
        """Occurrences in all texts."""
        return sum(point.count for point in self.points)

    @property
    def holding(self) -> tuple[Point, ...]:
        """The texts that hold the term."""
        return tuple(point for point in self.points if point.count)

    @property
    def first(self) -> str | None:
        """Day of the first text that holds it."""
        return self.holding[0].text.day if self.holding else None

    @property
    def last(self) -> str | None:
        """Day of the last text that holds it."""
        return self.holding[-1].text.day if self.holding else None

    @property
    def absent_since(self) -> int:
        """How many of the newest texts in a row do not hold it."""
        run = 0
        for point in reversed(self.points):
            if point.count:
                break
            run += 1
        return run


def term_of(word: str, knowledge: Knowledge) -> Term:
    """A term from one of its spellings.

    Example:
        ``term_of("영토완정", knowledge).forms`` holds ``령토완정``.
    """
    spell = speller(knowledge)
    south = spell.fold(word).text
    forms = dict.fromkeys((south, word, *spell.variants(word), *spell.variants(south)))
    return Term(south, tuple(forms))


def formulas_of(knowledge: Knowledge) -> tuple[Term, ...]:
    """The official formulas of the pack as terms, with all variants in both spellings."""
    spell = speller(knowledge)
    terms = []
    for row in knowledge.table("formulas", FormulaRow):
        forms = (row.form, *row.variants)
        every = dict.fromkeys(v for form in forms for v in (form, *spell.variants(form)))
        terms.append(Term(row.form, tuple(every)))
    return tuple(terms)


@lru_cache(maxsize=512)
def pattern_of(term: Term) -> re.Pattern[str]:
    """A term as a pattern: any form, spaces may be there or not, longest first.

    A one-word term does not count inside a longer word of Hangul before it (선군 in 우선군).
    """
    loose = [
        " ?".join(re.escape(part) for part in form.split())
        for form in sorted(term.forms, key=len, reverse=True)
    ]
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(loose)})")


def uses(texts: Iterable[Text], term: Term) -> tuple[Use, ...]:
    """Every occurrence in order, with its context (a concordance)."""
    pattern = pattern_of(term)
    found = []
    for text in texts:
        for match in pattern.finditer(text.words):
            start, end = match.span()
            before = " ".join(text.words[max(0, start - CONTEXT) : start].split())
            after = " ".join(text.words[end : end + CONTEXT].split())
            found.append(Use(text, Span(start, end), before, match.group(), after))
    return tuple(found)


def life(texts: Sequence[Text], term: Term) -> Life:
    """A term through the texts, counted per ten thousand letters so that length does not matter."""
    pattern = pattern_of(term)
    points = []
    for text in texts:
        count = sum(1 for _ in pattern.finditer(text.words))
        letters = max(1, len(re.sub(r"\s", "", text.words)))
        points.append(Point(text, count, round(10_000 * count / letters, 2)))
    return Life(term, tuple(points))


def never(lives: Iterable[Life]) -> tuple[Term, ...]:
    """Terms that no text holds."""
    return tuple(one.term for one in lives if not one.uses)
