"""What became new or other in the ledger since a moment: events, decisions, pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from haengbo.ledger.lines import lines_by_id
from haengbo.ledger.tables import DecisionRow, EventVersionRow, PageRow
from haengbo.ledger.views import EventLine

#: Changed events that are looked at; of more only the newest are told.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a moment.

    Attributes:
        moment: UTC.
        fresh: Events that are new, those with most voices first.
        changed: Events that stood already and are told otherwise now.
        decisions: How many decisions were made.
        pages: How many pages came in.
    """

    moment: str
    fresh: tuple[EventLine, ...]
    changed: tuple[EventLine, ...]
    decisions: int
    pages: int

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not (self.fresh or self.changed or self.decisions or self.pages)


def since(session: Session, moment: str) -> Since:
    """What changed since a moment (UTC, as the ledger writes times)."""
    touched = session.scalars(
        select(EventVersionRow.event)
        .where(EventVersionRow.since > moment)
        .order_by(EventVersionRow.id.desc())
        .limit(_MOST)
    ).all()
    ids = list(Counter(touched))
    old: set[str] = set()
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        old |= set(
            session.scalars(
                select(EventVersionRow.event)
                .where(EventVersionRow.event.in_(part), EventVersionRow.since <= moment)
                .distinct()
            )
        )
    lines = sorted(lines_by_id(session, ids).values(), key=lambda x: (-x.voices, -x.pages, x.id))
    return Since(
        moment,
        tuple(line for line in lines if line.id not in old),
        tuple(line for line in lines if line.id in old),
        _later(session, select(func.count()).where(DecisionRow.made > moment)),
        _later(session, select(func.count()).where(PageRow.added > moment)),
    )


def _later(session: Session, query: object) -> int:
    found: int | None = session.scalar(query)  # type: ignore[call-overload]
    return found or 0
