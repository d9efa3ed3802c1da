"""A draft that goes on at once from the sentence before → the day which that sentence gives.

Comes in: a ``Draft`` without a day, its sentence and who the sentence before was about. Goes out:
the draft on the day told there (장관은 12일 공항에서 질문을 받았다. 이어 총리를 만났다). Invariant:
only where one and the same goes on, and where the sentence before gives one day and relays nothing.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses

#: How many sentences back the day may stand, in the same paragraph or the one before.
_BACK = 2
_DAY = len("2026-05-12")
#: 약 세 시간 뒤, 30분 후: the same day goes on.
_HOURS_LATER = re.compile(
    r"(?:^|\s)(?:\d{1,2}|[가-힣]{1,3})\s?(?:시간|분)(?:여|쯤)?\s?(?:뒤|후)[에는\s]"
)


def day_told_before(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """The draft on the day of what the sentence before told of the same one.

    Example:
        ``차관은 8일 대학을 찾았다. 그는 이어 대사와 회담했다``: on the 8th.
    """
    told = draft.told and draft.status is Status.OCCURRED and draft.date is None
    day = _day_of_gathering(clauses, trigger) if told else None
    if day is not None:
        return replace(draft, date=day)
    if not told or not (draft.follows is not None or _hours_later(clauses, trigger)):
        return draft
    if not set(memory.carried) & set(draft.roles) or clauses.quote_of(clauses.items[trigger.index]):
        return draft
    day = _day_before(clauses.document, clauses.sentence, memory)
    return draft if day is None else replace(draft, date=day)


def _day_of_gathering(clauses: Clauses, trigger: Trigger) -> str | None:
    """8일 실무회담이 열렸다. 북한은 [이 회담에서] …: on the day of what is pointed at."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    at = [clauses.text(p.span).split() for p in own if p.case is Case.AT]
    pointed = [w[1] for w in at if len(w) > 1 and w[0] in clauses.words.words["pointing"]]
    index = clauses.sentence.index
    if not pointed or not index:
        return None
    before = clauses.document.sentences[index - 1]
    if before.kind is not clauses.sentence.kind or pointed[0] not in clauses.text(before.span):
        return None
    return _only_day(clauses.document, before)


def _hours_later(clauses: Clauses, trigger: Trigger) -> bool:
    before = Span(clauses.sentence.span.start, trigger.span.start)
    return _HOURS_LATER.search(clauses.text(before)) is not None


def _day_before(document: Document, sentence: Sentence, memory: Memory) -> str | None:
    """The one day that the last sentence with a time gives, if it tells of it by itself."""
    for before in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if before.kind is not sentence.kind or memory.told_in(before.index):
            return None
        if document.times_in(before.span) or _relays(before):
            return _only_day(document, before)
    return None


def _only_day(document: Document, sentence: Sentence) -> str | None:
    days = {time.value for time in document.times_in(sentence.span)}
    day = days.pop() if len(days) == 1 and not _relays(sentence) else ""
    return day if len(day) == _DAY and "/" not in day else None


def _relays(sentence: Sentence) -> bool:
    """…고 밝혔다: whose the day is, and of what, is left open."""
    return any(p.ending is Ending.QUOTATIVE for p in sentence.predicates())
