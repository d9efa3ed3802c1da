"""A draft without day or place of its own → those of the scene that it belongs to.

Comes in: a ``Draft`` and the ``Memory`` of what was told before. Goes out: the draft, dated and
placed where the text carries on: what is said and handed over at a meeting has its day and
place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import UP_TO_NOW
from haengbo.reading.events.page.headed import on_day_above
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.scene.periods import days_before, within

#: Modes of what people come together for.
HELD = {"meeting", "sign", "multilateral"}
_ACTING = {Case.SUBJECT, Case.TOPIC}
_HANDED = {None, "letter", "meeting", "sign"}
#: Frames of those who come or go: not at the scene that a picture shows.
_AT_THE_DOOR = ("welcome", "farewell")
#: Sentences after which one may well be elsewhere.
_JUST_TOLD = 3
_DAY = len("2024-01-01")
#: 회의가 끝난 다음, 협의 마지막 날.
_OVER = re.compile(
    r"(?:회의|회담|협의|협상|접촉|공동위)(?:[가이를을]? (?:끝난|마친)|\s?마지막\s?날)|마지막\s?날 "
)
#: A picture shows the news of so many days.
_PICTURED = 7


def carried_back(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """The draft with what it takes over, be it from a time that the text has looked back to."""
    draft = _met_before(clauses, trigger, draft, memory)
    if draft.date is None and (_goes_on(trigger) or _is_besides(trigger, draft)):
        return replace(draft, spoken=None)
    draft = _at_their_end(clauses, on_day_above(clauses, trigger, draft), memory)
    back = _looks_there(clauses)
    if back and draft.date is None and draft.told:
        draft = _back_then(clauses, draft, memory)
    if back and draft.date is None:
        return draft
    return _said_in_speech(clauses, carried(draft, memory), memory)


def _said_in_speech(clauses: Clauses, draft: Draft, memory: Memory) -> Draft:
    """연회가 열렸다. 대사가 참가하였다. 대사는 연설에서 …: said where that was held."""
    if draft.frame.type not in UTTERANCES or draft.place is not None or draft.date is None:
        return draft
    held = memory.came_along(draft.sentence, _who_acts(draft))
    speeches = clauses.words.words["speeches"]
    at = (i for i in clauses.items if isinstance(i, Phrase) and i.case is Case.AT)
    spoke = any(clauses.text(p.span).endswith(speeches) for p in at)
    same = held is not None and spoke and held.date == draft.date
    return replace(draft, place=held.place) if held is not None and same else draft


def _at_their_end(clauses: Clauses, draft: Draft, memory: Memory) -> Draft:
    """27일부터 29일까지 회의했다. 회의가 끝난 다음 의정서가 조인되였다: on the last of the days."""
    if draft.date is not None or draft.frame.mode != "sign" or not draft.told:
        return draft
    if _OVER.search(clauses.text(clauses.sentence.span)) is None:
        return draft
    for talks in reversed(memory.within(draft.sentence)):
        start, _, end = (talks.date or "").partition("/")
        if draft.sentence - talks.sentence > _JUST_TOLD:
            break
        if talks.frame.mode == "meeting" and start[:1].isdigit() and len(end) == _DAY:
            return replace(draft, date=end, place=draft.place or talks.place)
    return draft


def _goes_on(trigger: Trigger) -> bool:
    """거듭 비난해 왔다: what has been done all along has no day."""
    verb = trigger.verb
    return verb is not None and verb.tail.startswith(UP_TO_NOW)


def _is_besides(trigger: Trigger, draft: Draft) -> bool:
    """외무상과도 회담했다, 총리도 만났다: not the meeting just told of, and on a day unsaid."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    also = any(p.case in {Case.WITH, Case.OBJECT} and "도" in p.particles for p in own)
    return also and draft.frame.mode == "meeting"


def looks_back(clauses: Clauses) -> bool:
    """앞서 그는 화환을 진정했다: of something before what the page has just told."""
    words = clauses.words.words
    back = (*words["looking-back"], *words["back-then"])
    return clauses.text(clauses.sentence.span).startswith(tuple(f"{word} " for word in back))


def _back_then(clauses: Clauses, draft: Draft, memory: Memory) -> Draft:
    """지난 9월에도 방러했다. 당시 협정에 서명했다: when, and where the same had met."""
    met = memory.among(draft.sentence, draft.roles) if draft.frame.mode == "sign" else None
    day = _day_back_then(clauses, memory, draft.roles)
    there = met is not None and met.date == day and draft.sentence - met.sentence == 1
    place = met.place if met is not None and there else _town_back_then(draft, day, memory)
    return replace(draft, date=day, place=draft.place or place)


