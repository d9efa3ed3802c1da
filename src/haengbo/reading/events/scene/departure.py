"""The day on which a visit ended, from the verb that tells how the visitor went on.

Comes in: a ``Trigger`` that tells of a visit. Goes out: the expression that dates its end, marked
as coming after it, or ``None``. Invariant: only who leaves, returns or goes somewhere ends a visit;
what else the visitor did on that day says nothing of its end.
"""

from __future__ import annotations

from dataclasses import replace

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.placing import places_in
from haengbo.reading.events.scene.points import Dated, nearest

_ACTING = {Case.SUBJECT, Case.TOPIC}


def of_leaving(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """방문을 마치고 22일 베이징으로 나왔다, 라오스를 방문한 대표단이 22일 귀국했다."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None:
        return None
    if verb.ending is Ending.ADNOMINAL and not clauses.sets_another_time(verb):
        return _of_way_home(clauses, trigger)
    if verb.lemma not in clauses.words.words["completing"]:
        return None
    joined = verb.ending is Ending.CONNECTIVE or clauses.sets_another_time(verb)
    behind, following = _next_clause(clauses, at)
    if not joined or following is None or following.ending is Ending.ADNOMINAL:
        return None
    if not (leaves(clauses, following, behind) or _goes_somewhere(clauses, behind)):
        return None
    return _as_end(clauses, behind)


def leaves(clauses: Clauses, verb: Verb, before: list[Phrase]) -> bool:
    """22일 출발하였다, 22일 귀국길에 올랐다; 22일 열리는 회의에 is another matter."""
    words = clauses.words.words
    lemmas = {*words["departing"], *words["returning"], *words["coming"]}
    return _is_way_home(clauses, before) or verb.lemma in lemmas


def _of_way_home(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """라오스를 [방문한] 대표단이 22일 귀국했다: who has been there is home again."""
    head = trigger.arguments.head if trigger.arguments is not None and not trigger.noun else None
    if head is None or head.case not in _ACTING:
        return None
    behind, verb = _next_clause(clauses, clauses.place_of(head))
    if verb is None or verb.ending is Ending.ADNOMINAL:
        return None
    home = verb.lemma in clauses.words.words["returning"] or _is_way_home(clauses, behind)
    return _as_end(clauses, behind) if home else None


def _next_clause(clauses: Clauses, at: int) -> tuple[list[Phrase], Verb | None]:
    """The phrases behind an item, and the verb that they belong to."""
    behind: list[Phrase] = []
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            return behind, item
        behind.append(item)
    return behind, None


def _as_end(clauses: Clauses, phrases: list[Phrase]) -> Dated | None:
    found = nearest(clauses, phrases, own=False)
    return replace(found, before=True) if found is not None else None


def _is_way_home(clauses: Clauses, phrases: list[Phrase]) -> bool:
    ways = clauses.words.words["ways-home"]
    return any(clauses.text(phrase.span).endswith(ways) for phrase in phrases)


def _goes_somewhere(clauses: Clauses, phrases: list[Phrase]) -> bool:
    """베이징으로 빠져나왔다: whatever the verb, it is a way to there."""
    last = phrases[-1] if phrases else None
    return last is not None and last.case is Case.BY and bool(places_in(clauses, last.span))
