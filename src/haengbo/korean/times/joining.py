"""Two expressions side by side that tell one day → one expression.

Comes in: the resolved expressions of a passage, in order, and its text. Goes out: the same, with
those joined. Invariant: only expressions of one day are joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from haengbo.korean.times.patterns import CLOCK
from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span


def joined(times: Iterable[TimeExpression], text: str, offset: int) -> list[TimeExpression]:
    """``10월 10일 당 창건 80주년``, ``올해 추석``, ``오늘(18일) 낮``: one expression each.

    Args:
        times: Of one passage, in order.
        text: Of the passage.
        offset: Where it begins in the whole text.
    """
    out: list[TimeExpression] = []
    for time in times:
        last = out[-1] if out else None
        one = _as_one(last, time, text, offset) if last is not None else None
        if one is not None:
            out[-1] = one
        else:
            out.append(time)
    return out


def _as_one(
    left: TimeExpression, right: TimeExpression, text: str, offset: int
) -> TimeExpression | None:
    between = text[left.span.end - offset : right.span.start - offset]
    if right.rule == "holiday:named" and left.rule.startswith("year:") and between == " ":
        # 올해 추석: the year says which
        of_year = right.value.startswith(left.value)
        whole = left.span.hull(right.span)
        return replace(left, span=whole, value=right.value) if of_year else None
    if left.value != right.value:
        return None
    if right.rule == "holiday:anniversary" and between == " ":
        said = text[left.span.start - offset : left.span.end - offset]
        says_month = any(unit in said for unit in "월달")
        return replace(left, span=left.span.hull(right.span)) if says_month else None
    end = right.span.end - offset
    if left.rule != "day:apposition" or between != "(" or not text.startswith(")", end):
        return None
    clock = CLOCK.match(text, end + 1)
    last = clock.end() if clock else end + 1
    return replace(left, span=Span(left.span.start, last + offset))
