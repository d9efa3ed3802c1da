"""To whom the letter goes by which something is asked, refused or told, and who signs it.

Comes in: a ``Trigger`` in its ``Clauses``. Goes out: phrases. 통지문을 북측에 보내 만나자고 했다,
북측에 보낸 통지문에서 만나자고 했다: what the letter says is said to whom it goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.sharing import TOLD
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 총리 명의의 통지문.
_IN_THE_NAME_OF = "명의"
_HOLDING = {Case.AT, Case.THROUGH, Case.BY}


def written_to(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """전통문을 북측에 보내 …자고 촉구했다, 장관에게 보낸 전통문에서 …: to whom it was sent."""
    for place, item in enumerate(clauses.items[: trigger.index]):
        if isinstance(item, Verb) or not _is_letter(clauses, item):
            continue
        sending = _sent_by(clauses, place, item)
        if sending is not None:
            yield from _receivers(clauses, sending)
            return


def signers(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """황 총리 명의의 통지문: in whose name it is written."""
    yield from (
        phrase
        for phrase in trigger.chain
        if phrase.case in {Case.GENITIVE, Case.BARE}
        if clauses.text(phrase.span).endswith(_IN_THE_NAME_OF)
    )


def handed_on(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석께 보내는 인사를 전해 줄 것을 부탁했다: the last one named with 에게 or 께."""
    for item in reversed(clauses.items[: trigger.index]):
        if isinstance(item, Phrase) and item.particles[:1] in TOLD:
            yield item
            return


def _is_letter(clauses: Clauses, phrase: Phrase) -> bool:
    noun = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
    return noun is not None and any(f.mode == "letter" for f in clauses.words.by_noun[noun])


def _sent_by(clauses: Clauses, place: int, letter: Phrase) -> int | None:
    """Where the verb stands by which the letter is sent."""
    if letter.case is Case.OBJECT:
        behind = (n for n, i in enumerate(clauses.items) if n > place and isinstance(i, Verb))
        at = next(behind, None)
    elif letter.case in _HOLDING:
        at = place - 1
    else:
        at = None
    verb = clauses.items[at] if at is not None and at >= 0 else None
    if not isinstance(verb, Verb) or verb.lemma not in clauses.words.words["sending-letters"]:
        return None
    described = letter.case is Case.OBJECT or verb.ending is Ending.ADNOMINAL
    return at if described else None


def _receivers(clauses: Clauses, at: int) -> Iterator[Phrase]:
    for item in reversed(clauses.items[:at]):
        if isinstance(item, Verb):
            return
        if item.case is Case.TO:
            yield item
