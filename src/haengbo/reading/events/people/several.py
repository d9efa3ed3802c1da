"""Three states, or people of three, at one table → a multilateral meeting, not one of two sides.

Comes in: a frame with the ``Roles`` found for it. Goes out: the frame that fits so many.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.naming import all_heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

_SEVERAL = 3
_MANY = "multilateral-people"
_STATES = "multilateral-states"
_WHOM = {Case.WITH, Case.OBJECT}


def frame_for(
    frame: FrameRow, trigger: Trigger, roles: Roles, clauses: Clauses, world: World
) -> FrameRow:
    """The frame of a meeting of two sides, or of several if as many states are there.

    Example:
        ``박윤주 차관과 왕이 부장, 최선희 외무상은 하노이에서 만났다`` tells of three sides, and so
        does ``한국과 미국, 일본은 하노이에서 실무회담을 가졌다``.
    """
    if frame.mode != "meeting" or set(roles.values()) != {ParticipantRole.PARTY}:
        return frame
    if sum(world.is_state(name) for name in roles) >= _SEVERAL:
        return clauses.words.by_id.get(_STATES, frame)
    people = all(world.kind_of(name) is ActorKind.PERSON for name in roles)
    states = {world.state_of(name) for name in roles} - {None}
    if not people or len(states) < _SEVERAL or _are_two_sides(clauses, trigger):
        return frame
    text, words = clauses.text(clauses.sentence.span), clauses.words
    if any(word in text for word in words.words["one-by-one"]):
        return frame
    return words.by_id.get(_MANY, frame)


def _are_two_sides(clauses: Clauses, trigger: Trigger) -> bool:
    """총리와 대표, 집행위원은 위원장과 회담했다: several came, and met one."""
    arguments = trigger.arguments
    if arguments is None:
        return False
    subjects = [m.name for p in arguments.subjects[:1] for m in all_heads(clauses, p)]
    met = [p for p in (*arguments.own, *trigger.chain) if p.case in _WHOM]
    others = {m.name for p in met for m in all_heads(clauses, p)} - set(subjects)
    return len(subjects) > 1 and len(others) == 1
