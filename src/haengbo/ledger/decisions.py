"""Decisions of people: recorded, undone, listed. Append-only.

Comes in: an event's id or a report's anchor, who decides and why. Goes out: rows; those that change
events are applied by collation at its next run (their pages are marked dirty here). Invariant: no
row is ever changed or removed; each is sealed (``sealing``); an undo is a row of its own, and may
itself be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.intake import mark_dirty
from haengbo.ledger.records import decode, encode, now
from haengbo.ledger.sealing import seal
from haengbo.ledger.tables import (
    DecisionRow,
    EventIdRow,
    EventRow,
    ExpectationRow,
    ReportRow,
    StatementRow,
)
from haengbo.ledger.views import DecisionView, EventDetail
from haengbo.model.collation import Anchor, Event
from haengbo.model.decision import ADDED, EXPECTATION, STATEMENT, Decision, DecisionKind
from haengbo.model.reading import Expectation, Statement

#: Fields of an event that a person may set.
CORRECTABLE = (
    *("date", "place", "status", "type", "mode", "channel", "participants"),
    *("label_ko", "label_en"),
)

#: What is written beside events and leaves them as they are.
_BESIDE = frozenset(
    {DecisionKind.CONFIRM, DecisionKind.NOTE, DecisionKind.TAG, DecisionKind.OUTCOME}
)


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, and why."""

    who: str
    why: str = ""


def event_named(session: Session, key: str) -> Event:
    """An event by any id that it ever had.

    Raises:
        UsageError: There is none.
    """
    row = session.get(EventIdRow, key)
    present = session.get(EventRow, row.target) if row is not None and row.target else None
    if present is None:
        raise UsageError(f"그런 사건이 없다: {key}")
    return decode(present.record, Event)


def _anchors(event: Event) -> tuple[Anchor, ...]:
    return tuple(member.anchor for member in event.members)


def record(
    session: Session, decision: Decision, event: str | None, undoes: int | None = None
) -> int:
    """Append a decision and seal it; returns its number.

    Args:
        session: In a transaction.
        decision: What was decided.
        event: Id of the event that it is shown with, or ``None``.
        undoes: Number of the decision that it takes back.
    """
    row = DecisionRow(
        made=now(),
        who=decision.who,
        why=decision.why,
        kind=decision.kind.value,
        event=event,
        record=encode(decision),
        undoes=undoes,
    )
    session.add(row)
    if _moves_events(session, row):
        mark_dirty(session, (a.page for a in (*decision.anchors, *decision.others)))
    seal(session, row)
    return row.id


def _moves_events(session: Session, row: DecisionRow) -> bool:
    """Whether a decision, or the one that it takes back, changes what collation works out."""
    kind, number = row.kind, row.undoes
    while kind == DecisionKind.UNDO.value and number is not None:
        kind, number = session.execute(
            select(DecisionRow.kind, DecisionRow.undoes).where(DecisionRow.id == number)
        ).one()
    return DecisionKind(kind) not in _BESIDE


def newest_number(session: Session) -> int:
    """Number of the decision written last; 0 if there is none."""
    return session.scalar(select(func.max(DecisionRow.id))) or 0


def pages_since(session: Session, number: int) -> frozenset[str]:
    """Pages (hashes) that the decisions after one with a number are about."""
    rows = session.scalars(select(DecisionRow.record).where(DecisionRow.id > number))
    made = [decode(record, Decision) for record in rows]
    return frozenset(a.page for each in made for a in (*each.anchors, *each.others))


def merge(session: Session, first: str, second: str, by: By) -> int:
    """Say that two events are one.

    Raises:
        UsageError: One of them does not exist, or they are one already.
    """
    one, other = event_named(session, first), event_named(session, second)
    if one.id == other.id:
        raise UsageError(f"이미 한 사건이다: {one.id}")
    decision = Decision(
        DecisionKind.MERGE,
        _anchors(one),
        _anchors(other),
        before=f"{one.label_ko} | {other.label_ko}",
        after="한 사건",
        who=by.who,
        why=by.why,
    )
    return record(session, decision, one.id)


def split(session: Session, event: str, reports: Iterable[Anchor], by: By) -> int:
    """Say that some reports of an event are about another happening.

    Raises:
        UsageError: No such event, or the reports are not some but not all of its own.
    """
    whole = event_named(session, event)
    out = tuple(sorted(set(reports)))
    stay = tuple(a for a in _anchors(whole) if a not in out)
    if not out or not stay or not set(out) <= set(_anchors(whole)):
        raise UsageError("나눌 보도는 그 사건의 보도 가운데 일부여야 한다")
    decision = Decision(
        DecisionKind.SPLIT,
        out,
        stay,
        before=whole.label_ko,
        after=f"보도 {len(out)}건을 떼어 냄",
        who=by.who,
        why=by.why,
    )
    return record(session, decision, whole.id)


