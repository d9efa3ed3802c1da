"""What was said, done and protested just before: whom 이를, 이 요구를 and 이어 take up.

Comes in: the ``Memory`` of the page and the index of the sentence that asks. Goes out: roles, or a
draft. Invariant: nothing from more than two sentences before, tests and drills apart.
"""

from __future__ import annotations

from haengbo.model.reading import ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.setting import Roles

#: How many sentences one goes on speaking against the same one without naming it.
_ACT_LASTS = 2
#: Types of what is condemned by its bare noun: 발사를, 훈련을 규탄했다.
_DEEDS = {"ASSAULT", "MOBILIZE"}
#: 결의안을 채택했다, 성명이 채택됐다.
_ADOPTING = {"채택하다", "채택되다"}
#: What one may turn down or deny.
_CALLS_FOR_ANSWER = {"ACCUSE", "REQUEST", "PROTEST", "SANCTION", "THREATEN", "AID"}


def last_act(memory: Memory, index: int, types: frozenset[str] = UTTERANCES) -> Roles:
    """Who said something of these types against or to whom, here or in the two before."""
    for draft in reversed(memory.within(index)):
        if index - draft.sentence > _ACT_LASTS:
            break
        if draft.frame.type in types and draft.status is Status.OCCURRED:
            return draft.roles
    return {}


def asked(memory: Memory, index: int) -> tuple[tuple[int, Roles], ...]:
    """What was asked, charged or imposed here or in the two before, the last first."""
    return tuple(
        (draft.sentence, draft.roles)
        for draft in reversed(memory.within(index))
        if index - draft.sentence <= _ACT_LASTS and draft.frame.type in _CALLS_FOR_ANSWER
        if draft.status is Status.OCCURRED
        or (draft.frame.type == "AID" and draft.status is Status.PLANNED)
    )


def adopters(memory: Memory, index: int) -> tuple[str, ...]:
    """Which body passed a text here or in the two before: 결의안은 …라고 촉구했다."""
    for draft in reversed(memory.within(index)):
        if index - draft.sentence > _ACT_LASTS:
            break
        if _ADOPTING & set(draft.frame.predicates) and draft.status is Status.OCCURRED:
            return tuple(n for n, role in draft.roles.items() if role is ParticipantRole.SOURCE)
    return ()


def deniers(memory: Memory, index: int) -> frozenset[str]:
    """Who has denied or refused something here or in the two before: they claim nothing."""
    return frozenset(
        name
        for draft in memory.within(index)
        if index - draft.sentence <= _ACT_LASTS and draft.frame.type == "REJECT"
        for name, role in draft.roles.items()
        if role is ParticipantRole.SOURCE
    )


def last_deed(memory: Memory, index: int) -> Roles:
    """Who did what was told of last, in this sentence or the one before."""
    last = memory.told[-1] if memory.told else None
    return last.roles if last is not None and index - last.sentence <= 1 else {}


def deeds(memory: Memory, index: int) -> tuple[tuple[tuple[str, ...], Roles], ...]:
    """By which nouns the tests, strikes and drills told so far go, and who did them."""
    return tuple(
        (draft.frame.nouns, draft.roles)
        for draft in reversed(memory.within(index))
        if draft.frame.type in _DEEDS and draft.status is Status.OCCURRED
    )


def protest(memory: Memory, index: int) -> Draft | None:
    """The last protest told of in this sentence or the two before."""
    for draft in reversed(memory.within(index)):
        if index - draft.sentence > _ACT_LASTS:
            break
        if draft.frame.type == "PROTEST":
            return draft
    return None
