"""A trigger → whether it is only what one side claims of another.

Comes in: a ``Trigger`` in its clauses and its frame. Goes out: yes or no. What one claims and the
other denies is two: the act alleged, and the denial.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Statement
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb

#: What others claim of somebody.
CLAIMED = {"MOBILIZE", "ASSAULT", "AID", "COERCE"}
#: 전했다고, 전해 왔다고.
_PAST, _WITHIN = {"었", "았", "였"}, 3
#: 보냈다는, 보낸다는.
_THAT_IT_WAS = ("었 다는 ", "았 다는 ", "였 다는 ", "ᆫ다는 ", "는다는 ")


def is_claim_of_another(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """무기를 보냈다는 미국의 주장을 부인했다: one claims it, the other denies it: two."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.type not in CLAIMED or verb is None or at is None:
        return False
    if not verb.tail.startswith(_THAT_IT_WAS):
        return False
    owned = False
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            return False
        owned = owned or item.case is Case.GENITIVE
        if item.case not in {Case.GENITIVE, Case.BARE}:
            return owned and clauses.text(item.span).startswith(clauses.words.words["claims"])
    return False


def is_only_reported(clauses: Clauses, trigger: Trigger) -> bool:
    """기술진이 들어갔다는 교도통신 보도가 있다: what the page itself only knows as a report."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(_THAT_IT_WAS[:3]):
        return False
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            return False
        if item.case not in {Case.GENITIVE, Case.BARE}:
            told = clauses.text(item.span).endswith(clauses.words.words["reports-of-others"])
            return told and item.case in {Case.SUBJECT, Case.TOPIC, Case.ABOUT}
    return False


def is_claimed_of_speaker(clauses: Clauses, statement: Statement) -> bool:
    """총리가 만나고 싶다는 뜻을 전해 왔다고 주장했다: that he said so is only claimed."""
    behind = [i for i in clauses.items if isinstance(i, Verb) and i.span.end > statement.span.end]
    said = next((n for n, v in enumerate(behind) if v.ending is Ending.QUOTATIVE and _did(v)), None)
    saying = behind[said + 1 : said + 2] if said is not None else []
    claims = bool(saying) and saying[0].lemma in clauses.words.words["claiming"]
    return claims and bool(statement.chain)


def _did(verb: Verb) -> bool:
    """전했다고, 전해 왔다고; not the words themselves (만나고 싶다는)."""
    return verb.past or any(form in _PAST for form in verb.tail.split()[:_WITHIN])
