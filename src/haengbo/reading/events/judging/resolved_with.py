"""How a deed stands that 고 joins to what is resolved, proposed or asked for.

Comes in: a ``Trigger`` in its clauses. Goes out: planned, ``NOTHING`` (only wanted), or ``None``
where the rule has no say. Invariant: only of deeds; who talked and then resolved has talked.

Example:
    ``미국은 제재를 풀고 식량을 보내기로 했다``: the sanctions stand as well.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import Status
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.demanded import end_of_chain
from haengbo.reading.events.judging.endings import (
    CALLED_FOR,
    PROPOSED,
    RESOLVED,
    RESOLVED_NOT,
)
from haengbo.reading.events.judging.unrealised import NOTHING
from haengbo.reading.events.parsing.clauses import Clauses

#: Types of PLOVER that change something, other than talks and words.
DEEDS = {"AID", "CONCEDE", "COOPERATE", "RETREAT", "SANCTION"}


def with_what_is_resolved(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> str | None:
    """How the deed of a verb in -고 stands by the verb that closes its chain."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.type not in DEEDS or verb is None or at is None or trigger.noun:
        return None
    if not verb.tail.startswith("고 ") or verb.past:
        return None
    closing, _ = end_of_chain(clauses, at)
    if closing is None:
        return None
    # 대사에게 떠나라고 하고 대표부를 줄이기로 했다: a sanction may be what came first
    if frame.type != "SANCTION" and closing.tail.startswith(RESOLVED + RESOLVED_NOT):
        return Status.PLANNED
    return NOTHING if closing.tail.startswith(CALLED_FOR + PROPOSED) else None
