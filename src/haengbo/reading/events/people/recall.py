"""A visit or meeting named with a date but without its people → whose it was.

Comes in: a ``Trigger`` whose frame found nobody, and the ``Memory``. Goes out: roles, or
``None``. A page that has told of a visit says ``지난 3월 방북 뒤에는`` and means the same
visitor; one that has told of a meeting says ``4일 회담`` and means the same two.
"""

from __future__ import annotations

from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import KnownEventRow
from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.finding.dropped import genitive_subject
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case
from haengbo.reading.events.people.participants import named_anyhow
from haengbo.reading.events.scene.when import date_of
from haengbo.reading.events.setting import Roles, Setting

#: How far around the noun of a meeting 정상회담 may reach, in code points.
_BEFORE = 4
_PAIR = 2
#: How many sentences a meeting is still told of as the meeting.
_STILL_TOLD = 3


def recalled(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """Roles of a happening that is only named, from what was told before."""
    if frame.mode not in {"visit", "meeting"} or _turns_back(frame):
        return None
    if frame.mode == "meeting" and (known := _of_its_name(trigger, setting)):
        return known
    if frame.mode == "meeting" and _falls_through(trigger):
        return _pair_just_told(setting, memory)
    return _just_met(trigger, frame, setting, memory) or _named_with_day(
        trigger, frame, setting, memory
    )


@lru_cache(maxsize=4)
def _known_meetings(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """What pages call a meeting without its people → whose the pack says that it was."""
    return {
        name: tuple(who.rpartition(":")[0] for who in row.participants)
        for row in knowledge.table("events", KnownEventRow)
        if row.mode == "meeting" and len(row.participants) > 1
        for name in row.names
    }


def _of_its_name(trigger: Trigger, setting: Setting) -> Roles | None:
    """하노이 정상회담은 결렬됐다: a meeting known by that name, as one of states."""
    held = trigger.support is not None and trigger.support.status is None
    if not trigger.noun or not (held or date_of(setting.clauses, trigger)):
        return None  # 알래스카 회담을 앞두고: in passing
    document = setting.clauses.document
    before = document.text[setting.clauses.sentence.span.start : trigger.span.end]
    meetings = _known_meetings(document.knowledge)
    people = next((who for name, who in meetings.items() if before.endswith(name)), ())
    states = {setting.world.state_of(name) for name in people}
    if None in states or len(states) < _PAIR:
        return None
    return dict.fromkeys(sorted(filter(None, states)), ParticipantRole.PARTY)


def _named_with_day(
    trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory
) -> Roles | None:
    """4일 회담, 지난 3월 방북 뒤에는: the last of its kind."""
    if trigger.support is not None and not _is_counted(trigger, frame, setting):
        return None
    if not _is_named(trigger, setting) or date_of(setting.clauses, trigger) is None:
        return None
    if frame.mode == "visit" and (guest := _guest_then(trigger, setting)):
        last = _of_last(frame, memory, setting) or {}
        hosts = {n: role for n, role in last.items() if role is ParticipantRole.TARGET}
        return {guest: ParticipantRole.SOURCE} | hosts if hosts else None
    named = named_anyhow(frame, trigger, setting)
    roles = _of_last(frame, memory, setting)
    if roles is None or not set(named) <= set(roles):
        return None
    return _states(roles, setting) if _is_summit(trigger, setting) else roles


def _is_summit(trigger: Trigger, setting: Setting) -> bool:
    """정상회담, 정상[회담 뒤]: the word for whose it is may stand before the noun made a verb."""
    text, span = setting.clauses.document.text, trigger.span
    named = text[max(0, span.start - _BEFORE) : span.start + _BEFORE]
    return any(word in named for word in setting.clauses.words.words["summits"])


def _guest_then(trigger: Trigger, setting: Setting) -> str | None:
    """2007년 홍길산 서기장 방문 이후: who came then stands right before the noun."""
    owner = genitive_subject(setting.clauses, trigger)
    whose = trigger.chain if trigger.noun else (owner,) if owner is not None else ()
    inside = (p.span for p in whose if p.case is not Case.WITH)
    named = (m for span in inside for m in setting.clauses.document.mentions_in(span))
    people = {m.name for m in named if m.kind is ActorKind.PERSON}
    return people.pop() if len(people) == 1 else None


def _is_told_again(trigger: Trigger) -> bool:
    """이번 만남은 원산에서 이뤄졌다: where, when or how long those just told of met."""
    support = trigger.support
    held = support is not None and support.cases == ("subject",) and support.status is None
    return trigger.noun and held and trigger.chain[-1].case is Case.TOPIC


def _just_met(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """Who met in one of the three sentences before, unless both have a day."""
    last = memory.last_like("meeting")
    if frame.mode != "meeting" or not _is_told_again(trigger) or last is None:
        return None
    if not last.told or last.status is not Status.OCCURRED:
        return None
    near = setting.clauses.sentence.index - last.sentence <= _STILL_TOLD
    both = last.date is not None and date_of(setting.clauses, trigger) is not None
    return dict(last.roles) if near and not both else None


def _turns_back(frame: FrameRow) -> bool:
    """답방: of the one who was visited, not of the last visitor."""
    return any("other" in slot.cases for slot in frame.slots)


def _is_counted(trigger: Trigger, frame: FrameRow, setting: Setting) -> bool:
    """두 번째 회담은 29일 열렸다: of the same two who met the first time."""
    support, text = trigger.support, setting.clauses.text(trigger.chain[-1].span)
    held = support is not None and "subject" in support.cases
    return (
        frame.mode == "meeting"
        and held
        and text.startswith(setting.clauses.words.words["ordinals"])
    )


def _falls_through(trigger: Trigger) -> bool:
    """만남은 성사되지 않았다: what did not come about was spoken of right before."""
    verb, support = trigger.verb, trigger.support
    if verb is None or support is None or not trigger.noun:
        return False
    return verb.negated or support.status == "not_occurred"


def _pair_just_told(setting: Setting, memory: Memory) -> Roles | None:
    for draft in reversed(memory.told):
        if setting.clauses.sentence.index - draft.sentence > 1:
            return None
        people = [n for n in draft.roles if setting.world.kind_of(n) is ActorKind.PERSON]
        if len(people) == 2:  # noqa: PLR2004 - a pair
            return dict.fromkeys(people, ParticipantRole.PARTY)
    return None


def _is_named(trigger: Trigger, setting: Setting) -> bool:
    if trigger.noun:
        return True
    return trigger.verb is not None and setting.clauses.sets_another_time(trigger.verb)


def _of_last(frame: FrameRow, memory: Memory, setting: Setting) -> Roles | None:
    """The last of its kind; for a visit also the foreigner of the last meeting."""
    given = {name.partition(":")[2] for name in frame.given}
    draft = memory.last_like(frame.mode)
    if draft is not None and given <= set(draft.roles):
        return dict(draft.roles)
    meeting = memory.last_like("meeting")
    if frame.mode != "visit" or meeting is None or not given:
        return None
    guests = [
        name
        for name in meeting.roles
        if setting.world.kind_of(name) is ActorKind.PERSON
        and setting.world.state_of(name) not in given
    ]
    if len(guests) != 1:
        return None
    targets = dict.fromkeys(given, ParticipantRole.TARGET)
    return {guests[0]: ParticipantRole.SOURCE, **targets}


def _states(roles: Roles, setting: Setting) -> Roles:
    return {setting.world.state_of(name) or name: role for name, role in roles.items()}
