"""Words → whether they can be the name of a person whom the pack does not know.

Comes in: words of a line. Goes out: the span of a name, or ``None``. Precision first: a name must
look like one (family name and given name, or a transliteration that the analyser takes for a
proper noun) and must not be an ordinary word.
"""

from __future__ import annotations

from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import Word

_LONGEST_FOREIGN = 4
_NOT_PROPER = ("M", "NP", "NR", "NNB", "J", "E", "VV", "VA", "IC")


def bare_name(word: Word, lexicon: Lexicon) -> str:
    """The stem without an honorific that is written onto it (리철산동지)."""
    honorific = lexicon.ending("person-honorifics", word.text)
    if honorific and len(word.text) > len(honorific) + 1:
        return word.text[: -len(honorific)]
    return word.text


def korean_name(word: Word, lexicon: Lexicon) -> Span | None:
    """A Korean name: a family name and one or two syllables.

    Example:
        ``홍길산`` yes; ``당국자``, ``정부``, ``현지`` no.
    """
    text = bare_name(word, lexicon)
    if not word.hangul or text in lexicon.words("not-names") or _anonymous(text):
        return None
    family = lexicon.starting("surnames-two", text) or lexicon.starting("surnames", text)
    if family is None or not 1 <= len(text) - len(family) <= 2:  # noqa: PLR2004 - given names
        return None
    if _ends_like_body(text, lexicon) or not _unlike_word(word, text, lexicon):
        return None
    return Span(word.span.start, word.span.start + len(text))


def _anonymous(text: str) -> bool:
    """박모 씨 is nobody by name."""
    return len(text) == 2 and text[1] == "모"  # noqa: PLR2004 - family name and 모


def _ends_like_body(text: str, lexicon: Lexicon) -> bool:
    if text in lexicon.heads or lexicon.ending("organ-heads", text):
        return True
    return len(text) == 3 and text.endswith("대")  # noqa: PLR2004 - 서해대 is a university


def _unlike_word(word: Word, text: str, lexicon: Lexicon) -> bool:
    if word.tags and all(tag in {"NNP", "UN"} for tag in word.tags):
        return True
    if len(text) < 3:  # noqa: PLR2004 - two syllables are too often a word
        return False
    if word.tags == ("NNG", "NNG") and text[-1] in lexicon.words("noun-endings"):
        return False
    ordinary = word.tags in {("NNG",), ("MAG",), ("XPN", "NNG"), ("NNG", "XSN")}
    return not ordinary and not any(tag.startswith(("J", "E", "V")) for tag in word.tags)


def foreign_name(line: Line, first: int, last: int, lexicon: Lexicon) -> Span | None:
    """The longest run of transliterated words from ``first`` on, not beyond ``last``.

    Example:
        ``안드레이 소콜로프스키 체코 외무장관``: the first two words.
    """
    stop = first
    while stop <= last and stop - first < _LONGEST_FOREIGN and _part(line, stop, lexicon):
        if stop > first and not line.words[stop].joined:
            break
        stop += 1
        if not line.words[stop - 1].bare:
            break
    while stop > first and not _name_alone(line.words[stop - 1], lexicon):
        stop -= 1
    words = line.words[first:stop]
    if not any(_name_alone(w, lexicon) and len(w.text) > 1 for w in words):
        return None
    end = words[-1].span.start + len(bare_name(words[-1], lexicon))
    return Span(words[0].span.start, end)


def _name_alone(word: Word, lexicon: Lexicon) -> bool:
    """One proper noun, perhaps with an honorific written onto it."""
    honoured = bare_name(word, lexicon) != word.text
    return word.proper or (honoured and set(word.tags[:-1]) == {"NNP"})


def _part(line: Line, index: int, lexicon: Lexicon) -> bool:
    word = line.words[index]
    text = bare_name(word, lexicon)
    if not word.hangul or line.atom_at(word) is not None:
        return False
    if text in lexicon.heads or text in lexicon.words("lead-ins"):
        return False
    if lexicon.ending("organ-heads", text) or lexicon.ending("institute-heads", text):
        return False
    return _transliterated(word)


def _transliterated(word: Word) -> bool:
    if word.proper:
        return True
    if any(tag.startswith(_NOT_PROPER) for tag in word.tags):
        return False
    return "NNP" in word.tags or (word.tags == ("NNG",) and len(word.text) <= 2)  # noqa: PLR2004


def words_in(line: Line, span: Span) -> tuple[Word, ...]:
    """Words that begin inside a span."""
    return tuple(w for w in line.words if span.start <= w.span.start < span.end)