def correct(session: Session, event: str, field: str, value: str, by: By) -> int:
    """Set a field of an event; the reports' own values stay visible beside it.

    Raises:
        UsageError: No such event, or the field cannot be set.
    """
    if field not in CORRECTABLE:
        raise UsageError(f"고칠 수 없는 항목: {field} (가능: {', '.join(CORRECTABLE)})")
    whole = event_named(session, event)
    line = whole.field(field)
    kind = DecisionKind.CORRECT
    if line is not None and any(v.value == value for v in line.values):
        kind = DecisionKind.PREFER
    decision = Decision(
        kind,
        _anchors(whole),
        field=field,
        value=value,
        before=str(getattr(whole, field) if field != "participants" else line and line.value),
        after=value,
        who=by.who,
        why=by.why,
    )
    return record(session, decision, whole.id)


def reports_on(detail: EventDetail | None, pages: Iterable[str]) -> tuple[Anchor, ...]:
    """Reports of an event that stand on these pages (names or beginnings of hashes).

    Raises:
        UsageError: No such event, or a page that does not report it.
    """
    if detail is None:
        raise UsageError("그런 사건이 없다")
    found: list[Anchor] = []
    for page in pages:
        shas = {
            r.page.sha256
            for r in detail.reports
            if r.page.name == page or r.page.sha256.startswith(page)
        }
        here = [m.anchor for m in detail.event.members if m.anchor.page in shas]
        if not here:
            raise UsageError(f"{page}: 그 사건을 전하지 않는 쪽이다")
        found += here
    return tuple(sorted(set(found)))


def reject(session: Session, report: Anchor, by: By) -> int:
    """Say that a finding is wrong: the report takes part in no event.

    Raises:
        UsageError: There is no such report.
    """
    return answer_report(session, report, (DecisionKind.REJECT, "버림"), by)


def reject_statement(session: Session, key: str, by: By) -> int:
    """Say that a statement was read wrongly: it is listed nowhere but on its page.

    Raises:
        UsageError: There is no such statement.
    """
    return answer_statement(session, key, (DecisionKind.REJECT, "버림"), by)


def answer_report(
    session: Session, report: Anchor, answer: tuple[DecisionKind, str], by: By
) -> int:
    """Say of a report whether it was read rightly.

    Args:
        session: Open.
        report: Which.
        answer: The kind of decision and what the history shows of it.
        by: Who decides.

    Raises:
        UsageError: There is no such report.
    """
    row = session.get(ReportRow, report.text)
    if row is None:
        raise UsageError(f"그런 보도가 없다: {report.text}")
    kind, after = answer
    decision = Decision(kind, (report,), before=row.type, after=after, who=by.who, why=by.why)
    return record(session, decision, row.event)


def answer_statement(session: Session, key: str, answer: tuple[DecisionKind, str], by: By) -> int:
    """Say of a statement whether it was read rightly; the words as for ``answer_report``.

    Raises:
        UsageError: There is no such statement.
    """
    row = session.get(StatementRow, key)
    if row is None:
        raise UsageError(f"그런 발언이 없다: {key}")
    span = decode(row.record, Statement).span
    kind, after = answer
    decision = Decision(
        kind,
        (Anchor(row.page, span.start, span.end, STATEMENT),),
        value=key,
        before=row.text,
        after=after,
        who=by.who,
        why=by.why,
    )
    return record(session, decision, None)


def rejected_statements(session: Session) -> set[str]:
    """Ids of the present statements that people rejected, found by where they stand."""
    rejected = [
        (anchor, decision.value)
        for decision in active(session)
        if decision.kind is DecisionKind.REJECT
        for anchor in decision.anchors
        if anchor.what == STATEMENT
    ]
    if not rejected:
        return set()
    pages = {anchor.page for anchor, _ in rejected}
    rows = session.scalars(select(StatementRow).where(StatementRow.page.in_(pages)))
    return {row.id for row in rows if any(_falls(row, *one) for one in rejected)}


def _falls(row: StatementRow, anchor: Anchor, key: str | None) -> bool:
    """Whether a rejection meant this statement: what a person said anew falls by its own only."""
    if decode(row.record, Statement).rule.startswith(ADDED):
        return row.id == key
    return _stands_at(row, anchor)


def _stands_at(row: StatementRow, anchor: Anchor) -> bool:
    span = decode(row.record, Statement).span
    return row.page == anchor.page and span.start < anchor.end and anchor.start < span.end


def annotate(session: Session, event: str, kind: DecisionKind, text: str, by: By) -> int:
    """Confirm an event, or put a note or a tag on it.

    Raises:
        UsageError: No such event, or another kind of decision.
    """
    if kind not in {DecisionKind.CONFIRM, DecisionKind.NOTE, DecisionKind.TAG}:
        raise UsageError(f"붙일 수 없는 결정: {kind.value}")
    whole = event_named(session, event)
    decision = Decision(kind, _anchors(whole), value=text, after=text, who=by.who, why=by.why)
    return record(session, decision, whole.id)


def undo(session: Session, number: int, by: By) -> int:
    """Take a decision back; the row stays.

    Raises:
        UsageError: There is no such decision, or it is undone already.
    """
    row = session.get(DecisionRow, number)
    if row is None:
        raise UsageError(f"그런 결정이 없다: {number}")
    if number in undone_numbers(session):
        raise UsageError(f"이미 되돌린 결정이다: {number}")
    old = decode(row.record, Decision)
    decision = replace(
        old, kind=DecisionKind.UNDO, before=old.after, after=old.before, who=by.who, why=by.why
    )
    return record(session, decision, row.event, number)


