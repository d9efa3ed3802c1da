"""Official wordings through the texts of a ledger → rows, concordance, two texts, remarks.

The texts are what each speaker said on each page (``analysis.texts``); figures are those of
``analysis.wording``. Every row leads to its occurrences, every occurrence to its page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.analysis.comparison import Piece, Substitution, compare, substitutions
from haengbo.analysis.texts import Text
from haengbo.analysis.wording import Life, Use, formulas_of, life, term_of, uses
from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import FormulaRow
from haengbo.web.charts.strips import StripRow
from haengbo.web.dates import parse_day

#: Pairs of texts in a row that are looked through for other words in one frame.
MOST_PAIRS = 16
#: Code points of a text that a comparison of many looks at.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording with its life: in the texts under study, and in those of others."""

    theme: str
    own: Life
    others: Life

    @property
    def name(self) -> str:
        """What it is called."""
        return self.own.term.name

    @property
    def uses(self) -> int:
        """Occurrences in all texts."""
        return self.own.uses + self.others.uses

    @property
    def row(self) -> StripRow:
        """Its row in the strip chart."""
        return StripRow(self.name, _days(self.own), _days(self.others), self.uses)


def day_of(value: str) -> dt.date | None:
    """The day a text is of; the first of a month or year."""
    return parse_day((value + "-01-01")[:10])


def _days(one: Life) -> tuple[dt.date, ...]:
    return tuple(d for p in one.holding if (d := day_of(p.text.day)) is not None)


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
    own = [text for text in texts if not who or who in text.issuer.split(", ")]
    others = [text for text in texts if text not in own] if who else []
    themes = {row.form: row.theme or "" for row in knowledge.table("formulas", FormulaRow)}
    found = []
    for term in (*(term_of(word, knowledge) for word in asked), *formulas_of(knowledge)):
        theme = "" if term.name in asked or term.name not in themes else themes[term.name]
        one = Wording(theme, life(own, term), life(others, term))
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
    own = [t for t in texts if who in t.issuer.split(", ") and len(t.words) <= _LONGEST]
    pairs = list(pairwise(own))[::-1][:MOST_PAIRS]
    return [
        (old, new, slot)
        for old, new in pairs
        for slot in substitutions(old.words, new.words, knowledge)
    ]
