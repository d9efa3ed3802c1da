"""A filter → what an event's row must satisfy."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, CompoundSelect, and_, func, or_, select, union
from sqlalchemy.orm import Session

from haengbo.ledger.decisions import tagged
from haengbo.ledger.dialects import Alternatives, holding
from haengbo.ledger.tables import ArticleRow, EventPartRow, EventRow, ReportRow, lasting
from haengbo.ledger.views import EventFilter
from haengbo.ledger.words import phrases_of

#: A day after all others.
_EVER = "9999-12-31"


def conditions(
    session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None
) -> list[ColumnElement[bool]]:
    """What an event's row must satisfy.

    Args:
        session: Decides the dialect.
        wanted: The filter.
        words: ``wanted.text`` after analysis; ``None`` where there is no text.
    """
    found: list[ColumnElement[bool]] = []
    for column, values in (
        (EventRow.type, wanted.types),
        (EventRow.mode, wanted.modes),
        (EventRow.channel, wanted.channels),
        (EventRow.status, wanted.statuses),
    ):
        if values:
            found.append(column.in_(values))
    found.extend(
        EventRow.id.in_(select(EventPartRow.event).where(EventPartRow.name == name))
        for name in wanted.who
    )
    if wanted.since or wanted.until:
        found.append(EventRow.id.in_(_within(wanted.since or "0000", wanted.until or _EVER)))
    if wanted.place:
        found.append(EventRow.place.icontains(wanted.place, autoescape=True))
    if wanted.only_conflicting:
        found.append(EventRow.discrepancies > 0)
    return [*found, *of_tags(session, wanted), *of_words(session, wanted, words)]


def of_tags(session: Session, wanted: EventFilter) -> list[ColumnElement[bool]]:
    """That an event has each of the tags."""
    return [EventRow.id.in_(tagged(session, tag)) for tag in wanted.tags]


def of_words(
    session: Session, wanted: EventFilter, words: Sequence[Alternatives] | None
) -> list[ColumnElement[bool]]:
    """That one page which reports an event holds the words, and as they stand what was quoted."""
    if words is None:
        return []
    saying = (
        ArticleRow.body.contains(phrase, autoescape=True)
        for phrase in phrases_of(wanted.text or "")
    )
    pages = select(ArticleRow.page).where(holding(session.get_bind().dialect, words), *saying)
    return [EventRow.id.in_(select(ReportRow.event).where(ReportRow.page.in_(pages)))]


def _within(since: str, until: str) -> CompoundSelect[str]:
    """Select the events that meet a period: those of its days, and those that last into it.

    Two selects, each with an index of its own; in one condition neither would be used.
    """
    begins = select(EventRow.id).where(EventRow.day.between(since, until))
    goes_on = or_(
        and_(EventRow.first_day < since, func.coalesce(EventRow.last_day, _EVER) >= since),
        and_(EventRow.first_day.is_(None), EventRow.last_day >= since),
    )
    return union(begins, select(EventRow.id).where(lasting(), goes_on))
