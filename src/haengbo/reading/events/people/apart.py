"""왕 주석, 차이 서기와 각각 회동했다, 한미, 한일 회담이 열렸다 → one for each.

Comes in: a ``Draft`` with its clauses. Goes out: the same draft, or one for each whom the sentence
says was met apart from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, ParticipantRole, TimeExpression
from haengbo.model.span import Span
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import all_heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.scene.points import Dated
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: What two states do once, so that with several each has a time of its own.
_FOUNDING = {"establish-relations", "relations-again"}
_SEVERAL = 2
_HELD = {"meeting", "phone"}
_TALKS = {"meeting", "multilateral"}
#: Frames of talks of two states, and of more.
_OF_TWO, _OF_MORE = "meet-talks", "multilateral-states"
_WHO = {ActorKind.PERSON, ActorKind.STATE}
_OTHERS = {Case.OBJECT, Case.WITH, Case.TO}


def one_by_one(clauses: Clauses, trigger: Trigger, draft: Draft, world: World) -> Iterator[Draft]:
    """One draft for each person met apart.

    Example:
        ``김성남은 왕후닝, 차이치와 각각 만났다`` tells of two meetings.
    """
    if draft.frame.mode == "letter":
        yield from _each_to_one(clauses, draft)
        return
    pairs = _each_in_its_year(clauses, trigger, draft)
    if pairs:
        for roles, time in pairs:
            dated = Dated(time, Case.BARE, own=True)
            yield replace(draft, roles=roles, date=time.value, dated=dated)
        return
    groups = _each_of_its_states(clauses, trigger, draft, world)
    if groups:
        yield from groups
        return
    others = _met_apart(clauses, trigger, draft, world)
    if len(others) < 2:  # noqa: PLR2004 - nothing to tell apart
        yield draft
        return
    for name in others:
        roles = {n: role for n, role in draft.roles.items() if n == name or n not in others}
        yield replace(draft, roles=roles)


def _each_in_its_year(
    clauses: Clauses, trigger: Trigger, draft: Draft
) -> tuple[tuple[Roles, TimeExpression], ...]:
    """라오스와 1974년에, 가나와 1964년에 수교했다: each of several states with a time of its own.

    Times may stand before, behind or in brackets, but stand so at every state of the row.
    """
    if draft.frame.id not in _FOUNDING or trigger.verb is None:
        return ()
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    own = [m for p in subjects[:1] for m in all_heads(clauses, p) if m.kind is ActorKind.STATE]
    first = max((m.span.end for m in own), default=None)
    if len(own) != 1 or first is None or first >= trigger.verb.span.start:
        return ()
    row = Span(first, trigger.verb.span.start)
    named = clauses.document.mentions_in(row)
    states = [m for m in named if m.kind is ActorKind.STATE and m.name != own[0].name]
    times = list(clauses.document.times_in(row))
    if len(states) < _SEVERAL or len(states) != len(times):
        return ()
    ordered = sorted([(m.span, True) for m in states] + [(t.span, False) for t in times])
    if any(one[1] is other[1] for one, other in pairwise(ordered)):
        return ()
    role = ParticipantRole.PARTY
    return tuple(
        ({own[0].name: role, state.name: role}, time)
        for state, time in zip(states, times, strict=True)
    )


def _each_of_its_states(
    clauses: Clauses, trigger: Trigger, draft: Draft, world: World
) -> tuple[Draft, ...]:
    """한미, 한일 외교장관 회담; 남북 및 북미 회담: talks of every pair that the list names."""
    if not trigger.noun or draft.frame.mode not in _TALKS:
        return ()
    if any(world.kind_of(name) is ActorKind.PERSON for name in draft.roles):
        return ()  # 장관은 도쿄에서 한미, 한일 회담을 한다: with whom on which day is not said
    groups = _states_joined(clauses, trigger)
    if len(groups) < _SEVERAL:
        return ()
    by_id = clauses.words.by_id
    talks = by_id[_OF_TWO] if draft.frame.mode == "multilateral" else draft.frame
    return tuple(
        replace(
            draft,
            roles=dict.fromkeys(names, ParticipantRole.PARTY),
            frame=talks if len(names) == _SEVERAL else by_id[_OF_MORE],
        )
        for names in groups
    )


def _states_joined(clauses: Clauses, trigger: Trigger) -> tuple[tuple[str, ...], ...]:
    """[한미], [한일], [한미일] 협의: states that one word names, for each word of the list."""
    phrase = trigger.chain[-1]
    groups = _compounds(clauses, Span(phrase.span.start, trigger.span.start))
    if not groups or not clauses.document.text.startswith(tuple(groups), phrase.span.start):
        return ()
    listed = list(groups.values())
    for item in reversed(clauses.items[: clauses.place_of(phrase)]):
        if not isinstance(item, Phrase) or not (item.case is Case.WITH or item.comma):
            break
        named = _compounds(clauses, item.span)
        if set(named) != {clauses.text(item.span)}:
            break
        listed = [*named.values(), *listed]
    return tuple(dict.fromkeys(listed))


def _compounds(clauses: Clauses, span: Span) -> dict[str, tuple[str, ...]]:
    """Words in a span that name several states at once, and which."""
    words: dict[str, tuple[str, ...]] = {}
    for mention in clauses.document.mentions_in(span):
        if mention.rule == "compound" and mention.kind is ActorKind.STATE and mention.name:
            said = clauses.text(mention.span)
            words[said] = (*words.get(said, ()), mention.name)
    return {said: tuple(dict.fromkeys(names)) for said, names in words.items() if len(names) > 1}


def _each_to_one(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """갑과 을은 병과 정에게 각각 축전을 보냈다: the first to the first and so on."""
    sides = {role: [n for n, r in draft.roles.items() if r is role] for role in ParticipantRole}
    sources, targets = sides[ParticipantRole.SOURCE], sides[ParticipantRole.TARGET]
    several = len(sources) == len(targets) > 1
    if not several or not _apart(clauses, draft):
        yield draft
        return
    for pair in zip(sources, targets, strict=True):
        yield replace(draft, roles={n: draft.roles[n] for n in pair})


def _apart(clauses: Clauses, draft: Draft) -> bool:
    text = clauses.text(draft.span)
    return any(word in text for word in clauses.words.words["one-by-one"])


def _met_apart(clauses: Clauses, trigger: Trigger, draft: Draft, world: World) -> tuple[str, ...]:
    """Those on the other side, where the sentence says that they were met one by one."""
    arguments = trigger.arguments
    if draft.frame.mode not in _HELD or arguments is None:
        return ()
    if not _apart(clauses, draft):
        return ()
    met = (
        mention.name
        for phrase in (*arguments.own, *trigger.chain)
        if phrase.case in _OTHERS
        for mention in all_heads(clauses, phrase)
    )
    others = tuple(
        name
        for name in dict.fromkeys(met)
        if draft.roles.get(name, ParticipantRole.SOURCE) is not ParticipantRole.SOURCE
        and world.kind_of(name) in _WHO
    )
    return others if len(others) < len(draft.roles) else ()
