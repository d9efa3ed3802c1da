"""An act of which only one side is named → the other side, from what was told right before.

Comes in: a ``Trigger`` whose frame found too few, and the ``Memory``. Goes out: roles, or
``None``. Who was to come arrives; who has met somebody signs with the same; a treaty that enters
into force is the one told of.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.delegations import means_visitors
from haengbo.reading.events.finding.dropped import drops_subject
from haengbo.reading.events.finding.genitives import helped_by
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.resolving import resolved_with
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.page.begun import begun_by
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Phrase, Verb
from haengbo.reading.events.people.answering import answered_by
from haengbo.reading.events.people.homecoming import home_from
from haengbo.reading.events.people.participants import named_anyhow
from haengbo.reading.events.scene.when import date_of
from haengbo.reading.events.setting import Roles, Setting

#: How many sentences after a visit the visitor may be told to have come home.
_STAY_LASTS = 6
#: How many sentences after an arrival it may be told how long one stays.
_STAY_TOLD = 3
_SURE = {Status.OCCURRED, Status.PLANNED}
_PLACES = {ActorKind.PLACE}
#: How many sentences after talks the next ones may be told without naming the two.
_TALKS_LAST = 5
#: What is sent to somebody, and sent on.
_SENT = {"MOBILIZE", "AID"}
#: 보내지 않다, 보내지는 않다.
_NOT = ("지 ", "지는 ")


def completed(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """Roles of an arrival, agreement or entry into force whose other side was told."""
    if frame.mode == "letter" and trigger.noun:
        return _correspondence(trigger, setting, memory)
    if frame.mode in {"meeting", "phone"} and trigger.noun:
        return _goes_on_to(trigger, frame, setting) or _of_the_two(trigger, frame, setting, memory)
    if trigger.noun or trigger.verb is None or trigger.arguments is None:
        return None
    if frame.type == "REQUEST":
        return _of_answer(trigger, frame, setting)
    return _done(trigger, frame, setting, memory, past=trigger.verb.past)


def _of_answer(trigger: Trigger, frame: FrameRow, setting: Setting) -> Roles | None:
    """휴전을 요구했지만 상대는 거절했다: who answers in the next clause was asked."""
    named = named_anyhow(frame, trigger, setting)
    if ParticipantRole.SOURCE not in named.values():
        return None
    roles = answered_by(trigger, frame, named, setting)
    if len(roles) > len(named):
        return roles
    outright = not frame.scene and _is_told_outright(trigger, setting)
    if not outright or not _is_named(trigger, setting):
        return None
    return _other_at_table(named, setting) or _other_told_of(named, setting)


def _other_at_table(named: Roles, setting: Setting) -> Roles | None:
    """주석과 통화하면서 제재를 요청했다: whom one talks with in the same sentence is asked."""
    others = [name for name in setting.table if name not in named]
    if len(others) != 1 or len(setting.table) != len(named) + 1:
        return None
    return named | {others[0]: ParticipantRole.TARGET}


def _is_named(trigger: Trigger, setting: Setting) -> bool:
    """Not 참가국들은 북한은 돌아와야 한다고 촉구했다: who asks has no name there."""
    subjects = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    clauses = setting.clauses
    return all(inside(clauses, p) for phrase in subjects for p in coordinated(clauses, phrase))


def _is_told_outright(trigger: Trigger, setting: Setting) -> bool:
    """시간을 더 달라고 요구했다: told by the text itself, of what was done."""
    verb = trigger.verb
    return (
        verb is not None
        and (verb.past or verb.ending is Ending.CONNECTIVE)
        and verb.ending in {Ending.FINAL, Ending.CONNECTIVE}
        and setting.clauses.quote_of(verb) is None
    )


def _other_told_of(named: Roles, setting: Setting) -> Roles:
    """북한은 미국 시설의 철거를 요구했다: the one other state that the sentence names, if any."""
    stated = setting.clauses.document.mentions_in(setting.clauses.sentence.span)
    text = setting.clauses.document.text
    # not of 대북 제재: by a name of its own
    states = {m.name for m in stated if m.kind is ActorKind.STATE and m.name[:2] in m.span.of(text)}
    others = states - set(named) - {setting.world.state_of(name) for name in named}
    return named | dict.fromkeys(others, ParticipantRole.TARGET) if len(others) == 1 else named


def _done(
    trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory, *, past: bool
) -> Roles | None:
    """What a verb tells was done."""
    if frame.type in _SENT:
        return _sent_on(trigger, frame, setting, memory)
    if frame.mode == "visit":
        return _journey(trigger, frame, setting, memory) or home_from(trigger, frame, setting)
    if frame.mode == "implement":
        return _in_force(setting, memory) if past else None
    return _agreed(trigger, setting, memory) if frame.type == "AGREE" else None


def _sent_on(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """러시아에 병력을 보냈다. 공병도 더 보내기로 했다: to whom the same sent before.

    Not where another place is named (금강산에 부대를 보내다). Also to whom one helps by it
    (러시아를 돕기 위해 병력을 보냈다), and to which state others were told to help right before.
    """
    if not _is_sending(trigger, frame) or _goes_elsewhere(trigger, setting):
        return None
    senders = named_anyhow(frame, trigger, setting)
    source, target = ParticipantRole.SOURCE, ParticipantRole.TARGET
    if not senders or set(senders.values()) != {source}:
        return None
    helped = [m.name for m in helped_by(setting.clauses, trigger) if m.name not in senders]
    for draft in reversed(memory.told) if not helped else ():
        alike = draft.frame.type == frame.type and draft.frame.mode == frame.mode
        givers = {n for n, role in draft.roles.items() if role is source}
        if alike and (givers == set(senders) or _helps_besides(draft, senders, setting)):
            helped = [n for n, role in draft.roles.items() if role is target]
            break
    return senders | dict.fromkeys(helped, target) if helped else None


def _helps_besides(draft: Draft, senders: Roles, setting: Setting) -> bool:
    """몽골은 북한에 쌀을 보냈고 라오스는 성금을 내기로 했다: whom others help in one breath."""
    near = setting.clauses.sentence.index - draft.sentence <= 1
    helped = [n for n, role in draft.roles.items() if role is ParticipantRole.TARGET]
    states = all(setting.world.is_state(name) for name in helped)
    own = {setting.world.state_of(name) for name in senders}
    return draft.frame.type == "AID" and near and states and not own & set(helped)


def _is_sending(trigger: Trigger, frame: FrameRow) -> bool:
    """보내다: not how it stands (러시아에 있다), what was done to troops, or what will not be."""
    verb = trigger.verb
    if verb is None or frame.bound == "state" or verb.passive:
        return False
    return not verb.tail.startswith(_NOT)


def _goes_elsewhere(trigger: Trigger, setting: Setting) -> bool:
    """금강산에, 수해 현장에; not 이달에, and not to whom else (주민들에게)."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    document = setting.clauses.document
    return any(
        phrase.case is Case.TO and phrase.particles[:1] == ("에",)
        for phrase in own
        if not document.times_in(phrase.span)
    )


