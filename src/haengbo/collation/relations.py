"""Events → which of them belong together without being one.

A plan and what came of it; a visit and the meetings on its days; meetings of the same people on
days that follow each other. Each relation is given in both directions, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from haengbo.model import edtf
from haengbo.model.collation import Event, Relation, RelationKind, Sought
from haengbo.model.reading import ParticipantRole, Status

_AHEAD = (Status.PLANNED, Status.PREDICTED)
_DONE = (Status.OCCURRED, Status.NOT_OCCURRED)
_NOT_AHEAD = tuple(status for status in Status if status not in _AHEAD)
#: A visit without an end is taken to last so long; events further apart have no relation.
RELATED_DAYS = 3
#: A visit of which only the year is known says nothing of what happened during it, nor of the day
#: after; nor does a meeting of which no more is known belong to any visit of that year.
_LONGEST = 31
_PARTS = ("CONSULT", "AGREE")
_AGAIN = ("meeting", "visit")


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
    if one.sides != other.sides:
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
    if other.mode != "visit" or one.mode == "visit" or one.type not in _PARTS:
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
    if days.latest < visit.earliest or max(_length(visit), _length(days)) > _LONGEST:
        return None
    return f"{', '.join(sorted(visitors & _names(one)))}의 방문 중({other.date})"


def _following(one: Event, other: Event) -> str | None:
    """Why ``other`` follows ``one`` on the next day."""
    if (one.type, one.mode) != (other.type, other.mode) or one.mode not in _AGAIN:
        return None
    if not _names(one) or _names(one) != _names(other) or _apart(one, other) != 1:
        return None
    days = edtf.parse(one.date or ""), edtf.parse(other.date or "")
    if days[1].earliest < days[0].earliest or max(map(_length, days)) > _LONGEST:
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


def sought_by(event: Event) -> Iterator[Sought]:
    """Where those are that an event may be related to, for a ledger that does not load all."""
    days = edtf.parse_or_none(event.date)
    if days is None:
        return
    ahead = event.status in _AHEAD
    if ahead or event.status in _DONE:
        statuses = _DONE if ahead else _AHEAD
        yield Sought(days.earliest, days.latest, statuses, sides=event.sides)
    if _length(days) <= _LONGEST:
        yield from _again_sought(event, days)
        if not ahead:
            yield from _parts_sought(event, days)


def _again_sought(event: Event, days: edtf.DateRange) -> Iterator[Sought]:
    """What the same people did the day before or after."""
    if event.mode in _AGAIN and event.participants:
        first, last = _wider(days.earliest, -1), _wider(days.latest, 1)
        yield Sought(
            first, last, tuple(Status), (event.type,), event.mode,
            names=_sorted(event), begins=_wider(first, -_LONGEST), every=True,
        )  # fmt: skip


def _parts_sought(event: Event, days: edtf.DateRange) -> Iterator[Sought]:
    """What took place during a visit, or the visits during which something took place."""
    if event.mode == "visit":
        visitors = tuple(sorted({p.name for p in event.participants if p.role == "source"}))
        first, last = days.earliest, _wider(days.latest, RELATED_DAYS)
        if visitors:
            yield Sought(
                first, last, _NOT_AHEAD, _PARTS, not_mode="visit",
                names=visitors, begins=_wider(first, -_LONGEST),
            )  # fmt: skip
    elif event.type in _PARTS and event.participants:
        first = _wider(days.earliest, -RELATED_DAYS)
        yield Sought(
            first, days.latest, _NOT_AHEAD, mode="visit",
            names=_sorted(event), begins=_wider(first, -_LONGEST), role=ParticipantRole.SOURCE,
        )  # fmt: skip


def _sorted(event: Event) -> tuple[str, ...]:
    return tuple(sorted(_names(event)))


def _length(days: edtf.DateRange) -> int:
    return (days.latest - days.earliest).days


def _wider(day: date, days: int) -> date:
    """So many days later or earlier, as far as there are any."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


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
