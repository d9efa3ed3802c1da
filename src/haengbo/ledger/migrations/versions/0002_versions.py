"""Captures of one address are versions of one article."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from haengbo.model.address import address_key

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what tells versions; articles of which there may be several are looked at again."""
    op.add_column("articles", sa.Column("updated", sa.Text(), nullable=True))
    op.add_column("articles", sa.Column("address", sa.Text(), nullable=True))
    op.create_index(op.f("ix_articles_address"), "articles", ["address"])
    op.add_column(
        "reports",
        sa.Column("earlier", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_versions_page_pages")),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_versions")),
    )
    op.create_index(op.f("ix_versions_article"), "versions", ["article"])
    _fill()
    _fill_updated()


def _fill() -> None:
    """Addresses of the articles that are there; those that share one are collated anew."""
    connection = op.get_bind()
    articles = sa.table(
        "articles",
        *(sa.column(name) for name in ("page", "url", "address")),
        sa.column("dirty", sa.Boolean()),
    )
    by_address: dict[str, list[str]] = {}
    rows = connection.execute(
        sa.select(articles.c.page, articles.c.url).where(articles.c.url.is_not(None))
    )
    for page, url in rows.all():
        key = address_key(url)
        if key is not None:
            by_address.setdefault(key, []).append(page)
    for key, pages in by_address.items():
        for page in pages:
            change = sa.update(articles).where(articles.c.page == page).values(address=key)
            connection.execute(change.values(dirty=True) if len(pages) > 1 else change)


def _fill_updated() -> None:
    """When the articles that are there were last changed, as their readings tell it."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            """
            SELECT articles.page, readings.record
            FROM articles JOIN readings ON readings.id = articles.reading
            WHERE readings.record LIKE '%"updated": "%'
            """
        )
    )
    found = [
        {"page": page, "updated": updated}
        for page, record in rows
        if (updated := json.loads(record).get("article", {}).get("updated"))
    ]
    for row in found:
        connection.execute(
            sa.text("UPDATE articles SET updated = :updated WHERE page = :page"), row
        )
