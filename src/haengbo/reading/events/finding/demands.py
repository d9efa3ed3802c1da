"""A demand told by a clause → whom it is put to and who puts it: 중국이 나설 것을 촉구했다.

Comes in: a ``Trigger`` by a verb of asking. Goes out: phrases. Invariant: who is to do it is the
subject of a clause that the verb takes (할 것을, 하기를, 하라고), never who asks.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 나설 것을, 나서 주기를.
_TO_BE_DONE = (" 것 을", "ᆯ 것 을", "을 것 을", "기 를", "기를")
#: Endings of what else the same clause tells: 나와 협상할 것을, 버린다는 결단을 내려야 한다고.
_GOES_ON = {Ending.CONNECTIVE, Ending.ADNOMINAL, Ending.NOMINAL}
_TOLD = {Ending.FINAL, Ending.CONNECTIVE, Ending.NONE}


def demanded_of(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """The subject of what is asked for, if it stands in a clause of its own behind a topic.

    In 대변인은 외무상이 도와 달라고 요청했다고 전했다 the subject is who asks.

    Example:
        ``정부는 중국이 제재를 지킬 것을 촉구했다``: 중국이.
    """
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or trigger.noun or verb.ending not in _TOLD:
        return None
    inner: list[Verb] = []
    for item in reversed(clauses.items[:at]):
        if clauses.quote_of(item) != clauses.quote_of(verb):
            break
        if isinstance(item, Verb):
            if not (_is_asked_for(item) if not inner else item.ending in _GOES_ON):
                break
            inner.append(item)
        elif inner and item.case is Case.SUBJECT:
            behind = _topic_before(clauses, item) is not None
            return item if behind and heads(clauses, item) else None
        elif item.case is Case.TOPIC:
            break
    return None


def demander(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """밝히고, 중국이 제재를 지킬 것을 촉구했다: who asks is the topic, left of another verb."""
    if all(frame.type != "REQUEST" for frame in trigger.frames):
        return None
    meant = demanded_of(clauses, trigger)
    return _topic_before(clauses, meant) if meant is not None else None


def _topic_before(clauses: Clauses, phrase: Phrase) -> Phrase | None:
    """The last topic left of a phrase, in the same words, that names somebody."""
    before = clauses.items[: clauses.place_of(phrase)]
    topics = (p for p in reversed(before) if isinstance(p, Phrase) and p.case is Case.TOPIC)
    said = (p for p in topics if clauses.quote_of(p) == clauses.quote_of(phrase))
    return next((p for p in said if heads(clauses, p)), None)


def _is_asked_for(verb: Verb) -> bool:
    if verb.ending is Ending.QUOTATIVE:
        return True
    return verb.ending is Ending.NOMINAL and any(sign in verb.tail[:14] for sign in _TO_BE_DONE)
