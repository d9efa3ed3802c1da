"""Text → its quotations, nested ones inside their outer one.

Comes in: one block of text (a paragraph or line). Goes out: outermost quotations in order, each
with the quotations inside it. Invariant: ``span`` and ``outer`` slice the text that came in,
``outer`` begins and ends with a mark, quotations of one level do not overlap. A mark that is
never closed makes no quotation and swallows no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import msgspec

from haengbo.model.span import Span

#: Opening bracket → (closing bracket, kind of quotation).
_BRACKETS = {
    "《": ("》", "double"),
    "≪": ("≫", "double"),
    "「": ("」", "double"),
    "『": ("』", "double"),
    "〈": ("〉", "single"),
    "｢": ("｣", "double"),
}
_CLOSERS = {close: (opener, kind) for opener, (close, kind) in _BRACKETS.items()}
_OPENING = {"“": "double", "‘": "single", "„": "double", "‛": "single"}
_CLOSING = {"”": "double", "’": "single"}
#: ″ and ′ are what some newsrooms print for " and ', a grave accent what old ones print for ‘
#: (`우의'를, `우의`를): alone between words it opens or closes as a straight mark does.
_STRAIGHT = {
    '"': "double",
    "＂": "double",
    "″": "double",
    "'": "single",
    "＇": "single",
    "′": "single",
    "`": "single",
}
#: ``우의''를: a double mark made of two, as wires of the nineties print it.
_TWOFOLD = {"``": "double", "''": "double"}
_ANY_MARK = re.compile(
    f"{'|'.join(_TWOFOLD)}|"
    f"[{re.escape(''.join((*_BRACKETS, *_CLOSERS, *_OPENING, *_CLOSING, *_STRAIGHT)))}]"
)

#: [북한이 제안을 받아들였다]고 밝혔다: papers of the nineties quote between square brackets.
_SQUARE = re.compile(r"\[[^\[\]\n]{2,400}\](?=(?:이?라(?:고|는|며|면서)|고|며|면서)[\s,])")

#: More levels than any text has.
_DEEPEST = 12
#: An apostrophe is no quotation mark: '24.11.30, ’25년 3월, O'Brien, Kim's.
_APOSTROPHE = re.compile(
    r"(?<![^\W\d_])['’‘](?=\d\d(?:\.\s?\d|년\s?\d))|(?<=[A-Za-z])['’](?=[A-Za-z])"
    r"|(?<=\d)[′″](?=[\s\d]|$)"
)
#: What may follow a closing mark directly or after a slip of the space bar.
_AFTER_CLOSE = re.compile(r"\s?(?:이?라(?:고|는|며|면서)|고\s|며\s|면서\s|는\s|[,.)…]|$)")

#: "…"며"…": the space between two quotations was forgotten.
_RESUMED = re.compile(r"[\"”″](?:이?라)?(?:며|면서|고)$")
_RESUMED_REACH = 6

#: What follows it in the next word of a sentence.
_SAID_AFTER = re.compile(r"(?:이?라(?:고|는|며|면서)|고|며|면서|는)(?=[\s,])")


class Quote(msgspec.Struct, frozen=True):
    """A stretch between quotation marks.

    Attributes:
        span: The words without the marks.
        outer: The words with the marks.
        kind: ``double`` (“…” "…" 《…》 「…」) or ``single`` (‘…’ '…' 〈…〉).
        inner: Quotations inside this one, outermost, in order.
    """

    span: Span
    outer: Span
    kind: str
    inner: tuple[Quote, ...] = ()


class _Mark(msgspec.Struct, frozen=True):
    """A mark as seen from outside: where it stands, which family, what it may do."""

    position: int
    family: str
    kind: str
    opens: bool
    closes: bool
    #: Code points that it takes.
    width: int = 1
    #: No closing mark can stand here: 북한이 "평화적 위성.
    surely_opens: bool = False


def _is_opener(text: str, position: int, *, free: bool) -> bool:
    """Whether a mark that may be either looks like an opening one; ``free``: nothing is open."""
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if _AFTER_CLOSE.match(text, position + 1):
        return False
    if after.isspace():
        return _slipped(text, position)
    if text.endswith("..", 0, position):  # dots of a headline: 또 만났다..."함께 간다"
        return True
    if before in "은는":  # 장관은"함께 간다"고: no blank before it
        return free
    if _RESUMED.search(text, max(0, position - _RESUMED_REACH), position):
        return True
    return before.isspace() or before in "([{<·,=…“‘\"'—-▲▶◇△"


def _slipped(text: str, position: int) -> bool:
    """측근은 " 계획에 따른다"고 했다: a straight mark between spaces, with none open before it."""
    alone = (
        text[position - 1 : position].isspace() and not text[position + 2 : position + 3].isspace()
    )
    return alone and text[position] == '"' and text.count('"', 0, position) % 2 == 0


def _is_closer(text: str, position: int) -> bool:
    """“함께 간다“고: an opening mark where only a closing one can stand."""
    before = text[position - 1] if position else " "
    return not before.isspace() and _SAID_AFTER.match(text, position + 1) is not None


def _marks(text: str) -> list[_Mark]:
    apostrophes = {match.start() for match in _APOSTROPHE.finditer(text)}
    marks = list(_square_marks(text))
    seen: Counter[str] = Counter()
    for match in _ANY_MARK.finditer(text):
        position, char = match.start(), match.group()
        if position in apostrophes:
            continue
        if char in _BRACKETS:
            marks.append(_Mark(position, char, _BRACKETS[char][1], opens=True, closes=False))
        elif char in _CLOSERS:
            family, kind = _CLOSERS[char]
            marks.append(_Mark(position, family, kind, opens=False, closes=True))
        elif char in _OPENING:
            kind = _OPENING[char]
            ends = _is_closer(text, position)
            marks.append(_Mark(position, kind, kind, opens=not ends, closes=ends))
        elif char in _TWOFOLD:
            opens = char == "``"
            marks.append(_Mark(position, "two", "double", opens=opens, closes=not opens, width=2))
        else:
            kind = _CLOSING.get(char) or _STRAIGHT[char]
            marks.append(_straight(text, position, kind, free=seen[char] % 2 == 0))
            seen[char] += 1
    return sorted(marks, key=lambda mark: mark.position)


def _square_marks(text: str) -> Iterator[_Mark]:
    for match in _SQUARE.finditer(text):
        yield _Mark(match.start(), "[", "double", opens=True, closes=False)
        yield _Mark(match.end() - 1, "[", "double", opens=False, closes=True)


def _straight(text: str, position: int, kind: str, *, free: bool) -> _Mark:
    opens = _is_opener(text, position, free=free)
    surely = opens and text[position - 1 : position].isspace()
    return _Mark(position, kind, kind, opens=opens, closes=True, surely_opens=surely)


def _pairs(text: str) -> list[tuple[_Mark, _Mark]]:
    """Match marks; an unclosed opening mark is dropped, never stretched to a later pair."""
    marks = _marks(text)
    left = Counter(mark.family for mark in marks)
    stack: list[_Mark] = []
    pairs = []
    for index, mark in enumerate(marks):
        left[mark.family] -= 1
        depth = next(
            (i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None
        )
        if depth is None or not mark.closes:
            if mark.opens:
                # Marks that nobody closed must not pile up.
                del stack[: -_DEEPEST + 1]
                stack.append(mark)
        elif mark.surely_opens and _closes_twice(marks, index):
            stack.append(mark)
        elif mark.opens and left[mark.family] % 2:
            # It looks like an opening mark and an odd number follows: the open one was a stray.
            stack[depth:] = [mark]
        else:
            pairs.append((stack[depth], mark))
            del stack[depth:]
    return sorted(pairs, key=lambda pair: pair[0].position)


def _closes_twice(marks: list[_Mark], index: int) -> bool:
    """One mark for both levels, closed twice: "북한이 "위성"이라고 주장한다"고."""
    family = marks[index].family
    after = islice((m for m in islice(marks, index + 1, None) if m.family == family), 2)
    return [m.opens for m in after] == [False, False]


def _nest(pairs: list[tuple[_Mark, _Mark]]) -> tuple[Quote, ...]:
    quotes = []
    index = 0
    while index < len(pairs):
        opening, closing = pairs[index]
        stop = index + 1
        while stop < len(pairs) and pairs[stop][0].position < closing.position:
            stop += 1
        quotes.append(
            Quote(
                Span(opening.position + opening.width, closing.position),
                Span(opening.position, closing.position + closing.width),
                opening.kind,
                _nest(pairs[index + 1 : stop]),
            )
        )
        index = stop
    return tuple(quotes)


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find the quotations of one block of text.

    Args:
        text: One paragraph or line; quotations do not cross it.

    Returns:
        Outermost quotations in order of the text.

    Example:
        ``find_quotes("그는 “‘우의’를 지킨다”고 했다")`` gives one double quotation whose ``inner``
        holds one single quotation.
    """
    # Most sentences have no mark at all
    marked = _ANY_MARK.search(text) is not None or _SQUARE.search(text) is not None
    return _nest(_pairs(text)) if marked else ()


def shifted(quote: Quote, offset: int) -> Quote:
    """The same quotation seen from a text that begins ``offset`` code points earlier."""
    return Quote(
        quote.span.shifted(offset),
        quote.outer.shifted(offset),
        quote.kind,
        tuple(shifted(inner, offset) for inner in quote.inner),
    )
