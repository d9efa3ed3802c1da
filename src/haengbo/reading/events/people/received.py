"""A host of whom it is told that he received, but not whom → the guest whose stay is told of.

Comes in: the ``Trigger`` of a meeting with one side named, and the ``Memory``. Goes out: roles, or
``None``. Korean leaves out an object that stands in the centre of what is told: 장관이 평양에 왔다.
외무상이 접견했다. Ranked are the guest of the stay that is going on in the host's state and
whoever the text is about; where the two are different people of other states, nobody is meant for
certain. Invariant: nobody is supplied where the sentence itself names or describes somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.dropped import drops_subject, is_topic_taken
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case
from haengbo.reading.events.people.participants import named_anyhow
from haengbo.reading.events.scene.when import date_of
from haengbo.reading.events.setting import Roles, Setting

#: What would say whom one met, be it somebody without a name (기자들을, 동포들과).
_WHOM = {Case.OBJECT, Case.WITH, Case.FOR}
_TELLING = {Ending.FINAL, Ending.CONNECTIVE}
_TOGETHER = {"meeting", "reception", "phone"}
_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
_HOST = ParticipantRole.TARGET
_DAY = len("2024-01-01")


def received(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """장관이 평양에 도착했다. 외무상이 접견했다: the guest of the stay is received."""
    if frame.mode != "meeting" or not _tells_whole_act(trigger, setting):
        return None
    if drops_subject(setting.clauses, trigger):
        return _again(trigger, frame, setting, memory)
    host = _host(trigger, frame, setting)
    if host is None or _names_another(host, setting):
        return None
    guest = _in_the_centre(host, trigger, setting, memory)
    if guest is None:
        return _met_too(host, trigger, setting)
    if any(slot.role == "party" for slot in frame.slots):
        return dict.fromkeys((host, guest), ParticipantRole.PARTY)  # 위원장은 회담을 가졌다
    return {host: ParticipantRole.SOURCE, guest: ParticipantRole.TARGET}


def _tells_whole_act(trigger: Trigger, setting: Setting) -> bool:
    """접견했다, 만나 환담했다: told by the text as done, with nobody it was done to."""
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or setting.clauses.quote_of(verb):
        return False
    if verb.ending not in _TELLING or verb.passive or verb.negated:
        return False
    final = verb.past or verb.ending is Ending.CONNECTIVE
    held = trigger.chain if trigger.noun else ()
    whom = (p for p in arguments.own if p not in held)
    return final and not any(phrase.case in _WHOM for phrase in whom)


def _host(trigger: Trigger, frame: FrameRow, setting: Setting) -> str | None:
    """The one person whom the sentence itself makes the subject."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    said = {m.name for phrase in subjects for m in heads(setting.clauses, phrase)}
    named = set(named_anyhow(frame, trigger, setting))
    support = trigger.support
    held = support is not None and "object" in support.cases and support.status is None
    if (trigger.noun and not held) or len(subjects) != 1 or len(named) != 1 or named != said:
        return None
    name = named.pop()
    return name if setting.world.kind_of(name) is ActorKind.PERSON else None


def _names_another(host: str, setting: Setting) -> bool:
    """Whether the sentence names a person of another state, who may be meant."""
    world, clauses = setting.world, setting.clauses
    people = {
        mention.name
        for mention in clauses.document.mentions_in(clauses.sentence.span)
        if mention.kind is ActorKind.PERSON
    }
    return any(world.state_of(name) != world.state_of(host) for name in people - {host})


def _again(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """장관과 만찬을 했다. 이튿날에는 두 시간 회담했다: with the same, on another day."""
    last, at = (memory.told[-1] if memory.told else None), date_of(setting.clauses, trigger)
    if last is None or at is None or setting.clauses.sentence.index - last.sentence != 1:
        return None
    if last.frame.mode not in _TOGETHER or not last.told or last.status is not Status.OCCURRED:
        return None
    people = [n for n in last.roles if setting.world.kind_of(n) is ActorKind.PERSON]
    pair = len(people) == len(last.roles) == 2  # noqa: PLR2004 - a pair
    same = pair and set(setting.carried) <= set(people)
    named = set(named_anyhow(frame, trigger, setting))
    later = last.has_day and at.time.value[:_DAY] > (last.date or "")
    if not (same and later) or not named <= set(people) or _names_anybody(setting):
        return None
    return dict.fromkeys(people, ParticipantRole.PARTY)


def _names_anybody(setting: Setting) -> bool:
    clauses = setting.clauses
    mentions = clauses.document.mentions_in(clauses.sentence.span)
    return any(mention.kind in _ACTORS for mention in mentions)


def _met_too(whom: str, trigger: Trigger, setting: Setting) -> Roles | None:
    """위원장은 대통령과 회담했다. 국방장관도 만났다: by the one whom the text is about."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    about = _foreigners(setting.carried, whom, setting)
    if not is_topic_taken(subjects[0]) or len(about) != 1 or about != setting.carried:
        return None
    return {about[0]: ParticipantRole.SOURCE, whom: ParticipantRole.TARGET}


def _in_the_centre(host: str, trigger: Trigger, setting: Setting, memory: Memory) -> str | None:
    """The guest of the stay told of, unless the text has gone on about another foreigner."""
    stay = _stay(host, trigger, setting, memory)
    guests = _foreigners(_came(stay), host, setting) if stay is not None else ()
    about = _foreigners(setting.carried, host, setting)
    if stay is None or len(guests) != 1 or (about and about != guests):
        return None
    # 위원장은 9월 대통령을 만났다. 외무상도 만났다: whom, the guest or the other?
    told = memory.within(setting.clauses.sentence.index)
    since = (n for d in told if d.sentence > stay.sentence for n in d.roles)
    return guests[0] if set(_foreigners(since, host, setting)) <= set(guests) else None


def _stay(host: str, trigger: Trigger, setting: Setting, memory: Memory) -> Draft | None:
    """The visit told last, if it is to the host's state and has begun by the day of the act."""
    visit = memory.staying(setting.clauses.sentence.index)
    if visit is None or visit.roles.get(setting.world.state_of(host) or "") is not _HOST:
        return None
    at = date_of(setting.clauses, trigger)
    return visit if at is None or _is_within(at.time.value, visit.date) else None


def _is_within(day: str, stay: str | None) -> bool:
    """Whether a day does not lie outside the stay, as far as the page dates that."""
    start, _, end = (stay or "").partition("/")
    after = len(start) != _DAY or day[:_DAY] >= start
    return after and (len(end) != _DAY or day[:_DAY] <= end)


def _came(visit: Draft) -> Iterable[str]:
    return (n for n, role in visit.roles.items() if role is ParticipantRole.SOURCE)


def _foreigners(names: Iterable[str], host: str, setting: Setting) -> tuple[str, ...]:
    """People among these who do not belong to the host's state."""
    world = setting.world
    home = world.state_of(host)
    return tuple(
        n for n in names if world.kind_of(n) is ActorKind.PERSON and world.state_of(n) != home
    )
