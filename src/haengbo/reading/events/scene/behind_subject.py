"""The day right behind whoever acts, where a clause about the object parts it from the verb.

Comes in: a ``Trigger`` in its clauses that no nearer expression dates. Goes out: the day, or
nothing. Invariant: the clause between is one that cannot have the day itself: it has a subject of
its own, somebody else did it, or it tells of what had been until then; or it says what is agreed
on a day that is over.

Example:
    ``몽골이 12일 나포했던 어선을 풀어줬다``: let go on the 12th.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated, nearest

#: 억류하던, 나포했던: what had been.
_UNTIL_THEN = ("던 ", "었 던 ", "았 던 ", "였 던 ")
#: Dashes of a day: 2026-05-12.
_OF_DAY = 2
_RESOLVED = "기 로 "
#: 12일, 9월에도.
_WHEN = {Case.BARE, Case.TO}
#: What may stand before the day: 정세와 관련해, 합의에 따라, 판문점에서.
_BESIDE = {Case.ABOUT, Case.PER, Case.AT}


def behind_subject(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """The day between the subject and a clause that is not dated by it."""
    arguments, end = trigger.arguments, trigger.verb_index
    if arguments is None or end is None or not arguments.subjects:
        return None
    place = clauses.place_of(arguments.subjects[0])
    behind = clauses.items[place + 1 : end]
    verbs = [item for item in behind if isinstance(item, Verb)]
    if len(verbs) != 1:
        return None
    at, found = _day(clauses, behind[: behind.index(verbs[0])])
    if found is None:
        return None
    between = behind[at + 1 :]
    if verbs[0].ending is Ending.ADNOMINAL:
        return found if _is_apart(verbs[0], between, found) else None
    return found if verbs[0].tail.startswith(_RESOLVED) and _is_over(clauses, found) else None


def _day(clauses: Clauses, before: tuple[Phrase | Verb, ...]) -> tuple[int, Dated | None]:
    """정세와 관련해 [12일]: the first day, behind nothing that is acted on."""
    for at, item in enumerate(before):
        if isinstance(item, Verb) or item.case not in _WHEN | _BESIDE:
            return at, None
        found = nearest(clauses, [item], own=True) if item.case in _WHEN else None
        if found is not None and found.time.span.start == item.span.start:
            return at, found
        if item.case is Case.TO:
            return at, None
    return 0, None


def _is_apart(verb: Verb, between: tuple[Phrase | Verb, ...], found: Dated) -> bool:
    """유해가 담긴, 억류된, 나포했던: not of the day that stands before it.

    지난 5월 총리로 지명된: a month may well be that of what was done to somebody.
    """
    before = between[: between.index(verb)]
    own = any(isinstance(item, Phrase) and item.case is Case.SUBJECT for item in before)
    of_day = found.time.value.count("-") == _OF_DAY
    return own or (verb.passive and of_day) or verb.tail.startswith(_UNTIL_THEN)


def _is_over(clauses: Clauses, found: Dated) -> bool:
    """북한이 12일 사무소를 열기로 합의했다, on the 13th: the day on which it was agreed."""
    published = clauses.document.article.published_day or ""
    value = found.time.value.rpartition("/")[2]
    return value[:1].isdigit() and value <= published[: len(value)]
