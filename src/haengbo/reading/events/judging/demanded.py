"""Whose doing a verb tells that is joined to what somebody demands or says ought to be.

Comes in: ``Clauses`` and the place of a verb. Goes out: whether another acts in it than who speaks,
and the verb that closes its chain. Invariant: of what one does oneself the demand says nothing.

Example:
    ``대변인은 일본이 사죄하고 배상해야 한다고 말했다``: Japan has not apologised.
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import is_joined
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 취해야 할것이다.
_OUGHT_TO_BE = re.compile(r"[어아여]야 (?:하|되) (?:ᆯ|을) 것 이 ")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}


def is_of_another(clauses: Clauses, at: int) -> bool:
    """대변인은 일본이 …하고: who acts stands right before, behind the topic that speaks."""
    verb = clauses.items[at]
    acting = [
        item
        for item in clauses.items[:at]
        if isinstance(item, Phrase) and item.case in _SUBJECTS
        if clauses.quote_of(item) in {None, clauses.quote_of(verb)}
    ]
    if not acting or acting[-1].case is not Case.SUBJECT:
        return False
    between = clauses.items[clauses.place_of(acting[-1]) : at]
    apart = any(isinstance(i, Verb) and i.ending is not Ending.CONNECTIVE for i in between)
    return not apart and any(item.case is Case.TOPIC for item in acting[:-1])


def end_of_chain(clauses: Clauses, at: int) -> tuple[Verb | None, int | None]:
    """제재를 [풀고] 수교할 것을: the verb that closes the chain and its place, if one does."""
    verb = clauses.items[at]
    for place, item in enumerate(clauses.items[at + 1 :], at + 1):
        if isinstance(item, Phrase):
            if item.case in _SUBJECTS:
                break
        elif clauses.quote_of(item) != clauses.quote_of(verb) or item.past:
            break
        elif item.ending is not Ending.ADNOMINAL and not is_joined(item):
            return item, place
    return None, None


def is_expressed(clauses: Clauses, trigger: Trigger) -> bool:
    """북한은 유감을 표하고 회담을 열자고 했다: what one expresses oneself beside what one wants.

    Not 일본은 사죄하고 배상하여야 한다, nor 대변인은 일본이 사죄하고 배상해야 한다고 말했다.
    """
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.lemma not in clauses.words.words["expressing"]:
        return False
    closing, _ = end_of_chain(clauses, at)
    # 사과하며 배상해야 할것이다 ends the sentence as 배상해야 한다 does
    ends = closing is not None and _OUGHT_TO_BE.match(closing.tail) is not None
    told = closing is None or (closing.ending is not Ending.FINAL and not ends)
    return told and not is_of_another(clauses, at)
