"""The line at the head of a page → who publishes it, apart from sections, editions and days.

Comes in: a line. Goes out: a name with its place in the line, and how sure it is. Knows forms, not
outlets: what stands before the sections of a page is who publishes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from haengbo.article.bylines import LANGUAGE, Named, is_medium, is_name
from haengbo.article.cues import Cues, squeeze
from haengbo.article.stamps import stamps_in
from haengbo.model.span import Span

#: Between a name and what follows it: 가람일보 > 정치, 가람통신 | 북한, a gap.
_PARTS = re.compile(r"\s{0,20}(?:[|ㅣ>»›]{1,20}|::)\s{0,20}|\s-\s|\s{2,}|\t")
#: [가람일보]
_ENCLOSED = re.compile(r"[\[<【〈]\s?([^\[\]<>【】〈〉]{1,60}?)\s?[\]>】〉]")
#: Between the sections of one place: 정치/국방, 통일·외교.
_JOINED = re.compile(r"[/·ㆍ,]")
_WORD = re.compile(r"\S+")
_EDGES = " []()<>·•:-"
#: 02면, A8면, 제412호: which page or number of a paper it is.
_NUMBER = re.compile(r"제?[A-Z]?\d{1,5}[면호]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.&]{0,40}")
#: HBN 뉴스: an unknown station by its letters.
_LETTERS = re.compile(r"[A-Z]{3,5}")
_HANGUL = re.compile("[가-힣]")
#: Garam.example behind a name.
_ADDRESS = re.compile(r"(?:https?://)?(?<![\w-])[\w-]{1,40}(?:\.[\w-]{1,40}){1,6}/?")
#: A trail that is led by a name has a short one: 가람누리 > 북한.
_SHORTEST, _LONGEST = 3, 10
_PIECE = 2
_LINE_LONGEST = 120


class Sureness(IntEnum):
    """How far a line at the head names an outlet."""

    GUESS = 0
    TRAIL = 1
    MEDIUM = 2
    KNOWN = 3


@dataclass(frozen=True, slots=True)
class Head:
    """Who a head line names.

    Attributes:
        named: In the line.
        sureness: Why it may be an outlet.
        more: Whether sections or an edition stand behind it.
        bare: Whether nothing else does.
    """

    named: Named
    sureness: Sureness
    more: bool
    bare: bool


@lru_cache(maxsize=2_000)
def head_in(text: str, cues: Cues) -> Head | None:
    """Who a line at the head of a page names before its sections, if anybody.

    Example:
        ``가람일보 > 정치``, ``가람TV 정치``, ``가람의물결 한국어 | 한반도`` and ``가람신문 1999년
        5월 26일자 1면`` name the first word; ``홈 > 국제 > 일본`` names nobody.
    """
    if len(text) > _LINE_LONGEST:
        return None
    stamps = stamps_in(text)
    line = text[: stamps[0].span.start] if stamps else text
    enclosed = _ENCLOSED.fullmatch(line.strip())
    parts = [p for p in _PARTS.split(enclosed[1] if enclosed else line.strip()) if p]
    if len(parts) > 1 and _is_part(parts[0], cues) and is_medium(parts[-1], cues):
        parts.reverse()  # 정치 | 가람일보
    if not parts:
        return None
    first, *rest = parts
    words = _WORD.findall(first)
    kept = _kept(words, cues)
    name, behind = " ".join(words[:kept]), words[kept:]
    sure = _sureness(name, behind, rest, cues) if kept else None
    if sure is None and not rest and kept and first.endswith(cues.houses):
        name, behind, sure = first, [], Sureness.GUESS
    at = text.find(name)
    if sure is None or at < 0:
        return None
    named = Named(name, Span(at, at + len(name)), "masthead")
    bare = not stamps and all(_is_part(part, cues) for part in rest)
    return Head(named, sure, bool(behind or rest), bare)


def _kept(words: list[str], cues: Cues) -> int:
    """How many words are left of a name without the sections behind it."""
    kept = len(words)
    while kept and squeeze(" ".join(words[:kept])) not in cues.outlets:
        alone = kept == 1 and _ADDRESS.fullmatch(words[0]) is not None
        if alone or not (is_section(words[kept - 1], cues) or _is_rendering(words[:kept])):
            break
        kept -= 1
    return kept


def _sureness(name: str, behind: list[str], rest: list[str], cues: Cues) -> Sureness | None:
    more = bool(behind or rest)
    if squeeze(name) in cues.outlets:
        return Sureness.KNOWN
    if " " not in name and (is_medium(name, cues) or (more and _LETTERS.fullmatch(name))):
        return None if re.search(r"\d", name) else Sureness.MEDIUM
    if not more:
        return Sureness.GUESS
    fits = _SHORTEST <= len(name) <= _LONGEST and re.fullmatch(r"[가-힣A-Z]+", name) is not None
    other = name.endswith(cues.themes) or is_section_and_name(name, cues)
    plain = fits and name not in cues.places and not other
    edition = any(_is_edition(word) or _LATIN.fullmatch(word) for word in behind)
    trail = edition or (bool(rest) and all(_is_part(part, cues) for part in rest))
    return Sureness.TRAIL if plain and trail else None


def _is_edition(word: str) -> bool:
    return re.search(LANGUAGE, f"가 {word}") is not None


def _is_part(part: str, cues: Cues) -> bool:
    """Whether a part behind the name holds nothing but sections, places, other outlets."""
    if squeeze(part) in cues.outlets:
        return True
    return all(is_section(word, cues) or word in cues.places for word in part.split())


def is_section(word: str, cues: Cues) -> bool:
    """Whether a word of a head line is a section, an edition, a tool or the number of a page.

    Example:
        정치, 정치/국방, 국제일반, 북한팀, 한국어판, 02면.
    """
    bare = word.strip(_EDGES)
    if not bare or _NUMBER.fullmatch(bare) or _ADDRESS.fullmatch(bare):
        return True
    if bare in cues.words or bare.upper() in cues.words or _is_edition(bare):
        return True
    pieces = _JOINED.split(bare)
    if len(pieces) > 1:
        return all(is_section(piece, cues) or piece in cues.places for piece in pieces)
    return _is_composed(bare.removesuffix("팀").removesuffix("부"), cues)


def _is_composed(word: str, cues: Cues) -> bool:
    """Whether a word is nothing but sections: 국제일반, 북한정치."""
    if word in cues.words:
        return len(word) >= _PIECE
    cuts = range(_PIECE, len(word) - _PIECE + 1)
    return any(word[:cut] in cues.words and _is_composed(word[cut:], cues) for cut in cuts)


def is_section_and_name(name: str, cues: Cues) -> bool:
    """세계민들레: a section and its reporter, run together."""
    return name[:_PIECE] in cues.words and is_name(name[_PIECE:], cues)


def _is_rendering(words: list[str]) -> bool:
    """남북누리 NBNuri: the name again in Latin letters, behind it in Hangul."""
    return (
        len(words) > 1
        and _HANGUL.search(words[0]) is not None
        and _LATIN.fullmatch(words[-1]) is not None
    )