def _goes_on_to(trigger: Trigger, frame: FrameRow, setting: Setting) -> Roles | None:
    """장관은 주석을 만났다. 외무상과의 회담도 열렸다: he who went before meets that one, too."""
    support = trigger.support
    held = support is not None and "subject" in support.cases
    other = any("의" in phrase.particles[1:] for phrase in trigger.chain)
    if (not held and not (support is None and other)) or len(setting.carried) != 1:
        return None
    named = named_anyhow(frame, trigger, setting)
    before = setting.carried[0]
    world = setting.world
    people = all(world.kind_of(name) is ActorKind.PERSON for name in (before, *named))
    states = {world.state_of(name) for name in (before, *named)}
    if len(named) != 1 or not people or len(states - {None}) != 2:  # noqa: PLR2004 - a pair
        return None
    return dict.fromkeys((before, *named), ParticipantRole.PARTY)


def _of_the_two(
    trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory
) -> Roles | None:
    """남북은 7일 열릴 제3차 회담을 준비한다; 다음 회담은 9일 열린다: the states told of.

    So where it fell through (후속 회담은 무산됐다).
    """
    clauses, words = setting.clauses, setting.clauses.words.words
    counted = clauses.text(trigger.chain[0].span.hull(trigger.span)).startswith(words["counted"])
    if frame.mode != "meeting" or not counted or named_anyhow(frame, trigger, setting):
        return None
    off = trigger.support is not None and trigger.support.status == "not_occurred"
    if date_of(clauses, trigger) is None and not off:
        return None
    return _two_states(_following(trigger, setting), setting) or _of_last_talks(setting, memory)


def _following(trigger: Trigger, setting: Setting) -> list[str]:
    """Who does what is told behind the noun."""
    phrases = trigger.following.subjects[:1] if trigger.following is not None else ()
    return [m.name for phrase in phrases for m in heads(setting.clauses, phrase)]


def _of_last_talks(setting: Setting, memory: Memory) -> Roles | None:
    """The two states of the talks or agreement told last, a few sentences before."""
    for draft in reversed(memory.told):
        if setting.clauses.sentence.index - draft.sentence > _TALKS_LAST:
            return None
        if draft.frame.mode == "meeting" or draft.frame.type == "AGREE":
            return _two_states(list(draft.roles), setting)
    return None


