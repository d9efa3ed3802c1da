"""Phrases for people under way together → whose they are and who leads them.

Comes in: ``Clauses`` and a phrase. Goes out: the state or body of a delegation, its leader, or
whether a phrase without a name means visitors. Invariant: nobody is made up; only what the
sentence names is handed back.
"""

from __future__ import annotations

import re

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.naming import COUNTED, heads, unnamed_official
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: 대표단(단장 리철수 부상)이.
_GLOSS = re.compile(r"\([^()]*\)?\Z|\s(?:사이|간)\Z")
#: 러시아 대표단, 연해주 대표단.
_REALMS = {ActorKind.STATE, ActorKind.PLACE}


def leader_of(clauses: Clauses, phrase: Phrase) -> Phrase | None:
    """총장이 이끄는 대표단, 국방상을 단장으로 하는 대표단: the person who leads it."""
    items = clauses.items
    position = clauses.place_of(phrase)
    while position:
        position -= 1
        item = items[position]
        if not isinstance(item, Phrase):
            return None
        if item.case is Case.LEADER:
            return item if heads(clauses, item) else None
        if _leads(clauses, item):
            return item  # 부장 인솔하의 대표단, 부장이 단장인 대표단
        if item.case is Case.AMONG and _is_of_visitors(clauses, phrase):
            people = any(m.kind is ActorKind.PERSON for m in heads(clauses, item))
            return item if people else None  # 외무상을 비롯한 대표단
        if item.case not in {Case.BARE, Case.GENITIVE}:
            return None
    return None


def _leads(clauses: Clauses, phrase: Phrase) -> bool:
    """부장이 단장인 대표단, 부장 인솔하의 대표단: whether a phrase names who leads what follows."""
    if phrase.case is Case.GENITIVE:
        return _is_under(clauses, phrase)
    office = clauses.called(phrase)
    held = office is not None and clauses.text(office.span).endswith(
        clauses.words.words["delegate-offices"]
    )
    return held and any(m.kind is ActorKind.PERSON for m in heads(clauses, phrase))


def _is_under(clauses: Clauses, phrase: Phrase) -> bool:
    """부장 인솔하의 대표단: a person and words for that one's lead."""
    people = [m for m in inside(clauses, phrase) if m.kind is ActorKind.PERSON]
    end = max((m.span.end for m in people), default=phrase.span.end)
    rest = clauses.document.text[end : phrase.span.end].strip()
    return rest in clauses.words.words["under-the-lead"]


def _last_named(states: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """양국 대표단, 남북 대표단: one word may name two states."""
    return tuple(m for m in states if m.span == states[-1].span)


def _of_unnamed_leader(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """소련 국방차관이 인솔하는 군사대표단이: the state of a leader without a name."""
    position = clauses.place_of(phrase)
    leader = clauses.items[position - 1] if position else None
    led = isinstance(leader, Phrase) and leader.case is Case.LEADER
    return inside(clauses, leader) if led and isinstance(leader, Phrase) else ()


def _of_sender(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """북한의 태권도 대표단이, 몽골 대통령의 특사단이: the state that owns the delegation."""
    for owner in reversed(clauses.items[: clauses.place_of(phrase)]):
        if not isinstance(owner, Phrase):
            break
        if owner.case is Case.GENITIVE:
            found = heads(clauses, owner) or unnamed_official(clauses, owner)
            return found if all(m.kind is ActorKind.STATE for m in found) else ()
        if not clauses.text(owner.span).endswith(clauses.words.words["visitors"]):
            break  # of 북한의 교향악단이나 태권도 대표단이 both are sent
    return ()


def means_visitors(clauses: Clauses, phrase: Phrase) -> bool:
    """대표단이, 장관 일행은, 손님들을: nobody named, so those who came."""
    named = any(m.kind not in _REALMS for m in inside(clauses, phrase))
    sent = named or bool(_of_sender(clauses, phrase))
    return _is_of_visitors(clauses, phrase) and not sent and not heads(clauses, phrase)


def _is_of_visitors(clauses: Clauses, phrase: Phrase) -> bool:
    """대표단이, 대표단(단장 …)이, 대표단 4명이: what brackets or a count add is no part of it."""
    text = COUNTED.sub("", _GLOSS.sub("", clauses.text(phrase.span)))
    return text.endswith(clauses.words.words["visitors"])


def delegation(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """로씨야련방 체육성 대표단, 라오스 정부 대표단: the body or state that sends the delegation."""
    ours = heads(clauses, phrase)  # 우리 대표단: whose it is stands inside the name
    if any(m.kind is not ActorKind.STATE for m in ours) or not _is_of_visitors(clauses, phrase):
        return ()
    found = ours or (
        inside(clauses, phrase)
        or _of_unnamed_leader(clauses, phrase)
        or _of_sender(clauses, phrase)
    )
    bodies = tuple(m for m in found if m.kind is ActorKind.ORGANISATION)[-1:]
    states = _last_named(tuple(m for m in found if m.kind is ActorKind.STATE))
    if bodies and states and states[0].span.start > bodies[0].span.end:
        return states  # 유엔총회 기간 북한 대표단과
    return bodies or states


def does_things(clauses: Clauses, phrase: Phrase) -> bool:
    """왕이 부장, 외무성 대변인, 북한 대표단, 노동신문: whoever may have done something."""
    named = any(m.kind is not ActorKind.PLACE for m in heads(clauses, phrase))
    sent = bool(delegation(clauses, phrase)) or means_visitors(clauses, phrase)
    return named or sent or bool(unnamed_official(clauses, phrase) or leader_of(clauses, phrase))
