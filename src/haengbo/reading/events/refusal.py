"""Why a word of the frames tells of no happening here: the condition that refused it.

Comes in: what the reading of sentences refused, frame by frame. Goes out: one ``Refusal`` a word,
that of the frame that came furthest. Invariant: a word that tells of something has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

import msgspec

from haengbo.model.span import Span


class Condition(StrEnum):
    """A condition that a frame has to meet, in the order in which it is asked.

    What each means, with an example, stands in the pack (``refusals.yaml``).
    """

    ASKED = "asked"
    NEEDED_WORD = "needed-word"
    UNWANTED_WORD = "unwanted-word"
    NEGATED = "negated"
    ONLY_DESCRIBES = "only-describes"
    QUOTING = "quoting"
    REPORTED_BY_ACT = "reported-by-act"
    SUPPORT = "support"
    ANNIVERSARY = "anniversary"
    TOLD_BY_VERB = "told-by-verb"
    LEFT_OUT = "left-out"
    ASKED_ABOUT = "asked-about"
    FORBORNE = "forborne"
    PREPARED_FOR = "prepared-for"
    TIME_GOES_BY = "time-goes-by"
    SUPPOSED = "supposed"
    HABIT = "habit"
    PURPOSE_OF_COMING = "purpose-of-coming"
    AIM_OF_TALKS = "aim-of-talks"
    TALKED_OF = "talked-of"
    NOUN_ALONE = "noun-alone"
    PARTICIPANTS = "participants"
    IMPLAUSIBLE = "implausible"
    COMPLAINED_OF = "complained-of"
    CONDITIONAL = "conditional"
    STATUS = "status"
    TOLD_BY_ATTENDANCE = "told-by-attendance"
    TOLD_BY_DENIAL = "told-by-denial"
    TOLD_BEFORE = "told-before"
    TOLD_BY_RESOLUTION = "told-by-resolution"


_ORDER = {condition: place for place, condition in enumerate(Condition)}


class Refusal(msgspec.Struct, frozen=True):
    """A word that tells of nothing, and why.

    Attributes:
        span: The word.
        frame: Id of the frame that came furthest.
        condition: What it did not meet.
    """

    span: Span
    frame: str
    condition: Condition


def furthest(refused: Iterable[Refusal], told: Iterable[Span] = ()) -> tuple[Refusal, ...]:
    """One refusal a word, in order of the text.

    Args:
        refused: What was refused, in any order.
        told: Words that tell of something by another frame.
    """
    said = set(told)
    ranked = sorted(refused, key=lambda r: (r.span, -_ORDER[r.condition]))
    firsts = (next(rows) for _, rows in groupby(ranked, key=lambda r: r.span))
    return tuple(refusal for refusal in firsts if refusal.span not in said)
