"""What a sentence says behind a happening of when and where it was.

Comes in: ``Clauses`` and a ``Trigger`` or its place. Goes out: the phrases that say so. Korean
puts them behind what it singles out: 만난 것은 5일 하노이에서였다, 만남은 6월 평양이 마지막이다; so
too who acted: 만난 사람은 외무상이다.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Clauses, Phrase, Verb

#: 만난 것은, 찾은 것은: what a cleft sentence is about.
CLEFTS = ("ᆫ 것 은 ", "은 것 은 ", "하 ᆫ 것 은 ")
#: 만난 때는, 만난 날은.
_TIMES = ("ᆫ 때 는 ", "은 때 는 ", "ᆫ 날 은 ", "은 날 은 ", "ᆫ 시점 은 ", "은 시점 은 ")


def last_said(clauses: Clauses, at: int) -> tuple[Phrase, ...]:
    """대화는 [6월]을 끝으로 멈췄다, 만남은 [6월 평양]이 마지막이다: when and where it was last."""
    behind: list[Phrase] = []
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            return ()
        if clauses.text(item.span) in clauses.words.words["last-times"]:
            return tuple(behind)
        behind.append(item)
    return ()


def cleft(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """What is said of 것, behind a verb that tells what it was: 만난 것은 [5일 하노이에서]였다."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _tells(trigger):
        return ()
    if not verb.tail.startswith((*CLEFTS, *_TIMES)):
        return ()
    behind: list[Phrase] = []
    for item in clauses.items[at + 2 :]:
        if isinstance(item, Verb):
            counted = any(_counts(clauses.text(phrase.span)) for phrase in behind)
            return tuple(behind) if item.lemma == "이다" and not counted else ()
        behind.append(item)
    return ()


def described_day(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """북한이 미사일을 쏜 [지난 3일]: the day that the clause describes, not the one after it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _tells(trigger) or verb.ending is not Ending.ADNOMINAL:
        return ()
    behind = clauses.items[at + 1 :][:1]
    day = behind[0] if behind else None
    if not isinstance(day, Phrase):
        return ()
    if not clauses.says_when(day) and not _is_of_talks(clauses, trigger, day):
        return ()
    later = clauses.text(day.span).startswith(clauses.words.words["days-after"])
    return () if later else (day,)


def _is_of_talks(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """두 장관이 마주 앉은 [이날 회담에서]: the talks that the clause describes, with their day."""
    text = clauses.text(phrase.span)
    times = clauses.document.times_in(phrase.span)
    opens = bool(times) and times[0].span.start == phrase.span.start
    met = trigger.frames[0].mode == "meeting" and not trigger.noun
    return met and opens and any(noun in text for noun in clauses.words.words["sessions"])


def day_after(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """총리가 회담한 [다음 날인 9일]: the day after the one that the clause describes."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _tells(trigger) or verb.ending is not Ending.ADNOMINAL:
        return ()
    behind = clauses.items[at + 1 :][:2]
    days = tuple(item for item in behind if isinstance(item, Phrase))
    if len(days) != len(behind) or not days:
        return ()
    words = clauses.words.words["day-after"]
    if not clauses.text(days[0].span).startswith(words):
        return ()
    return tuple(d for d in days if clauses.says_when(d) and clauses.text(d.span) not in words)


def _tells(trigger: Trigger) -> bool:
    """만나다, 회담을 열다: the verb tells of it, by itself or for the noun before it."""
    return not trigger.noun or (trigger.support is not None and trigger.support.status is None)


def is_remarked_on(trigger: Trigger) -> bool:
    """대사가 부부장을 만난 것은 처음이다: a remark on the meeting told of, no other one."""
    verb = trigger.verb
    return not trigger.noun and verb is not None and verb.tail.startswith(CLEFTS)


def _counts(text: str) -> bool:
    """오사카 이후, 6년 4개월 만: since when it was the first, not when it was."""
    return text.endswith(("이후", "이래", "만"))
