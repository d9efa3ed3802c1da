"""How much a ledger holds: rows of its tables, first and last day."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from haengbo.ledger import actors
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    Base,
    CopyRow,
    EventRow,
    ExpectationRow,
    PageRow,
    ReportRow,
    StatementRow,
)
from haengbo.ledger.views import Totals


def rows(session: Session, table: type[Base]) -> int:
    """How many rows a table has."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def totals(session: Session) -> Totals:
    """How much there is of everything."""
    first, last = session.execute(select(func.min(EventRow.day), func.max(EventRow.day))).one()
    on_theme = select(func.count()).where(ArticleRow.on_theme.is_(True))
    dirty = select(func.count()).where(ArticleRow.dirty.is_(True))
    names = select(func.count(func.distinct(ActorRow.name))).where(ActorRow.kind.in_(actors.ACTING))
    return Totals(
        rows(session, PageRow),
        session.scalar(on_theme) or 0,
        rows(session, CopyRow),
        rows(session, ReportRow),
        rows(session, EventRow),
        rows(session, StatementRow),
        rows(session, ExpectationRow),
        session.scalar(names) or 0,
        first,
        last,
        session.scalar(dirty) or 0,
    )
