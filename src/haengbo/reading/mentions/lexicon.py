"""Knowledge → the word sets, compounds and name index that the finders of mentions share.

Comes in: ``Knowledge``. Goes out: one ``Lexicon`` per pack. Invariant: a set that the pack lacks
is an error, so that a misspelt name of a set cannot pass unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from haengbo.errors import PackError
from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.knowledge.hanja import HanjaRow, readings_of
from haengbo.knowledge.mention_words import CompoundRow, TransliterationRow, WordSetRow
from haengbo.knowledge.offices import TitleRow
from haengbo.korean.syllables import softened
from haengbo.reading.mentions.transliteration import sound_keys

T = TypeVar("T")
#: Separators that papers set between the syllables of a compound of states.
SEPARATORS = "·‧∙ㆍ・-–―/"


class BySet(dict[str, T]):
    """Something for each word set; to ask for a set that the pack lacks is an error."""

    def __missing__(self, key: str) -> T:
        """Raise ``PackError``."""
        raise PackError(f"mention_words: the pack has no set {key!r}")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the finders look up; one object for each pack, so that caches may go by it.

    Attributes:
        names: Index of all names of the pack.
        compounds: Compound without separators → row.
        compound_pattern: Finds every compound, with or without separators.
        heads: Last parts of titles.
        head_lasts: Last letters of titles.
        title_lasts: Last letters of titles and of the honorifics that are written onto them.
        sets: Word sets by id.
        firsts: First letters of the words of each set, with the lengths of those words, longest
            first.
        lasts: Last letters of the words of each set, likewise.
        headline_letter: Finds a syllable that names a state in a headline.
        transliteration: Rules from Northern to Southern spelling of foreign names.
        readings: Korean reading of a name in Chinese characters → whose it is (송도: 쑹타오).
        families: First or last part of a foreign name → who is called so.
        offices: The North's word for an office → the South's words for it.
        characters: Chinese character → how Koreans read it.
        sounds: Consonants of a foreign name of several words → the person of that name.
    """

    names: Gazetteer
    compounds: dict[str, CompoundRow]
    compound_pattern: re.Pattern[str]
    heads: frozenset[str]
    head_lasts: frozenset[str]
    title_lasts: frozenset[str]
    sets: BySet[frozenset[str]]
    firsts: BySet[dict[str, tuple[int, ...]]]
    lasts: BySet[dict[str, tuple[int, ...]]]
    headline_letter: re.Pattern[str]
    transliteration: tuple[TransliterationRow, ...]
    readings: dict[str, tuple[ActorRow, ...]]
    sounds: dict[tuple[str, ...], ActorRow]
    families: dict[str, tuple[ActorRow, ...]]
    offices: dict[str, tuple[str, ...]]
    characters: dict[str, str]

    def words(self, key: str) -> frozenset[str]:
        """The word set ``key``.

        Raises:
            PackError: The pack has no such set.
        """
        return self.sets[key]

    def starting(self, key: str, text: str) -> str | None:
        """The longest word of set ``key`` with which ``text`` begins, or ``None``."""
        # Most words of a page fail by one letter; slicing is for the rest
        lengths = self.firsts[key].get(text[:1])
        if lengths is None:
            return None
        words = self.sets[key]
        for length in lengths:
            if text[:length] in words:
                return text[:length]
        return None

    def ending(self, key: str, text: str) -> str | None:
        """The longest word of set ``key`` with which ``text`` ends, or ``None``."""
        lengths = self.lasts[key].get(text[-1:])
        if lengths is None:
            return None
        words = self.sets[key]
        for length in lengths:
            if text[-length:] in words:
                return text[-length:]
        return None


def _compound_pattern(rows: dict[str, CompoundRow]) -> re.Pattern[str]:
    between = f"[{re.escape(SEPARATORS)}]?"
    longest_first = sorted(rows, key=lambda form: (-len(form), form))
    return re.compile("|".join(between.join(map(re.escape, form)) for form in longest_first))


def _headline_letter(words: Iterable[str]) -> re.Pattern[str]:
    letters = "".join(sorted(word for word in words if len(word) == 1))
    return re.compile(f"(?<![가-힣0-9])[{letters}](?![가-힣])")


def _lengths(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    """First or last letter → lengths of the words that have it, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[at], set()).add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def _offices(titles: tuple[TitleRow, ...]) -> dict[str, tuple[str, ...]]:
    northern = {word for row in titles for word in row.kp}
    return {word: tuple(row.form for row in titles if word in row.kp) for word in northern}


def _readings(knowledge: Knowledge) -> dict[str, tuple[ActorRow, ...]]:
    """People whose name is read otherwise than it is written here, by that reading."""
    table = {row.id: row for row in knowledge.table("hanja", HanjaRow)}
    found: dict[str, tuple[ActorRow, ...]] = {}
    for row in knowledge.table("actors", ActorRow):
        forms = readings_of(row.hanja or "", table) if row.kind == "person" else ()
        for reading in dict.fromkeys((*forms, *map(softened, forms))):
            if reading != row.name:
                found[reading] = (*found.get(reading, ()), row)
    return found


def _sounds(
    knowledge: Knowledge, rules: tuple[TransliterationRow, ...]
) -> dict[tuple[str, ...], ActorRow]:
    people = (row for row in knowledge.table("actors", ActorRow) if row.kind == "person")
    return {sound_keys(row.name, rules): row for row in people if " " in row.name}


def _families(knowledge: Knowledge) -> dict[str, tuple[ActorRow, ...]]:
    """People of the pack by the parts of a name of several words (케인: 댄 케인)."""
    found: dict[str, tuple[ActorRow, ...]] = {}
    for row in knowledge.table("actors", ActorRow):
        parts = row.name.split() if row.kind == "person" else []
        for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
            found[part] = (*found.get(part, ()), row)
    return found


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
        title_lasts=frozenset(word[-1] for word in (*heads, *sets["honorifics"], "장")),
        sets=BySet(sets),
        firsts=BySet({key: _lengths(words, 0) for key, words in sets.items()}),
        lasts=BySet({key: _lengths(words, -1) for key, words in sets.items()}),
        headline_letter=_headline_letter(sets["headline-letters"]),
        transliteration=rules,
        readings=_readings(knowledge),
        sounds=_sounds(knowledge, rules),
        families=_families(knowledge),
        offices=_offices(titles),
        characters={row.id: row.readings[0] for row in knowledge.table("hanja", HanjaRow)},
    )
