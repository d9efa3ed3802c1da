"""Who is there when something happens → the fillers of a slot that asks for the scene.

Comes in: a frame's slot, its ``Trigger``, the ``Setting`` and the roles filled so far. Goes out:
names of people (or their states) whom the sentences before brought together; nobody where the
sentence itself says whom the act is done to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case
from haengbo.reading.events.people.anaphora import is_of_deed, means_others
from haengbo.reading.events.people.missions import without_states
from haengbo.reading.events.setting import Roles, Setting


def of_scene(
    frame: FrameRow, slot: Slot, trigger: Trigger, setting: Setting, roles: Roles
) -> Iterator[str]:
    """People of the scene; as parties only if they are just as many as it takes."""
    if _are_others(setting, trigger, slot, frame, roles):
        return
    if frame.mode == "letter" and _is_quoted_from(trigger):
        return  # 축전에서 …고 했다: nobody hands it over here
    if _is_welcome(frame, slot, trigger, setting):
        return  # somebody else is welcomed, if nobody that we know; by whom is not said
    if frame.type == "ACCUSE" and ParticipantRole.TARGET in roles.values():
        return  # 이스라엘의 공격을 규탄했다: whom it is against is said
    if frame.type == "REQUEST" and not _is_there(setting, roles):
        return  # a spokesman asks nobody who met elsewhere
    if slot.role != "party":
        asked = frame.type == "REQUEST"
        plain = replace(slot, as_state=False) if asked else slot
        there = tuple(dict.fromkeys(_present(plain, setting, roles)))
        if asked:
            there = _whom_one_asks(there, setting, roles)
            there = _their_states(there, setting, roles) if slot.as_state else there
        there = _who_fits(there, frame, slot, trigger, setting)
        # several may have written of one feast: to whom this letter goes is not said
        yield from there if frame.mode != "letter" or len(there) == 1 else ()
    elif len(roles) < frame.parties:
        present = dict.fromkeys(_present(slot, setting, roles))
        yield from present if len(present) == frame.parties else ()


def _is_welcome(frame: FrameRow, slot: Slot, trigger: Trigger, setting: Setting) -> bool:
    """장관을 환영하는 연회가 열렸다: for whom it is, not who gives it."""
    asked = "welcomed" in slot.cases or (frame.mode == "reception" and slot.role == "source")
    return asked and any(phrases_in(setting.clauses, trigger, "welcomed"))


def _who_fits(
    there: tuple[str, ...], frame: FrameRow, slot: Slot, trigger: Trigger, setting: Setting
) -> tuple[str, ...]:
    """A letter goes to somebody, not to the state visited; at a feast sits who is said to."""
    if frame.mode == "letter":
        return tuple(without_states(there, setting.world))
    guests = frame.mode == "reception" and slot.role == "target"
    return _guests(there, trigger, setting) if guests else there


def _guests(there: tuple[str, ...], trigger: Trigger, setting: Setting) -> tuple[str, ...]:
    """장관은 주석이 베푼 만찬에서 연설했다: who sat at it is said, so not whoever else met."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    named = {m.name for phrase in subjects for m in heads(setting.clauses, phrase)}
    seated = tuple(name for name in there if name in named)
    return seated or there


def _are_others(
    setting: Setting, trigger: Trigger, slot: Slot, frame: FrameRow, roles: Roles
) -> bool:
    """Whether the sentence means none of those who met just before.

    Example:
        총비서가 부장을 접견했다. 양국 장관은 회담했다: not the two who met.
        이를 비난했다: what was done, not who is there.
    """
    if means_others(setting, trigger):
        return True
    if frame.mode == "reception" and not _host_is_there(setting, roles):
        return True  # 대사를 만났다. 다른 대사관은 연회를 마련했다
    return frame.type in UTTERANCES and is_of_deed(setting, trigger, slot)


def _is_there(setting: Setting, roles: Roles) -> bool:
    """Whether who acts took part in the scene, or somebody of the same state did."""
    state_of, present = setting.world.state_of, _gathered(setting, roles)
    there = {state_of(name) for name in present} | set(present)
    return all(name in there or state_of(name) in there for name in roles)


def _host_is_there(setting: Setting, roles: Roles) -> bool:
    """Whether people of the host's side took part in the scene, if it was of two sides."""
    side_of = setting.world.side_of
    hosts = {side_of(n) for n, role in roles.items() if role is ParticipantRole.SOURCE} - {None}
    there = {side_of(name) for name in _gathered(setting, roles)} - {None}
    return not hosts or len(there) < 2 or bool(hosts & there)  # noqa: PLR2004 - two sides


def _whom_one_asks(there: tuple[str, ...], setting: Setting, roles: Roles) -> tuple[str, ...]:
    """주석을, 이어 대통령을 만나 방북을 청했다: the one met last, before the state of either."""
    pair = [n for n in setting.met if setting.world.kind_of(n) is ActorKind.PERSON]
    if set(roles) & set(pair) and len(pair) == 2:  # noqa: PLR2004 - a pair
        return tuple(name for name in pair if name not in roles)
    people = tuple(n for n in there if setting.world.kind_of(n) is ActorKind.PERSON)
    last = tuple(name for name in people if name in setting.met)
    return last or people or there


def _their_states(there: tuple[str, ...], setting: Setting, roles: Roles) -> tuple[str, ...]:
    """외무상은 장관과 회담했다. 외무상은 협력을 제의했다: to the state that the other serves."""
    state_of = setting.world.state_of
    own = {state_of(name) for name in roles}
    states = dict.fromkeys(state_of(name) or name for name in there)
    return tuple(state for state in states if state not in own)


def _is_quoted_from(trigger: Trigger) -> bool:
    return trigger.noun and trigger.chain[-1].case in {Case.AT, Case.THROUGH}


def _present(slot: Slot, setting: Setting, roles: Roles) -> Iterator[str]:
    """As source the hosts, as target those of another state, ``as_state`` their states."""
    world = setting.world
    taken = {world.state_of(name) for name in roles}
    for name in _gathered(setting, roles):
        state = world.state_of(name)
        if slot.as_state and state is not None:
            if state not in taken:
                yield state
        elif world.kind_of(name) in slot.kinds and _fits(slot, state, taken, setting.host):
            yield name


def _gathered(setting: Setting, roles: Roles) -> tuple[str, ...]:
    """부장을 만나 요청했다: at the table told of in the sentence itself, if who acts sits there."""
    return setting.table if roles and set(roles) <= set(setting.table) else setting.present


def _fits(slot: Slot, state: str | None, taken: set[str | None], host: str | None) -> bool:
    if slot.role == "source":
        return state is not None and state == host
    return state is None or state not in taken
