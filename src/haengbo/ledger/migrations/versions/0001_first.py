"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from haengbo.ledger.dialects import create_search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table
    """Create all tables and the search index."""
    op.create_table(
        "collations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("code_version", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("largest_block", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collations")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["undoes"], ["decisions.id"], name=op.f("fk_decisions_undoes_decisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_event"), "decisions", ["event"], unique=False)
    op.create_index(op.f("ix_decisions_kind"), "decisions", ["kind"], unique=False)
    op.create_table(
        "event_ids",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_ids")),
    )
    op.create_index(op.f("ix_event_ids_page"), "event_ids", ["page"], unique=False)
    op.create_index(op.f("ix_event_ids_target"), "event_ids", ["target"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("discrepancies", sa.Integer(), nullable=False),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_channel", "events", ["channel"], unique=False)
    op.create_index("ix_events_day_id", "events", ["day", "id"], unique=False)
    op.create_index("ix_events_type_mode", "events", ["type", "mode"], unique=False)
    op.create_table(
        "ingest_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingest_log")),
    )
    op.create_index(op.f("ix_ingest_log_outcome"), "ingest_log", ["outcome"], unique=False)
    op.create_index(op.f("ix_ingest_log_page"), "ingest_log", ["page"], unique=False)
    op.create_table(
        "pages",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("captured", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("erased", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_name"), "pages", ["name"], unique=False)
    op.create_table(
        "relations",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", "other", "kind", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_other"), "relations", ["other"], unique=False)
    op.create_table(
        "releases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("code_version", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_releases")),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "actors",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_actors_page_pages")),
        sa.PrimaryKeyConstraint("page", "name", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_name"), "actors", ["name"], unique=False)
    op.create_table(
        "copies",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["of"], ["pages.sha256"], name=op.f("fk_copies_of_pages")),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_copies_page_pages")),
        sa.ForeignKeyConstraint(["root"], ["pages.sha256"], name=op.f("fk_copies_root_pages")),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_of"), "copies", ["of"], unique=False)
    op.create_index(op.f("ix_copies_root"), "copies", ["root"], unique=False)
    op.create_table(
        "event_parts",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event"], ["events.id"], name=op.f("fk_event_parts_event_events"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event", "name", name=op.f("pk_event_parts")),
    )
    op.create_index(op.f("ix_event_parts_name"), "event_parts", ["name"], unique=False)
    op.create_table(
        "event_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run"], ["collations.id"], name=op.f("fk_event_versions_run_collations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_versions")),
    )
    op.create_index(op.f("ix_event_versions_event"), "event_versions", ["event"], unique=False)
    op.create_index(op.f("ix_event_versions_since"), "event_versions", ["since"], unique=False)
    op.create_index(op.f("ix_event_versions_until"), "event_versions", ["until"], unique=False)
    op.create_table(
        "expectations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("horizon", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["page"], ["pages.sha256"], name=op.f("fk_expectations_page_pages")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expectations")),
    )
    op.create_index(op.f("ix_expectations_by"), "expectations", ["by"], unique=False)
    op.create_index(op.f("ix_expectations_due"), "expectations", ["due"], unique=False)
    op.create_index(op.f("ix_expectations_page"), "expectations", ["page"], unique=False)
    op.create_table(
        "page_names",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_page_names_page_pages")),
        sa.PrimaryKeyConstraint("page", "name", name=op.f("pk_page_names")),
    )
    op.create_index(op.f("ix_page_names_name"), "page_names", ["name"], unique=False)
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("code_version", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_readings_page_pages")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["readings.id"], name=op.f("fk_readings_superseded_by_readings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_page"), "readings", ["page"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_reports_page_pages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_event"), "reports", ["event"], unique=False)
    op.create_index(op.f("ix_reports_page"), "reports", ["page"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("shingle", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_sketches_page_pages")),
        sa.PrimaryKeyConstraint("page", "shingle", name=op.f("pk_sketches")),
    )
    op.create_index(op.f("ix_sketches_shingle"), "sketches", ["shingle"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_statements_page_pages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_day"), "statements", ["day"], unique=False)
    op.create_index(op.f("ix_statements_occasion"), "statements", ["occasion"], unique=False)
    op.create_index(op.f("ix_statements_page"), "statements", ["page"], unique=False)
    op.create_table(
        "articles",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("wire", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("on_theme", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("letters", sa.Text(), nullable=False),
        sa.Column("dirty", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["pages.sha256"], name=op.f("fk_articles_page_pages")),
        sa.ForeignKeyConstraint(
            ["reading"], ["readings.id"], name=op.f("fk_articles_reading_readings")
        ),
        sa.PrimaryKeyConstraint("page", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_day"), "articles", ["day"], unique=False)
    op.create_index(op.f("ix_articles_dirty"), "articles", ["dirty"], unique=False)
    op.create_index(op.f("ix_articles_outlet"), "articles", ["outlet"], unique=False)
    op.create_table(
        "report_keys",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
            name=op.f("fk_report_keys_report_reports"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "key", name=op.f("pk_report_keys")),
    )
    op.create_index(op.f("ix_report_keys_key"), "report_keys", ["key"], unique=False)
    op.create_table(
        "speakers",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.id"],
            name=op.f("fk_speakers_statement_statements"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement", "name", name=op.f("pk_speakers")),
    )
    op.create_index(op.f("ix_speakers_name"), "speakers", ["name"], unique=False)
    create_search(op.get_bind())
