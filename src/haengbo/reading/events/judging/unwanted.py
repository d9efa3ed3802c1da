"""Words beside a trigger that say that its frame does not hold: 핵실험 유예, 제재 회피.

Comes in: a ``Trigger`` in its ``Clauses`` and its frame. Goes out: yes or no.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb

#: 선언'을 for 선언을: marks of quotation part no words.
_MARKS = re.compile("[‘’'「」『』《》〈〉]")


def has_unwanted_word(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """Whether a word that the frame shuns stands around the trigger, or right behind it."""
    if frame.not_before:
        behind = clauses.document.text[trigger.span.end : clauses.sentence.span.end].lstrip()
        if behind.startswith(frame.not_before) or _is_listed_before(clauses, trigger, frame):
            return True
    if not frame.excludes:
        return False
    text = _MARKS.sub("", clauses.text(reach_of(trigger)))
    return any(word in text for word in frame.excludes)


def _is_listed_before(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """핵실험과 시험발사 유예를 깼다: what ends the list is of all in it."""
    phrase = clauses.items[trigger.index]
    if not trigger.noun or isinstance(phrase, Verb):
        return False
    for item in clauses.items[trigger.index + 1 :]:
        listed = phrase.case is Case.WITH or (phrase.case is Case.BARE and phrase.comma)
        if isinstance(item, Verb) or not listed:
            return False
        if clauses.text(item.span).endswith(frame.not_before):
            return True
        phrase = item
    return False
