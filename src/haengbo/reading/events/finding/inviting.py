"""Who has invited a visitor: 국방성의 초청으로, 당 중앙위원회 초청에 따라.

Comes in: ``Clauses`` and the ``Trigger`` of a visit. Goes out: mentions of those at whose
invitation somebody came. Invariant: only phrases of the visit's own clause are asked.
"""

from __future__ import annotations

from haengbo.model.reading import Mention
from haengbo.reading.events.finding.candidates import genitives_before
from haengbo.reading.events.finding.naming import inside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses


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
    owners = [owner for p in asked for owner in genitives_before(clauses, p)]
    return tuple(mention for p in (*asked, *owners) for mention in inside(clauses, p)[-1:])
