"""Words → the same words, with foreign names put right where the analyser splits them.

Comes in: the words of a line. Goes out: words. A list of given names is the ground: what follows
로만 or 드미트리 is a family name, even if the analyser sees a verb in it. Invariant: spans stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from haengbo.korean.particles import strip
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.words import Word, as_name

#: Syllables of one part of a Vietnamese name.
_SHORT = 2


def renamed(words: tuple[Word, ...], text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with given names, the family names after them and 동지 told apart.

    Example:
        In ``부상 로만 쏘로낀동지를`` the last word has the stem 쏘로낀동지, the tail ``를``.
    """
    kept: list[Word] = []
    given = vietnamese = False
    for index, word in enumerate(_untied(words, lexicon)):
        honoured = _until_honorific(word.span.of(text), lexicon)
        follows = index + 1 < len(words) and words[index + 1].joined
        if follows and _is_given(word, text, lexicon):
            kept.append(as_name(word, len(word.span), text))
            given = True
            vietnamese = word.span.of(text) in lexicon.words("family-names-of-many-words")
            continue
        if given and vietnamese and _goes_on(word, text, lexicon) and follows:
            kept.append(as_name(word, len(word.span), text))
            continue
        if honoured:
            kept.append(as_name(word, honoured, text) if given else _cut(word, honoured, text))
        elif given and word.joined and word.hangul and not _is_word(word, lexicon):
            kept.append(_family(word, text, lexicon))
        else:
            kept.append(word)
        given = False
    return tuple(kept)


def _untied(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Word]:
    """Titles without the copula that the analyser takes for a part of them: 주석인 통룬 ….

    A noun in 인 (상인) stays whole: what is before the copula must be a title.
    """
    for word in words:
        copula = None if word.tail else lexicon.ending("copulas", word.text)
        title = word.text[: -len(copula)] if copula else ""
        if copula is None or title not in lexicon.heads or word.text in lexicon.heads:
            yield word
            continue
        stem = Span(word.stem.start, word.stem.end - len(copula))
        kept = sum(start < stem.end for start in word.starts)
        yield replace(
            word,
            stem=stem,
            text=title,
            tail=copula,
            tags=word.tags[:kept],
            starts=word.starts[:kept],
        )


def _is_given(word: Word, text: str, lexicon: Lexicon) -> bool:
    whole = word.span.of(text)
    return whole in lexicon.words("given-names") or whole in lexicon.words(
        "family-names-of-many-words"
    )


def _goes_on(word: Word, text: str, lexicon: Lexicon) -> bool:
    """A short syllable or two after a Vietnamese family name: 응우옌 쑤언 푹."""
    whole = word.span.of(text)
    return word.joined and len(whole) <= _SHORT and word.hangul and not _is_word(word, lexicon)


def _is_word(word: Word, lexicon: Lexicon) -> bool:
    """Known to the pack, or a title: it needs no help."""
    return word.text in lexicon.heads or lexicon.names.claimed(word.text) is not None


def _family(word: Word, text: str, lexicon: Lexicon) -> Word:
    """A family name after a given name: cut at a particle only."""
    full = word.span.of(text)
    if word.proper and word.tail in {"", *lexicon.words("name-particles")}:
        return word
    return as_name(word, len(strip(full)), text)


@lru_cache(maxsize=16384)
def _until_honorific(full: str, lexicon: Lexicon) -> int:
    """Length up to and with an honorific inside the word (…동지사이의), 0 if there is none."""
    for honorific in lexicon.words("attached-honorifics"):
        at = full.find(honorific)
        if at >= 2:  # noqa: PLR2004 - shorter names do not stand alone
            return at + len(honorific)
    return 0


def _cut(word: Word, length: int, text: str) -> Word:
    named = as_name(word, length, text)
    return named if len(named.stem) != len(word.stem) or not word.nominal else word
