"""Lists piece by piece: what comes after a place in an order, whatever was added meanwhile.

Comes in: a filter and the place where the last piece ended (the sort key of its last item). Goes
out: a ``Piece``. Invariant: while the ledger does not change, the pieces put together are the
whole list, nothing twice; what is added in between moves nothing already seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.roles import ExpressionElementRole

from haengbo.ledger.actors import ACTING, actors_query
from haengbo.ledger.decisions import all_decisions, rejected_statements
from haengbo.ledger.dialects import Alternatives, holding
from haengbo.ledger.lines import event_lines, page_refs, statement_lines
from haengbo.ledger.matching import conditions
from haengbo.ledger.records import decode
from haengbo.ledger.searching import snippet, told
from haengbo.ledger.statements import statement_conditions
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    EventRow,
    ExpectationRow,
    ReadingRow,
    ReportRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import (
    ActorLine,
    DecisionView,
    EventFilter,
    EventLine,
    ExpectationLine,
    PageRef,
    Snippet,
    StatementFilter,
    StatementLine,
)
from haengbo.ledger.words import phrases_of
from haengbo.model.reading import Expectation

T = TypeVar("T")
#: Sort key of an item: text, number or nothing in each part.
Place = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A stretch of a list.

    Attributes:
        items: In order.
        total: Of the whole list.
        end: Where the next piece goes on, or ``None`` at the end of the list.
    """

    items: tuple[T, ...]
    total: int
    end: Place | None


@dataclass(frozen=True, slots=True)
class ExpectationFilter:
    """Which expectations; empty tuples and ``None`` do not restrict.

    Attributes:
        kinds: forecast, plan, pledge.
        who: Names that hold or receive it, or its holder's institute; it must have **all**.
        since: ISO day; what falls due before it is left out.
        until: ISO day; what falls due after it is left out.
        text: Part of its words.
    """

    kinds: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class PageFilter:
    """Which pages.

    Attributes:
        who: Names that a page must hold, **all** of them.
        outlets: Outlets, or-ed.
        since: ISO day of publication.
        until: ISO day of publication.
        text: Words and quoted phrases that it must hold.
    """

    who: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page in a list: the reference, and how many events it reports."""

    page: PageRef
    events: int


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading in a list: of which page, by what, when, and until when it held."""

    id: int
    page: PageRef
    code_version: str
    pack_version: str
    made: str
    superseded: str | None


#: A column, and whether the greatest comes first; ``None`` always comes last.
Sort = tuple[Any, bool]


def _beyond(sorts: Sequence[Sort], place: Place) -> ColumnElement[bool]:
    """What comes after a place: the first part that differs decides."""
    options: list[ColumnElement[bool]] = []
    same: list[ColumnElement[bool]] = []
    for (column, falling), value in zip(sorts, place, strict=True):
        if value is None:
            same.append(column.is_(None))
            continue
        later = column < value if falling else column > value
        options.append(and_(*same, or_(later, column.is_(None))))
        same.append(column == value)
    return or_(false(), *options)


def _ordered(sorts: Sequence[Sort]) -> list[ExpressionElementRole[Any]]:
    parts: list[ExpressionElementRole[Any]] = []
    for column, falling in sorts:
        parts += [column.is_(None), column.desc() if falling else column.asc()]
    return parts


def _rows(
    session: Session,
    query: Any,  # noqa: ANN401 - a select; its type lists its columns
    sorts: Sequence[Sort],
    *,
    after: Place | None,
    size: int,
    grouped: bool = False,
) -> tuple[list[Any], int]:
    """One row more than asked for, so that the end is known; and the length of the whole list."""
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    if after is not None:
        limits = _beyond(sorts, after)
        query = query.having(limits) if grouped else query.where(limits)
    query = query.order_by(*_ordered(sorts)).limit(size + 1)
    return list(session.execute(query).all()), total


def _end(rows: Sequence[Any], size: int, key: Callable[[Any], Place]) -> Place | None:
    return key(rows[size - 1]) if len(rows) > size else None


