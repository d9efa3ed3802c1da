"""Official wordings through the texts of a ledger → rows, concordance, two texts, remarks.

The texts are what each speaker said on each page (``analysis.texts``); figures are those of
``analysis.wording``. Every row leads to its occurrences, every occurrence to its page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from haengbo.analysis.comparison import Piece, Substitution, compare, substitutions
from haengbo.analysis.texts import Text
from haengbo.analysis.wording import Term, Use, formulas_of, pattern_of, term_of, uses
from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import FormulaRow
from haengbo.web.charts.strips import StripRow
from haengbo.web.dates import parse_day

#: Pairs of texts in a row that are looked through for other words in one frame.
MOST_PAIRS = 16
#: Code points of a text that a comparison of many looks at.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Trace:
    """A term through many texts: only those that hold it are kept.

    Attributes:
        held: Place among the texts, the text, and how often it holds the term; in order.
        texts: How many texts there are.
    """

    held: tuple[tuple[int, Text, int], ...]
    texts: int

    @property
    def uses(self) -> int:
        """Occurrences in all texts."""
        return sum(count for _, _, count in self.held)

    @property
    def first(self) -> str | None:
        """Day of the first text that holds it."""
        return self.held[0][1].day if self.held else None

    @property
    def last(self) -> str | None:
        """Day of the last text that holds it."""
        return self.held[-1][1].day if self.held else None

    @property
    def absent_since(self) -> int:
        """How many of the newest texts in a row do not hold it."""
        return self.texts - 1 - self.held[-1][0] if self.held else self.texts

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days of the texts that hold it."""
        return tuple(d for _, text, _ in self.held if (d := day_of(text.day)) is not None)


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording with its life: in the texts under study, and in those of others."""

    name: str
    theme: str
    own: Trace
    others: Trace

    @property
    def uses(self) -> int:
        """Occurrences in all texts."""
        return self.own.uses + self.others.uses

    @property
    def row(self) -> StripRow:
        """Its row in the strip chart."""
        return StripRow(self.name, self.own.days, self.others.days, self.uses)


def day_of(value: str) -> dt.date | None:
    """The day a text is of; the first of a month or year."""
    return parse_day((value + "-01-01")[:10])


def said_by(text: Text, who: str) -> bool:
    """Whether a text is of a speaker; of anybody's if none is named."""
    return not who or who in text.issuer.split(", ")


def traces(texts: Sequence[Text], terms: Sequence[Term]) -> list[Trace]:
    """Each term through the texts: one pass finds where a term may be, its pattern whether it is.

    Args:
        texts: In order.
        terms: What is followed.
    """
    first_words = [{form.split()[0] for form in term.forms if form.strip()} for term in terms]
    words = sorted({word for found in first_words for word in found})
    terms_of = {word: [i for i, own in enumerate(first_words) if word in own] for word in words}
    held: list[list[tuple[int, Text, int]]] = [[] for _ in terms]
    if words:
        automaton = AhoCorasick(words)
        for place, text in enumerate(texts):
            found = {words[hit[0]] for hit in _hits(automaton, text.words)}
            for index in {i for word in found for i in terms_of[word]}:
                count = sum(1 for _ in pattern_of(terms[index]).finditer(text.words))
                if count:
                    held[index].append((place, text, count))
    return [Trace(tuple(found), len(texts)) for found in held]


def _hits(automaton: AhoCorasick, words: str) -> list[tuple[int, int, int]]:
    return automaton.find_matches_as_indexes(words, overlapping=True)


def wordings(
    texts: Sequence[Text], who: str, asked: Sequence[str], knowledge: Knowledge
) -> list[Wording]:
    """Wordings that some text holds, by theme; those asked for first, held or not.

    Args:
        texts: Of all speakers, in order.
        who: Speaker under study; all if empty.
        asked: Words that somebody typed.
        knowledge: The pack, for the official formulas and the spellings.
    """
    themes = {row.form: row.theme or "" for row in knowledge.table("formulas", FormulaRow)}
    terms = [*(term_of(word, knowledge) for word in asked), *formulas_of(knowledge)]
    own = traces([text for text in texts if said_by(text, who)], terms)
    others = traces([text for text in texts if not said_by(text, who)], terms)
    found = []
    for term, mine, theirs in zip(terms, own, others, strict=True):
        theme = "" if term.name in asked or term.name not in themes else themes[term.name]
        one = Wording(term.name, theme, mine, theirs)
        if one.uses or not theme:
            found.append(one)
    return sorted(found, key=lambda w: (w.theme, -w.uses, w.name))


def concordance(texts: Sequence[Text], word: str, order: str, knowledge: Knowledge) -> list[Use]:
    """Every occurrence of a word, in the order asked for: ``left``, ``right`` or by day."""
    found = list(uses(texts, term_of(word, knowledge)))
    if order == "left":
        return sorted(found, key=lambda u: (u.before[::-1], u.text.day))
    if order == "right":
        return sorted(found, key=lambda u: (u.after, u.text.day))
    return found


def key_of(text: Text) -> str:
    """How a text is named in an address."""
    return f"{text.source}|{text.issuer}"


def text_named(texts: Sequence[Text], key: str) -> Text | None:
    """The text of an address."""
    return next((text for text in texts if key_of(text) == key), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts side by side."""

    old: Text
    new: Text
    pieces: tuple[Piece, ...]
    slots: tuple[Substitution, ...]


def pair_of(old: Text, new: Text, knowledge: Knowledge) -> Pair:
    """Align two texts."""
    one, other = old.words, new.words
    return Pair(old, new, compare(one, other, knowledge), substitutions(one, other, knowledge))


def candidates(
    texts: Sequence[Text], who: str, knowledge: Knowledge
) -> list[tuple[Text, Text, Substitution]]:
    """Other words in one frame between texts of one speaker that follow each other, newest first.

    Args:
        texts: In order.
        who: The speaker.
        knowledge: The pack.
    """
    own = [t for t in texts if said_by(t, who) and len(t.words) <= _LONGEST]
    pairs = list(pairwise(own))[::-1][:MOST_PAIRS]
    return [
        (old, new, slot)
        for old, new in pairs
        for slot in substitutions(old.words, new.words, knowledge)
    ]


def telling_pair(
    texts: Sequence[Text], knowledge: Knowledge
) -> tuple[Text, Text] | tuple[None, None]:
    """The newest texts in a row that hold another word in one frame; else the two newest.

    Args:
        texts: Of one speaker, in order.
        knowledge: The pack.
    """
    found = candidates(texts, "", knowledge)
    if found:
        return found[0][0], found[0][1]
    return (texts[-2], texts[-1]) if len(texts) > 1 else (None, None)
