"""Queries about actors: what all pages together say of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from haengbo.ledger.decisions import rejected_statements
from haengbo.ledger.lines import event_lines, page_refs, statement_lines
from haengbo.ledger.records import decode
from haengbo.ledger.tables import (
    ActorRow,
    EventPartRow,
    EventRow,
    SpeakerRow,
    StatementRow,
    superseded,
)
from haengbo.ledger.views import ActorDetail, ActorLine, Count, PageRef, RoleLine, SpellingLine
from haengbo.model.reading import Actor

#: Kinds that act; places and instruments are entities.
ACTING = ("person", "state", "organisation", "medium")


def is_named(session: Session, name: str) -> bool:
    """Whether a page names somebody or something that acts by this canonical name."""
    acting = (ActorRow.name == name, ActorRow.kind.in_(ACTING))
    return session.scalar(select(ActorRow.name).where(*acting).limit(1)) is not None


def list_actors(
    session: Session, *, kinds: Sequence[str] = ACTING, text: str | None = None, size: int = 200
) -> tuple[ActorLine, ...]:
    """Actors by number of events, then of pages.

    Args:
        session: Of the ledger.
        kinds: Which kinds.
        text: Part of the name.
        size: At most so many.
    """
    query, sorts = actors_query(kinds, text)
    order = [by.desc() if falling else by.asc() for by, falling in sorts]
    return tuple(ActorLine(*row) for row in session.execute(query.order_by(*order).limit(size)))


def actors_query(
    kinds: Sequence[str], text: str | None
) -> tuple[Any, tuple[tuple[Any, bool], ...]]:  # a select; its type lists its columns
    """Name, kind, pages and events of actors, and by what they are sorted: falling or not."""
    taking_part = (
        select(EventPartRow.name, func.count().label("events"))
        .group_by(EventPartRow.name)
        .subquery()
    )
    pages = func.count(func.distinct(ActorRow.page))
    events = func.coalesce(func.max(taking_part.c.events), 0)
    query = (
        select(ActorRow.name, func.min(ActorRow.kind), pages, events)
        .outerjoin(taking_part, taking_part.c.name == ActorRow.name)
        .where(ActorRow.kind.in_(kinds), ActorRow.page.not_in(superseded()))
        .group_by(ActorRow.name)
    )
    if text:
        query = query.where(ActorRow.name.contains(text, autoescape=True))
    return query, ((events, True), (pages, True), (ActorRow.name, False))


def actor_detail(session: Session, name: str) -> ActorDetail | None:
    """Everything about one canonical name, or ``None`` if no page names it."""
    rows = session.scalars(
        select(ActorRow).where(ActorRow.name == name).order_by(ActorRow.page)
    ).all()
    if not rows:
        return None
    refs = page_refs(session, (row.page for row in rows))
    seen = [(refs[row.page], decode(row.record, Actor)) for row in rows]
    events = session.scalars(
        select(EventRow)
        .join(EventPartRow, EventPartRow.event == EventRow.id)
        .where(EventPartRow.name == name)
        .order_by(EventRow.day.is_(None), EventRow.day.desc(), EventRow.id)
    ).all()
    statements = session.scalars(
        select(StatementRow)
        .join(SpeakerRow, SpeakerRow.statement == StatementRow.id)
        .where(SpeakerRow.name == name, StatementRow.id.not_in(rejected_statements(session)))
        .order_by(StatementRow.day.is_(None), StatementRow.day.desc(), StatementRow.id)
    ).all()
    kinds = Counter(row.kind for row in rows)
    return ActorDetail(
        name,
        min(kinds, key=lambda kind: (-kinds[kind], kind)),
        next((row.known for row in rows if row.known), None),
        _roles(seen),
        _spellings(seen),
        event_lines(session, events),
        _partners(session, name),
        statement_lines(session, statements),
        len(rows),
    )


def _roles(seen: Sequence[tuple[PageRef, Actor]]) -> tuple[RoleLine, ...]:
    days: dict[tuple[str, str | None], list[str | None]] = {}
    for page, actor in seen:
        for title, of in dict.fromkeys((role.title, role.of) for role in actor.roles):
            days.setdefault((title, of), []).append(page.day)
    lines = []
    for (title, of), found in days.items():
        known = [day for day in found if day]
        first, last = (min(known), max(known)) if known else (None, None)
        lines.append(RoleLine(title, of, first, last, len(found)))
    return tuple(sorted(lines, key=lambda r: (r.first_day or "9999", -r.pages, r.title)))


def _spellings(seen: Sequence[tuple[PageRef, Actor]]) -> tuple[SpellingLine, ...]:
    outlets: dict[str, list[str | None]] = {}
    for page, actor in seen:
        for surface in actor.surfaces:
            outlets.setdefault(surface, []).append(page.outlet)
    lines = [
        SpellingLine(surface, len(found), tuple(sorted({outlet for outlet in found if outlet})))
        for surface, found in outlets.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.pages, line.surface)))


def _partners(session: Session, name: str) -> tuple[Count, ...]:
    mine = select(EventPartRow.event).where(EventPartRow.name == name)
    number = func.count()
    rows = session.execute(
        select(EventPartRow.name, number)
        .where(EventPartRow.event.in_(mine), EventPartRow.name != name)
        .group_by(EventPartRow.name)
        .order_by(number.desc(), EventPartRow.name)
    )
    return tuple(Count(other, count) for other, count in rows)
