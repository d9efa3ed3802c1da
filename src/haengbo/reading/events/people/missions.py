"""Where a mission has its seat, which state sends people: the name tells it (주북 몽골대사관).

Comes in: a ``Trigger`` in its ``Setting``, or names. Goes out: names of states, or of people.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.naming import inside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.setting import Setting
from haengbo.reading.events.world import World

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


def without_states(names: tuple[str, ...], world: World) -> tuple[str, ...]:
    """시리아를 방문해 대통령을 만나 친서를 건넸다: to him, not to the state visited."""
    people = tuple(n for n in names if world.kind_of(n) is not ActorKind.STATE)
    theirs = {world.state_of(name) for name in people}
    return (*people, *(n for n in names if n not in people and n not in theirs))
