"""Queries about events: lists, density, facets and one event with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.counting import Profile
from haengbo.ledger.decisions import decisions_of, rejected_statements
from haengbo.ledger.dialects import Alternatives, begins_with
from haengbo.ledger.lines import event_lines, lines_by_id, page_refs, statement_lines
from haengbo.ledger.matching import conditions
from haengbo.ledger.records import decode
from haengbo.ledger.tables import (
    ArticleRow,
    CopyRow,
    EventIdRow,
    EventRow,
    EventVersionRow,
    RelationRow,
    ReportRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import (
    ChainStep,
    EventDetail,
    EventFilter,
    EventLine,
    EventTick,
    Listing,
    PageRef,
    RelatedEvent,
    ReportView,
)
from haengbo.model.collation import Relation, RelationKind, Told

#: So many events are sorted at once without being felt.
_FEW = 20_000


def list_events(
    session: Session,
    wanted: EventFilter,
    words: Sequence[Alternatives] | None,
    counted: Profile,
    *,
    number: int = 1,
    size: int = 50,
) -> Listing[EventLine]:
    """One page of the events that a filter leaves, which are counted; undated ones come last."""
    where = conditions(session, wanted, words)
    skipped = (number - 1) * size
    rows = _dated(session, wanted, where, counted.dated, skipped, size)
    if len(rows) < size and counted.undated:
        undated = select(EventRow).where(EventRow.day.is_(None), *where).order_by(EventRow.id)
        skipped = max(0, skipped - counted.dated)
        rows += session.scalars(undated.limit(size - len(rows)).offset(skipped)).all()
    return Listing(event_lines(session, rows), counted.total, number, size)


def listed(session: Session, ids: Sequence[str]) -> tuple[EventLine, ...]:
    """Lines of these events, in their order; one that is no more is left out."""
    found = lines_by_id(session, ids)
    return tuple(found[key] for key in ids if key in found)


def beside(
    session: Session, line: EventLine, *, newest_first: bool, size: int
) -> tuple[EventLine, ...]:
    """The next dated events of an event's channel, before it or after it, without counting all."""
    day = EventRow.day < line.day if newest_first else EventRow.day > line.day
    reached = EventRow.day <= line.day if newest_first else EventRow.day >= line.day
    channel = line.event.channel.value if line.event.channel else ""
    # Not the column itself: an index of channels would have all events of it sorted for these few
    same = func.coalesce(EventRow.channel, "") == channel
    rows = session.scalars(
        select(EventRow)
        .where(reached, or_(day, EventRow.id > line.id), same)
        .order_by(EventRow.day.desc() if newest_first else EventRow.day, EventRow.id)
        .limit(size)
    ).all()
    return event_lines(session, rows)


def _dated(
    session: Session,
    wanted: EventFilter,
    where: list[ColumnElement[bool]],
    many: int,
    skipped: int,
    size: int,
) -> list[EventRow]:
    """Events with a day: of few all are sorted, of many as many as are shown are walked to."""
    if skipped >= many:
        return []
    day = EventRow.day if many > _FEW else func.coalesce(EventRow.day, "")
    order = day.desc() if wanted.newest_first else day.asc()
    query = select(EventRow).where(EventRow.day.is_not(None), *where)
    return list(session.scalars(query.order_by(order, EventRow.id).limit(size).offset(skipped)))


def ticks(
    session: Session,
    wanted: EventFilter,
    words: Sequence[Alternatives] | None,
    months: tuple[str, str] | None = None,
) -> tuple[EventTick, ...]:
    """Dated events as a chart needs them, in order of the days.

    Args:
        session: Of the ledger.
        wanted: The filter.
        words: ``wanted.text`` after analysis; ``None`` where there is no text.
        months: The first and the last to give; all if omitted.
    """
    first, last = months or ("0000", "9999-12")
    rows = session.execute(
        select(EventRow.day, EventRow.date, EventRow.channel, EventRow.status)
        .where(EventRow.day.between(f"{first}-01", f"{last}-31"))
        .where(*conditions(session, wanted, words))
        .order_by(EventRow.day, EventRow.id)
    )
    return tuple(EventTick(day or "", date, channel, status) for day, date, channel, status in rows)


def resolve(session: Session, key: str) -> str | None:
    """The present id for any id that an event ever had, or a unique beginning of one."""
    row = session.get(EventIdRow, key)
    if row is None and len(key) > 3:  # noqa: PLR2004 - shorter beginnings are rarely unique
        near = session.scalars(
            select(EventIdRow).where(begins_with(session, EventIdRow.id, key)).limit(2)
        ).all()
        row = near[0] if len(near) == 1 else None
    return row.target if row is not None else None


