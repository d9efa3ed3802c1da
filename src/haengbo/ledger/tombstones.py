"""A page whose words are taken out → what it told, in nobody's words, with its reference.

Comes in: the present reading and reports of a page. Goes out: the same happenings with type, day,
place, participants and chain at the same anchors, so that events, their ids and what people decided
stand as before. Invariant: no word of the page's text is left: titles, sentences, quotations,
topics, statements and expectations go; outlet, day and address stay.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from haengbo.ledger.intake import mark_dirty, reading_values
from haengbo.ledger.records import decode, encode, now
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    ExpectationRow,
    ReadingRow,
    ReportRow,
    SketchRow,
    StatementRow,
)
from haengbo.model.article import Article, Stated
from haengbo.model.collation import ERASED, Told
from haengbo.model.decision import ADDED
from haengbo.model.reading import EventReport, Link, Reading

#: Rule of what a person had added to a page that was removed.
_REMOVED = "removed"


def keep_facts(session: Session, reading: Reading) -> None:
    """Put what a page told in the place of what it said; its events are looked at again.

    Args:
        session: In the transaction that removes the page; its readings are emptied already.
        reading: The one that held until now.
    """
    page = reading.article.sha256
    rows = session.scalars(select(ReportRow).where(ReportRow.page == page)).all()
    events = [row.event for row in rows if row.event is not None]
    for row in rows:
        row.record = encode(untold(decode(row.record, Told)))
    row_of_reading = ReadingRow(**reading_values(unworded(reading), now()))
    session.add(row_of_reading)
    session.flush()
    for table in (StatementRow, ExpectationRow, ActorRow, SketchRow):
        session.execute(delete(table).where(table.page == page))
    session.execute(
        update(ArticleRow)
        .where(ArticleRow.page == page)
        .values(reading=row_of_reading.id, title=None, address=None, body="", letters="")
    )
    others = session.scalars(select(ReportRow.page).where(ReportRow.event.in_(events)))
    mark_dirty(session, [page, *others])


def untold(told: Told) -> Told:
    """A report as collation sees it, without words of the page."""
    return replace(
        told,
        source=replace(told.source, title=None),
        report=_event(told.report),
        evidence=(ERASED,),
        sentence=ERASED,
        parts=tuple(replace(p, titles=(), surfaces=(), printed=None) for p in told.parts),
        figures=(),
        quotes=(),
    )


def unworded(reading: Reading) -> Reading:
    """A reading of which only the happenings are left, where they stood."""
    events = tuple(map(_event, reading.events))
    return Reading(
        reading.id,
        _article(reading.article, events),
        reading.code_version,
        reading.pack_version,
        on_theme=reading.on_theme,
        events=events,
    )


def _event(event: EventReport) -> EventReport:
    chain = tuple(Link(link.name, event.span, link.rule) for link in event.chain)
    # What somebody added is laid over a reading again and again, and its words are gone
    rule = _REMOVED if event.rule.startswith(ADDED) else event.rule
    return replace(event, topics=(), chain=chain, evidence=(event.span,), time=None, rule=rule)


def _article(article: Article, events: tuple[EventReport, ...]) -> Article:
    """The article's reference over blank text, as long as the spans need it."""
    text = [" "] * max((event.span.end for event in events), default=0)
    for event in events:
        room = event.span.end - event.span.start
        text[event.span.start : event.span.start + min(room, len(ERASED))] = ERASED[:room]
    return Article(
        article.page,
        article.sha256,
        article.media_type,
        "".join(text),
        (),
        outlet=_outside(article.outlet),
        origin=_outside(article.origin),
        published=_outside(article.published),
        updated=_outside(article.updated),
        url=article.url,
    )


def _outside(stated: Stated | None) -> Stated | None:
    return replace(stated, span=None) if stated is not None else None
