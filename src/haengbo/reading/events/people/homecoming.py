"""Whoever comes home from a gathering → in which country it was.

Comes in: a ``Trigger`` of leaving or coming back and its ``Setting``. Goes out: roles, or ``None``.
Invariant: where the gathering was is said in the clause that describes who comes home.

Example:
    ``하노이에서 열린 회의에 참가했던 북한 대표단이 30일 귀국했다``: they were in 베트남.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, Mention, ParticipantRole
from haengbo.reading.events.finding.delegations import leader_of
from haengbo.reading.events.finding.describing import describer_of
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.people.participants import named_anyhow
from haengbo.reading.events.setting import Roles, Setting

_SOMEWHERE = {ActorKind.PLACE, ActorKind.STATE}


def home_from(trigger: Trigger, frame: FrameRow, setting: Setting) -> Roles | None:
    """Who came home, and the state in which the gathering was that they had come to."""
    verb, arguments = trigger.verb, trigger.arguments
    if frame.bound != "end" or verb is None or arguments is None:
        return None
    if verb.lemma not in setting.clauses.words.words["coming-home"]:
        return None
    travellers = named_anyhow(frame, trigger, setting)
    if set(travellers.values()) != {ParticipantRole.SOURCE}:
        return None
    state_of = setting.world.state_of
    own = {state_of(name) for name in travellers}
    for phrase in arguments.subjects[:1]:
        for place in _where_they_were(setting.clauses, phrase):
            host = state_of(place.name)
            if host is not None and host not in own and None not in own:
                return travellers | {host: ParticipantRole.TARGET}
    return None


def _where_they_were(clauses: Clauses, phrase: Phrase) -> Iterator[Mention]:
    """[하노이]에서 열린 회의에 참가했던 대표단: places of the clause that describes them."""
    at = describer_of(clauses, leader_of(clauses, phrase) or phrase)
    came = clauses.items[at] if at is not None else None
    if not isinstance(came, Verb) or not came.lemma.startswith(clauses.words.words["attending"]):
        return
    for item in reversed(clauses.items[:at]):
        if isinstance(item, Phrase):
            if item.case in {Case.TOPIC, Case.SUBJECT}:
                return
            if item.case is Case.AT:
                named = clauses.document.mentions_in(item.span)
                yield from (m for m in named if m.kind in _SOMEWHERE)
