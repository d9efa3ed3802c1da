"""The day of what a visitor does → the day on which the visitor was there.

Comes in: a ``Trigger`` that tells of a visit in a clause of its own. Goes out: the expression that
dates the clause behind it, or ``None``. Invariant: the day of who reports it all dates nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.placing import places_in
from haengbo.reading.events.scene.points import Dated, nearest
from haengbo.reading.events.world import World

#: 방문하고 있는 장관과 2일 회담했다: the guest was there on that day.
_STAYING = ("고 있 는", "중 이 ᆫ")
_GUEST = {Case.SUBJECT, Case.OBJECT}
#: 북한을 방문한 [장관이]; not 방문한 [적 있는].
_VISITED = ("ᆫ ", "은 ")
_ONCE = ("ᆫ 바", "ᆫ 적", "은 바", "은 적", "ᆫ 뒤", "은 뒤")
#: 이동해, 건너가: endings that join a journey to what was done there.
_JOINED = ("어 ", "아 ", "여 ")


def date_of_main_clause(clauses: Clauses, trigger: Trigger, world: World) -> Dated | None:
    """로마를 찾은 장관은 23일 …고 말했다: the day of what the visitor does dates the visit.

    Unless it is done in another state.
    """
    dated = _date_behind(clauses, trigger)
    return None if dated is None or _acts_elsewhere(clauses, trigger, world) else dated


def _date_behind(clauses: Clauses, trigger: Trigger) -> Dated | None:
    head = trigger.arguments.head if trigger.arguments is not None else None
    if (then := _of_clause_joined(clauses, trigger)) is not None:
        return then
    verb = trigger.verb
    there = verb is not None and verb.tail.startswith(_STAYING)
    guest = head is not None and head.case in _GUEST and _is_guest(clauses, trigger)
    if head is None or not (head.case is Case.TOPIC or there or guest):
        return None
    behind: list[Phrase] = []
    told = False
    for item in clauses.items[trigger.index + 1 :]:
        if isinstance(item, Verb):
            told = told or item.ending is Ending.QUOTATIVE
        elif told and item.case in {Case.SUBJECT, Case.TOPIC}:
            break  # 방문 중인 장관이 11일 회담했다고 통신이 12일 보도했다
        elif clauses.quote_of(item) is None:
            behind.append(item)
    return nearest(clauses, behind, own=False)


def _is_guest(clauses: Clauses, trigger: Trigger) -> bool:
    """북한을 방문한 장관이 3일 회담했다: on that day; whoever 도착한 had come before it.

    Not 최근 북한을 방문한: a word before the place may say that it was another time.
    """
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or not verb.tail.startswith(_VISITED):
        return False
    visited = [p for p in arguments.own if p.case is Case.OBJECT]
    bare = all(
        any(m.span.start == p.span.start for m in places_in(clauses, p.span)) for p in visited
    )
    return bool(visited) and bare and not verb.tail.startswith(_ONCE)


def _acts_elsewhere(clauses: Clauses, trigger: Trigger, world: World) -> bool:
    """러시아를 찾은 장관이 3일 [베이징에서] 만났다: in another state than the one visited."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    behind = (i for i in clauses.items[trigger.index + 1 :] if isinstance(i, Phrase))
    visited = _states(clauses, (p for p in own if p.case is Case.OBJECT), world)
    acting = _states(clauses, (p for p in behind if p.case is Case.AT), world)
    return bool(visited and acting) and not visited & acting


def _states(clauses: Clauses, phrases: Iterable[Phrase], world: World) -> set[str]:
    names = (m.name for phrase in phrases for m in places_in(clauses, phrase.span))
    return {state for name in names if (state := world.state_of(name)) is not None}


def _of_clause_joined(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """미국으로 이동해 31일 만났다: on that day one was there."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(_JOINED):
        return None
    if verb.ending is not Ending.CONNECTIVE:
        return None
    first = clauses.items[at + 1 : at + 2]
    behind = [i for i in first if isinstance(i, Phrase) and clauses.says_when(i)]
    return nearest(clauses, behind, own=False)
