"""Knowledge → the word sets, compounds and name index that the finders of mentions share.

Comes in: ``Knowledge``. Goes out: one ``Lexicon`` per pack. Invariant: a set that the pack lacks
is an error, so that a misspelt name of a set cannot pass unnoticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from haengbo.errors import PackError
from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.knowledge.mention_words import CompoundRow, TransliterationRow, WordSetRow
from haengbo.knowledge.offices import TitleRow
from haengbo.reading.mentions.transliteration import sound_keys

#: Separators that papers set between the syllables of a compound of states.
SEPARATORS = "·‧∙ㆍ・-–/"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finders look up.

    Attributes:
        names: Index of all names of the pack.
        compounds: Compound without separators → row.
        compound_pattern: Finds every compound, with or without separators.
        heads: Last parts of titles.
        head_lasts: Last letters of titles.
        sets: Word sets by id.
        longest: Length of the longest word of each set.
        firsts: First letters of the words of each set.
        lasts: Last letters of the words of each set.
        transliteration: Rules from Northern to Southern spelling of foreign names.
        offices: The North's word for an office → the South's words for it.
        sounds: Consonants of a foreign name of several words → the person of that name.
    """

    names: Gazetteer
    compounds: dict[str, CompoundRow]
    compound_pattern: re.Pattern[str]
    heads: frozenset[str]
    head_lasts: frozenset[str]
    sets: dict[str, frozenset[str]]
    longest: dict[str, int]
    firsts: dict[str, frozenset[str]]
    lasts: dict[str, frozenset[str]]
    transliteration: tuple[TransliterationRow, ...]
    sounds: dict[tuple[str, ...], ActorRow]
    offices: dict[str, tuple[str, ...]]

    def words(self, key: str) -> frozenset[str]:
        """The word set ``key``.

        Raises:
            PackError: The pack has no such set.
        """
        try:
            return self.sets[key]
        except KeyError:
            raise PackError(f"mention_words: the pack has no set {key!r}") from None

    def starting(self, key: str, text: str) -> str | None:
        """The longest word of set ``key`` with which ``text`` begins, or ``None``."""
        words = self.words(key)
        # Most words of a page fail by one letter; slicing is for the rest
        if text[:1] not in self.firsts[key]:
            return None
        lengths = range(min(len(text), self.longest[key]), 0, -1)
        return next((text[:n] for n in lengths if text[:n] in words), None)

    def ending(self, key: str, text: str) -> str | None:
        """The longest word of set ``key`` with which ``text`` ends, or ``None``."""
        words = self.words(key)
        if text[-1:] not in self.lasts[key]:
            return None
        lengths = range(min(len(text), self.longest[key]), 0, -1)
        return next((text[-n:] for n in lengths if text[-n:] in words), None)


def _compound_pattern(rows: dict[str, CompoundRow]) -> re.Pattern[str]:
    between = f"[{re.escape(SEPARATORS)}]?"
    longest_first = sorted(rows, key=lambda form: (-len(form), form))
    return re.compile("|".join(between.join(map(re.escape, form)) for form in longest_first))


def _offices(titles: tuple[TitleRow, ...]) -> dict[str, tuple[str, ...]]:
    northern = {word for row in titles for word in row.kp}
    return {word: tuple(row.form for row in titles if word in row.kp) for word in northern}


def _sounds(
    knowledge: Knowledge, rules: tuple[TransliterationRow, ...]
) -> dict[tuple[str, ...], ActorRow]:
    people = (row for row in knowledge.table("actors", ActorRow) if row.kind == "person")
    return {sound_keys(row.name, rules): row for row in people if " " in row.name}


@lru_cache(maxsize=4)
def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of a pack, built once."""
    sets = {r.id: frozenset(r.forms) for r in knowledge.table("mention_words", WordSetRow)}
    compounds = {row.id: row for row in knowledge.table("compounds", CompoundRow)}
    titles = knowledge.table("titles", TitleRow)
    heads = {form for row in titles for form in (row.form, *row.kp) if " " not in form}
    heads = (heads | sets["title-heads"]) - sets["honorifics"] - sets["never-heads"]
    rules = knowledge.table("transliteration", TransliterationRow)
    return Lexicon(
        names=gazetteer(knowledge),
        compounds=compounds,
        compound_pattern=_compound_pattern(compounds),
        heads=frozenset(heads),
        head_lasts=frozenset(head[-1] for head in heads),
        sets=sets,
        longest={key: max(map(len, words)) for key, words in sets.items()},
        firsts={key: frozenset(word[:1] for word in words) for key, words in sets.items()},
        lasts={key: frozenset(word[-1:] for word in words) for key, words in sets.items()},
        transliteration=rules,
        sounds=_sounds(knowledge, rules),
        offices=_offices(titles),
    )
