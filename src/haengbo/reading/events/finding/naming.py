"""Which actors a phrase names, and where in it.

A name counts as the phrase's own when it stands at its end: of ``러시아 국방장관의 방문`` the
end is no name. Lists are taken together (최선희와 라브로프가).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.interrupted import member_before
from haengbo.reading.events.finding.offices import is_office_of_each
from haengbo.reading.events.finding.within import in_row, inside, tied_to, without_gloss
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.world import World

_SEVERAL = 2
#: Syllables of the shortest name that a body of no pack may have.
_NAME = 3
#: 관광객 180명, 선수 3천여 명, 선수단 2진 150여 명, 선수단 2진.
COUNTED = re.compile(r"\s?(?:\d{1,2}진|(?:\d{1,2}진\s)?[\d,.여천백만]{1,8}\s?명)\Z")
#: 최선희·왕이 회담.
_DOTS = ("·", "ㆍ", "‧", "・")
#: 총재 등 12명이, 김아무개(46) 씨 등 두 명이.
_OTHERS = re.compile(r"(?:\(\d{1,3}\))?(?:\s?씨)?\s등\s")
#: 3국 외교차관, 양국 정상.
_SO_MANY = re.compile(r"\A(?:\d개?국|[양삼]국|[두세] 나라)\s")
#: 외무성 유럽담당 국장: words of an office inside a body.
_DESK = 2
#: 몽골 외교장관 [등]과.
_AND_MORE = " 등"
_IN_CHARGE = ("담당", "주재", "전담")
#: 외교 부장: an office of two words and no name.
_SHORT_OFFICE = 5
#: 외교부[장], 국방부[장].
_CHIEF = "장"
#: 외무상과 [중국의] 부장이.
_REALMS = {ActorKind.STATE, ActorKind.PLACE}
_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}


def heads(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """Mentions at the end of a phrase; both members of a compound (북러)."""
    known = clauses.named.get(id(phrase))
    if known is None or known[0] is not phrase:
        known = clauses.named[id(phrase)] = (phrase, _heads(clauses, phrase))
    return known[1]


def _heads(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    found = without_gloss(clauses, inside(clauses, phrase))
    if not found:
        return _by_second_title(clauses, phrase) or _office_of_owners(clauses, phrase)
    tied = () if _names_person(found) else _by_title_tied(clauses, phrase)
    if tied:
        return tied
    joint = _joint(clauses, phrase, found) or _office_of_several(clauses, phrase, found)
    if joint:
        return joint
    last = _before_and_others(clauses, phrase, found) or max(m.span.end for m in found)
    rest = clauses.document.text[last : phrase.span.end].strip(" )’'\"”》]")
    if (
        last < phrase.span.end
        and rest
        and not rest.startswith(("(", "[", "등 "))
        and clauses.words.tails.fullmatch(rest) is None
    ):
        return _by_second_title(clauses, phrase)
    if row := in_row(clauses, phrase, found, last):
        return row
    return tied_to(clauses, found, tuple(m for m in found if m.span.end == last))


def _joint(clauses: Clauses, phrase: Phrase, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """한일 외교장관이, 북러 정상이: of several at once nobody is named but the states."""
    states = [m for m in found if m.kind is ActorKind.STATE and m.rule == "compound"]
    end = max((m.span.end for m in states), default=phrase.span.end)
    # 한미일 합참의장이: the short name of a body is part of the office
    if len(states) < _SEVERAL or any(m.span.start < end for m in found if m not in states):
        return ()
    rest = clauses.document.text[end : phrase.span.end].strip()
    rest = _SO_MANY.sub("", rest)  # 한미일 3국 외교차관이
    if any(m.span.start >= end and m.kind is ActorKind.PERSON for m in found):
        return ()
    return tuple(states) if is_office_of_each(clauses.words, rest) else ()


def _office_of_several(
    clauses: Clauses, phrase: Phrase, found: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """한국과 미국, 일본 외교장관이: the office is that of every state in the list."""
    if len(found) != 1:
        return ()
    rest = clauses.document.text[found[0].span.end : phrase.span.end].strip()
    position = clauses.place_of(phrase)
    if is_office_of_each(clauses.words, rest):
        return found if _ends_with_state(clauses, position - 1) else ()
    # 라오스, 몽골, 가나 대사가: of three there is no doubt; 북한, 라오스 대사 추방: a headline
    title = gazetteer(clauses.document.knowledge).title_in(rest.removesuffix("들"))
    several = _ends_with_state(clauses, position - 1) and _ends_with_state(clauses, position - 2)
    return found if title is not None and several else ()


def _ends_with_state(clauses: Clauses, position: int) -> bool:
    """북한과, 북한,: whether a member of a list that is a state stands there."""
    before = clauses.items[position] if position >= 0 else None
    if not isinstance(before, Phrase) or "의" in before.particles[1:]:
        return False
    listed = before.case is Case.WITH or (before.case is Case.BARE and before.comma)
    states = [m for m in inside(clauses, before) if m.kind is ActorKind.STATE]
    return listed and bool(states) and states[-1].span.end == before.span.end


def _office_of_owners(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """한국과 러시아의 외교차관이: the office of both states, of which it is told in one word."""
    position = clauses.place_of(phrase)
    before = clauses.items[position - 1] if position else None
    if not is_office_of_each(clauses.words, clauses.text(phrase.span)):
        return ()
    if not isinstance(before, Phrase) or before.case is not Case.GENITIVE:
        return ()
    listed = list(all_heads(clauses, before))
    states = tuple(m for m in listed if m.kind is ActorKind.STATE)
    return states if len(states) >= _SEVERAL and len(states) == len(listed) else ()


def _by_second_title(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """시진핑 총서기, 국가주석은: the second title of whoever stands before the comma."""
    position = clauses.place_of(phrase)
    before = clauses.items[position - 1] if position else None
    if isinstance(before, Verb):
        return _by_title_tied(clauses, phrase)
    if before is None or not _leads_to_title(clauses, before, phrase):
        return ()
    title = gazetteer(clauses.document.knowledge).title_in(clauses.text(phrase.span))
    people = tuple(m for m in inside(clauses, before) if m.kind is ActorKind.PERSON)
    last = max((m.span.end for m in people), default=-1)
    whole = title is not None and (last == before.span.end or before.case is Case.WITH)
    return tuple(m for m in people if m.span.end == last) if whole else ()


def _names_person(found: tuple[Mention, ...]) -> bool:
    return any(m.kind is ActorKind.PERSON for m in found)


def _by_title_tied(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """왕이 정치국 위원[이자] 외교부장과: the second title of whoever stands before the copula."""
    place = clauses.place_of(phrase)
    before, copula = clauses.items[place - 2 : place] if place > 1 else (None, None)
    tied = isinstance(copula, Verb) and copula.lemma == "이다"
    tied = tied and isinstance(copula, Verb) and copula.tail.startswith(("자 ", "며 "))
    if not tied or not isinstance(before, Phrase) or before.case is not Case.BARE:
        return ()
    text, words = clauses.document.text, clauses.text(phrase.span).split()
    if text.startswith(("인 ", "이신 "), phrase.span.end) or not words:
        return ()  # 성당위 부서기이며 [성장인] 호옥정과: who it is follows
    title = gazetteer(clauses.document.knowledge).title_in(words[-1])
    people = [m for m in inside(clauses, before) if m.kind is ActorKind.PERSON]
    ends = [m for m in people if m.span.end == before.span.end]
    return tuple(ends) if title is not None else ()


def _leads_to_title(clauses: Clauses, before: Phrase, phrase: Phrase) -> bool:
    """총서기, 국가주석은; 코즐로프 러시아 극동 및 북극개발부 장관이: one person, one title."""
    if before.case is Case.BARE:
        return before.comma
    between = clauses.document.text[before.span.end : phrase.span.start].strip()
    people = [m for m in inside(clauses, before) if m.kind is ActorKind.PERSON]
    if before.case is not Case.WITH or between != "및" or len(people) != 1:
        return False
    # the person's title has not been told yet: 외무상 및 북극개발부 장관이 are two
    behind = clauses.document.text[people[0].span.end : before.span.end].strip()
    named = " " in clauses.text(people[0].span).strip()
    titled = gazetteer(clauses.document.knowledge).title_in(clauses.text(people[0].span))
    return bool(behind) and named and titled is None


def _before_and_others(clauses: Clauses, phrase: Phrase, found: tuple[Mention, ...]) -> int | None:
    """외무상 등 북측 관계자와: where the last one named ends, whoever the others are."""
    text = clauses.document.text
    ends = [m.span.end for m in found if _OTHERS.match(text, m.span.end, phrase.span.end)]
    return max(ends, default=None)


def begins_pair(clauses: Clauses, phrase: Phrase) -> bool:
    """[북한과] 유럽연합의 협력에 대해: the first of two owners, not with whom."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    second = behind[0] if behind else None
    pair = isinstance(second, Phrase) and second.case is Case.GENITIVE
    return phrase.case is Case.WITH and pair


