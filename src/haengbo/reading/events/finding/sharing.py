"""What two verbs that an ending joins share: 어선을 끌고 갔다가 놓아주었다.

Comes in: ``Clauses`` and a ``Trigger`` without the complement it needs. Goes out: phrases that the
verb before it takes. Invariant: a verb of another clause shares nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.leftward import JOINED

#: 태워, 붙잡아, 끌고, 끌고 갔다가: a verb that takes the same object as the next.
_SERIAL = ("어 ", "아 ", "여 ", "고 ", "다가 ", "었 다가 ", "았 다가 ", "어 가 ", "고 가 ")
#: 들어갔다가, 가서: what follows befalls one there.
_THERE = ("었 다가 ", "었 다 ", "다가 ", "어 ", "어서 ", "고 나서 ", "ᆫ 뒤 ", "은 뒤 ")
#: 건네고, 만나며: endings that set one act beside another.
_ALONGSIDE = ("고 ", "며 ", "으며 ", "면서 ", "으면서 ")
#: 총리에게, 주석께.
TOLD = {("에게",), ("께",)}


def told_both(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석에게 친서를 건네고 방문을 요청했다: to whom, of two verbs that 고 or 며 joins."""
    arguments = trigger.arguments
    if trigger.noun or arguments is None or any(p.case is Case.TO for p in arguments.own):
        return
    before = list(reversed(clauses.items[: trigger.index]))
    at = next((n for n, item in enumerate(before) if isinstance(item, Verb)), None)
    joined = before[at] if at is not None else None
    if at is None or not isinstance(joined, Verb) or not joined.tail.startswith(_ALONGSIDE):
        return
    for item in before[at + 1 :]:
        if isinstance(item, Verb) or item.case in {Case.SUBJECT, Case.TOPIC}:
            return
        if item.particles[:1] in TOLD and clauses.quote_of(item) is None:
            yield item
            return


def shared(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """노동자를 트럭에 태워 내쫓았다, 어선을 끌고 갔다가 놓아주었다: what both verbs take."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    verb = trigger.verb
    if verb is None or trigger.noun or any(p.case is Case.OBJECT for p in own):
        return
    if verb.ending is Ending.ADNOMINAL and any(f.type in UTTERANCES for f in trigger.frames):
        return  # 침공을 드러내 놓고 지지하는 나라: how it stands, no act
    joined = False
    for item in reversed(clauses.items[: trigger.index]):
        if isinstance(item, Verb):
            if clauses.quote_of(item) != clauses.quote_of(clauses.items[trigger.index]):
                return
            if not item.tail.startswith(_joining(trigger)) and item.ending is not Ending.NONE:
                return
            joined = True
        elif joined and item.case is Case.OBJECT:
            yield item
            return


def _joining(trigger: Trigger) -> tuple[str, ...]:
    """높이 평가하며 지지했다: two things said of one, as two things done to one (태워 내쫓았다)."""
    said = any(frame.type in UTTERANCES for frame in trigger.frames)
    return (*_SERIAL, *_ALONGSIDE) if said else _SERIAL


def brought(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """장관을 불러 저녁을 대접했다: whom the verb joined to this one takes."""
    for position in range(trigger.index - 1, 0, -1):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if isinstance(verb, Verb):
            joined = verb.ending is Ending.CONNECTIVE and verb.tail.startswith(JOINED)
            if joined and isinstance(taken, Phrase) and taken.case in {Case.OBJECT, Case.WITH}:
                yield taken
            return


def whither(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """북한에 들어갔다가 억류됐다: where the verb right before it led the same one."""
    went: Verb | None = None
    for item in reversed(clauses.items[: trigger.index]):
        if isinstance(item, Verb):
            enters = item.lemma in clauses.words.words["entering"]
            if went is not None or not enters or not item.tail.startswith(_THERE):
                return
            went = item
        elif went is not None and item.case in {Case.TO, Case.BY, Case.OBJECT}:
            yield item
        elif item.case in {Case.SUBJECT, Case.TOPIC}:
            return
