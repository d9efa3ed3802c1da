"""Whether a verb tells what goes on year by year, so that it is no single act.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: yes or no. Only a word of the clause itself
counts (해마다, 매년), and only for a verb that tells of no past act: 지난해까지 해마다 방문했다 is
left alone.
"""

from __future__ import annotations

from itertools import takewhile

from haengbo.model.span import Span
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import UP_TO_NOW
from haengbo.reading.events.parsing.clauses import Clauses, Item, Verb


def _in_clause(item: Item) -> bool:
    """봄이면: that it is spring is no clause of its own."""
    return not isinstance(item, Verb) or item.lemma == "이다"


def is_of_each_year(clauses: Clauses, trigger: Trigger) -> bool:
    """해마다 훈련한다, 매년 방문해 왔다: neither done once nor still to come."""
    verb = trigger.verb
    if verb is None or (verb.past and not verb.tail.startswith(UP_TO_NOW)):
        return False
    own = takewhile(_in_clause, reversed(clauses.items[: trigger.index]))
    # of 친서를 들고 간 이는 대사다 who carried it is put in front of what was carried
    starts = (item.span.start for item in own if item.span.start < trigger.span.start)
    start = min(starts, default=trigger.span.start)
    said = clauses.text(Span(start, trigger.span.start)).split()
    return any(word in clauses.words.words["each-year"] for word in said)
