"""Drafts of one happening so far, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from haengbo.model.reading import (
    ActorKind,
    Chain,
    EventReport,
    Participant,
    ParticipantRole,
    Status,
)
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.judging.assurance import confidence_of
from haengbo.reading.events.scene.periods import precise, within
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

TURNED = {Status.DENIED, Status.NOT_OCCURRED}
#: What a state does through an organ or official, told now of one, now of the other.
ORGANS = {"SANCTION", "PROTEST", "ASSAULT", "ACCUSE", "REQUEST", "REJECT"}
_STANDING = {"meeting", "sign", "phone"}
_MOST_EVIDENCE = 3


def is_recalled(happening: Happening, draft: Draft) -> bool:
    """Whether the one or the other is looked back to (2000년 이후 처음)."""
    return draft.recalled or any(d.recalled for d in happening.drafts)


def only_adds(draft: Draft) -> bool:
    """Whether it is too little for an event of its own: a meeting named without date or verb."""
    if draft.told or draft.date is not None:
        return False
    if draft.frame.nominal == "adds":
        return True
    if draft.status is not Status.OCCURRED:
        return False
    if draft.frame.mode == "visit" and len(draft.roles) > 1:
        return False
    return draft.frame.type == "CONSULT" or draft.frame.mode == "exercise"


@dataclass(slots=True)
class Happening:
    """Accounts of one happening, merged as they come."""

    drafts: list[Draft]
    roles: Roles = field(default_factory=dict)
    date: str | None = None
    place: str | None = None
    status: Status = Status.OCCURRED
    people: set[str] = field(default_factory=set)

    def add(self, draft: Draft, world: World) -> None:
        """Take in one more account: names, place and precision that it adds."""
        self.drafts.append(draft)
        self._add_roles(draft, world)
        self.people |= {n for n in draft.roles if world.kind_of(n) is ActorKind.PERSON}
        if not draft.caption or self.date is None:
            self.date = self._date_with(draft)
        else:
            self.date = self._day_of_stay(draft) or self.date
        self.place = self._place_with(draft, world)
        # 4월 23일 소련을 방문한다. 그의 소련 방문에 앞서: named again it has not happened yet;
        # 9월 백두산에서 열기로 했다. 백두산에서 열리는 것은 처음이다: nor told without a day
        named = (not draft.told or not draft.has_day) and world.lies_ahead(self.date)
        done = draft.status is Status.OCCURRED and not named
        if (done or draft.status in TURNED) and not only_adds(draft):
            self.status = draft.status

    def _place_with(self, draft: Draft, world: World) -> str | None:
        """모스크바에서 만났다: in what hall the picture was taken is not where they talked."""
        town = self.place is not None and world.is_town(self.place.split()[-1])
        if draft.caption and town and draft.frame.mode == "meeting":
            return self.place
        if draft.frame.mode == "visit":
            return self._gone_to(draft, world)
        return finer_place(self.place, draft.place, world)

    def _gone_to(self, draft: Draft, world: World) -> str | None:
        """방북을 마치고 평양을 떠났다: whence one leaves says less than where one came to."""
        if draft.place is not None and self.place is not None:
            for one, place in ((draft, draft.place), (self.drafts[-2], self.place)):
                if one.place is not None and one.dated is not None and one.dated.before:
                    return place
        if not _says_where_to(self.place, draft.place, world):
            return self.place
        return finer_place(self.place, draft.place, world)

    def _date_with(self, draft: Draft) -> str | None:
        """What happened has its own day, whatever day was planned."""
        pair = (self.status, draft.status)
        if len(self.drafts) > 1 and draft.date is not None:
            if pair == (Status.PLANNED, Status.OCCURRED):
                return draft.date
            if pair == (Status.OCCURRED, Status.PLANNED):
                stay = draft.frame.mode == "visit" and draft.date.startswith(f"{self.date}/")
                if draft.date.startswith("../"):  # 3일 도착했다. 방북을 마치고 5일 떠날 예정이다
                    return precise(self.date, draft.date)
                return draft.date if stay else self.date or draft.date
        return self._day_of_stay(draft) or precise(self.date, draft.date)

    def _day_of_stay(self, draft: Draft) -> str | None:
        """1~3일 방북해 회담했다. 2일 열린 회담에서: a day of the stay it is told in."""
        if draft.frame.mode not in _STANDING or len(self.drafts) < 2:  # noqa: PLR2004
            return None
        days = [d for d in self.drafts if d.has_day and d.date is not None]
        stays = [d for d in self.drafts if d.date == self.date and "/" in (d.date or "")]
        borrowed = bool(stays) and all(d.dated is None or not d.dated.own for d in stays)
        day = next((d.date for d in days if within(d.date or "", self.date)), None)
        return day if borrowed else None

    def _add_roles(self, draft: Draft, world: World) -> None:
        """States give way to the people who stand for them in a meeting or signature.

        Not where the page first told that the states held it on that day: who sat for them is added
        (북한과 일본은 26일 협의를 열었다. 협의에는 국장과 대사가 나섰다).
        """
        if draft.frame.mode in _STANDING and not self._held_by_states(world):
            coming = _represented(draft.roles, world)
            stood = _represented(self.roles, world)
            unknown = draft.frame.mode == "sign" and None in coming
            gone = set(self.roles) if unknown and self._are_states(self.roles, world) else coming
            self.roles = {n: r for n, r in self.roles.items() if n not in gone}
            states = {n for n in draft.roles if world.kind_of(n) is ActorKind.STATE}
            own = coming if states <= coming else set()  # 장관과 북중 회담을 했다
            new = {n: r for n, r in draft.roles.items() if n not in stood | own}
        elif draft.frame.type in ORGANS:
            roles = self.roles | draft.roles
            acting = {n for n, r in roles.items() if r is ParticipantRole.SOURCE}
            stood = {world.state_of(n) for n in acting if not world.is_state(n)}
            self.roles = {n: r for n, r in self.roles.items() if not (n in acting and n in stood)}
            new = {n: r for n, r in draft.roles.items() if not (n in acting and n in stood)}
        elif draft.frame.mode == "visit":
            came = _represented(self.roles, world, ParticipantRole.SOURCE)
            new = {n: r for n, r in draft.roles.items() if n not in came}  # 베트남 지도자의 방북은
        elif draft.frame.mode == "ceremony":
            new = self._without_host(draft.roles, world)
        else:
            new = draft.roles
        for name, role in new.items():
            self.roles.setdefault(name, role)

    def _without_host(self, roles: Roles, world: World) -> Roles:
        """주석이 열병식을 함께 봤다. 중국 전승절 열병식: whose head is there holds it by him."""
        there = _represented(self.roles | roles, world)
        every = self.roles | roles
        hosts = {n for n in there if n in every and every[n] is ParticipantRole.SOURCE}
        self.roles = {n: r for n, r in self.roles.items() if n not in hosts}
        return {n: r for n, r in roles.items() if n not in hosts}

    def _held_by_states(self, world: World) -> bool:
        """북한과 일본은 26일 협의를 열었다: told of states by a verb, as held or with its day.

        So with a paper: 두 나라는 협정을 맺었다. 두 장관이 서명했다. Not where they only say whose
        officials met (북한과 몽골 외교수장이 만났다).
        """
        first = self.drafts[0]
        whose = first.by_office
        sure = first.dated is not None or first.status is Status.OCCURRED
        held = first.told and sure and not whose
        return held and len(self.drafts) > 1 and self._are_states(first.roles, world)

    @staticmethod
    def _are_states(roles: Roles, world: World) -> bool:
        return all(world.kind_of(name) is ActorKind.STATE for name in roles)

    def distance(self, draft: Draft) -> int:
        """Sentences between an account and the nearest one here."""
        return min(abs(d.sentence - draft.sentence) for d in self.drafts)

    def report(self, key: str) -> EventReport:
        """The event: told before named, body before caption."""
        drafts = sorted(self.drafts, key=lambda d: (d.caption, not d.told, d.span))
        best = drafts[0]
        spans = tuple(dict.fromkeys(d.span for d in drafts))
        return EventReport(
            id=key,
            type=best.frame.type,
            mode=best.frame.mode,
            status=self.status,
            date=self.date,
            place=self.place,
            participants=tuple(Participant(n, r) for n, r in self._as_met().items()),
            topics=tuple(dict.fromkeys(t for d in drafts for t in d.topics)),
            chain=self._of_others(drafts),
            evidence=spans[:_MOST_EVIDENCE],
            span=spans[0],
            rule=best.frame.id,
            confidence=confidence_of(drafts, self.status),
            time=next((d.dated.time.span for d in drafts if d.dated is not None), None),
        )

    def _as_met(self) -> Roles:
        """만났다: both are parties, unless some account says who received whom (접견했다)."""
        uneven = (d for d in self.drafts if ParticipantRole.SOURCE in d.roles.values())
        if self.drafts[0].frame.mode != "meeting" or any(not d.even for d in uneven):
            return self.roles
        return dict.fromkeys(self.roles, ParticipantRole.PARTY)

    def _of_others(self, drafts: Sequence[Draft]) -> Chain:
        """Who hands it on; of what one said or wrote oneself one is not the reporter."""
        best = drafts[0]
        chain = next((d.chain for d in drafts if d.chain and _vouches(d, best)), best.chain)
        if best.frame.mode == "letter":
            return tuple(link for link in chain if link.name not in self.people)
        if best.frame.type not in UTTERANCES:
            return chain
        return tuple(link for link in chain if not self._is_one_of(link.name))

    def _is_one_of(self, name: str) -> bool:
        """통일부, for 통일부 고위 당국자: who acts, or somebody unnamed of it."""
        return name in self.roles or any(name.startswith(f"{role} ") for role in self.roles)


def _vouches(draft: Draft, best: Draft) -> bool:
    """통신은 특사가 떠났다고 보도했다: who tells of the departure has not told of the visit.

    Nor has who only names what the page itself tells: 장관은 이번 회담을 주시한다고 말했다.
    """
    if draft is best:
        return True
    return (draft.told or not best.told) and (
        draft.frame.bound != "end" or best.frame.bound == "end"
    )


def _says_where_to(known: str | None, place: str | None, world: World) -> bool:
    """A visit's place is the town that it goes to, not where in it nor what is seen there."""
    if known is None or place is None:
        return True
    return not world.is_town(known) and any(map(world.is_town, place.split()))


def _represented(
    roles: Roles, world: World, role: ParticipantRole | None = None
) -> set[str | None]:
    """States of the people among those who play the role, or any."""
    playing = (n for n, played in roles.items() if role in {None, played})
    return {world.state_of(n) for n in playing if world.kind_of(n) is ActorKind.PERSON}


def finer_place(left: str | None, right: str | None, world: World) -> str | None:
    """The more telling of two places: a town before its state, an airport's name before 공항."""
    if left is None or right is None:
        return left or right
    if world.kind_of(left) is ActorKind.STATE and world.kind_of(right) is not ActorKind.STATE:
        return right
    if world.is_town(left) and not any(map(world.is_town, right.split())):
        return left if world.kind_of(right) is ActorKind.STATE else right
    if left in world.ports and right.endswith(world.ports):
        return right
    return right if left.replace(" ", "") in right.replace(" ", "") else left
