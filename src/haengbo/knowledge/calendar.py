"""Tables ``holidays``, ``eras``, ``events`` → the calendar that times are read with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from haengbo.knowledge.chronicle import EraRow, KnownEventRow
from haengbo.knowledge.days import HolidayRow
from haengbo.knowledge.packs import Knowledge
from haengbo.korean.times import Calendar, Era, Meeting
from haengbo.model.edtf import parse_or_none

#: Kinds of eras that a date may be told by (제2차 세계대전 당시).
_DATING = {"war"}
_SUMMIT = "정상회담"


def _meetings(knowledge: Knowledge) -> Iterator[Meeting]:
    """Summits that pages name by month and place, without a year: 6월 평양 정상회담."""
    for row in knowledge.table("events", KnownEventRow):
        value = parse_or_none(row.date)
        point = value.start if value else None
        summit = any(_SUMMIT in name for name in row.names)
        if summit and row.place and point is not None and point.month is not None:
            yield Meeting(point.year, point.month, (row.place.split()[0], _SUMMIT))


@lru_cache(maxsize=4)
def calendar(knowledge: Knowledge) -> Calendar:
    """Holidays, anniversaries and eras of a pack, ready to be looked for; made once.

    Example:
        ``resolve("노동당 창건 80주년", anchor="2025-06-06", calendar=calendar(load()))`` finds
        10 October 2025.
    """
    holidays = [row.holiday() for row in knowledge.table("holidays", HolidayRow)]
    eras = [
        Era((row.name, *row.forms), row.since, row.until)
        for row in knowledge.table("eras", EraRow)
        if row.kind in _DATING and row.since and row.until
    ]
    return Calendar(holidays, eras, _meetings(knowledge))
