"""A list that a clause interrupts: 장관과 [그를 수행한] 국장을 → where the member before it stands.

Comes in: ``Clauses`` and the place of the verb left of a member. Goes out: the place of what may
be the member before, or ``None``. Invariant: with whom the clause itself is done (장관과 만난
국장을) is no member; whoever asks must see that both are people.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.leftward import JOINED

_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 장관과 함께 온 국장을.
_TOGETHER = ("함께", "같이", "더불어", "나란히")
_REACH = 5


def member_before(clauses: Clauses, position: int) -> int | None:
    """Where the member before a clause that describes the next one stands.

    Example:
        Of ``서기와 새로 임명된 부장을`` it is ``서기``, of ``서기와 만난 부장을`` nobody.
    """
    verbs: list[Verb] = []
    for at in range(position, -1, -1):
        item = clauses.items[at]
        if isinstance(item, Verb):
            if not _is_of_clause(item, first=at == position):
                return None
            verbs.append(item)
        elif item.case in _ACTING:
            return None
        elif item.case is Case.BARE and item.comma:
            return at if _somebody_acts_before(clauses, at) else None
        elif item.case is Case.WITH:
            near = at + 1 == clauses.place_of(verbs[-1])
            return at if _is_list(clauses, item, verbs, near=near) else None
    return None


def _is_of_clause(verb: Verb, *, first: bool) -> bool:
    """친서를 들고 온: the verb that describes, and those that an ending joins to it."""
    if first:
        return verb.ending is Ending.ADNOMINAL
    return verb.ending is Ending.CONNECTIVE and verb.tail.startswith(JOINED)


def _somebody_acts_before(clauses: Clauses, at: int) -> bool:
    """총비서는 서기, 평양에 온 부장을; not 총비서, 평양에 온 부장을 접견, where he acts."""
    return any(isinstance(i, Phrase) and i.case in _ACTING for i in clauses.items[:at])


def _is_list(clauses: Clauses, phrase: Phrase, verbs: list[Verb], *, near: bool) -> bool:
    """Whether 와 lists, for the clause behind it is not one of doing something with somebody."""
    if "의" in phrase.particles[1:]:
        return False
    after = clauses.document.text[phrase.span.end : phrase.span.end + _REACH]
    if after[1:].lstrip().startswith(_TOGETHER):
        return False
    if any(_is_done_with(clauses, verb) for verb in verbs):
        return False
    return not near or verbs[-1].passive


def _is_done_with(clauses: Clauses, verb: Verb) -> bool:
    """만난, 회담한, 서명한, 동행한, (회담을) 연: what one does with another."""
    words = clauses.words
    if verb.lemma in words.words["accompanying"]:
        served = clauses.items[clauses.place_of(verb) - 1]
        return not (isinstance(served, Phrase) and served.case is Case.OBJECT)  # 그를 수행한
    if any(lemma == verb.lemma for lemma, _ in words.supports):
        return True
    frames = words.frames_of_predicate(verb.lemma)
    return any("with" in slot.cases for frame in frames for slot in frame.slots)
