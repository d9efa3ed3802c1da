"""Which of a journey's names is the place that it goes to.

Comes in: the roles of a visit or departure. Goes out: the state that it goes to, or whether a name
is only one of several.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World


def state_set_out_for(roles: Roles, world: World) -> str | None:
    """이란을 방문하기 위해 평양을 떠났다: the one state, if that is all that is said of it."""
    hosts = [name for name, role in roles.items() if role is ParticipantRole.TARGET]
    state = len(hosts) == 1 and world.kind_of(hosts[0]) is ActorKind.STATE
    return hosts[0] if state else None


def is_one_of_several(place: str | None, roles: Roles, world: World) -> bool:
    """몽골과 라오스를 순방했다: of several states none is where the visit was."""
    targets = [name for name, role in roles.items() if role is ParticipantRole.TARGET]
    return place in targets and len({world.state_of(name) for name in targets}) > 1
