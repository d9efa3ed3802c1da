"""Events that lost a report are noted, so that none needs to be looked for among all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the note; those that wait for a collation now are found once by a scan."""
    op.create_table(
        "loosened",
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_loosened")),
    )
    op.execute(
        sa.text(
            """
            INSERT INTO loosened (event)
            SELECT id FROM events
            WHERE id NOT IN (SELECT event FROM reports WHERE event IS NOT NULL)
            """
        )
    )