def events_after(
    session: Session,
    wanted: EventFilter,
    words: Sequence[Alternatives] | None,
    *,
    after: Place | None = None,
    size: int = 50,
) -> Piece[EventLine]:
    """Events of a filter after a place (day, id); undated ones last.

    Args:
        session: To read with.
        wanted: The filter.
        words: ``wanted.text`` after analysis; ``None`` where there is no text.
        after: ``end`` of the piece before.
        size: At most so many.
    """
    sorts = [(EventRow.day, wanted.newest_first), (EventRow.id, False)]
    query = select(EventRow.id, EventRow.day).where(*conditions(session, wanted, words))
    rows, total = _rows(session, query, sorts, after=after, size=size)
    ids = [row.id for row in rows[:size]]
    found = {r.id: r for r in session.scalars(select(EventRow).where(EventRow.id.in_(ids)))}
    items = event_lines(session, [found[key] for key in ids])
    return Piece(items, total, _end(rows, size, lambda row: (row.day, row.id)))


def statements_after(
    session: Session, wanted: StatementFilter, *, after: Place | None = None, size: int = 50
) -> Piece[StatementLine]:
    """Statements of a filter after a place (day, page, id); undated ones last."""
    sorts = [
        (StatementRow.day, wanted.newest_first),
        (StatementRow.page, False),
        (StatementRow.id, False),
    ]
    query = select(StatementRow.id, StatementRow.day, StatementRow.page).where(
        *statement_conditions(wanted),
        StatementRow.id.not_in(rejected_statements(session)),
        StatementRow.page.not_in(superseded()),
    )
    rows, total = _rows(session, query, sorts, after=after, size=size)
    ids = [row.id for row in rows[:size]]
    known = {r.id: r for r in session.scalars(select(StatementRow).where(StatementRow.id.in_(ids)))}
    items = statement_lines(session, [known[key] for key in ids])
    return Piece(items, total, _end(rows, size, lambda row: (row.day, row.page, row.id)))


