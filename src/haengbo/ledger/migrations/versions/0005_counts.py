"""Counts of events are kept beside them; filters find events without their long records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from haengbo.ledger.counting import COUNT_EVENTS, COUNT_PARTS

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NARROW = ("id", "day", "date", "channel", "type", "mode", "status", "first_day", "last_day")
_LASTING = "first_day IS NULL OR last_day IS NULL OR last_day > first_day"


def upgrade() -> None:
    """Add the tables of counts with what there is, and the indices."""
    _create_counts("event_counts", ("month", "exact", "type", "mode", "status", "channel"))
    _create_counts("part_counts", ("name", "type", "mode", "status", "channel"))
    op.drop_index("ix_events_day_id", "events")
    op.create_index("ix_events_ticks", "events", ["day", "id", "date", "channel", "status"])
    op.create_index("ix_events_narrow", "events", [*_NARROW, "discrepancies"])
    op.create_index(
        "ix_events_lasting",
        "events",
        ["last_day"],
        sqlite_where=sa.text(_LASTING),
        postgresql_where=sa.text(_LASTING),
    )
    for statement in (COUNT_EVENTS, COUNT_PARTS):
        op.get_bind().execute(sa.text(statement), {"sign": 1})


def _create_counts(name: str, keys: tuple[str, ...]) -> None:
    columns = (
        sa.Column(key, sa.Integer() if key == "exact" else sa.Text(), nullable=False)
        for key in keys
    )
    op.create_table(
        name,
        *columns,
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
    )
