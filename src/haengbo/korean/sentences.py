"""One block of text → its sentences; a quotation or parenthesis never falls apart.

Comes in: one paragraph or line. Goes out: spans in order that do not overlap, without leading
and trailing white space, which together cover everything but white space.

``“…다”며 …라고 …`` is one sentence; ``“…다.” 그는 …`` is two: the quotation ended its sentence and
no particle ties it to what follows. Decimals, dates (2024. 11. 30.), names of institutions
(4.25문화회관) and initials (J. D. 밴스) do not end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.korean.cover import Cover
from haengbo.korean.quotes import Quote, find_quotes
from haengbo.korean.syllables import closed_in, final_of
from haengbo.model.span import Span

#: A run of end marks and what closes behind it.
_END = re.compile(r"[.。!?！？]+")
#: … 발사했습니다 합참은 …: polite style ends a sentence, also where the full stop is left out.
_POLITE = re.compile(rf"[{closed_in(17)}]니다(?=\s)(?!\s{{1,3}}(?:이?라[고는며면던]|하[고며는면]))")
#: … 말했습니다 [홍길산/가람대 교수 : 길이 막혀 있습니다] 이로써 …: a sound bite in brackets.
_BITE = re.compile(r"\[[^\[\]:：]{2,60}[:：]\s?[^\[\]]{4,600}\]")
_CLOSING = ")]}〕）］』」》〉”’\"'"
#: Particles and quotative endings that tie a closed quotation to its sentence.
_TIED = re.compile(
    r"(?:이?라(?:고|는|며|면서|던|ㄴ)|이?란|고|며|면서|는|은|이|가|을|를|의|에|로|으로|와|과|도|만|등|하(?:고|며|는))(?![가-힣])"
)
#: Predicates and nominalisations that end a sentence even where the space behind is missing.
_FINAL_SYLLABLE = re.compile(r"(?:[다요까죠]|니까)$")
#: Final of nominal endings: 했음, 방문함.
_MIEUM = 16
_SPACE = re.compile(r"\s{1,20}")
_BLANK = re.compile(r"(?<!\s)\s*$")
#: Abbreviations and list marks before a full stop.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(·])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Gen|vs|[가나다라마바사아자차])$"
)


def ends_sentence(word: str) -> bool:
    """Whether a word before a full stop ends its sentence even if no blank follows.

    Example:
        ``말했다``, ``했음``; not ``이산가족``.
    """
    return _FINAL_SYLLABLE.search(word) is not None or final_of(word[-1:] or "가") == _MIEUM


def _parentheses(text: str, quotes: Cover) -> list[Span]:
    """Matched parentheses outside quotations; an unclosed one protects nothing."""
    spans: list[Span] = []
    opened: list[int] = []
    for match in re.finditer(r"[()（）]", text):
        if quotes.at(match.start()):
            continue
        if match.group() in "(（":
            opened.append(match.start())
        elif opened:
            spans.append(Span(opened.pop(), match.end()))
    return spans


def _closes_quoted_sentence(text: str, quote: Quote) -> bool:
    """Whether a quotation ends its own sentence and the text goes on without a particle."""
    inside = quote.span.of(text).rstrip()
    if quote.kind != "double" or not inside or inside[-1] not in ".。?!":
        return False
    after = _SPACE.match(text, quote.outer.end)
    return after is not None and _TIED.match(text, after.end()) is None


def _ends_here(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    if match.group() == "." and _ABBREVIATION.search(before):
        return False
    if not after or after.isspace() or after in _CLOSING:
        # "2024. 11. 30." and "1. 머리말": a figure before the stop never ends a sentence
        figure = match.group() == "." and before[-1:].isdigit()
        return not figure or _BLANK.match(text, end) is not None
    if match.group() != "." or not _FINAL_SYLLABLE.search(before[-4:]):
        return False
    return after.isalnum() or after in "“‘\"'《『「<〈【[▲△◇■▶○("


def _stops(text: str) -> Iterator[int]:
    """Positions behind the last character of each sentence, in order."""
    quotes = find_quotes(text)
    outer = [quote.outer for quote in quotes]
    protected = Cover([*outer, *_parentheses(text, Cover(outer))])
    ends = {quote.outer.end for quote in quotes if _closes_quoted_sentence(text, quote)}
    for match in _END.finditer(text):
        if not protected.at(match.start()) and _ends_here(text, match):
            end = match.end()
            while end < len(text) and text[end] in _CLOSING:
                end += 1
            ends.add(end)
    for match in _POLITE.finditer(text):
        if not protected.at(match.start()):
            ends.add(match.end())
    for match in _BITE.finditer(text):
        ends.discard(len(text[: match.end() - 1].rstrip()))
        ends.update((match.start(), match.end()))
    yield from sorted(end for end in ends if end and not protected.splits(end))


def split(text: str) -> list[Span]:
    """Split one block of text into sentences.

    Args:
        text: One paragraph or line.

    Returns:
        Spans in ``text``, in order, trimmed of white space; empty for a blank text.

    Example:
        ``split("“함께 간다”며 그는 “끝까지”라고 했다. 회담은 길었다.")`` gives two spans.
    """
    spans = []
    start = 0
    for stop in [*_stops(text), len(text)]:
        piece = text[start:stop]
        trimmed = piece.strip()
        if trimmed:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append(Span(begin, begin + len(trimmed)))
        start = stop
    return spans
