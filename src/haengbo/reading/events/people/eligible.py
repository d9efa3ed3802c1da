"""Whether somebody named may fill a slot at all, whatever the grammar says.

Comes in: a frame, one of its slots, a name and the roles filled so far. Goes out: yes or no.
Invariant: nobody pays a visit to the own state, and no host is a guest.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.model.reading import ParticipantRole
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

_SOURCE, _TARGET = ParticipantRole.SOURCE, ParticipantRole.TARGET


def may_fill(frame: FrameRow, slot: Slot, name: str, roles: Roles, world: World) -> bool:
    """Whether a name may fill a slot beside those who take part already."""
    if slot.states and world.state_of(name) not in slot.states:
        return False
    if any(given.endswith(f":{name}") for given in frame.given if slot.role == "source"):
        # 유엔총회가 북한의 인권침해를 규탄하는 결의안을: the word itself says whom
        return False
    if slot.cases == ("beside",) and world.state_of(name) in _states(roles, _TARGET, world):
        return False  # 대통령과 함께 공장을 방문했다: the host shows it, and pays no visit
    home = frame.mode == "visit" and slot.role == "target"
    if home and world.state_of(name) in _states(roles, _SOURCE, world) - {None}:
        return False  # 외무상이 평양에서 하노이로 떠났다
    cut_off = frame.type == "SANCTION" and slot.role == "target" and world.is_state(name)
    if cut_off and name in _states(roles, _SOURCE, world):
        return False  # 박근혜 정부는 남북 교역을 끊었다: nobody cuts off one's own state
    return not _is_guest(frame, slot, name, roles, world)


def _states(roles: Roles, wanted: ParticipantRole, world: World) -> set[str | None]:
    return {world.state_of(name) for name, role in roles.items() if role is wanted}


def _is_guest(frame: FrameRow, slot: Slot, name: str, roles: Roles, world: World) -> bool:
    """총비서는 주석이 마련한 만찬에 참석했다: who comes to another state's table is a guest."""
    if frame.mode != "reception" or slot.role != "source":
        return False
    hosts = {world.state_of(host) for host in roles} - {None}
    return bool(roles) and world.state_of(name) not in hosts
