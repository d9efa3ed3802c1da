"""Sentences → drafts: every account of a happening, not yet merged.

Comes in: a ``Document`` and its ``Attributions``. Goes out: ``Draft``s in order of the text, or
what kept the words that tell of nothing from telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from haengbo.knowledge.frames import FrameRow
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.drafting import AHEAD, STAGED, Drafting
from haengbo.reading.events.finding.delegations import does_things
from haengbo.reading.events.finding.naming import acts as somebody_acts
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger, find_triggers
from haengbo.reading.events.judging.admission import Admission
from haengbo.reading.events.judging.claims import is_claimed_of_speaker
from haengbo.reading.events.judging.denial import did_not_come, says_it_all
from haengbo.reading.events.judging.in_words import status_of_words
from haengbo.reading.events.judging.modality import alone_before, is_to_be, status_of
from haengbo.reading.events.judging.page_day import PageDay
from haengbo.reading.events.judging.plausibility import plausible, without_own
from haengbo.reading.events.judging.spoken_of import is_foreseen_by
from haengbo.reading.events.judging.taken_back import taken_back
from haengbo.reading.events.judging.telling import sets_out_for
from haengbo.reading.events.judging.threats import THREAT, threat_in
from haengbo.reading.events.judging.voices import Voices
from haengbo.reading.events.lexicon import Lexicon, lexicon
from haengbo.reading.events.page import acts
from haengbo.reading.events.page.anniversaries import founded
from haengbo.reading.events.page.coming import came_to, has_other_day, held_by, went_along
from haengbo.reading.events.page.homeward import Homeward, ended_by, gone_home
from haengbo.reading.events.page.leaving import left_for
from haengbo.reading.events.page.listing import each_time
from haengbo.reading.events.page.memory import Memory, Stage
from haengbo.reading.events.page.once_more import once_more_frame, told_once_more
from haengbo.reading.events.page.since import BY_OTHERS, before_this, by_others_before
from haengbo.reading.events.page.talks_told import (
    TALKED_BY,
    at_that_gathering,
    is_told_before,
    sits_there,
)
from haengbo.reading.events.page.uttered import is_uttered_before
from haengbo.reading.events.parsing.chunking import clauses_of
from haengbo.reading.events.parsing.clauses import Case, Clauses
from haengbo.reading.events.parsing.clefting import in_usual_order
from haengbo.reading.events.parsing.entries import ENTRIES, day_of_entry, opens_entry, told_as_entry
from haengbo.reading.events.people.anaphora import means_others
from haengbo.reading.events.people.answering import answered_by
from haengbo.reading.events.people.apart import one_by_one
from haengbo.reading.events.people.attendance import (
    at_what_was_told,
    there,
    told_beside,
    with_those_there,
)
from haengbo.reading.events.people.blame import is_complained_of
from haengbo.reading.events.people.completion import completed
from haengbo.reading.events.people.implication import ONE_SIDED, beside, implied
from haengbo.reading.events.people.participants import fill, named_anyhow
from haengbo.reading.events.people.pictured import pictured
from haengbo.reading.events.people.recall import recalled
from haengbo.reading.events.people.received import received
from haengbo.reading.events.people.receivers import with_receivers
from haengbo.reading.events.people.several import frame_for
from haengbo.reading.events.refusal import Condition, Refusal, furthest
from haengbo.reading.events.scene.briefing import briefing_of
from haengbo.reading.events.setting import Roles, Setting
from haengbo.reading.events.topic import comes_beside, topic_of
from haengbo.reading.events.world import World, world_of

#: A sentence longer than this many code points is not read for events.
_LONGEST = 3000
_KINDS = {BlockKind.BODY, BlockKind.CAPTION}


def find_drafts(document: Document, attributions: Attributions) -> tuple[Draft, ...]:
    """Every account of a happening on the page."""
    return tuple(_Reader(document, attributions).drafts())


def find_refusals(document: Document, attributions: Attributions) -> tuple[Refusal, ...]:
    """Every word of the frames that tells of nothing on the page, and the condition it lacks."""
    reader = _Reader(document, attributions)
    for _ in reader.drafts():
        pass  # what is told is not asked for
    return furthest(reader.refused, reader.told)


class _Reader:
    """Goes through the sentences and remembers what was told."""

    def __init__(self, document: Document, attributions: Attributions) -> None:
        self.document = document
        self.words: Lexicon = lexicon(document.knowledge)
        self.world: World = world_of(document)
        self.voices = Voices(document, attributions, self.world)
        self.admission = Admission(document, self.words, self.voices)
        self.memory = Memory(self.world)
        page_day = PageDay(document, self.words)
        self.drafting = Drafting(self.world, self.voices, self.memory, page_day)
        self.refused: list[Refusal] = []
        self.told: list[Span] = []
        self.gone: list[Homeward] = []

    def drafts(self) -> Iterator[Draft]:
        """Drafts of the page, in order of the text."""
        for sentence in self.document.sentences:
            if sentence.kind in _KINDS:
                yield from self.read(sentence)
        yield from ended_by(self.gone, tuple(self.memory.told), self.world)
        yield from pictured(self.document, self.words, self.memory.told, self.world)

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """Drafts of one sentence."""
        if len(sentence.span) > _LONGEST:
            return  # no sentence but a list or a broken page: nobody's grammar holds there
        words = self.words
        clauses = told_as_entry(clauses_of(self.document, sentence, words))
        clauses = in_usual_order(clauses, lambda p: does_things(clauses, p))
        self._turn_to_entry(sentence)
        self.memory.briefing = briefing_of(clauses) or self.memory.briefing
        joined = self._attendance(clauses)
        denied: Draft | None = None
        left: list[Trigger] = []
        for trigger in find_triggers(clauses, words, lambda p: somebody_acts(clauses, p)):
            draft = self._draft(clauses, trigger)
            left += [trigger] if draft is None and trigger.noun else []
            yield from self._by_others(clauses, trigger) if draft is None else ()
            if draft is None:
                continue
            known = self._is_told(trigger, clauses, draft, joined, denied)
            if sits_there(clauses, trigger, draft, self.memory):
                known = Condition.TOLD_BY_ATTENDANCE
            if known is not None:
                self._refuse(trigger, draft.frame, known)
                yield from before_this(clauses, draft, self.world)
                continue
            denied = draft if did_not_come(draft) else denied
            draft = at_that_gathering(clauses, trigger, draft, self.memory)
            self._tell(trigger, draft)
            yield from self._accounts(clauses, trigger, draft)
        yield from self._told_by_noun(clauses, left)
        yield from self._told_once_more(clauses, left)
        joined = joined or self._beside(clauses) or came_to(clauses, self.memory, self.world)
        joined = joined or held_by(clauses, self.memory)
        if joined is not None:
            self.memory.joined = joined
            yield joined
        yield from went_along(clauses, self.memory)
        yield from founded(clauses, self.memory)
        self.gone += gone_home(clauses, self.memory.carried, self.world)
        self.memory.carried = self._centre(clauses)

    def _centre(self, clauses: Clauses) -> tuple[str, ...]:
        """Who it goes on about: not who was only there besides and did nothing of note."""
        about = topic_of(clauses, self.memory)
        done = {n for d in self.memory.told_in(clauses.sentence.index) for n in d.roles}
        beside = comes_beside(clauses) and not done & set(about)
        return self.memory.carried if not about or (beside and self.memory.carried) else about

    def _tell(self, trigger: Trigger, draft: Draft) -> None:
        self.memory.remember(draft)
        self.told.append(trigger.span)

    def _refuse(self, trigger: Trigger, frame: FrameRow, condition: Condition) -> None:
        self.refused.append(Refusal(trigger.span, frame.id, condition))

    def _is_told(
        self,
        trigger: Trigger,
        clauses: Clauses,
        draft: Draft,
        joined: Draft | None,
        denied: Draft | None,
    ) -> Condition | None:
        """What else on the page tells of it already, if anything does."""
        sentence = clauses.sentence
        if joined and draft.frame.mode in _joined_modes(joined):
            return Condition.TOLD_BY_ATTENDANCE
        if draft.frame.type == "REJECT" and not sentence.quotes and says_it_all(denied, draft):
            return Condition.TOLD_BY_DENIAL  # 방문설은 사실이 아니라고 부인했다
        uttered = is_uttered_before(draft, self.memory, self.world)
        if uttered or is_told_before(clauses, trigger, draft, self.memory):
            return Condition.TOLD_BEFORE
        if draft.frame.id == "agree" and self.memory.resolved(draft):
            return Condition.TOLD_BY_RESOLUTION  # 교역을 늘리기로 합의했다
        return None

    def _by_others(self, clauses: Clauses, trigger: Trigger) -> Iterator[Draft]:
        """주석의 방북은 …주석 이후 처음: a visit of nobody named, counted from another's."""
        for frame in trigger.frames:
            if not self._may_be_anothers(clauses, trigger, frame):
                continue
            hosts = named_anyhow(frame, trigger, self._setting(clauses, trigger))
            if hosts or frame.mode == "multilateral":
                draft = self.drafting.draft(clauses, trigger, frame, hosts, Status.OCCURRED)
                before = tuple(by_others_before(clauses, draft))
                self.told += [trigger.span] if before else []
                yield from before
                return

    def _may_be_anothers(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        """총회 연단에 세운 것은 …외무상 이후 7년 만: the noun alone will do there."""
        if frame.mode not in BY_OTHERS:
            return False
        return self.admission.refusal(clauses, trigger, frame) in {None, Condition.NOUN_ALONE}

    def _told_by_noun(self, clauses: Clauses, left: Iterable[Trigger]) -> Iterator[Draft]:
        """양국은 4일 열린 회담에서 현안을 논의했다: talks whose verb by itself tells of none."""
        told = self.memory.told_in(clauses.sentence.index)
        if any(d.frame.mode in {"meeting", *TALKED_BY} for d in told):
            return
        for trigger in left:
            held = trigger.support is not None and "at" in trigger.support.cases
            if not held or all(frame.mode != "meeting" for frame in trigger.frames):
                continue
            draft = self._draft(clauses, trigger, alone=True)
            if draft is not None and draft.frame.mode == "meeting":
                self._tell(trigger, draft)
                yield draft
                return

    def _told_once_more(self, clauses: Clauses, left: Iterable[Trigger]) -> Iterator[Draft]:
        """이날 하노이에서 열린 회담에서 말했다: where and when the talks just told of were held."""
        for trigger in left:
            frame = once_more_frame(trigger)
            told = told_once_more(clauses, trigger, self.memory) if frame else None
            if frame is None or told is None:
                continue
            if self._status(clauses, trigger, frame) is not told.status:
                continue
            draft = self.drafting.draft(clauses, trigger, frame, told.roles, told.status)
            if draft.place is not None or draft.dated is not None:
                self._tell(trigger, draft)
                yield replace(draft, told=False, main=False)
                return

    def _turn_to_entry(self, sentence: Sentence) -> None:
        """Nobody is carried into an entry of a chronology; its day holds for all its lines."""
        if sentence.block.rule not in ENTRIES:
            self.memory.entry, self.memory.goes_on = None, False
        elif opens_entry(sentence, self.document):
            day = day_of_entry(sentence, self.document)
            self.memory.carried = self.memory.carried if day is None else ()
            self.memory.entry = day or self.memory.entry
            self.memory.goes_on = day is None

    def _accounts(self, clauses: Clauses, trigger: Trigger, draft: Draft) -> Iterator[Draft]:
        """One for each whom and each time that the sentence names, and what went before."""
        for one in one_by_one(clauses, trigger, draft, self.world):
            yield from each_time(clauses, one, self.world)
        yield from before_this(clauses, draft, self.world)
        yield from left_for(clauses, trigger, draft, self.memory)

    def _attendance(self, clauses: Clauses) -> Draft | None:
        """회담에는 부상이 배석했다: adds to the meeting just told of."""
        index = clauses.sentence.index
        meeting = self.memory.gathering(index, at_what_was_told(clauses, self.words))
        names = there(clauses, self.words, meeting, self.world) if meeting is not None else ()
        if meeting is None or not names or self._has_own_day(clauses, meeting):
            return None
        guests = meeting.frame.mode == "reception"
        role = ParticipantRole.TARGET if guests else ParticipantRole.PARTY
        roles = meeting.roles | {n: meeting.roles.get(n, role) for n in names}
        span = clauses.sentence.span
        return replace(meeting, roles=roles, span=span, sentence=clauses.sentence.index)

    def _beside(self, clauses: Clauses) -> Draft | None:
        """주석을 만났으며 이 자리에는 대사가 배석했다: adds to the meeting of the same sentence."""
        index = clauses.sentence.index
        meeting = self.memory.met_within(index)
        names = told_beside(clauses, self.words, meeting) if meeting is not None else ()
        if meeting is None or meeting.frame.mode != "meeting" or not names:
            return None
        roles = dict.fromkeys(names, ParticipantRole.PARTY) | meeting.roles
        return replace(meeting, roles=roles)

    def _has_own_day(self, clauses: Clauses, meeting: Draft) -> bool:
        """15일 열린 회의에는 두 장관이 참석했다: told anew of people, after one of states."""
        people = any(self.world.kind_of(n) is ActorKind.PERSON for n in meeting.roles)
        return not people and has_other_day(clauses, meeting)

    def _draft(self, clauses: Clauses, trigger: Trigger, *, alone: bool = False) -> Draft | None:
        setting: Setting | None = None
        for frame in trigger.frames:
            refused = self.admission.refusal(clauses, trigger, frame, alone=alone)
            if refused is not None:
                self._refuse(trigger, frame, refused)
                continue
            setting = setting or self._setting(clauses, trigger)
            roles = self._roles(frame, trigger, setting) or self._implied(frame, trigger, setting)
            if roles is None:
                self._refuse(trigger, frame, Condition.PARTICIPANTS)
                continue
            refused = self._are_unfit(frame, trigger, roles, setting)
            if refused is not None:
                self._refuse(trigger, frame, refused)
                continue
            threat = threat_in(clauses, trigger, frame, roles, setting)
            if threat is not None:
                row = self.words.by_id[THREAT]
                return self.drafting.draft(clauses, trigger, row, threat, Status.OCCURRED)
            status = self._status(clauses, trigger, frame)
            if status is None:
                self._refuse(trigger, frame, Condition.CONDITIONAL)
                return None
            status = self._by_who_says_so(status, trigger, frame, roles, setting)
            status = taken_back(clauses, trigger, frame, status)
            if status in AHEAD and _is_quoted_from(trigger, frame):
                self._refuse(trigger, frame, Condition.STATUS)
                continue
            if not frame.stands or status in frame.stands:
                roles = with_receivers(frame, roles, self.memory)
                roles = answered_by(trigger, frame, roles, setting)
                roles = without_own(frame, roles, self.world)
                fit = frame_for(frame, trigger, roles, clauses, self.world)
                roles = with_those_there(clauses, trigger, fit, roles, self.world)
                return self.drafting.draft(clauses, trigger, fit, roles, status)
            self._refuse(trigger, frame, Condition.STATUS)
        self._set_stage(clauses, trigger)
        return None

    def _are_unfit(
        self, frame: FrameRow, trigger: Trigger, roles: Roles, setting: Setting
    ) -> Condition | None:
        """What the roles found make no sense for, if anything."""
        met = _meets_named(setting.clauses, trigger)
        if not plausible(frame, roles, self.world, met=met):
            return Condition.IMPLAUSIBLE
        if is_complained_of(trigger, frame, roles, setting):
            return Condition.COMPLAINED_OF
        return None

    def _set_stage(self, clauses: Clauses, trigger: Trigger) -> None:
        """착공식이 5일 원산에서 열렸다: who was there may be told in the next sentences."""
        staged = sorted((f for f in trigger.frames if f.mode in STAGED), key=lambda f: f.supports)
        frame = next(iter(staged), None)
        support, noun = trigger.support, clauses.text(trigger.span).replace(" ", "")
        if frame is None or support is None or support.cases != ("subject",):
            return
        if self._status(clauses, trigger, frame) is not Status.OCCURRED:
            return
        draft = self.drafting.draft(clauses, trigger, frame, {}, Status.OCCURRED)
        if draft.date is not None or draft.place is not None:
            refused = self.admission.refusal(clauses, trigger, frame)
            told = not frame.supports and refused is None
            self.memory.held.append(Stage(clauses.sentence.index, noun, draft, told))

    def _implied(self, frame: FrameRow, trigger: Trigger, setting: Setting) -> Roles | None:
        """Of what is to come also the side that is left out."""
        if frame.type not in ONE_SIDED:
            return None
        clauses = setting.clauses
        ahead = self._status(clauses, trigger, frame) in AHEAD
        return (
            implied(trigger, frame, setting)
            if ahead or self._pair_is_here(clauses, frame)
            else beside(trigger, frame, setting)
        )

    def _pair_is_here(self, clauses: Clauses, frame: FrameRow) -> bool:
        """시리아와 수교한 뒤 무기를 보냈다: of the past only what one sentence tells."""
        last = self.memory.told[-1] if self.memory.told else None
        return frame.type == "AID" and last is not None and last.sentence == clauses.sentence.index

    def _roles(self, frame: FrameRow, trigger: Trigger, setting: Setting) -> Roles | None:
        if means_others(setting, trigger):
            return fill(frame, trigger, setting)
        return (
            fill(frame, trigger, setting)
            or completed(trigger, frame, setting, self.memory)
            or received(trigger, frame, setting, self.memory)
            or recalled(trigger, frame, setting, self.memory)
        )

    def _status(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Status | None:
        statement = self.voices.statement_at(trigger.span)
        if frame.type in UTTERANCES and statement is not None:
            claimed = is_claimed_of_speaker(clauses, statement)
            found = status_of_words(clauses, trigger, frame, statement)
            return Status.ALLEGED if claimed and found is Status.OCCURRED else found
        if self.voices.is_refuted(trigger.span):
            return Status.DENIED
        status = status_of(clauses, trigger, frame, self.words)
        if frame.mode == "visit" and status is Status.PLANNED and sets_out_for(clauses, trigger):
            return Status.OCCURRED
        if frame.bound == "until" and status is Status.PLANNED:
            return Status.OCCURRED  # 8일까지 머물 예정: the stay has begun
        return status

    def _by_who_says_so(
        self, status: Status, trigger: Trigger, frame: FrameRow, roles: Roles, setting: Setting
    ) -> Status:
        """What one will do is planned if one says so, and foreseen in the words of others."""
        if frame.type in UTTERANCES:
            foreseen = is_to_be(setting.clauses, trigger) and is_foreseen_by(roles, setting)
            return Status.PREDICTED if foreseen and not frame.negated else status
        own = status is Status.PREDICTED and self._is_of_own_will(trigger, frame, roles, setting)
        return Status.PLANNED if own else status

    def _is_of_own_will(
        self, trigger: Trigger, frame: FrameRow, roles: Roles, setting: Setting
    ) -> bool:
        """차관은 문제를 논의할 것이라고 말했다: who will do it says so, or that one's office."""
        if frame.type in UTTERANCES or not is_to_be(setting.clauses, trigger):
            return False
        speakers = set(setting.speakers) or set(alone_before(setting.clauses, trigger))
        speakers -= self.world.experts
        sides = {self.world.side_of(name) for name in roles} - {None}
        return bool(speakers & set(roles)) or any(self.world.side_of(n) in sides for n in speakers)

    def _stay(self, index: int) -> Roles:
        visit = self.memory.staying(index)
        return visit.roles if visit is not None else {}

    def _setting(self, clauses: Clauses, trigger: Trigger) -> Setting:
        index, told = clauses.sentence.index, clauses.text(clauses.sentence.span)
        treaties = [word for word in self.words.words["treaties"] if word in told]
        fresh = opens_entry(clauses.sentence, self.document)
        refuses = any(frame.type == "REJECT" for frame in trigger.frames)
        this = any(f"{p} {t}" in told for t in treaties for p in self.words.words["pointing"])
        return Setting(
            clauses=clauses,
            world=self.world,
            speakers=self.voices.speakers(clauses, trigger),
            bears_words=self.voices.borne_by(trigger) is not None,
            words=self.voices.words(clauses, trigger),
            present=(this and self.memory.signatories())
            or (() if fresh else self.memory.present(index)),
            stay=self._stay(index) if not fresh else {},
            carried=self.memory.carried,
            met=self.memory.met(index),
            table=self.memory.table(index),
            deeds=() if fresh else acts.deeds(self.memory, index),
            pair=self.memory.last_pair(signed=bool(treaties)),
            host=self.memory.host(index),
            visits=() if fresh else self.memory.visitors(),
            last_act={} if fresh else acts.last_act(self.memory, index),
            last_deed={} if fresh else acts.last_deed(self.memory, index),
            acts=() if fresh or not refuses else acts.asked(self.memory, index),
            adopters=() if fresh else acts.adopters(self.memory, index),
            heard=self.voices.heard_before(clauses, trigger, acts.deniers(self.memory, index))
            if refuses and not fresh
            else (),
            last_proposal={}
            if fresh
            else acts.last_act(self.memory, index, frozenset({"REQUEST"})),
        )


def _is_quoted_from(trigger: Trigger, frame: FrameRow) -> bool:
    """축전에서 함께 할 것이라고 밝혔다: what the letter promises is to come, not the letter."""
    return frame.mode == "letter" and trigger.noun and trigger.chain[-1].case is Case.AT


def _joined_modes(joined: Draft) -> set[str | None]:
    """행사에는 비서가 자리했다: what the sentence adds to is not told once more."""
    return {"meeting", joined.frame.mode} - {"sign"}


def _meets_named(clauses: Clauses, trigger: Trigger) -> bool:
    """몽골, 라오스 외교장관과 만났다: whom one meets stands beside the verb itself."""
    own = trigger.arguments.own if trigger.arguments is not None and not trigger.noun else ()
    return any(p.case in {Case.WITH, Case.OBJECT} and heads(clauses, p) for p in own)
