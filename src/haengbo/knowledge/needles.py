"""A regular expression → words one of which stands in whatever it finds.

A page is looked through for these words once; only patterns that can find something are then tried
on its sentences. Invariant: never a word too many: where nothing can be told, there is none, and
the pattern is tried everywhere.
"""

from __future__ import annotations

import re
from functools import cache

_PIECE = re.compile(
    r"(?P<escaped>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P<\w+>|[:=!]|<[=!]))?)"
    r"|(?P<close>\))|(?P<either>\|)|(?P<any>[.^$])|(?P<plain>[^\\])",
    re.DOTALL,
)
#: Groups that this module does not know: flags, references, conditions.
_UNUSUAL = re.compile(r"\(\?(?!P<\w+>|[:=!]|<[=!])")
#: What may be left out: 말(?:은)?, 말*, 말{0,2}.
_MAY_LACK = re.compile(r"[?*]|\{0?,")
_MORE = re.compile(r"[?*+]\??|\{\d{0,9}(?:,\d{0,9})?\}\??")

#: Alternatives, one of which stands there; none: nothing is known of the place.
Words = frozenset[str]
_NOTHING: Words = frozenset()


@cache
def needles(pattern: str) -> Words:
    """Words one of which stands in every match; none if that cannot be told.

    Args:
        pattern: As ``re.compile`` takes it, without flags.

    Example:
        ``"[이가] ?(?:언급|설명)하지 ?않"`` gives 언급하지 or 설명하지: here 하지, which is enough.
    """
    if _UNUSUAL.search(pattern):
        return _NOTHING
    words, end = _either(pattern, 0)
    return words if end == len(pattern) else _NOTHING


@cache
def compiled_once(pattern: str) -> re.Pattern[str]:
    """A pattern compiled when a page may hold it: few pages hold many of the pack's hundreds."""
    return re.compile(pattern)


def possible(pattern: str, text: str) -> bool:
    """Whether a pattern may find something in a text or any part of it.

    Args:
        pattern: As ``needles`` takes it; it need not be compiled to be given up.
        text: Of the page.
    """
    words = needles(pattern)
    for word in words:  # a loop, for a page asks this of a hundred patterns
        if word in text:
            return True
    return not words


def _either(pattern: str, at: int) -> tuple[Words, int]:
    """Of alternatives up to a closing parenthesis: all their words, if each has some."""
    found: list[Words] = []
    while True:
        words, at = _sequence(pattern, at)
        found.append(words)
        if not pattern.startswith("|", at):
            return (frozenset().union(*found) if all(found) else _NOTHING), at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[Words, int]:
    """Of what stands in a row: the place of which most is known."""
    places: list[Words] = []
    run = ""
    while (piece := _PIECE.match(pattern, at)) is not None:
        kind, at = piece.lastgroup, piece.end()
        if kind in {"close", "either"}:
            at = piece.start()
            break
        inner: Words = _NOTHING
        if kind == "open":
            inner, at = _either(pattern, at)
            at += 1
            if piece.group() not in {"(", "(?:"} and not piece.group().startswith("(?P"):
                inner = _NOTHING  # what must or must not stand beside is no part of the match
        letter = _letter(kind, piece.group())
        lacking, more = _MAY_LACK.match(pattern, at), _MORE.match(pattern, at)
        if letter and not lacking:
            run += letter
        elif inner and not lacking:
            places.append(inner)
        if not letter or more:
            places.append(frozenset({run} - {""}))
            run = ""
        at = more.end() if more else at
    places.append(frozenset({run} - {""}))
    return max(places, key=_worth), at


def _letter(kind: str | None, piece: str) -> str:
    """The letter that a piece of a pattern stands for, empty if it is none."""
    if kind == "plain":
        return piece
    return piece[1] if kind == "escaped" and not piece[1].isalnum() else ""


def _worth(words: Words) -> tuple[int, int]:
    """Long words are rare; few are quickly looked for."""
    return (min(map(len, words)), -len(words)) if words else (0, 0)
