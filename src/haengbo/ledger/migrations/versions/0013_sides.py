"""Events say what they are and between whom in one text: what came of a plan is found by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_SIDES = {
    "sqlite": """
        SELECT group_concat(side, '|') FROM (
            SELECT DISTINCT coalesce(part.state, part.name) AS side FROM event_parts AS part
            WHERE part.event = events.id ORDER BY side
        ) AS sides
    """,
    "postgresql": """
        SELECT string_agg(side, '|' ORDER BY side COLLATE "C") FROM (
            SELECT DISTINCT coalesce(part.state, part.name) AS side FROM event_parts AS part
            WHERE part.event = events.id
        ) AS sides
    """,
}


def upgrade() -> None:
    """Add the text and its index."""
    op.add_column("events", sa.Column("sides", sa.Text(), nullable=True))
    sides = _SIDES[op.get_bind().dialect.name]
    op.execute(
        sa.text(
            f"""
            UPDATE events SET sides =
                type || '|' || coalesce(mode, '') || coalesce('|' || ({sides}), '')
            """  # noqa: S608 - our own query
        )
    )
    # Of the people of an event only what is near in time is looked for
    op.drop_index("ix_event_parts_lasting", "event_parts")
    op.create_index("ix_events_sides", "events", ["sides", "status", "first_day", "last_day"])
