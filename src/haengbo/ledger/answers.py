"""Answers to what the machine found: an event that is none, a report or statement that is right.

They are decisions like all others (``decisions``): append-only, anchored on evidence, undoable.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from haengbo.ledger.decisions import By, answer_report, answer_statement, event_named, record
from haengbo.model.collation import Anchor
from haengbo.model.decision import Decision, DecisionKind

_RIGHT = (DecisionKind.CONFIRM, "맞음")


def reject_event(session: Session, event: str, by: By) -> int:
    """Say that no report of an event tells what happened: the event is gone until undone.

    Raises:
        UsageError: No such event.
    """
    whole = event_named(session, event)
    decision = Decision(
        DecisionKind.REJECT,
        tuple(member.anchor for member in whole.members),
        before=whole.label_ko,
        after="버림",
        who=by.who,
        why=by.why,
    )
    return record(session, decision, whole.id)


def confirm_report(session: Session, report: Anchor, by: By) -> int:
    """Say that a page's report was read rightly.

    Raises:
        UsageError: There is no such report.
    """
    return answer_report(session, report, _RIGHT, by)


def confirm_statement(session: Session, key: str, by: By) -> int:
    """Say that a statement was read rightly.

    Raises:
        UsageError: There is no such statement.
    """
    return answer_statement(session, key, _RIGHT, by)
