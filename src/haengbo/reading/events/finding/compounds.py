"""Whom the words right before a noun name, without a particle: 북러 정상회담, 외무상·장관 회담.

Comes in: ``Clauses``, a ``Trigger`` with its frame, the slot to fill and the roles filled so far.
Goes out: mentions. Invariant: nobody is named who only says how high an office is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.knowledge.mention_words import CompoundRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.naming import heads, places_listed_before, tied_before
from haengbo.reading.events.finding.owning import gives_rank
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: Modes of happenings at which states talk with each other.
TALKS = frozenset({"meeting", "multilateral"})
_SEVERAL = 2


def named_before(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, slot: Slot, taken: Collection[str]
) -> Iterator[Mention]:
    """북러 정상회담, 김일성 소련 방문: in the noun's own phrase and in bare ones before it."""
    if trigger.noun:
        phrase = trigger.chain[-1]
        named = inside(clauses, phrase)
        before = [m for m in named if m.span.end <= trigger.span.start + 1]
        before = [m for m in before if not gives_rank(clauses, m, trigger.span.start)]
        if frame.mode in TALKS:
            before = [m for m in before if m not in hosts_of_talks(before)]
        if frame.mode == "letter":  # 위원장 친서, but not 위원장 재선 축전
            before = [m for m in before if m.span.end >= trigger.span.start - 1]
        before = [m for m in before if not _says_where(clauses, m, before)]
        before += [x for m in named for x in _joint(clauses, trigger, m)]
        opens = bool(before) and before[0].span.start == phrase.span.start
        if opens and not any(mention.name in taken for mention in before):
            for member in _listed(clauses, phrase, frame, slot):
                yield from heads(clauses, member)
        yield from before
    for phrase in reversed(trigger.chain[: -1 if trigger.noun else None]):
        if phrase.case is not Case.BARE:
            break
        yield from heads(clauses, phrase)


def _joint(clauses: Clauses, trigger: Trigger, body: Mention) -> Iterator[Mention]:
    """북러 경제공동위원회 회의: those whose body in common it is that meets."""
    if body.kind is not ActorKind.ORGANISATION or body.span.start >= trigger.span.start:
        return
    said = clauses.text(body.span)
    for row in clauses.document.knowledge.table("compounds", CompoundRow):
        if len(row.members) > 1 and said.startswith(row.id):
            yield from (
                replace(body, name=name, kind=ActorKind.STATE, rule="compound")
                for name in row.members
            )
            return


def hosts_of_talks(named: Sequence[Mention]) -> tuple[Mention, ...]:
    """[싱가포르] 북미 정상회담: a state right before the states that talk is where they do."""
    joint = [m for m in named if m.rule == "compound"]
    if len({m.name for m in joint}) < _SEVERAL:
        return ()
    start = joint[0].span.start
    return tuple(m for m in named if m.kind is ActorKind.STATE and m.span.end == start - 1)


def _says_where(clauses: Clauses, mention: Mention, named: Collection[Mention]) -> bool:
    """베트남 하노이 담판: the state of the town behind it takes no part."""
    if mention.kind is not ActorKind.STATE:
        return False
    behind = (m for m in named if m.span.start == mention.span.end + 1)
    return clauses.text(mention.span) == mention.name and any(
        m.kind is ActorKind.PLACE for m in behind
    )


def _listed(clauses: Clauses, phrase: Phrase, frame: FrameRow, slot: Slot) -> tuple[Phrase, ...]:
    """몽골과 베트남, 라오스 방문; 주석·총비서 회담: the list that ends in the noun's own phrase."""
    if slot.role == "party":
        return tied_before(clauses, phrase)
    if frame.mode == "visit" and slot.role == "target":
        return places_listed_before(clauses, phrase)
    return ()
