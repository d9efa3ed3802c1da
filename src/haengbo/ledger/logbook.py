"""What became of pages that were offered: the newest lines of the intake log."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.tables import IngestRow


@dataclass(frozen=True, slots=True)
class OfferView:
    """What became of a page that was offered.

    Attributes:
        made: UTC time.
        page: What the source calls it.
        sha256: Its hash, or ``None`` where it could not be read.
        outcome: read, aside, known, failed, passed (a feed with a gap) or erased.
        reason: Why, where something went wrong.
    """

    made: str
    page: str
    sha256: str | None
    outcome: str
    reason: str | None


def latest(session: Session, size: int) -> tuple[OfferView, ...]:
    """The pages offered last, newest first."""
    rows = session.scalars(select(IngestRow).order_by(IngestRow.id.desc()).limit(size))
    return tuple(OfferView(row.made, row.page, row.sha256, row.outcome, row.reason) for row in rows)
