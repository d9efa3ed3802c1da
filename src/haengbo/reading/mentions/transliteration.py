"""Foreign names in Northern spelling → Southern spelling, and a key that both spellings share.

Comes in: a name of one or more words, and the pack's rules. Goes out: text. Invariant: a name in
Southern spelling without tense consonants is left as it is but for the pack's rules; equal keys
mean equal consonants, not equal people.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from haengbo.knowledge.mention_words import TransliterationRow
from haengbo.korean.syllables import parts, syllable

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
#: Tense consonant → the aspirated or plain one that the South writes.
_RELAXED = {"ㄲ": "ㅋ", "ㄸ": "ㅌ", "ㅃ": "ㅍ", "ㅆ": "ㅅ", "ㅉ": "ㅊ"}
#: Initial → class of sounds that the two spellings confuse (디/지, 티/치/찌, 브/프).
_CLASS = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎ", "gndrmbsdtktbh", strict=True)) | {"ㅇ": ""}
#: Share of the letters that two spellings of one name have in common.
_ALIKE = 0.62
_FINAL_CLASS = {1: "k", 4: "n", 7: "t", 8: "r", 16: "m", 17: "b", 19: "s", 21: "n"}


def southern(name: str, rules: Sequence[TransliterationRow]) -> str:
    """Write a Northern spelling of a foreign name the Southern way.

    Example:
        ``southern("이고리 쏘로낀", rules)`` is ``"이고리 소로킨"``.
    """
    return " ".join(_relaxed(_by_rules(word, rules)) for word in name.split())


def _by_rules(word: str, rules: Sequence[TransliterationRow]) -> str:
    for rule in rules:
        if rule.where == "start" and word.startswith(rule.north):
            word = rule.south + word[len(rule.north) :]
        elif rule.where == "end" and word.endswith(rule.north):
            word = word[: -len(rule.north)] + rule.south
        elif rule.where == "any":
            word = word.replace(rule.north, rule.south)
    return word


def _relaxed(word: str) -> str:
    return "".join(_relax(char) for char in word)


def _relax(char: str) -> str:
    cut = parts(char)
    relaxed = _RELAXED.get(_INITIALS[cut[0]]) if cut is not None else None
    if cut is None or relaxed is None:
        return char
    return syllable(_INITIALS.index(relaxed), *cut[1:])


def without_patronymic(name: str, endings: tuple[str, ...]) -> str:
    """A Russian name of three words without the father's name in the middle.

    Args:
        name: As printed.
        endings: Of fathers' names.

    Example:
        ``울라지미르 이와노비치 쏘로낀`` is ``울라지미르 쏘로낀``.
    """
    names = name.split()
    if len(names) == 3 and names[1].endswith(endings):  # noqa: PLR2004 - given, father's, family
        return f"{names[0]} {names[2]}"
    return name


def sound_key(word: str, rules: Sequence[TransliterationRow]) -> str:
    """The consonants of one word of a foreign name, sounds merged that spellings confuse.

    Example:
        벨로우소프, 벨로우쏘브 and 벨로오소프 share one key.
    """
    sounds: list[str] = []
    for char in southern(word, rules):
        cut = parts(char)
        if cut is None:
            continue
        for sound in (_CLASS.get(_INITIALS[cut[0]], ""), _FINAL_CLASS.get(cut[2], "")):
            if sound and sounds[-1:] != [sound]:
                sounds.append(sound)
    return "".join(sounds)


def alike(name: str, other: str, rules: Sequence[TransliterationRow]) -> bool:
    """Whether two names of as many words are spelt alike, word by word, vowels and all."""
    words = zip(southern(name, rules).split(), southern(other, rules).split(), strict=False)
    return all(_alike(word, theirs) for word, theirs in words)


def _alike(word: str, other: str) -> bool:
    letters = (normalize("NFD", word), normalize("NFD", other))
    return SequenceMatcher(None, *letters, autojunk=False).ratio() >= _ALIKE


def sound_keys(name: str, rules: Sequence[TransliterationRow]) -> tuple[str, ...]:
    """The key of each word of a name."""
    return tuple(sound_key(word, rules) for word in name.split())
