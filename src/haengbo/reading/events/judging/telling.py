"""Whether a trigger tells of a happening or only names it, and what closes its clause.

Comes in: a ``Trigger`` and its frame. Goes out: yes or no. A happening that a verb tells is one of
the page's own; one that is only named (회담에서 말했다) refers to what is told elsewhere.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.clefts import is_remarked_on
from haengbo.reading.events.finding.naming import coordinated
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb

#: 방문하겠다고, 쏘지 않겠다고, 쏘지 않기로.
_WORD = ("겠 ", "지 않 겠 ", "지 는 않 겠 ", "지 않 기 로 ")


def is_word_for_later(trigger: Trigger, draft: Draft) -> bool:
    """지난 9일 축전에서 평양을 찾겠다고 했다: the day is that of the words."""
    verb = trigger.verb
    own_word = verb is not None and verb.tail.startswith(_WORD)
    return draft.status is Status.PLANNED and own_word


def sets_out_for(clauses: Clauses, trigger: Trigger) -> bool:
    """중국을 방문하기 위해 베이징에 도착했다: who has set out for a visit is on it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or trigger.noun or not verb.purpose:
        return False
    moves, words = clauses.done_for(at), clauses.words.words
    going = words["departing"] + words["arriving"]
    return moves is not None and moves.past and moves.lemma in going


def is_told(trigger: Trigger, frame: FrameRow) -> bool:
    """Whether a verb tells it; 회담에서 말했다 only refers to a meeting told elsewhere."""
    support = trigger.support
    if not trigger.noun:
        return not is_remarked_on(trigger)
    partner = any(phrase.case is Case.WITH for phrase in trigger.chain)
    if support is None:  # 장관과의 통화에서 …하겠다고 말했다
        return partner and frame.mode == "phone" and trigger.chain[-1].case is Case.AT
    if frame.mode == "letter":
        return True
    return "at" not in support.cases or frame.mode == "multilateral" or partner


def meets_there(clauses: Clauses, trigger: Trigger) -> bool:
    """외무상은 포럼에서 부장과 회담을 가졌다: the forum is only where the two met."""
    arguments = trigger.arguments
    if trigger.chain[-1].case is not Case.AT or arguments is None:
        return False
    with_whom = any(p.case is Case.WITH and p not in trigger.chain for p in arguments.own)
    both = any(len(coordinated(clauses, p)) > 1 for p in arguments.subjects[:1])
    held = arguments.own[-1:] if with_whom or both else ()
    for phrase in held:
        noun = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
        frames = clauses.words.by_noun[noun] if noun is not None else ()
        if phrase.case is Case.OBJECT and any(frame.mode == "meeting" for frame in frames):
            return True
    return False


def points_at(clauses: Clauses, trigger: Trigger) -> bool:
    """라브로프 장관의 이번 방문은: a visit only named, and pointed at as one told of."""
    if not trigger.noun or trigger.support is not None or not trigger.chain:
        return False
    first = trigger.chain[-1].tokens[:1]
    pointing = clauses.words.words["pointing"]
    return trigger.frames[0].mode == "visit" and any(token.form in pointing for token in first)


def closes_clause(verb: Verb | None) -> bool:
    """Whether a verb ends a clause of its own, not one that describes or is part of another."""
    return verb is not None and verb.ending in {
        Ending.FINAL,
        Ending.CONNECTIVE,
        Ending.QUOTATIVE,
        Ending.NONE,
    }
