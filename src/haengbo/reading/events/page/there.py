"""Words that point back to a place or a happening → its place, its day.

Comes in: a ``Draft`` without place or day of its own, its sentence, and the ``Memory`` of what was
told. Goes out: the draft at the place that is meant (같은 장소에서, 현지에서) or on the day of what
it was timed for (장관의 방북에 맞춰). Invariant: only what was told as happened is pointed at.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: How many sentences back a place is pointed at.
_REACH = 3
_SAME = "같은 "
#: 방북에 맞춰, 방문을 계기로, 회담을 기해: right behind the noun.
_TIMED_FOR = re.compile(r"(?:에 (?:맞춰|맞추어|즈음해)|[을를] (?:계기로|계기 삼아|기해|맞아))")


def pointed_at(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """The draft with the place and the day that its sentence points at.

    Example:
        ``27일 하노이 호텔에서 만났다. 28일 같은 장소에서 회담했다``: at the hotel.
    """
    if draft.place is None and _points_there(clauses, trigger):
        there = _place_told(draft, memory) or _town_named(clauses, memory)
        draft = replace(draft, place=there)
    if draft.date is None and draft.told and draft.status is Status.OCCURRED:
        draft = replace(draft, date=_day_timed_for(clauses, draft, memory))
    return draft


def _points_there(clauses: Clauses, trigger: Trigger) -> bool:
    """현지에서, 이곳에서, 같은 장소에서: before the verb and in the same words."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    quote = clauses.quote_of(clauses.items[at])
    return any(
        isinstance(item, Phrase)
        and item.case is Case.AT
        and clauses.quote_of(item) == quote
        and _is_pointer(clauses, item)
        for item in clauses.items[:at]
    )


def _is_pointer(clauses: Clauses, phrase: Phrase) -> bool:
    text = clauses.text(phrase.span)
    if text in clauses.words.words["there"]:
        return True
    before = clauses.document.text[max(0, phrase.span.start - len(_SAME)) : phrase.span.start]
    return f"{before}{text}".endswith(tuple(f"{_SAME}{w}" for w in clauses.words.words["spots"]))


def _place_told(draft: Draft, memory: Memory) -> str | None:
    """The last place told, if it is no state's name."""
    for told in reversed(memory.within(draft.sentence)):
        if draft.sentence - told.sentence > _REACH:
            break
        if told.place is not None and memory.world.kind_of(told.place) is not ActorKind.STATE:
            return told.place
    return None


def _town_named(clauses: Clauses, memory: Memory) -> str | None:
    """장관은 18일 비엔티안에 왔다. 그는 현지에서 …: the town named last in the sentence before."""
    index = clauses.sentence.index - 1
    if index < 0:
        return None
    named = clauses.document.mentions_in(clauses.document.sentences[index].span)
    towns = [m.name for m in named if memory.world.is_town(m.name)]
    return towns[-1] if towns else None


def _day_timed_for(clauses: Clauses, draft: Draft, memory: Memory) -> str | None:
    """장관의 방북에 맞춰 석방했다: the day of the visit just told of."""
    named = [
        d
        for d in memory.told_in(draft.sentence)
        if not d.told and d.span.end <= draft.span.start
        if _TIMED_FOR.match(clauses.document.text, d.span.end)
    ]
    if not named:
        return None
    mode, people = named[-1].frame.mode, set(named[-1].roles)
    days = [
        d.date
        for d in memory.within(draft.sentence)
        if d.frame.mode == mode and d.has_day and d.told and people & set(d.roles)
        if d.status is Status.OCCURRED and not d.recalled
    ]
    return days[-1] if days else None
