"""Officials without a name → the state or body, or the states, that they stand for.

Comes in: a frame of people who come together and a phrase. Goes out: mentions, or whether those in
the phrase only say whose people they are (북한 관계자들을, 한일 외교장관과).
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.delegations import delegation
from haengbo.reading.events.finding.naming import (
    heads,
    staff_of,
    unnamed_official,
)
from haengbo.reading.events.finding.offices import is_office_of_each
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: Modes of talks of two, of whom either may be several.
_TALKING = {"meeting", "phone"}
#: Modes of what officials without a name take part in for their state or body.
_WITH_STAFF = {"meeting", "ceremony", "reception"}
_WHOM = {Case.WITH, Case.OBJECT}
#: Modes of what several envoys attend alike.
_FEASTS = {"ceremony", "reception"}
_ACTING = {Case.SUBJECT, Case.TOPIC}


def officials(frame: FrameRow, clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """쿠바 대사를, 외무성 당국자들과, 한일 외교장관과: whose they are."""
    found = unnamed_official(clauses, phrase)
    if frame.mode in _TALKING and phrase.case in _WHOM:
        found = found or heads(clauses, phrase)
    return found or (staff_of(clauses, phrase) if takes_staff(frame) else ())


def office_of_list(
    frame: FrameRow, slot: Slot, clauses: Clauses, group: tuple[Phrase, ...]
) -> tuple[Mention, ...]:
    """몽골, 라오스 외교장관과 만났다: the states of a list whose office stands at its end.

    So do 몽골, 라오스, 가나 대사가 at a ceremony.
    """
    last = group[-1]
    people = "person" in slot.kinds and "state" not in slot.kinds
    acting = last.case in _ACTING and frame.mode in _FEASTS  # who met is told by frames of states
    talking = last.case in _WHOM and frame.mode in _TALKING
    if len(group) == 1 or not people or not (acting or talking):
        return ()
    found = tuple(m for member in group for m in heads(clauses, member))
    end = max((m.span.end for m in found), default=last.span.end)
    office = clauses.document.text[end : last.span.end].strip()
    states = len(found) == len(group) and all(m.kind is ActorKind.STATE for m in found)
    return found if states and _is_office(clauses, office) else ()


def _is_office(clauses: Clauses, text: str) -> bool:
    """외교장관, 신임 대사들: words that are nothing but an office."""
    title = gazetteer(clauses.document.knowledge).title_in(text.removesuffix("들").replace(" ", ""))
    return title is not None or is_office_of_each(clauses.words, text)


def takes_staff(frame: FrameRow) -> bool:
    """Whether a body takes part by its officials: 외무성 당국자들과 만났다."""
    return frame.mode in _WITH_STAFF


def only_whose(
    frame: FrameRow, slot: Slot, clauses: Clauses, phrase: Phrase, found: tuple[Mention, ...]
) -> bool:
    """북한 관계자들을 만났다: the state only says whose people they are."""
    states = all(m.kind is ActorKind.STATE for m in found) and "state" not in slot.kinds
    if not states or frame.mode not in _TALKING or "person" not in slot.kinds:
        return False
    several = len(found) > 1 and phrase.case in _WHOM
    return several or bool(staff_of(clauses, phrase)) or bool(delegation(clauses, phrase))
