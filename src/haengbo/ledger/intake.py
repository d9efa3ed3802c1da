"""One page with its reading → rows, in one transaction.

Invariants: a page is stored once, whatever it is called and however often it comes; a new reading
supersedes the old one, which stays; reports, statements and the search index always belong to the
present reading. Whatever changes marks its pages dirty, so that collation knows what to redo even
after a crash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from haengbo.ledger.crowding import loosened_by
from haengbo.ledger.dialects import add_words, insert_rows, put_words
from haengbo.ledger.records import now
from haengbo.ledger.rows import Insert, Intake, rows_of
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    Base,
    ExpectationRow,
    IngestRow,
    LoosenedRow,
    PageNameRow,
    PageRow,
    ReadingRow,
    ReportRow,
    SketchRow,
    StatementRow,
)
from haengbo.model.entry import ENTERED
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Reading


def _smaller(first: str | None, second: str | None) -> str | None:
    given = [value for value in (first, second) if value is not None]
    return min(given) if given else None


def _merged(row: PageRow, known: Known) -> Known:
    """What is known of a page that came twice; the same whichever came first."""
    return Known(
        _smaller(row.published, known.published),
        _smaller(row.outlet, known.outlet),
        _smaller(row.url, known.url),
    )


def unread(session: Session, page: Page) -> Page | None:
    """What of a page must be read: nothing if it is there and nothing new is known of it.

    Returns:
        ``None``, or the page with everything that is known of it from this and earlier sources.
    """
    return _unread(session.get(PageRow, page.sha256), page)


def unread_of(session: Session, pages: Sequence[Page]) -> list[Page | None]:
    """What of several pages must be read, as ``unread`` says it of one, in their order."""
    wanted = select(PageRow).where(PageRow.sha256.in_([page.sha256 for page in pages]))
    rows = {row.sha256: row for row in session.scalars(wanted)}
    return [_unread(rows.get(page.sha256), page) for page in pages]


def there(session: Session, pages: Iterable[Page]) -> set[str]:
    """Hashes of those of these pages that the ledger has."""
    wanted = select(PageRow.sha256).where(PageRow.sha256.in_([page.sha256 for page in pages]))
    return set(session.scalars(wanted))


def _unread(row: PageRow | None, page: Page) -> Page | None:
    if row is None:
        return page
    if row.erased is not None:
        return None
    name = min(row.name, page.name)
    known = _merged(row, page.known)
    if name == row.name and known == Known(row.published, row.outlet, row.url):
        return None
    return replace(page, name=name, known=known)


def note_name(session: Session, page: Page) -> None:
    """Note what a source calls a page that is there."""
    if session.get(PageNameRow, (page.sha256, page.name)) is None:
        session.add(PageNameRow(page=page.sha256, name=page.name))


def log(session: Session, page: str, sha256: str | None, outcome: str, reason: str | None) -> None:
    """Note what became of a page that was offered."""
    log_all(session, [(page, sha256, outcome, reason)])


def log_all(session: Session, rows: Iterable[tuple[str, str | None, str, str | None]]) -> None:
    """Note what became of several pages: name, hash, outcome and reason of each."""
    made = now()
    names = ("page", "sha256", "outcome", "reason")
    _insert(
        session,
        ((IngestRow, {"made": made} | dict(zip(names, row, strict=True))) for row in rows),
    )


def outdated(session: Session, code_version: str, pack_version: str) -> list[str]:
    """Pages whose present reading was made by other code or another pack, sorted by hash."""
    return list(
        session.scalars(
            select(ReadingRow.page)
            .join(PageRow, PageRow.sha256 == ReadingRow.page)
            .where(
                ReadingRow.superseded.is_(None),
                ReadingRow.code_version != ENTERED,
                PageRow.erased.is_(None),
                (ReadingRow.code_version != code_version)
                | (ReadingRow.pack_version != pack_version),
            )
            .order_by(ReadingRow.page)
        )
    )


def put(session: Session, intake: Intake) -> None:
    """Store a page and make its reading the present one."""
    page = intake.page
    _put_page(session, page)
    session.flush()
    reading = _put_reading(session, intake.reading)
    forget_derived(session, page.sha256)
    session.flush()
    _insert(session, rows_of(intake, reading))
    put_words(session.connection(), page.sha256, intake.words)


def _insert(session: Session, rows: Iterable[Insert]) -> None:
    """Add rows table by table, each in one statement: rows that others refer to come first."""
    by_table: dict[str, list[dict[str, Any]]] = {}
    for kind, values in rows:
        by_table.setdefault(kind.__tablename__, []).append(values)
    connection = session.connection()
    for table in Base.metadata.sorted_tables:
        if table.name in by_table:
            insert_rows(connection, table, by_table[table.name])


def put_new(session: Session, intakes: Sequence[Intake]) -> None:
    """Store pages that are not there yet, all at once; each hash once.

    What ``put`` does one by one, without asking what to supersede: a tenth of its time.
    """
    if not intakes:
        return
    made, connection = now(), session.connection()
    pages = [
        {
            "sha256": item.page.sha256,
            "name": item.page.name,
            "data": item.page.data,
            "media_type": item.page.media_type.value,
            "charset": item.page.charset,
            "captured": item.page.captured,
            "published": item.page.known.published,
            "outlet": item.page.known.outlet,
            "url": item.page.known.url,
            "added": made,
            "erased": None,
        }
        for item in intakes
    ]
    names = [{"page": page["sha256"], "name": page["name"]} for page in pages]
    _insert(session, ((PageRow, page) for page in pages))
    _insert(session, ((PageNameRow, name) for name in names))
    numbers = connection.scalars(
        insert(ReadingRow).returning(ReadingRow.id, sort_by_parameter_order=True),
        [reading_values(item.reading, made) for item in intakes],
    ).all()
    pairs = list(zip(intakes, numbers, strict=True))
    _insert(session, (row for item, number in pairs for row in rows_of(item, number)))
    add_words(connection, [(number, item.page.sha256, item.words) for item, number in pairs])


def reading_values(reading: Reading, made: str) -> dict[str, Any]:
    """What a row of ``readings`` holds of a reading made now."""
    return {
        "page": reading.article.sha256,
        "code_version": reading.code_version,
        "pack_version": reading.pack_version,
        "made": made,
        "superseded": None,
        "superseded_by": None,
        "record": json.dumps(reading.to_dict(), ensure_ascii=False),
    }


def _put_page(session: Session, page: Page) -> None:
    row = session.get(PageRow, page.sha256)
    if row is None:
        row = PageRow(
            sha256=page.sha256,
            data=page.data,
            media_type=page.media_type.value,
            charset=page.charset,
            captured=page.captured,
            added=now(),
            name=page.name,
        )
        session.add(row)
        session.flush()
        session.add(PageNameRow(page=page.sha256, name=page.name))
    row.name = min(row.name, page.name)
    row.published, row.outlet, row.url = (
        page.known.published,
        page.known.outlet,
        page.known.url,
    )


def _put_reading(session: Session, reading: Reading) -> int:
    """Add the reading; the one before it is superseded, not overwritten."""
    made = now()
    row = ReadingRow(**reading_values(reading, made))
    session.add(row)
    session.flush()
    session.execute(
        update(ReadingRow)
        .where(
            ReadingRow.page == row.page, ReadingRow.superseded.is_(None), ReadingRow.id != row.id
        )
        .values(superseded=made, superseded_by=row.id)
    )
    return row.id


def mark_dirty(session: Session, pages: Iterable[str]) -> None:
    """Have collation look at these pages again."""
    for page in sorted(set(pages)):
        session.execute(update(ArticleRow).where(ArticleRow.page == page).values(dirty=True))


def forget_derived(session: Session, page: str) -> None:
    """Remove what hangs on the reading before; events that lose a report are looked at again."""
    events = session.scalars(
        select(ReportRow.event).where(ReportRow.page == page, ReportRow.event.is_not(None))
    ).all()
    mark_dirty(
        session, session.scalars(select(ReportRow.page).where(ReportRow.event.in_(events))).all()
    )
    for event in dict.fromkeys(events):
        session.merge(LoosenedRow(event=event))
    mark_dirty(session, loosened_by(session, page))
    for table in (ReportRow, StatementRow, ExpectationRow, ActorRow, SketchRow, ArticleRow):
        session.execute(delete(table).where(table.page == page))


def page_of(row: PageRow) -> Page:
    """The page as it was captured.

    Raises:
        ValueError: Its bytes were removed.
    """
    if row.data is None:
        raise ValueError("the bytes of this page were removed")
    return Page(
        row.name,
        row.data,
        MediaType(row.media_type),
        Known(row.published, row.outlet, row.url),
        row.captured,
        row.charset,
    )