def _town_back_then(draft: Draft, day: str | None, memory: Memory) -> str | None:
    """위원장이 4월 평양을 찾았다. 당시 양측은 협정을 체결했다: in the town of that visit."""
    if draft.frame.mode != "sign" or day is None:
        return None
    told = (d.place for d in memory.told_in(draft.sentence - 1) if d.date == day and d.place)
    return next((place for place in told if memory.world.is_town(place)), None)


def _met_before(clauses: Clauses, trigger: Trigger, draft: Draft, memory: Memory) -> Draft:
    """회담 뒤 서명했다, 정상회담 당시: when these met, though the text has gone on since."""
    again = trigger.verb is not None and clauses.sets_another_time(trigger.verb)
    if not again or draft.frame.mode != "meeting" or draft.date is not None:
        return draft
    met = memory.among(draft.sentence, draft.roles)
    if met is None:
        return draft
    return replace(draft, date=met.date, place=draft.place or met.place)


def _looks_there(clauses: Clauses) -> bool:
    """당시 외무상은 의장을 만났다, 외무상은 당시 …: told of when the sentence before was."""
    words = clauses.words.words["back-then"]
    text = clauses.text(clauses.sentence.span)
    if text.startswith(tuple(f"{word} " for word in words)):
        return True
    acting = clauses.items[:1]
    led = bool(acting) and isinstance(acting[0], Phrase) and acting[0].case in _ACTING
    behind = clauses.document.text[acting[0].span.end :][1:].lstrip() if led else ""
    return behind.startswith(tuple(f"{word} " for word in words))


def _day_back_then(clauses: Clauses, memory: Memory, names: Iterable[str]) -> str | None:
    """지난 9월에도 방러했다. 당시 의장을 만났다: the one time that the sentence before gives."""
    index = clauses.sentence.index - 1
    before = [d for d in memory.told_in(index) if d.date and d.status is Status.OCCURRED]
    # 2월 조약을 맺고 7월 대통령이 왔다. 대통령은 당시 …: of what the same had done
    own = [d for d in before if set(d.roles) & set(names)]
    days = {d.date for d in own or before}
    if not days and index >= 0:
        span = clauses.document.sentences[index].span
        days = {t.value for t in clauses.document.times_in(span) if "/" not in t.value}
    return days.pop() if len(days) == 1 else None


def carried(draft: Draft, memory: Memory) -> Draft:
    """The draft with what it takes over; only what a verb tells as happened takes over."""
    if draft.frame.mode in HELD and draft.place is None:
        draft = _held_on_visit(draft, memory)
    if draft.frame.mode == "meeting" and draft.place is None:
        draft = _held_where_he_came(draft, memory)
    if draft.frame.type in UTTERANCES and draft.status is Status.OCCURRED:
        draft = _said_at_session(_said_on_visit(draft, memory), memory)
        draft = _said_at_briefing(draft, memory)
    if not draft.told or draft.status is not Status.OCCURRED:
        return _on_day_of_crossing(draft, memory)
    left = memory.departure(draft.roles) if draft.frame.id.startswith("farewell") else None
    if left is not None and draft.date is None:
        return replace(draft, date=left)
    if draft.frame.id.startswith("welcome") and draft.date is None:
        draft = replace(draft, date=memory.arrival(draft.roles))
    scene = memory.scene(draft.sentence, _at_table(draft, memory)) if draft.frame.scene else None
    if scene is not None and _is_another(draft, scene, memory):
        return draft
    if scene is not None and draft.date in {None, scene.date}:
        return replace(draft, date=scene.date, place=_place_in(draft, scene, memory))
    if draft.date is not None:
        return _placed_beside(draft, memory)
    draft = _dated_by_text(draft, memory)
    undecided = draft.frame.mode == "meeting" and draft.place is None
    return _held_where_he_came(draft, memory) if undecided else draft


def _is_another(draft: Draft, scene: Draft, memory: Memory) -> bool:
    """Elsewhere, with another guest, or in a picture while somebody comes or goes."""
    shown = scene.caption and draft.frame.id.startswith(_AT_THE_DOOR)
    shown = shown or _is_from_archive(scene, memory)
    other = _of_another_guest(draft, scene, memory)
    return shown or other or _elsewhere(draft, scene, memory)


def _is_from_archive(scene: Draft, memory: Memory) -> bool:
    """A picture of what was long ago, above news of another day."""
    published = memory.world.published
    dated = scene.caption and len(published) == _DAY
    return dated and days_before(scene.date or "", published, _PICTURED)


