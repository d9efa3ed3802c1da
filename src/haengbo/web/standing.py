"""An event → what stands before and after it in its channel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventLine
from haengbo.web.dates import parse_day

#: Neighbours on each side.
_EACH = 2


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


def line_of_channel(ledger: Ledger, line: EventLine) -> list[Standing]:
    """Up to two events before, the event, up to two after; empty without channel or day."""
    if line.event.channel is None or line.day is None:
        return []
    before = ledger.beside(line, newest_first=True, size=_EACH)
    after = ledger.beside(line, newest_first=False, size=_EACH)
    ordered = [*reversed(before), line, *after]
    standing: list[Standing] = []
    last: dt.date | None = None
    for item in ordered:
        day = parse_day(item.day)
        gap = (day - last).days if day and last else None
        standing.append(Standing(item, gap, item.id == line.id))
        last = day or last
    return standing if len(standing) > 1 else []
