"""Keys of reports say whom and on what day; participants know the days of their events.

The keys themselves are made anew by the next collation, for they are made of readings and pack.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_LASTING = "first_day IS NULL OR last_day IS NULL OR last_day > first_day"


def upgrade() -> None:
    """Make the table of keys anew, in their order; copy the days of events."""
    op.drop_table("report_keys")
    op.create_table(
        "report_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
            name=op.f("fk_report_keys_report_reports"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", "report", name=op.f("pk_report_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_keys_report", "report_keys", ["report"])
    op.execute(sa.text("DELETE FROM settings WHERE name = 'report_keys'"))
    for name in ("first_day", "last_day"):
        op.add_column("event_parts", sa.Column(name, sa.Text(), nullable=True))
        op.execute(
            sa.text(
                f"""
                UPDATE event_parts SET {name} =
                    (SELECT e.{name} FROM events e WHERE e.id = event_parts.event)
                """  # noqa: S608 - our own column
            )
        )
    op.drop_index("ix_event_parts_name", "event_parts")
    op.create_index(
        "ix_event_parts_name_days", "event_parts", ["name", "first_day", "last_day", "event"]
    )
    op.create_index(
        "ix_event_parts_lasting",
        "event_parts",
        ["name", "last_day"],
        sqlite_where=sa.text(_LASTING),
        postgresql_where=sa.text(_LASTING),
    )
