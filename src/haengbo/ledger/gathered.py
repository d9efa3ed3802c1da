"""Events that an engine made of all pages of a ledger → its rows, all at once.

Comes in: events, relations, copies and versions of exactly the pages that the ledger holds, none of
which was collated. Goes out: what ``joining.store`` would have written piece by piece, by COPY on
PostgreSQL. Invariant: one transaction; a ledger in which anything was collated or decided is
left to those who look at what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Boolean, Column, Float, MetaData, Table, Text, func, select, update
from sqlalchemy.orm import Session

from haengbo.ledger.counting import recount
from haengbo.ledger.dialects import insert_rows
from haengbo.ledger.joining import Run, event_values, part_values, started
from haengbo.ledger.keying import note_keys
from haengbo.ledger.records import encode
from haengbo.ledger.tables import (
    ArticleRow,
    Base,
    CopyRow,
    DecisionRow,
    EventIdRow,
    EventPartRow,
    EventRow,
    EventVersionRow,
    PageRow,
    RelationRow,
    ReportRow,
    VersionRow,
)
from haengbo.model.collation import CopyLink, Event, Relation
from haengbo.model.version import Version

T = TypeVar("T")
Row = dict[str, Any]
#: Events, or rows of other kinds, that are held at once.
_AT_ONCE = 5_000
#: Where reports go, for as long as the transaction lasts.
_PLACED = Table(
    "placed",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("event", Text),
    Column("score", Float),
    Column("reasons", Text),
    Column("earlier", Boolean),
    prefixes=["TEMPORARY"],
)


def is_untouched(session: Session, pages: int) -> bool:
    """Whether a ledger holds so many pages, of which none was collated, and no decision."""
    there = session.scalar(select(func.count()).select_from(PageRow))
    seen = select(ArticleRow.page).where(ArticleRow.dirty.is_(False)).limit(1)
    touched = [session.scalar(select(table).limit(1)) for table in (EventRow.id, DecisionRow.id)]
    return there == pages and session.scalar(seen) is None and touched == [None, None]


def put_events(session: Session, events: Iterable[Event], run: Run) -> None:
    """Store all events of a ledger that has none, with their reports, ids and first versions.

    Args:
        session: In a transaction.
        events: Every report that was not rejected is a member of exactly one.
        run: About their collation.
    """
    collation = started(session, run)
    connection = session.connection()
    _PLACED.create(connection)
    for part in _parts(events):
        _insert(session, EventRow, [event_values(event) for event in part])
        _insert(session, EventPartRow, [row for event in part for row in part_values(event)])
        _insert(session, EventVersionRow, [_version(e, collation.made, collation.id) for e in part])
        _insert(session, EventIdRow, [_id(event, collation.made) for event in part])
        insert_rows(connection, _PLACED, [row for event in part for row in _members(event)])
    there = ReportRow.__table__
    session.execute(
        update(there)  # type: ignore[arg-type]
        .where(there.c.id == _PLACED.c.id)
        .values({name: _PLACED.c[name] for name in ("event", "score", "reasons", "earlier")})
    )
    _PLACED.drop(connection)
    recount(session)


def put_copies(session: Session, copies: Iterable[tuple[str, CopyLink]]) -> None:
    """Store who copied whom."""
    for part in _parts(copies):
        _insert(
            session,
            CopyRow,
            [
                {"page": c.page, "of": c.of, "root": root, "score": c.score, "reason": c.reason}
                for root, c in part
            ],
        )


def put_versions(session: Session, versions: Iterable[Version]) -> None:
    """Store which pages are captures of one article."""
    for part in _parts(versions):
        _insert(
            session,
            VersionRow,
            [
                {"page": v.page, "article": v.article, "number": v.number, "present": v.present}
                for v in part
            ],
        )


def put_relations(session: Session, relations: Iterable[Relation]) -> None:
    """Store which events belong together."""
    for part in _parts(relations):
        rows = [
            {"event": r.event, "other": r.other, "kind": r.kind.value, "reason": r.reason}
            for r in part
        ]
        _insert(session, RelationRow, rows)


def settle(session: Session, keys: str) -> None:
    """Say that all pages were collated, by reports with keys of this kind."""
    session.execute(update(ArticleRow).values(dirty=False))
    note_keys(session, keys)


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    given = iter(items)
    while part := list(islice(given, _AT_ONCE)):
        yield part


def _insert(session: Session, kind: type[Base], rows: list[Row]) -> None:
    if rows:
        insert_rows(session.connection(), Base.metadata.tables[kind.__tablename__], rows)


def _version(event: Event, made: str, run: int) -> Row:
    return {"event": event.id, "since": made, "until": None, "run": run, "record": encode(event)}


def _id(event: Event, made: str) -> Row:
    anchor = min(member.anchor for member in event.members)
    return {
        "id": event.id,
        "page": anchor.page,
        "anchor": anchor.text,
        "target": event.id,
        "first_seen": made,
    }


def _members(event: Event) -> Iterator[Row]:
    for member in event.members:
        yield {
            "id": member.anchor.text,
            "event": event.id,
            "score": member.score,
            "reasons": encode(member.reasons),
            "earlier": member.earlier,
        }
