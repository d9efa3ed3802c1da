"""What brackets put between a noun and its particle or verb: 방북(訪北)했다, 베트남(19∼20일)을.

Comes in: the tokens of a sentence, the verbal nouns and where times stand. Goes out: the tokens
without the gloss; the closing bracket stays where 하다 or 되다 is joined to it, as behind a
quotation. Names keep theirs, unless it is a time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from haengbo.korean.morphemes import Token
from haengbo.model.span import Span

_JOINED = {"하", "되", "해", "돼", "했", "됐"}
_NOUNS = {"NNG", "NNP", "NNB", "XSN", "SL", "SH"}
#: Behind a verbal noun they make it a predicate.
_GOES_ON = {"중", "때", "당시", "뒤", "후"}
#: A gloss of more tokens says something of its own.
_LONGEST = 6


def without_times(tokens: Sequence[Token], times: Collection[Span]) -> tuple[Token, ...]:
    """The tokens without times in brackets that part a noun from what belongs to it.

    Example:
        Of ``베트남(19∼20일)을 찾았다`` the days go, so that 베트남을 is one phrase.
    """
    if not times or not any(token.form == "(" for token in tokens):
        return tuple(tokens)
    closed = {span.end: span.start for span in times}
    dropped: set[int] = set()
    for index, token in enumerate(tokens):
        start = closed.get(token.span.start) if token.form == ")" else None
        if start is None or not _parts(tokens, index):
            continue
        opened = index - 1
        while opened > 0 and tokens[opened].span.start >= start:
            opened -= 1
        noun = tokens[opened - 1] if opened else None
        bracket = tokens[opened].form == "(" and tokens[opened].span.end == start
        if bracket and noun is not None and noun.tag in _NOUNS:
            dropped.update(range(opened, index + 1))
    return tuple(token for n, token in enumerate(tokens) if n not in dropped)


def _parts(tokens: Sequence[Token], index: int) -> bool:
    """베트남(19일)[을], 방북(13일) [중], 방북(13일) [때]: whether the noun goes on behind it."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return False
    joined = after.span.start == tokens[index].span.end and after.tag.startswith("J")
    return joined or after.form in _GOES_ON


def without_glosses(tokens: Sequence[Token], verbal: Collection[str]) -> tuple[Token, ...]:
    """The tokens without glosses behind verbal nouns.

    Example:
        Of ``방북(訪北)한`` the gloss goes, so that 방북하다 is one verb.
    """
    if not any(token.form == "(" for token in tokens):
        return tuple(tokens)
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        kept.append(tokens[index])
        index = _behind_gloss(tokens, index, verbal)
    return tuple(kept)


def _behind_gloss(tokens: Sequence[Token], index: int, verbal: Collection[str]) -> int:
    """The place of the next token to keep."""
    opened = tokens[index + 1].form == "(" if index + 1 < len(tokens) else False
    if not opened or tokens[index].form not in verbal:
        return index + 1
    inside = range(index + 2, min(index + 2 + _LONGEST, len(tokens)))
    closed = next((n for n in inside if tokens[n].form == ")"), None)
    if closed is None:
        return index + 1
    after = tokens[closed + 1] if closed + 1 < len(tokens) else None
    joined = after is not None and after.span.start == tokens[closed].span.end
    if joined and after is not None and after.form in _JOINED:
        return closed
    hanja = all(tokens[n].tag == "SH" for n in range(index + 2, closed))
    return closed + 1 if hanja else index + 1
