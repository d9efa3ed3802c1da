"""The time before this one: 방북은 2000년 7월 이후 24년 만이다.

Comes in: a ``Draft`` and its sentence. Goes out: a draft of the same people at the time that the
sentence counts from, if it counts from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from haengbo.model.reading import Status, TimeExpression
from haengbo.model.span import Span
from haengbo.reading.events.clauses import Clauses
from haengbo.reading.events.draft import Draft

#: 2000년 7월 이후 24년 만: what stands right behind the expression counted from.
_COUNTED = re.compile(r"\s?(?:이후|이래)[^.]{1,14}만(?:이다|에|의|이며|으로|입니다)")
#: 지난달 22일 방사포를 쏜 이후 25일 만, 23일 미사일을 쏜 지 8일 만: the act stands between.
_COUNTED_FROM_ACT = re.compile(
    r"(?P<act>.{0,60}?)\s?(?:이후|이래|지)\s?(?:약 |꼭 )?[\d가-힣]{1,5}\s?[가-힣]{0,3}\s?만"
)
_ACTS = {"missile-test", "exercise"}
_HELD = {"visit", "meeting"}


def before_this(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """The earlier visit or meeting that the sentence counts the years from."""
    act = draft.frame.mode in _ACTS
    if not (act or draft.frame.mode in _HELD) or draft.status is not Status.OCCURRED:
        return
    for time in clauses.document.times_in(clauses.sentence.span):
        if time.value != draft.date and _counts_from(clauses, time, act=act):
            yield replace(
                draft,
                date=time.value,
                dated=None,
                place=draft.frame.place,
                span=clauses.sentence.span,
                told=False,
                main=False,
                recalled=True,
            )


def _counts_from(clauses: Clauses, time: TimeExpression, *, act: bool) -> bool:
    """Whether days or years are counted from a time, or from what was done then."""
    text = clauses.document.text[time.span.end : clauses.sentence.span.end]
    if not act:
        return _COUNTED.match(text) is not None
    found = _COUNTED_FROM_ACT.match(text)
    if found is None or time.value.count("/"):
        return False
    between = Span(time.span.end, time.span.end + found.end("act"))
    return not clauses.document.times_in(between)
