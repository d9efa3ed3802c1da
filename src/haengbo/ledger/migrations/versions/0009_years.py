"""Events of which only the year is known are counted under the year, not under January."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from haengbo.ledger.counting import COUNT_EVENTS

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count the events anew."""
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM event_counts"))
    connection.execute(sa.text(COUNT_EVENTS), {"sign": 1})
