"""What a draft tells of talks or of a gathering that the page has told already.

Comes in: a ``Draft`` with its clauses and the ``Memory``. Goes out: whether it is told, or the
draft at the gathering that it belongs to. Invariant: what has a day of its own is another one.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ParticipantRole, Status
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.bidding import bids_to_feast
from haengbo.reading.events.finding.clefts import CLEFTS
from haengbo.reading.events.finding.naming import begins_pair, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.page.coming import has_other_day
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.people.attendance import told_beside
from haengbo.reading.events.scene.periods import near

#: Frames of talking, of which one need not have met.
_TALKS = {"meet-talks", "meet-discuss", "meet-discuss-joint", "meet-debate"}
#: Modes of talks without a meeting of two, or of more than two.
TALKED_BY = {"multilateral", "phone"}
#: Who stands beside a verb of talking that tells of other talks.
_BESIDE = {Case.WITH, Case.SUBJECT, Case.TOPIC}
#: How many sentences behind a gathering it may be called 회의 alone.
_TOLD_WITHIN = 3
#: How many sentences behind a meeting of people both sides are taken up.
_SIDES_WITHIN = 2
#: Frames of greetings that are handed on.
_GREETINGS = {"greetings", "greetings-sent"}
#: 보낸 것은 이번이 네 번째다.
_THIS_TIME = ("ᆫ 것 은 이번", "은 것 은 이번", "ᆫ 것 ᆫ 이번")
#: … 이후 처음이다, 11년 만이다, 세 번째다.
_COUNTED_AS = re.compile(r"처음|[두세네] ?번째|(?:년|월|달|일|주) ?만(?:이|입|에)")
#: Frames of leaving where one was.
_SETTING_OUT = {"visit-leave", "visit-depart"}
#: The frame of a gathering that is called 회의 alone.
_CALLED_SO = "multilateral-told-of"


def is_told_before(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """Whether it is the meeting told of, or only the beginning of what is told of next."""
    if draft.frame.id == "invite":
        return bids_to_feast(clauses, trigger)  # 대사를 초청해 연회를 열었다
    if draft.frame.id in _SETTING_OUT:
        return _changes_there(clauses, trigger, draft, memory)
    if _goes_with_letter(clauses, trigger, draft) or _is_remarked_on(trigger, draft, memory):
        return True
    if _is_by_both_sides(clauses, trigger, draft, memory):
        return True
    if _is_first_of_its_kind(clauses, trigger, draft, memory):
        return True
    return _goes_on_meeting(draft, memory) or _gone_back_to(clauses, trigger, draft, memory)


def _goes_with_letter(clauses: Clauses, trigger: Trigger, draft: Draft) -> bool:
    """따뜻한 인사와 친서를 전했다: the greetings that are handed on with a letter."""
    if draft.frame.id not in _GREETINGS or not trigger.noun:
        return False
    behind = clauses.items[trigger.index + 1 :][:1]
    letter = behind[0] if behind else None
    if trigger.chain[-1].case is not Case.WITH or not isinstance(letter, Phrase):
        return False
    noun = clauses.words.noun_ending(clauses.text(letter.span).replace(" ", ""))
    frames = clauses.words.by_noun.get(noun, ()) if noun is not None else ()
    return any(frame.mode == "letter" for frame in frames)


def _is_remarked_on(trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """북한이 남측에 조전을 보낸 것은 이번이 네 번째다: how often, of what was told right before."""
    verb, world = trigger.verb, memory.world
    if verb is None or not verb.tail.startswith(_THIS_TIME) or draft.dated is not None:
        return False
    if any(not world.is_state(name) for name in draft.roles):
        return False
    kind = (draft.frame.type, draft.frame.mode)
    near_by = (d for d in memory.within(draft.sentence) if draft.sentence - d.sentence <= 1)
    alike = (d for d in near_by if (d.frame.type, d.frame.mode) == kind)
    return any({world.state_of(n) for n in d.roles} <= set(draft.roles) for d in alike)


def _is_first_of_its_kind(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """북한 고위 당국자가 중국을 찾은 것은 2020년 이후 처음이다: of whoever was told to be there."""
    world = memory.world
    if draft.frame.mode != "visit" or any(not world.is_state(name) for name in draft.roles):
        return False
    topic = trigger.chain[-1].case is Case.TOPIC if trigger.noun else False
    if not topic and not _is_in_cleft(clauses, trigger):
        return False
    behind = clauses.document.text[trigger.span.end : clauses.sentence.span.end]
    if _COUNTED_AS.search(behind) is None:
        return False
    visits = (d for d in memory.told if d.frame.mode == "visit")
    return any({world.state_of(n) for n in d.roles} <= set(draft.roles) for d in visits)


def _is_in_cleft(clauses: Clauses, trigger: Trigger) -> bool:
    """중국을 [찾은 것은], 중국을 찾아 현안을 [논의한 것은]: in what is remarked on."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None:
        return False
    joined = [item for item in clauses.items[at:] if isinstance(item, Verb)]
    while len(joined) > 1 and joined[0].ending is Ending.CONNECTIVE:
        joined = joined[1:]
    return joined[0].tail.startswith(CLEFTS)


