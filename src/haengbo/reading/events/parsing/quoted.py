"""Who stands outside the marks, where only what was done stands inside them.

Comes in: ``Clauses``, a predicate's place and a phrase. Goes out: whether the phrase is the
predicate's own across the mark.

Example:
    ``통신은 위원장이 대사와 “친선적인 담화를 나누었다”고 전했다``: both outside took part.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_ACTING = {Case.SUBJECT, Case.TOPIC}
_TAKEN = {Case.WITH, Case.OBJECT}


def reaches_in(clauses: Clauses, at: int | None, phrase: Phrase) -> bool:
    """Whether a subject, or with whom it acts, belongs to the verb inside the marks behind it.

    So only where somebody with whom or whom stands right before the marks: who speaks has nobody.
    """
    quote = clauses.quote_of(clauses.items[at]) if at is not None else None
    verb = clauses.items[at] if at is not None else None
    if quote is None or not isinstance(verb, Verb) or not verb.past:
        return False
    items = clauses.items
    inside = [i for i in items if clauses.quote_of(i) == quote]
    if any(isinstance(i, Phrase) and i.case in _ACTING for i in inside):
        return False
    outside: list[Phrase] = []
    for item in reversed(items[: items.index(inside[0])]):
        if isinstance(item, Verb) or clauses.quote_of(item) is not None:
            break
        outside.append(item)
        if item.case in _ACTING:
            break
    taken = any(i.case in _TAKEN for i in outside)
    subject = bool(outside) and outside[-1].case is Case.SUBJECT
    closes = verb.ending is Ending.QUOTATIVE or verb.ending is Ending.FINAL
    return taken and subject and closes and any(i is phrase for i in outside)
