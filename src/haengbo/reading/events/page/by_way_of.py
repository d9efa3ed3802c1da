"""States on the way of a journey: 라오스를 거쳐 몽골에 도착했다 → a visit to 라오스 as well.

Comes in: a ``Draft`` of a journey and its ``Trigger``. Goes out: drafts of the same people, one for
each state on the way, on no day of their own. Invariant: a town that one passes through (베이징을
거쳐) is none, nor is the visitor's own state.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses
from haengbo.reading.events.world import World

#: 라오스를 거쳐, 몽골을 거친 뒤.
_VIA = ("를 거쳐", "을 거쳐", "를 거친", "을 거친")


def by_way_of(clauses: Clauses, trigger: Trigger, draft: Draft, world: World) -> Iterator[Draft]:
    """The visits that a journey led through."""
    if draft.frame.mode != "visit" or trigger.arguments is None:
        return
    source = ParticipantRole.SOURCE
    visitors = {name: role for name, role in draft.roles.items() if role is source}
    homes = {world.state_of(name) for name in visitors}
    for state in _on_the_way(clauses, trigger):
        if state not in draft.roles and state not in homes:
            roles = visitors | {state: ParticipantRole.TARGET}
            yield replace(
                draft, roles=roles, date=None, dated=None, place=state, told=False, main=False
            )


def _on_the_way(clauses: Clauses, trigger: Trigger) -> Iterator[str]:
    text = clauses.document.text
    own = trigger.arguments.own if trigger.arguments is not None else ()
    for last in own:
        if last.case is Case.PER and text.startswith(_VIA, last.span.end):
            named = (m for p in coordinated(clauses, last) for m in heads(clauses, p))
            yield from dict.fromkeys(m.name for m in named if m.kind is ActorKind.STATE)