def _changes_there(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """베이징에서 출발해 평양에 도착했다: whence a journey goes on, where nobody was told to be."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(("어 ", "아 ", "여 ")):
        return False
    following = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    frames = clauses.words.frames_of_predicate(following.lemma) if following is not None else ()
    arrives = any(f.mode == "visit" and f.going and f.bound is None for f in frames)
    told = (d for d in memory.within(draft.sentence) if d.frame.mode == "visit")
    return arrives and not any(_hosts(d) & _hosts(draft) for d in told)


def _hosts(draft: Draft) -> set[str]:
    return {name for name, role in draft.roles.items() if role is ParticipantRole.TARGET}


def _goes_on_meeting(draft: Draft, memory: Memory) -> bool:
    """한미일 대표가 만나 대응을 협의했다: what several do at their meeting is no other one."""
    if draft.frame.mode != "meeting":
        return False
    here = (d for d in memory.told if d.sentence == draft.sentence)
    if any(d.frame.mode in TALKED_BY and set(d.roles) == set(draft.roles) for d in here):
        return True
    last = memory.told[-1] if memory.told else None
    if last is None or last.frame.mode not in TALKED_BY or last.sentence == draft.sentence:
        return False
    return _goes_on_talking(draft, last, memory)


def _is_by_both_sides(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """두 장관은 회담했다. 회담에서 쌍방은 의견을 교환했다: what they did at their meeting.

    The sides are taken up by a word for both, or not named as those who talk (조중관계를 논의했다);
    a day or a place of its own tells of another one.
    """
    own = draft.dated is not None or draft.place is not None
    if draft.frame.id not in _TALKS or draft.status is not Status.OCCURRED or own:
        return False
    sides, index = set(draft.roles), draft.sentence
    own_words = trigger.arguments.own if trigger.arguments is not None else ()
    talkers = [p for p in (*own_words, *trigger.chain) if p.case in _BESIDE]
    named = (m for p in talkers for m in clauses.document.mentions_in(p.span) if m.name in sides)
    if any(m.rule != "pronoun" for m in named):
        return False
    near_by = (d for d in memory.within(index) if 0 < index - d.sentence <= _SIDES_WITHIN)
    held = (d for d in near_by if d.frame.mode == "meeting" and d.status is Status.OCCURRED)
    people = (set(d.roles) for d in held if not set(d.roles) & sides)
    return any({memory.world.state_of(n) for n in names} == sides for names in people)


def _goes_on_talking(draft: Draft, last: Draft, memory: Memory) -> bool:
    """박 장관은 왕 부장과 통화했다. 양국 장관은 의견을 교환했다: no other talks than those."""
    beside = draft.sentence - last.sentence == 1 and draft.dated is None and draft.place is None
    here, there = (set(map(memory.world.state_of, d.roles)) for d in (draft, last))
    return beside and draft.frame.id in _TALKS and None not in here and here == there


def _gone_back_to(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """대통령과 회담하고 의견을 나눴다; 두 나라는 회담 후 서명했다: the meeting just told."""
    if draft.frame.mode != "meeting" or draft.status is not Status.OCCURRED:
        return False
    own = trigger.arguments.own if trigger.arguments is not None else ()
    named = (p for p in own if p.case in _BESIDE and heads(clauses, p))
    with_whom = any(not begins_pair(clauses, p) for p in named)
    if draft.frame.id in _TALKS and not trigger.noun and not with_whom:
        mine = set(draft.roles)
        here = [d for d in memory.told_in(draft.sentence) if d.frame.mode == "meeting"]
        # of the same two it is one more account, which may say when and where
        return any(set(d.roles) & mine and set(d.roles) != mine for d in here)
    verb = trigger.verb
    after = verb is not None and clauses.sets_another_time(verb) and draft.dated is None
    if not after or any(not memory.world.is_state(name) for name in draft.roles):
        return False
    before = (d for d in memory.within(draft.sentence) if d.sentence < draft.sentence)
    held = (d for d in before if d.frame.mode == "meeting" and d.status is Status.OCCURRED)
    return any({memory.world.state_of(n) for n in d.roles} == set(draft.roles) for d in held)


def sits_there(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """연회가 열렸다. 두 부상이 자리를 함께했다: came to it, and met nowhere else."""
    if _attends_within(clauses, trigger, draft, memory):
        return True
    seats, index = clauses.words.words["such-occasions"], clauses.sentence.index
    own = trigger.arguments.own if trigger.arguments is not None else ()
    seated = any(p.case is Case.OBJECT and clauses.text(p.span) in seats for p in own)
    if not seated and draft.frame.id != _CALLED_SO:
        return False
    stage = memory.staged(index) if draft.status is Status.OCCURRED else None
    before = stage is not None and stage.sentence < index
    return stage is not None and before and not has_other_day(clauses, stage.draft)


def _attends_within(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> bool:
    """주석과 회담했으며, 회담에는 부상이 배석했다: at the talks that the sentence told of."""
    attends = trigger.support is not None and trigger.support.cases == ("to",)
    met = memory.met_within(clauses.sentence.index)
    if not trigger.noun or not attends or met is None or draft.frame.mode != "meeting":
        return False
    if draft.dated is not None or draft.place is not None:
        return False  # 15일 평양에서 열린 회담에는: when and where it was is told there
    return set(draft.roles) <= set(told_beside(clauses, clauses.words, met))


def at_that_gathering(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """포럼 외무장관 회의가 열린다. 장관은 회의에 참석한다: at what is told of before."""
    if draft.frame.mode == "reception":
        return _at_that_feast(clauses, trigger, draft, memory)
    if draft.frame.id != _CALLED_SO:
        return draft
    before = (d for d in reversed(memory.within(draft.sentence)) if d.told)
    held = next((d for d in before if d.frame.mode == "multilateral"), None)
    if held is None or draft.sentence - held.sentence > _TOLD_WITHIN:
        return draft
    date = draft.date or held.date
    there = replace(draft, roles=held.roles | draft.roles, date=date)
    return there if near(date, held.date) else draft


def _at_that_feast(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """위원회는 연회를 마련했다. 장관은 연회에서 연설했다: given by the one told of before.

    Whom else the text had told of before did not come to it for that.
    """
    bare = trigger.noun and clauses.text(trigger.span) == clauses.text(trigger.chain[-1].span)
    at = bare and len(trigger.chain) == 1 and trigger.chain[-1].case is Case.AT
    if not at or draft.dated is not None or draft.place is not None:
        return draft
    feasts = (d for d in reversed(memory.within(draft.sentence)) if d.frame.mode == "reception")
    given = next(feasts, None)
    if given is None or not 0 < draft.sentence - given.sentence <= _TOLD_WITHIN:
        return draft
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    came = {m.name for p in subjects for m in heads(clauses, p)} & set(draft.roles)
    state_of, guest = memory.world.state_of, ParticipantRole.TARGET
    hosted = ParticipantRole.SOURCE in given.roles.values()
    guests = {state_of(n) for n, role in given.roles.items() if role is guest}
    roles = {
        n: guest if hosted or state_of(n) in guests else ParticipantRole.SOURCE
        for n in draft.roles
        if n in came and n not in given.roles
    }
    return replace(draft, roles=given.roles | roles)
