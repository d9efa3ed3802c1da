"""Whether a draft tells of a happening that is known already.

Comes in: a ``Happening`` and a ``Draft``. Goes out: how like they are; nothing below one is the
same. Type and mode must agree; dates, places and statuses must not contradict; the participants
of one must be those of the other. Meetings of states and of their people are one on one day.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.reading.events.draft import UTTERANCES, Draft
from haengbo.reading.events.page.happening import ORGANS, TURNED, Happening, is_recalled, only_adds
from haengbo.reading.events.page.sending import came_about, is_one_delegation
from haengbo.reading.events.page.signing import is_one_signing
from haengbo.reading.events.scene.periods import near
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

_HALF = 0.5
#: Within so many sentences state and organ tell of one act.
_NEAR = 3
_SYMMETRIC = {"meeting", "phone", "sign", "exercise"}
#: What a delegation does that a lead tells of before it says who was in it.
_OF_DELEGATIONS = {"visit", "meeting", "letter", "reception"}
#: Sentences of a lead, and how far behind it who went is told.
_LEAD, _BEHIND_LEAD = 1, 4
#: Modes in which one acts upon the other.
_DIRECTED = {"letter", "visit"}
#: Types of what is done to single people, told by their state as well.
_TO_PEOPLE = {"COERCE", "RETREAT"}
#: Types in which one side acts upon the other.
_ONE_SIDED = {
    "COERCE",
    "SANCTION",
    "PROTEST",
    "AID",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "REQUEST",
    "SUPPORT",
    "CONCEDE",
    "RETREAT",
    "ASSAULT",
}
_OF_STATES = {"meeting", "sign", "exercise"}
#: Frames whose word tells how those talked who sat for others.
_AT_TALKS = {"meet-discuss-joint", "meet-seated"}


def likeness(happening: Happening, draft: Draft, world: World) -> float:
    """Zero if they are two; else more the nearer they stand and the more they share."""
    if not _of_one_kind(happening.drafts[0], draft) or _is_of_its_paper(happening, draft):
        return 0.0
    if not near(happening.date, draft.date) or not _statuses_agree(happening, draft, world):
        return 0.0
    if not _places_agree(happening, draft, world) or _recalls(happening, draft):
        return 0.0
    if _is_turned_round(happening, draft) or not _of_one_actor(happening, draft, world):
        return 0.0
    shared = _shared(happening, draft, world)
    exact = happening.date is not None and happening.date == draft.date
    if shared < (_HALF if exact and draft.frame.mode not in _SYMMETRIC else 1):
        return 0.0
    return shared + 0.5 * exact + 0.3 / (1 + happening.distance(draft))


def _of_one_kind(first: Draft, draft: Draft) -> bool:
    """Same type and mode; one visit has several ceremonies: welcome, wreath, show."""
    if (first.frame.type, first.frame.mode) != (draft.frame.type, draft.frame.mode):
        return False
    if _apart(first) != _apart(draft):
        return False  # 합의를 폐기하고 직통전화를 끊는다
    return draft.frame.mode != "ceremony" or _family(first) == _family(draft)


def _apart(draft: Draft) -> str | None:
    """What is done to a pact, or by a list of states, is another act than one against somebody."""
    return next((kind for kind in ("renounce", "sponsor") if kind in draft.frame.id), None)


def _is_of_its_paper(happening: Happening, draft: Draft) -> bool:
    """[지난해 가서명한] 조약에 서명했다: what describes the paper was another day's deed."""
    if draft.frame.mode != "sign" or draft.describes:
        return False
    before = (d for d in happening.drafts if d.describes and d.sentence == draft.sentence)
    return any(d.date is not None and d.date != draft.date for d in before)


def _is_turned_round(happening: Happening, draft: Draft) -> bool:
    """A letter answered is another letter: who wrote the one is written to in the other."""
    if draft.frame.mode not in _DIRECTED or _hands_on(happening, draft):
        return False
    sources, targets = (
        {name for name, played in happening.roles.items() if played is role}
        for role in (ParticipantRole.SOURCE, ParticipantRole.TARGET)
    )
    now = _sources(draft.roles)
    if draft.frame.mode == "letter" and now and sources:
        return not now & sources
    return bool(now & targets) and not now & sources


