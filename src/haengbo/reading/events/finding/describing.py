"""Which clause describes a phrase, and what else stands left of a verb in its clause.

Comes in: ``Clauses`` with a phrase or the place of a verb. Goes out: the place of the describing
verb, or the nearest phrase in a case. Invariant: an ending that joins two verbs parts no clause.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.leftward import JOINED


def describer_of(clauses: Clauses, phrase: Phrase) -> int | None:
    """Place of the adnominal verb whose clause describes a phrase, past its genitives."""
    items = clauses.items
    position = items.index(phrase)
    while position:
        position -= 1
        item = items[position]
        if isinstance(item, Verb):
            # 미사일을 배치한 것을, 배치한 데 대해: an empty noun is described as well
            empty = phrase.tokens[0].tag == "NNB" and item.ending is Ending.NOMINAL
            return position if empty or item.ending is Ending.ADNOMINAL else None
        if item.case is not Case.GENITIVE:
            return None
    return None


def last_before(clauses: Clauses, position: int, case: Case) -> Phrase | None:
    """The nearest phrase in a case left of a verb, within its clause."""
    for item in reversed(clauses.items[:position]):
        if isinstance(item, Verb):
            if item.ending is Ending.CONNECTIVE and item.tail.startswith(JOINED):
                continue  # 일본이 헬기를 동원해 실시한 훈련
            if item.ending is Ending.QUOTATIVE and item.lemma == "이다":
                continue  # 국무부가 상황을 최악이라고 평가한 데 대해
            if case is Case.SUBJECT and _describes_within(clauses, item):
                continue  # 북한이 [실정에 맞는] 길을 가는 것을
            return None
        if item.case is case:
            return item
    return None


def _describes_within(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb describes a noun by what is no subject of its own."""
    at = clauses.place_of(verb)
    before = clauses.items[at - 1] if at else None
    owned = isinstance(before, Phrase) and before.case not in {Case.SUBJECT, Case.TOPIC}
    return owned and verb.ending is Ending.ADNOMINAL
