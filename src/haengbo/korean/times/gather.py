"""A text → its dated expressions, counted lengths and holidays, in one order.

Comes in: one sentence and a calendar. Goes out: what ``scan`` and the calendar find. Invariant:
spans do not overlap; a holiday wins over what it overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.cover import Cover
from haengbo.korean.times.expressions import Expression
from haengbo.korean.times.holidays import Calendar, Found
from haengbo.korean.times.scan import scan


def in_order(text: str, calendar: Calendar) -> Iterator[Expression | Found]:
    """Expressions and holidays of a sentence, by place."""
    holidays = list(calendar.find(text))
    taken = Cover(found.span for found in holidays)
    plain = [expression for expression in scan(text) if not taken.overlaps(expression.span)]
    return iter(sorted([*plain, *holidays], key=lambda item: item.span.start))