def _sources(roles: Roles) -> set[str]:
    return {name for name, role in roles.items() if role is ParticipantRole.SOURCE}


def _of_one_actor(happening: Happening, draft: Draft, world: World) -> bool:
    if draft.frame.mode == "reception" and _given_apart(happening, draft, world):
        return False
    visitor = _of_one_visitor(happening, draft, world)
    return visitor and not _by_another_state(happening, draft, world)


def _given_apart(happening: Happening, draft: Draft, world: World) -> bool:
    """외무성은 연회를 차렸다. 대외경제성은 이들을 위해 연회를 열었다: two bodies give two."""
    here, there = _sources(happening.roles), _sources(draft.roles)
    bodies = all(world.kind_of(name) is ActorKind.ORGANISATION for name in here | there)
    return bool(here and there) and bodies and not here & there


def _by_another_state(happening: Happening, draft: Draft, world: World) -> bool:
    """스페인이 대사를 추방했다. 멕시코도 추방했다: what two states do to one are two."""
    if draft.frame.type not in _ONE_SIDED:
        return False
    here, there = (
        {_side(name, world) for name in _sources(roles)} for roles in (happening.roles, draft.roles)
    )
    return bool(here and there) and None not in here | there and not here & there


def _side(name: str, world: World) -> str | None:
    """The state that somebody acts for; a body of no state (안보리) acts for itself."""
    of_none = world.kind_of(name) is ActorKind.ORGANISATION
    return world.state_of(name) or (name if of_none else None)


def _of_one_visitor(happening: Happening, draft: Draft, world: World) -> bool:
    """Who came to one state: two men are two visitors, a ministry's delegation is its minister."""
    if draft.frame.mode != "visit":
        return True
    if not _go_to_one_state(happening, draft, world):
        return False
    here, there = _sources(happening.roles), _sources(draft.roles)
    if not here or not there or here & there:
        return True
    kinds = [{world.kind_of(name) for name in names} for names in (here, there)]
    states = {world.state_of(name) for name in here} & {world.state_of(name) for name in there}
    if not states - {None} or kinds[0] == kinds[1] == {ActorKind.PERSON}:
        return False
    by_state = ActorKind.STATE in kinds[0] | kinds[1] or happening.distance(draft) <= 1
    return by_state or is_one_delegation(happening, draft, world)


def _go_to_one_state(happening: Happening, draft: Draft, world: World) -> bool:
    """A journey to Hanoi is another visit than one to Pyongyang on the same day."""
    here, there = (
        {world.state_of(n) for n, role in roles.items() if role is ParticipantRole.TARGET}
        for roles in (happening.roles, draft.roles)
    )
    return not here or not there or bool(here & there)


def _family(draft: Draft) -> str:
    return draft.frame.id.partition("-")[0]


def _recalls(happening: Happening, draft: Draft) -> bool:
    """One is told without a date, the other recalled with one of its own from long before."""
    if draft.recalled and draft.dated is None and happening.date is None:
        return True  # 지난달 18일 이후 43일 만: what it is counted from is another one
    if draft.recalled and not draft.told and happening.date is None:
        # 회의를 열었다. … 지난 9월 회담에서 이뤄진 합의: the news is not what it goes back to
        return any(d.told and d.main for d in happening.drafts) and happening.distance(draft) > 0
    told = any(d.told and (d.main or d.describes) for d in happening.drafts)
    if not (told and draft.told) or (happening.date is None) == (draft.date is None):
        return False
    dated = draft if draft.date is not None else happening.drafts[0]
    return dated.recalled and happening.distance(draft) > 0


