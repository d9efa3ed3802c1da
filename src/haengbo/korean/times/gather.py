"""A text → its dated expressions, counted lengths and holidays, in one order.

Comes in: one sentence and a calendar. Goes out: what ``scan`` and the calendar find. Invariant:
spans do not overlap; a holiday wins over what it overlaps; ``10월 10일 당 창건 80주년`` is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haengbo.korean.cover import Cover
from haengbo.korean.times.expressions import Dated, Expression
from haengbo.korean.times.holidays import Calendar, Found
from haengbo.korean.times.scan import scan


def _merged(dated: Dated, found: Found, text: str) -> bool:
    """A day and the anniversary that it is, side by side."""
    full = isinstance(dated.month, int) and dated.day is not None and found.years is not None
    row = found.rows[0] if len(found.rows) == 1 else None
    same = row is not None and (dated.month, dated.day) == (row.month, row.day)
    return full and same and text[dated.span.end : found.span.start] == " "


def in_order(text: str, calendar: Calendar) -> Iterator[Expression | Found]:
    """Expressions and holidays of a sentence, by place."""
    holidays = list(calendar.find(text))
    taken = Cover(found.span for found in holidays)
    plain = [expression for expression in scan(text) if not taken.overlaps(expression.span)]
    items = sorted([*plain, *holidays], key=lambda item: item.span.start)
    pending: Expression | Found | None = None
    for item in items:
        if isinstance(pending, Dated) and isinstance(item, Found) and _merged(pending, item, text):
            yield replace(pending, span=pending.span.hull(item.span))
            pending = None
            continue
        if pending is not None:
            yield pending
        pending = item
    if pending is not None:
        yield pending
