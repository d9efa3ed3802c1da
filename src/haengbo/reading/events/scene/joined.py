"""The clause before a happening's, and the place that the phrases of one clause name.

Comes in: ``Clauses`` and a ``Trigger``, or some phrases. Goes out: the clause that an ending joins
to the happening's, or a place as the page puts it. Invariant: what stands in words that somebody
says joins nothing outside of them.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.placing import (
    adjoining,
    ends_in_venue,
    name_of_place,
    places_in,
)

#: 올라, 모여: endings that join a verb to the next in one scene.
JOINED = ("어 ", "아 ", "여 ")
AND = ("고 ", "며 ")
#: 기르기로, 길러 내기로.
RESOLVING, RESOLVED_WITHIN = "기 로 ", 10


class JoinedClause(msgspec.Struct, frozen=True):
    """The clause before a happening's: its phrases, its verb, and what stands between the two."""

    own: tuple[Phrase, ...]
    verb: Verb
    between: tuple[Phrase, ...]


def clause_joined(
    clauses: Clauses, trigger: Trigger, tails: tuple[str, ...]
) -> JoinedClause | None:
    """The clause right before, if its verb is joined by one of these endings, outside of words."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    verbs = [i for i, item in enumerate(clauses.items[:at]) if isinstance(item, Verb)]
    while verbs and _is_complement(clauses, verbs[-1], at):
        verbs.pop()
    verb = clauses.items[verbs[-1]] if verbs else None
    if not isinstance(verb, Verb) or verb.ending is not Ending.CONNECTIVE:
        return None
    if not verb.tail.startswith(tails) or clauses.quote_of(verb) is not None:
        return None
    between = tuple(i for i in clauses.items[verbs[-1] + 1 : at] if isinstance(i, Phrase))
    while len(verbs) > 1 and verbs[-2] + 1 == verbs[-1]:
        verbs.pop()  # 주고받아: two verbs of one clause
    begin = verbs[-2] + 1 if len(verbs) > 1 else 0
    own = tuple(i for i in clauses.items[begin : verbs[-1]] if isinstance(i, Phrase))
    return JoinedClause(own, verb, between)


def _is_complement(clauses: Clauses, position: int, at: int) -> bool:
    """회담하고 [의료인력을 길러 내기로] 합의했다: what is agreed on stands between."""
    verb = clauses.items[position]
    if not isinstance(verb, Verb):
        return False
    behind = next((i for i in clauses.items[position + 1 : at + 1] if isinstance(i, Verb)), None)
    return RESOLVING in verb.tail[:RESOLVED_WITHIN] and behind is not None


def first_place(clauses: Clauses, phrases: Iterable[Phrase], cases: tuple[Case, ...]) -> str | None:
    """The place in the last phrase that has one; 만수대의사당에 모이다 counts like 에서."""
    ordered = tuple(phrases)
    for index in range(len(ordered) - 1, -1, -1):
        phrase = ordered[index]
        venue = phrase.case is Case.TO and ends_in_venue(clauses, phrase.span)
        if phrase.case not in cases and not venue:
            continue
        found = name_of_place(clauses, phrase) or _before_occasion(clauses, ordered[:index])
        if found is not None:
            return found
    return None


def _before_occasion(clauses: Clauses, phrases: tuple[Phrase, ...]) -> str | None:
    """베이징 전승절 80주년 열병식에서: the town stands before the occasion and its date."""
    for phrase in reversed(phrases):
        if phrase.case is not Case.BARE or phrase.comma:
            return None
        places = places_in(clauses, phrase.span)
        if places:
            return adjoining(clauses, places)
    return None
