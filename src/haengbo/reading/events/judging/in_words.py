"""What somebody says against or to others, told inside words → how it stands.

Comes in: a ``Trigger`` that stands in a ``Statement``. Goes out: a ``Status``, or ``None`` where
the words only suppose, want or deny it. Invariant: what is said so is done by saying it, unless
the form of the verb tells otherwise or nobody has said the words.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import Statement, Status
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.modality import is_announced
from haengbo.reading.events.judging.no_account import is_negated
from haengbo.reading.events.judging.spoken_of import spoken_of
from haengbo.reading.events.judging.unrealised import (
    NOTHING,
    is_of_wanted_text,
    is_wanted,
    leads_to_condition,
)
from haengbo.reading.events.parsing.clauses import Clauses, Verb

_IF = {"면", "으면", "다면", "ᆫ다면", "는다면"}
#: 거부해 나선다면: how many morphemes a helping verb adds before the ending.
_HELPED = 3
#: Types of what others may be asked to say: 규탄할 것을, 거부하라고.
_ASKED_FOR = {"ACCUSE", "REJECT", "PROTEST"}
#: 경고하지 말라고, 경고하지 말아야.
_NOT_TO = re.compile(r"\A지 (?:는 |도 )?말")


def status_of_words(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, statement: Statement
) -> Status | None:
    """위협하면, 거부해 나선다면 맞서겠다고: a condition is none; what will be asked is to come."""
    verb = trigger.verb
    if verb is not None and _IF & set(verb.tail.split()[:_HELPED]):
        return None
    if leads_to_condition(clauses, trigger) or is_of_wanted_text(clauses, trigger):
        return None
    if _is_not_said(clauses, statement) or _is_asked_for(clauses, trigger, frame):
        return None
    stand = None if frame.negated else spoken_of(trigger, frame)
    if stand is not None:
        return None if stand == NOTHING else Status(stand)
    if is_announced(trigger, frame):
        return Status.PLANNED
    unsaid = verb is not None and not trigger.noun and is_negated(verb) and not frame.negated
    return None if unsaid else Status.OCCURRED


def _is_asked_for(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """안보리에 발사를 [규탄할 것을, 규탄하라고] 요구했다: others shall say so."""
    verb = trigger.verb
    if verb is None or trigger.noun or frame.type not in _ASKED_FOR or not is_wanted(verb):
        return False
    behind = clauses.items[clauses.place_of(verb) + 1 :]
    asks = next((i for i in behind if isinstance(i, Verb)), None)
    return asks is not None and asks.lemma in clauses.words.words["demanding"]


def _is_not_said(clauses: Clauses, statement: Statement) -> bool:
    """값을 치를 것이라고 [경고하지 않았다, 경고하면, 경고하지 말라고]: nobody has threatened."""
    cue = statement.cue
    if cue is None:
        return False
    bearing = (i for i in clauses.items if isinstance(i, Verb) and i.span.overlaps(cue))
    verb = next(bearing, None)
    if verb is None:
        return False
    # 경고하지 않을 수 없다고 is no denial
    denied = is_negated(verb) and not verb.tail.startswith("지 않 을 수 없")
    return denied or verb.supposed or _NOT_TO.match(verb.tail) is not None
