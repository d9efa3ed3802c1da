"""Sentence → its words: stretches between spaces and marks, each cut into stem and particles.

Comes in: a ``Sentence`` with tokens. Goes out: ``Word``s in order. Invariant: ``stem`` begins
where ``span`` begins and ends inside it; words do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from haengbo.korean.morphemes import Token
from haengbo.model.span import Span
from haengbo.reading.document import Sentence

_WORD = re.compile(
    r"[^\s,.…·‧∙ㆍ・“”\"'`‘’()\[\]《》〈〉<>「」『』【】〔〕［］（）:;!?=/–—~∼▲▶■◇△⊙●◎▷◀ㅣ|※☞]+"
)
#: Syllables, or two parts of a family name: 앤더슨-브라운.
HANGUL = re.compile(r"\A[가-힣]+(?:(?<=[가-힣]{2})-[가-힣]{2,})?\Z")
_TWO_NAMES = (("NNP", "SO", "NNP"), ("UN", "SO", "UN"), ("NNP", "SO", "UN"), ("UN", "SO", "NNP"))
_REMARK = re.compile(r"(?<=[가-힣A-Za-z])\s?\(([^()]{1,24})\)")
#: 朴永玉(박영옥): Chinese characters and their reading.
_READ = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})\(([가-힣]{2,4})\)")
#: Some archives lost the characters of names and kept the brackets: 한도윤() 장관.
_PARENTHESIS = re.compile(r"\s?\([^()]{0,24}\)\s?\Z")

#: The end of a quotation: a mark behind what is no space.
_QUOTED = re.compile(r"(?<=\S)[”\"'’』」》]\Z")

_TAIL_TAGS = ("J", "E", "VCP", "VX", "XSV", "XSA")
_NOUN_TAGS = ("N", "SL", "SN", "SH", "XPN", "XSN", "XR", "SW", "W", "UN")


#: Syllables of a Korean name; a name and what is cut off it.
_NAME, _CUT = 3, ("name", "coda")
#: 는 and 를 cut short, which no paper writes behind a name.
_CODAS = {("ᆫ", "JX"), ("ᆯ", "JKO")}


class Word(msgspec.Struct, frozen=True):
    """One word of a sentence.

    Attributes:
        span: Without marks around it.
        stem: Without particles, copula and endings.
        text: The stem's text.
        tail: Text of what follows the stem inside the word.
        gap: Text between the previous word and this one; the sentence's start for the first.
        tags: Tags of the stem's tokens; ``UN`` of a noun that the analyser does not know.
        starts: Where the stem's tokens begin.
    """

    span: Span
    stem: Span
    text: str
    tail: str
    gap: str
    tags: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def bare(self) -> bool:
        """Nothing follows the stem: the word may stand before another noun."""
        return not self.tail and not _inflected(self.tags)

    @property
    def nominal(self) -> bool:
        """All of the stem is nouns, numbers, foreign letters or prefixes."""
        return _nouns(self.tags)

    @property
    def proper(self) -> bool:
        """The analyser takes the whole stem for one proper noun."""
        return self.tags in {("NNP",), ("UN",)}

    @property
    def hangul(self) -> bool:
        """The stem is Hangul syllables only."""
        return HANGUL.match(self.text) is not None

    @property
    def joined(self) -> bool:
        """Only a space, or a short remark in parentheses, parts it from the word before."""
        gap = self.gap
        return gap == " " or not gap.strip(" \u00a0") or _PARENTHESIS.match(gap) is not None

    def border(self, position: int) -> bool:
        """Whether a morpheme of the stem begins at ``position``."""
        return position in self.starts


@lru_cache(maxsize=4096)
def _inflected(tags: tuple[str, ...]) -> bool:
    return bool(tags) and all(tag.startswith(_TAIL_TAGS) for tag in tags)


@lru_cache(maxsize=4096)
def _nouns(tags: tuple[str, ...]) -> bool:
    return bool(tags) and all(tag.startswith(_NOUN_TAGS) for tag in tags)


def words_of(sentence: Sentence, text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of a sentence, and apart from them those of each remark in parentheses.

    A remark (``(오른쪽)``, ``(68)``) stands between a name and its title and is no part of either.

    Returns:
        First the words outside remarks, then the words of each remark.

    Example:
        ``홍길산(왼쪽) 위원은`` gives the words 홍길산 and 위원은, and the remark 왼쪽.
    """
    remarks = [
        Span(*match.span(1))
        for match in _REMARK.finditer(text, sentence.span.start, sentence.span.end)
    ]
    spans = [
        Span(*match.span())
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end)
    ]
    read = _readings(sentence, text)
    if not remarks and not read:
        return (_row(spans, sentence, text, read),)
    characters = [Span(whole.start, name.start - 1) for name, whole in read.items()]
    outside = [s for s in spans if s not in characters and not any(r.contains(s) for r in remarks)]
    inside = [[s for s in spans if remark.contains(s)] for remark in remarks]
    return tuple(_row(group, sentence, text, read) for group in (outside, *inside))


