"""Words of the ledger → escaped markup: the cited words washed, Korean named as Korean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markupsafe import Markup, escape

from haengbo.knowledge import load
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.web.charts.svg import element

_KOREAN = re.compile(r"[가-힣㐀-鿿]+(?:[ ·.]+[가-힣㐀-鿿]+)*")
#: A sentence that is nearly all evidence is not washed: it would say nothing.
_ALL = 0.9


@cache
def english_names() -> dict[str, str]:
    """Canonical name → English name, for all that the pack knows one of."""
    named = ((row.name, getattr(row, "en", None)) for row in gazetteer(load()).rows)
    return {name: str(english) for name, english in named if english}


def name_in(name: str | None, lang: str) -> Markup:
    """A name for the eyes: Korean, or English where the pack has it.

    Example:
        ``최선희`` is ``Choe Son Hui`` in English.
    """
    if not name:
        return Markup()
    english = english_names().get(name) if lang != "ko" else None
    return escape(english) if english else element("span", name, lang="ko")


def korean(text: str) -> Markup:
    """A text of the English interface with its Korean names marked as Korean.

    Example:
        ``Kim Jong Un – 한지평`` has ``<span lang="ko">`` around 한지평.
    """
    parts, at = [], 0
    for found in _KOREAN.finditer(text):
        parts += [escape(text[at : found.start()]), element("span", found[0], lang="ko")]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def cited(sentence: str, evidence: Sequence[str]) -> Markup:
    """A sentence with the words that it is cited for washed."""
    covered = [False] * len(sentence)
    for words in evidence:
        start = sentence.find(words) if words else -1
        if start >= 0:
            covered[start : start + len(words)] = [True] * len(words)
    if not any(covered) or sum(covered) >= _ALL * len(sentence):
        return escape(sentence)
    parts, start = [], 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or covered[end] != covered[start]:
            piece = sentence[start:end]
            parts.append(element("mark", piece) if covered[start] else escape(piece))
            start = end
    return Markup("").join(parts)
