"""A stretch of text → the hedge that makes it a proposition about the future, if there is one.

Invariant: a guess at the past (갔을 것, 논의됐을 수 있다) is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from haengbo.knowledge.foresight import HedgeRow
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.expectations.horizon import future_times
from haengbo.reading.expectations.lexicon import Foresight

#: How much text may follow the hedge within its clause (``…것으로 보인다고 한다``).
_TAIL = 14
_SENTENCE_END = re.compile(r"(?<=[다요까])[.?!]\s+")
_TURN = re.compile(r"(?:는데|지만|으나),\s+")


@dataclass(frozen=True, slots=True)
class Hedged:
    """A clause and the hedge at its end.

    Attributes:
        span: The clause.
        hedge: As printed.
        row: The pack's row.
    """

    span: Span
    hedge: str
    row: HedgeRow


def last_clause(text: str, span: Span) -> Span:
    """The last sentence of a span, without a turned-away first half (``…됐는데, ``)."""
    start = span.start
    for pattern in (_SENTENCE_END, _TURN):
        for match in pattern.finditer(text, start, span.end):
            if span.end - match.end() > _TAIL:
                start = match.end()
    return Span(start, span.end)


def hedged(
    document: Document, words: Foresight, span: Span, *, judging: bool, own_voice: bool = False
) -> Hedged | None:
    """The hedge near the end of a clause.

    Args:
        document: Whose text and times count.
        words: The pack's tables.
        span: The words said, or a sentence.
        judging: Whether the speaker is an analyst (weak hedges count).
        own_voice: Whether it is the outlet's own sentence (only hedges marked so count).
    """
    clause = last_clause(document.text, span)
    for hedge in words.hedges:
        row = hedge.row
        own = row.own_voice or row.own_future
        if (row.weak and not judging) or (own_voice and not own):
            continue
        matches = list(hedge.pattern.finditer(document.text, clause.start, clause.end))
        if not matches or clause.end - matches[-1].end() > _TAIL:
            continue
        needs = row.needs_future or (own_voice and not row.own_voice)
        if needs and not future_times(document, clause):
            continue
        return Hedged(clause, matches[-1].group(), row)
    return None