def _readings(sentence: Sentence, text: str) -> dict[Span, Span]:
    """朴永玉(박영옥): a name that stands behind its characters, with the whole of it."""
    found = _READ.finditer(text, sentence.span.start, sentence.span.end)
    alike = (m for m in found if len(m.group(1)) == len(m.group(2)))
    return {Span(*m.span(2)): Span(*m.span()) for m in alike}


def _row(
    spans: list[Span], sentence: Sentence, text: str, read: Mapping[Span, Span]
) -> tuple[Word, ...]:
    words: list[Word] = []
    previous = sentence.span.start
    for span in spans:
        tokens = sentence.tokens_at(span)
        whole = read.get(span, span)
        if words and text[span.start - 1] == ")" and _only_tail(tokens):
            # 유럽연합(EU)은: the particle belongs to the word before the remark.
            words[-1] = replace(words[-1], tail=span.of(text))
        else:
            words.append(_word(span, tokens, text, text[previous : whole.start]))
        previous = whole.end
    return tuple(words)


def _only_tail(tokens: tuple[Token, ...]) -> bool:
    return _inflected(tuple([t.tag for t in tokens]))


def _is_cut_name(span: Span, tokens: tuple[Token, ...]) -> bool:
    """박경선 외무성 부상: the analyser takes the last consonant of a name for a particle."""
    if len(span) != _NAME or len(tokens) != len(_CUT):
        return False
    name, coda = tokens
    return name.tag == "NNP" and (coda.form, coda.tag) in _CODAS


def _word(span: Span, tokens: tuple[Token, ...], text: str, gap: str) -> Word:
    if _is_cut_name(span, tokens):
        return Word(span, span, span.of(text), "", gap, ("NNP",), (span.start,))
    kept = len(tokens)
    while kept > 0 and tokens[kept - 1].tag.startswith(_TAIL_TAGS):
        kept -= 1
    if kept == 0:
        kept = len(tokens)
    end = tokens[kept].span.start if kept < len(tokens) else span.end
    stem = Span(span.start, max(end, span.start + 1))
    inner = tokens[:kept]
    quoted = _QUOTED.search(text[max(span.start - 2, 0) : span.start]) is not None
    return Word(
        span=span,
        stem=stem,
        text=stem.of(text),
        tail=text[stem.end : span.end],
        gap=gap,
        tags=_tags(inner, quoted=quoted),
        starts=tuple([t.span.start for t in inner]),
    )


def _tags(tokens: tuple[Token, ...], *, quoted: bool) -> tuple[str, ...]:
    """Tags of a stem; two names with a hyphen are one."""
    tags = tuple([_tag(t) for t in tokens])
    if tags[:1] == ("VCP",) and not quoted:
        return ("NNP",)  # 이란: no word begins with a copula, but behind a quotation (…”이라며)
    return tags[:1] if tags in _TWO_NAMES else tags


def _tag(token: Token) -> str:
    """A noun of no dictionary may be called common only because it stands between others."""
    return token.tag if token.known or token.tag != "NNG" else "UN"


def as_name(word: Word, length: int, text: str) -> Word:
    """The word with its first ``length`` syllables taken for a name, whatever the analyser says."""
    stem = Span(word.span.start, word.span.start + length)
    tail = text[stem.end : word.span.end]
    if word.tail != text[word.stem.end : word.span.end]:
        tail += word.tail  # 팜 득 안(공안부 대변인)은: it stands behind the remark
    return replace(word, stem=stem, text=stem.of(text), tail=tail, tags=("NNP",), starts=())
