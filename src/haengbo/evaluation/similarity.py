"""When two names, texts or dates count as the same.

Comes in: strings of a gold record and of a reading. Goes out: a number between 0 and 1 or a
truth value. White space and quotation marks never decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Record = Mapping[str, Any]
G = TypeVar("G")
P = TypeVar("P")

_SPACE_AND_QUOTES = re.compile(r"[\s“”\"'‘’]+")
_TIME_OF_DAY = re.compile(r"T.*$")


def squeeze(text: str | None) -> str:
    """The text in NFC without white space and quotation marks."""
    return _SPACE_AND_QUOTES.sub("", unicodedata.normalize("NFC", text or ""))


class Names:
    """Canonical form of an actor's name: the alias table first, then the name without spaces."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = {self._tight(k): self._tight(v) for k, v in table.items()}

    @staticmethod
    def _tight(name: str | None) -> str:
        return re.sub(r"\s+", "", unicodedata.normalize("NFC", name or ""))

    def __call__(self, name: str | None) -> str:
        """The canonical name, without spaces."""
        tight = self._tight(name)
        return self._table.get(tight, tight)


def _trigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 3] for i in range(len(text) - 2))


def overlap(a: str, b: str) -> float:
    """Shared trigrams over those of the longer text; for contained texts the ratio of lengths."""
    a, b = squeeze(a), squeeze(b)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return min(len(a), len(b)) / max(len(a), len(b))
    grams_a, grams_b = _trigrams(a), _trigrams(b)
    most = max(grams_a.total(), grams_b.total(), 1)
    return (grams_a & grams_b).total() / most


def covers(a: str, b: str) -> float:
    """Share of the shorter text's trigrams that stand in the longer one."""
    a, b = squeeze(a), squeeze(b)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 1.0
    grams_a, grams_b = _trigrams(a), _trigrams(b)
    least = max(min(grams_a.total(), grams_b.total()), 1)
    return (grams_a & grams_b).total() / least


def _days(value: str) -> list[str]:
    return [_TIME_OF_DAY.sub("", part).rstrip("~?%") for part in value.split("/")]


def same_time(gold: str | None, predicted: str | None) -> bool:
    """Whether two EDTF values are the same day, period or interval; times of day do not count."""
    if not gold or not predicted:
        return not gold and not predicted
    return _days(gold) == _days(predicted)


def near_time(gold: str | None, predicted: str | None) -> bool:
    """Whether one value is less precise than, or contains, the other; a missing one is near all."""
    if not gold or not predicted or same_time(gold, predicted):
        return True
    g, p = (["" if end == ".." else end for end in v.split("/")] for v in (gold, predicted))
    if len(g) == len(p) == 1:
        return g[0].startswith(p[0]) or p[0].startswith(g[0])
    span, point = (g, p) if len(g) == 2 else (p, g)  # noqa: PLR2004 - the two ends
    if len(span) == 2 and len(point) == 1:  # noqa: PLR2004
        low, high = span[0][: len(point[0])], (span[1] or "9999")[: len(point[0])]
        return low <= point[0] <= high
    if len(g) == len(p) == 2:  # noqa: PLR2004
        return g[0] <= (p[1] or "9999") and p[0] <= (g[1] or "9999")
    return False


def pair_greedily(
    golds: Sequence[G],
    predictions: Sequence[P],
    similarity: Callable[[G, P], float],
    threshold: float,
) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, best similarity first, none below the threshold."""
    scored = sorted(
        ((similarity(g, p), i, j) for i, g in enumerate(golds) for j, p in enumerate(predictions)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    used_g: set[int] = set()
    used_p: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score < threshold:
            break
        if i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            pairs.append((i, j))
    return pairs