def _two_states(names: list[str], setting: Setting) -> Roles | None:
    states = all(setting.world.kind_of(name) is ActorKind.STATE for name in names)
    pair = states and len(names) == 2  # noqa: PLR2004 - a pair
    return dict.fromkeys(names, ParticipantRole.PARTY) if pair else None


def _journey(trigger: Trigger, frame: FrameRow, setting: Setting, memory: Memory) -> Roles | None:
    """방문할 예정이었으나 …19일 도착했다, 대표단은 9일 출발했다: whoever was to go goes."""
    verb, visit = trigger.verb, memory.last_like("visit")
    begun = _begun_before(trigger, setting, memory) if frame.bound == "end" else None
    if verb is None or visit is None:
        return None
    if frame.bound == "until":
        return _stays(trigger, memory.last_visit_of(_subjects(trigger, setting)) or visit, setting)
    if not verb.past and begun is None:
        return None
    visit = begun or visit
    apart = setting.clauses.sentence.index - visit.sentence
    leads = _comes_back if frame.bound == "end" else _sets_out
    lasts = _STAY_LASTS if frame.bound == "end" else 1
    if apart > lasts or not leads(trigger, visit, setting):
        return None
    who = _subjects(trigger, setting)
    if not who and frame.bound == "end":
        who = set(setting.carried)  # 국방상은 10일 왔다. 국방상은 13일 떠난다: of whom it goes on
    return dict(visit.roles) if who & set(visit.roles) else None


def _begun_before(trigger: Trigger, setting: Setting, memory: Memory) -> Draft | None:
    """17일 왔다. 4일에도 온 바 있다. 그는 17일 떠났다: the last stay that had begun by that day."""
    leaving = date_of(setting.clauses, trigger)
    day = leaving.time.value.partition("T")[0] if leaving is not None else ""
    who = _subjects(trigger, setting) or set(setting.carried)
    return begun_by(memory, who, day)


def _stays(trigger: Trigger, visit: Draft, setting: Setting) -> Roles | None:
    """27일 베이징에 도착해 30일까지 머문다: where the same sentence says that one came to."""
    apart = setting.clauses.sentence.index - visit.sentence
    here = _subjects(trigger, setting) & set(visit.roles)
    if 1 <= apart <= _STAY_TOLD and visit.status in _SURE and not visit.recalled:
        return dict(visit.roles) if here else None  # 8일 찾는다. 부장은 11일까지 머문다
    if apart or visit.status is not Status.OCCURRED:
        return None
    return dict(visit.roles) if here or drops_subject(setting.clauses, trigger) else None


def _sets_out(trigger: Trigger, visit: Draft, setting: Setting) -> bool:
    lemma, words = trigger.verb.lemma if trigger.verb else "", setting.clauses.words.words
    if lemma in words["arriving"]:
        return not _arrives_elsewhere(trigger, visit, setting)
    return lemma in words["departing"] and visit.status is not Status.OCCURRED


def _comes_back(trigger: Trigger, visit: Draft, setting: Setting) -> bool:
    """귀국했다, 귀국길에 올랐다, 5일 떠났다: after a visit, and no other place is named."""
    lemma, words = trigger.verb.lemma if trigger.verb else "", setting.clauses.words.words
    if visit.status is not Status.OCCURRED:
        return False
    behind = setting.clauses.text(reach_of(trigger))
    if lemma in words["returning"] or any(way in behind for way in words["ways-home"]):
        return True
    return lemma in words["departing"] and not _names_other_place(trigger, visit, setting)


def _names_other_place(trigger: Trigger, visit: Draft, setting: Setting) -> bool:
    """25일 몽골로 떠났다 is another journey; 13일 모스크바를 떠난다 ends the stay there."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    world, mentions_in = setting.world, setting.clauses.document.mentions_in
    hosts = {world.state_of(n) for n, r in visit.roles.items() if r is ParticipantRole.TARGET}
    named = [(p, m.name or "") for p in own for m in mentions_in(p.span) if m.kind in _PLACES]
    return any(
        phrase.case is not Case.OBJECT
        or not world.is_town(name)
        or world.state_of(name) not in hosts
        for phrase, name in named
    )


def _arrives_elsewhere(trigger: Trigger, visit: Draft, setting: Setting) -> bool:
    """방북을 마치고 12일 베이징에 도착했다: not where the visit goes to."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    world, mentions_in = setting.world, setting.clauses.document.mentions_in
    hosts = {world.state_of(n) for n, r in visit.roles.items() if r is ParticipantRole.TARGET}
    named = (m.name or "" for p in own for m in mentions_in(p.span) if m.kind in _PLACES)
    states = {world.state_of(name) for name in named if name not in visit.roles} - {None}
    return bool(states - hosts)


