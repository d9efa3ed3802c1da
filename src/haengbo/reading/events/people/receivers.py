"""Whoever shows that troops or arms were sent shows both sides of it: who sends and who takes.

Comes in: the roles of an ``ACCUSE`` by evidence and the ``Memory`` of what was told before. Goes
out: the roles with the state that took what the one accused had sent. Invariant: only what the
page itself told was sent counts, the nearest first.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.setting import Roles

#: Frames of showing what somebody keeps secret.
_SHOWS = {"evidence", "expose-troops"}
#: How many happenings back what was sent may have been told.
_BACK = 12


def with_receivers(frame: FrameRow, roles: Roles, memory: Memory) -> Roles:
    """국정원은 북한이 러시아에 파병한 사실을 공개했다: both are accused."""
    if frame.id not in _SHOWS:
        return roles
    accused = {name for name, role in roles.items() if role is ParticipantRole.TARGET}
    for draft in reversed(memory.told[-_BACK:]):
        taking = _receivers(draft, accused, memory)
        if taking:
            return roles | {n: ParticipantRole.TARGET for n in taking if n not in roles}
    return roles


def _receivers(draft: Draft, accused: set[str], memory: Memory) -> tuple[str, ...]:
    """States to which somebody accused sent troops or arms."""
    sent = draft.frame.type == "AID" or draft.frame.mode == "troops"
    senders = {
        memory.world.state_of(name)
        for name, role in draft.roles.items()
        if role is ParticipantRole.SOURCE
    }
    if not sent or not senders & {memory.world.state_of(name) for name in accused}:
        return ()
    return tuple(
        name
        for name, role in draft.roles.items()
        if role is ParticipantRole.TARGET and memory.world.kind_of(name) is ActorKind.STATE
    )
