"""Who has invited a visitor: 국방성의 초청으로, 당 중앙위원회 초청에 따라.

Comes in: ``Clauses`` and the ``Trigger`` of a visit. Goes out: mentions of those at whose
invitation somebody came. Invariant: only phrases of the visit's own clause are asked.
"""

from __future__ import annotations

from haengbo.model.reading import Mention
from haengbo.reading.events.finding.genitives import genitives_before
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 초청을 받아, 초청에 응해.
_RECEIVING = {"받다", "응하다"}


def inviters(clauses: Clauses, trigger: Trigger) -> tuple[Mention, ...]:
    """국방성의 초청으로, 당 중앙위원회 초청에 따라: who has invited the visitor."""
    invitations = clauses.words.words["inviting"]
    arguments = trigger.arguments
    phrases = (*arguments.own, *arguments.loose) if arguments is not None else ()
    asked = [
        p
        for p in phrases
        if p.case in {Case.BY, Case.PER} and clauses.text(p.span).endswith(invitations)
    ]
    asked += _accepted(clauses, trigger)
    owners = [owner for p in asked for owner in genitives_before(clauses, p)]
    return tuple(mention for p in (*asked, *owners) for mention in inside(clauses, p)[-1:])


def _accepted(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """최고인민회의의 초청을 받아 도착했다: the invitation that the visitor has followed."""
    invitations = clauses.words.words["inviting"]
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    for position in range(at - 1, 0, -1):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if isinstance(verb, Verb):
            received = verb.lemma in _RECEIVING and verb.tail.startswith(("어 ", "아 ", "고 "))
            asked = isinstance(taken, Phrase) and clauses.text(taken.span).endswith(invitations)
            return [taken] if received and asked and isinstance(taken, Phrase) else []
    return []
