"""One who goes on to another country ends the stay in this one: 20일 들어와 25일 중국으로 떠났다.

Comes in: a ``Draft`` of a journey and the ``Memory`` of what was told before. Goes out: a draft of
the visit before it, with the day on which it ended. Invariant: only a day gives an end, and only
to a stay of the same people that began some days before.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.reading import ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.scene.periods import days_before

#: Within so many sentences and days one who leaves is the one who came.
_NEAR, _LASTS = 3, 15


def left_for(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Iterator[Draft]:
    """The stay that ends with a journey on to another state."""
    verb = trigger.verb
    if draft.frame.mode != "visit" or not draft.has_day or verb is None or draft.date is None:
        return
    if verb.lemma not in clauses.words.words["departing"]:
        return
    visit = memory.visit_before(draft)
    if visit is None or visit.date is None or not visit.has_day or visit.date >= draft.date:
        return
    near = draft.sentence - visit.sentence <= _NEAR
    elsewhere = not _hosts(visit, memory) & _hosts(draft, memory)
    if near and elsewhere and not days_before(visit.date, draft.date, _LASTS):
        date = f"../{draft.date}"
        yield replace(visit, date=date, span=draft.span, sentence=draft.sentence)


def _playing(draft: Draft, role: ParticipantRole) -> set[str]:
    return {name for name, played in draft.roles.items() if played is role}


def _hosts(draft: Draft, memory: Memory) -> set[str | None]:
    return {memory.world.state_of(name) for name in _playing(draft, ParticipantRole.TARGET)}
