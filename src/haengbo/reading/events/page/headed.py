"""A draft without a day below a line that is only a day → that day.

Comes in: a draft, its clauses, what was found. Goes out: the draft, dated where the page is told by
days (■ 11일(월)). Invariant: only what its sentence tells as happened takes the day.
"""

from __future__ import annotations

from msgspec.structs import replace

from haengbo.model.article import DAY_HEAD, LIST_HEAD
from haengbo.model.reading import Status
from haengbo.reading.document import Document
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Clauses

#: Sentences that one day may have.
_REACH = 40


def on_day_above(clauses: Clauses, trigger: Trigger, draft: Draft) -> Draft:
    """The draft on the day that heads its paragraph.

    Example:
        Below ``■ 11일(월)``, ``안보리가 결의를 통과시켰다.`` was on the 11th.
    """
    told = draft.told and draft.status is Status.OCCURRED and trigger.verb is not None
    back = clauses.text(clauses.sentence.span).startswith(
        tuple(f"{word} " for word in clauses.words.words["looking-back"])
    )
    if draft.date is not None or not told or back:
        return draft
    day = _day_above(clauses.document, clauses.sentence.index)
    return draft if day is None else replace(draft, date=day)


def _day_above(document: Document, index: int) -> str | None:
    for above in reversed(document.sentences[max(0, index - _REACH) : index]):
        rule = above.block.rule
        if rule == DAY_HEAD:
            times = document.times_in(above.span)
            return times[0].value if len(times) == 1 and "/" not in times[0].value else None
        if rule == LIST_HEAD:
            return None
    return None
