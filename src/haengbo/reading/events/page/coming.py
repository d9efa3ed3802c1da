"""Who came to what was held, who went along on a visit: told beside it or right behind it.

Comes in: a sentence and the ``Memory``. Goes out: the ``Draft`` told of before with more people.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.reading import ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.people.attendance import at_it, comers, givers
from haengbo.reading.events.people.companions import accompanying, companions, members
from haengbo.reading.events.world import World

#: How many sentences behind a visit who went along may be told.
_GONE_ALONG = 3
#: How many sentences behind a feast it may be told who gave it.
_GIVEN_WITHIN = 8


def came_to(clauses: Clauses, memory: Memory, world: World) -> Draft | None:
    """기념식이 열렸다. 두 장관이 참석했다: adds to the ceremony or reception just told of."""
    index = clauses.sentence.index
    stage = memory.staged(index)
    if stage is None:
        return None
    held, here = stage.draft, stage.sentence == index
    if not here and has_other_day(clauses, held):
        return None
    noun = stage.noun or _called(held, clauses)
    if held.frame.mode == "multilateral" and not here and not at_it(clauses, noun):
        return None  # 참석했다 by itself may be said of anything held since
    names = comers(clauses, clauses.words, noun, held.span.end if here else None)
    if set(names) <= set(held.roles):
        return None
    roles = _with_guests(held, names, world)
    draft = replace(held, roles=roles, span=clauses.sentence.span, sentence=index)
    if not held.roles:
        memory.remember(draft)
    return draft


def _with_guests(held: Draft, names: tuple[str, ...], world: World) -> dict[str, ParticipantRole]:
    """Those who came; at a table guests, but those of the host's state sit beside the host."""
    source = ParticipantRole.SOURCE
    hosts = {world.state_of(n) for n, role in held.roles.items() if role is source}
    roles = dict(held.roles)
    for name in names:
        at_table = source if world.state_of(name) in hosts else ParticipantRole.TARGET
        guest = at_table if held.frame.mode == "reception" else ParticipantRole.PARTY
        roles.setdefault(name, guest)
    return roles


def held_by(clauses: Clauses, memory: Memory) -> Draft | None:
    """초대회가 열렸다. 이날 행사는 두 협회가 함께 마련했다: who gave what was told of before."""
    index = clauses.sentence.index
    stage = memory.staged(index, _GIVEN_WITHIN)
    if stage is None or stage.sentence == index or has_other_day(clauses, stage.draft):
        return None
    names = givers(clauses, stage.noun or _called(stage.draft, clauses))
    if set(names) <= set(stage.draft.roles):
        return None
    roles = dict.fromkeys(names, ParticipantRole.SOURCE) | stage.draft.roles
    draft = replace(stage.draft, roles=roles, span=clauses.sentence.span, sentence=index)
    if not stage.draft.roles:
        memory.remember(draft)
    return draft


def went_along(clauses: Clauses, memory: Memory) -> Iterator[Draft]:
    """외무상이 그를 수행했다: goes along on the visit told of here or right before."""
    verbs, index = accompanying(clauses), clauses.sentence.index
    visits = (
        d
        for d in reversed(memory.told)
        if d.frame.mode == "visit" and (d.told or d.sentence == index)  # 방북에는 …가 동행했다
    )
    visit = next(visits, None)
    if visit is None or index - visit.sentence > _GONE_ALONG:
        return
    names = [name for verb in verbs for name in companions(clauses, verb, visit)]
    if index - visit.sentence <= 1:
        names += members(clauses, visit)
    if names:
        along = dict.fromkeys(names, ParticipantRole.SOURCE)
        span = clauses.sentence.span
        yield replace(visit, roles=visit.roles | along, span=span, sentence=index)


def has_other_day(clauses: Clauses, held: Draft) -> bool:
    """Whether the sentence names another day than that of what was held."""
    times = clauses.document.times_in(clauses.sentence.span)
    return any(time.value.partition("T")[0] != held.date for time in times)


def _called(held: Draft, clauses: Clauses) -> str:
    """What the text calls what was held, without blanks."""
    text = clauses.text(held.span).replace(" ", "")
    nouns = sorted((n.replace(" ", "") for n in held.frame.nouns), key=len, reverse=True)
    return next((noun for noun in nouns if noun in text), held.frame.mode or "")