def stands_beside(clauses: Clauses, phrase: Phrase) -> bool:
    """일본, 한국과 함께 북한을: who acts as well, no member of the list that follows."""
    position = clauses.place_of(phrase)
    while phrase.case is Case.BARE and phrase.comma and position + 1 < len(clauses.items):
        position += 1
        following = clauses.items[position]
        if not isinstance(following, Phrase):
            return False
        phrase = following
    if phrase.case is not Case.WITH:
        return False
    after = clauses.document.text[phrase.span.end + 1 : phrase.span.end + 5].lstrip()
    return after.startswith(("함께", "더불"))


def seated_in(clauses: Clauses, acting: Iterable[Phrase], world: World) -> Iterator[str]:
    """키이우는 은행가를 명단에 올렸다: a capital that acts is its state."""
    for place in (m for phrase in acting for m in heads(clauses, phrase)):
        state = world.state_of(place.name)
        capital = place.name in clauses.words.words["capitals"]
        if capital and state is not None and world.kind_of(state) is not None:
            yield state


def acts(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who acts; a medium only reports."""
    return any(m.kind in _ACTING for m in heads(clauses, phrase)) or _speaks(clauses, phrase)


def _speaks(clauses: Clauses, phrase: Phrase) -> bool:
    """외무성 대변인은: for a body that is named."""
    spokesman = clauses.text(phrase.span).endswith(clauses.words.words["spokesmen"])
    return spokesman and any(m.kind is ActorKind.ORGANISATION for m in inside(clauses, phrase))


def all_heads(clauses: Clauses, phrase: Phrase) -> Iterator[Mention]:
    """Heads of a phrase and of each member of its list: 최선희와 라브로프가 → both."""
    for member in coordinated(clauses, phrase):
        yield from heads(clauses, member)


def coordinated(clauses: Clauses, phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase with the members of its list before it: 최선희와 라브로프가 → both.

    Of 한미일을 비롯한 14개국은 those are named that stand before 비롯한.
    """
    items = clauses.items
    position = clauses.place_of(phrase)
    group = [phrase]
    said = first = False
    apart = stands_beside(clauses, phrase)  # 주석, 대통령과 함께: the whole list stands beside
    while position:
        position -= 1
        item = items[position]
        if not isinstance(item, Phrase):
            if said and item.lemma == "이다" and item.tail.startswith("며 "):
                continue  # 정치국 [위원이며] 부위원장들인 홍길산동지
            before = _person_before_clause(clauses, position, group[0])
            if before is None:
                break
            position = clauses.place_of(before)
            group.insert(0, before)
            continue
        if _says_who(clauses, item) or (said and item.case is Case.GENITIVE):
            said = True
            continue  # 총리와 그의 여동생[인] 부부장이
        if _says_whose(clauses, item, group[0]) or _says_what_else(clauses, item, position):
            continue  # 북한의 외무상과 [중국의] 부장이
        beside = item.case is Case.WITH and "의" not in item.particles[1:]
        among = item.case is Case.AMONG and _may_lead(clauses, item, group)
        joined = beside or among or (item.case is Case.BARE and item.comma)
        joined = joined or _is_said_to_be(clauses, item) or _goes_on(clauses, item)
        first = first or among  # 위원장, 부장을 비롯한 일군들이: the list leads to 비롯한
        if joined and not heads(clauses, item) and _is_passed_over(clauses, item, group[0]):
            continue  # 홍길산동지, [관계부문 일군들], 대사관 성원들이
        alike = _officials_alike(clauses, item, group[0])
        named = bool(heads(clauses, item)) or alike
        if not joined or not named or (not apart and stands_beside(clauses, item)):
            break
        if (
            item.case is Case.BARE
            and not (first or alike or heads(clauses, phrase))
            and not _and_others(clauses, phrase)
        ):
            break
        group.insert(0, item)
    return tuple(group)


def _person_before_clause(clauses: Clauses, position: int, member: Phrase) -> Phrase | None:
    """[장관과] 그를 수행한 국장을: the person of a list before a clause about the next."""
    at = member_before(clauses, position)
    before = clauses.items[at] if at is not None else None
    if not isinstance(before, Phrase):
        return None
    kinds = [{m.kind for m in heads(clauses, p)} for p in (before, member)]
    return before if all(k == {ActorKind.PERSON} for k in kinds) else None


def _goes_on(clauses: Clauses, phrase: Phrase) -> bool:
    """외무상과 예술단 성원들 [그리고] 대사를: a list whose last comma is a word."""
    bare = phrase.case is Case.BARE and not phrase.comma
    return bare and clauses.document.text.startswith(" 그리고 ", phrase.span.end)


def _and_others(clauses: Clauses, phrase: Phrase) -> bool:
    """가나, 이름 모를 나라 등 세 나라를: the list goes on to others, whoever the last one is.

    So does 위원장 홍길산동지, 관계부문 일군들이.
    """
    text = clauses.text(phrase.span)
    return " 등 " in text or text.endswith((" 등", *clauses.words.words["and-others"]))


def _is_passed_over(clauses: Clauses, item: Phrase, member: Phrase) -> bool:
    """Whether a member that names nobody we know ends no list: [관계부문 일군들], [한별 실장]."""
    return _and_others(clauses, item) or _is_stranger(clauses, item, member)


def _is_stranger(clauses: Clauses, item: Phrase, member: Phrase) -> bool:
    """부장과 [한별 실장], 국장을; 별무역과 [달상사], 해은행을: of no pack, between two that are."""
    position = clauses.place_of(item)
    before = clauses.items[position - 1] if position else None
    if not isinstance(before, Phrase) or not (
        before.case is Case.WITH or (before.case is Case.BARE and before.comma)
    ):
        return False
    kinds = [{m.kind for m in heads(clauses, p)} for p in (before, member)]
    *name, last = clauses.text(item.span).split()
    if kinds == [{ActorKind.PERSON}] * _SEVERAL:
        return bool(name) and gazetteer(clauses.document.knowledge).title_in(last) is not None
    work = last in clauses.words.verbal or clauses.words.noun_ending(last) is not None
    plain = not name and len(last) >= _NAME and not clauses.says_when(item)
    return kinds == [{ActorKind.ORGANISATION}] * _SEVERAL and plain and not work


def _says_who(clauses: Clauses, phrase: Phrase) -> bool:
    """총비서의 [여동생]인 부부장: what stands before a name and says who that is."""
    bare = phrase.case is Case.BARE and not phrase.comma and not heads(clauses, phrase)
    return bare and clauses.document.text.startswith(("인 ", "이며 "), phrase.span.end)


def _is_said_to_be(clauses: Clauses, phrase: Phrase) -> bool:
    """[홍길산 협회장]인 위원회 부위원장, …: a person of a list, and behind 인 what else he is."""
    named = any(m.kind is ActorKind.PERSON for m in heads(clauses, phrase))
    bare = phrase.case is Case.BARE and not phrase.comma
    return bare and named and clauses.document.text.startswith("인 ", phrase.span.end)


def _officials_alike(clauses: Clauses, item: Phrase, member: Phrase) -> bool:
    """네팔 대통령, 라오스 국가주석이: whoever holds the office of one state beside another's."""
    mine, others = unnamed_official(clauses, item), unnamed_official(clauses, member)
    states = {m.name for m in (*mine, *others) if m.kind is ActorKind.STATE}
    return bool(mine and others) and len(states) == _SEVERAL


def _says_what_else(clauses: Clauses, phrase: Phrase, position: int) -> bool:
    """홍길산 협회장인 [위원회 부위원장], …: the other office of whom a list names before it."""
    before = clauses.items[position - 1] if position else None
    said = isinstance(before, Phrase) and _is_said_to_be(clauses, before)
    return said and not any(m.kind is ActorKind.PERSON for m in heads(clauses, phrase))


def _says_whose(clauses: Clauses, owner: Phrase, member: Phrase) -> bool:
    """외무상과 [중국의] 부장이: of which state a person in a list of people is."""
    position = clauses.place_of(owner)
    before = clauses.items[position - 1] if position else None
    if owner.case is not Case.GENITIVE or not isinstance(before, Phrase):
        return False
    if clauses.items[position + 1] is not member:
        return False
    joined = before.case is Case.WITH or (before.case is Case.BARE and before.comma)
    people = all(
        any(m.kind is ActorKind.PERSON for m in heads(clauses, p)) for p in (before, member)
    )
    return joined and people and all(m.kind in _REALMS for m in heads(clauses, owner))


def _may_lead(clauses: Clauses, first: Phrase, group: list[Phrase]) -> bool:
    """외무상을 비롯한 외무성 일군들이, 한미일을 비롯한 14개국은: who is named of those.

    A list may follow, too: 비서를 비롯한 부장, 외무상이.
    """
    kinds = {m.kind for m in heads(clauses, group[0])}
    person = any(m.kind is ActorKind.PERSON for m in heads(clauses, first))
    several = len(group) > 1
    return not kinds or (person and (several or ActorKind.PERSON not in kinds))


def places_listed_before(clauses: Clauses, phrase: Phrase) -> tuple[Phrase, ...]:
    """몽골과 베트남, 라오스 방문: states and places in the list before a phrase."""
    group: list[Phrase] = []
    for item in reversed(clauses.items[: clauses.place_of(phrase)]):
        if not isinstance(item, Phrase):
            break
        joined = item.case is Case.WITH or (item.case is Case.BARE and item.comma)
        kinds = {m.kind for m in heads(clauses, item)}
        if not joined or not kinds or not kinds <= {ActorKind.STATE, ActorKind.PLACE}:
            break
        group.insert(0, item)
    return tuple(group)


def tied_before(clauses: Clauses, phrase: Phrase) -> tuple[Phrase, ...]:
    """외무상·장관 회담, 주석·총비서·대통령 회담: whom dots tie to the first name of a phrase."""
    group: list[Phrase] = []
    start = phrase.span.start
    for item in reversed(clauses.items[: clauses.place_of(phrase)]):
        tie = clauses.document.text[item.span.end : start].strip()
        if not isinstance(item, Phrase) or tie not in _DOTS or not acts(clauses, item):
            break
        group.insert(0, item)
        start = item.span.start
    return tuple(group)


def unnamed_official(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """새로 부임한 쿠바 대사를, 몽골 외교장관에게: the state of whom the page gives no name."""
    named = _without_own_body(clauses, phrase, _without_seat(clauses, inside(clauses, phrase)))
    states = [m for m in named if m.kind in {ActorKind.STATE, ActorKind.ORGANISATION}]
    if len(states) != 1 or len(named) > 1 or heads(clauses, phrase):
        return ()
    rest = clauses.document.text[states[0].span.end : phrase.span.end].removesuffix(_AND_MORE)
    rest = _without_new(clauses, rest)
    if rest.startswith(_IN_CHARGE):
        return ()  # 미국 담당 부상: of whom he is in charge
    title = gazetteer(clauses.document.knowledge).title_in(rest.replace(" ", ""))
    longest = 1 if states[0].kind is ActorKind.STATE else _DESK
    # 중국 외교 부장: now and then a short title is written in two words
    short = len(rest.split()) <= longest + (len(rest) <= _SHORT_OFFICE)
    return tuple(states) if title is not None and short else ()


def _without_own_body(
    clauses: Clauses, phrase: Phrase, named: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """중국 외교부장: the body that the office is cut from is nobody beside the state."""
    last = max(named, key=lambda m: m.span.end, default=None)
    if last is None or last.kind is not ActorKind.ORGANISATION:
        return named
    if clauses.document.text[last.span.end : phrase.span.end] != _CHIEF:
        return named
    whose = (
        m for m in clauses.document.mentions_in(phrase.span) if m.span.start == last.span.start
    )
    return tuple(m for m in whose if m.kind is ActorKind.STATE)[:1] or named


def _without_seat(clauses: Clauses, named: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """북한 주재 몽골 대사: whose envoy it is, not where the envoy sits."""
    text = clauses.document.text
    posted = len(named) > 1 and text[named[0].span.end : named[1].span.start].strip() == "주재"
    return named[1:] if posted else named


def _without_new(clauses: Clauses, title: str) -> str:
    """쿠바 신임 대사: that somebody is new is no part of the title."""
    first, _, rest = title.strip().partition(" ")
    return rest if rest and first in clauses.words.words["new-in-office"] else title.strip()


def staff_of(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """외무성 당국자들을 만났다: the state or body whose people they are."""
    named = inside(clauses, phrase)
    if len(named) != 1 or named[0].kind not in {ActorKind.STATE, ActorKind.ORGANISATION}:
        return ()
    rest = clauses.document.text[named[0].span.end : phrase.span.end].strip()
    rest = f"당국{rest}" if rest.startswith("자") else rest  # [북한 당국]자들
    return named if rest.removesuffix("들") in clauses.words.words["unnamed-officials"] else ()


def mission(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """평양의 러시아대사관을 찾았다: the state whose mission it is."""
    if not clauses.text(phrase.span).endswith(clauses.words.words["missions"]):
        return ()
    return tuple(m for m in inside(clauses, phrase) if m.kind is ActorKind.STATE)[-1:]


def venue_of(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """하노이의 한 호텔에, 워싱턴 인근 덜레스 공항에: where the house or airport stands."""
    if not clauses.text(phrase.span).endswith(clauses.words.venues):
        return ()
    position = clauses.place_of(phrase)
    before = clauses.items[position - 1] if position else None
    around = inside(clauses, phrase)
    if isinstance(before, Phrase) and before.case is Case.GENITIVE:
        around = (*inside(clauses, before), *around)
    return tuple(m for m in around if m.kind in {ActorKind.PLACE, ActorKind.STATE})[-1:]
