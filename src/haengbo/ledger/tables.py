"""The schema: what rows the ledger keeps, for SQLite and PostgreSQL alike.

Nothing here is particular to one database; full-text search, which is, lives in ``dialects``.
Rules of the schema: pages are content-addressed; readings, event versions and decisions are only
ever added (superseded, closed or undone, never overwritten); ``reports``, ``events`` and the
tables that hang on them are the present state, drawn from those, and may be rebuilt at any time.
Columns named ``record`` hold the typed value as JSON (``msgspec``); the others are what queries
filter and sort by. Days are ISO strings, times are UTC ISO strings.
"""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Select,
    Text,
    false,
    or_,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {str: Text}  # noqa: RUF012 - SQLAlchemy reads it once


class PageRow(Base):
    """One capture. ``name`` is the smallest of its names, whatever the order of arrival."""

    __tablename__ = "pages"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    media_type: Mapped[str]
    charset: Mapped[str | None]
    captured: Mapped[str | None]
    published: Mapped[str | None]
    outlet: Mapped[str | None]
    url: Mapped[str | None]
    added: Mapped[str]
    erased: Mapped[str | None]


class PageNameRow(Base):
    """What the sources called a page."""

    __tablename__ = "page_names"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True, index=True)


class ReadingRow(Base):
    """One reading of a page by one version of code and pack; ``superseded`` says until when."""

    __tablename__ = "readings"
    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    code_version: Mapped[str]
    pack_version: Mapped[str]
    made: Mapped[str]
    superseded: Mapped[str | None]
    superseded_by: Mapped[int | None] = mapped_column(ForeignKey("readings.id"))
    record: Mapped[str] = mapped_column(deferred=True)


class ArticleRow(Base):
    """The present article of a page, as queries need it."""

    __tablename__ = "articles"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    reading: Mapped[int] = mapped_column(ForeignKey("readings.id"))
    title: Mapped[str | None]
    outlet: Mapped[str | None] = mapped_column(index=True)
    wire: Mapped[str | None]
    published: Mapped[str | None]
    day: Mapped[str | None] = mapped_column(index=True)
    updated: Mapped[str | None]
    url: Mapped[str | None]
    address: Mapped[str | None] = mapped_column(index=True)
    on_theme: Mapped[bool]
    body: Mapped[str] = mapped_column(deferred=True)
    letters: Mapped[str] = mapped_column(deferred=True)
    dirty: Mapped[bool] = mapped_column(index=True)
    # What a search sorts by, apart from the text
    __table_args__ = (Index("ix_articles_found", "reading", "day", "page"),)


class VersionRow(Base):
    """A capture of an article that was captured more than once; ``present`` is the newest."""

    __tablename__ = "versions"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    article: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    present: Mapped[str]


def superseded() -> Select[str]:
    """Select the pages of which there is a newer version."""
    return select(VersionRow.page).where(VersionRow.page != VersionRow.present)


class SketchRow(Base):
    """Smallest shingle hashes of an article: pages that share some may be copies."""

    __tablename__ = "sketches"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    shingle: Mapped[str] = mapped_column(primary_key=True, index=True)


class ReportRow(Base):
    """One report of the present reading (id: its anchor); ``event`` is where collation put it.

    ``earlier``: it stands on an earlier version of its article and does not count.
    """

    __tablename__ = "reports"
    id: Mapped[str] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    local_id: Mapped[str]
    type: Mapped[str]
    date: Mapped[str | None]
    event: Mapped[str | None] = mapped_column(index=True)
    score: Mapped[float | None]
    reasons: Mapped[str | None]
    earlier: Mapped[bool] = mapped_column(server_default=false())
    record: Mapped[str]


