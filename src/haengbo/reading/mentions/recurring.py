"""Lines → people whom no office introduces, but of whom the page goes on speaking.

Comes in: the lines of a page and the people that stand beside a title, honorific or description.
Goes out: further ``Person``s. Precision first: a plain Korean name that the analyser takes for a
proper noun, that stands there more than once, and once with a particle of the living.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.strangers import plainly_korean
from haengbo.reading.mentions.words import Word

#: How often a page must name somebody without any office.
_AGAIN = 1
_CONFIDENCE = 0.7
#: Particles that only people and animals take.
_LIVING = ("에게", "께", "한테")


def recurring_people(
    lines: Sequence[Line], found: Iterable[Person], lexicon: Lexicon
) -> tuple[Person, ...]:
    """Names that come back without an office.

    Example:
        ``한보람이 붙잡혔다. 법원은 한보람에게 책임을 물었다.``; a place (이태원이) is no one.
    """
    taken = {(p.head.start, p.head.end) for p in found}
    seen: dict[str, list[Word]] = {}
    for line in lines:
        for word in line.words:
            if _is_name(line, word, lexicon):
                seen.setdefault(word.text, []).append(word)
    people: list[Person] = []
    for words in seen.values():
        known = any((w.stem.start, w.stem.end) in taken for w in words)
        if len(words) >= _AGAIN and not known and _is_alive(words):
            people += [Person(w.stem, w.stem, (), (), "recurring", _CONFIDENCE) for w in words]
    return tuple(people)


def _is_name(line: Line, word: Word, lexicon: Lexicon) -> bool:
    ends = not word.tail or lexicon.starting("name-particles", word.tail) is not None
    if not (word.proper and ends) or line.atom_at(word) is not None:
        return False
    return plainly_korean(word, lexicon)


def _is_alive(words: Iterable[Word]) -> bool:
    """Something is done to them, or they get something, as only the living do (에게)."""
    return any(word.tail.startswith(_LIVING) for word in words)
