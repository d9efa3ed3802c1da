"""Who takes part in a happening → its draft: when, where, how it stands, who tells of it.

Comes in: a ``Trigger`` with its frame, ``Roles`` and ``Status``. Goes out: a ``Draft``. What the
page told before gives days and places that the sentence leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, ParticipantRole, Statement, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.finding.naming import all_heads
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.judging.chained import is_timed_by
from haengbo.reading.events.judging.endings import HEREBY, RESOLVED
from haengbo.reading.events.judging.page_day import PageDay
from haengbo.reading.events.judging.telling import (
    closes_clause,
    is_told,
    is_word_for_later,
    points_at,
)
from haengbo.reading.events.judging.voices import Voices
from haengbo.reading.events.page.begun import ON_A_STAY, begun_by, during_stay, whole_stay
from haengbo.reading.events.page.carrying import HELD, carried_back, looks_back
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.page.named_again import stands_as_told
from haengbo.reading.events.page.since import is_counted_from
from haengbo.reading.events.page.succession import follows_on
from haengbo.reading.events.page.there import pointed_at
from haengbo.reading.events.page.told_before import day_told_before
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb
from haengbo.reading.events.people.attendance import names_office
from haengbo.reading.events.people.missions import by_whom_they_sent
from haengbo.reading.events.scene.coming_for import is_come_for
from haengbo.reading.events.scene.destination import is_one_of_several, state_set_out_for
from haengbo.reading.events.scene.main_clause import date_of_main_clause
from haengbo.reading.events.scene.periods import is_whole
from haengbo.reading.events.scene.points import Dated, value_of
from haengbo.reading.events.scene.report_days import dated_by_report
from haengbo.reading.events.scene.saying import date_of_saying
from haengbo.reading.events.scene.speaking import month_beside
from haengbo.reading.events.scene.stays import day_meant, is_any_day, is_staying, stretched
from haengbo.reading.events.scene.when import date_of
from haengbo.reading.events.scene.where import (
    calls_at_sight,
    place_of,
    place_of_saying,
    town_of_picture,
)
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: Modes of what is held, with whoever comes to it.
STAGED = frozenset({"ceremony", "reception", "multilateral"})
#: Modes of what may take several days (27일부터 이틀간 회담을 열었다).
_HELD_FOR_DAYS = {"meeting", "multilateral", "exercise"}
#: Types of what may be done by saying so.
_BY_WORD = {"SANCTION", "REJECT"}
#: 끊는다고, 파기한다고.
_HEREBY = (*HEREBY, "ᆫ다며 ", "는다며 ")
_TOLD = {Ending.QUOTATIVE, Ending.NOMINAL}
#: 8일 요청한 것으로 안다: it was done then, though the verb has no past of its own.
_DONE = ("ᆫ ", "은 ")
#: What is to come.
AHEAD = frozenset({Status.PLANNED, Status.PREDICTED})


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a draft is made with.

    Attributes:
        world: Who is whom.
        voices: Who says what.
        memory: What the page told before.
        page_day: Where the day of the page lies.
    """

    world: World
    voices: Voices
    memory: Memory
    page_day: PageDay

    def draft(
        self,
        clauses: Clauses,
        trigger: Trigger,
        frame: FrameRow,
        roles: Roles,
        status: Status,
    ) -> Draft:
        """The account of one happening.

        Args:
            clauses: The sentence.
            trigger: The word that tells of it.
            frame: What kind of happening the word tells of.
            roles: Who takes part.
            status: How it stands by the words around; the page's day may say more.
        """
        roles = by_whom_they_sent(trigger, frame, roles, self.world)
        utterance = frame.type in UTTERANCES
        statement = self.voices.statement_at(trigger.span)
        said = statement or (self.voices.statement_in(clauses) if utterance else None)
        said = (self.voices.borne_in_words(trigger) if utterance else None) or said
        own = utterance and (statement is None or self.voices.tell_own(clauses, trigger, roles))
        # 다음 주 요청할 예정이라고 13일 말했다: the day of the words is not that of what is to come
        timed = own and status not in AHEAD and not self._is_retold(said)
        dated = _dated(clauses, trigger, frame, said if timed else None)
        if dated is None and _is_done_by_word(trigger, frame):
            dated = self._of_word(clauses, trigger, roles)
        there = self._day_there(clauses, trigger, frame) if dated is None else None
        dated = dated or there
        dated, status = _apart_from_coming(clauses, trigger, frame, dated, status)
        status = self.page_day.tense(clauses, trigger, frame, status, dated)
        status = self.page_day.over(clauses, trigger, status, dated)
        if frame.bound == "end" and status is Status.PLANNED and dated is not None:
            begun = begun_by(self.memory, roles, dated.time.value)  # 8일 귀국할 예정이다
            status = Status.OCCURRED if begun is not None else status
        place = place_of(clauses, trigger, frame, self.world)
        if self._is_of_sender(frame, place, roles):
            place = None
        if place is None and any("destination" in slot.cases for slot in frame.slots):
            place = state_set_out_for(roles, self.world)
        if place is None and utterance:
            place = place_of_saying(clauses, said, self.world)
        if frame.mode in HELD:
            place = town_of_picture(clauses, place, self.world)
        draft = Draft(
            frame=frame,
            roles=roles,
            status=status,
            date=value_of(clauses, frame, dated, ahead=status in AHEAD),
            dated=dated,
            place=place,
            span=reach_of(trigger),
            sentence=clauses.sentence.index,
            told=is_told(trigger, frame),
            main=closes_clause(trigger.verb),
            taken_up=bool(trigger.chain) and trigger.chain[-1].case is Case.TOPIC,
            describes=trigger.verb is not None and trigger.verb.ending is Ending.ADNOMINAL,
            caption=clauses.sentence.kind is BlockKind.CAPTION,
            chain=()
            if _is_called_by_name(trigger, frame)
            else self._reporters(
                {} if _has_unnamed_subject(clauses, trigger) else roles,
                self.voices.chain(
                    trigger,
                    act=own or self.voices.perform(clauses, trigger, frame, roles, status),
                    status=status,
                ),
            ),
            follows=follows_on(clauses, trigger),
            by_office=names_office(clauses, trigger),
            recalled=is_counted_from(clauses, trigger),
            even=self._is_even(clauses, trigger, frame),
            staying=frame.mode == "visit" and is_staying(trigger),
        )
        stays = frame.bound == "until" and not dated_by_report(clauses, trigger)
        if status is Status.OCCURRED and (stays or points_at(clauses, trigger)):
            plan = self.memory.plan_of(draft)  # 이번 방문은 …: the one that is to come
            draft = replace(draft, status=plan.status) if plan is not None else draft
        elif status in AHEAD and is_timed_by(clauses, trigger):
            begun = self.memory.last_visit_of(roles)  # 도착했다. 방북 기간 …할 예정이다
            made = begun is not None and _targets(begun) == _targets(draft)
            draft = replace(draft, status=Status.OCCURRED) if made else draft
        draft = replace(draft, status=stands_as_told(clauses, trigger, draft, self.memory))
        judged = statement is not None and bool(self.world.experts & set(statement.speaker))
        if draft.date is not None or not dated_by_report(clauses, trigger):
            draft = self._in_time(clauses, trigger, draft)
        draft = self.page_day.compared(draft, judged=judged)
        # on that day one was there; the page may tell when one came
        # 12일 3박 4일의 일정을 마치고 떠났다: both ends of the stay are known
        some_day = there is not None and not is_whole(draft.date)
        return replace(draft, date=None, spoken=draft.date) if some_day else draft

    def _is_retold(self, said: Statement | None) -> bool:
        """부부장은 25일 총리가 만나고 싶어한다고 주장했다: that day is hers, not his."""
        chain = said.chain if said is not None else ()
        return any(self.world.kind_of(link.name) is ActorKind.PERSON for link in chain)

    def _reporters(self, roles: Roles, chain: Chain) -> Chain:
        """재무부는 은행을 제재 대상에 올렸다고 밝혔다: a body that acts does not report its act."""
        people = {ActorKind.PERSON, ActorKind.MEDIUM}
        return tuple(
            link
            for link in chain
            if roles.get(link.name) is not ParticipantRole.SOURCE
            or self.world.kind_of(link.name) in people
        )

    @staticmethod
    def _is_even(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        """만났다, 면담했다, 면담을 가졌다: neither side receives the other by the word.

        Nor by talks that take their people from what was told before (만나 논의한 뒤).
        """
        if frame.mode == "meeting" and all(slot.role == "party" for slot in frame.slots):
            return True
        verb = trigger.verb
        word = clauses.text(trigger.span) if trigger.noun or verb is None else verb.lemma
        return frame.mode == "meeting" and word in clauses.words.words["meeting-evenly"]

    def _day_there(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Dated | None:
        """평양을 찾은 장관은 4일 말했다: when a visitor was there, and did something.

        Not 방문 중인 부상은 내년 계획을 논의했다: what is to come is no such day.
        """
        if frame.mode != "visit" or trigger.noun:
            return None
        there = date_of_main_clause(clauses, trigger, self.world)
        ahead = there is not None and self.page_day.lies_before(there.time.value)
        return None if ahead else there

    def _of_word(self, clauses: Clauses, trigger: Trigger, roles: Roles) -> Dated | None:
        """명단에 넣기로 했다고 2일 밝혔다: the day on which those who do it say so."""
        if not self.voices.tell_own(clauses, trigger, roles):
            return None
        statement = self.voices.statement_at(trigger.span)
        words = statement.span if statement is not None else reach_of(trigger)
        at = trigger.verb_index
        for item in clauses.items[at + 1 : at + 2] if at is not None else ():
            if isinstance(item, Verb) and item.ending is Ending.QUOTATIVE:
                words = words.hull(item.span)  # 넣기로 [했다고] 2일 밝혔다
        return date_of_saying(clauses, words)

    def _in_time(self, clauses: Clauses, trigger: Trigger, draft: Draft) -> Draft:
        """The draft with the day that what was told before gives it, or without one not its own."""
        utterance = draft.frame.type in UTTERANCES and draft.status is Status.OCCURRED
        ahead = self.page_day.lies_before(draft.date)
        begins = draft.dated is not None and draft.dated.case is Case.FROM  # 9일부터 끊겠다고
        word = is_word_for_later(trigger, draft) and not ahead and not begins
        if (utterance and ahead) or word:
            draft = replace(draft, date=None, dated=None)
        retold = self._is_retold(self.voices.statement_at(trigger.span))
        if utterance and draft.date is None and not retold:
            draft = replace(draft, spoken=self.voices.day_of_words(clauses, trigger, draft.roles))
        draft = self._on_stage(clauses, trigger, self._of_day_meant(clauses, trigger, draft))
        some_day = draft.date is None and is_any_day(clauses, trigger)
        draft = pointed_at(clauses, trigger, draft, self.memory)
        draft = carried_back(clauses, trigger, draft, self.memory)
        draft = day_told_before(clauses, trigger, draft, self.memory)
        if some_day and (draft.has_day or draft.date is None):
            # 방문 기간 회담했다: not on the day of the arrival
            stay = whole_stay(self.memory, draft.roles) if draft.frame.mode in ON_A_STAY else None
            draft = replace(draft, date=stay)
        if not looks_back(clauses):
            draft = during_stay(self.memory, draft)
        lasting = draft.dated is not None and draft.dated.case is Case.FROM
        if draft.frame.mode == "visit" or (draft.frame.mode in _HELD_FOR_DAYS and lasting):
            draft = replace(draft, date=stretched(clauses, trigger, draft.date))
        if draft.frame.mode == "visit":
            draft = self._part_of_stay(clauses, trigger, draft)
        return draft

    def _of_day_meant(self, clauses: Clauses, trigger: Trigger, draft: Draft) -> Draft:
        """방북 이틀째 회담했다: by the visit; a line of a chronology: by the day of its entry."""
        borrowed = draft.dated is not None and not draft.dated.own
        if borrowed and draft.has_day and is_any_day(clauses, trigger):
            draft = replace(draft, date=None, dated=None)
        open_yet = draft.date is None or borrowed or "/" in draft.date
        if open_yet and draft.frame.mode != "visit":
            stay = self.memory.stay(draft.roles)
            draft = replace(draft, date=day_meant(clauses, trigger, stay) or draft.date)
        if draft.date is None and draft.told:
            draft = replace(draft, date=self.memory.entry)
        return draft

    def _part_of_stay(self, clauses: Clauses, trigger: Trigger, draft: Draft) -> Draft:
        """차관은 10일 평양에 왔다. 12일 궁전을 찾았다: one day of the stay, not another visit.

        12일 회담한 뒤 귀국길에 올랐다: the day taken over from the talks ends it.
        """
        visit = self.memory.last_visit_of(draft.roles)
        borrowed = draft.frame.bound == "end" and draft.dated is None and draft.has_day
        if borrowed and visit is not None and visit.has_day and visit.date != draft.date:
            return replace(draft, date=f"../{draft.date}")
        if visit is None or visit.recalled or _targets(visit) != _targets(draft):
            return draft
        part = calls_at_sight(clauses, trigger, self.world)
        return replace(draft, date=None, dated=None, status=visit.status) if part else draft

    def _on_stage(self, clauses: Clauses, trigger: Trigger, draft: Draft) -> Draft:
        """착공식에는 대사가 참석했다: on the day and at the place of the ceremony just told of."""
        if not trigger.noun or draft.frame.mode not in STAGED or draft.place is not None:
            return draft
        noun = clauses.text(trigger.span).replace(" ", "")
        stage = self.memory.stage(draft.sentence, noun)
        if stage is None or draft.date not in {None, stage.draft.date}:
            return draft
        held = stage.draft
        return replace(draft, date=held.date, dated=held.dated, place=held.place)

    def _is_of_sender(self, frame: FrameRow, place: str | None, roles: Roles) -> bool:
        """Where a visitor sets out from; 러시아에서 무기를 받았다: from whom, not where."""
        return (frame.type == "AID" and place in roles) or (
            frame.mode == "visit"
            and (self._is_home(place, roles) or is_one_of_several(place, roles, self.world))
        )

    def _is_home(self, place: str | None, roles: Roles) -> bool:
        """Where somebody sets out from is not where the visit goes to."""
        if place is None:
            return False
        goes_to = {self.world.state_of(n) for n, r in roles.items() if r is ParticipantRole.TARGET}
        homes = {self.world.state_of(n) for n, r in roles.items() if r is ParticipantRole.SOURCE}
        states = {self.world.state_of(word) for word in (place, *place.split())} - {None}
        return bool(states) and states <= homes - goes_to


def _apart_from_coming(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, dated: Dated | None, status: Status
) -> tuple[Dated | None, Status]:
    """8일 포럼에 참석하기 위해 도착했다: the day is that of the arrival; the forum lies ahead."""
    if frame.mode != "multilateral" or not is_come_for(clauses, trigger, dated):
        return dated, status
    return None, Status.PLANNED if status is Status.OCCURRED else status


def _dated(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, said: Statement | None
) -> Dated | None:
    """The expression that dates it, in its own clause or in that of who says or does more."""
    if frame.bound == "state":
        return None
    dated = date_of(clauses, trigger)
    inside = dated is not None and said is not None and _says_itself(trigger, said, dated)
    if (dated is None or inside) and said is not None:
        beside = month_beside(clauses, dated) if dated is not None else None
        dated = date_of_saying(clauses, said.span) or beside
    return dated


def _is_called_by_name(trigger: Trigger, frame: FrameRow) -> bool:
    """새 조약이 1961년 조약을 대체한다고 설명했다: that there was one needs no witness."""
    return trigger.noun and frame.nominal == "dated" and frame.mode == "sign"


def _is_done_by_word(trigger: Trigger, frame: FrameRow) -> bool:
    """명단에 넣기로 했다고 2일 밝혔다, 끊는다고 선포했다: it is done on the day it is announced."""
    verb = trigger.verb
    if verb is None or verb.ending not in _TOLD:
        return False
    if trigger.noun:  # 추가 제재를 한다고 발표했다
        return frame.type == "SANCTION" and verb.tail.startswith(_HEREBY)
    resolved = frame.resolves and verb.tail.startswith(RESOLVED)
    return resolved or (frame.type in _BY_WORD and verb.tail.startswith(_HEREBY))


def _says_itself(trigger: Trigger, said: Statement, dated: Dated) -> bool:
    """북측은 14일 16일 접촉에는 나갈 수 없다고 알렸다: a day in the words is of their matter."""
    verb = trigger.verb
    words = said.span.contains(trigger.span) and said.span.contains(dated.time.span)
    done = verb is not None and (verb.past or verb.tail.startswith(_DONE))
    return words and verb is not None and not done and not trigger.noun


def _has_unnamed_subject(clauses: Clauses, trigger: Trigger) -> bool:
    """외무부는 대통령이 관계를 끊었다고 밝혔다: somebody without a name does it."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return any(p.case is Case.SUBJECT and not any(all_heads(clauses, p)) for p in own)


def _targets(draft: Draft) -> set[str]:
    return {name for name, role in draft.roles.items() if role is ParticipantRole.TARGET}
