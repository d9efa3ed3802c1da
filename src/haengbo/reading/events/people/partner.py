"""With whom something was agreed, where a clause about what stands in between.

Comes in: a slot for parties of whom one is known, the ``Trigger`` and the ``Setting``. Goes out:
the other side. Invariant: who acts stands right before it, so that the clause between describes
neither of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.knowledge.frames import Slot
from haengbo.model.reading import ParticipantRole
from haengbo.reading.events.finding.naming import all_heads, stands_beside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles, Setting


def partner(slot: Slot, trigger: Trigger, setting: Setting, roles: Roles) -> Roles:
    """북한은 몽골과 [길을 놓는] 협정에 서명했다: of whoever stands before what it is about."""
    taken = slot.role == "party" and "with" in slot.cases
    if not taken or list(roles.values()) != [ParticipantRole.PARTY]:
        return {}
    clauses = setting.clauses
    found = (
        mention.name
        for phrase in _before_what_is_agreed(clauses, trigger)
        for mention in all_heads(clauses, phrase)
        if mention.kind in slot.kinds
    )
    return {name: ParticipantRole.PARTY for name in found if name not in roles}


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
