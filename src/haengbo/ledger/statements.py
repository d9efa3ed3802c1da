"""Queries about statements and expectations."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.decisions import rejected_statements
from haengbo.ledger.dialects import Alternatives, holding, number_holding
from haengbo.ledger.lines import page_refs, statement_lines
from haengbo.ledger.records import decode
from haengbo.ledger.tables import (
    ArticleRow,
    ExpectationRow,
    ReportRow,
    SpeakerRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import ExpectationLine, Listing, StatementFilter, StatementLine
from haengbo.model.reading import Expectation

#: Pages that hold the words of a search; with more, statements are walked through, newest first.
_MANY = 20_000
#: Statements whose words are compared at once: few at first.
_FIRST, _MOST = 50, 800


def statement_conditions(wanted: StatementFilter) -> list[ColumnElement[bool]]:
    """What a statement's row must satisfy, rejected ones aside."""
    found: list[ColumnElement[bool]] = []
    if wanted.who:
        said = select(SpeakerRow.statement).where(SpeakerRow.name.in_(wanted.who))
        found.append(StatementRow.id.in_(said))
    if wanted.forms:
        found.append(StatementRow.form.in_(wanted.forms))
    if wanted.since:
        found.append(StatementRow.day >= wanted.since)
    if wanted.until:
        found.append(StatementRow.day <= wanted.until)
    if wanted.text:
        found.append(StatementRow.text.contains(wanted.text, autoescape=True))
    if wanted.toward:
        # The record is JSON as msgspec writes it, so that a stance has one spelling
        found.append(StatementRow.record.contains(f'"toward":"{wanted.toward}"', autoescape=True))
    if wanted.event:
        reports = select(ReportRow.id).where(ReportRow.event == wanted.event)
        found.append(StatementRow.occasion.in_(reports))
    return found


def list_statements(
    session: Session, wanted: StatementFilter, *, number: int = 1, size: int = 50
) -> Listing[StatementLine]:
    """One page of the statements that a filter leaves."""
    where = [
        *statement_conditions(wanted),
        StatementRow.id.not_in(rejected_statements(session)),
        StatementRow.page.not_in(superseded()),
    ]
    total = session.scalar(select(func.count()).select_from(StatementRow).where(*where)) or 0
    day = StatementRow.day.desc() if wanted.newest_first else StatementRow.day.asc()
    rows = session.scalars(
        select(StatementRow)
        .where(*where)
        .order_by(StatementRow.day.is_(None), day, StatementRow.page, StatementRow.id)
        .limit(size)
        .offset((number - 1) * size)
    ).all()
    return Listing(statement_lines(session, rows), total, number, size)


def said_with(
    session: Session,
    words: Sequence[Alternatives],
    written: Sequence[Sequence[str]],
    phrases: Sequence[str],
    size: int,
) -> tuple[StatementLine, ...]:
    """The newest statements that hold all the words themselves, not only their pages.

    Args:
        session: Of the ledger.
        words: As they are looked for in pages: what the index can rule out is not read.
        written: For each word the ways to write it.
        phrases: What must stand as it is.
        size: At most so many.
    """
    if not words or not written:
        return ()
    many = number_holding(session, words) > _MANY
    there = select(ArticleRow.page).where(holding(session.get_bind().dialect, words, walked=many))
    page = (
        there.where(ArticleRow.page == StatementRow.page).exists()
        if many
        else StatementRow.page.in_(there)
    )
    rows = session.scalars(
        select(StatementRow)
        .where(page, *_saying(session, written, phrases))
        .order_by(StatementRow.day.desc().nulls_last(), StatementRow.id)
        .limit(size)
    ).all()
    return statement_lines(session, rows)


def said_among(
    session: Session,
    ids: Sequence[str],
    written: Sequence[Sequence[str]],
    phrases: Sequence[str],
    size: int,
) -> tuple[StatementLine, ...]:
    """The same of statements that are given, newest first: no more are read than are needed."""
    found: list[StatementRow] = []
    start, step = 0, _FIRST
    while written and start < len(ids) and len(found) < size:
        part = ids[start : start + step]
        where = StatementRow.id.in_(part), *_saying(session, written, phrases)
        rows = {row.id: row for row in session.scalars(select(StatementRow).where(*where))}
        found += [rows[key] for key in part if key in rows]
        start, step = start + step, min(2 * step, _MOST)
    return statement_lines(session, found[:size])


def _saying(
    session: Session, written: Sequence[Sequence[str]], phrases: Sequence[str]
) -> list[ColumnElement[bool]]:
    text = StatementRow.text
    return [
        *(or_(*(text.contains(form, autoescape=True) for form in one)) for one in written),
        *(text.contains(phrase, autoescape=True) for phrase in phrases),
        StatementRow.id.not_in(rejected_statements(session)),
        StatementRow.page.not_in(superseded()),
    ]


def list_expectations(
    session: Session, *, kinds: tuple[str, ...] = (), number: int = 1, size: int = 50
) -> Listing[ExpectationLine]:
    """One page of the expectations, those due soonest first; without horizon last."""
    where = [ExpectationRow.page.not_in(superseded())]
    where += [ExpectationRow.kind.in_(kinds)] if kinds else []
    total = session.scalar(select(func.count()).select_from(ExpectationRow).where(*where)) or 0
    rows = session.scalars(
        select(ExpectationRow)
        .where(*where)
        .order_by(ExpectationRow.due.is_(None), ExpectationRow.due, ExpectationRow.id)
        .limit(size)
        .offset((number - 1) * size)
    ).all()
    return Listing(_expectation_lines(session, rows), total, number, size)


def expectations_by_id(session: Session, ids: Collection[str]) -> tuple[ExpectationLine, ...]:
    """The expectations with these ids, those due soonest first."""
    rows: list[ExpectationRow] = []
    for part in chunks(ids):
        rows += session.scalars(select(ExpectationRow).where(ExpectationRow.id.in_(part)))
    return _expectation_lines(session, sorted(rows, key=lambda row: (row.due or "9999", row.id)))


def _expectation_lines(
    session: Session, rows: Sequence[ExpectationRow]
) -> tuple[ExpectationLine, ...]:
    refs = page_refs(session, (row.page for row in rows))
    return tuple(
        ExpectationLine(row.id, row.text, decode(row.record, Expectation), refs[row.page], row.due)
        for row in rows
    )
