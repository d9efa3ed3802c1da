"""Where a mission has its seat, which state sends people: the name tells it (주북 몽골대사관).

Comes in: a ``Trigger`` in its ``Setting``, or names. Goes out: names of states, or of people.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.setting import Roles, Setting
from haengbo.reading.events.world import World

_SIDES = 2
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


def by_whom_they_sent(trigger: Trigger, frame: FrameRow, roles: Roles, world: World) -> Roles:
    """국장은 북일 회담을 마쳤다: of the two sides one is the person who sits for it."""
    if (
        trigger.verb is None
        or frame.mode != "meeting"
        or set(roles.values()) != {ParticipantRole.PARTY}
    ):
        return roles
    states = {n for n in roles if world.kind_of(n) is ActorKind.STATE}
    people = {n for n in roles if world.kind_of(n) is ActorKind.PERSON}
    sat = {world.state_of(n) for n in people} & states
    if len(people) != 1 or len(states) != _SIDES or len(roles) != len(people) + len(states):
        return roles
    return {n: r for n, r in roles.items() if n not in sat} if len(sat) == 1 else roles
