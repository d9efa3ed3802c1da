"""A body's delegation and who led it, a plan and who has set out: one journey, one meeting.

Comes in: a ``Happening`` and a ``Draft`` of one kind. Goes out: whether the draft tells of the same
by other names or before it came about. Invariant: of two bodies, of two people and of two days
there are two.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.page.happening import Happening, is_recalled
from haengbo.reading.events.scene.periods import days_before
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

_SOURCE, _TARGET = ParticipantRole.SOURCE, ParticipantRole.TARGET
#: Within so many sentences a delegation is told of by its body and by its head.
_TOLD_WITHIN = 4
#: Within so many it is only named once more: 외무성 대표단이 몽골을 찾은 것은 처음이다.
_NAMED_WITHIN = 8
#: For so many days behind the day on which somebody came a page tells of the visit as news.
_NEWS = 7


def is_one_delegation(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether a body's people and the one who led them went to one state or met one person.

    Example:
        ``부상은 11일 몽골을 방문했다. 외무성 대표단이 몽골을 찾은 것은``: one visit.
    """
    if draft.frame.mode not in {"visit", "meeting"} or is_recalled(happening, draft):
        return False
    if happening.date is not None and draft.date not in {None, happening.date}:
        return False
    if happening.distance(draft) > (_TOLD_WITHIN if draft.told else _NAMED_WITHIN):
        return False
    here, there = _apart(happening.roles, draft.roles)
    return _led_by(here, there, world) and _with_the_same(happening, draft, world)


def came_about(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether what was planned is told as done: by who has set out, or by a delegation's head.

    Example:
        ``외무성 대표단이 러시아를 방문한다고 전했다. 부상이 이끄는 대표단이 떠났다``: one visit.
    """
    if _has_set_out(happening, draft, world):
        return True
    pair = {happening.status, draft.status} == {Status.PLANNED, Status.OCCURRED}
    told = draft.told and draft.frame.mode == "visit" and happening.distance(draft) <= 1
    undated = happening.date is None and draft.date is None
    return pair and told and undated and is_one_delegation(happening, draft, world)


def _has_set_out(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether one is a plan without a day and the other tells that the same person has come.

    Example:
        ``외무상은 7일 몽골에 왔다. 그는 몽골을 방문한 뒤 돌아갈 예정이다``: one visit.
    """
    if draft.frame.mode != "visit" or is_recalled(happening, draft):
        return False
    pair = [(happening.status, happening.date), (draft.status, draft.date)]
    plan = next((date for status, date in pair if status is Status.PLANNED), "")
    came = next((date for status, date in pair if status is Status.OCCURRED), None)
    if plan is not None or came is None or not _is_news(came, world.published):
        return False
    both = set(happening.roles.items()) & set(draft.roles.items())
    person = any(r is _SOURCE and world.kind_of(n) is ActorKind.PERSON for n, r in both)
    return person and any(role is _TARGET for _, role in both)


def _is_news(came: str, published: str) -> bool:
    start = came.partition("/")[0]
    known = len(published) == len("2024-01-01") and start[:1].isdigit()
    return known and start <= published and not days_before(start, published, _NEWS)


def _apart(left: Roles, right: Roles) -> tuple[set[str], set[str]]:
    """Who stands only in the one and only in the other, hosts of a visit apart."""
    here = {n for n, r in left.items() if n not in right and r is not _TARGET}
    return here, {n for n, r in right.items() if n not in left and r is not _TARGET}


def _led_by(here: set[str], there: set[str], world: World) -> bool:
    """외무성, 부상: a body of the state and people of it who hold no office of another body."""
    for bodies, people in ((here, there), (there, here)):
        kinds = [{world.kind_of(name) for name in names} for names in (bodies, people)]
        if kinds != [{ActorKind.ORGANISATION}, {ActorKind.PERSON}] or len(bodies) != 1:
            continue
        states = {world.state_of(name) for name in bodies | people}
        offices = {world.titles.get(name) for name in people}
        other = {o for o in offices if o and world.kind_of(o) is ActorKind.ORGANISATION}
        return len(states) == 1 and None not in states and other <= bodies
    return False


def _with_the_same(happening: Happening, draft: Draft, world: World) -> bool:
    """Visitors of the same states, for a tour has several visits; those who met one person."""
    if draft.frame.mode == "visit":
        here, there = (
            {world.state_of(n) for n, r in roles.items() if r is _TARGET} - {None}
            for roles in (happening.roles, draft.roles)
        )
        return bool(here) and here == there
    shared = set(happening.roles) & set(draft.roles)
    return any(world.kind_of(name) is ActorKind.PERSON for name in shared)
