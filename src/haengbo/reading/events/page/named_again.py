"""A visit only named → how it stands: as the page told of it before.

Comes in: a ``Draft`` of a noun without a day of its own, its sentence, and the ``Memory``. Goes
out: the status of the visit that it names. Invariant: only a visit by the same people to the same
state is named again; one with a day of its own, or one counted as another, stands by itself.
"""

from __future__ import annotations

from haengbo.model.reading import ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.scene.periods import days_before

_AHEAD = {Status.PLANNED, Status.PREDICTED}
#: 방문하는 것.
_SPOKEN_OF = "는 것 "
#: For so many days behind a visit a page goes on telling of it.
_NEWS = 7


def stands_as_told(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Status:
    """How a visit stands that a noun without a day names.

    Example:
        ``대통령이 18일 방북한다. 대통령의 방북은 처음이다``: is to come;
        ``상임위원장이 31일 떠났다. 구체적인 방문 일정은 알려지지 않았다``: has begun.
    """
    if not _only_names(clauses, trigger, draft):
        return draft.status
    visits = (d for d in reversed(memory.told) if d.told and not d.recalled)
    told = next((d for d in visits if _is_one(d, draft)), None)
    if told is None:
        return draft.status
    ahead = told.status in _AHEAD
    if draft.status is Status.OCCURRED and ahead and not _is_over(told, memory):
        return told.status
    begun = draft.status in _AHEAD and told.status is Status.OCCURRED and _is_news(told, memory)
    return told.status if begun else draft.status


def _only_names(clauses: Clauses, trigger: Trigger, draft: Draft) -> bool:
    """대통령의 방북은, 방문하는 것은: made no visit of its own by a verb, and not another one."""
    if draft.frame.mode != "visit" or draft.date is not None or draft.recalled or draft.caption:
        return False
    if not (_is_bare(trigger) if trigger.noun else _is_spoken_of(trigger)):
        return False
    words, text = clauses.words.words, clauses.document.text
    start = trigger.chain[0].span.start if trigger.chain else trigger.span.start
    before, behind = text[clauses.sentence.span.start : start], text[trigger.span.end :].lstrip()
    named = text[start : trigger.span.end]
    another = any(word in named for word in words["another-time"])
    back = before.startswith(words["looking-back"]) or behind.startswith(words["at-that-time"])
    return not (another or back)


def _is_bare(trigger: Trigger) -> bool:
    return trigger.support is None


def _is_spoken_of(trigger: Trigger) -> bool:
    """방문하는 것은 처음이다: said of a visit, whenever it is."""
    return trigger.verb is not None and trigger.verb.tail.startswith(_SPOKEN_OF)


def _is_one(told: Draft, draft: Draft) -> bool:
    """Whether those who are named now went, or were to go, to the same state."""
    source, target = ParticipantRole.SOURCE, ParticipantRole.TARGET
    if told.frame.mode != "visit":
        return False
    shared = {role for _, role in set(told.roles.items()) & set(draft.roles.items())}
    return {source, target} <= shared


def _is_over(plan: Draft, memory: Memory) -> bool:
    """Whether the day for which it was planned lies before that of the page."""
    end, published = (plan.date or "").rpartition("/")[2], memory.world.published
    return end[:1].isdigit() and end < published[: len(end)]


def _is_news(visit: Draft, memory: Memory) -> bool:
    """Whether it began not long before the page, as far as the page says when."""
    start, published = (visit.date or "").partition("/")[0], memory.world.published
    known = len(published) == len("2024-01-01")
    return not (known and days_before(start, published, _NEWS))