def _statuses_agree(happening: Happening, draft: Draft, world: World) -> bool:
    if happening.status is draft.status or only_adds(draft):
        return True
    if draft.frame.type in UTTERANCES:
        return False
    pair = {happening.status, draft.status}
    if draft.frame.type in ORGANS and happening.distance(draft) <= _NEAR:
        return pair == {Status.PLANNED, Status.OCCURRED}
    if _is_still_to_come(happening, draft, world) or came_about(happening, draft, world):
        return True
    return _pair_agrees(happening, draft, pair)


def _is_still_to_come(happening: Happening, draft: Draft, world: World) -> bool:
    """다음 달 북한을 방문한다. 총리의 방북은 처음이다: named again, it lies ahead as before."""
    named = draft.frame.mode == "visit" and not draft.told and draft.date is None
    named = named and draft.status is Status.OCCURRED and not draft.recalled
    planned = happening.status in {Status.PLANNED, Status.PREDICTED}
    ahead = planned and happening.date is not None and world.lies_ahead(happening.date)
    return named and ahead and set(draft.roles) <= set(happening.roles)


def _pair_agrees(happening: Happening, draft: Draft, pair: set[Status]) -> bool:
    if pair == {Status.OCCURRED, Status.ALLEGED} and draft.date is None:
        return True
    beside = happening.distance(draft) == 0
    if pair & TURNED:
        return Status.OCCURRED not in pair and (beside or happening.date == draft.date)
    if Status.OCCURRED not in pair or (draft.frame.mode == "visit" and beside and draft.main):
        return True
    return _came_about(happening, draft, pair)


def _came_about(happening: Happening, draft: Draft, pair: set[Status]) -> bool:
    """What was planned and what happened are one on one day, or for one stay."""
    if "until" in {draft.frame.bound, happening.drafts[0].frame.bound}:
        return Status.PLANNED in pair
    if happening.date is not None and draft.date is not None:
        return happening.date == draft.date or draft.frame.mode == "visit"
    recalled = is_recalled(happening, draft)
    if recalled or set(happening.roles) != set(draft.roles):
        return False
    if draft.frame.mode == "visit" and draft.main and happening.distance(draft) <= 1:
        return True  # 몽골을 방문한다. 대표단은 9일 출발했다
    if draft.frame.mode == "visit" and not draft.told:
        return happening.distance(draft) <= 1  # 베이징에 도착했다. 그의 방중 일정은
    same = happening.place == draft.place
    return same and draft.date is None and draft.place is not None


def _places_agree(happening: Happening, draft: Draft, world: World) -> bool:
    if happening.place is None or draft.place is None or draft.frame.mode == "visit":
        return True
    left, right = happening.place.replace(" ", ""), draft.place.replace(" ", "")
    if left in right or right in left or {left, right} & set(world.ports):
        return True
    if draft.frame.mode in _OF_STATES and _is_state_of(happening.place, draft.place, world):
        return True
    if _may_lie_in(happening.place, draft.place, world) and happening.distance(draft) <= 1:
        return True
    return happening.date is not None and happening.date == draft.date


def _is_state_of(left: str, right: str, world: World) -> bool:
    """북한을 찾아 회담했다. 평양에서 만났다: the town lies in the state."""
    for state, place in ((left, right), (right, left)):
        if world.kind_of(state) is ActorKind.STATE:
            return state in {world.state_of(word) for word in place.split()}
    return False


def _may_lie_in(left: str, right: str, world: World) -> bool:
    """평양에서 만났다. 영빈관에서 면담했다: a hall named without its town may be in that town."""
    towns = [any(map(world.is_town, place.split())) for place in (left, right)]
    halls = [place.endswith(world.halls) for place in (left, right)]
    return (towns == [True, False] and halls[1]) or (towns == [False, True] and halls[0])


