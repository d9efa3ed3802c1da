"""Talks or a signing just told, named once more with the place or the day → what that adds.

Comes in: nouns of a sentence that name nobody for themselves, and the ``Memory``. Goes out: to
which happening such a noun belongs. Invariant: nobody else stands at the noun, and the sentence
names no other day.

Example:
    ``장관은 12일 부장과 회담했다. 장관은 이날 하노이에서 열린 회담에서 …고 말했다``: in Hanoi.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import all_heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.coming import has_other_day
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.world import World

#: How many sentences behind a meeting its place may be told.
_TOLD_WITHIN = 2
_SURE = {Status.OCCURRED, Status.PLANNED}
#: Frames whose nouns name what papers were signed at.
_SIGNED_AT = {"signing-ceremony"}


def told_once_more(clauses: Clauses, trigger: Trigger, memory: Memory) -> Draft | None:
    """The meeting or signing that the noun means, if it is the one told right before."""
    frame = once_more_frame(trigger)
    if frame is None or not _is_held(trigger) or _looks_elsewhere(clauses, trigger):
        return None
    index = clauses.sentence.index
    told = [d for d in memory.within(index) if d.frame.mode == frame.mode]
    last = told[-1] if told else None
    if last is None or not 0 < index - last.sentence <= _TOLD_WITHIN or last.recalled:
        return None
    alike = (d for d in told if index - d.sentence <= _TOLD_WITHIN)
    if any(set(d.roles) != set(last.roles) for d in alike):
        return None  # 주석을 만나고 부장과 회담했다. 회담은: which of the two
    if last.status not in _SURE or (last.date and has_other_day(clauses, last)):
        return None
    named = {m.name for p in _around(trigger) for m in all_heads(clauses, p)}
    return last if _are_of(named, last, memory.world) else None


def once_more_frame(trigger: Trigger) -> FrameRow | None:
    """As what the noun names talks or a signing, if it does."""
    fit = (f for f in trigger.frames if f.mode == "meeting" or f.id in _SIGNED_AT)
    return next(fit, None) if trigger.noun else None


def _is_held(trigger: Trigger) -> bool:
    """열린 회담에서, 회담은 …에서 열렸다, 서명식을 가졌다: told of as held, and not to be held."""
    if trigger.support is not None and trigger.support.status is not None:
        return False
    verb = trigger.relative_verb or (trigger.verb if trigger.support is not None else None)
    return verb is not None and trigger.chain[-1].case is not Case.GENITIVE


def _looks_elsewhere(clauses: Clauses, trigger: Trigger) -> bool:
    """앞서 하노이에서 열린 회담에서, “하노이에서 열린 회담은”: another one, or in one's words."""
    back = tuple(f"{word} " for word in clauses.words.words["looking-back"])
    if clauses.text(clauses.sentence.span).startswith(back):
        return True
    return clauses.quote_of(clauses.items[trigger.index]) is not None


def _around(trigger: Trigger) -> tuple[Phrase, ...]:
    arguments = trigger.relative or trigger.arguments
    own = arguments.own if arguments is not None else ()
    return (*(p for p in own if p.case is not Case.AT), *trigger.chain[:-1])


def _are_of(names: set[str], told: Draft, world: World) -> bool:
    """Whether all who are named took part, or are the states of those who did."""
    states = {world.state_of(name) for name in told.roles}
    actors = {n for n in names if world.kind_of(n) is not ActorKind.PLACE}
    return all(n in told.roles or n in states or world.state_of(n) in told.roles for n in actors)
