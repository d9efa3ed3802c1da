"""One paper signed: told of two sides, of who signed for them, of where these stood by.

Comes in: a ``Happening`` and a ``Draft`` of one kind. Goes out: whether both tell of one signing.
Invariant: those who sign stand for the sides named before; a paper of another day is another one.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.page.happening import Happening
from haengbo.reading.events.world import World

#: What two states sign a paper for: 수교했다.
_FOUNDING = {"establish-relations", "relations-again"}
_SIDES = {ActorKind.STATE, ActorKind.ORGANISATION}
#: Sentences of a lead, and how far behind it who signed is told.
_LEAD, _BEHIND_LEAD = 1, 4


def is_one_signing(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether a turn of phrase says that the paper is the one told of before.

    Example:
        ``KEDO와 북한은 8일 의정서에 서명했다. 이날 사무총장과 대사가 서명했다``: one paper.
    """
    if _sealed(happening, draft, world):
        return True
    if draft.frame.mode != "sign":
        return False
    if _at_ceremony(happening, draft, world) or _by_people(happening, draft, world):
        return True
    return _for_each(happening, draft, world)


def _by_people(happening: Happening, draft: Draft, world: World) -> bool:
    """북한과 몽골이 협정을 맺었다. 김 부장과 바트 장관이 서명했다: whosever the one may be.

    Two people right behind two sides, on one day; whose side is known, is of the two.
    """
    if not _on_one_day(happening, draft) or happening.distance(draft) > 1:
        return False
    groups = [set(happening.roles), set(draft.roles)]
    kinds = [{world.kind_of(name) for name in names} for names in groups]
    if not kinds[0] <= _SIDES or kinds[1] != {ActorKind.PERSON} or {len(g) for g in groups} != {2}:
        return False
    known = {_side(name, groups[0], world) for name in groups[1]} - {None}
    ceremony = draft.frame.id == "signing-ceremony"
    return known <= groups[0] and (bool(known) or ceremony)


def _side(name: str, sides: set[str], world: World) -> str | None:
    """For which of the sides somebody signs: an official of a body for it, else for the state."""
    body = world.titles.get(name)
    return body if body in sides else world.state_of(name)


def _at_ceremony(happening: Happening, draft: Draft, world: World) -> bool:
    """두 장관이 각서에 서명했다. 서명식에는 두 정상이 자리했다: signed where these stood by."""
    frames = {d.frame.id for d in happening.drafts} | {draft.frame.id}
    if "signing-ceremony" not in frames or happening.distance(draft) > 1 or len(frames) == 1:
        return False
    sides = [{world.state_of(n) for n in roles} for roles in (happening.roles, draft.roles)]
    return sides[0] == sides[1] and None not in sides[0]


def _for_each(happening: Happening, draft: Draft, world: World) -> bool:
    """라오스를 찾아 협정에 서명했다. 주석과 의정서에 서명했다: a side, then who signed for it.

    On one day and right behind, or behind a lead without a day: the first tells in brief what the
    next tells in full.
    """
    lead = happening.date is None and all(d.sentence <= _LEAD for d in happening.drafts)
    near = happening.distance(draft) <= (_BEHIND_LEAD if lead else 1)
    if not near or draft.recalled or not (lead or _on_one_day(happening, draft)):
        return False
    if not set(happening.roles) & set(draft.roles):
        return False
    rest = (set(happening.roles) - set(draft.roles), set(draft.roles) - set(happening.roles))
    sides = [{_side(n, rest[0] | rest[1], world) or n for n in names} for names in rest]
    kinds = [{world.kind_of(name) for name in names} for names in rest]
    return sides[0] == sides[1] and kinds[0] != kinds[1] and any(k and k <= _SIDES for k in kinds)


def _sealed(happening: Happening, draft: Draft, world: World) -> bool:
    """4일 수교했다. 두 대사는 이날 합의서를 주고받았다: by that paper the relations began."""
    first = happening.drafts[0]
    founded = first.frame.mode is None and first.frame.id in _FOUNDING
    paper = draft.frame.id == "relations-paper" and happening.distance(draft) <= 1
    if not founded or not _on_one_day(happening, draft) or not paper:
        return False
    signed = {world.state_of(name) for name in draft.roles} - {None}
    return bool(signed) and signed <= {world.state_of(name) for name in happening.roles}


def _on_one_day(happening: Happening, draft: Draft) -> bool:
    return happening.date is not None and happening.date == draft.date
