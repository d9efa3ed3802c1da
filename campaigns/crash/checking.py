"""A ledger that something happened to → what is wrong with it: sentences, none if all is well."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from haengbo.ledger.tables import (
    ArticleRow,
    EventCountRow,
    EventRow,
    EventVersionRow,
    PartCountRow,
    ReadingRow,
    ReportRow,
)

_SEARCH_TWICE = {
    "sqlite": "SELECT count(*) - count(DISTINCT page) FROM search",
    "postgresql": "SELECT count(*) - count(DISTINCT page) FROM search",
}
_SEARCH_LOST = {
    "sqlite": "SELECT count(*) FROM search s LEFT JOIN articles a ON a.reading = s.rowid"
    " WHERE a.page IS NULL OR a.page <> s.page",
    "postgresql": "SELECT count(*) FROM search s LEFT JOIN articles a ON a.page = s.page"
    " WHERE a.page IS NULL",
}


def faults(session: Session) -> list[str]:
    """What must never be so, at any instant."""
    return [*_of_the_file(session), *_of_the_rows(session), *_of_the_counts(session)]


def _of_the_file(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name != "sqlite":
        return
    said = session.execute(text("PRAGMA integrity_check")).scalar()
    if said != "ok":
        yield f"integrity_check: {said}"
    if session.execute(text("PRAGMA foreign_key_check")).first():
        yield "foreign_key_check: a row refers to none"


def check_index(session: Session) -> None:
    """Have SQLite compare its full-text index with its rows; needs a session that writes.

    Raises:
        SQLAlchemyError: They differ.
    """
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search (search) VALUES ('integrity-check')"))


def _of_the_rows(session: Session) -> Iterator[str]:
    dialect = session.get_bind().dialect.name
    numbers = {
        "pages with two present readings": _groups(session, ReadingRow.page, ReadingRow.superseded),
        "events with two present states": _groups(
            session, EventVersionRow.event, EventVersionRow.until
        ),
        "pages indexed twice": session.scalar(text(_SEARCH_TWICE[dialect])),
        "indexed pages without an article": session.scalar(text(_SEARCH_LOST[dialect])),
        "articles whose reading is not the present one": session.scalar(
            select(func.count())
            .select_from(ArticleRow)
            .join(ReadingRow, ReadingRow.id == ArticleRow.reading)
            .where(ReadingRow.superseded.is_not(None))
        ),
        "reports of events that are not there": session.scalar(
            select(func.count())
            .select_from(ReportRow)
            .where(ReportRow.event.is_not(None), ReportRow.event.not_in(select(EventRow.id)))
        ),
        "events whose present state is not recorded": session.scalar(
            select(func.count())
            .select_from(EventRow)
            .outerjoin(
                EventVersionRow,
                (EventVersionRow.event == EventRow.id) & EventVersionRow.until.is_(None),
            )
            .where(EventVersionRow.record.is_distinct_from(EventRow.record))
        ),
    }
    yield from (f"{what}: {number}" for what, number in numbers.items() if number)


def _groups(session: Session, one: object, ended: object) -> int:
    """How many have more than one row that has not ended."""
    many = (
        select(one).where(ended.is_(None)).group_by(one).having(func.count() > 1)  # type: ignore[attr-defined,call-overload]
    )
    return session.scalar(select(func.count()).select_from(many.subquery())) or 0


def _of_the_counts(session: Session) -> Iterator[str]:
    """The counts that the site shows must be those of the events."""
    for counts, expected in (
        (EventCountRow, select(func.count()).select_from(EventRow)),
        (PartCountRow, select(func.count()).select_from(text("event_parts"))),
    ):
        counted = session.scalar(select(func.sum(counts.events))) or 0
        there = session.scalar(expected) or 0
        if counted != there:
            yield f"{counts.__tablename__} count {counted} of {there}"
