"""One page with its reading → rows, in one transaction.

Invariants: a page is stored once, whatever it is called and however often it comes; a new reading
supersedes the old one, which stays; reports, statements and the search index always belong to the
present reading. Whatever changes marks its pages dirty, so that collation knows what to redo even
after a crash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import put_words
from haengbo.ledger.records import encode, now, short_id
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    Base,
    ExpectationRow,
    IngestRow,
    PageNameRow,
    PageRow,
    ReadingRow,
    ReportKeyRow,
    ReportRow,
    SketchRow,
    SpeakerRow,
    StatementRow,
)
from haengbo.model.address import address_key
from haengbo.model.collation import Told
from haengbo.model.edtf import parse_or_none
from haengbo.model.entry import ENTERED
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Reading


@dataclass(frozen=True, slots=True)
class KeyedTold:
    """A report and the keys under which collation compares it."""

    told: Told
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All that the ledger stores of one page.

    Attributes:
        page: The capture.
        reading: What it says.
        reports: Its reports as collation sees them.
        letters: Its body without spaces and punctuation, for the recognition of copies.
        sketch: A sample of their shingles.
        words: For the search index.
    """

    page: Page
    reading: Reading
    reports: tuple[KeyedTold, ...]
    letters: str
    sketch: tuple[str, ...]
    words: tuple[str, ...]


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
    row = session.get(PageRow, page.sha256)
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
    session.add(IngestRow(made=now(), page=page, sha256=sha256, outcome=outcome, reason=reason))


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
    _add_in_order(session, _rows(intake, reading))
    put_words(session.connection(), page.sha256, intake.words)


def _add_in_order(session: Session, rows: Iterable[Base]) -> None:
    """Add rows table by table: rows that others refer to come first."""
    by_table: dict[str, list[Base]] = {}
    for row in rows:
        by_table.setdefault(row.__tablename__, []).append(row)
    for table in Base.metadata.sorted_tables:
        session.add_all(by_table.get(table.name, []))
        session.flush()


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
    row = ReadingRow(
        page=reading.article.sha256,
        code_version=reading.code_version,
        pack_version=reading.pack_version,
        made=made,
        record=json.dumps(reading.to_dict(), ensure_ascii=False),
    )
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
    for table in (ReportRow, StatementRow, ExpectationRow, ActorRow, SketchRow, ArticleRow):
        session.execute(delete(table).where(table.page == page))


def _rows(intake: Intake, reading: int) -> Iterator[Base]:
    page = intake.page.sha256
    yield _article_row(intake, reading)
    yield from (SketchRow(page=page, shingle=shingle) for shingle in intake.sketch)
    yield from _report_rows(intake)
    yield from _statement_rows(intake)
    yield from _expectation_rows(intake.reading)
    for actor in (*intake.reading.actors, *intake.reading.entities):
        yield ActorRow(
            page=page,
            name=actor.name,
            kind=actor.kind.value,
            known=actor.known,
            record=encode(actor),
        )


def _article_row(intake: Intake, reading: int) -> ArticleRow:
    article = intake.reading.article
    return ArticleRow(
        page=intake.page.sha256,
        reading=reading,
        title=article.title,
        outlet=article.outlet.value if article.outlet else None,
        wire=article.origin.value if article.origin else None,
        published=article.published.value if article.published else None,
        day=article.published_day,
        updated=article.updated.value if article.updated else None,
        url=article.url,
        address=address_key(article.url),
        on_theme=intake.reading.on_theme,
        body=storable(article.text),
        letters=intake.letters,
        dirty=True,
    )


def _report_rows(intake: Intake) -> Iterator[Base]:
    for item in intake.reports:
        told = item.told
        yield ReportRow(
            id=told.anchor.text,
            page=told.anchor.page,
            local_id=told.report.id,
            type=told.report.type,
            date=told.report.date,
            record=encode(told),
        )
    for item in intake.reports:
        for key in item.keys:
            yield ReportKeyRow(report=item.told.anchor.text, key=key)


def _statement_rows(intake: Intake) -> Iterator[Base]:
    reading = intake.reading
    page, text = reading.article.sha256, reading.article.text
    occasions = {item.told.report.id: item.told.anchor.text for item in intake.reports}
    seen: set[str] = set()
    for statement in reading.statements:
        key = short_id("s", page, statement.span.start, statement.span.end, *statement.speaker)
        if key in seen:
            continue
        seen.add(key)
        yield StatementRow(
            id=key,
            page=page,
            local_id=statement.id,
            form=statement.form.value,
            date=statement.date,
            day=first_day(statement.date) or reading.article.published_day,
            text=storable(statement.span.of(text)),
            occasion=occasions.get(statement.occasion or ""),
            record=encode(statement),
        )
        for name in dict.fromkeys(statement.speaker):
            yield SpeakerRow(statement=key, name=name)


def _expectation_rows(reading: Reading) -> Iterator[Base]:
    page, text = reading.article.sha256, reading.article.text
    seen: set[str] = set()
    for item in reading.expectations:
        key = short_id("x", page, item.span.start, item.span.end, item.kind.value)
        if key in seen:
            continue
        seen.add(key)
        yield ExpectationRow(
            id=key,
            page=page,
            kind=item.kind.value,
            by=item.by,
            horizon=item.horizon,
            due=last_day(item.horizon),
            text=storable(item.span.of(text)),
            record=encode(item),
        )


def storable(text: str) -> str:
    """The text without NUL, which PostgreSQL does not take; places stay as they are."""
    return text.replace("\x00", " ")


def first_day(value: str | None) -> str | None:
    """First day of an EDTF date as an ISO string, or ``None``."""
    days = parse_or_none(value)
    return days.earliest.isoformat() if days is not None and days.start is not None else None


def last_day(value: str | None) -> str | None:
    """Last day of an EDTF date as an ISO string, or ``None``."""
    days = parse_or_none(value)
    return days.latest.isoformat() if days is not None and days.end is not None else None


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
