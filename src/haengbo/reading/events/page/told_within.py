"""What is told only inside another happening: out of whose hands one came, what was agreed on.

Comes in: the ``Happening``s of a page. Goes out: the same without those that only describe.
Invariant: what has a day of its own, or is told anywhere by a verb of its own, stays.
"""

from __future__ import annotations

from haengbo.model.reading import ParticipantRole, Status
from haengbo.reading.events.page.happening import Happening
from haengbo.reading.events.world import World


def without_inner(happenings: list[Happening], world: World) -> list[Happening]:
    """Happenings without the holding of whom one lets go and the matter of what is agreed.

    Example:
        ``북한은 3일 억류했던 기자를 석방했다``: one. ``지난 1일 나포한 배를 돌려보냈다``: two.
        ``두 나라는 외교관계를 복원하는 합의서에 서명했다``: one paper.
    """
    return [
        one
        for one in happenings
        if not any(_is_held_for(one, o) or _is_matter_of(one, o, world) for o in happenings)
    ]


def _is_held_for(holding: Happening, release: Happening) -> bool:
    """Whether it tells only how those stood who are let go in the same sentence, by whom."""
    types = (holding.drafts[0].frame.type, release.drafts[0].frame.type)
    if types != ("COERCE", "RETREAT") or not _is_undated(holding):
        return False
    described = all(draft.describes for draft in holding.drafts)
    return (
        described and _stands_in(holding, release) and bool(_sources(holding) & _sources(release))
    )


def _is_matter_of(matter: Happening, agreed: Happening, world: World) -> bool:
    """Whether it is what the paper signed, or the agreement told of beside it, is about."""
    one, other = matter.drafts[0].frame, agreed.drafts[0].frame
    if matter is agreed or one.type != "AGREE" or one.mode is not None or other.type != "AGREE":
        return False
    if agreed.status is not Status.OCCURRED or not _stands_in(matter, agreed):
        return False
    described = other.mode == "sign" and all(draft.describes for draft in matter.drafts)
    planned = matter.status is Status.PLANNED and matter.date in {None, agreed.date}
    return (described or planned) and _sides(matter, world) <= _sides(agreed, world)


def _is_undated(holding: Happening) -> bool:
    return holding.date is None or holding.date.startswith("../")


def _stands_in(inner: Happening, outer: Happening) -> bool:
    """Whether every account of the one is in a sentence that tells of the other."""
    return {d.sentence for d in inner.drafts} <= {d.sentence for d in outer.drafts}


def _sources(happening: Happening) -> set[str]:
    source = ParticipantRole.SOURCE
    return {name for name, role in happening.roles.items() if role is source}


def _sides(happening: Happening, world: World) -> set[str]:
    return {world.state_of(name) or name for name in happening.roles}
