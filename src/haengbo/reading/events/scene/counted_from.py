"""What the years are counted from → its own time: [지난해 10월] 북미 회담 이후 처음.

Comes in: ``Clauses`` and a ``Trigger`` that names talks. Goes out: when these were. Invariant: a
day that stands apart before what is done by then (나흘 만에) is not taken for theirs.
"""

from __future__ import annotations

import re

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.scene.points import Dated

_DAY = len("2024-01-01")
#: 회담 이후 처음, 회담에 이어 두 번째; 회담 이후 나흘 만에: something is done by then.
_COUNTED = re.compile(
    r"\s?(?:(?:이후|이래)(?=\s)|에 이[어은]\s)[^.,]{0,24}?"
    r"(?:첫|처음|최초|번째|만(?:이|입|의)|(?P<done>만에|만 ))"
)


def counted_from(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """[지난해 10월] 북미 회담 이후 처음: what the years are counted from has its own time.

    Args:
        clauses: The sentence.
        trigger: The noun of talks that something is counted from.

    Returns:
        Its time, or ``None`` where nothing is counted from it or no time is its own.

    A day before it may be that of what is done now: 몽골은 12일 회담 이후 나흘 만에 쏘았다.
    """
    end = clauses.sentence.span.end
    counted = _COUNTED.match(clauses.document.text, trigger.span.end, end)
    if counted is None or trigger.support is not None or trigger.frames[0].type != "CONSULT":
        return None
    described = trigger.relative.own if trigger.relative is not None else ()
    for phrase in reversed((*described, *trigger.chain)):
        for time in reversed(clauses.document.times_in(phrase.span)):
            if time.span.end > trigger.span.start:
                continue
            day = len(time.value) >= _DAY and time.span.end < trigger.chain[-1].span.start
            named = clauses.document.mentions_in(Span(time.span.end, trigger.span.start))
            met = any(m.kind is not ActorKind.PLACE for m in named)  # not 9월 하노이 회담
            if met and not (day and counted["done"]):
                return Dated(time, phrase.case, own=True)
    return None