def _shared(happening: Happening, draft: Draft, world: World) -> float:
    """Share of the smaller set that the other has; states count for their people in talks."""
    if _is_known(happening, draft, world):
        return 1.0
    if draft.frame.type in ORGANS and (one := _shared_by_organs(happening, draft, world)):
        return one
    left, right = set(happening.roles), set(draft.roles)
    if left & right:
        one = _sits_opposite(happening, draft, world)
        one = one or _done_to_their_people(happening, draft, world)
        return 1.0 if one else len(left & right) / min(len(left), len(right))
    stands = _stands_for(happening, draft, world) or _sat_for_them(happening, draft, world)
    if not stands or not (draft.frame.mode in _OF_STATES or _agreed_then(happening, draft)):
        return 0.0
    a = {world.state_of(n) or n for n in left}
    b = {world.state_of(n) or n for n in right}
    return 1.0 if a == b and (left == a or right == b) else 0.0


def _sits_opposite(happening: Happening, draft: Draft, world: World) -> bool:
    """국장이 5일 대사와 회담했다. 국장은 이날 북일 회담을 마치고: now the person, now the state."""
    told = happening.date == draft.date is not None or _told_on(happening, draft, world)
    if draft.frame.mode not in _OF_STATES or not told:
        return False
    return _stands_by_state(happening, draft, world)


