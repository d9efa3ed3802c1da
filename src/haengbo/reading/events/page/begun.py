"""The stay that somebody who leaves had begun, and how long it lasts as the page tells it.

Comes in: the ``Memory`` of a page, who leaves and when, or what was done on some day of a stay.
Goes out: the draft of the visit, or the days of the stay. Invariant: of two visits by one person
it is the one that began last before that day.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.scene.periods import days_before, precise

#: How many happenings back one who came is remembered.
_LOOKS_BACK = 40
#: So many sentences behind a visit what is told without a day is of it.
_TOLD_OF = 6
#: Modes of what a visitor does on some day of his stay.
ON_A_STAY = {"meeting", "sign", "letter", "reception"}
#: How many days somebody who came may stay before it is told that he left.
_STAYS = 15


def begun_by(memory: Memory, names: Iterable[str], day: str) -> Draft | None:
    """The visit by one of these that began last before a day, not long before it.

    Example:
        ``17일 왔다. 4일에도 온 바 있다. 그는 17일 떠났다``: the stay of the 17th.
    """
    guests = {name for name in names if memory.world.kind_of(name) is not ActorKind.STATE}
    begun = [
        draft
        for draft in memory.told[-_LOOKS_BACK:]
        if draft.frame.mode == "visit" and draft.status is Status.OCCURRED and draft.has_day
        if any(draft.roles.get(name) is ParticipantRole.SOURCE for name in guests)
        if (draft.date or "") <= day and not days_before(draft.date or "", day, _STAYS)
    ]
    return max(begun, key=lambda draft: draft.date or "", default=None)


def whole_stay(memory: Memory, names: Iterable[str]) -> str | None:
    """8일 찾는다. 11일까지 머물며 회담한다: both ends of the stay, wherever they are told."""
    guests = {name for name in names if memory.world.kind_of(name) is not ActorKind.STATE}
    came = [
        draft.date
        for draft in memory.told[-_LOOKS_BACK:]
        if draft.frame.mode == "visit" and draft.date is not None and not draft.recalled
        if any(draft.roles.get(name) is ParticipantRole.SOURCE for name in guests)
    ][-2:]
    known = came[-1] if came else None
    for date in came[:-1]:
        known = precise(date, known)
    start, slash, end = (known or "").partition("/")
    return known if slash and start[:1].isdigit() and end[:1].isdigit() else None


def during_stay(memory: Memory, draft: Draft) -> Draft:
    """부장은 17일부터 20일까지 방문했다. 그는 부위원장을 만났다: on one of the days named.

    Where the page only tells when he came and when he left it does not say so.
    """
    wreath = draft.frame.id == "wreath"
    done = draft.told and draft.main and draft.status is Status.OCCURRED and not draft.caption
    if draft.date is not None or not done or not (draft.frame.mode in ON_A_STAY or wreath):
        return draft
    visit = memory.last_visit_of(draft.roles)
    if visit is None or visit.recalled or draft.sentence - visit.sentence > _TOLD_OF:
        return draft
    named = visit.dated is not None and "/" in visit.dated.time.value
    start, _, end = (visit.date or "").partition("/")
    whole = named and start[:1].isdigit() and end[:1].isdigit()
    return replace(draft, date=visit.date) if whole else draft