class ReportKeyRow(Base):
    """Blocking keys: two reports that share none are never compared. In the order of the keys."""

    __tablename__ = "report_keys"
    key: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(
        ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    __table_args__ = ({"sqlite_with_rowid": False},)


class EventRow(Base):
    """The present state of an event."""

    __tablename__ = "events"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    mode: Mapped[str | None]
    status: Mapped[str]
    channel: Mapped[str | None]
    date: Mapped[str | None]
    day: Mapped[str | None]
    first_day: Mapped[str | None]
    last_day: Mapped[str | None]
    place: Mapped[str | None]
    sentence: Mapped[str]
    pages: Mapped[int]
    origins: Mapped[int]
    voices: Mapped[int]
    discrepancies: Mapped[int]
    decided: Mapped[bool]
    record: Mapped[str]
    sides: Mapped[str | None]
    __table_args__ = (
        Index("ix_events_sides", "sides", "status", "first_day", "last_day"),
        Index("ix_events_ticks", "day", "id", "date", "channel", "status"),
        # What filters and counts ask of an event, apart from its long record
        Index(
            *("ix_events_narrow", "id", "day", "date", "channel", "type", "mode", "status"),
            *("first_day", "last_day", "discrepancies"),
        ),
        Index("ix_events_type_mode", "type", "mode"),
        Index("ix_events_channel", "channel"),
    )


def lasting() -> ColumnElement[bool]:
    """Events of more than a day, which meet periods that they do not begin in; has an index."""
    first, last = EventRow.first_day, EventRow.last_day
    return or_(first.is_(None), last.is_(None), last > first)


Index("ix_events_lasting", EventRow.last_day, sqlite_where=lasting(), postgresql_where=lasting())


class EventCountRow(Base):
    """How many events are alike in all of these; derived, kept with the events."""

    __tablename__ = "event_counts"
    month: Mapped[str] = mapped_column(primary_key=True)
    exact: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(primary_key=True)
    mode: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    events: Mapped[int]


class PartCountRow(Base):
    """The same for each participant, over all months."""

    __tablename__ = "part_counts"
    name: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(primary_key=True)
    mode: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    events: Mapped[int]


class EventPartRow(Base):
    """Participants of the present events, for filters."""

    __tablename__ = "event_parts"
    event: Mapped[str] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    kind: Mapped[str | None]
    state: Mapped[str | None]
    first_day: Mapped[str | None]
    last_day: Mapped[str | None]
    __table_args__ = (Index("ix_event_parts_name_days", "name", "first_day", "last_day", "event"),)


class LoosenedRow(Base):
    """An event that lost a report since the last collation: it may have none left."""

    __tablename__ = "loosened"
    event: Mapped[str] = mapped_column(primary_key=True)


class RelationRow(Base):
    """Events that belong together without being one; both directions are rows."""

    __tablename__ = "relations"
    event: Mapped[str] = mapped_column(primary_key=True)
    other: Mapped[str] = mapped_column(primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]


class EventIdRow(Base):
    """Every id that an event ever had, the anchor it stands for, and where it leads now."""

    __tablename__ = "event_ids"
    id: Mapped[str] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(index=True)
    anchor: Mapped[str]
    target: Mapped[str | None] = mapped_column(index=True)
    first_seen: Mapped[str]


class CollationRow(Base):
    """One run of collation over the blocks that had changed."""

    __tablename__ = "collations"
    id: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[str]
    code_version: Mapped[str]
    pack_version: Mapped[str]
    reports: Mapped[int]
    largest_block: Mapped[int]


class EventVersionRow(Base):
    """Every state of every event: from one collation until another superseded it."""

    __tablename__ = "event_versions"
    id: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(index=True)
    since: Mapped[str] = mapped_column(index=True)
    until: Mapped[str | None] = mapped_column(index=True)
    run: Mapped[int] = mapped_column(ForeignKey("collations.id"))
    record: Mapped[str]


class CopyRow(Base):
    """A page whose text is another's; ``root`` is the original of the whole group."""

    __tablename__ = "copies"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    of: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    root: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    score: Mapped[float]
    reason: Mapped[str]


class StatementRow(Base):
    """An utterance of the present reading."""

    __tablename__ = "statements"
    id: Mapped[str] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    local_id: Mapped[str]
    form: Mapped[str]
    date: Mapped[str | None]
    day: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str]
    occasion: Mapped[str | None] = mapped_column(index=True)
    record: Mapped[str]


