"""Two sides, or a standing line → their events, and what was said at some events.

A state takes part where somebody acts for it. Invariant: the same events as all of the ledger's
of which ``analysis.exchanges.states_of`` holds every side, rejected statements left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.decisions import rejected_statements
from haengbo.ledger.lines import lines_by_id, statement_lines
from haengbo.ledger.tables import (
    EventPartRow,
    EventRow,
    ReportRow,
    SpeakerRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import EventLine, StatementLine


def events_between(session: Session, sides: Sequence[str], channel: str = "") -> list[EventLine]:
    """The events with all of these sides, oldest first, those without a day last.

    Args:
        session: Of the ledger.
        sides: States, bodies or people; anybody if empty.
        channel: Only those of this channel, if one is named.
    """
    wanted = select(EventRow.id)
    if channel:
        wanted = wanted.where(EventRow.channel == channel)
    for side in sides:
        own = select(EventPartRow.event).where(
            or_(EventPartRow.name == side, EventPartRow.state == side)
        )
        wanted = wanted.where(EventRow.id.in_(own))
    lines = lines_by_id(session, session.scalars(wanted)).values()
    return sorted(lines, key=lambda line: (line.day or "9999", line.id))


def people_of(session: Session, side: str) -> set[str]:
    """A side and everybody who took part in an event for it."""
    named = session.scalars(select(EventPartRow.name).where(EventPartRow.state == side).distinct())
    return {side, *named}


def statements_at(session: Session, events: Collection[str]) -> tuple[StatementLine, ...]:
    """What was said at these events, newest first."""
    rows: list[StatementRow] = []
    for part in chunks(events):
        reports = select(ReportRow.id).where(ReportRow.event.in_(part))
        rows += session.scalars(
            select(StatementRow).where(StatementRow.occasion.in_(reports), *_standing(session))
        )
    return _newest_first(session, rows)


def statements_toward(
    session: Session, speakers: Collection[str], toward: str
) -> tuple[StatementLine, ...]:
    """What these people said with a stance toward somebody, newest first."""
    # The record is JSON as msgspec writes it, so that a stance has one spelling
    stance = StatementRow.record.contains(f'"toward":"{toward}"', autoescape=True)
    rows: dict[str, StatementRow] = {}
    for part in chunks(speakers):
        own = select(SpeakerRow.statement).where(SpeakerRow.name.in_(part))
        found = session.scalars(
            select(StatementRow).where(StatementRow.id.in_(own), stance, *_standing(session))
        )
        rows |= {row.id: row for row in found}
    return _newest_first(session, list(rows.values()))


def _standing(session: Session) -> tuple[ColumnElement[bool], ...]:
    return (
        StatementRow.id.not_in(rejected_statements(session)),
        StatementRow.page.not_in(superseded()),
    )


def _newest_first(session: Session, rows: Sequence[StatementRow]) -> tuple[StatementLine, ...]:
    ordered = sorted(rows, key=lambda row: (row.page, row.id))
    ordered.sort(key=lambda row: row.day or "", reverse=True)
    return statement_lines(session, ordered)
