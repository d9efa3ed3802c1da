"""Part of a name → the names of the ledger that have it, those of most events first.

Comes in: what somebody types. Goes out: names with their numbers of events. The names themselves
may be held in memory: there are far fewer of them than of pages that name them. Invariant: a name
is given only if a page that counts names somebody by it who acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from haengbo.ledger.actors import ACTING
from haengbo.ledger.chunks import chunks
from haengbo.ledger.tables import ActorRow, PartCountRow, ReadingRow, superseded
from haengbo.ledger.views import Count


@dataclass(frozen=True, slots=True)
class Names:
    """All names on pages up to a reading; some perhaps on none any more."""

    last: int
    all: frozenset[str]


def names_since(session: Session, before: Names | None) -> Names:
    """All names, of which those before are known already."""
    last = session.scalar(select(func.max(ReadingRow.id))) or 0
    if before is not None and before.last == last:
        return before
    query = select(ActorRow.name).distinct()
    if before is not None:
        pages = select(ReadingRow.page).where(ReadingRow.id > before.last)
        query = query.where(ActorRow.page.in_(pages))
    found = frozenset(session.scalars(query))
    return Names(last, found | before.all if before is not None else found)


def named(session: Session, names: Iterable[str], text: str, size: int) -> tuple[Count, ...]:
    """Names with their numbers of events, most events first.

    Args:
        session: Of the ledger.
        names: All that may be, as ``names_since`` has them.
        text: Part of a name; capitals are not minded.
        size: At most so many.

    Example:
        ``named(session, names, "선희", 1)`` is ``(Count("최선희", 31),)``.
    """
    part = text.lower()
    events = {name: 0 for name in names if part in name.lower()}
    for group in chunks(events):
        rows = session.execute(
            select(PartCountRow.name, func.sum(PartCountRow.events))
            .where(PartCountRow.name.in_(group))
            .group_by(PartCountRow.name)
        )
        events.update((name, int(number)) for name, number in rows)
    ordered = sorted(events.items(), key=lambda item: (-item[1], item[0]))
    return tuple(islice(_acting(session, ordered), size))


def _acting(session: Session, ordered: Iterable[tuple[str, int]]) -> Iterator[Count]:
    for name, number in ordered:
        query = select(ActorRow.name).where(
            ActorRow.name == name, ActorRow.kind.in_(ACTING), ActorRow.page.not_in(superseded())
        )
        if session.scalar(query.limit(1)) is not None:
            yield Count(name, number)
