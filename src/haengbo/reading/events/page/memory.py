"""What the page has told so far: the scene, the visitors, the subject of the sentence before.

Comes in: ``Draft``s in order of the text. Goes out: answers about what came before a sentence.
What is said, handed over or laid down without a date of its own belongs to the day of the scene
that it shares somebody with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.scene.briefing import Briefing
from haengbo.reading.events.scene.periods import lasts_over, within
from haengbo.reading.events.world import World

#: How many sentences a scene lasts.
_LASTS = 15
#: How many sentences a recalled one lasts.
_RECALL_LASTS = 2
#: How many sentences one goes on speaking against the same one without naming it.
_ACT_LASTS = 2
#: How many sentences after a gathering who was there may be told.
_STAGE_LASTS = 3
#: How many sentences after an arrival the guest is still in the centre.
_STAY_TOLD = 4
#: How many happenings back one who came is remembered.
_LOOKS_BACK = 40
#: What is done against somebody who is elsewhere.
_AT_A_DISTANCE = {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "ASSAULT", "MOBILIZE"}
#: Modes of talks.
_TALKS = {"meeting", "phone", "multilateral"}
_FEASTS = {"ceremony", "reception"}
#: What is held, with whoever comes to it.
_HELD = _FEASTS | {"multilateral"}
#: What a guest is in a visit and in a welcome.
_GUEST = {True: ParticipantRole.SOURCE, False: ParticipantRole.TARGET}
#: Frames in which a guest is welcomed or received.
_RECEIVING = {"welcome", "welcome-come", "welcome-passive", "meet-receive"}


class Stage(msgspec.Struct, frozen=True):
    """A gathering of which so far only day and place are told (착공식이 5일 원산에서 열렸다).

    Attributes:
        sentence: Index of the sentence.
        noun: What it is called, without blanks.
        draft: It, without anybody yet.
        told: Whether who came to it makes it a happening of the page.
    """

    sentence: int
    noun: str
    draft: Draft
    told: bool = True


@dataclass(slots=True)
class Memory:
    """Filled while the sentences are read in order.

    Attributes:
        world: Kinds and states of the actors.
        told: Drafts so far.
        carried: Who the sentence before was about.
        held: Gatherings of which it was told that they were held.
        entry: The day of the entry of a chronology that is being read.
        joined: The last account of who else was there.
        goes_on: Whether the sentence is a line that says more of the same entry.
        briefing: The last meeting with the press of which the place was told.
    """

    world: World
    told: list[Draft] = field(default_factory=list)
    carried: tuple[str, ...] = ()
    held: list[Stage] = field(default_factory=list)
    entry: str | None = None
    goes_on: bool = False
    briefing: Briefing | None = None
    joined: Draft | None = None

    def remember(self, draft: Draft) -> None:
        """Take in one more draft."""
        self.told.append(draft)

    def scene(self, index: int, names: Iterable[str] | None = None) -> Draft | None:
        """The last meeting, ceremony or letter of a known day; else the last visit.

        Of several on one day it is the meeting whose place is told.

        Args:
            index: Of the sentence that asks.
            names: If given, one of these people must have been there.
        """
        fitting = [d for d in self._recent(index, names) if d.frame.type in {"CONSULT", "AGREE"}]
        held = [d for d in fitting if d.frame.mode != "visit"] or fitting
        last = next(reversed(held), None)
        met = (d for d in reversed(held) if d.frame.mode == "meeting" and d.place is not None)
        return next((d for d in met if last is not None and d.date == last.date), last)

    def day(self, index: int, names: Iterable[str]) -> Draft | None:
        """The last happening of a known day that one of these took part in, or came to.

        A picture above the text shows a day of its own.
        """
        wanted = list(names)
        told = [d for d in self._recent(index, wanted) if not d.caption]
        last = next(reversed(told), None)
        came = self.came_along(index, wanted)
        return came if came and (last is None or last.sentence < came.sentence) else last

    def came_along(self, index: int, names: Iterable[str]) -> Draft | None:
        """What one of these was told to have come to, if its day is known: 대사가 참가하였다."""
        joined, wanted = self.joined, {n for n in names if not self.world.is_state(n)}
        if joined is None or not joined.has_day or not wanted & set(joined.roles):
            return None
        return joined if 0 < index - joined.sentence <= _ACT_LASTS else None

    def told_in(self, index: int) -> list[Draft]:
        """All that one sentence told."""
        return [d for d in self.told[-_LOOKS_BACK:] if d.sentence == index]

    def among(self, index: int, names: Iterable[str]) -> Draft | None:
        """The last meeting of a known day that all of these people had."""
        wanted = set(names)
        met = (d for d in reversed(self._recent(index, wanted)) if d.frame.mode == "meeting")
        return next((d for d in met if wanted <= set(d.roles)), None)

    def _recent(self, index: int, names: Iterable[str] | None) -> list[Draft]:
        wanted = {n for n in names if not self.world.is_state(n)} if names is not None else None
        return [
            d
            for d in self.within(index)
            if d.told and d.has_day and d.status is Status.OCCURRED
            if not d.recalled or index - d.sentence <= _RECALL_LASTS
            if wanted is None or wanted & set(d.roles)
        ]

    def within(self, index: int) -> list[Draft]:
        """Drafts of the last sentences, in order; looks no further back than it must."""
        start = len(self.told)
        while start and index - self.told[start - 1].sentence <= _LASTS:
            start -= 1
        return self.told[start:]

    def just_told(self, index: int) -> Draft | None:
        """A happening of a known day in this sentence or the two before, where people met."""
        near = (d for d in self._recent(index, None) if index - d.sentence <= 2)  # noqa: PLR2004
        # 회담했다. 북한은 10일 미사일을 쐈다. 양측은 합의했다: not on the day of the missile
        recent = [d for d in near if d.frame.type not in _AT_A_DISTANCE]
        return next(reversed(recent), None)

    def talks(self, index: int, names: Iterable[str]) -> Draft | None:
        """The last meeting of a known day between people of the states of all these."""
        states = {self.world.state_of(name) for name in names}
        for draft in reversed(self._recent(index, None)):
            if draft.frame.mode == "sign":
                return None
            if draft.frame.mode == "meeting":
                return draft if states <= {self.world.state_of(n) for n in draft.roles} else None
        return None

    def present(self, index: int) -> tuple[str, ...]:
        """Who was there on the day of the last scene."""
        met = self.met_within(index)
        if met is not None and not met.has_day:
            return tuple(met.roles)  # 예방한 자리에서 친서를 건넸다
        there = self._that_day(index)
        if len(there) == 1 and _is_feast_of_host(there[0]):
            return ()  # 대사관은 14일 연회를 열었다. 다른 대사가 15일 연회를 열었다: not for it
        return tuple(dict.fromkeys(name for d in there for name in d.roles))

    def _that_day(self, index: int) -> list[Draft]:
        scene = self.scene(index)
        if scene is None:
            return []
        # whom somebody speaks against on that day was not there
        recent = (d for d in self._recent(index, None) if d.frame.type not in _AT_A_DISTANCE)
        return [scene, *(d for d in recent if d.date == scene.date and d is not scene)]

    def host(self, index: int) -> str | None:
        """The state in which the last scene took place."""
        words = (w for d in self._that_day(index) if d.place for w in d.place.split())
        states = (self.world.state_of(word) for word in words)
        return next((state for state in states if state is not None), None)

    def beside(self, index: int, names: Iterable[str]) -> Draft | None:
        """The last happening of a known time in the same sentence that all or one of these had."""
        wanted = set(names)
        people = {n for n in wanted if self.world.kind_of(n) is not ActorKind.STATE}
        for draft in reversed(self.told):
            if draft.sentence != index:
                return None
            known = draft.told and draft.date is not None and draft.status is Status.OCCURRED
            if known and (wanted <= set(draft.roles) or people & set(draft.roles)):
                return draft
        return None

    def visit_beside(
        self, index: int, names: Iterable[str], status: Status = Status.OCCURRED
    ) -> Draft | None:
        """The last visit told in the same sentence by one of these that stands so."""
        for draft in reversed(self.told):
            if draft.sentence != index:
                return None
            came = draft.frame.mode == "visit" and draft.told and draft.status is status
            if came and set(self._guests(draft)) & set(names):
                return draft
        return None

    def town(self, index: int, date: str) -> str | None:
        """The town of the last happening of a day that names one."""
        for draft in reversed(self._recent(index, None)):
            if draft.date == date and draft.place is not None:
                first = draft.place.split()[0]
                if self.world.is_town(first):
                    return first
        return None

    def visitors(self) -> tuple[tuple[str, ...], ...]:
        """Who came with each visit or was welcomed, the last first."""
        came = [
            draft
            for draft in reversed(self.told[-_LOOKS_BACK:])
            if draft.frame.mode == "visit" or draft.frame.id in _RECEIVING
        ]
        came.sort(key=lambda draft: draft.recalled)  # 지난 10월 다녀간 장관: not who is here now
        known = {n for d in came if d.frame.mode == "visit" for n in self._guests(d)}
        return tuple(self._arrived(draft, known) for draft in came)

    def _arrived(self, draft: Draft, known: set[str]) -> tuple[str, ...]:
        """Who came; of a call paid on a host it is the one known to have come."""
        calling = tuple(name for name in self._guests(draft) if name in known)
        if draft.frame.mode != "visit" and calling:
            return calling
        return self._guests(draft, _GUEST[draft.frame.mode == "visit"])

    def meeting(self, index: int) -> Draft | None:
        """The last meeting or signing told of, for who else was there.

        One of people may be told some sentences before, one of states right before.
        """
        for draft in reversed(self.told):
            if draft.main and self._brings_people_together(draft):
                return self._with_joined(draft) if index - draft.sentence <= _LASTS else None
            if draft.main and draft.frame.mode == "meeting" and draft.told:
                near = index - draft.sentence <= _ACT_LASTS
                return self._with_joined(self._of_both_sides(draft)) if near else None
        return None

    def _of_both_sides(self, draft: Draft) -> Draft:
        """회담에서 [쌍방은] 의견을 나눴다: the meeting of their people told of right before."""
        sides = set(draft.roles)
        for other in reversed(self.told):
            if draft.sentence - other.sentence > _STAGE_LASTS:
                break
            people = other.main and other.told and self._brings_people_together(other)
            if people and {self.world.state_of(n) for n in other.roles} == sides:
                return other
        return draft

    def _with_joined(self, meeting: Draft) -> Draft:
        """The meeting with who else was told to have been there so far."""
        joined = self.joined
        if joined is None or joined.sentence < meeting.sentence:
            return meeting
        return joined if set(meeting.roles) <= set(joined.roles) else meeting

    def feast(self, index: int, noun: str) -> Draft | None:
        """A ceremony or reception told of in one of the two sentences before.

        Args:
            index: Of the sentence that asks.
            noun: How it calls the feast; one called alike may be told of some sentences earlier.
        """
        for draft in reversed(self.within(index)):
            near = index - draft.sentence <= _ACT_LASTS
            alike = draft.frame.mode == "reception" and noun in draft.frame.nouns
            if draft.told and (alike or (near and draft.frame.mode in _FEASTS)):
                return draft
        return None

    def gathering(self, index: int, noun: str | None) -> Draft | None:
        """To what others came: a feast by its noun, the reception just told, else the meeting."""
        if noun:
            return self.feast(index, noun)
        last = self.told[-1] if self.told else None
        just = last is not None and last.frame.mode == "reception" and index - last.sentence <= 1
        return last if just else self.meeting(index)

    def _brings_people_together(self, draft: Draft) -> bool:
        kinds = {self.world.kind_of(n) for n in draft.roles}
        people = bool(kinds & {ActorKind.PERSON, ActorKind.ORGANISATION})
        return draft.frame.mode in {"meeting", "sign"} and people

    def met_within(self, index: int) -> Draft | None:
        """The last meeting of people told in the same sentence, also before 뒤."""
        for draft in reversed(self.told):
            if draft.sentence != index:
                return None
            if self._brings_people_together(draft) and draft.told:
                return draft
        return None

    def table(self, index: int) -> tuple[str, ...]:
        """Who talks with whom by the last talks told in the same sentence, held or planned."""
        for draft in reversed(self.told):
            if draft.sentence != index:
                break
            if draft.frame.mode in _TALKS and len(draft.roles) > 1:
                return tuple(draft.roles)
        return ()

    def met(self, index: int) -> tuple[str, ...]:
        """Who met in the sentences right before; people also in this one."""
        for draft in reversed(self.within(index)):
            if index - draft.sentence > _ACT_LASTS:
                break
            met = draft.frame.mode in _TALKS or draft.frame.id.startswith("welcome")
            people = self._is_of_people(draft) and len(draft.roles) > 1
            if met and (draft.sentence < index or people):
                return self._sent_by(draft) or tuple(draft.roles)
        return ()

    def _sent_by(self, draft: Draft) -> tuple[str, ...]:
        """보건부가 보건성과 회의를 열었다. …장관이 참석했다: who stood for the bodies."""
        joined = self.joined
        if joined is None or not 0 < joined.sentence - draft.sentence <= _ACT_LASTS:
            return ()
        bodies = all(self.world.kind_of(n) is not ActorKind.PERSON for n in draft.roles)
        return tuple(joined.roles) if bodies and set(draft.roles) <= set(joined.roles) else ()

    def _is_of_people(self, draft: Draft) -> bool:
        return all(self.world.kind_of(name) is ActorKind.PERSON for name in draft.roles)

    def last_pair(self, *, signed: bool = False) -> frozenset[str]:
        """The two states of the last happening that has people or bodies of just two; else none.

        Args:
            signed: Whether of what was signed, if anything was: 이 조약은 4일 발효됐다.
        """
        recent = self.told[-_LOOKS_BACK:]
        papers = [d for d in recent if d.frame.mode == "sign"] if signed else []
        # 의장과 회담했다. 미국을 규탄했다. 쌍방은: those who did something, not whom one blames
        spoken = [d for d in recent if d.frame.type in UTTERANCES]
        done = [d for d in recent if d.frame.type not in UTTERANCES]
        for draft in reversed(papers or [*spoken, *done]):
            states = {self.world.state_of(name) for name in draft.roles} - {None}
            came = draft.frame.mode in {"visit", "meeting"}
            if came and len(states) == 1:  # 유엔 사무차장이 왔다. 쌍방은: a body of no state
                states = {self.world.side_of(name) for name in draft.roles} - {None}
            if len(states) == 2:  # noqa: PLR2004 - a pair
                return frozenset(state for state in states if state is not None)
        return frozenset()

    def signatories(self) -> tuple[str, ...]:
        """이 조약을 비난했다: who signed what was signed last."""
        signed = self.last_like("sign")
        return tuple(signed.roles) if signed is not None else ()

    def just_signed(self, index: int) -> Draft | None:
        """A signing of states in the sentence before, of which it is now told who signed."""
        last = self.last_like("sign")
        if last is None or not last.told or not last.has_day or index - last.sentence != 1:
            return None
        states = all(self.world.kind_of(name) is ActorKind.STATE for name in last.roles)
        return last if states else None

    def resolved(self, draft: Draft) -> bool:
        """Whether the same sentence told just before what these will do together."""
        last = self.told[-1] if self.told else None
        if last is None or last.frame.type != "COOPERATE":
            return False
        return last.sentence == draft.sentence and set(last.roles) == set(draft.roles)

    def staying(self, index: int) -> Draft | None:
        """The visit told last, if it took place and was told a few sentences before."""
        visit = self.last_like("visit")
        if visit is None or visit.status is not Status.OCCURRED or visit.recalled:
            return None
        return visit if index - visit.sentence <= _STAY_TOLD else None

    def last_visit_of(self, names: Iterable[str]) -> Draft | None:
        """The visit told last by one of these, if it took place."""
        wanted = set(names)
        for draft in reversed(self.told[-_LOOKS_BACK:]):
            if draft.frame.mode == "visit" and wanted & set(self._guests(draft)):
                return draft if draft.status is Status.OCCURRED else None
        return None

    def plan_of(self, draft: Draft) -> Draft | None:
        """The last of its kind by the same visitor, if it is still to come as the page tells it."""
        wanted = set(self._guests(draft))
        for told in reversed(self.told[-_LOOKS_BACK:]):
            if told.frame.mode == draft.frame.mode and wanted & set(self._guests(told)):
                return told if told.status in {Status.PLANNED, Status.PREDICTED} else None
        return None

    def visit_before(self, journey: Draft) -> Draft | None:
        """The visit told last before a journey by one of those who make it."""
        wanted = set(self._guests(journey))
        for draft in reversed(self.told[-_LOOKS_BACK:]):
            if draft is journey or draft.frame.mode != "visit":
                continue
            if wanted & set(self._guests(draft)):
                return draft if draft.status is Status.OCCURRED else None
        return None

    def visit_on(self, names: Iterable[str], day: str) -> Draft | None:
        """The visit told last by one of these that lasts over a day."""
        wanted = set(names)
        return next(
            (
                draft
                for draft in reversed(self.told[-_LOOKS_BACK:])
                if draft.frame.mode == "visit" and wanted & set(self._guests(draft))
                if draft.status is Status.OCCURRED and lasts_over(draft.date, day)
            ),
            None,
        )

    def stay(self, names: Iterable[str]) -> str | None:
        """When the last visitor among these came or stayed, as the page dates it."""
        wanted = set(names)
        came = [
            draft.date
            for draft in reversed(self.told)
            if draft.frame.mode == "visit" and draft.date and wanted & set(self._guests(draft))
        ]
        last = came[0] if came else None
        # 11∼13일 방문했다. 방북 첫날인 11일 …: the day within is no other stay
        whole = (date for date in came[1:2] if within(last or "", date))
        return next(whole, last)

    def stage(self, index: int, noun: str) -> Stage | None:
        """Where and when what is called so was held, if that was told right before."""
        last = self.held[-1] if self.held else None
        if last is None or not 0 <= index - last.sentence <= _STAGE_LASTS:
            return None
        return last if last.noun.endswith(noun) or noun.endswith(last.noun) else None

    def staged(self, index: int, reach: int = _ACT_LASTS) -> Stage | None:
        """The ceremony or reception of this sentence or the two before, with who was there.

        Args:
            index: Of the sentence that asks.
            reach: How many sentences before it may be told.
        """
        told = next((d for d in reversed(self.within(index)) if d.frame.mode in _HELD), None)
        held = self.held[-1] if self.held and self.held[-1].told else None
        if told is not None and (held is None or held.draft.span.start <= told.span.start):
            held = Stage(told.sentence, "", told) if told.told else None
        return held if held is not None and index - held.sentence <= reach else None

    def arrival(self, names: Iterable[str]) -> str | None:
        """The day on which the last visitor among these came."""
        wanted = set(names)
        for draft in reversed(self.told):
            if draft.frame.mode == "visit" and draft.date and wanted & set(self._guests(draft)):
                start = draft.date.partition("/")[0]
                return start if start[:1].isdigit() else None
        return None

    def departure(self, names: Iterable[str]) -> str | None:
        """The day on which the last visitor among these left, if the visit told last ends so."""
        wanted = set(names)
        for draft in reversed(self.told):
            if draft.frame.mode == "visit" and draft.date and wanted & set(self._guests(draft)):
                start, slash, end = draft.date.partition("/")
                return end if slash and start == ".." else None
        return None

    def _guests(
        self,
        draft: Draft,
        role: ParticipantRole = ParticipantRole.SOURCE,
    ) -> tuple[str, ...]:
        return tuple(
            name
            for name, played in draft.roles.items()
            if played is role and self.world.kind_of(name) is not ActorKind.STATE
        )

    def last_like(self, draft_mode: str | None) -> Draft | None:
        """The last happening of one mode."""
        return next((d for d in reversed(self.told) if d.frame.mode == draft_mode), None)


def _is_feast_of_host(draft: Draft) -> bool:
    """Whether it tells of a feast who gave it, and nobody who came."""
    hosts = all(role is ParticipantRole.SOURCE for role in draft.roles.values())
    return draft.frame.mode == "reception" and hosts
