"""Where a mission has its seat: its name tells it (주북 몽골대사관).

Comes in: a ``Trigger`` in its ``Setting``. Goes out: names of states.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.naming import inside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.setting import Setting

#: 주북, 주러: posted to the state of the letter.
_POSTED = "주"


def seats_of(setting: Setting, trigger: Trigger) -> Iterator[str]:
    """주북 몽골대사관은 업무를 재개했다: the state to which the mission is posted."""
    arguments = trigger.arguments
    phrases = (*arguments.own, *arguments.subjects) if arguments is not None else ()
    for mention in (m for phrase in phrases for m in inside(setting.clauses, phrase)):
        posted = mention.name.partition(" ")[0]
        if mention.kind is not ActorKind.ORGANISATION or not posted.startswith(_POSTED):
            continue
        state = setting.world.names.syllables.get(posted.removeprefix(_POSTED))
        if state is not None:
            yield state
