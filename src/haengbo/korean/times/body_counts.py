"""What the body counts and names → what a count in the headline means: 8년 만에 몽골행.

Comes in: the body's counts and named dates, as they are resolved. Goes out: the value of a count of
the same length in a headline. Invariant: of several dates that would fit none is chosen.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.expressions import Counted, Relation
from haengbo.korean.times.quantities import Amount
from haengbo.korean.times.setting import Resolved
from haengbo.model.edtf import Point, parse


class BodyCounts:
    """What the body of a page has counted and named so far."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, float], Resolved] = {}
        self._named: dict[str, Point] = {}

    def note(self, item: object, resolved: Resolved) -> None:
        """Remember a count, or a date that says its year."""
        if isinstance(item, Counted) and item.relation is Relation.SINCE:
            self._counts.setdefault((item.amount.unit, item.amount.number), resolved)
        point = parse(resolved.first or resolved.value).start
        if resolved.says_year and point is not None:
            self._named.setdefault(str(point), point)

    def since(self, amount: Amount, end: date | None) -> Resolved | None:
        """What a headline's count of a length means, by the body's.

        Args:
            amount: The length.
            end: The day that the count comes up to, where none is counted in the body.
        """
        told = self._counts.get((amount.unit, amount.number))
        if told is not None:
            return replace(told, rule="count:since-named")
        if end is None or amount.unit not in {"month", "year"}:
            return None
        fit = [
            str(point)
            for point in self._named.values()
            if point.first < end
            and any(amount.fits((end - day).days) for day in (point.first, point.last))
        ]
        if len(fit) != 1:
            return None
        precision = {10: 10, 7: 7}.get(len(fit[0]), 4)
        value = cal.interval(fit[0], cal.day_text(end)[:precision])
        return Resolved(value, "count:since-named", 0.8, cal.day_text(end))