def _expected(wanted: ExpectationFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [ExpectationRow.page.not_in(superseded())]
    if wanted.kinds:
        found.append(ExpectationRow.kind.in_(wanted.kinds))
    for name in wanted.who:
        # The record is JSON as msgspec writes it, so that a name has one spelling
        said = json.dumps(name, ensure_ascii=False)
        inside = [
            ExpectationRow.record.contains(f'"{field}":{said}', autoescape=True)
            for field in ("to", "affiliation")
        ]
        found.append(or_(ExpectationRow.by == name, *inside))
    if wanted.since:
        found.append(ExpectationRow.due >= wanted.since)
    if wanted.until:
        found.append(ExpectationRow.due <= wanted.until)
    if wanted.text:
        found.append(ExpectationRow.text.contains(wanted.text, autoescape=True))
    return found


def expectations_after(
    session: Session, wanted: ExpectationFilter, *, after: Place | None = None, size: int = 50
) -> Piece[ExpectationLine]:
    """Expectations after a place (due, id), those due soonest first; without horizon last."""
    sorts = [(ExpectationRow.due, False), (ExpectationRow.id, False)]
    query = select(ExpectationRow.id, ExpectationRow.due).where(*_expected(wanted))
    rows, total = _rows(session, query, sorts, after=after, size=size)
    items = expectations_by_id(session, [row.id for row in rows[:size]])
    return Piece(items, total, _end(rows, size, lambda row: (row.due, row.id)))


def expectations_by_id(session: Session, ids: Sequence[str]) -> tuple[ExpectationLine, ...]:
    """The expectations with these ids, in this order; unknown ids are passed over."""
    rows = {
        row.id: row
        for row in session.scalars(select(ExpectationRow).where(ExpectationRow.id.in_(ids)))
    }
    refs = page_refs(session, (row.page for row in rows.values()))
    return tuple(
        ExpectationLine(row.id, row.text, decode(row.record, Expectation), refs[row.page], row.due)
        for row in (rows[key] for key in ids if key in rows)
    )


def statements_by_id(session: Session, ids: Sequence[str]) -> tuple[StatementLine, ...]:
    """The statements with these ids, in this order; rejected and unknown ones are passed over."""
    rejected = rejected_statements(session)
    rows = {
        row.id: row
        for row in session.scalars(select(StatementRow).where(StatementRow.id.in_(ids)))
        if row.id not in rejected
    }
    return statement_lines(session, [rows[key] for key in ids if key in rows])


def _on_pages(
    session: Session, wanted: PageFilter, words: Sequence[Alternatives] | None
) -> list[ColumnElement[bool]]:
    naming = [
        ArticleRow.page.in_(select(ActorRow.page).where(ActorRow.name == name))
        for name in wanted.who
    ]
    found: list[ColumnElement[bool]] = [*naming]
    if wanted.outlets:
        found.append(ArticleRow.outlet.in_(wanted.outlets))
    if wanted.since:
        found.append(ArticleRow.day >= wanted.since)
    if wanted.until:
        found.append(ArticleRow.day <= wanted.until)
    if words is not None:
        found.append(holding(session.get_bind().dialect, words))
    phrases = phrases_of(wanted.text or "")
    return [*found, *(ArticleRow.body.contains(phrase, autoescape=True) for phrase in phrases)]


def pages_after(
    session: Session,
    wanted: PageFilter,
    words: Sequence[Alternatives] | None,
    *,
    after: Place | None = None,
    size: int = 50,
) -> Piece[PageLine]:
    """Pages after a place (day, hash), newest first; undated ones last."""
    sorts = [(ArticleRow.day, True), (ArticleRow.page, False)]
    query = select(ArticleRow.page, ArticleRow.day).where(*_on_pages(session, wanted, words))
    rows, total = _rows(session, query, sorts, after=after, size=size)
    pages = [row.page for row in rows[:size]]
    refs = page_refs(session, pages)
    counted = session.execute(
        select(ReportRow.page, func.count(func.distinct(ReportRow.event)))
        .where(ReportRow.page.in_(pages))
        .group_by(ReportRow.page)
    )
    events: dict[str, int] = {page: number for page, number in counted}  # noqa: C416 - typed rows
    items = tuple(PageLine(refs[page], events.get(page, 0)) for page in pages)
    return Piece(items, total, _end(rows, size, lambda row: (row.day, row.page)))


def snippets_of(session: Session, pages: Sequence[str], forms: Sequence[str]) -> dict[str, Snippet]:
    """What to show of each page: around the first of these words, else its beginning."""
    return {page: snippet(text, forms) for page, text in told(session, pages).items()}


def readings_after(
    session: Session, *, page: str | None = None, after: Place | None = None, size: int = 50
) -> Piece[ReadingLine]:
    """Readings after a number, newest first.

    Args:
        session: To read with.
        page: Hash of the page; of all pages if omitted.
        after: ``end`` of the piece before.
        size: At most so many.
    """
    columns = (
        *(ReadingRow.id, ReadingRow.page, ReadingRow.code_version, ReadingRow.pack_version),
        *(ReadingRow.made, ReadingRow.superseded),
    )
    where = [ReadingRow.page == page] if page is not None else []
    sorts = [(ReadingRow.id, True)]
    rows, total = _rows(session, select(*columns).where(*where), sorts, after=after, size=size)
    refs = page_refs(session, (row.page for row in rows))
    items = tuple(
        ReadingLine(
            row.id, refs[row.page], row.code_version, row.pack_version, row.made, row.superseded
        )
        for row in rows[:size]
    )
    return Piece(items, total, _end(rows, size, lambda row: (row.id,)))


def actors_after(
    session: Session,
    *,
    kinds: Sequence[str] = ACTING,
    text: str | None = None,
    after: Place | None = None,
    size: int = 50,
) -> Piece[ActorLine]:
    """Actors after a place (events, pages, name), those with most events first.

    Args:
        session: To read with.
        kinds: Which kinds.
        text: Part of the name.
        after: ``end`` of the piece before.
        size: At most so many.
    """
    query, sorts = actors_query(kinds, text)
    rows, total = _rows(session, query, sorts, after=after, size=size, grouped=True)
    items = tuple(ActorLine(*row) for row in rows[:size])
    return Piece(items, total, _end(rows, size, lambda row: (row[3], row[2], row[0])))


def decisions_after(
    session: Session,
    *,
    kinds: Sequence[str] = (),
    event: str | None = None,
    after: Place | None = None,
    size: int = 50,
) -> Piece[DecisionView]:
    """Decisions of people after a number, newest first.

    Args:
        session: To read with.
        kinds: Which kinds; all if empty.
        event: Id of the event that they concerned when they were made.
        after: ``end`` of the piece before.
        size: At most so many.
    """
    every = [
        view
        for view in all_decisions(session)
        if (not kinds or view.kind in kinds) and (event is None or view.event == event)
    ]
    last = after[0] if after else None
    left = [v for v in every if last is None or v.id < int(last)]
    items = tuple(left[:size])
    return Piece(items, len(every), (items[-1].id,) if len(left) > size else None)
