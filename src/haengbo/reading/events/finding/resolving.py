"""Who resolved something together, where the clause of what was resolved has subjects of its own.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: the phrase of the several who resolved it, or
nothing where the nearest subject may be right.

Example:
    ``대사와 국장은 북한이 시험을 멈추고 미국은 쌀을 보내기로 합의했다``: 미국은 is of
    what they agreed on.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.offices import means_two_sides
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_RESOLVED = "기 로 "


def resolvers(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """The nearest subject of several, where what they agreed on has one of its own."""
    arguments, at = trigger.arguments, trigger.verb_index
    if trigger.noun or arguments is None or not at or not _is_resolved(clauses, at):
        return ()
    subjects = arguments.subjects
    if not subjects or _names_other_side(clauses, subjects[0], at):
        return ()
    several = (p for p in subjects if _are_several(clauses, p))
    found = next(several, None)
    return (found,) if found is not None and found != subjects[0] else ()


def _is_resolved(clauses: Clauses, at: int) -> bool:
    before = clauses.items[at - 1]
    if not isinstance(before, Verb) or before.ending is not Ending.NOMINAL:
        return False
    return before.tail.startswith(_RESOLVED)


def _names_other_side(clauses: Clauses, subject: Phrase, at: int) -> bool:
    """북한은 러시아와 교역을 늘리기로 합의했다: with whom stands behind the subject."""
    between = clauses.items[clauses.place_of(subject) + 1 : at]
    together = (i for i in between if isinstance(i, Phrase) and i.case is Case.WITH)
    return any(heads(clauses, phrase) for phrase in together)


def _are_several(clauses: Clauses, phrase: Phrase) -> bool:
    """외무상과 장관은, 북미는, 양측은, 이들은."""
    text = clauses.text(phrase.span)
    if text in clauses.words.words["they"] or means_two_sides(clauses.words, text):
        return True
    return len([m for p in coordinated(clauses, phrase) for m in heads(clauses, p)]) > 1
