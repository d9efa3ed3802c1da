"""A verb without a subject before it → whether it drops it, and who stands in for it.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: whether the subject is only left unsaid, what
else the topic may be (when it was, what was done), and the phrase behind the verb or before 의 that
acts instead. Invariant: nothing inside quotation marks stands in for a subject outside.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.delegations import delegation, leader_of
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 핵실험까지 한 이상 일본도: who has to live with it did not do it.
_SINCE_IT_IS = ("ᆫ 이상 ", "은 이상 ")
#: Who may tell of what they did themselves; media only report.
_TELLERS = {ActorKind.PERSON, ActorKind.ORGANISATION}


def is_subject(trigger: Trigger) -> bool:
    """Whether the trigger is a noun that is the subject of its verb."""
    return trigger.noun and trigger.chain[-1].case in _ACTING and not _is_handed_on(trigger)


def _is_handed_on(trigger: Trigger) -> bool:
    """친서는 대사가 전달했다, 특사는 친서도 갖고 갔다: the letter is topic, but another acts."""
    letter = any(frame.mode == "letter" for frame in trigger.frames)
    active = trigger.verb is not None and not trigger.verb.passive
    if not (letter and active) or trigger.arguments is None:
        return False
    taken = is_topic_taken(trigger.chain[-1])
    acting = (p for p in trigger.arguments.subjects if taken or p.case is Case.SUBJECT)
    return trigger.chain[-1].case is Case.TOPIC and any(p not in trigger.chain for p in acting)


def later_subject(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """열병식 참석차 베이징에 간 위원장은: a subordinate clause has its subject behind it."""
    if trigger.verb is not None and trigger.verb.tail.startswith(_SINCE_IT_IS):
        return None
    for item in clauses.items[trigger.verb_index or 0 :]:
        if isinstance(item, Verb) and _is_told_by_another(item):
            return None
        if not isinstance(item, Phrase) or item.case not in _ACTING:
            continue
        if clauses.quote_of(item) is not None:
            continue
        if heads(clauses, item) or delegation(clauses, item) or leader_of(clauses, item):
            return item
    return None


def teller_behind(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """쌀을 지원했다고 통일부가 밝혔다: who tells of a deed of nobody named has done it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _is_told_by_another(verb):
        return None
    behind = clauses.items[at + 1 :]
    subjects = [i for i in behind if isinstance(i, Phrase) and i.case in _ACTING]
    verbs = [i for i in behind if isinstance(i, Verb)]
    if len(subjects) != 1 or len(verbs) != 1 or verbs[0].lemma not in clauses.words.words["saying"]:
        return None
    named = heads(clauses, subjects[0])
    acts = bool(named) and all(m.kind in _TELLERS for m in named)
    return subjects[0] if acts else None


def _is_told_by_another(verb: Verb) -> bool:
    """만나 대화를 나눴다고 외무부가 밝혔다: behind what was done stands who told of it."""
    return verb.ending is Ending.QUOTATIVE and verb.past


def drops_subject(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a verb of the main clause has no subject before it, outside quotations."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or verb.ending is Ending.ADNOMINAL or verb.passive:
        return False
    if clauses.quote_of(verb) is not None:
        return False
    # 이날은, 모레는: when it is, not who acts; 친서도 전달했다: what is done
    treated = trigger.chain[-1:] if _is_treated(trigger) else ()
    subjects = (phrase for phrase in arguments.subjects if phrase not in treated)
    acting = any(not tells_time(clauses, phrase) for phrase in subjects)
    return not acting and (bool(treated) or not is_subject(trigger))


def _is_treated(trigger: Trigger) -> bool:
    """친서도 전달했다: what is done, by a verb that takes it as its object."""
    taken = trigger.support is not None and "object" in trigger.support.cases
    return taken and trigger.noun and is_topic_taken(trigger.chain[-1])


def tells_time(clauses: Clauses, phrase: Phrase) -> bool:
    """이날은, 모레는: a topic that only says when."""
    times = clauses.document.times_in(phrase.span)
    covered = bool(times) and times[0].span.start <= phrase.span.start
    return covered and phrase.case is Case.TOPIC and times[-1].span.end >= phrase.span.end


def genitive_subject(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """대통령의 평양 방문 때: a noun made a verb by its time has its subject before 의."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or not clauses.sets_another_time(verb):
        return None
    if verb.ending is not Ending.CONNECTIVE:
        return None
    owners = (p for p in arguments.own if p.case is Case.GENITIVE)
    return next((p for p in owners if heads(clauses, p)), None)


def takes_topic(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """군 통신선도 끊었다: a topic that the verb takes leaves it without a subject."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or trigger.noun or verb.passive:
        return False
    if verb.ending is Ending.ADNOMINAL or clauses.quote_of(verb) is not None:
        return False
    only = arguments.subjects == arguments.own[-1:] and bool(arguments.subjects)
    takes = any(slot.role == "target" and "object" in slot.cases for slot in frame.slots)
    return only and takes and is_topic_taken(arguments.subjects[0])


def is_topic_taken(phrase: Phrase) -> bool:
    """통신선도 (끊었다): what is marked with 도 right before its verb may be its object."""
    return phrase.case is Case.TOPIC and phrase.particles[-1:] == ("도",)
