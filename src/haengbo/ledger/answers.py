"""Answers to what the machine found: an event that is none, a report or statement that is right.

They are decisions like all others (``decisions``): append-only, anchored on evidence, undoable.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.decisions import By, event_named, record
from haengbo.ledger.records import decode
from haengbo.ledger.tables import ReportRow, StatementRow
from haengbo.model.collation import Anchor
from haengbo.model.decision import STATEMENT, Decision, DecisionKind
from haengbo.model.reading import Statement


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
    row = session.get(ReportRow, report.text)
    if row is None:
        raise UsageError(f"그런 보도가 없다: {report.text}")
    decision = Decision(
        DecisionKind.CONFIRM, (report,), before=row.type, after="맞음", who=by.who, why=by.why
    )
    return record(session, decision, row.event)


def confirm_statement(session: Session, key: str, by: By) -> int:
    """Say that a statement was read rightly.

    Raises:
        UsageError: There is no such statement.
    """
    row = session.get(StatementRow, key)
    if row is None:
        raise UsageError(f"그런 발언이 없다: {key}")
    span = decode(row.record, Statement).span
    anchor = Anchor(row.page, span.start, span.end, STATEMENT)
    decision = Decision(
        DecisionKind.CONFIRM,
        (anchor,),
        value=key,
        before=row.text,
        after="맞음",
        who=by.who,
        why=by.why,
    )
    return record(session, decision, None)
