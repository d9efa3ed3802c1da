"""Visitors without a name → whom the page names or the state that they come from.

Comes in: a phrase of a ``Trigger`` in its ``Setting``. Goes out: names. Who has come is whom the
page names; who is yet to come need not be.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.delegations import means_visitors
from haengbo.reading.events.finding.naming import COUNTED, coordinated, heads, unnamed_official
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.setting import Setting

#: First endings of what is yet to come: 찾을 것, 갈 것, 오겠다고.
_TO_COME = (["을"], ["ᆯ"], ["겠"])


def described_visitor(setting: Setting, trigger: Trigger, phrase: Phrase) -> Iterator[str]:
    """중국 최고위급 인사가, 러시아 단체관광객이: of an unnamed visitor the state is known.

    Of the staff of a body that has no state (세계식량계획 직원들이) it is the body.
    """
    clauses, world = setting.clauses, setting.world
    nouns = clauses.words.words["unnamed-visitors"]
    described = COUNTED.sub("", clauses.text(phrase.span)).endswith(nouns)
    if not described and not unnamed_official(clauses, phrase):
        return
    named = inside(clauses, phrase) or (_owners(clauses, phrase) if _remarked(trigger) else ())
    found = (world.state_of(m.name) for m in named)
    states = [state for state in found if state is not None][-1:]
    people = [m.name for m in named if m.kind is ActorKind.PERSON]
    bodies = [m.name for m in named if m.kind is ActorKind.ORGANISATION][-1:]
    guests = () if _is_new(trigger, phrase) else _guests(setting, trigger, set(states))
    yield from people or guests or [*_joined(setting, phrase), *states] or bodies


def _owners(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """라오스의 장관급 인사가: the state whose the visitor is."""
    before = clauses.items[clauses.place_of(phrase) - 1 : clauses.place_of(phrase)]
    owner = before[0] if before else None
    if not isinstance(owner, Phrase) or owner.case is not Case.GENITIVE:
        return ()
    return tuple(m for m in heads(clauses, owner) if m.kind is ActorKind.STATE)


def _joined(setting: Setting, phrase: Phrase) -> Iterator[str]:
    """미국과 중국, 러시아 대표단이: of those before the last in a list, the states."""
    clauses, world = setting.clauses, setting.world
    for member in coordinated(clauses, phrase)[:-1]:
        named = [m.name for m in heads(clauses, member)]
        yield from (name for name in named if world.kind_of(name) is ActorKind.STATE)


def visitors_meant(setting: Setting, trigger: Trigger, phrase: Phrase) -> tuple[str, ...]:
    """대표단이, 러시아 대표단은: who came, of the state that the phrase names."""
    if not means_visitors(setting.clauses, phrase):
        return ()
    found = (setting.world.state_of(m.name) for m in inside(setting.clauses, phrase))
    states = {state for state in found if state is not None}
    if states and _is_new(trigger, phrase):
        return ()
    if states:
        return setting.visitors_of(states)
    return setting.visitors or setting.carried  # before any visit: whose delegation it is


def _guests(setting: Setting, trigger: Trigger, states: set[str]) -> tuple[str, ...]:
    """러시아 안보수장이 방북한 것은 처음이다: what is remarked on is the visit told of."""
    remarked = _remarked(trigger)
    return setting.visitors_of(states) if remarked else setting.guests_of(states)


def _remarked(trigger: Trigger) -> bool:
    """방북한 것은 처음이다."""
    return trigger.verb is not None and trigger.verb.tail.startswith(("ᆫ 것 은 ", "은 것 은 "))


def _is_new(trigger: Trigger, phrase: Phrase) -> bool:
    """대표단이 찾을 것이다: who is yet to come and no topic so far (…은/는) is somebody new."""
    verb = trigger.verb
    to_come = verb is not None and verb.tail.split()[:1] in _TO_COME
    return to_come and phrase.case is Case.SUBJECT
