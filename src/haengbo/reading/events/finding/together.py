"""Whom one clause describes together: 수교한 북한과 몽골은, 서울을 찾은 부부장과 위원장은.

Comes in: ``Clauses`` and a ``Trigger`` whose verb describes a noun. Goes out: the members of the
list behind the first. Invariant: what is over (회담이 끝난 다음) describes nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.world import World


def described_together(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """수교한 북한과 몽골은: of what two do together both are described, not only the first."""
    arguments, verb = trigger.arguments, trigger.verb
    member = arguments.head if arguments is not None else None
    held = trigger.support is not None and trigger.support.joins  # 연회를 연 북한과 몽골은
    if verb is None or verb.ending is not Ending.ADNOMINAL or (trigger.noun and not held):
        return  # 회담이 끝난 다음 보건성과 보건부는: what is over describes nobody
    while member is not None and _lists_another(member):
        behind = clauses.items[clauses.place_of(member) + 1 :][:1]
        other = behind[0] if behind else None
        if not isinstance(other, Phrase) or not heads(clauses, other):
            return
        yield other
        member = other


def came_along(
    clauses: Clauses, trigger: Trigger, acting: Iterable[Phrase], world: World
) -> Iterator[Phrase]:
    """서울을 찾은 부부장과 위원장은: both came, if they are people of one state.

    Not 평양을 찾은 서기와 위원장은, where the other is at home.
    """
    first = {world.state_of(m.name) for p in acting for m in heads(clauses, p)}
    for phrase in described_together(clauses, trigger):
        people = [m for m in heads(clauses, phrase) if m.kind is ActorKind.PERSON]
        if not people or {world.state_of(m.name) for m in people} != first or None in first:
            return
        yield phrase


def _lists_another(member: Phrase) -> bool:
    """북한과 몽골은; 북한, 몽골은: whether one more follows in the list."""
    listed = member.case is Case.BARE and member.comma
    return listed or (member.case is Case.WITH and "의" not in member.particles)
