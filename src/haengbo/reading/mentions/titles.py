"""Words → whether one ends a title phrase, and with which title.

Comes in: a line and the index of a word. Goes out: a ``TitleEnd`` or ``None``. Invariant: the head
begins at a border of morphemes, or nothing else could be meant (대변인, 위원장).
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from haengbo.korean.particles import strip
from haengbo.model.reading import ActorKind
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.strangers import plainly_korean
from haengbo.reading.mentions.words import Word

#: Determiners and pronouns are no family names: 이 참사는.
_NO_NAMES = {"MAG", "MAJ", "MM", "NP"}
#: From this length on a title hides in no other word.
_SURE = 3
_LONGEST_NAME = 6
#: Of such a length a title is no second half of a name.
_LONG = 4


class TitleEnd(msgspec.Struct, frozen=True):
    """The last word of a title phrase.

    Attributes:
        index: Of the word.
        start: Where the head begins in the text.
        end: Where the title ends, before honorific and particles.
        head: The known title.
        tail: What follows in the word, honorific left out.
    """

    index: int
    start: int
    end: int
    head: str
    tail: str


def title_end(line: Line, index: int, lexicon: Lexicon) -> TitleEnd | None:
    """Read a word as the last of a title phrase, or ``None``.

    Example:
        In ``국방상동지의`` the title is 국방상, the tail ``의``.
    """
    if index not in line.title_ends:
        line.title_ends[index] = _title_end(line, index, lexicon)
    return line.title_ends[index]


def _title_end(line: Line, index: int, lexicon: Lexicon) -> TitleEnd | None:
    word = line.words[index]
    for text, tail in _readings(word, line.text, lexicon):
        honorific = lexicon.ending("honorifics", text)
        title = text[: -len(honorific)] if honorific and len(text) > len(honorific) else text
        head = _head(word, title, lexicon)
        if head is None:
            continue
        if head in lexicon.words("heads-after-places") and not _after_place(line, index, lexicon):
            continue
        start = word.stem.start + len(title) - len(head)
        led = head in lexicon.words("heads-after-states")
        if led and not _after_name(line, index, start, lexicon):
            continue
        return TitleEnd(index, start, start + len(head), head, tail)
    return None


def plural_end(line: Line, index: int, lexicon: Lexicon) -> TitleEnd | None:
    """Read a word as the last of an office that several people hold, or ``None``.

    Example:
        In ``비서들이`` the title is 비서, the tail ``들이``.
    """
    word = line.words[index]
    plural = lexicon.ending("plurals", word.text)
    title = word.text.removesuffix(plural or "")
    head = _head(word, title, lexicon) if plural and title else None
    if plural is None or head is None:
        return None
    end = word.stem.start + len(title)
    return TitleEnd(index, end - len(head), end, head, plural + word.tail)


def _after_place(line: Line, index: int, lexicon: Lexicon) -> bool:
    """A town, a region or a Korean name leads to the title: 서울시장, 파리 시장, 윤상협 시장."""
    words = line.words[max(index - 1, 0) : index + 1]
    named = any(
        atom.kind is ActorKind.PLACE and atom.span.overlaps(word.span)
        for word in words
        for atom in line.atoms
    )
    return named or any(
        lexicon.ending("place-heads", word.text) or plainly_korean(word, lexicon)
        for word in words[:-1]
    )


def _after_name(line: Line, index: int, start: int, lexicon: Lexicon) -> bool:
    """A state or a person leads to the title: 일본수상은, 이시바수상, 이시바 수상; not 수상 소감.

    Apart from a state the title must be somebody who acts, for 일본 수상 작가 is none.
    """
    word = line.words[index]
    for atom in line.atoms:
        if atom.kind not in {ActorKind.STATE, ActorKind.PERSON}:
            continue
        if atom.span.end == start:
            return True
        apart = word.span.start == start and word.joined and index > 0
        if apart and atom.span.end == line.words[index - 1].span.end:
            return atom.kind is ActorKind.PERSON or bool(word.tail) or _names_next(line, index)
    apart = word.span.start == start and word.joined and index > 0
    return apart and _after_family_or_former(line, index, lexicon)


def _after_family_or_former(line: Line, index: int, lexicon: Lexicon) -> bool:
    """리일규 [전] 참사는, [리] 참사는: a family name, or 전 behind a name, leads to it too."""
    before, tail = line.words[index - 1], line.words[index].tail
    if before.text in lexicon.words("former") and index > 1 and before.joined:
        end = line.words[index - 2].span.end
        return any(a.kind is ActorKind.PERSON and a.span.end == end for a in line.atoms)
    named = before.bare and before.tags[0] not in _NO_NAMES
    return named and bool(tail) and before.text in lexicon.words("surnames")


def _names_next(line: Line, index: int) -> bool:
    following = line.words[index + 1] if index + 1 < len(line.words) else None
    atom = line.atom_at(following) if following is not None and following.joined else None
    return atom is not None and atom.kind is ActorKind.PERSON


def _readings(word: Word, text: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Stem and tail as analysed, then by the form of the particle alone.

    The analyser takes 국방상과 for one noun now and then, and cuts 부국장과 in the wrong place.
    """
    return _cuts(word.span.of(text), word.text, word.tail, lexicon)


@lru_cache(maxsize=32768)
def _cuts(whole: str, text: str, tail: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Ways to cut a word of which the stem ends with the last letter of a title."""
    stem = strip(whole)
    plain = not tail or tail in lexicon.words("name-particles")
    ways: tuple[tuple[str, str], ...] = ((text, tail), (stem, whole[len(stem) :]))
    if stem == text or (plain and stem == whole):
        ways = ways[:1]
    between = lexicon.ending("between-tails", text)
    if between is not None:
        # 부장사이의: written together
        ways = (*ways, (text[: -len(between)], f"{between}{tail}"))
    return tuple(way for way in ways if way[0][-1:] in lexicon.title_lasts)


def _head(word: Word, text: str, lexicon: Lexicon) -> str | None:
    if text[-1:] not in lexicon.head_lasts and not text.endswith("장"):
        return None
    for start in range(len(text)):
        suffix = text[start:]
        if suffix not in lexicon.heads:
            continue
        if start == 0 or word.border(word.stem.start + start):
            return suffix
        sure = suffix in lexicon.words("heads-sure") and start >= _SURE and word.nominal
        # No name is as long as 한반도평화교섭본부장, whatever the analyser says.
        common = not word.proper or len(text) > _LONGEST_NAME
        if sure or (len(suffix) >= _SURE and common):
            return suffix
        if _chief(text, lexicon) or lexicon.names.claimed(text[:start]):
            return suffix
        if text[:start] in lexicon.words("title-prefixes") or _of_letter(text, suffix, lexicon):
            return suffix
    return "장" if _chief(text, lexicon) else None


def _of_letter(text: str, title: str, lexicon: Lexicon) -> bool:
    """미국무장관: a long title behind the one syllable that is its state."""
    letters = lexicon.names.letters
    return len(title) >= _LONG and len(text) == len(title) + 1 and text[0] in letters


def _chief(text: str, lexicon: Lexicon) -> bool:
    """A known body, or an institute, and 장: 국가정보원장, 전략센터장."""
    if not text.endswith("장") or len(text) <= _SURE:
        return False
    body = text[:-1]
    hit = lexicon.names.claimed(body)
    known = hit is not None and hit.rows[0].actor_kind is ActorKind.ORGANISATION
    known = known or lexicon.ending("bureaus", body) is not None
    return known or (lexicon.ending("chief-of", body) or body) != body
