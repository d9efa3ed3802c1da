"""A stretch of days laid across a drawing: places in per cent, years and months along the foot.

Shared by charts whose rows are things and whose width is time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from haengbo.web.charts.density import percent
from haengbo.web.charts.svg import element, words

#: Per cent of the width at which names are set to the other side.
_EDGE = 2.5
#: Years above which only some of them are named.
_CROWDED = 14
#: Years of which a phone has room for every other name only.
_MANY = 6


@dataclass(frozen=True, slots=True)
class Days:
    """From a first to a last day, with a little room at both ends."""

    first: dt.date
    last: dt.date

    @classmethod
    def around(cls, days: list[dt.date]) -> Days:
        """What holds all these days.

        Raises:
            ValueError: There is none.
        """
        first, last = min(days), max(days)
        room = dt.timedelta(days=max(15, (last - first).days // 40))
        return cls(first - room, last + room)

    def at(self, day: dt.date) -> float:
        """Where a day stands, in per cent of the width."""
        length = max(1, (self.last - self.first).days)
        return min(100.0, max(0.0, (day - self.first).days / length * 100))

    def axis(self, height: float) -> list[Markup]:
        """A hairline and a name a year, or a quarter where there are few years."""
        marks = self._marks()
        parts = []
        for day, said in marks:
            at = self.at(day)
            x = percent(at)
            parts.append(element("line", class_="hair", x1=x, x2=x, y1=0, y2=height))
            strong = "t-s t-b" if day.month == 1 else "t-s t-faint"
            strong += " fine" if self._fine(day) else ""
            # A name at the edge stays inside
            side = "start" if at < _EDGE else "end" if at > 100 - _EDGE else "middle"
            parts.append(words(x, height + 16, said, strong, side))
        return parts

    def _fine(self, day: dt.date) -> bool:
        """Whether a phone has no room for the name: quarters, and every other of many years."""
        many = self.last.year - self.first.year >= _MANY
        return day.month != 1 or (many and day.year % 2 == 1)

    def _marks(self) -> list[tuple[dt.date, str]]:
        years = range(self.first.year, self.last.year + 1)
        step = -(-len(years) // _CROWDED)
        marks = [dt.date(y, 1, 1) for y in years if y % step == 0]
        if len(years) <= 3:  # noqa: PLR2004 - quarters have room
            marks += [dt.date(y, m, 1) for y in years for m in (4, 7, 10)]
        inside = sorted(day for day in marks if self.first <= day <= self.last)
        return [
            (d, str(d.year) if d.month == 1 else f"{d.year % 100:02d}.{d.month}") for d in inside
        ]