def _stands_by_state(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether those who differ are of the same states, in the one told of by these alone."""
    here, there = set(happening.roles), set(draft.roles)
    rest = here - there, there - here
    sides = [{world.state_of(name) for name in names} for names in rest]
    return sides[0] == sides[1] and any(n and all(map(world.is_state, n)) for n in rest)


def _hosted_alike(happening: Happening, draft: Draft, world: World) -> bool:
    """로하니 대통령의 취임식에 간다. 이란 대통령 취임식은: the host by name, then by state."""
    if draft.frame.mode not in {"ceremony", "reception"} or draft.recalled:
        return False
    if happening.date != draft.date and None not in {happening.date, draft.date}:
        return False
    shared = set(happening.roles) & set(draft.roles)
    return bool(shared) and _stands_by_state(happening, draft, world)


def _told_on(happening: Happening, draft: Draft, world: World) -> bool:
    """부상이 27일 외무부와 회담하기로 했다. 그는 [조로 협상]차 떠났다: told on right behind."""
    recalled = is_recalled(happening, draft)
    told = draft.told and draft.follows is None and not recalled
    person = any(world.kind_of(n) is ActorKind.PERSON for n in _common(happening, draft))
    stands = told and person and happening.status is draft.status
    return stands and happening.distance(draft) == 1 and None in {happening.date, draft.date}


def _is_known(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether a turn of phrase says that it is the one told before, whoever is named."""
    if _hands_on(happening, draft) or _goes_on(happening, draft):
        return True
    if _hosted_alike(happening, draft, world):
        return True
    if _visits_as_state(happening, draft, world) or is_one_signing(happening, draft, world):
        return True
    if _led_by(happening, draft, world) or _is_headed(happening, draft, world):
        return True
    return _leads_them(happening, draft, world) or is_one_delegation(happening, draft, world)


def _hands_on(happening: Happening, draft: Draft) -> bool:
    """축전을 보내시였다. 축전은 11일 대사가 외무성에 전하였다: one letter, sent and given."""
    return draft.taken_up and draft.frame.mode == "letter" and happening.distance(draft) == 1


def _goes_on(happening: Happening, draft: Draft) -> bool:
    """열병식을 열었다. 열병식에는 총리가 참석했다: told on without a day and place of its own."""
    held = draft.frame.id == "ceremony" and happening.drafts[0].frame.id == "ceremony"
    untold = draft.date is None and draft.place is None
    if draft.frame.id == "reception-attended" and happening.drafts[0].frame.mode == "reception":
        # 연회를 마련하였다. … 연회에는 대사가 참가하였다: who came to the one just told of
        return untold and not draft.recalled and happening.distance(draft) <= _NEAR
    return held and untold and happening.distance(draft) == 1


def _visits_as_state(happening: Happening, draft: Draft, world: World) -> bool:
    """서기장이 평양에 왔다. 베트남 지도자의 방북은: an unnamed visitor is the one just told of."""
    if draft.frame.mode != "visit" or draft.told or draft.date is not None:
        return False
    source = ParticipantRole.SOURCE
    here, there = (_states_by_role(r, world)[source] for r in (happening.roles, draft.roles))
    unnamed = [n for n, role in draft.roles.items() if role is source]
    states = all(world.kind_of(name) is ActorKind.STATE for name in unnamed)
    return bool(unnamed) and states and here == there and happening.distance(draft) <= _NEAR


def _led_by(happening: Happening, draft: Draft, world: World) -> bool:
    """대표단이 10일 중국에 갔다. 부사장이 이끄는 대표단이 떠났다: told on with who leads it."""
    if draft.frame.mode != "visit" or draft.recalled or happening.distance(draft) > 1:
        return False
    if any(d.recalled for d in happening.drafts) or draft.date is not None:
        return False
    here, there = (_states_by_role(r, world) for r in (happening.roles, draft.roles))
    source, target = ParticipantRole.SOURCE, ParticipantRole.TARGET
    one = here[source] == there[source] and len(here[source] - {None}) == 1
    unnamed = _kinds_of(happening.roles, source, world) == {ActorKind.STATE}
    person = _kinds_of(draft.roles, source, world) == {ActorKind.PERSON}
    return one and unnamed and person and bool(here[target]) and here[target] == there[target]


def _is_headed(happening: Happening, draft: Draft, world: World) -> bool:
    """가람국 특사단이 평양을 찾았다. 김 실장이 이끄는 특사단은 5일 …: the lead, then who led it.

    A state's people in a lead without a day, and right behind it those who went, with the day.
    """
    lead = happening.date is None and all(d.sentence <= _LEAD for d in happening.drafts)
    if draft.frame.mode not in _OF_DELEGATIONS or not lead or draft.date is None:
        return False
    if draft.recalled or happening.distance(draft) > _BEHIND_LEAD:
        return False
    rest = set(happening.roles) - set(draft.roles)
    led = set(draft.roles) - set(happening.roles)
    people = all(world.kind_of(name) is ActorKind.PERSON for name in led)
    states = all(world.kind_of(name) is ActorKind.STATE for name in rest)
    played = {happening.roles[name] for name in rest} == {draft.roles[name] for name in led}
    one = {world.state_of(name) for name in led} == rest
    return bool(rest and led) and people and states and played and one


def _kinds_of(roles: Roles, role: ParticipantRole, world: World) -> set[ActorKind | None]:
    return {world.kind_of(name) for name, played in roles.items() if played is role}


def _leads_them(happening: Happening, draft: Draft, world: World) -> bool:
    """외무성 대표단이 방북했다. 부상을 단장으로 하는 대표단이 왔다: who leads them comes next."""
    if draft.frame.mode != "visit" or happening.distance(draft) > 1:
        return False
    source, target = ParticipantRole.SOURCE, ParticipantRole.TARGET
    kinds = [_kinds_of(roles, source, world) for roles in (happening.roles, draft.roles)]
    if kinds != [{ActorKind.ORGANISATION}, {ActorKind.PERSON}]:
        return False
    here, there = (_states_by_role(r, world) for r in (happening.roles, draft.roles))
    own = here[source] == there[source] and None not in here[source]
    return own and here[target] == there[target]


def _shared_by_organs(happening: Happening, draft: Draft, world: World) -> float:
    """정부는 개인 넷을 지정했다. 외교부는 … 지정한다고: sources of one state, near in the text."""
    if happening.distance(draft) > _NEAR:
        return 0.0
    here, there = (_states_by_role(roles, world) for roles in (happening.roles, draft.roles))
    source, target = ParticipantRole.SOURCE, ParticipantRole.TARGET
    one = bool(here[source]) and here[source] == there[source] and None not in here[source]
    unsaid = {None} if draft.frame.type == "SANCTION" else set()  # a bank: whose it is need not be
    hit = [states - unsaid for states in (here[target], there[target])]
    apart = hit[0] and hit[1] and not hit[0] & hit[1]
    people = {n for n in {*happening.roles, *draft.roles} if world.kind_of(n) is ActorKind.PERSON}
    if draft.frame.type in UTTERANCES and len(people - _common(happening, draft)) > 1:
        return 0.0  # what two people say are two
    return 1.0 if one and not apart else 0.0


def _done_to_their_people(happening: Happening, draft: Draft, world: World) -> bool:
    """미국 학생을 석방했다. 미국 학생 홍길산을 석방했다: to whom, by the state, then by name."""
    if draft.frame.type not in _TO_PEOPLE or happening.distance(draft) > _NEAR:
        return False
    sources = [_sources(roles) for roles in (happening.roles, draft.roles)]
    if not sources[0] or sources[0] != sources[1] or is_recalled(happening, draft):
        return False
    target = ParticipantRole.TARGET
    here, there = (_states_by_role(r, world)[target] for r in (happening.roles, draft.roles))
    kinds = [_kinds_of(roles, target, world) for roles in (happening.roles, draft.roles)]
    one_by_name = {ActorKind.STATE} in kinds and {ActorKind.PERSON} in kinds
    return one_by_name and (here == there or {None} in (here, there))


def _common(happening: Happening, draft: Draft) -> set[str]:
    return set(happening.roles) & set(draft.roles)


def _states_by_role(roles: Roles, world: World) -> dict[ParticipantRole, set[str | None]]:
    return {
        role: {world.state_of(name) for name, played in roles.items() if played is role}
        for role in ParticipantRole
    }


def _stands_for(happening: Happening, draft: Draft, world: World) -> bool:
    """Whether states may stand for people: on one day, or in a later mention without a date."""
    if happening.date is not None and draft.date is not None:
        return happening.date == draft.date
    if happening.date is None and draft.date is not None and not draft.recalled:
        # 양국이 회의를 열었다. 15일 열린 회의에는 두 장관이 참석했다: the lead, then who and when
        return happening.distance(draft) == 1 and _all_states(happening.roles, world)
    if draft.caption and draft.date is None and draft.frame.mode == "sign":
        # 두 나라가 의정서에 서명했다. [의정서를 교환하는 두 장관]: the picture is of what is told
        return _all_states(happening.roles, world)
    if happening.date is None and draft.date is None and _tells_who(happening, draft):
        # 두 나라가 협정을 맺었다고 통신이 전했다. 두 장관이 서명했다고 전했다: the lead, then who
        return happening.distance(draft) == 1 and _all_states(happening.roles, world)
    if draft.told and (draft.main or draft.recalled or happening.distance(draft) > _NEAR):
        return False
    # 두 정상이 회담했다. 북중 정상회담이 끝난 뒤: gone back to on the way to what came after
    return draft.date is None and _all_states(draft.roles, world)


def _tells_who(happening: Happening, draft: Draft) -> bool:
    """A signing; or a meeting that the lead of the page tells of, in the sentence behind it."""
    lead = all(d.sentence <= _LEAD for d in happening.drafts) and draft.main
    later = draft.recalled or draft.follows is not None
    meeting = draft.frame.mode == "meeting" and draft.told and lead and not later
    return draft.frame.mode == "sign" or meeting


def _agreed_then(happening: Happening, draft: Draft) -> bool:
    """남북은 4일 연결에 합의했다. 두 국장은 착공에 합의했다: one agreement, on one day."""
    agreed = draft.frame.type == "AGREE" and draft.frame.mode is None
    one_day = happening.date is not None and happening.date == draft.date
    return agreed and one_day and happening.distance(draft) <= 1


def _sat_for_them(happening: Happening, draft: Draft, world: World) -> bool:
    """두 나라는 4일 회담했다. 두 대사는 회담에서 논의했다: told on right behind, without a day."""
    later = draft.recalled or draft.follows is not None or draft.date is not None
    if later or happening.date is None or draft.frame.id not in _AT_TALKS:
        return False
    held = happening.status is draft.status is Status.OCCURRED
    return held and happening.distance(draft) == 1 and _all_states(happening.roles, world)


def _all_states(roles: Roles, world: World) -> bool:
    return all(world.kind_of(name) is ActorKind.STATE for name in roles)