def _at_table(draft: Draft, memory: Memory) -> Iterable[str]:
    """북한은 회담에서 일본에 지원을 요청했다: those who talked just before for the two states."""
    world, states = memory.world, set(draft.roles)
    if draft.frame.type != "REQUEST" or not all(map(world.is_state, states)):
        return draft.roles
    last = memory.scene(draft.sentence)
    sides = {world.state_of(name) for name in last.roles} if last is not None else set()
    return last.roles if last is not None and sides == states else draft.roles


def _on_day_of_crossing(draft: Draft, memory: Memory) -> Draft:
    """9일 선을 넘었다가 경고사격에 돌아갔다: who crosses is fired at on the same day."""
    last = memory.told[-1] if memory.told else None
    if draft.frame.mode != "strike" or draft.date is not None:
        return draft
    if draft.told or last is None or last.sentence != draft.sentence:
        return draft
    crossed = last.frame.type == "MOBILIZE" and last.status is Status.OCCURRED
    return replace(draft, date=last.date, dated=last.dated) if crossed else draft


def _place_in(draft: Draft, scene: Draft, memory: Memory) -> str | None:
    """Where the meeting is held, or else its town; a state says too little."""
    if draft.place is not None or draft.frame.mode not in _HANDED:
        return draft.place
    place = scene.place if scene.frame.mode in HELD else None
    if place is not None and memory.world.kind_of(place) is not ActorKind.STATE:
        return place
    return memory.town(draft.sentence, scene.date or "")


def _held_on_visit(draft: Draft, memory: Memory) -> Draft:
    """베이징을 방문해 총리와 회담할 예정이다: they meet where one of them comes to."""
    visit = memory.visit_beside(draft.sentence, draft.roles, draft.status)
    if visit is None or not draft.told or not visit.told or visit.describes:
        return draft
    there = draft.date is None or within(draft.date, visit.date)
    since = draft.dated is not None and draft.dated.case is Case.FROM and not draft.dated.own
    if there and since:
        draft = replace(draft, date=visit.date)  # 2일부터 이틀간 찾아 회담했다: on either day
    return replace(draft, place=visit.place) if there else draft


def _held_where_he_came(draft: Draft, memory: Memory) -> Draft:
    """부장은 9일 평양에 왔다. 10일 총비서를 만났다: in the town that he had come to."""
    if not draft.told or draft.status is not Status.OCCURRED or not draft.has_day:
        return draft
    visit = memory.visit_on(draft.roles, draft.date or "")
    if visit is None or draft.sentence - visit.sentence > _JUST_TOLD:
        return draft
    town = visit.place if visit.place and memory.world.is_town(visit.place) else None
    at_home = {memory.world.state_of(name) for name in draft.roles}
    return replace(draft, place=town) if memory.world.state_of(town or "") in at_home else draft


def _said_on_visit(draft: Draft, memory: Memory) -> Draft:
    """로마를 찾은 장관은 “…”고 말했다: said where and when the visit was."""
    visit = memory.visit_beside(draft.sentence, draft.roles)
    if visit is None or visit.place is None:
        return draft
    stated = draft.place is not None and any(map(memory.world.is_town, draft.place.split()))
    abroad = memory.world.kind_of(visit.place) is ActorKind.STATE
    place = draft.place if stated or abroad else visit.place
    return replace(draft, place=place, date=draft.date or visit.date)


def _said_at_session(draft: Draft, memory: Memory) -> Draft:
    """안보리가 뉴욕에서 회의를 열었다. 주유엔 대사는 촉구했다: where the house met."""
    if draft.place is not None or draft.spoken is None:
        return draft
    speakers = [n for n, role in draft.roles.items() if role is ParticipantRole.SOURCE]
    for session in reversed(memory.told):
        if session.date == draft.spoken and session.place is not None:
            houses = (body.partition(" ") for body in session.roles)
            seats = {house for house, more, _ in houses if more}
            if any(memory.world.is_envoy(name, seats) for name in speakers):
                return replace(draft, place=session.place)
    return draft


def _said_at_briefing(draft: Draft, memory: Memory) -> Draft:
    """차관이 평양에서 회견을 열었다. 그는 라오스를 비난했다: where the press was met."""
    held = memory.briefing
    if draft.place is not None or held is None:
        return draft
    speakers = {n for n, role in draft.roles.items() if role is ParticipantRole.SOURCE}
    return replace(draft, place=held.place) if held.covers(draft.sentence, speakers) else draft


