"""What a person should look at first, ordered by how much it would change.

Six kinds: decisions whose evidence is gone, discrepancies, plans whose time has passed without a
known outcome, events that only a corrected article told, events of low confidence that several
pages carry, and people named often whom the pack does not know. The weight is the number of pages
that an answer would set right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import Session

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
_AHEAD = ("planned", "predicted")


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
    settled = _settled(session)
    found = [
        *_waiting(session),
        *(t for t in _discrepancies(session) if t.key not in settled),
        *(t for t in _overdue(session, today) if t.key not in settled),
        *(t for t in _doubtful(session) if t.key not in settled),
        *(t for t in _withdrawn(session) if t.key not in settled),
        *_unknown(session),
    ]
    order = ("decision", "discrepancy", "overdue", "withdrawn", "doubtful", "unknown")
    return tuple(sorted(found, key=lambda t: (-t.weight, order.index(t.kind), t.key)))


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """Events that nobody has looked at and nothing speaks against, a batch of them.

    Attributes:
        tasks: Those of the batch, least certain first.
        first: How many events stand before the batch.
        total: How many there are in all batches.
    """

    tasks: tuple[Task, ...]
    first: int
    total: int


def unreviewed(session: Session, today: str, size: int, first: int = 0) -> Unreviewed:
    """A batch of them: those with fewest voices and the newest come in the first.

    Args:
        session: Of the ledger.
        today: ISO day; what is overdue by then is asked as such.
        size: Of a batch.
        first: How many events stand before it.
    """
    waiting = _unreviewed(session, today)
    rows = session.scalars(
        select(EventRow)
        .where(waiting)
        .order_by(EventRow.voices, EventRow.day.is_(None), EventRow.day.desc(), EventRow.id)
        .limit(size)
        .offset(first)
    ).all()
    events = [(decode(row.record, Event), row.pages) for row in rows]
    found = tuple(
        Task(
            "unreviewed",
            event.id,
            event.label_ko,
            f"맞는 사건인가 (확신도 {event.confidence:.2f})",
            pages,
        )
        for event, pages in sorted(events, key=lambda item: (item[0].confidence, item[0].id))
    )
    total = session.scalar(select(func.count()).select_from(EventRow).where(waiting)) or 0
    return Unreviewed(found, first, total)


def place_of(session: Session, today: str, event: str) -> int:
    """How many events that nobody has looked at stand before one; 0 for one that is none."""
    row = session.get(EventRow, event)
    if row is None:
        return 0
    day, no_day = EventRow.day, EventRow.day.is_(None)
    same = and_(EventRow.voices == row.voices, no_day if row.day is None else day.is_not(None))
    earlier = [EventRow.voices < row.voices, and_(same, EventRow.id < row.id)]
    if row.day is None:
        earlier.append(and_(EventRow.voices == row.voices, day.is_not(None)))
    else:
        earlier[1] = and_(same, or_(day > row.day, and_(day == row.day, EventRow.id < row.id)))
    where = (_unreviewed(session, today), or_(*earlier))
    return session.scalar(select(func.count()).select_from(EventRow).where(*where)) or 0


def _unreviewed(session: Session, today: str) -> ColumnElement[bool]:
    """Whether nobody has looked at an event and neither a conflict nor its date asks for it."""
    return and_(
        EventRow.decided.is_(False),
        EventRow.discrepancies == 0,
        not_(and_(*_is_overdue(today))),
        EventRow.id.in_(_standing()),
        EventRow.id.not_in(_settled(session)),
    )


def _settled(session: Session) -> set[str]:
    """Events, by their present ids, on which a person's answer holds."""
    kinds = [DecisionKind.CONFIRM.value, DecisionKind.CORRECT.value, DecisionKind.PREFER.value]
    rows = session.execute(
        select(DecisionRow.id, DecisionRow.event, EventIdRow.target)
        .outerjoin(EventIdRow, EventIdRow.id == DecisionRow.event)
        .where(DecisionRow.kind.in_(kinds), DecisionRow.event.is_not(None))
    ).all()
    undone = undone_numbers(session)
    return {target or event for number, event, target in rows if number not in undone and event}


def _waiting(session: Session) -> Iterator[Task]:
    for view in all_decisions(session):
        if view.waiting and not view.undone and view.undoes is None:
            yield Task("decision", str(view.id), f"{view.kind}: {view.before}", view.waiting, 1)


def _discrepancies(session: Session) -> Iterator[Task]:
    rows = session.scalars(select(EventRow).where(EventRow.discrepancies > 0))
    for row in rows:
        event = decode(row.record, Event)
        fields = ", ".join(dict.fromkeys(item.field for item in event.discrepancies))
        yield Task("discrepancy", row.id, event.label_ko, f"어느 값이 맞는가: {fields}", row.pages)


def _is_overdue(today: str) -> tuple[ColumnElement[bool], ...]:
    decided = select(RelationRow.event).where(RelationRow.kind == "outcome")
    return (
        EventRow.status.in_(_AHEAD),
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
        event = decode(row.record, Event)
        question = f"기한({row.last_day})이 지났다: 이루어졌는가"
        yield Task("overdue", row.id, event.label_ko, question, row.pages)


def _doubtful(session: Session) -> Iterator[Task]:
    for row in session.scalars(select(EventRow).where(EventRow.pages > 1)):
        event = decode(row.record, Event)
        if event.confidence < _DOUBTFUL:
            question = f"맞는 사건인가 (확신도 {event.confidence:.2f})"
            yield Task("doubtful", row.id, event.label_ko, question, row.pages)


def _withdrawn(session: Session) -> Iterator[Task]:
    """Events that were told only by versions of articles of which there is a newer one."""
    for row in session.scalars(select(EventRow).where(EventRow.id.not_in(_standing()))):
        event = decode(row.record, Event)
        question = "기사가 고쳐지며 빠졌다: 그대로 두는가"
        yield Task("withdrawn", row.id, event.label_ko, question, row.pages)


def _unknown(session: Session) -> Iterator[Task]:
    number = func.count(func.distinct(ActorRow.page))
    rows = session.execute(
        select(ActorRow.name, number)
        .where(ActorRow.kind == "person", ActorRow.known.is_(None))
        .group_by(ActorRow.name)
        .having(number >= _OFTEN)
    )
    for name, count in rows:
        yield Task("unknown", name, name, "꾸러미에 없는 사람: 누구인가", count)
