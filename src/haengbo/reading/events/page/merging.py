"""Drafts → events: every happening of a page once.

Comes in: ``Draft``s in order of the text. Goes out: ``EventReport``s, numbered in order of the
text. What a later account adds (names, place, precision) is added; what it contradicts makes a
second event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from haengbo.model.reading import EventReport, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft, Follows
from haengbo.reading.events.page.carrying import HELD
from haengbo.reading.events.page.happening import Happening, only_adds
from haengbo.reading.events.page.identity import likeness
from haengbo.reading.events.page.succession import followed
from haengbo.reading.events.page.told_within import without_inner
from haengbo.reading.events.scene.periods import lasts_over, near
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: How many sentences after a lead a meeting may be told.
_LEAD = 3


def merge(drafts: Sequence[Draft], world: World) -> tuple[EventReport, ...]:
    """One event per happening, numbered in order of the text."""
    kinds: dict[tuple[str, str | None], list[Happening]] = {}
    for draft in sorted((_without_lent_day(d, drafts) for d in drafts), key=_rank):
        happenings = kinds.setdefault((draft.frame.type, draft.frame.mode), [])
        found = _find(happenings, draft, world)
        if found is None and only_adds(draft) and not _is_only_feast(draft, happenings):
            continue
        if found is None:
            found = Happening([], status=draft.status)
            happenings.append(found)
        found.add(draft, world)
    every = [
        one
        for happenings in kinds.values()
        for one in _without_denials(_joined(happenings, world), world)
    ]
    every = without_inner(every, world)
    for happening in sorted(every, key=lambda h: h.drafts[0].frame.type not in UTTERANCES):
        _settle(happening, every, world)
        if _goes_on(happening):
            happening.date = f"{happening.date}/.."
    ordered = sorted(every, key=lambda h: min(d.span for d in h.drafts))
    return tuple(h.report(f"e{number}") for number, h in enumerate(ordered, 1))


def _without_lent_day(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """북한을 찾은 장관이 떠났다. 11일 도착했다: not the 12th, of a scene told of before."""
    came = draft.frame.mode == "visit" and draft.describes and draft.status is Status.OCCURRED
    if not (came and draft.has_day and draft.dated is None):
        return draft
    told = any(_came_earlier(other, draft) for other in drafts)
    return replace(draft, date=None, spoken=draft.date) if told else draft


def _came_earlier(other: Draft, draft: Draft) -> bool:
    """Whether the page tells by a day of its own that the same visitor came some days before."""
    own = other.dated is not None and other.dated.own and other.has_day
    earlier = own and other.date != draft.date and lasts_over(other.date, draft.date or "")
    one = other.frame.mode == "visit" and other.roles == draft.roles
    return one and earlier and other.status is Status.OCCURRED


def _is_only_feast(draft: Draft, happenings: list[Happening]) -> bool:
    """환영하는 연회에서 밝혔다: a reception of whom for whom, when the page tells of no other."""
    return draft.frame.mode == "reception" and len(draft.roles) == 2 and not happenings  # noqa: PLR2004


def _joined(happenings: list[Happening], world: World) -> list[Happening]:
    """만나 회동을 가졌다: who met without a day met on the one told of them beside it."""
    kept: list[Happening] = []
    for happening in happenings:
        others = (other for other in happenings if other is not happening)
        same = next((o for o in others if _says_the_same(happening, o, world)), None)
        if same is None:
            kept.append(happening)
        else:
            for draft in happening.drafts:
                same.add(draft, world)
    return kept


def _without_denials(happenings: list[Happening], world: World) -> list[Happening]:
    """병력을 보냈다. … 파병설을 부인했다: what is told as well is no second one, denied."""
    told = [h for h in happenings if h.status is not Status.DENIED]
    return [h for h in happenings if h.status is not Status.DENIED or not _is_told(h, told, world)]


def _is_told(denied: Happening, told: Iterable[Happening], world: World) -> bool:
    states = {world.state_of(name) or name for name in denied.roles}
    return any(
        states <= {world.state_of(name) or name for name in one.roles}
        and near(one.date, denied.date)
        for one in told
    )


def _says_the_same(happening: Happening, other: Happening, world: World) -> bool:
    """Told without a day, of the same people, and in a sentence that the other is told in."""
    if happening.date is not None or other.date is None or happening.status is not other.status:
        return False
    within = {d.sentence for d in happening.drafts} <= {d.sentence for d in other.drafts}
    recalled = any(d.recalled for d in (*happening.drafts, *other.drafts))
    same = not recalled and set(happening.roles) == set(other.roles)
    return within and same and all(likeness(other, d, world) > 0 for d in happening.drafts)


def _settle(happening: Happening, every: Iterable[Happening], world: World) -> None:
    """A lead says what came of a meeting; its day and place are told in the sentences after it."""
    first = happening.drafts[0]
    happening.date = _day_told_alone(happening)
    _settle_upon(happening, every)
    if happening.date is not None or not first.told:
        return
    if first.frame.mode == "visit" and (first.describes or first.spoken):
        days = (o.date for o in every if _said_there(first, o))
        happening.date = next((day for day in (first.spoken, *days) if day is not None), None)
        return
    if first.frame.type in UTTERANCES:
        days = (o.date for o in every if _speaks_for(first, o, world))
        happening.date = next((day for day in (first.spoken, *days) if day is not None), None)
    if happening.date is None and first.frame.mode == "sign":
        held = next((o for o in every if _signed_at(first, o, world)), None)
        if held is not None:
            happening.date, happening.place = held.date, happening.place or held.place
    if happening.date is not None or not first.frame.scene:
        return
    for other in every:
        if other.drafts[0].frame.mode not in HELD or other.status is not Status.OCCURRED:
            continue
        behind = [
            d for d in other.drafts if not d.recalled and 0 <= d.sentence - first.sentence <= _LEAD
        ]
        if behind and other.date is not None and _stands_for(other, first, world):
            happening.date = other.date
            happening.place = happening.place or other.place
            return


def _day_told_alone(happening: Happening) -> str | None:
    """12일 방북을 마치고 귀국했다, and nowhere when it began: the one day that is told."""
    alone = any(d.dated is not None and d.dated.alone for d in happening.drafts)
    return (happening.date or "").removeprefix("../") or None if alone else happening.date


def _goes_on(visit: Happening) -> bool:
    """방문 중인 부장은 지난 8일 도착했다: since then, not a day on which he was there as well."""
    staying = [d for d in visit.drafts if d.staying]
    still = visit.status is Status.OCCURRED and bool(staying)
    # 방문 중인 부장이 29일 만났다. 방문은 31일 끝났다: not since the 31st
    before = any(d.spoken is not None and d.spoken < (visit.date or "") for d in staying)
    came = (d for d in visit.drafts if not d.staying and d.has_day and d.dated is not None)
    return still and not before and any(d.date == visit.date for d in came)


def _settle_upon(happening: Happening, every: Iterable[Happening]) -> None:
    """북한은 그 자리에서 거부했다, 일본은 곧바로 항의했다: on the day of what was told before."""
    first = happening.drafts[0]
    if first.follows is None or happening.status is not Status.OCCURRED:
        return
    if first.frame.mode == "visit" and first.spoken is not None:
        return  # 이어 미국으로 이동해 31일 만났다
    other = followed(first, every)
    if other is None or happening.date not in {None, other.date}:
        return
    happening.date = other.date
    if first.follows is Follows.THERE and first.frame.mode != "visit":
        happening.place = happening.place or other.place


def _said_there(visit: Draft, other: Happening) -> bool:
    """로마를 찾은 장관은 말했다: the day of the words is the day of the visit."""
    first = other.drafts[0]
    beside = first.frame.type in UTTERANCES and first.sentence == visit.sentence
    return beside and other.date is not None and bool(set(visit.roles) & set(first.roles))


def _signed_at(signing: Draft, other: Happening, world: World) -> bool:
    """회의를 열고 의정서에 서명했다: signed on the day of what they came together for."""
    if other.status is not Status.OCCURRED or other.drafts[0].frame.mode not in HELD:
        return False
    beside = any(d.sentence == signing.sentence and d.main for d in other.drafts)
    return beside and _stands_for(other, signing, world)


def _speaks_for(draft: Draft, other: Happening, world: World) -> bool:
    """미국은 23일 확인했다. …국방장관은 말했다: the minister's words are the state's act."""
    first = other.drafts[0]
    same = first.frame.type == draft.frame.type and not first.recalled and first.told
    if not same or other.date is None or first.sentence > draft.sentence:
        return False
    shared = _named(draft.roles, ParticipantRole.TARGET) & _named(
        other.roles, ParticipantRole.TARGET
    )
    speakers = _named(draft.roles, ParticipantRole.SOURCE)
    spoke = {state for name in speakers if (state := world.state_of(name)) is not None}
    return bool(shared and spoke) and spoke <= _named(other.roles, ParticipantRole.SOURCE)


def _named(roles: Roles, role: ParticipantRole) -> set[str]:
    return {name for name, played in roles.items() if played is role}


def _stands_for(meeting: Happening, draft: Draft, world: World) -> bool:
    """Whether those who acted, or people of their states, were at the meeting."""
    there = {world.state_of(name) for name in meeting.roles} | set(meeting.roles)
    acted = [n for n, role in draft.roles.items() if role is not ParticipantRole.TARGET]
    return all(name in there for name in acted)


def _rank(draft: Draft) -> tuple[bool, bool, int]:
    """What a verb tells in the body comes first: others are measured by it."""
    return (draft.caption, not draft.told, draft.span.start)


def _find(happenings: Iterable[Happening], draft: Draft, world: World) -> Happening | None:
    scored = [(score, h) for h in happenings if (score := likeness(h, draft, world)) > 0]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None