def _placed_beside(draft: Draft, memory: Memory) -> Draft:
    """평양에서 회담을 하고 조약에 서명했다: one date and one place for both."""
    if draft.place is not None or draft.dated is None or draft.dated.own:
        return draft
    beside = memory.beside(draft.sentence, draft.roles)
    if beside is None or beside.date != draft.date:
        return draft
    if draft.frame.mode == beside.frame.mode == "meeting" and set(draft.roles) != set(beside.roles):
        # 초대소에서 장관과 회담하고 대통령을 예방했다: another's door
        town = beside.place is not None and memory.world.is_town(beside.place.split()[-1])
        return replace(draft, place=beside.place) if town else draft
    abroad = memory.world.kind_of(beside.place or "") is ActorKind.STATE
    return draft if abroad and draft.frame.mode == "meeting" else replace(draft, place=beside.place)


def _dated_by_text(draft: Draft, memory: Memory) -> Draft:
    """The day of what those of the draft did last; wreaths are laid on any day of a stay."""
    if draft.frame.mode == "ceremony" or _has_no_day(draft, memory):
        return draft
    if draft.frame.mode == "sign" and (signed := memory.just_signed(draft.sentence)) is not None:
        return replace(draft, date=signed.date, place=draft.place or signed.place)
    if not draft.main and not (draft.frame.mode == "visit" and draft.describes):
        return draft
    day = memory.among(draft.sentence, draft.roles) if draft.frame.type == "AGREE" else None
    day = day or memory.day(draft.sentence, _who_acts(draft))
    if day is None and draft.frame.type == "AGREE" and draft.main:
        talks = memory.talks(draft.sentence, draft.roles)
        if talks is not None and draft.frame.mode == "sign":
            return replace(draft, date=talks.date, place=draft.place or talks.place)
        day = memory.just_told(draft.sentence)
    apart = _elsewhere, _another_journey, _only_came
    if day is None or any(differs(draft, day, memory) for differs in apart):
        return draft
    here = day.sentence == draft.sentence
    at_talks = draft.frame.mode == "sign" and day.frame.mode == "meeting"
    place = draft.place or (day.place if here or at_talks else None)
    return replace(draft, date=day.date, place=place)


def _has_no_day(draft: Draft, memory: Memory) -> bool:
    """외무상과도 회담하고 서명했다: signed at talks of which no day is told."""
    met = memory.met_within(draft.sentence) if draft.frame.type == "AGREE" else None
    if met is None or not met.main or met.has_day:
        return False
    return set(draft.roles) <= set(met.roles)


def _who_acts(draft: Draft) -> list[str]:
    """대사관은 요구를 거절했다: its day is not the one on which the others had asked."""
    said = draft.frame.type in UTTERANCES
    sources = [n for n, role in draft.roles.items() if role is ParticipantRole.SOURCE]
    return sources if said and sources else list(draft.roles)


def _of_another_guest(draft: Draft, scene: Draft, memory: Memory) -> bool:
    """앞서 라오스 주석을 만났다. 그는 중국을 지지했다: not said to him."""
    states = {memory.world.state_of(name) for name in scene.roles}
    targets = {
        memory.world.state_of(name)
        for name, role in draft.roles.items()
        if role is ParticipantRole.TARGET
    }
    met = scene.frame.mode == "meeting" and draft.frame.type == "SUPPORT"
    return met and bool(targets) and not targets & states


def _another_journey(draft: Draft, day: Draft, memory: Memory) -> bool:
    """3일 몽골을 방문했던 장관은 모스크바에 왔다: to another state, on a day unsaid."""
    hosts = [
        {
            memory.world.state_of(name)
            for name, role in one.roles.items()
            if role is ParticipantRole.TARGET
        }
        for one in (draft, day)
    ]
    return draft.frame.mode == day.frame.mode == "visit" and not hosts[0] & hosts[1]


def _only_came(draft: Draft, day: Draft, _: Memory) -> bool:
    """장관은 5일 하노이에 도착했다. 총리와 회담했다: whom one met may have been met later."""
    came = day.frame.id == "visit-arrive"
    described = day.describes and day.sentence == draft.sentence
    return came and (draft.frame.mode == "meeting" or (described and draft.frame.mode != "visit"))


def _elsewhere(draft: Draft, day: Draft, memory: Memory) -> bool:
    """10일 하얼빈으로 갔다. 베이징에서 만찬을 열었다: in another town, on a day unsaid."""
    here, there = (
        {word for word in (place or "").split() if memory.world.is_town(word)}
        for place in (draft.place, day.place)
    )
    return bool(here and there) and not here & there
