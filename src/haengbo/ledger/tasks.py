"""What a person should look at first, ordered by how much it would change.

Six kinds: decisions whose evidence is gone, discrepancies, plans whose time has passed without a
known outcome, events that only a corrected article told, events of low confidence that several
pages carry, and people named often whom the pack does not know. The weight is the number of pages
that an answer would set right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.decisions import all_decisions, undone_numbers
from haengbo.ledger.records import decode
from haengbo.ledger.tables import (
    ActorRow,
    DecisionRow,
    EventIdRow,
    EventRow,
    RelationRow,
    ReportRow,
    superseded,
)
from haengbo.model.collation import Event
from haengbo.model.decision import DecisionKind

#: Below this an event is doubtful.
_DOUBTFUL = 0.6
#: Pages that must name somebody unknown.
_OFTEN = 3
#: Statuses of what has not happened yet.
AHEAD = ("planned", "predicted")


@dataclass(frozen=True, slots=True)
class Task:
    """Something for a person to look at.

    Attributes:
        kind: decision, discrepancy, overdue, withdrawn, doubtful, unknown or unreviewed.
        key: Id of the event or decision, or the name.
        label: What it is about.
        question: What is to be decided, in Korean.
        weight: Pages that the answer concerns.
    """

    kind: str
    key: str
    label: str
    question: str
    weight: int


def tasks(session: Session, today: str) -> tuple[Task, ...]:
    """Everything that waits for a person, weightiest first.

    Args:
        session: Of the ledger.
        today: ISO day; plans due before it are overdue.
    """
    answered = settled(session)
    found = [
        *waiting_decisions(session),
        *(t for t in _discrepancies(session) if t.key not in answered),
        *(t for t in _overdue(session, today) if t.key not in answered),
        *(t for t in _doubtful(session) if t.key not in answered),
        *(t for t in _withdrawn(session) if t.key not in answered),
        *unknown(session),
    ]
    order = ("decision", "discrepancy", "overdue", "withdrawn", "doubtful", "unknown")
    return tuple(sorted(found, key=lambda t: (-t.weight, order.index(t.kind), t.key)))


def described(session: Session, kind: str, ids: Sequence[str]) -> tuple[Task, ...]:
    """What is asked of some events, in the order of their ids given; what is no more is left out.

    Args:
        session: Of the ledger.
        kind: As of ``Task``, or ``unreviewed``: then the least certain come first.
        ids: Events; decisions are not described here.
    """
    rows = {
        row.id: row
        for part in chunks(ids)
        for row in session.scalars(select(EventRow).where(EventRow.id.in_(part)))
    }
    there = [(rows[key], decode(rows[key].record, Event)) for key in ids if key in rows]
    if kind == "unreviewed":
        there.sort(key=lambda pair: (pair[1].confidence, pair[1].id))
    return tuple(_task(kind, row, event) for row, event in there)


def _task(kind: str, row: EventRow, event: Event) -> Task:
    question = _QUESTIONS[kind](row, event)
    return Task(kind, row.id, event.label_ko, question, row.pages)


def _sure(_row: EventRow, event: Event) -> str:
    return f"맞는 사건인가 (확신도 {event.confidence:.2f})"


def _fields(_row: EventRow, event: Event) -> str:
    fields = ", ".join(dict.fromkeys(item.field for item in event.discrepancies))
    return f"어느 값이 맞는가: {fields}"


_QUESTIONS: dict[str, Callable[[EventRow, Event], str]] = {
    "discrepancy": _fields,
    "overdue": lambda row, _event: f"기한({row.last_day})이 지났다: 이루어졌는가",
    "doubtful": _sure,
    "withdrawn": lambda _row, _event: "기사가 고쳐지며 빠졌다: 그대로 두는가",
    "unreviewed": _sure,
}


class _Certainty(msgspec.Struct):
    confidence: float = 0.0


def is_doubtful(record: str) -> bool:
    """Whether an event, told by several pages, is hardly certain; only that is read of it."""
    return decode(record, _Certainty).confidence < _DOUBTFUL


def settled(session: Session) -> set[str]:
    """Events, by their present ids, on which a person's answer holds."""
    kinds = [DecisionKind.CONFIRM.value, DecisionKind.CORRECT.value, DecisionKind.PREFER.value]
    rows = session.execute(
        select(DecisionRow.id, DecisionRow.event, EventIdRow.target)
        .outerjoin(EventIdRow, EventIdRow.id == DecisionRow.event)
        .where(DecisionRow.kind.in_(kinds), DecisionRow.event.is_not(None))
    ).all()
    undone = undone_numbers(session)
    return {target or event for number, event, target in rows if number not in undone and event}


def waiting_decisions(session: Session) -> Iterator[Task]:
    """Decisions whose evidence is gone."""
    for view in all_decisions(session):
        if view.waiting and not view.undone and view.undoes is None:
            yield Task("decision", str(view.id), f"{view.kind}: {view.before}", view.waiting, 1)


def _discrepancies(session: Session) -> Iterator[Task]:
    rows = session.scalars(select(EventRow).where(EventRow.discrepancies > 0))
    for row in rows:
        yield _task("discrepancy", row, decode(row.record, Event))


def _is_overdue(today: str) -> tuple[ColumnElement[bool], ...]:
    decided = select(RelationRow.event).where(RelationRow.kind == "outcome")
    return (
        EventRow.status.in_(AHEAD),
        func.coalesce(EventRow.last_day, today) < today,
        EventRow.id.not_in(decided),
    )


def _standing() -> Select[Any]:
    """Select the events that some newest version of an article tells."""
    return select(ReportRow.event).where(
        ReportRow.event.is_not(None), ReportRow.page.not_in(superseded())
    )


def _overdue(session: Session, today: str) -> Iterator[Task]:
    rows = session.scalars(select(EventRow).where(*_is_overdue(today)))
    for row in rows:
        yield _task("overdue", row, decode(row.record, Event))


def _doubtful(session: Session) -> Iterator[Task]:
    for row in session.scalars(select(EventRow).where(EventRow.pages > 1)):
        event = decode(row.record, Event)
        if event.confidence < _DOUBTFUL:
            yield _task("doubtful", row, event)


def _withdrawn(session: Session) -> Iterator[Task]:
    """Events that were told only by versions of articles of which there is a newer one."""
    for row in session.scalars(select(EventRow).where(EventRow.id.not_in(_standing()))):
        yield _task("withdrawn", row, decode(row.record, Event))


def unknown(session: Session) -> Iterator[Task]:
    """People named often whom the pack does not know."""
    number = func.count(func.distinct(ActorRow.page))
    rows = session.execute(
        select(ActorRow.name, number)
        .where(ActorRow.kind == "person", ActorRow.known.is_(None))
        .group_by(ActorRow.name)
        .having(number >= _OFTEN)
    )
    for name, count in rows:
        yield Task("unknown", name, name, "꾸러미에 없는 사람: 누구인가", count)
