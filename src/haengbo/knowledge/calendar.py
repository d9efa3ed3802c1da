"""Tables ``holidays``, ``eras``, ``events`` → the calendar that times are read with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge.chronicle import EraRow, KnownEventRow
from haengbo.knowledge.packs import Knowledge
from haengbo.korean.times import Calendar, Era, Holiday, Meeting
from haengbo.model.edtf import parse_or_none

#: Kinds of eras that a date may be told by (제2차 세계대전 당시).
_DATING = {"war"}
_SUMMIT = "정상회담"


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day that comes back every year, or the day of a happening whose years are counted.

    Attributes:
        id: Stable short name.
        names: What denotes the day itself: 태양절, 노동당 창건일.
        founded: What denotes it only with a number of years: 노동당 창건 (80주년).
        month: 1–12; 0 for a movable day.
        day: 1–31; 0 for a movable day.
        since: Year of the happening, from which years are counted.
        whose: Canonical name of the state that keeps it.
        cues: Words that tell, where a name is shared (전승절), whose it is.
        dates: Days of a movable holiday, EDTF.
        source: Where from.
        note: For people.
    """

    id: str
    names: tuple[str, ...] = ()
    founded: tuple[str, ...] = ()
    month: int = 0
    day: int = 0
    since: int | None = None
    whose: str = ""
    cues: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    def holiday(self) -> Holiday:
        """As the calendar wants it."""
        return Holiday(
            self.names,
            self.founded,
            self.month,
            self.day,
            self.since,
            self.whose,
            self.cues,
            self.dates,
        )


@dataclass(frozen=True, slots=True)
class TimeRuleRow:
    """A rule by which time expressions are resolved, with an example that the tests read.

    Attributes:
        id: Name of the rule: ``day:bare``.
        example: Own sentences.
        anchor: Day of publication, EDTF.
        surface: What the rule finds there.
        value: EDTF that it gives.
        meaning: What it says, in Korean.
    """

    id: str
    example: str
    anchor: str
    surface: str
    value: str
    meaning: str


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
