"""Sentences in which somebody tells of two who spoke → the halves before the last.

Comes in: a stretch with its marks and the phrases that may speak. Goes out: for each clause of
speech that is joined to a later one (…고 제안했으며 …), who tells of both. Two particles carry it:
the teller has 은/는 and stands first, whoever speaks in the half has 이/가:
``통신은 [장관이 또 만나자고 제안했으며] [서기가 이를 받아들였다고] 전했다``. Where only 이/가
stands, who tells is whoever spoke before:
``또 [북측이 뜻을 밝혔으며] [멈추겠다고 약속했다고] 전했다``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.stretches import Mark, MarkKind, Stretch
from haengbo.reading.attribution.verbs import Verb, VerbForm

#: What joins two halves: 말했고, 초청했으며, 밝혔지만.
_JOINING = {"고", "며", "으며", "지만", "으나", "는데", "ᆫ데", "면서", "으면서"}
#: So far into a sentence who is told of may open it: 또 북측이.
_HEAD = 8
_SPEAKERS = {Nature.NAMED, Nature.UNNAMED}
#: What somebody will do: the 이/가 before it, not the office that tells of it, is to do it.
_WILL = re.compile(r"겠다$")
#: What a person wants of others: a state with 이/가 may be the one of whom it is wanted.
_WANTED = re.compile(r"(?:달라|자|라|것)$")


class Half(msgspec.Struct, frozen=True):
    """A clause of speech that somebody else tells together with a later clause.

    Attributes:
        verb: The predicate by which it is said in the half.
        teller: The predicate by which all of it is told.
        topic: Who tells it; ``None`` where that is whoever spoke before.
    """

    verb: Verb
    teller: Verb
    topic: Subject | None


def find_halves(
    stretch: Stretch, marks: Sequence[Mark], subjects: Sequence[Subject]
) -> tuple[Half, ...]:
    """Find the first halves of what somebody tells.

    Example:
        ``통신은 총리가 “반갑다”고 말했고 장관이 “고맙다”고 답했다고 전했다`` has one, governed
        by 말하다 and told by 전하다.
    """
    if not subjects:
        return ()
    if subjects[0].role is Role.SUBJECT:
        return tuple(_of_one_told_of(stretch, marks, subjects))
    return tuple(_halves(stretch, marks, subjects[0], subjects[1:]))


def _of_one_told_of(
    stretch: Stretch, marks: Sequence[Mark], subjects: Sequence[Subject]
) -> Iterator[Half]:
    """또 [북측이 뜻을 밝혔으며] 멈추겠다고 [약속했다고] 전했다: both halves are of the same one."""
    one, opening = subjects[0], stretch.region.start + _HEAD
    if len(subjects) > 1 or one.nature not in _SPEAKERS or one.span.start > opening:
        return
    inner = {m.governor.span for m in marks if m.governor is not None}
    told = [m for m in marks if m.carrier is not None and m.carrier.span in inner]
    outer = next((m for m in told if m.kind is MarkKind.BARE and m.quote is None), None)
    if outer is None or outer.governor is None or outer.carrier is None or not outer.carrier.past:
        return
    seen: set[int] = set()
    for mark in marks:
        verb = mark.governor
        if verb is None or verb.row is None or verb.span.end > outer.carrier.span.start:
            continue
        joins = verb.form is VerbForm.CONNECTIVE and verb.past and verb.tail in _JOINING
        if joins and one.end <= mark.content.end and verb.span.start not in seen:
            seen.add(verb.span.start)
            yield Half(verb, outer.governor, None)


def _halves(
    stretch: Stretch, marks: Sequence[Mark], topic: Subject, others: Sequence[Subject]
) -> Iterator[Half]:
    carried = {m.carrier.span for m in marks if m.carrier is not None and m.quote is None}
    seen: set[int] = set()
    for mark in marks:
        verb = mark.governor
        if verb is None or verb.span in carried or verb.span.start in seen:
            continue
        if verb.row is None or verb.form is not VerbForm.CONNECTIVE or verb.tail not in _JOINING:
            continue
        medium = topic.nature is Nature.MEDIUM
        teller = _teller(marks, mark, verb, stretch.text, any_time=medium)
        if teller is not None and _is_spoken_inside(stretch, mark, topic, others):
            seen.add(verb.span.start)
            yield Half(verb, teller, topic)


def _teller(
    marks: Sequence[Mark], half: Mark, verb: Verb, text: str, *, any_time: bool
) -> Verb | None:
    """The predicate after a later clause that ends in 다고; it tells of what is over.

    A medium asks for nothing itself, so that what it tells may go on (…반대하고 있다고).
    """
    willed = half.quote is None and _WILL.search(half.content.of(text)) is not None
    carriers = {m.carrier.span for m in marks if m.carrier is not None and m.quote is None}
    # …고 했지만 상대가 …고 [답했다고] 전했다: who answers is told of as well
    outermost = [m for m in marks if m.governor and m.governor.span not in carriers]
    for mark in outermost if any_time else marks:
        carrier = mark.carrier
        if mark.kind is not MarkKind.BARE or carrier is None or mark.governor is None:
            continue
        later = carrier.span.start >= verb.span.end and not mark.content.end <= verb.span.end
        if later and mark.governor.row is not None and (carrier.past or willed or any_time):
            return mark.governor
    return None


def _is_spoken_inside(
    stretch: Stretch, mark: Mark, topic: Subject, others: Sequence[Subject]
) -> bool:
    """Whether somebody with 이/가 behind the topic speaks in the half."""
    end = mark.quote.outer.start if mark.quote else mark.content.end
    own = next((s for s in others if topic.end <= s.span.start and s.end <= end), None)
    if own is None or own.role is not Role.SUBJECT or own.nature not in _SPEAKERS:
        return False
    if any(
        topic.end <= v.span.start < own.span.start and v.form is VerbForm.CONNECTIVE
        for v in stretch.verbs
    ):
        return False
    row = mark.governor.row if mark.governor else None
    if topic.nature is Nature.MEDIUM:
        return row is not None and row.kind != "report"
    words = mark.content.of(stretch.text)
    wanted = own.person and _WANTED.search(words) is not None
    return mark.quote is not None or wanted or _WILL.search(words) is not None
