"""Saved searches and what they have told.

Invariant: a key is claimed in a transaction of its own before anything is sent; what is claimed is
never claimed again, whoever runs beside us and whenever we are killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.chunks import chunks
from haengbo.ledger.dialects import Alternatives
from haengbo.ledger.matching import conditions
from haengbo.ledger.records import decode, encode, now
from haengbo.ledger.tables import AlertRow, EventIdRow, EventRow, EventVersionRow, NoticeRow
from haengbo.ledger.views import EventFilter


class AlertKind(StrEnum):
    """Of what an alert tells."""

    EVENT = "event"
    FORMULA = "formula"
    DUE = "due"
    CONFLICT = "conflict"


class Channel(StrEnum):
    """How an alert tells it; a feed is fetched by whoever wants it."""

    FEED = "feed"
    WEBHOOK = "webhook"
    MAIL = "mail"


class NoticeState(StrEnum):
    """What became of something an alert found."""

    KNOWN = "known"
    SENDING = "sending"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved search.

    Attributes:
        name: What it is called.
        kind: Of what it tells.
        search: As it was typed into the search box.
        wanted: The filter that this is.
        channel: How it tells.
        targets: Address of the webhook, or addresses of mail.
        days: For ``due``: so many days ahead.
    """

    name: str
    kind: AlertKind
    search: str
    wanted: EventFilter
    channel: Channel
    targets: tuple[str, ...] = ()
    days: int = 7


def add(session: Session, alert: Alert, who: str, known: Iterable[str]) -> None:
    """Save a search; what it finds already is known and will not be told.

    Args:
        session: In a transaction.
        alert: The search.
        who: Who saves it.
        known: Keys of what it finds now.

    Raises:
        UsageError: There is one of that name.
    """
    if session.get(AlertRow, alert.name) is not None:
        raise UsageError(f"그 이름의 알림이 이미 있다: {alert.name}")
    moment = now()
    session.add(AlertRow(name=alert.name, made=moment, who=who, record=encode(alert)))
    session.flush()
    _note(session, alert.name, known, NoticeState.KNOWN)


def remove(session: Session, name: str) -> None:
    """Forget a search and what it told.

    Raises:
        UsageError: There is none of that name.
    """
    row = session.get(AlertRow, name)
    if row is None:
        raise UsageError(f"그런 알림이 없다: {name}")
    session.execute(delete(NoticeRow).where(NoticeRow.alert == name))
    session.delete(row)


def alerts(session: Session) -> tuple[Alert, ...]:
    """All saved searches, by name."""
    rows = session.scalars(select(AlertRow).order_by(AlertRow.name))
    return tuple(decode(row.record, Alert) for row in rows)


def alert(session: Session, name: str) -> Alert | None:
    """One saved search."""
    row = session.get(AlertRow, name)
    return decode(row.record, Alert) if row is not None else None


def noted(session: Session, name: str) -> set[str]:
    """Keys of everything an alert has told, knew, or was telling when it was stopped."""
    return set(session.scalars(select(NoticeRow.key).where(NoticeRow.alert == name)))


def counts(session: Session, name: str) -> dict[NoticeState, int]:
    """How many notices there are in each state."""
    rows = session.execute(
        select(NoticeRow.state, func.count())
        .where(NoticeRow.alert == name)
        .group_by(NoticeRow.state)
    )
    found = {NoticeState(state): number for state, number in rows}
    return {state: found.get(state, 0) for state in NoticeState}


def claim(session: Session, name: str, keys: Iterable[str]) -> None:
    """Say that these are being told; commit before anything is sent."""
    _note(session, name, keys, NoticeState.SENDING)


def settle(session: Session, name: str, keys: Sequence[str], *, sent: bool) -> None:
    """Say what became of claimed keys.

    Args:
        session: In a transaction.
        name: Of the alert.
        keys: That were claimed.
        sent: Whether they were taken; else they were surely not, and are free again.
    """
    for part in chunks(keys):
        here = (NoticeRow.alert == name, NoticeRow.key.in_(part))
        if sent:
            values = {"state": NoticeState.SENT.value, "made": now()}
            session.execute(update(NoticeRow).where(*here).values(**values))
        else:
            session.execute(delete(NoticeRow).where(*here))


def _note(session: Session, name: str, keys: Iterable[str], state: NoticeState) -> None:
    moment = now()
    session.add_all(
        NoticeRow(alert=name, key=key, state=state.value, made=moment)
        for key in dict.fromkeys(keys)
    )
    session.flush()


def first_seen(
    session: Session,
    wanted: EventFilter,
    words: Sequence[Alternatives] | None,
    *,
    most: int | None = None,
) -> list[tuple[str, str]]:
    """Events of a filter and when the ledger first had them, newest first.

    Args:
        session: To read with.
        wanted: The filter.
        words: ``wanted.text`` after analysis.
        most: At most so many.
    """
    since = func.min(EventVersionRow.since)
    query = (
        select(EventRow.id, since)
        .join(EventVersionRow, EventVersionRow.event == EventRow.id)
        .where(*conditions(session, wanted, words))
        .group_by(EventRow.id)
        .order_by(since.desc(), EventRow.id)
    )
    return [(key, moment) for key, moment in session.execute(query.limit(most))]


def former_ids(session: Session, events: Sequence[str]) -> dict[str, set[str]]:
    """Event → every id that leads to it, its own included."""
    found: dict[str, set[str]] = {event: {event} for event in events}
    for part in chunks(events):
        rows = session.execute(
            select(EventIdRow.id, EventIdRow.target).where(EventIdRow.target.in_(part))
        )
        for key, target in rows:
            found[target or key].add(key)
    return found
