"""Who is singled out behind a deed → a sentence in its usual order: 장관을 만난 것은 외무상이다.

Comes in: ``Clauses`` of a sentence. Goes out: the same with whoever the cleft is about before its
verb, in the case that the clause lacks, and that verb as the one that closes it. Invariant: spans
stay those of the text; what says when or where it was stays behind the verb.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb
from haengbo.reading.events.parsing.leftward import Animate

#: 만난 것은, 찾은 쪽은: a deed that was done.
_DONE = ("ᆫ ", "은 ")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
_LISTED = {Case.WITH, Case.SUBJECT, Case.GENITIVE}
#: Of the copula: 이다, 이었다, 입니다; not 인가, 이라면.
_TELLS = (
    "다",
    "었 다",
    "었 습니다",
    "ᆸ니다",
    "고",
    "며",
    "으며",
    "었 고",
    "었 으며",
    "었 지만",
    "지만",
)
#: At least 것은, 외무상, 이다 stand behind the verb.
_LEAST = 3


def in_usual_order(clauses: Clauses, animate: Animate) -> Clauses:
    """The sentence with its cleft undone.

    Args:
        clauses: The sentence.
        animate: Whether a phrase names somebody who acts.

    Example:
        ``외무상을 만난 것은 왕이 부장이다`` has the topic 왕이 부장 and the verb 만났다.
    """
    for index, item in enumerate(clauses.items):
        if not isinstance(item, Verb) or not _is_cleft(clauses, index):
            continue
        end = _copula(clauses.items, index)
        copula, who = clauses.items[end], clauses.items[index + 2 : end]
        last = who[-1]
        case = _lacking(clauses, index)
        if case is None or not isinstance(last, Phrase) or not isinstance(copula, Verb):
            continue
        if last.case is Case.BARE and not last.comma and animate(last):
            told = replace(item, ending=copula.ending, tail=f"었 {_end(copula)}", past=True)
            moved = (*who[:-1], replace(last, case=case))
            start = 0 if case is Case.TOPIC else index
            before, clause = clauses.items[:start], clauses.items[start:index]
            items = (*before, *moved, *clause, told, *clauses.items[end + 1 :])
            return dataclasses.replace(clauses, items=items)
    return clauses


def _is_cleft(clauses: Clauses, index: int) -> bool:
    """만난 [것은, 외무상, 이다]: one who did what is told, and nothing else said of it."""
    verb, behind = clauses.items[index], clauses.items[index + 1 :]
    if not isinstance(verb, Verb) or not verb.tail.startswith(_DONE) or len(behind) < _LEAST:
        return False
    noun, words = behind[0], clauses.words
    if not isinstance(noun, Phrase) or noun.case is not Case.TOPIC or len(noun.tokens) != 1:
        return False
    told = bool(words.frames_of_predicate(verb.lemma)) or verb.lemma in words.bearing
    singled = noun.tokens[0].form in words.words["cleft-heads"]
    return told and singled and _copula(clauses.items, index) >= index + _LEAST


def _copula(items: Sequence[Item], index: int) -> int:
    """Where the 이다 stands that says who it was; 0 if something else is said.

    Between them only what describes or lists those who did it: 것은 [부장이 이끄는] 대표단이다.
    """
    for at in range(index + 2, len(items)):
        item = items[at]
        if isinstance(item, Verb) and item.ending is not Ending.ADNOMINAL:
            return at if item.lemma == "이다" and item.tail.startswith(_TELLS) else 0
        other = isinstance(item, Phrase) and item.case not in {*_LISTED, Case.BARE, Case.LEADER}
        if other:
            return 0
    return 0


def _end(copula: Verb) -> str:
    """이었 다 → 다: the deed has its own past."""
    return copula.tail.removeprefix("었 ")


def _lacking(clauses: Clauses, index: int) -> Case | None:
    """총비서가 만난 것은: whom; 총비서를 만난 것은: who; both are there: neither."""
    before, verb, words = clauses.items[:index], clauses.items[index], clauses.words
    if not isinstance(verb, Verb) or _is_where_to(clauses, index):
        return None
    if not any(isinstance(item, Phrase) and item.case in _SUBJECTS for item in before):
        return Case.TOPIC
    clause: list[Phrase] = []
    for item in reversed(before):
        if isinstance(item, Verb):
            break
        clause.append(item)
    cases = {phrase.case for phrase in clause}
    if cases & {Case.OBJECT, Case.WITH}:
        return Case.SUBJECT if not cases & _SUBJECTS else None
    slots = (s for frame in words.frames_of_predicate(verb.lemma) for s in frame.slots)
    taken = {case for slot in slots for case in slot.cases}
    return Case.OBJECT if "object" in taken else Case.WITH if "with" in taken else None


def _is_where_to(clauses: Clauses, index: int) -> bool:
    """8일 찾은 곳은 라오스다: of a visit nobody named made it is where it led."""
    verb, noun = clauses.items[index : index + 2]
    if (
        not isinstance(verb, Verb)
        or clauses.text(noun.span) not in (clauses.words.words["cleft-places"])
    ):
        return False
    led = any(frame.mode == "visit" for frame in clauses.words.frames_of_predicate(verb.lemma))
    acts = any(isinstance(i, Phrase) and i.case in _SUBJECTS for i in clauses.items[:index])
    return led and not acts
