"""With whom something was agreed past a clause about it; who met whom a clause describes.

Comes in: a slot for parties of whom one is known, the ``Trigger`` and the ``Setting``. Goes out:
the other side. Invariant: who acts stands right before it, so that the clause between describes
neither of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from haengbo.knowledge.frames import Slot
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.naming import all_heads, heads, stands_beside
from haengbo.reading.events.finding.together import described_together
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.leftward import JOINED
from haengbo.reading.events.setting import Roles, Setting

#: 만난 외무상을, 외무상과, 외무상에게: as what the described may stand in the main clause.
_TAKEN = {Case.OBJECT, Case.WITH, Case.TO}
#: Who is named inside the clause already.
_SIDES = {Case.SUBJECT, Case.OBJECT, Case.WITH, Case.TO}


def partner(slot: Slot, trigger: Trigger, setting: Setting, roles: Roles) -> Roles:
    """북한은 몽골과 [길을 놓는] 협정에 서명했다: of whoever stands before what it is about."""
    if slot.role == "target" and len(roles) == 1:
        return _described_with(slot, trigger, setting, roles) or _who_met_the_described(
            slot, trigger, setting, roles
        )
    taken = slot.role == "party" and "with" in slot.cases
    if not taken or list(roles.values()) != [ParticipantRole.PARTY]:
        return {}
    clauses = setting.clauses
    called = _called_in(slot, trigger, setting, roles)
    if called:
        return called
    found = (
        mention.name
        for phrase in _before_what_is_agreed(clauses, trigger)
        for mention in all_heads(clauses, phrase)
        if mention.kind in slot.kinds
    )
    return {name: ParticipantRole.PARTY for name in found if name not in roles}


def _called_in(slot: Slot, trigger: Trigger, setting: Setting, roles: Roles) -> Roles:
    """부장은 외무상을 불러 회담했다: whom one sends for or seeks out is whom one talks with."""
    clauses = setting.clauses
    if all(frame.mode not in {"meeting", "phone"} for frame in trigger.frames):
        return {}
    before = list(reversed(clauses.items[: trigger.index]))
    at = next((n for n, item in enumerate(before) if isinstance(item, Verb)), len(before))
    verb = before[at] if at < len(before) else None
    if not isinstance(verb, Verb) or verb.lemma not in clauses.words.words["bringing-in"]:
        return {}
    if verb.ending is not Ending.CONNECTIVE or not verb.tail.startswith(JOINED):
        return {}
    taken = takewhile(lambda item: isinstance(item, Phrase), before[at + 1 :])
    whom = (p for p in taken if isinstance(p, Phrase) and p.case is Case.OBJECT)
    found = (m for p in islice(whom, 1) for m in all_heads(clauses, p))
    people = [m.name for m in found if m.kind in slot.kinds and m.kind is ActorKind.PERSON]
    return {name: ParticipantRole.PARTY for name in people if name not in roles}


def _before_what_is_agreed(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """Not 몽골과 길을 놓는 북한은 협정에 서명했다, where the clause says who acts."""
    arguments = trigger.arguments
    if arguments is None or not arguments.subjects:
        return
    first = clauses.place_of(arguments.subjects[0])
    for phrase in arguments.loose:
        between = clauses.items[first + 1 : clauses.place_of(phrase)]
        near = first < clauses.place_of(phrase) and not any(isinstance(i, Verb) for i in between)
        if phrase.case is Case.WITH and near and not stands_beside(clauses, phrase):
            yield phrase


def _described_with(slot: Slot, trigger: Trigger, setting: Setting, roles: Roles) -> Roles:
    """하노이에서 만난 외무상과 부장은: of two sides described both met, if nobody else is named."""
    clauses, arguments = setting.clauses, trigger.arguments
    met = any(frame.mode == "meeting" for frame in trigger.frames)
    if arguments is None or not met or any(p.case in _SIDES for p in arguments.own):
        return {}
    state_of = setting.world.state_of
    states = {state_of(name) for name in roles}
    found = [m for p in described_together(clauses, trigger) for m in heads(clauses, p)]
    others = [m.name for m in found if m.kind in slot.kinds and state_of(m.name) not in states]
    return dict.fromkeys(others, ParticipantRole.PARTY)


def _who_met_the_described(slot: Slot, trigger: Trigger, setting: Setting, roles: Roles) -> Roles:
    """부장은 [지난 5월 하노이에서 만난] 외무상을 다시 찾았다: the subject outside met him then."""
    clauses, verb, arguments = setting.clauses, trigger.verb, trigger.arguments
    if verb is None or trigger.noun or verb.ending is not Ending.ADNOMINAL or arguments is None:
        return {}
    head = arguments.head
    met = any(frame.mode == "meeting" for frame in trigger.frames)
    if head is None or not met or head.case not in _TAKEN:
        return {}
    if any(p.case in _SIDES for p in arguments.own):
        return {}
    if not any(clauses.document.times_in(p.span) for p in arguments.own):
        return {}
    topics = [p for p in arguments.own if p.case is Case.TOPIC]
    state_of = setting.world.state_of
    states = {state_of(name) for name in roles}
    people = [m for p in topics for m in heads(clauses, p) if m.kind in slot.kinds]
    return {m.name: ParticipantRole.TARGET for m in people if state_of(m.name) not in states}
