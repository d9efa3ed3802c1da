"""An event → what stands before and after it in its channel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter, EventLine
from haengbo.web.dates import parse_day

#: Neighbours on each side.
_EACH = 2
#: Events of one day among which an event is looked for.
_CROWD = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """An event in its channel's line.

    Attributes:
        line: The event.
        gap: Days since the one before it in the list, or ``None``.
        here: Whether it is the event asked for.
    """

    line: EventLine
    gap: int | None
    here: bool


def _after(ledger: Ledger, line: EventLine, chosen: EventFilter) -> list[EventLine]:
    """The next events in the order of the filter, which begins at the event's day."""
    items = ledger.events(chosen, size=_CROWD).items
    at = next((i for i, item in enumerate(items) if item.id == line.id), None)
    return [] if at is None else list(items[at + 1 : at + 1 + _EACH])


def line_of_channel(ledger: Ledger, line: EventLine) -> list[Standing]:
    """Up to two events before, the event, up to two after; empty without channel or day."""
    if line.event.channel is None or line.day is None:
        return []
    channel = (line.event.channel.value,)
    before = _after(ledger, line, EventFilter(channels=channel, until=line.day))
    ahead = EventFilter(channels=channel, since=line.day, newest_first=False)
    after = _after(ledger, line, ahead)
    ordered = [*reversed(before), line, *after]
    standing: list[Standing] = []
    last: dt.date | None = None
    for item in ordered:
        day = parse_day(item.day)
        gap = (day - last).days if day and last else None
        standing.append(Standing(item, gap, item.id == line.id))
        last = day or last
    return standing if len(standing) > 1 else []
