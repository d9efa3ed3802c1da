"""왕 주석, 차이 서기와 각각 회동했다 → one meeting for each.

Comes in: a ``Draft`` with its clauses. Goes out: the same draft, or one for each whom the sentence
says was met apart from the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import all_heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses
from haengbo.reading.events.world import World

_HELD = {"meeting", "phone"}
_WHO = {ActorKind.PERSON, ActorKind.STATE}
_OTHERS = {Case.OBJECT, Case.WITH, Case.TO}


def one_by_one(clauses: Clauses, trigger: Trigger, draft: Draft, world: World) -> Iterator[Draft]:
    """One draft for each person met apart.

    Example:
        ``김성남은 왕후닝, 차이치와 각각 만났다`` tells of two meetings.
    """
    if draft.frame.mode == "letter":
        yield from _each_to_one(clauses, draft)
        return
    others = _met_apart(clauses, trigger, draft, world)
    if len(others) < 2:  # noqa: PLR2004 - nothing to tell apart
        yield draft
        return
    for name in others:
        roles = {n: role for n, role in draft.roles.items() if n == name or n not in others}
        yield replace(draft, roles=roles)


def _each_to_one(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """갑과 을은 병과 정에게 각각 축전을 보냈다: the first to the first and so on."""
    sides = {role: [n for n, r in draft.roles.items() if r is role] for role in ParticipantRole}
    sources, targets = sides[ParticipantRole.SOURCE], sides[ParticipantRole.TARGET]
    several = len(sources) == len(targets) > 1
    if not several or not _apart(clauses, draft):
        yield draft
        return
    for pair in zip(sources, targets, strict=True):
        yield replace(draft, roles={n: draft.roles[n] for n in pair})


def _apart(clauses: Clauses, draft: Draft) -> bool:
    text = clauses.text(draft.span)
    return any(word in text for word in clauses.words.words["one-by-one"])


def _met_apart(clauses: Clauses, trigger: Trigger, draft: Draft, world: World) -> tuple[str, ...]:
    """Those on the other side, where the sentence says that they were met one by one."""
    arguments = trigger.arguments
    if draft.frame.mode not in _HELD or arguments is None:
        return ()
    if not _apart(clauses, draft):
        return ()
    met = (
        mention.name
        for phrase in (*arguments.own, *trigger.chain)
        if phrase.case in _OTHERS
        for mention in all_heads(clauses, phrase)
    )
    others = tuple(
        name
        for name in dict.fromkeys(met)
        if draft.roles.get(name, ParticipantRole.SOURCE) is not ParticipantRole.SOURCE
        and world.kind_of(name) in _WHO
    )
    return others if len(others) < len(draft.roles) else ()
