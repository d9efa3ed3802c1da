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

#: 늘리기로, 늘리는 데, 늘리자는 데.
_RESOLVED = ("기 로 ", "는 데 ", "자는 데 ", "자 는 데 ")


def resolvers(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """The nearest subject of several, where what they agreed on has one of its own."""
    subjects, at = _subjects(clauses, trigger), trigger.verb_index
    if not subjects or at is None or _other_side(clauses, subjects[0], at):
        return ()
    several = (p for p in subjects if _are_several(clauses, p))
    found = next(several, None)
    return (found,) if found is not None and found != subjects[0] else ()


def resolved_with(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """북한은 몽골과 교역을 늘리기로 합의했다: who resolved it, and with whom."""
    subjects, at = _subjects(clauses, trigger), trigger.verb_index
    if not subjects or at is None:
        return ()
    other = _other_side(clauses, subjects[0], at)
    if not other:
        return ()
    members = (*coordinated(clauses, subjects[0]), *coordinated(clauses, other[0]))
    return members if heads(clauses, subjects[0]) else ()


def _subjects(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """The subjects of a verb that takes what was resolved: …하기로 (4일) 합의했다, 뜻을 모았다."""
    arguments, at = trigger.arguments, trigger.verb_index
    if trigger.noun or arguments is None or at is None:
        return ()
    for index in range(at - 1, -1, -1):
        item = clauses.items[index]
        if isinstance(item, Verb):
            resolved = item.ending is Ending.NOMINAL and item.tail.startswith(_RESOLVED)
            return arguments.subjects if resolved else ()
        if item.case is not Case.BARE and not (
            index == at - 1 and _is_of_phrase(clauses, item, at)
        ):
            return ()
    return ()


def _is_of_phrase(clauses: Clauses, item: Phrase, at: int) -> bool:
    """뜻을 모으다, 의견을 같이하다: what belongs to the verb itself."""
    verb = clauses.items[at]
    if not isinstance(verb, Verb) or item.case is not Case.OBJECT:
        return False
    return bool(clauses.words.frames_of_idiom(verb.lemma, clauses.text(item.span))[0])


def _other_side(clauses: Clauses, subject: Phrase, at: int) -> tuple[Phrase, ...]:
    """With whom, behind the subject; not 러시아와의 관계를."""
    between = clauses.items[clauses.place_of(subject) + 1 : at]
    quote = clauses.quote_of(clauses.items[at])
    return tuple(
        item
        for item in between
        if isinstance(item, Phrase) and item.case is Case.WITH and "의" not in item.particles[1:]
        if heads(clauses, item) and clauses.quote_of(item) == quote
    )


def _are_several(clauses: Clauses, phrase: Phrase) -> bool:
    """외무상과 장관은, 북미는, 양측은, 이들은."""
    text = clauses.text(phrase.span)
    if text in clauses.words.words["they"] or means_two_sides(clauses.words, text):
        return True
    return len([m for p in coordinated(clauses, phrase) for m in heads(clauses, p)]) > 1