def undone_numbers(session: Session, moment: str | None = None) -> set[int]:
    """Numbers of decisions that do not hold; an undo that was undone takes nothing back.

    Args:
        session: To read with.
        moment: UTC; of what was decided later nothing is known.
    """
    made = () if moment is None else (DecisionRow.made <= moment,)
    rows = session.execute(
        select(DecisionRow.id, DecisionRow.undoes)
        .where(DecisionRow.undoes.is_not(None), *made)
        .order_by(DecisionRow.id.desc())
    )
    undone: set[int] = set()
    for number, target in rows:
        if number not in undone and target is not None:
            undone.add(target)
    return undone


def tagged(session: Session, tag: str, moment: str | None = None) -> set[str]:
    """Events that have a tag, by their present ids, by the ids at which they were tagged as well.

    Args:
        session: To read with.
        tag: As it was given, spaces around it aside.
        moment: UTC; tags as they stood then.
    """
    undone = undone_numbers(session, moment)
    made = () if moment is None else (DecisionRow.made <= moment,)
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.kind == DecisionKind.TAG.value, *made)
    )
    given = {
        row.event
        for row in rows
        if row.event is not None
        and row.id not in undone
        and (decode(row.record, Decision).value or "").strip() == tag.strip()
    }
    if not given:
        return set()
    targets = session.scalars(select(EventIdRow.target).where(EventIdRow.id.in_(given)))
    return given | {target for target in targets if target is not None}


def active(session: Session) -> tuple[Decision, ...]:
    """Decisions that hold, oldest first."""
    undone = undone_numbers(session)
    rows = session.scalars(select(DecisionRow).order_by(DecisionRow.id))
    return tuple(
        decode(row.record, Decision)
        for row in rows
        if row.id not in undone and row.kind != DecisionKind.UNDO.value
    )


def _views(session: Session, rows: Sequence[DecisionRow]) -> tuple[DecisionView, ...]:
    undone = undone_numbers(session)
    views = []
    for row in rows:
        decision = decode(row.record, Decision)
        views.append(
            DecisionView(
                row.id,
                row.made,
                row.who,
                row.why,
                row.kind,
                row.event,
                decision.before,
                decision.after,
                row.id in undone,
                row.undoes,
                _waiting(session, decision),
            )
        )
    return tuple(views)


def _waiting(session: Session, decision: Decision) -> str | None:
    """Why a decision cannot be applied now: none of its evidence is found any more."""
    for group in (decision.anchors, decision.others):
        if group and not any(stands(session, anchor) for anchor in group):
            return "근거로 삼은 대목을 지금의 읽기에서 찾을 수 없다"
    return None


def expectation_at(session: Session, anchor: Anchor) -> str | None:
    """Id of the present expectation that stands at an anchor, or overlaps it most."""
    rows = session.scalars(select(ExpectationRow).where(ExpectationRow.page == anchor.page))
    shared = {
        row.id: min(span.end, anchor.end) - max(span.start, anchor.start)
        for row in rows
        for span in (decode(row.record, Expectation).span,)
    }
    best = max(shared, key=lambda key: (shared[key], key), default=None)
    return best if best is not None and shared[best] > 0 else None


def stands(session: Session, anchor: Anchor) -> bool:
    """Whether some report (statement, expectation) now stands at or overlaps an anchor."""
    if anchor.what == EXPECTATION:
        return expectation_at(session, anchor) is not None
    if anchor.what == STATEMENT:
        rows = session.scalars(select(StatementRow).where(StatementRow.page == anchor.page))
        return any(_stands_at(row, anchor) for row in rows)
    ids = session.scalars(select(ReportRow.id).where(ReportRow.page == anchor.page))
    return any(
        other.start < anchor.end
        and anchor.start < other.end
        and other.what.partition("#")[0] == anchor.what.partition("#")[0]
        for other in map(Anchor.parse, ids)
    )


def decisions_of(session: Session, event: str) -> tuple[DecisionView, ...]:
    """Decisions on an event under any id it ever had, newest first."""
    ids = select(EventIdRow.id).where(EventIdRow.target == event)
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.event.in_(ids)).order_by(DecisionRow.id.desc())
    ).all()
    return _views(session, rows)


def decisions_on(session: Session, page: str) -> tuple[tuple[DecisionView, Decision], ...]:
    """Decisions anchored on a page (hash), oldest first, with what they rest on."""
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.record.contains(page)).order_by(DecisionRow.id)
    ).all()
    views = _views(session, rows)
    return tuple(
        (view, decode(row.record, Decision)) for view, row in zip(views, rows, strict=True)
    )


def all_decisions(session: Session) -> tuple[DecisionView, ...]:
    """Every decision, newest first."""
    return _views(
        session, session.scalars(select(DecisionRow).order_by(DecisionRow.id.desc())).all()
    )
