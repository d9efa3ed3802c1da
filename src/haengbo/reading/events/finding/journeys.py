"""Phrases of a journey: who is welcomed, who comes along, where it leads.

Comes in: ``Clauses`` and the ``Trigger`` of a visit, a departure or a feast. Goes out: phrases in
order of the text. Invariant: of those whom another verb takes only such that the verb says to come
or to go along.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.genitives import genitives_before
from haengbo.reading.events.finding.modifiers import is_of_both
from haengbo.reading.events.finding.naming import heads, stands_beside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: Endings of what somebody sets out to do: 방문하기 위해, 방문하러, 방문할.
_AIMS = ("기 위하", "러 ", "려고", "고자", "고저", "ᆯ ")
_ELSEWHERE = {Case.TO, Case.AT, Case.GENITIVE, Case.BY, Case.BARE}


def hosts(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """정부는 외교부장을 환영하여 연회를 마련했다: a state gives a feast for somebody."""
    arguments = trigger.arguments
    if arguments is not None and any(True for _ in welcomed(clauses, trigger)):
        yield from arguments.subjects[:1]


def welcomed(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """장관을 환영하는 연회가, 장관을 환영하여 연회를: whom the verb before the noun takes."""
    before = clauses.items[: trigger.index]
    for index in range(len(before) - 1, 0, -1):
        verb, phrase = before[index], before[index - 1]
        if isinstance(verb, Verb) and verb.lemma in clauses.words.words["welcoming"]:
            if isinstance(phrase, Phrase) and phrase.case is Case.OBJECT:
                visit = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
                yield from _comers(clauses, phrase) if visit else (phrase,)
            return


def _comers(clauses: Clauses, visit: Phrase) -> Iterator[Phrase]:
    """장관의 방북을 환영하는: who comes, if a person, not the coming."""
    for owner in genitives_before(clauses, visit):
        if any(m.kind is ActorKind.PERSON for m in heads(clauses, owner)):
            yield owner


def destinations(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """Where a departure leads: what is named before the verb, also as what shall be visited."""
    if trigger.arguments is None:
        return
    for index, item in enumerate(clauses.items[: trigger.index]):
        if isinstance(item, Verb):
            continue
        following = clauses.items[index + 1]
        verb = following if isinstance(following, Verb) else None
        if item.case is Case.AT and verb is None:
            continue  # 평양에서 외무성 부상이 …로 떠났다: where it began
        aim = item.case is Case.OBJECT and _is_visit(clauses, verb)
        if (
            (item.case in _ELSEWHERE and not is_of_both(clauses, item))
            or aim
            or _for_visit(clauses, item)
        ):
            yield item


def linked(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """평양과 모스크바를 잇는 열차가: what a line leads between, wherever the verb stands."""
    for index, item in enumerate(clauses.items[: trigger.index]):
        if isinstance(item, Verb) and item.lemma in clauses.words.words["linking"] and index:
            ends = clauses.items[index - 1]
            if isinstance(ends, Phrase) and ends.case in {Case.OBJECT, Case.TO, Case.BY}:
                yield ends


def companions(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석은 여사와 함께, 차관을 대동하고 평양을 방문했다: who comes along."""
    own = trigger.arguments.own if trigger.arguments is not None and not trigger.noun else ()
    yield from (p for p in own if p.case is Case.WITH and stands_beside(clauses, p))
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    for position in range(1, at):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if not isinstance(verb, Verb) or not _takes_along(clauses, verb, taken):
            continue
        joined = verb.ending is Ending.CONNECTIVE or _describes_subject(trigger, verb, clauses)
        joined = joined and clauses.quote_of(verb) is None
        if joined and isinstance(taken, Phrase) and taken.case is Case.OBJECT:
            yield taken


def _takes_along(clauses: Clauses, verb: Verb, taken: Phrase | Verb) -> bool:
    """차관을 대동하고, 차관과 국장을 이끌고; a delegation that one leads is oneself."""
    if verb.lemma in clauses.words.words["taking-along"]:
        return True
    if not isinstance(taken, Phrase) or verb.lemma not in clauses.words.words["leading-along"]:
        return False
    return any(m.kind is ActorKind.PERSON for m in heads(clauses, taken))


def _describes_subject(trigger: Trigger, verb: Verb, clauses: Clauses) -> bool:
    """외교부장을 대동한 주석은 방문했다: what the one who comes did with another."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    behind = clauses.items[clauses.place_of(verb) + 1 :][:1]
    return verb.ending is Ending.ADNOMINAL and any(item in subjects for item in behind)


def _for_visit(clauses: Clauses, phrase: Phrase) -> bool:
    """몽골 방문을 위해, 몽골 방문차: the visit named as the aim of the departure."""
    if phrase.case is not Case.FOR:
        return False
    noun = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
    return noun is not None and any(f.mode == "visit" for f in clauses.words.by_noun[noun])


def _is_visit(clauses: Clauses, verb: Verb | None) -> bool:
    """몽골을 방문하기 위해, 방문할: still to come when somebody leaves."""
    if verb is None or not verb.tail.startswith(_AIMS):
        return False
    frames = clauses.words.frames_of_predicate(verb.lemma)
    return any(frame.mode == "visit" and frame.bound is None for frame in frames)