def event_detail(session: Session, key: str) -> EventDetail | None:
    """One event by any id that it ever had."""
    present = resolve(session, key)
    if present is None:
        return None
    line = lines_by_id(session, [present]).get(present)
    if line is None:
        return None
    former = session.scalars(
        select(EventIdRow.id)
        .where(EventIdRow.target == present, EventIdRow.id != present)
        .order_by(EventIdRow.id)
    )
    versions = session.scalars(
        select(EventVersionRow.since)
        .where(EventVersionRow.event == present)
        .order_by(EventVersionRow.since)
    )
    return EventDetail(
        line,
        key if key != present and not present.startswith(key) else None,
        tuple(former),
        reports_of(session, [present])[present],
        _statements(session, present),
        _related(session, present),
        decisions_of(session, present),
        tuple(versions),
        reports_of(session, [present], earlier=True)[present],
    )


def reports_of(
    session: Session, events: Sequence[str], *, earlier: bool = False
) -> dict[str, tuple[ReportView, ...]]:
    """Reports of several events, each by origin, then by day.

    Args:
        session: Of the ledger.
        events: Present ids.
        earlier: Those of earlier versions of articles, which do not count, instead of the others.
    """
    rows: list[ReportRow] = []
    for part in chunks(events):
        query = select(ReportRow).where(ReportRow.event.in_(part), ReportRow.earlier.is_(earlier))
        rows.extend(session.scalars(query))
    told = [decode(row.record, Told) for row in rows]
    pages = list(dict.fromkeys(item.anchor.page for item in told))
    copied = _copied(session, pages)
    refs = page_refs(session, {*pages, *copied.values()})
    if earlier:
        # Their address is the newest version's name: they are called by their hash
        refs = {sha: replace(ref, name=sha) for sha, ref in refs.items()}
    texts = _texts(session, pages)
    views: dict[str, list[ReportView]] = {event: [] for event in events}
    for row, item in zip(rows, told, strict=True):
        text = texts.get(item.anchor.page, "")
        views[row.event or ""].append(_report_view(row, item, text, refs, copied))
    return {event: tuple(sorted(found, key=_report_order)) for event, found in views.items()}


def _copied(session: Session, pages: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in chunks(pages):
        rows = session.execute(select(CopyRow.page, CopyRow.of).where(CopyRow.page.in_(part)))
        found.update((page, of) for page, of in rows)
    return found


def _report_order(view: ReportView) -> tuple[str, str, str, str]:
    root = view.chain[0].name if view.chain else view.page.wire or view.page.outlet or ""
    return (root, view.page.day or "9999", view.page.name, view.local_id)


def _texts(session: Session, pages: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in chunks(pages):
        rows = session.execute(
            select(ArticleRow.page, ArticleRow.body).where(ArticleRow.page.in_(part))
        )
        found.update((page, body) for page, body in rows)
    return found


def _report_view(
    row: ReportRow, told: Told, text: str, refs: dict[str, PageRef], copied: dict[str, str]
) -> ReportView:
    report = told.report
    of = copied.get(told.anchor.page)
    return ReportView(
        page=refs[told.anchor.page],
        local_id=report.id,
        status=report.status.value,
        date=report.date,
        place=report.place,
        participants=tuple(p.name for p in report.participants),
        chain=tuple(ChainStep(link.name, link.span.of(text)) for link in report.chain),
        evidence=told.evidence,
        spans=tuple((span.start, span.end) for span in report.evidence),
        sentence=told.sentence,
        rule=report.rule,
        confidence=report.confidence,
        score=row.score or 0.0,
        reasons=decode(row.reasons, tuple[str, ...]) if row.reasons else (),
        copy_of=refs.get(of) if of else None,
    )


def _statements(session: Session, event: str) -> tuple[Any, ...]:
    reports = select(ReportRow.id).where(ReportRow.event == event)
    rows = session.scalars(
        select(StatementRow)
        .where(
            StatementRow.occasion.in_(reports),
            StatementRow.id.not_in(rejected_statements(session)),
            StatementRow.page.not_in(superseded()),
        )
        .order_by(StatementRow.day.is_(None), StatementRow.day, StatementRow.page, StatementRow.id)
    ).all()
    return statement_lines(session, rows)


def _related(session: Session, event: str) -> tuple[RelatedEvent, ...]:
    rows = session.scalars(
        select(RelationRow)
        .where(RelationRow.event == event)
        .order_by(RelationRow.kind, RelationRow.other)
    ).all()
    lines = lines_by_id(session, (row.other for row in rows))
    return tuple(
        RelatedEvent(
            Relation(event, RelationKind(row.kind), row.other, row.reason), lines[row.other]
        )
        for row in rows
        if row.other in lines
    )
