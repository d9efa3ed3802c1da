"""Roles → whether such a happening can be: who acts on whom.

Comes in: a frame and the ``Roles`` found for it. Goes out: a yes or no. Nobody visits the own
state, nobody accuses, asks or threatens it; what one party at home says of another is no
diplomacy; who judges only comments.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: Done by words against somebody.
_AGAINST = UTTERANCES - {"SUPPORT"}
#: Of these a quotation without anybody against whom makes one of foreigners only.
_FOREIGN_ALONE = {"REJECT", "THREATEN"}


def plausible(frame: FrameRow, roles: Roles, world: World, *, met: bool = False) -> bool:
    """Whether the roles make sense for the frame.

    Args:
        frame: What kind of happening.
        roles: Who takes part.
        world: Who is whom.
        met: Whether a verb names whom one meets; a compound may name two others.

    Example:
        That a ministry accuses its own state is misread; that it accuses a foreign one is not.
    """
    sources, targets = _named(roles, ParticipantRole.SOURCE), _named(roles, ParticipantRole.TARGET)
    if frame.type in UTTERANCES and sources & world.experts:
        return False
    alike = not _is_pair(roles, world) or (not met and _is_between_others(roles, world))
    if frame.mode == "meeting" and alike:
        return False
    if frame.mode == "meeting" and len(roles) > 1 and targets == set(roles):
        return False  # several were met, but by whom is not known
    home = frame.type in _AGAINST and _stays_at_home(frame, sources, targets, world)
    if home or (frame.type == "AGREE" and _is_one_side(roles, world)):
        return False  # 외무상과 부부장은 일정을 줄이기로 했다
    if frame.mode != "visit" and frame.type != "ACCUSE":
        return True
    return not targets or not targets <= _states(sources, world)


def without_own(frame: FrameRow, roles: Roles, world: World) -> Roles:
    """북한은 북미 협상을 접겠다고 을러댔다: nobody says it against the own state."""
    if frame.type not in _AGAINST:
        return roles
    own = _states(_named(roles, ParticipantRole.SOURCE), world) - {None}
    targets = _named(roles, ParticipantRole.TARGET)
    foreign = {name for name in targets if world.state_of(name) not in own}
    if not foreign:
        return roles
    return {n: r for n, r in roles.items() if n in foreign or n not in targets}


def _stays_at_home(frame: FrameRow, sources: set[str], targets: set[str], world: World) -> bool:
    """야당은 정부를 비난했다, 총리는 선을 그었다: both sides of one state, or home alone."""
    states = _states(sources | targets, world)
    if len(states) != 1 or None in states:
        return False
    alone = frame.quoting and frame.type in _FOREIGN_ALONE and states == set(world.home)
    return bool(targets) or alone


def _is_pair(roles: Roles, world: World) -> bool:
    """Nobody meets the own state: a state and its minister are one side."""
    states = {name for name in roles if world.kind_of(name) is ActorKind.STATE}
    stood_for = states & _states(set(roles) - states, world)
    return len(roles) < 2 or len(roles) - len(stood_for) > 1  # noqa: PLR2004 - a pair


def _is_one_side(roles: Roles, world: World) -> bool:
    """Several parties, all of them of one state that is known."""
    parties = _named(roles, ParticipantRole.PARTY)
    states = _states(parties, world)
    return len(parties) > 1 and len(states) == 1 and None not in states


def _is_between_others(roles: Roles, world: World) -> bool:
    """부장은 남북정상회담 직후 평양에 왔다: the talks of two states are not a third one's."""
    states = {name for name in roles if world.kind_of(name) is ActorKind.STATE}
    others = _states({n for n in roles if world.kind_of(n) is ActorKind.PERSON}, world)
    return len(states) == 2 and bool(others - states - {None})  # noqa: PLR2004 - a pair


def _named(roles: Roles, role: ParticipantRole) -> set[str]:
    return {name for name, played in roles.items() if played is role}


def _states(names: set[str], world: World) -> set[str | None]:
    return {world.state_of(name) for name in names}
