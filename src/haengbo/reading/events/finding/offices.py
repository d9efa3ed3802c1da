"""Offices that two or more states have alike: 북러 무역당국, 양국 세관 책임자들.

Comes in: the ``Lexicon`` and the words behind the names of the states. Goes out: whether they are
nothing but an office, so that nobody is named but the states.
"""

from __future__ import annotations

from haengbo.reading.events.lexicon import Lexicon

#: 외교안보 분야 고위 당국자들: more words than these say more than an office.
_WORDS = 4


def is_office_of_each(words: Lexicon, text: str) -> bool:
    """Whether words behind the states are an office that each has: 무역 당국, 국방 실무 대표단."""
    one = text.removesuffix("들")
    if text in words.words["joint-offices"] or one in words.words["joint-offices"]:
        return True
    parts = one.split()
    if not parts or len(parts) > _WORDS:
        return False
    plain = all(part.isalpha() for part in parts)
    return plain and parts[-1].endswith(words.words["office-ends"])


def means_two_sides(words: Lexicon, text: str) -> bool:
    """Whether words mean the two states told of: 양측은, 두 나라 교육 당국자들이."""
    if text in words.words["two-sides"]:
        return True
    for both in words.words["both-sides"]:
        if text.startswith(f"{both} "):
            return is_office_of_each(words, text.removeprefix(both).strip())
    return False
