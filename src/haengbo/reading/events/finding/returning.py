"""Those who come back from what a verb tells → whose doing it was.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: the phrase that the clause of coming back
describes, or ``None``. Invariant: nothing stands between the two verbs.

Example:
    ``총비서는 중국 방문을 마치고 돌아온 예술단을 만났다``: the troupe was in China.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.delegations import delegation, means_visitors
from haengbo.reading.events.finding.naming import acts, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Clauses, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.parsing.leftward import JOINED


def who_returned(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """Who is described as coming back right behind the trigger's verb."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(JOINED):
        return None
    behind = clauses.items[at + 1] if at + 1 < len(clauses.items) else None
    if not isinstance(behind, Verb) or behind.ending is not Ending.ADNOMINAL:
        return None
    head = head_after(clauses, at + 1)
    if head is None or behind.lemma not in clauses.words.words["returning"]:
        return None
    able = heads(clauses, head) or acts(clauses, head) or delegation(clauses, head)
    return head if able or means_visitors(clauses, head) else None
