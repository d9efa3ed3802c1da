"""Whom a host has asked to a feast: 대사를 초청해 연회를 열었다, 손님들을 초청한 가운데.

Comes in: ``Clauses`` and the ``Trigger`` of a feast, or of the asking. Goes out: phrases, or
whether to be asked is to sit at that table. Invariant: who is asked to a country is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 초청해, 초청하여; 초청, 모임을; 초청한 가운데.
_JOINED = ("어 ", "아 ", "여 ", "고 ", "ᆫ 가운데", "ᆫ 속 에")
_FEASTS = {"reception", "ceremony"}


def bidden(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """[대사를] 초청해 연회를 열었다: whom the verb before the feast takes."""
    for position in range(trigger.index - 1, 0, -1):
        verb, guest = clauses.items[position], clauses.items[position - 1]
        if not isinstance(verb, Verb):
            continue
        asked = _asks(clauses, verb) and isinstance(guest, Phrase) and guest.case is Case.OBJECT
        yield from (guest,) if asked and isinstance(guest, Phrase) else ()
        return


def bids_to_feast(clauses: Clauses, trigger: Trigger) -> bool:
    """대사를 [초청해] 연회를 열었다: asked to the table that the next verb tells of."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or trigger.noun or not _asks(clauses, verb):
        return False
    behind = clauses.items[at + 1 :]
    last = next((n for n, item in enumerate(behind) if isinstance(item, Verb)), 0)
    feast = behind[last - 1] if last else None
    if not isinstance(feast, Phrase) or feast.case is not Case.OBJECT:
        return False
    noun = clauses.words.noun_ending(clauses.text(feast.span).replace(" ", ""))
    frames = clauses.words.by_noun.get(noun, ()) if noun is not None else ()
    return any(frame.mode in _FEASTS for frame in frames)


def _asks(clauses: Clauses, verb: Verb) -> bool:
    told = verb.ending in {Ending.CONNECTIVE, Ending.NOMINAL, Ending.ADNOMINAL}
    joined = told and verb.tail.startswith(_JOINED)
    return verb.lemma in clauses.words.words["asking-guests"] and joined and not verb.negated
