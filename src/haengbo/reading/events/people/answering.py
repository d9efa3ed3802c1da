"""Who asked and who answers, where one sentence tells of both: one names the other.

Comes in: a ``Trigger`` in its ``Setting``. Goes out: names, none where the clauses do not stand
side by side.

Example:
    ``몽골은 회담을 제안했으나 북한은 거절했다``: 북한 was asked, and refused 몽골.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ParticipantRole
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles, Setting

_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: Types of what answers a request.
_ANSWERS = {"REJECT", "AGREE"}
#: 요청했으나, 요구했지만: what follows is how that was answered, whatever it was.
_BUT = re.compile(r"\A었 (?:으나|지만|는데) ")
#: So many phrases may stand between two clauses: 5일 다시.
_BETWEEN = 2


def asked_before(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """제안했으나 상대는 거절했다: who asks in the clause right before."""
    clauses, at = setting.clauses, trigger.verb_index
    if at is None or trigger.noun or _takes_something(setting, trigger):
        return ()
    subject = _subject_before(clauses, at)
    if subject is None:
        return ()
    start = clauses.place_of(subject)
    for position in range(start - 1, max(-1, start - 2 - _BETWEEN), -1):
        item = clauses.items[position]
        if isinstance(item, Verb):
            return _askers(clauses, position) if _asks(clauses, item) else ()
        if item.case is not Case.BARE:
            return ()
    return ()


def answered_by(trigger: Trigger, frame: FrameRow, roles: Roles, setting: Setting) -> Roles:
    """열자고 제안했고 상대는 받아들였다: who answers was asked, if nobody else was."""
    if frame.type != "REQUEST" or ParticipantRole.TARGET in roles.values():
        return roles
    others = [name for name in _answering(setting, trigger) if name not in roles]
    return roles | dict.fromkeys(others, ParticipantRole.TARGET) if roles else roles


def _takes_something(setting: Setting, trigger: Trigger) -> bool:
    """지원을 거절했다: what is refused is said, and it may be anybody's; not 이를."""
    clauses = setting.clauses
    taken = [p for case in ("object", "to") for p in phrases_in(clauses, trigger, case)]
    return any(
        not clauses.says_when(phrase) and not any(t.tag == "NP" for t in phrase.tokens)
        for phrase in taken
    )


def _answering(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    clauses, at = setting.clauses, trigger.verb_index
    verb = trigger.verb
    if verb is None or at is None or trigger.noun or not _asks(clauses, verb):
        return ()
    subject = _subject_behind(clauses, at)
    if subject is None:
        return ()
    behind = clauses.items[clauses.place_of(subject) + 1 :]
    outside = (i for i in behind if isinstance(i, Verb) and clauses.quote_of(i) is None)
    answer = next((v for v in outside if v.ending is not Ending.QUOTATIVE), None)
    if _BUT.search(verb.tail):
        return tuple(m.name for p in coordinated(clauses, subject) for m in heads(clauses, p))
    frames = clauses.words.frames_of_predicate(answer.lemma) if answer is not None else ()
    if not any(frame.type in _ANSWERS for frame in frames):
        return ()
    return tuple(m.name for p in coordinated(clauses, subject) for m in heads(clauses, p))


def _asks(clauses: Clauses, verb: Verb) -> bool:
    """제안했으나, 요구하자: a clause of asking that another follows."""
    if verb.ending is not Ending.CONNECTIVE or clauses.quote_of(verb) is not None:
        return False
    return any(f.type == "REQUEST" for f in clauses.words.frames_of_predicate(verb.lemma))


def _askers(clauses: Clauses, at: int) -> tuple[str, ...]:
    """Who asks: the nearest subject, unless it acts in what is asked for.

    Example:
        ``북한은 미국이 제재를 풀라고 요구했으나``: 미국이 is whom it is asked of.
    """
    before = [
        item
        for item in clauses.items[:at]
        if isinstance(item, Phrase) and item.case in _SUBJECTS and clauses.quote_of(item) is None
    ]
    named = [p for p in before if heads(clauses, p)]
    if named and named[-1].case is Case.SUBJECT:
        between = clauses.items[clauses.place_of(named[-1]) + 1 : at]
        inner = any(isinstance(i, Verb) for i in between)
        named = [p for p in named if p.case is Case.TOPIC] or named if inner else named
    for phrase in named[-1:]:
        return tuple(m.name for p in coordinated(clauses, phrase) for m in heads(clauses, p))
    return ()


def _subject_before(clauses: Clauses, at: int) -> Phrase | None:
    """Who answers: the nearest subject, with no clause but that of what one says between."""
    for item in reversed(clauses.items[:at]):
        if clauses.quote_of(item) is not None:
            continue
        if isinstance(item, Verb):
            if item.ending is not Ending.QUOTATIVE:
                return None
        elif item.case in _SUBJECTS:
            return item if heads(clauses, item) else None
    return None


def _subject_behind(clauses: Clauses, at: int) -> Phrase | None:
    for item in clauses.items[at + 1 : at + 2 + _BETWEEN]:
        if isinstance(item, Verb):
            return None
        if item.case in _SUBJECTS:
            return item if heads(clauses, item) else None
        if item.case is not Case.BARE:
            return None
    return None
