"""A verb that only describes a noun, a noun without a verb: what is told by them all the same.

Comes in: a ``Trigger`` in its clauses and one of its frames. Goes out: whether the clause itself
says that it was done, by whom or on which day. Invariant: a verb tells only of what is past
(규탄한, 받은).
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.article import CHRONOLOGY
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.clefts import described_day
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.granted import is_granted
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.people.spoken_for import body_spoken_for
from haengbo.reading.events.scene.when import date_of

#: 규탄한, 받은.
_DONE = ("ᆫ ", "은 ")
_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 요구한 것은, 제안한 바는.
_WHAT_IT_IS = ("것", "바", "내용")
_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
#: 제의한 데 따른 것이다.
_LED_TO = ("ᆫ 데 따르", "은 데 따르")
#: 비난한 데 대해, 위협한 것과 관련해, 요구한 것을 두고.
_RESPONDED = re.compile(
    r"\A(?:ᆫ|은) (?:데|것 에) (?:대하|관하|반발|맞서|항의)|\A(?:ᆫ|은) 것 (?:과 관련|을 두 )"
)
_FINITE = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE, Ending.NONE}


def tells_of_itself(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """Whether a noun tells by its date, the clause that describes it or whose deed it is."""
    placed = trigger.relative is not None
    if frame.nominal in {"placed", "held"}:
        held = frame.nominal == "held"
        return placed or (held and (_has_month(clauses, trigger) or _is_entry(clauses, trigger)))
    dated = frame.nominal == "dated"
    if dated and (_is_described_as_done(trigger) or _has_month(clauses, trigger)):
        return True
    return (dated or frame.nominal == "granted") and is_granted(clauses, trigger)


def _is_entry(clauses: Clauses, trigger: Trigger) -> bool:
    """▲2.25∼28 = 제2차 6자회담(베이징): an entry without a verb tells of what it names.

    So does a part of one: ▲ 4.7 = 한미일 3자협의, 공조 재확인.
    """
    if clauses.sentence.block.rule != CHRONOLOGY:
        return False
    phrase = clauses.items[trigger.index]
    parted = isinstance(phrase, Phrase) and phrase.comma and phrase.case is Case.BARE
    return parted or not any(isinstance(item, Verb) for item in clauses.items)


def _has_month(clauses: Clauses, trigger: Trigger) -> bool:
    """지난 9월 회담 이후: a month or year of its own; a bare day may be that of the verb."""
    dated = date_of(clauses, trigger)
    return dated is not None and len(dated.time.value) < len("2024-01-01")


def is_finite(trigger: Trigger, frame: FrameRow) -> bool:
    """Whether the verb says by itself that it was done, or need not."""
    verb = trigger.verb
    led_to = verb is not None and verb.tail.startswith(_LED_TO)
    return not frame.finite or verb is None or verb.ending in _FINITE or led_to


def _is_described_as_done(trigger: Trigger) -> bool:
    """미국이 3일 북한에 부과한 제재: the clause says that it was done, and by whom."""
    verb, described = trigger.relative_verb, trigger.relative
    if verb is None or described is None or not verb.tail.startswith(_DONE):
        return False
    return any(p.case is Case.SUBJECT for p in described.own)


def describes_day(clauses: Clauses, trigger: Trigger) -> bool:
    """일본을 규탄한 지난 3일: of a day it is told what was done on it."""
    verb = trigger.verb
    done = verb is not None and verb.tail.startswith(_DONE)
    return done and bool(described_day(clauses, trigger))


def describes_actor(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """4일 북한을 규탄한 일본은: of somebody named it is told as well; …을 규탄한 내용 names it.

    Not where who took part would have to be supposed: 파병된 북한군은.
    """
    if any(slot.default is not None for slot in frame.slots):
        return False
    verb, arguments = trigger.verb, trigger.arguments
    head = arguments.head if arguments is not None and not trigger.noun else None
    past = verb is not None and verb.tail.startswith(_DONE)
    if head is None or not past or head.case not in _ACTING:
        return False
    named = (*heads(clauses, head), *body_spoken_for(clauses, head))
    return any(m.kind in _ACTORS for m in named)


def is_responded_to(clauses: Clauses, trigger: Trigger) -> bool:
    """북한이 미국을 위협한 데 대해: by whom it was said stands in the clause itself."""
    arguments = trigger.arguments
    if arguments is None or not is_answered(trigger):
        return False
    return any(p.case is Case.SUBJECT and heads(clauses, p) for p in arguments.own)


def is_answered(trigger: Trigger) -> bool:
    """위협한 데 대해, 비난한 것과 관련해: others respond to it."""
    verb = trigger.verb
    return verb is not None and not trigger.noun and _RESPONDED.match(verb.tail) is not None


def names_offer(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """한국이 애초 제의한 날짜: by whom it was offered or asked stands in the clause itself."""
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or trigger.noun or frame.type != "REQUEST":
        return False
    if not verb.tail.startswith(_DONE) or verb.ending is Ending.QUOTATIVE:
        return False
    head = arguments.head
    if head is not None and head.case in _ACTING and clauses.text(head.span) in _WHAT_IT_IS:
        return False  # 우리가 요구한 것은 일부 해제다: what it was is explained
    return any(p.case is Case.SUBJECT and heads(clauses, p) for p in arguments.own)
