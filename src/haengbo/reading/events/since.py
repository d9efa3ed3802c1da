"""The time before this one: 방북은 2000년 7월 이후 24년 만이다.

Comes in: a ``Draft`` and its sentence. Goes out: a draft of the same people at the time that the
sentence counts from, if it counts from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from haengbo.model.reading import Status
from haengbo.reading.events.clauses import Clauses
from haengbo.reading.events.draft import Draft

#: 2000년 7월 이후 24년 만: what stands right behind the expression counted from.
_COUNTED = re.compile(r"\s?(?:이후|이래)[^.]{1,14}만(?:이다|에|의|이며|으로)")


def before_this(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """The earlier visit or meeting that the sentence counts the years from."""
    if draft.frame.mode not in {"visit", "meeting"} or draft.status is not Status.OCCURRED:
        return
    for time in clauses.document.times_in(clauses.sentence.span):
        counted = _COUNTED.match(clauses.document.text, time.span.end)
        if counted and time.value != draft.date:
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
