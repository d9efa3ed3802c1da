"""What a search finds is sorted without reading the texts."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the index on readings."""
    op.drop_index("ix_articles_reading", "articles")
    op.create_index("ix_articles_found", "articles", ["reading", "day", "page"])
