"""Queries about pages: one article with its findings, copies, the capture itself."""

from __future__ import annotations

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, undefer

from haengbo.ledger.lines import lines_by_id, page_refs, statement_lines
from haengbo.ledger.records import decode_any
from haengbo.ledger.tables import (
    ArticleRow,
    CopyRow,
    PageNameRow,
    PageRow,
    ReadingRow,
    ReportRow,
    StatementRow,
    VersionRow,
)
from haengbo.ledger.views import ArticleDetail, CopyListing, CopyView
from haengbo.model.reading import Reading
from haengbo.model.record import reading_from_dict

#: A beginning of a hash shorter than this is taken for a name only.
_SHORTEST_HASH = 6


def find_page(session: Session, key: str) -> PageRow | None:
    """A page by hash, unique beginning of a hash (six digits or more), or any of its names.

    A name that several versions of an article have (their address) means the newest.
    """
    row = session.get(PageRow, key)
    if row is not None:
        return row
    named = session.scalar(
        select(PageNameRow.page)
        .outerjoin(VersionRow, VersionRow.page == PageNameRow.page)
        .where(PageNameRow.name == key)
        .order_by(VersionRow.number.desc().nulls_last(), PageNameRow.page)
        .limit(1)
    )
    if named is not None:
        return session.get(PageRow, named)
    if len(key) < _SHORTEST_HASH:
        return None
    near = session.scalars(
        select(PageRow).where(PageRow.sha256.startswith(key, autoescape=True)).limit(2)
    ).all()
    return near[0] if len(near) == 1 else None


def present_reading(session: Session, page: str) -> Reading | None:
    """The reading of a page that holds now."""
    record = session.scalar(
        select(ReadingRow.record).where(ReadingRow.page == page, ReadingRow.superseded.is_(None))
    )
    return reading_from_dict(decode_any(record)) if record is not None else None


def with_words(session: Session) -> list[str]:
    """Pages (hashes) that were read and not removed, in order."""
    kept = select(ArticleRow.page).join(PageRow, PageRow.sha256 == ArticleRow.page)
    return list(session.scalars(kept.where(PageRow.erased.is_(None)).order_by(ArticleRow.page)))


def article_detail(session: Session, key: str) -> ArticleDetail | None:
    """One page with all that was found on it."""
    row = find_page(session, key)
    reading = present_reading(session, row.sha256) if row is not None else None
    if row is None or reading is None:
        return None
    sha = row.sha256
    reports = session.execute(
        select(ReportRow.local_id, ReportRow.id, ReportRow.event).where(ReportRow.page == sha)
    ).all()
    events = {local: event for local, _, event in reports if event is not None}
    order = [event.id for event in reading.events if event.id in events]
    lines = lines_by_id(session, events.values())
    wanted = dict.fromkeys(events[local] for local in order)
    names = session.scalars(
        select(PageNameRow.name).where(PageNameRow.page == sha).order_by(PageNameRow.name)
    )
    statements = session.scalars(select(StatementRow).where(StatementRow.page == sha)).all()
    told = sorted(statement_lines(session, statements), key=lambda line: line.statement.span.start)
    return ArticleDetail(
        page_refs(session, [sha])[sha],
        tuple(names),
        reading,
        tuple((local, events[local]) for local in order),
        tuple(lines[event] for event in wanted if event in lines),
        tuple(told),
        _copies(session, sha),
        _readings(session, sha),
        row.erased is not None,
        tuple((local, anchor) for local, anchor, _ in reports),
    )


def _readings(session: Session, page: str) -> int:
    query = select(func.count()).select_from(ReadingRow).where(ReadingRow.page == page)
    return session.scalar(query) or 0


def _copies(session: Session, page: str) -> tuple[CopyView, ...]:
    rows = session.scalars(
        select(CopyRow).where(or_(CopyRow.page == page, CopyRow.of == page)).order_by(CopyRow.page)
    ).all()
    refs = page_refs(session, {value for row in rows for value in (row.page, row.of)})
    return tuple(
        CopyView(refs[row.of], "original", row.score, row.reason)
        if row.page == page
        else CopyView(refs[row.page], "copy", row.score, row.reason)
        for row in rows
    )


def capture(session: Session, key: str) -> PageRow | None:
    """The page's row with its bytes."""
    row = find_page(session, key)
    if row is None:
        return None
    return session.get(PageRow, row.sha256, options=[undefer(PageRow.data)], populate_existing=True)


def list_copies(session: Session) -> tuple[CopyListing, ...]:
    """All groups of pages with one text, original first, then by name."""
    groups: dict[str, list[CopyRow]] = {}
    for row in session.scalars(select(CopyRow).order_by(CopyRow.root, CopyRow.page)):
        groups.setdefault(row.root, []).append(row)
    refs = page_refs(
        session, {p for root, rows in groups.items() for p in (root, *(r.page for r in rows))}
    )
    listings = []
    for root, rows in groups.items():
        ordered = sorted(rows, key=lambda row: refs[row.page].name)
        pages = (refs[root], *(refs[row.page] for row in ordered))
        listings.append(CopyListing(pages, tuple(row.reason for row in ordered)))
    return tuple(sorted(listings, key=lambda listing: listing.pages[0].name))
