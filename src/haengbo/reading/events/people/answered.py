"""A refusal or denial that does not say whose → whom it answers.

Comes in: a ``Trigger`` in its ``Setting`` and who refuses. Goes out: names. Three turns: who just
asked, accused or punished the one who now refuses; who just claimed it, in a clause of the same
sentence or in words about the one who denies; with whom the one who refuses sits at table.
Invariant: nobody is answered by the own state, and no medium or judge is.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import UP_TO_NOW
from haengbo.reading.events.parsing.clauses import Phrase
from haengbo.reading.events.scene.when import date_of
from haengbo.reading.events.setting import Heard, Roles, Setting

#: 이를, 이에, 그것을.
_PRONOUN = "NP"
#: Rule of a name meant by 두 나라.
_BY_PRONOUN = "pronoun"
_THIS = ("이런 ", "이같은 ", "이 같은 ", "그런 ", "해당 ", "이 ", "그 ")


def asker(setting: Setting, trigger: Trigger, roles: Roles) -> Iterator[str]:
    """외무성은 파나마에 요구했다. 파나마는 거절했다; 외무부가 항의하자 대변인은 일축했다."""
    refusing = _refusing(roles)
    index, named = setting.clauses.sentence.index, _replies(setting, trigger)
    for at, act in setting.acts if refusing else ():
        sources = tuple(n for n, role in act.items() if role is ParticipantRole.SOURCE)
        targets = [n for n, role in act.items() if role is ParticipantRole.TARGET]
        own = any(_is_own(setting, name, refusing) for name in sources)
        meant = not targets or any(_is_own(setting, name, refusing) for name in targets)
        if sources and meant and not own and (named or index - at <= 1):
            yield from sources
            return


def claimant(
    setting: Setting, trigger: Trigger, roles: Roles, *, about: bool = True
) -> Iterator[str]:
    """국무부는 미얀마가 무기를 판다고 주장했으나 미얀마 정부는 일축했다.

    Args:
        setting: The sentence and whose words were heard before.
        trigger: The denial.
        roles: Who denies.
        about: Whether it is enough that the words were about the one who denies.
    """
    refusing = _refusing(roles)
    for heard in setting.heard if refusing else ():
        if any(_is_own(setting, name, refusing) for name in heard.speakers):
            return  # one's own words go on
        near = heard.beside or _takes_up(setting, trigger)
        near = near or (about and _is_about(setting, heard, refusing))
        if near and all(_may_claim(setting, name) for name in heard.speakers):
            yield from heard.speakers
            return


def opposite(setting: Setting, roles: Roles) -> Iterator[str]:
    """대사를 만나 해법을 내놓았다. 대사는 거부했다: the other of the two at table."""
    refusing = _refusing(roles)
    table = setting.table or setting.met
    others = [name for name in table if not _is_own(setting, name, refusing)]
    if refusing & set(table) and len(others) == 1:
        yield others[0]


def faced(setting: Setting, trigger: Trigger, roles: Roles) -> Iterator[str]:
    """주석은 위원장과 회담했다. 주석은 문제를 풀 것을 권했다: one asks whom one has just met.

    Where what is asked for names the other's own state, it is put to that.
    """
    state_of, clauses = setting.world.state_of, setting.clauses
    subjects = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    start = next((p.span.end for p in subjects), clauses.sentence.span.start)
    asked = Span(min(start, trigger.span.start), trigger.span.start)
    mentions = clauses.document.mentions_in(asked)
    named = {m.name for m in mentions if not m.weak and m.kind is not ActorKind.PLACE}
    for name in opposite(setting, roles):
        if all(state_of(other) != state_of(name) for other in named - {name}):
            yield name
            return
    yield from _reached(setting, trigger, roles)


def _reached(setting: Setting, trigger: Trigger, roles: Roles) -> Iterator[str]:
    """북측이 3일 제의해 왔다고 통일부가 밝혔다: it came to the state of whoever tells of it.

    Not 미국은 대화를 제안해 왔다, which without a day says that it goes on.
    """
    verb = trigger.verb
    if verb is None or not verb.tail.startswith(UP_TO_NOW):
        return
    if date_of(setting.clauses, trigger) is None:
        return
    own = {setting.world.state_of(name) for name in roles}
    tellers = {setting.world.state_of(name) for name in setting.speakers} - own - {None}
    states = tellers or set(setting.world.home) - own
    yield from (state for state in states if state is not None and len(states) == 1)


def _refusing(roles: Roles) -> set[str]:
    return {name for name, role in roles.items() if role is ParticipantRole.SOURCE}


def _may_claim(setting: Setting, name: str) -> bool:
    kind = setting.world.kind_of(name)
    return kind not in {None, ActorKind.MEDIUM} and name not in setting.world.experts


def _is_about(setting: Setting, heard: Heard, refusing: set[str]) -> bool:
    mentions = setting.clauses.document.mentions_in(heard.span)
    named = (m.name for m in mentions if m.rule != _BY_PRONOUN)
    return any(_is_own(setting, name, refusing) for name in named)


def _takes_up(setting: Setting, trigger: Trigger) -> bool:
    """이를 부인했다, 이 주장을 일축했다."""
    pronoun = any(p.tokens[0].tag == _PRONOUN for p in _taken(setting, trigger))
    return pronoun or _replies(setting, trigger)


def _replies(setting: Setting, trigger: Trigger) -> bool:
    """이에 외무성은, 이 요구를 거절했다: what was told is answered, also over a sentence."""
    clauses = setting.clauses
    if clauses.text(clauses.sentence.span).startswith(clauses.words.words["replies"]):
        return True
    texts = (setting.clauses.text(phrase.span) for phrase in _taken(setting, trigger))
    return any(text.startswith(_THIS) for text in texts)


def _taken(setting: Setting, trigger: Trigger) -> list[Phrase]:
    cases = ("object", "to", "about")
    return [p for case in cases for p in phrases_in(setting.clauses, trigger, case)]


def _is_own(setting: Setting, name: str, refusing: set[str]) -> bool:
    """Whether a name is one who refuses, or one of the same state."""
    state_of = setting.world.state_of
    homes = {state_of(own) for own in refusing} - {None}
    return name in refusing or state_of(name) in homes