class SpeakerRow(Base):
    """Who made a statement."""

    __tablename__ = "speakers"
    statement: Mapped[str] = mapped_column(
        ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True, index=True)


class ExpectationRow(Base):
    """A forecast, plan or pledge of the present reading."""

    __tablename__ = "expectations"
    id: Mapped[str] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), index=True)
    kind: Mapped[str]
    by: Mapped[str | None] = mapped_column(index=True)
    horizon: Mapped[str | None]
    due: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str]
    record: Mapped[str]


class ActorRow(Base):
    """An actor as one page names it: the index from names to pages."""

    __tablename__ = "actors"
    page: Mapped[str] = mapped_column(ForeignKey("pages.sha256"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True, index=True)
    kind: Mapped[str]
    known: Mapped[str | None]
    record: Mapped[str]


class DecisionRow(Base):
    """What a person decided: append-only; ``undoes`` names the decision it takes back."""

    __tablename__ = "decisions"
    id: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[str]
    who: Mapped[str]
    why: Mapped[str]
    kind: Mapped[str] = mapped_column(index=True)
    event: Mapped[str | None] = mapped_column(index=True)
    record: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))


class IngestRow(Base):
    """What became of each page that was offered."""

    __tablename__ = "ingest_log"
    id: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[str]
    page: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str | None]
    outcome: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str | None]


class ReleaseRow(Base):
    """A numbered state of the ledger that counts can be reproduced from."""

    __tablename__ = "releases"
    name: Mapped[str] = mapped_column(primary_key=True)
    made: Mapped[str]
    note: Mapped[str]
    code_version: Mapped[str]
    pack_version: Mapped[str]


class SettingRow(Base):
    """Facts about the ledger itself (fingerprint of the search index)."""

    __tablename__ = "settings"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class AccountRow(Base):
    """Somebody of a team; ``password`` is a salted scrypt hash, ``disabled`` says since when."""

    __tablename__ = "accounts"
    name: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    password: Mapped[str]
    made: Mapped[str]
    disabled: Mapped[str | None]


class SessionRow(Base):
    """A browser that is logged in; ``secret`` is the hash of its cookie."""

    __tablename__ = "sessions"
    secret: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.name"), index=True)
    made: Mapped[str]
    seen: Mapped[str]
    until: Mapped[str]
    browser: Mapped[str]


class TokenRow(Base):
    """A program's key to the API; ``secret`` is its hash, ``role`` the most that it may do."""

    __tablename__ = "tokens"
    id: Mapped[int] = mapped_column(primary_key=True)
    secret: Mapped[str] = mapped_column(index=True, unique=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.name"), index=True)
    label: Mapped[str]
    role: Mapped[str]
    made: Mapped[str]
    used: Mapped[str | None]
    revoked: Mapped[str | None]


class AuditRow(Base):
    """What was done with accounts: append-only. Decisions are in ``decisions``."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[str]
    who: Mapped[str]
    what: Mapped[str]
    about: Mapped[str]


class SealRow(Base):
    """A decision or a line of the audit as it was written, chained to the seal before.

    ``frame`` and ``content`` are digests of the row (``sealing``); ``hash`` is over them and the
    hash before.
    """

    __tablename__ = "seals"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    row: Mapped[int]
    frame: Mapped[str]
    content: Mapped[str]
    hash: Mapped[str]


class AlertRow(Base):
    """A saved search, and where what it finds is told: nowhere (a feed), a webhook or mail."""

    __tablename__ = "alerts"
    name: Mapped[str] = mapped_column(primary_key=True)
    made: Mapped[str]
    who: Mapped[str]
    record: Mapped[str]


class NoticeRow(Base):
    """What an alert has told, or knew when it was made; ``sending`` while nobody knows yet."""

    __tablename__ = "notices"
    alert: Mapped[str] = mapped_column(
        ForeignKey("alerts.name", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    made: Mapped[str]