def _correspondence(trigger: Trigger, setting: Setting, memory: Memory) -> Roles | None:
    """친서를 보냈다. 위원장은 친서에서 …고 했다: the one told of; 답전에서: the answer to it."""
    letter, writers = memory.last_like("letter"), _subjects(trigger, setting)
    if letter is None or trigger.support is None or len(writers) != 1:
        return None
    answer = setting.clauses.text(trigger.span).startswith(setting.clauses.words.words["answers"])
    writer = next(iter(writers))
    role = letter.roles.get(writer)
    if role is ParticipantRole.PARTY:  # 축전을 주고받았다. 위원장은 축전에서 …고 했다
        others = dict.fromkeys(letter.roles, ParticipantRole.TARGET)
        return others | {writer: ParticipantRole.SOURCE}
    if role is ParticipantRole.SOURCE and not answer:
        return dict(letter.roles)
    if role is not ParticipantRole.TARGET or not answer:
        return None
    turned = {ParticipantRole.SOURCE: ParticipantRole.TARGET}
    return {name: turned.get(r, ParticipantRole.SOURCE) for name, r in letter.roles.items()}


def _agreed(trigger: Trigger, setting: Setting, memory: Memory) -> Roles | None:
    """서기와 만나 의정서에 서명했다: with whom stands beside the meeting."""
    here = setting.clauses.sentence.index
    sides = resolved_with(setting.clauses, trigger)
    if sides:
        names = (m.name for side in sides for m in heads(setting.clauses, side))
        return dict.fromkeys(names, ParticipantRole.PARTY)
    met = memory.met_within(here)
    if met is None and memory.goes_on:
        met = memory.met_within(here - 1)
    if met is None:
        return _agreed_on_visit(trigger, setting, memory) or _at_one_table(trigger, setting)
    subjects = _subjects(trigger, setting)
    if not subjects & set(met.roles) and not drops_subject(setting.clauses, trigger):
        return None
    return dict.fromkeys(met.roles, ParticipantRole.PARTY)


def _at_one_table(trigger: Trigger, setting: Setting) -> Roles | None:
    """부상은 차관보와 만찬을 함께하고 복귀에 합의했다: with whom stands in the clause before."""
    clauses, at = setting.clauses, trigger.verb_index
    subject = next(iter(trigger.arguments.subjects), None) if trigger.arguments else None
    if subject is None or at is None:
        return None
    between = clauses.items[clauses.place_of(subject) + 1 : at]
    if any(isinstance(i, Verb) and i.ending is Ending.ADNOMINAL for i in between):
        return None
    beside = [i for i in between if isinstance(i, Phrase) and i.case is Case.WITH]
    beside = [p for p in beside if clauses.quote_of(p) is None and "의" not in p.particles[1:]]
    members = [p for phrase in beside[:1] for p in coordinated(clauses, phrase)]
    others = [m.name for p in members for m in heads(clauses, p)]
    own = [m.name for p in coordinated(clauses, subject) for m in heads(clauses, p)]
    kind_of = setting.world.kind_of
    people = all(kind_of(name) is ActorKind.PERSON for name in (*own, *others))
    if not own or not others or not people:
        return None
    return dict.fromkeys((*own, *others), ParticipantRole.PARTY)


def _agreed_on_visit(trigger: Trigger, setting: Setting, memory: Memory) -> Roles | None:
    """대표단이 라오스를 찾아 협력에 합의했다: with the host of the visit just told."""
    visit = memory.told[-1] if memory.told else None
    if visit is None or visit.frame.mode != "visit" or visit.status is not Status.OCCURRED:
        return None
    if visit.sentence != setting.clauses.sentence.index or not visit.told:
        return None
    own = ParticipantRole.SOURCE
    phrases = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    named = {mention.name for phrase in phrases for mention in inside(setting.clauses, phrase)}
    if not named & {name for name, role in visit.roles.items() if role is own}:
        return None
    return dict.fromkeys(visit.roles, ParticipantRole.PARTY)


def _in_force(setting: Setting, memory: Memory) -> Roles | None:
    """조약은 4일 발효됐다: the states that signed the treaty last told of."""
    treaty = next((d for d in reversed(memory.told) if d.frame.mode == "sign"), None)
    states = {setting.world.state_of(n) for n in treaty.roles} if treaty is not None else set()
    parties = sorted(state for state in states if state is not None)
    return dict.fromkeys(parties, ParticipantRole.PARTY) if len(parties) > 1 else None


def _subjects(trigger: Trigger, setting: Setting) -> set[str]:
    phrases = trigger.arguments.subjects if trigger.arguments is not None else ()
    named = {mention.name for phrase in phrases for mention in heads(setting.clauses, phrase)}
    if not named and any(means_visitors(setting.clauses, phrase) for phrase in phrases):
        return set(setting.visitors)
    return named
