"""Two texts side by side: what is the same, came, went, or fills the same slot otherwise.

Texts are aligned at the level of morphemes, after North spelling is folded into the South's: a
difference of spelling is no difference of wording. Invariant: the pieces of each side put together
are that side's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.knowledge.orthography import speller
from haengbo.korean.morphemes import Token, analyser
from haengbo.korean.orthography import Folded

#: A filler longer than this is another sentence, not another word in the same frame.
_LONGEST_FILLER = 8
#: Morphemes that must be the same on each side of a slot.
_FRAME = 2
#: Tags of what belongs to the word before it: particles, endings, suffixes.
_BOUND = ("J", "E", "XS", "VC")
_CONTENT = {"NNG", "NNP", "NR", "XR", "VV", "VA", "MAG", "SL", "SN"}


class Change(StrEnum):
    """What became of a stretch."""

    SAME = "same"
    CAME = "came"
    GONE = "gone"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the alignment: its words in the older and in the newer text."""

    change: Change
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Substitution:
    """The same frame with another word: ``공동의 [안전|핵심]이익``."""

    before: str
    old: str
    new: str
    after: str


@dataclass(frozen=True, slots=True)
class _Side:
    """A text as analysed: the source, its folded form, morphemes of the folded form."""

    source: str
    folded: Folded
    tokens: tuple[Token, ...]

    def words(self, first: int, last: int) -> str:
        """The source's words from morpheme ``first`` up to ``last``."""
        if first >= last:
            return ""
        span = self.tokens[first].span.hull(self.tokens[last - 1].span)
        return self.folded.to_source(span).of(self.source)

    def gap_free(self, first: int, last: int) -> str:
        """As ``words``, with the blanks up to the next morpheme, so that pieces join."""
        start = self._source_start(first)
        return self.source[start : self._source_start(last)]

    def _source_start(self, index: int) -> int:
        if index <= 0:
            return 0
        if index >= len(self.tokens):
            return len(self.source)
        return self.folded.to_source(self.tokens[index].span).start


def _side(text: str, knowledge: Knowledge) -> _Side:
    folded = speller(knowledge).fold(text)
    words = analyser(gazetteer(knowledge).user_words)
    (tokens,) = words.analyse([folded.text])
    return _Side(text, folded, tokens)


def _steps(old: _Side, new: _Side) -> Sequence[tuple[str, int, int, int, int]]:
    a = [(t.form, t.tag) for t in old.tokens]
    b = [(t.form, t.tag) for t in new.tokens]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


_CHANGES = {
    "equal": Change.SAME,
    "insert": Change.CAME,
    "delete": Change.GONE,
    "replace": Change.REPLACED,
}


def compare(old: str, new: str, knowledge: Knowledge) -> tuple[Piece, ...]:
    """Align two texts.

    Example:
        공동의 안전이익 against 공동의 핵심리익: same, replaced (안전 → 핵심), same.
    """
    left, right = _side(old, knowledge), _side(new, knowledge)
    return tuple(
        Piece(_CHANGES[step], left.gap_free(i1, i2), right.gap_free(j1, j2))
        for step, i1, i2, j1, j2 in _steps(left, right)
    )


def substitutions(old: str, new: str, knowledge: Knowledge) -> tuple[Substitution, ...]:
    """Slots that hold another word in the same frame, in order."""
    left, right = _side(old, knowledge), _side(new, knowledge)
    return tuple(_slots(left, right))


def _fills(tokens: Sequence[Token]) -> bool:
    """Whether these may stand in a slot: content, and no particle or ending of the word before."""
    bound = tokens[0].tag.startswith(_BOUND)
    return not bound and any(token.tag in _CONTENT for token in tokens)


def _slots(left: _Side, right: _Side) -> Iterator[Substitution]:
    steps = _steps(left, right)
    for index in range(1, len(steps) - 1):
        step, i1, i2, j1, j2 = steps[index]
        before, after = steps[index - 1], steps[index + 1]
        if step != "replace" or before[0] != "equal" or after[0] != "equal":
            continue
        framed = before[2] - before[1] >= _FRAME or after[2] - after[1] >= _FRAME
        short = max(i2 - i1, j2 - j1) <= _LONGEST_FILLER
        if framed and short and all(map(_fills, (left.tokens[i1:i2], right.tokens[j1:j2]))):
            yield Substitution(
                left.words(max(before[1], i1 - _FRAME), i1),
                left.words(i1, i2),
                right.words(j1, j2),
                left.words(i2, min(after[2], i2 + _FRAME)),
            )
