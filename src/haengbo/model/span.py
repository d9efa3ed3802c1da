"""Places in a text.

One rule for the whole project: a span is half-open ``[start, end)`` and counts **Unicode code
points** of the article's text. For a plain-text page the article's text is the decoded source,
unchanged; for HTML it is the text that ``article`` composed from the page's blocks.
"""

from __future__ import annotations

import msgspec


# A page makes thousands of them and compares them more often still
class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of a text, in code points.

    Attributes:
        start: First code point inside.
        end: First code point after; ``end >= start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not half-open and non-negative")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that this span denotes.

        Example:
            ``Span(0, 3).of("최선희 외무상")`` is ``"최선희"``.
        """
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span (both may be equal)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> Span:
        """The same stretch seen from a text that begins ``offset`` code points earlier."""
        return Span(self.start + offset, self.end + offset)

    def hull(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
