"""What became of expectations, as people decided: recorded here, undone like any decision.

Comes in: an expectation's id, an outcome, who says so and by which event. Goes out: for every
expectation that somebody decided, the newest decision that holds. Invariant: a decision is anchored
on the clause and on the reports of the event, so that both may be read and collated anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.decisions import By, event_named, expectation_at, record, undone_numbers
from haengbo.ledger.records import decode
from haengbo.ledger.tables import DecisionRow, EventIdRow, ExpectationRow
from haengbo.model.collation import Anchor
from haengbo.model.decision import EXPECTATION, Decision, DecisionKind, Outcome
from haengbo.model.reading import Expectation


@dataclass(frozen=True, slots=True)
class OutcomeDecision:
    """What a person decided about an expectation.

    Attributes:
        number: Of the decision (to undo it).
        made: UTC time.
        who: Name.
        why: Reason given.
        outcome: What became of it.
        event: Present id of the event that decided it, or ``None``.
    """

    number: int
    made: str
    who: str
    why: str
    outcome: Outcome
    event: str | None


def decide_outcome(
    session: Session, key: str, outcome: Outcome, by: By, event: str | None = None
) -> int:
    """Say what became of an expectation.

    Args:
        session: In a transaction.
        key: Id of the expectation.
        outcome: What became of it; ``OPEN`` takes an earlier decision back to waiting.
        by: Who says so, and why.
        event: Any id of the event that decided it.

    Raises:
        UsageError: There is no such expectation or event.
    """
    row = session.get(ExpectationRow, key)
    if row is None:
        raise UsageError(f"그런 전망이 없다: {key}")
    whole = event_named(session, event) if event is not None else None
    item = decode(row.record, Expectation)
    before = outcomes(session).get(key)
    decision = Decision(
        DecisionKind.OUTCOME,
        (Anchor(row.page, item.span.start, item.span.end, EXPECTATION),),
        tuple(member.anchor for member in whole.members) if whole else (),
        field=key,
        value=outcome.value,
        # No quotation: a page may be erased, a decision may not
        before=f"{item.by or '?'}, {item.horizon or '?'}: {before.outcome if before else 'open'}",
        after=outcome.value + (f" ({whole.label_ko})" if whole else ""),
        who=by.who,
        why=by.why,
    )
    return record(session, decision, whole.id if whole else None)


def outcomes(session: Session) -> dict[str, OutcomeDecision]:
    """Present id of an expectation → the newest decision on it that holds."""
    undone = undone_numbers(session)
    rows = session.scalars(
        select(DecisionRow)
        .where(DecisionRow.kind == DecisionKind.OUTCOME.value)
        .order_by(DecisionRow.id)
    )
    found = {}
    for row in rows:
        decision = decode(row.record, Decision)
        key = _present(session, decision)
        if row.id not in undone and key is not None:
            outcome = Outcome(decision.value or Outcome.OPEN.value)
            event = _target(session, row.event)
            found[key] = OutcomeDecision(row.id, row.made, row.who, row.why, outcome, event)
    return found


def _present(session: Session, decision: Decision) -> str | None:
    """The expectation that stands where the decided one stood."""
    if decision.field is not None and session.get(ExpectationRow, decision.field) is not None:
        return decision.field
    return next((key for a in decision.anchors if (key := expectation_at(session, a))), None)


def _target(session: Session, event: str | None) -> str | None:
    if event is None:
        return None
    return session.scalar(select(EventIdRow.target).where(EventIdRow.id == event)) or event
