"""What analysis asks of a whole ledger → narrow records, one query each.

Views of lists carry everything that a page of the site shows; whoever goes through a hundred
thousand statements needs four columns of them. Invariant: the same statements, events and pages
as the lists give, rejected and superseded ones left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from haengbo.ledger.decisions import rejected_statements
from haengbo.ledger.statements import statement_conditions
from haengbo.ledger.tables import (
    ArticleRow,
    EventPartRow,
    EventRow,
    PageRow,
    ReadingRow,
    ReportRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import StatementFilter

_AT_ONCE = 2_000
#: As a record begins its list of remarks on wordings when there is one.
_REMARKING = '%"wording_changes": [{%'


class _Speakers(msgspec.Struct):
    speaker: tuple[str, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement as one who compares texts needs it.

    Attributes:
        day: ISO day, of the statement or of its page; ``None`` where neither has one.
        date: EDTF of the statement itself.
        speaker: Who said it.
        page: Name of the page.
        text: The words.
        event: At which it was made.
    """

    day: str | None
    date: str | None
    speaker: tuple[str, ...]
    page: str
    text: str
    event: str | None


def spoken(session: Session, wanted: StatementFilter | None = None) -> Iterator[Spoken]:
    """The statements that a filter leaves, newest first, in the order of the list."""
    wanted = wanted or StatementFilter()
    rows = session.execute(
        select(
            *(StatementRow.day, StatementRow.text, StatementRow.record),
            *(PageRow.name, ReportRow.event),
        )
        .join(PageRow, PageRow.sha256 == StatementRow.page)
        .outerjoin(ReportRow, ReportRow.id == StatementRow.occasion)
        .where(
            *statement_conditions(wanted),
            StatementRow.id.not_in(rejected_statements(session)),
            StatementRow.page.not_in(superseded()),
        )
        .order_by(
            *(StatementRow.day.is_(None), StatementRow.day.desc()),
            *(StatementRow.page, StatementRow.id),
        ),
        execution_options={"yield_per": _AT_ONCE},
    )
    decoder = msgspec.json.Decoder(_Speakers)
    for day, text, record, page, event in rows:
        said = decoder.decode(record)
        yield Spoken(day, said.date, said.speaker, page, text, event)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at an event: name, kind and state as far as known."""

    name: str
    kind: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event as one who asks who was with whom needs it."""

    id: str
    day: str | None
    participants: tuple[Present, ...]


def gatherings(
    session: Session, statuses: Sequence[str] = (), since: str = "", until: str = ""
) -> Iterator[Gathering]:
    """Events with those present, by id.

    Args:
        session: Of the ledger.
        statuses: Only of these; of all if empty.
        since: ISO day; events of before and those without a day are left out.
        until: The same for those of after.
    """
    where: list[ColumnElement[bool]] = [EventRow.status.in_(statuses)] if statuses else []
    where += [EventRow.day >= since] if since else []
    where += [EventRow.day <= until] if until else []
    rows = session.execute(
        select(EventRow.id, EventRow.day, EventPartRow.name, EventPartRow.kind, EventPartRow.state)
        .outerjoin(EventPartRow, EventPartRow.event == EventRow.id)
        .where(*where)
        .order_by(EventRow.id, EventPartRow.name),
        execution_options={"yield_per": _AT_ONCE},
    )
    for (event, day), parts in groupby(rows, key=lambda row: (row[0], row[1])):
        here = tuple(Present(name, kind, state) for _, _, name, kind, state in parts if name)
        yield Gathering(event, day, here)


class _Change(msgspec.Struct):
    old: str = msgspec.field(name="from")
    new: str = msgspec.field(name="to")


class _Changes(msgspec.Struct):
    wording_changes: tuple[_Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarked:
    """That a dated page says one wording gave way to another."""

    day: str
    page: str
    old: str
    new: str


def remarked(session: Session) -> tuple[Remarked, ...]:
    """What dated pages remark on wordings, each once a page, oldest first."""
    rows = session.execute(
        select(ArticleRow.day, PageRow.name, ReadingRow.record)
        .join(ReadingRow, ReadingRow.id == ArticleRow.reading)
        .join(PageRow, PageRow.sha256 == ArticleRow.page)
        .where(
            ArticleRow.on_theme.is_(True),
            ArticleRow.day.is_not(None),
            ArticleRow.page.not_in(superseded()),
            PageRow.erased.is_(None),
            ReadingRow.record.like(_REMARKING),
        )
        .order_by(ArticleRow.day, PageRow.name)
    )
    found = [
        Remarked(day or "", page, change.old, change.new)
        for day, page, record in rows
        for change in msgspec.json.decode(record, type=_Changes).wording_changes
    ]
    return tuple(dict.fromkeys(found))
