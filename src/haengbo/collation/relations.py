"""Events → which of them belong together without being one.

A plan and what came of it; a visit and the meetings on its days; meetings of the same people on
days that follow each other. Each relation is given in both directions, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from haengbo.model import edtf
from haengbo.model.collation import Event, Relation, RelationKind
from haengbo.model.reading import Status

_AHEAD = {Status.PLANNED, Status.PREDICTED}
_DONE = {Status.OCCURRED, Status.NOT_OCCURRED}
#: A visit without an end is taken to last so long; events further apart have no relation.
RELATED_DAYS = 3
#: A visit of which only the year is known says nothing of what happened during it.
_LONGEST_VISIT = 31


def _sides(event: Event) -> set[str]:
    return {part.state or part.name for part in event.participants}


def _names(event: Event) -> set[str]:
    return {part.name for part in event.participants}


def _apart(one: Event, other: Event) -> int | None:
    if edtf.parse_or_none(one.date) is None or edtf.parse_or_none(other.date) is None:
        return None
    return edtf.days_apart(one.date or "", other.date or "")


def _plan(one: Event, other: Event) -> str | None:
    """Why ``one`` is the plan of ``other``."""
    if one.status not in _AHEAD or other.status not in _DONE:
        return None
    if (one.type, one.mode) != (other.type, other.mode) or _sides(one) != _sides(other):
        return None
    persons = {p.name for p in one.participants if p.kind == "person"}
    others = {p.name for p in other.participants if p.kind == "person"}
    if persons and others and not persons & others:
        return None
    if _apart(one, other) != 0:
        return None
    return f"같은 일의 예정과 결과({other.date})"


def _part(one: Event, other: Event) -> str | None:
    """Why ``one`` took place during the visit ``other``."""
    if other.mode != "visit" or one.mode == "visit" or one.type not in {"CONSULT", "AGREE"}:
        return None
    if one.status in _AHEAD or other.status in _AHEAD:
        return None
    visitors = {p.name for p in other.participants if p.role == "source"}
    apart = _apart(one, other)
    if not visitors & _names(one) or apart is None or apart > RELATED_DAYS:
        return None
    if not _sides(other) <= _sides(one) and not _sides(one) & (_sides(other) - visitors):
        return None
    visit, days = edtf.parse(other.date or ""), edtf.parse(one.date or "")
    if days.latest < visit.earliest or (visit.latest - visit.earliest).days > _LONGEST_VISIT:
        return None
    return f"{', '.join(sorted(visitors & _names(one)))}의 방문 중({other.date})"


def _following(one: Event, other: Event) -> str | None:
    """Why ``other`` follows ``one`` on the next day."""
    if (one.type, one.mode) != (other.type, other.mode) or one.mode not in {"meeting", "visit"}:
        return None
    if _names(one) != _names(other) or _apart(one, other) != 1:
        return None
    if edtf.compare(one.date or "", other.date or "") != -1:
        return None
    return "같은 사람들이 이튿날 다시"


_RULES = (
    (_plan, RelationKind.PLAN, RelationKind.OUTCOME),
    (_part, RelationKind.PART, RelationKind.WHOLE),
    (_following, RelationKind.FOLLOWING_DAY, RelationKind.FOLLOWING_DAY),
)


def relate(events: Sequence[Event], others: Sequence[Event]) -> tuple[Relation, ...]:
    """Relations between ``events`` and ``others``, both directions, sorted."""
    wanted = {event.id for event in events}
    every = {event.id: event for event in (*others, *events)}
    found: set[Relation] = set()
    for one, other in _near(every.values()):
        if one.id in wanted or other.id in wanted:
            found.update(_between(one, other))
            found.update(_between(other, one))
    return tuple(sorted(found, key=lambda r: (r.event, r.kind, r.other)))


def _near(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of dated events whose days lie within a visit's length of each other."""
    dated = [(days, event) for event in events if (days := edtf.parse_or_none(event.date))]
    dated.sort(key=lambda pair: (pair[0].earliest, pair[1].id))
    open_: list[tuple[edtf.DateRange, Event]] = []
    for days, event in dated:
        open_ = [
            (o, other) for o, other in open_ if (days.earliest - o.latest).days <= RELATED_DAYS
        ]
        for _, other in open_:
            yield other, event
        open_.append((days, event))


def _between(one: Event, other: Event) -> Iterator[Relation]:
    for rule, first, second in _RULES:
        reason = rule(one, other)
        if reason is not None:
            yield Relation(other.id, first, one.id, reason)
            yield Relation(one.id, second, other.id, reason)
