"""Rows of days that come back, and of the rules by which expressions of time are resolved.

Comes in: ``korea/holidays.yaml``, ``korea/time_rules.yaml``. Serves the calendar and the tests of
its rules. Invariant: movable days stand with their dates, EDTF.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.korean.times import Holiday


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
