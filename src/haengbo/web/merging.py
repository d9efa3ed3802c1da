"""An event → its reports' anchors for decisions, and the events it may be one with."""

from __future__ import annotations

import datetime as dt

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventDetail, EventFilter, EventLine
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


def likely_the_same(ledger: Ledger, line: EventLine) -> list[EventLine]:
    """Events of about the same days that share participants, those that share most first."""
    day = parse_day(line.day)
    if day is None:
        return []
    reach = dt.timedelta(days=NEAR_DAYS)
    since, until = (day - reach).isoformat(), (day + reach).isoformat()
    found = ledger.events(EventFilter(since=since, until=until), size=_LOOKED_AT).items
    own = {p.name for p in line.event.participants}

    def rank(other: EventLine) -> tuple[int, bool, int, str]:
        shared = len(own & {p.name for p in other.event.participants})
        apart = abs((parse_day(other.day) or day) - day).days
        return -shared, other.event.type != line.event.type, apart, other.id

    near = [x for x in found if x.id != line.id and rank(x)[0] < 0]
    return sorted(near, key=rank)[:_SHOWN]
