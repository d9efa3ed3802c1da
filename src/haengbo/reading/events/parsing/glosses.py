"""What brackets put between a verbal noun and its verb: 방북(訪北)했다, 방문(11월)하는.

Comes in: the tokens of a sentence and the verbal nouns. Goes out: the tokens without the gloss; the
closing bracket stays where 하다 or 되다 is joined to it, as behind a quotation. Names keep theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from haengbo.korean.morphemes import Token

_JOINED = {"하", "되", "해", "돼", "했", "됐"}
#: A gloss of more tokens says something of its own.
_LONGEST = 6


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
