"""Two expressions side by side that tell one day → one expression.

Comes in: the resolved expressions of a passage, in order, and its text. Goes out: the same, with
those joined. Invariant: only expressions of one day are joined, or the two ends of a stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from haengbo.korean.times.patterns import CLOCK
from haengbo.korean.times.quantities import read_amount
from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span

#: What stands between the two ends of a stay.
_FROM = ("부터 ", "에서 ")
#: An EDTF value that is one day is so long.
_DAY = len("2018-03-28")

#: 9일부터 [사흘간]: one day is no term.
_TERM, _LASTING, _SEVERAL = re.compile(r"부터\s(?:약\s)?"), re.compile(r"\s?(?:간|동안)"), 2

_Rule = Callable[[TimeExpression, TimeExpression, str, int], TimeExpression | None]


def joined(times: Iterable[TimeExpression], text: str, offset: int) -> list[TimeExpression]:
    """``10월 10일 당 창건 80주년``, ``올해 추석``, ``오늘(18일) 낮``: one expression each.

    Args:
        times: Of one passage, in order.
        text: Of the passage.
        offset: Where it begins in the whole text.
    """
    one = _pairwise(times, text, offset, _as_one)
    return [_lasting(time, text, offset) for time in _pairwise(one, text, offset, _stay)]


def _pairwise(
    times: Iterable[TimeExpression], text: str, offset: int, rule: _Rule
) -> list[TimeExpression]:
    out: list[TimeExpression] = []
    for time in times:
        one = rule(out[-1], time, text, offset) if out else None
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
    return _apposed(left, right, text, offset) if between.lstrip() == "(" else None


def _stay(
    left: TimeExpression, right: TimeExpression, text: str, offset: int
) -> TimeExpression | None:
    """지난 25일부터 오늘(28일)까지, 그제(26일)부터 30일까지: a day named twice at an end."""
    between = text[left.span.end - offset : right.span.start - offset]
    end = right.span.end - offset
    if left.rule == "day:range":
        again = between == "(" and text.startswith(")", end)
        again = again and left.value.endswith(f"/{right.value}")
        return replace(left, span=Span(left.span.start, right.span.end + 1)) if again else None
    if between not in _FROM or not text.startswith("까지", end):
        return None
    days = len(left.value) == len(right.value) == _DAY and left.value < right.value
    if not days or "day:apposition" not in (left.rule, right.rule):
        return None
    value = f"{left.value}/{right.value}"
    return replace(left, span=left.span.hull(right.span), value=value, rule="day:range")


def _lasting(time: TimeExpression, text: str, offset: int) -> TimeExpression:
    """오는 9일부터 사흘간: a day, and how many days from it on; both ends count."""
    first = date.fromisoformat(time.value) if len(time.value) == _DAY else None
    start = _TERM.match(text, time.span.end - offset)
    length = read_amount(text, start.end()) if start and first else None
    if length is None or first is None:
        return time
    amount, end = length
    lasts = _LASTING.match(text, end)
    if lasts is None or amount.unit != "day" or amount.more or amount.number < _SEVERAL:
        return time
    last = first + timedelta(days=int(amount.number) - 1)
    whole = Span(time.span.start, lasts.end() + offset)
    return replace(time, span=whole, value=f"{time.value}/{last}", rule="day:lasting")


def _apposed(
    left: TimeExpression, right: TimeExpression, text: str, offset: int
) -> TimeExpression | None:
    """오늘(18일) 낮: the day in brackets is the day before them."""
    end = right.span.end - offset
    if left.rule != "day:apposition" or not text.startswith(")", end):
        return None
    clock = CLOCK.match(text, end + 1)
    last = clock.end() if clock else end + 1
    return replace(left, span=Span(left.span.start, last + offset))
