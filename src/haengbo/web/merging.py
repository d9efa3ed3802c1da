"""An event → its reports' anchors for decisions, and the events it may be one with."""

from __future__ import annotations

import datetime as dt

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventDetail, EventFilter, EventLine
from haengbo.model.edtf import parse_or_none
from haengbo.web.dates import parse_day

#: Days around an event in which a double of it is looked for.
NEAR_DAYS = 5
_SHOWN = 6
_LOOKED_AT = 40


def anchors_of(detail: EventDetail) -> dict[tuple[str, int, int], str]:
    """Page and place of each report's first evidence → its anchor as forms send it."""
    return {
        (m.anchor.page, m.anchor.start, m.anchor.end): m.anchor.text for m in detail.event.members
    }


def _about(line: EventLine, day: dt.date) -> EventFilter:
    """Where doubles of an event are looked for."""
    days = parse_or_none(line.event.date)
    if days is not None and not days.is_day and not days.is_open:
        event = line.event
        return EventFilter(
            who=tuple(sorted(p.name for p in event.participants)),
            types=(event.type,),
            modes=(event.mode,) if event.mode else (),
            since=days.earliest.isoformat(),
            until=days.latest.isoformat(),
        )
    reach = dt.timedelta(days=NEAR_DAYS)
    return EventFilter(since=(day - reach).isoformat(), until=(day + reach).isoformat())


def likely_the_same(ledger: Ledger, line: EventLine) -> list[EventLine]:
    """Events of about the same days that share participants, those that share most first.

    Of an event without a day those of its kind and people in its month or year: any may be it.
    """
    day = parse_day(line.day)
    if day is None:
        return []
    found = ledger.events(_about(line, day), size=_LOOKED_AT).items
    own = {p.name for p in line.event.participants}

    def rank(other: EventLine) -> tuple[int, bool, int, str]:
        shared = len(own & {p.name for p in other.event.participants})
        apart = abs((parse_day(other.day) or day) - day).days
        return -shared, other.event.type != line.event.type, apart, other.id

    near = [x for x in found if x.id != line.id and rank(x)[0] < 0]
    return sorted(near, key=rank)[:_SHOWN]
