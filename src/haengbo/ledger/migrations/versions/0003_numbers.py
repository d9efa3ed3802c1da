"""Rows of the search index get the number of their reading, so that one is found without a scan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Renumber the index; PostgreSQL's has the page for its key."""
    op.create_index("ix_articles_reading", "articles", ["reading"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for statement in (
        "CREATE TEMP TABLE kept AS SELECT page, words FROM search",
        "DELETE FROM search",
        """
        INSERT INTO search (rowid, page, words)
        SELECT articles.reading, kept.page, kept.words
        FROM kept JOIN articles ON articles.page = kept.page
        """,
        "DROP TABLE kept",
    ):
        op.execute(sa.text(statement))
