"""Expectations as they stand today → what is due, what waits, who was right.

Figures are those of ``analysis.expectations``; a person decides (``ledger.outcomes``), a machine
only proposes (``analysis.candidates``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from haengbo.analysis.candidates import Candidate, candidates
from haengbo.analysis.claims import claim_of
from haengbo.analysis.expectations import Judged, judge
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.statements import expectations_by_id
from haengbo.ledger.views import DecisionView, ExpectationLine

#: Outcomes that a person may choose, in this order.
OUTCOMES = ("met", "partly", "not-met", "lapsed", "undecidable")
MONTHS = 12


def judged_today(ledger: Ledger, today: dt.date, kinds: tuple[str, ...] = ()) -> list[Judged]:
    """Every expectation as it stands."""
    return list(judge(ledger.all_expectations(kinds), ledger.outcomes(), today, load()))


@dataclass(frozen=True, slots=True)
class Question:
    """One expectation with what may decide it.

    Attributes:
        item: As it stands.
        proposed: Later events that may decide it, strongest first.
        decisions: What people decided about it, newest first.
        following: The next one that waits, for going on.
    """

    item: Judged
    proposed: tuple[Candidate, ...]
    decisions: tuple[DecisionView, ...]
    following: Judged | None


def question_of(ledger: Ledger, key: str, today: dt.date) -> Question | None:
    """One expectation by its id; ``None`` if there is none."""
    every = judged_today(ledger, today)
    item = next((j for j in every if j.line.id == key), None)
    page = ledger.article(item.line.page.sha256) if item else None
    if item is None or page is None:
        return None
    claim = claim_of(item.line, page, load())
    proposed = candidates(claim, ledger.all_events(), load())
    span = item.line.expectation.span
    made = [
        view
        for view, decision in ledger.decisions_on(item.line.page.sha256)
        if any((a.start, a.end) == (span.start, span.end) for a in decision.anchors)
    ]
    return Question(item, proposed, tuple(made[::-1]), _following(every, item))


def _following(every: Sequence[Judged], present: Judged) -> Judged | None:
    """What waits after this one: what fell due later first, then around to the latest."""
    waiting = sorted(
        (j for j in every if j.waiting), key=lambda j: (-(j.days_left or 0), j.line.id)
    )
    others = [j for j in waiting if j.line.id != present.line.id]
    place = (-(present.days_left or 0), present.line.id)
    later = [j for j in others if (-(j.days_left or 0), j.line.id) > place]
    return next(iter([*later, *others]), None)


def calendar(every: Sequence[Judged]) -> list[tuple[int, list[list[Judged]]]]:
    """Year → its twelve months with what falls due in each, the newest year first."""
    years: dict[int, list[list[Judged]]] = {}
    for item in every:
        due = item.line.due
        if due:
            months = years.setdefault(int(due[:4]), [[] for _ in range(MONTHS)])
            months[int(due[5:7]) - 1].append(item)
    return sorted(years.items(), reverse=True)


def settled_by(ledger: Ledger, event: str) -> list[tuple[ExpectationLine, OutcomeDecision]]:
    """The expectations of which a person decided that this event settled them."""
    made = {key: one for key, one in ledger.outcomes().items() if one.event == event}
    if not made:
        return []
    with ledger.reading() as session:
        return [(line, made[line.id]) for line in expectations_by_id(session, made)]
