"""On PostgreSQL, keys that begin with a text are found by an index; SQLite's key is one already."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index, which compares texts byte by byte whatever the locale."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(
            "ix_report_keys_beginning",
            "report_keys",
            ["key"],
            postgresql_ops={"key": "text_pattern_ops"},
        )
