"""Spans → whether a position or another span lies inside one of them, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from haengbo.model.span import Span


class Cover:
    """A set of spans, merged where they overlap.

    Example:
        ``Cover([Span(2, 5)]).at(2)`` is true, ``.at(5)`` is not, ``.splits(2)`` is not.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if len(span) == 0:
                continue
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def _index(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def at(self, position: int) -> bool:
        """Whether the code point at a position is covered."""
        index = self._index(position)
        return index >= 0 and position < self._ends[index]

    def splits(self, position: int) -> bool:
        """Whether a cut at a position would fall inside a span."""
        index = self._index(position)
        return index >= 0 and self._starts[index] < position < self._ends[index]

    def overlaps(self, span: Span) -> bool:
        """Whether a span shares a code point with one of them."""
        index = self._index(span.end - 1)
        return len(span) > 0 and index >= 0 and span.start < self._ends[index]
