"""Rows → the small view records that lists are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.records import decode
from haengbo.ledger.tables import ArticleRow, EventRow, PageRow, ReportRow, StatementRow
from haengbo.ledger.views import EventLine, PageRef, StatementLine
from haengbo.model.collation import Event
from haengbo.model.reading import Statement


def page_refs(session: Session, pages: Iterable[str]) -> dict[str, PageRef]:
    """References to pages, by hash."""
    refs: dict[str, PageRef] = {}
    for part in chunks(pages):
        rows = session.execute(
            select(PageRow.sha256, PageRow.name, ArticleRow)
            .outerjoin(ArticleRow, ArticleRow.page == PageRow.sha256)
            .where(PageRow.sha256.in_(part))
        )
        for sha, name, article in rows:
            refs[sha] = _page_ref(sha, name, article)
    return refs


def _page_ref(sha: str, name: str, article: ArticleRow | None) -> PageRef:
    if article is None:
        return PageRef(sha, name, None, None, None, None, None)
    return PageRef(sha, name, article.title, article.outlet, article.wire, article.day, article.url)


def event_lines(session: Session, rows: Sequence[EventRow]) -> tuple[EventLine, ...]:
    """Lines of events, in the order of the rows."""
    events = [decode(row.record, Event) for row in rows]
    refs = page_refs(session, (event.sentence_at.page for event in events))
    return tuple(
        EventLine(
            event,
            row.day,
            refs[event.sentence_at.page],
            row.pages,
            row.origins,
            row.voices,
            row.decided,
        )
        for row, event in zip(rows, events, strict=True)
    )


def lines_by_id(session: Session, ids: Iterable[str]) -> dict[str, EventLine]:
    """Lines of the events with these (present) ids."""
    rows: list[EventRow] = []
    for part in chunks(ids):
        rows.extend(session.scalars(select(EventRow).where(EventRow.id.in_(part))))
    return {line.id: line for line in event_lines(session, rows)}


def statement_lines(session: Session, rows: Sequence[StatementRow]) -> tuple[StatementLine, ...]:
    """Lines of statements, in the order of the rows."""
    refs = page_refs(session, (row.page for row in rows))
    occasions = {row.occasion for row in rows if row.occasion is not None}
    events: dict[str, str] = {}
    for part in chunks(occasions):
        found = session.execute(select(ReportRow.id, ReportRow.event).where(ReportRow.id.in_(part)))
        events.update((report, event) for report, event in found if event is not None)
    labels = {key: line.label_ko for key, line in lines_by_id(session, events.values()).items()}
    return tuple(_statement_line(row, refs[row.page], events, labels) for row in rows)


def _statement_line(
    row: StatementRow, page: PageRef, events: dict[str, str], labels: dict[str, str]
) -> StatementLine:
    statement = decode(row.record, Statement)
    event = events.get(row.occasion or "")
    return StatementLine(
        row.id,
        row.text,
        statement,
        page,
        tuple(link.name for link in statement.chain),
        event,
        labels.get(event or ""),
        row.day,
    )
