"""Northern spelling ↔ Southern spelling: folding for matching, variants for searching.

Comes in: a text and pairs of spellings (data: the pack's table ``orthography``). Goes out: the
text in Southern spelling with a way back to the source, or every way to write a query. Invariant:
``Folded.to_source`` of a stretch is the stretch of the source that it was made from; text without
a pair is unchanged. Words that mean something else in the South are never folded, only searched
for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from haengbo.model.span import Span

_HANGUL = re.compile(r"[가-힣]")
#: A pair of this many syllables is folded inside words, too: 대로씨야 → 대러시아.
_LONG = 3
#: At most so many spellings of one query.
_MOST_VARIANTS = 24


@dataclass(frozen=True, slots=True)
class Pair:
    """One word in both spellings.

    Attributes:
        north: ``로씨야``.
        south: ``러시아``.
        folds: Whether the Northern form always means the Southern one; if not, the pair serves
            the search only (담화, 상봉).
    """

    north: str
    south: str
    folds: bool = True


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in Southern spelling.

    Attributes:
        text: The folded text.
        starts: For each of its code points where its source begins, and the source's length.
        ends: For each of its code points where its source ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def to_source(self, span: Span) -> Span:
        """The stretch of the source that a stretch of the folded text was made from."""
        start = self.starts[span.start]
        return Span(start, max(start, self.ends[span.end - 1]) if len(span) else start)


def _alternation(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def _shared_head(a: str, b: str) -> int:
    """How many first letters two words share."""
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _trimmed(span: Span, north: str, south: str) -> tuple[Span, str]:
    """Only the letters that change (of 핵심리익 the 리), so that the rest keeps its place."""
    head = _shared_head(north, south)
    most = min(len(north), len(south)) - head
    tail = min(most, _shared_head(north[::-1], south[::-1]))
    return Span(span.start + head, span.end - tail), south[head : len(south) - tail]


class Speller:
    """Folds and varies spellings by a set of pairs."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        kept = [pair for pair in pairs if pair.north != pair.south]
        self._south = {pair.north: pair.south for pair in kept if pair.folds}
        self._fold = _alternation(self._south)
        self._others: dict[str, list[str]] = {}
        for pair in kept:
            self._others.setdefault(pair.north, []).append(pair.south)
            self._others.setdefault(pair.south, []).append(pair.north)
        self._any = _alternation(self._others)

    def _replacements(self, text: str) -> Iterator[tuple[Span, str]]:
        """Places to fold: at the start of a word, after another fold, or long enough inside."""
        if self._fold is None:
            return
        position = last = 0
        while match := self._fold.search(text, position):
            start = match.start()
            at_start = start == 0 or not _HANGUL.match(text[start - 1])
            if at_start or start == last or len(match.group()) >= _LONG:
                position = last = match.end()
                yield _trimmed(Span(start, last), match.group(), self._south[match.group()])
            else:
                position = start + 1

    def fold(self, text: str) -> Folded:
        """Write a text in Southern spelling, remembering where each letter comes from.

        Example:
            ``fold("로씨야련방의 령토").text`` is ``"러시아연방의 영토"``.
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for span, south in [*self._replacements(text), (Span(len(text), len(text)), "")]:
            pieces += [text[position : span.start], south]
            starts += [*range(position, span.start), *([span.start] * len(south))]
            ends += [*range(position + 1, span.start + 1), *([span.end] * len(south))]
            position = span.end
        return Folded("".join(pieces), (*starts, len(text)), tuple(ends))

    def variants(self, query: str) -> tuple[str, ...]:
        """Every way to write a query in either spelling, the query itself first.

        Example:
            ``variants("러시아 연방")`` holds ``"로씨야 련방"``.
        """
        if self._any is None:
            return (query,)
        choices: list[list[str]] = []
        position = 0
        for match in self._any.finditer(query):
            choices += [[query[position : match.start()]], self._spellings(match.group())]
            position = match.end()
        choices.append([query[position:]])
        found: dict[str, None] = {query: None}
        for parts in product(*choices):
            if len(found) >= _MOST_VARIANTS:
                break
            found["".join(parts)] = None
        return tuple(found)

    def _spellings(self, word: str) -> list[str]:
        return [word, *self._others[word]]
