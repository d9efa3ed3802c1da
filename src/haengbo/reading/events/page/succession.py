"""What is told as done right upon what was told before: 그 자리에서, 이어, 곧바로.

Comes in: the sentence of a ``Trigger``, later the happenings of a page. Goes out: how a draft
follows on, then the day (and place) of what it follows on. Invariant: what has a day of its own
keeps it; what was told more than a few sentences before is not followed.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.reading.events.draft import Draft, Follows
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.happening import Happening
from haengbo.reading.events.parsing.clauses import Clauses

#: How many sentences back what is followed on was told.
_BACK = 3


def follows_on(clauses: Clauses, trigger: Trigger) -> Follows | None:
    """Whether the words before a trigger say that it came at once, or on the spot.

    Example:
        ``북한은 그 자리에서 결의를 거부했다`` on the spot; ``일본은 곧바로 항의했다`` at once,
        unlike ``배를 즉시 풀어 주라고 요구했다``.
    """
    words = clauses.words.words
    start, end = clauses.sentence.span.start, trigger.span.start
    before = clauses.document.text[start:end]
    if any(_stands_in(before, word) for word in words["on-the-spot"]):
        return Follows.THERE
    said = [v.span.end for v in clauses.sentence.predicates() if v.ending is Ending.QUOTATIVE]
    told = max((stop for stop in said if stop <= end), default=start)
    here = clauses.document.text[told:end]  # behind what is said
    then = any(_stands_in(before, word) for word in words["following-on"])
    return Follows.THEN if then or any(_stands_in(here, w) for w in words["at-once"]) else None


def _stands_in(text: str, word: str) -> bool:
    """곧바로 as a word of its own; 에 이어 is none."""
    start = text.find(word)
    if start < 0 or (start and not text[start - 1].isspace()) or text[:start].endswith("에 "):
        return False
    return not text[start + len(word) :][:1].isalnum()


def followed(draft: Draft, every: Iterable[Happening]) -> Happening | None:
    """The happening of a known day that was told last before a draft."""
    before = [
        (other.span, happening)
        for happening in every
        for other in happening.drafts
        if other.span.start < draft.span.start and draft.sentence - other.sentence <= _BACK
        if other is not draft and happening.status is Status.OCCURRED
    ]
    if not before:
        return None
    last = max(before, key=lambda pair: pair[0])[1]
    return last if last.date is not None and draft not in last.drafts else None
