"""Days that stand before a list or a describing clause: whose they are.

Comes in: a ``Trigger`` in its clauses. Goes out: phrases whose days may be its own, or whether a
day before it is that of another.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 찾은, 방문한.
_DONE = ("ᆫ ", "은 ")


def before_list(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """부장의 [지난달] 쿠바, 몽골 순방: between whose visit it is and the list of where to."""
    if all(frame.mode != "visit" for frame in trigger.frames):
        return ()
    first = clauses.place_of(trigger.chain[0])
    found: list[Phrase] = []
    for item in reversed(clauses.items[:first]):
        if not isinstance(item, Phrase) or item.case not in {Case.BARE, Case.GENITIVE}:
            return ()
        if item.case is Case.GENITIVE:
            return tuple(found)
        found.insert(0, item)
    return ()


def is_over_by_then(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """3일 몽골을 찾은 장관은 곧 북한도 찾는다: a day gone by is not that of what is to come."""
    verb = trigger.verb
    if verb is None or verb.past or verb.ending is not Ending.FINAL:
        return False
    published = clauses.document.article.published_day or ""
    days = [time.value for time in clauses.document.times_in(phrase.span)]
    between = clauses.items[clauses.place_of(phrase) : trigger.index]
    verbs = (i for i in between if isinstance(i, Verb) and i.ending is Ending.ADNOMINAL)
    described = any(verb.tail.startswith(_DONE) for verb in verbs)
    return described and bool(days) and all(day < published[: len(day)] for day in days)
