"""A draft of somebody's words, told once more → whether it is the utterance told before.

Comes in: a ``Draft`` and the ``Memory`` of what was told. Goes out: yes or no. Nothing is dropped
here; who reads the page leaves out what is said again.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.page.acts import protest as protest_before
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.world import World

#: A frame for at least so many names both sides of the act.
_TWO = 2
#: What may be said at a protest.
_SAID_THERE = {"REQUEST", "ACCUSE"}


def is_uttered_before(draft: Draft, memory: Memory, world: World) -> bool:
    """Whether the words are part of a protest, or blame once more in the same sentence."""
    return _is_part_of_protest(draft, memory, world) or _says_again(draft, memory)


def _is_part_of_protest(draft: Draft, memory: Memory, world: World) -> bool:
    """대사를 초치했다. … 촉구했다: what was said at the protest is part of it."""
    again = draft.frame.type == "PROTEST" and draft.frame.parties < _TWO
    if draft.frame.type not in _SAID_THERE and not again:
        return False
    protest = protest_before(memory, draft.sentence)
    if protest is None:
        return False
    beside = protest.sentence == draft.sentence
    if again and not any(world.kind_of(name) is ActorKind.PERSON for name in _targets(protest)):
        return False
    here, there = (set(map(world.state_of, _sources(d))) for d in (draft, protest))
    # 대사를 초치했다. 이 자리에서 …에 대해 항의했다: one protest
    return here <= there and (beside or again or _targets(draft) <= _targets(protest))


def _says_again(draft: Draft, memory: Memory) -> bool:
    """훈련을 비난하면서 “…”라고 비난했다: in one sentence, now without whom: one utterance."""
    if draft.frame.type not in UTTERANCES or draft.status is Status.DENIED:
        return False
    if _targets(draft) and draft.frame.type != "REJECT":
        return False  # 날조라고 부인했다: one denial; two may be blamed for two things
    return any(
        d.sentence == draft.sentence
        and d.frame.type == draft.frame.type
        and set(draft.roles) <= set(d.roles)
        for d in memory.told
    )


def _sources(draft: Draft) -> set[str]:
    return {name for name, role in draft.roles.items() if role is ParticipantRole.SOURCE}


def _targets(draft: Draft) -> set[str]:
    return {name for name, role in draft.roles.items() if role is ParticipantRole.TARGET}
