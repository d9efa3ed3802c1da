"""Who was there while something happened: 비서가 배석한 가운데 접견했다.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: the phrases that name who had come, the last of
a list first. Invariant: only the clause that stands right before the main one is asked, and only
one of coming; whoever quarrels meanwhile takes no part.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_SIDES = 2
_ACTING = {Case.SUBJECT, Case.TOPIC}


def there_meanwhile(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """비서와 외무상이 배석한 가운데: the subject of the clause that says who had come."""
    at = _backdrop_before(clauses, trigger)
    if at is None:
        return
    for item in reversed(clauses.items[:at]):
        if isinstance(item, Verb) and item.ending is not Ending.ADNOMINAL:
            return
        if isinstance(item, Phrase) and item.case is Case.SUBJECT:
            yield item
            return


def before_those_there(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """평양에서 외무상이 배석한 가운데 서명했다: what stands before them is of the main clause."""
    there = next(there_meanwhile(clauses, trigger), None)
    if there is None:
        return ()
    before: list[Phrase] = []
    for item in reversed(clauses.items[: clauses.place_of(there)]):
        if isinstance(item, Verb):
            break
        before.insert(0, item)
    sides = [p for p in before if p.case is Case.AT and _is_side(clauses, p)]
    return tuple(p for p in before if len(sides) < _SIDES or p not in sides)


def _is_side(clauses: Clauses, phrase: Phrase) -> bool:
    """[북한에서] 부상, [중국에서] 대사가 참석한 가운데: whose people they are, not where."""
    states = [m for m in inside(clauses, phrase) if m.kind is ActorKind.STATE]
    return len(states) == 1 and states[0].span.start == phrase.span.start


def came_together(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """네 나라가 참가한 가운데 회담이 열렸다: of talks that take place these are the sides."""
    if trigger.noun and trigger.chain and trigger.chain[-1].case in _ACTING:
        yield from there_meanwhile(clauses, trigger)


def _backdrop_before(clauses: Clauses, trigger: Trigger) -> int | None:
    """Place of the verb of coming whose clause stands before the trigger's verb."""
    end = trigger.verb_index if trigger.verb_index is not None else trigger.index
    for position in range(end - 1, 0, -1):
        item = clauses.items[position]
        if isinstance(item, Verb) and item.ending is not Ending.ADNOMINAL:
            came = item.lemma in clauses.words.words["coming-to"] and not item.negated
            same = clauses.quote_of(item) == clauses.quote_of(clauses.items[end])
            return position if came and same and clauses.is_backdrop(item) else None
    return None
