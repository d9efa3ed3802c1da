"""Words beside a trigger that say that its frame does not hold: 핵실험 유예, 제재 회피.

Comes in: a ``Trigger`` in its ``Clauses`` and its frame. Goes out: yes or no.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, Status
from haengbo.model.span import Span
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.judging.endings import by_endings
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb

#: 선언'을 for 선언을: marks of quotation part no words.
_MARKS = re.compile("[‘’'「」『』《》〈〉]")
#: Modes of what is arranged before it is held.
_ARRANGED = {"visit", "meeting"}
#: 발사할 계획, 건설하는 방안.
_BEFORE_NOUN = ("ᆯ ", "을 ", "는 ")


def has_unwanted_word(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """Whether a word that the frame shuns stands around the trigger, or right behind it."""
    if frame.type == "SUPPORT" and _is_opinion(clauses, trigger):
        return True
    if frame.not_before:
        behind = clauses.document.text[trigger.span.end : clauses.sentence.span.end].lstrip()
        if behind.startswith(frame.not_before) and not _says_how_it_stands(clauses, trigger):
            return True
        if _is_listed_before(clauses, trigger, frame):
            return True
    if not frame.excludes:
        return False
    text = _MARKS.sub("", clauses.text(_own_words(clauses, trigger)))
    return any(word in text for word in frame.excludes)


def _is_opinion(clauses: Clauses, trigger: Trigger) -> bool:
    """남북이 대화하는 것을 지지한다: what two others shall do together backs neither.

    Not 북한이 실정에 맞는 길을 가는 것을 지지한다.
    """
    own = trigger.arguments.own if trigger.arguments is not None else ()
    matter = next((p for p in own if p.case is Case.OBJECT and clauses.text(p.span) == "것"), None)
    if matter is None:
        return False
    states: set[str] = set()
    for item in reversed(clauses.items[: clauses.place_of(matter)]):
        if isinstance(item, Verb):
            continue
        if item.case is Case.TOPIC or clauses.quote_of(item) != clauses.quote_of(matter):
            break
        states |= {m.name for m in heads(clauses, item) if m.kind is ActorKind.STATE}
    return len(states) > 1


def _says_how_it_stands(clauses: Clauses, trigger: Trigger) -> bool:
    """발사할 계획, 건설하는 방안: with a verb the word only says that it is to come."""
    verb = trigger.verb
    if trigger.noun or verb is None or not verb.tail.startswith(_BEFORE_NOUN):
        return False
    return by_endings(verb, clauses.words) in {Status.PLANNED, Status.PREDICTED}


def _own_words(clauses: Clauses, trigger: Trigger) -> Span:
    """기자들에게 “외무상을 만나겠다”고: what is outside the quotation is not beside it."""
    reach = reach_of(trigger)
    quote = clauses.quote_of(clauses.items[trigger.index])
    if quote is None:
        return reach
    start = max(reach.start, quote.span.start)
    return Span(start, max(start, min(reach.end, quote.span.end)))


def _is_listed_before(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """핵실험과 시험발사 유예를 깼다: what ends the list is of all in it."""
    phrase = clauses.items[trigger.index]
    if not trigger.noun or isinstance(phrase, Verb):
        return False
    for item in clauses.items[trigger.index + 1 :]:
        listed = phrase.case is Case.WITH or (phrase.case is Case.BARE and phrase.comma)
        if isinstance(item, Verb) or not listed:
            return False
        if clauses.text(item.span).endswith(frame.not_before):
            return True
        phrase = item
    return False


def is_matter(clauses: Clauses, trigger: Trigger) -> bool:
    """북한의 미사일 발사 문제를 논의했다: a matter without a day, no launch that is told."""
    if not trigger.noun or trigger.support is not None:
        return False
    frame, words = trigger.frames[0], clauses.words.words
    if frame.type != "ASSAULT" and frame.mode not in _ARRANGED:
        return False
    phrase = trigger.chain[-1]
    behind = clauses.text(Span(trigger.span.end, phrase.span.end)).strip()
    dated = clauses.document.times_in(trigger.chain[0].span.hull(phrase.span))
    matters = words["matters"] if frame.type == "ASSAULT" else words["open-matters"]
    return behind.startswith(matters) and not dated
