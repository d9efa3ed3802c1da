"""The time before this one: 방북은 2000년 7월 이후 24년 만이다.

Comes in: a ``Draft`` and its sentence. Goes out: a draft of the same people at the time that the
sentence counts from, if it counts from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole, Status, TimeExpression
from haengbo.model.span import Span
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: 2000년 7월 이후 24년 만: what stands right behind the expression counted from.
_COUNTED = re.compile(
    r"(?P<at>(?:\s?[가-힣]{2,8}){0,2})\s?(?:이후|이래)"
    r"(?:[^.]{1,14}만(?:이다|에|의|이며|으로|입니다)|\s?(?:처음|[가-힣]{1,4} 번째))"
)
#: 지난달 22일 방사포를 쏜 이후 25일 만, 23일 미사일을 쏜 지 8일 만: the act stands between.
_COUNTED_FROM_ACT = re.compile(
    r"(?P<act>.{0,60}?)\s?(?:이후|이래|지)\s?(?:약 |꼭 )?"
    r"(?:\d{1,2}년 )?[\d가-힣]{1,5}\s?[가-힣]{0,3}\s?만"
)
#: 2007년 농득마인 당시 서기장 이후 18년 만: who came then stands between;
#: 2007년 서기장 이후, 봉쇄 뒤로는 처음.
_COUNTED_FROM_WHOM = re.compile(
    r"(?P<who>.{2,30}?)\s?(?:이후|이래|에 이어)(?:,\s[^.,]{2,20}로는)?\s?"
    r"(?:처음|[두세네]\s?번째|(?:약 |꼭 )?(?:\d{1,2}년 )?[\d가-힣]{1,5}\s?[가-힣]{0,3}\s?만)"
)
#: 소련을 방문한.
_TAKEN = re.compile(r"[을를]\s")
#: 지난 3월과 5월에 이어 올해 세 번째, 지난 3월 방북에 이어 두 번째.
_FOLLOWED = re.compile(
    r"(?:\s?(?:방문|방북|방러|방중|방한|방미|회담|만남|회동))?에 이어\s[^.,]{0,20}?"
    r"(?:[두세네]|다섯|여섯|\d{1,2})\s?(?:번째|차례)"
)
#: 5일[에 이어 ]11일에도.
_ALSO_THEN = re.compile(r"에 이어\s(?:또\s|다시\s)?")
#: 쏜 지, 쏜 이후.
_EVER_SINCE = ("ᆫ 지 ", "은 지 ", "ᆫ 이후 ", "은 이후 ", "ᆫ 이래 ", "은 이래 ")
_SOON_COUNTED = re.compile(r"\s?(?:지|이후|이래)?\s?[^.,]{1,14}만")
#: 두 사람: the same two, whenever it was.
_PEOPLE = "사람"
#: What joins the times of a list.
_JOINS = {"과", "와", ",", "·", "및"}
_ACTS = {"ASSAULT", "COERCE", "MOBILIZE"}
_HELD = {"visit", "meeting", "letter", "phone"}
#: Modes of what may be counted from when somebody else came.
BY_OTHERS = frozenset({"visit", "multilateral"})
#: How stands what another time is counted from: 9월 방북은 2000년 이후 24년 만이다.
_COUNTING = {Status.OCCURRED, Status.PLANNED}


def before_this(clauses: Clauses, draft: Draft, world: World) -> Iterator[Draft]:
    """The earlier visit or meeting that the sentence counts the years from."""
    act = draft.frame.type in _ACTS
    if not (act or draft.frame.mode in _HELD) or draft.status not in _COUNTING:
        return
    yield from _followed(clauses, draft) if not act else _done_before(clauses, draft)
    for time in clauses.document.times_in(clauses.sentence.span):
        another = _by_another(clauses, time, draft) if not act else None
        if another is not None:
            yield another
        elif time.value != draft.date and _counts_from(clauses, time, draft):
            recalled = _recalled(_of_then(draft, clauses, world), clauses, time)
            yield replace(recalled, place=_place_then(clauses, time, draft) or recalled.place)


def by_others_before(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """대통령의 평양 방문은 2000년 6월 김대중 대통령 이후 두 번째다: whose is named, if not this."""
    for time in clauses.document.times_in(clauses.sentence.span):
        another = _by_another(clauses, time, draft)
        if another is not None:
            yield another


def _of_then(draft: Draft, clauses: Clauses, world: World) -> Draft:
    """두 나라 외교장관 회담은 2019년 이후 처음: the states then, whoever the two are today."""
    text = clauses.document.text
    named = {
        m.name
        for m in clauses.document.mentions_in(clauses.sentence.span)
        if m.name is not None and m.name[:1] in m.span.of(text)
    }
    people = {n for n in draft.roles if world.kind_of(n) is ActorKind.PERSON}
    states = {world.state_of(n) or n: role for n, role in draft.roles.items()}
    apart = len(states) == len(draft.roles) > 1
    unnamed = people and not people & named and _says_no_name(clauses, draft)
    return replace(draft, roles=states) if apart and unnamed else draft


def _says_no_name(clauses: Clauses, draft: Draft) -> bool:
    """외교장관 회담은, 장관급 인사가 찾은 것은: not the two, nor him, but any such people."""
    if draft.frame.mode == "visit":
        return any(_is_any_visitor(clauses, i) for i in clauses.items if isinstance(i, Phrase))
    told = clauses.text(clauses.sentence.span)
    same = any(word in told for word in clauses.words.words["they"] if word.endswith(_PEOPLE))
    return draft.frame.mode == "meeting" and not same


def _is_any_visitor(clauses: Clauses, phrase: Phrase) -> bool:
    """라오스 장관급 인사가, 라오스 총리의: whoever holds an office, and no name."""
    if phrase.case not in {Case.SUBJECT, Case.TOPIC, Case.GENITIVE}:
        return False
    unnamed = all(m.kind is not ActorKind.PERSON for m in inside(clauses, phrase))
    return unnamed and clauses.text(phrase.span).endswith(clauses.words.words["unnamed-visitors"])


def is_counted_from(clauses: Clauses, trigger: Trigger) -> bool:
    """12일 미사일을 쏜 지 일주일 만: what the time is counted from is another one."""
    verb = trigger.verb
    if verb is None or trigger.noun or not verb.tail.startswith(_EVER_SINCE):
        return False
    behind = clauses.document.text[verb.span.end : clauses.sentence.span.end]
    return _SOON_COUNTED.match(behind) is not None


def _done_before(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """5일에 이어 11일에도 쏘았다: done on the day before as well."""
    dated = draft.dated
    if dated is None or not draft.told or not dated.own:
        return
    end = dated.time.span.start
    for time in clauses.document.times_in(clauses.sentence.span):
        if time.span.end < end and _ALSO_THEN.fullmatch(clauses.document.text, time.span.end, end):
            yield replace(_recalled(draft, clauses, time), place=None)


def _followed(clauses: Clauses, draft: Draft) -> Iterator[Draft]:
    """방북은 지난 3월과 5월에 이어 세 번째다: one for each time that went before."""
    times = tuple(clauses.document.times_in(clauses.sentence.span))
    text, end = clauses.document.text, clauses.sentence.span.end
    last = next((n for n, t in enumerate(times) if _FOLLOWED.match(text, t.span.end, end)), None)
    while last is not None and last >= 0:
        if times[last].value != draft.date:
            yield _recalled(draft, clauses, times[last])
        gap = text[times[last - 1].span.end : times[last].span.start].strip() if last else ""
        last = last - 1 if gap in _JOINS else None


def _by_another(clauses: Clauses, time: TimeExpression, draft: Draft) -> Draft | None:
    """서기장의 방북은 2007년 농득마인 당시 서기장 이후 18년 만이다: the visit of another."""
    text = clauses.document.text[time.span.end : clauses.sentence.span.end]
    found = _COUNTED_FROM_WHOM.match(text)
    if found is None or draft.frame.mode not in BY_OTHERS:
        return None
    between = Span(time.span.end, time.span.end + found.end("who"))
    if _TAKEN.search(found["who"]):
        return None  # 부장이 소련을 방문한 이래: that tells of it by itself
    if clauses.words.noun_ending(found["who"].replace(" ", "")) is not None:
        return None  # 같은 해 6월 주석의 평양 방문 이후: where that one went is said
    people = {m.name for m in clauses.document.mentions_in(between) if m.kind is ActorKind.PERSON}
    if len(people) != 1 or clauses.document.times_in(between):
        return None
    return _recalled(replace(draft, roles=_roles_then(draft, people)), clauses, time)


def _roles_then(draft: Draft, people: set[str]) -> Roles:
    """Who came then, and to whom one comes: the state visited, or the body that meets."""
    if draft.frame.mode != "visit":
        return dict.fromkeys((*sorted(people), *draft.roles), ParticipantRole.PARTY)
    hosts = {n: role for n, role in draft.roles.items() if role is ParticipantRole.TARGET}
    return dict.fromkeys(people, ParticipantRole.SOURCE) | hosts


def _recalled(draft: Draft, clauses: Clauses, time: TimeExpression) -> Draft:
    return replace(
        draft,
        status=Status.OCCURRED,
        date=time.value,
        dated=None,
        place=draft.frame.place or _state_visited(draft),
        span=clauses.sentence.span,
        told=False,
        main=False,
        recalled=True,
    )


def _state_visited(draft: Draft) -> str | None:
    """북한을 찾은 것은 2019년 이후 처음: the state, if it is all that is said of where."""
    targets = {name for name, role in draft.roles.items() if role is ParticipantRole.TARGET}
    return draft.place if draft.frame.mode == "visit" and draft.place in targets else None


def _is_place(clauses: Clauses, time: TimeExpression, at: str) -> bool:
    """2019년 6월 평양 이후: nothing or a place stands between."""
    end = time.span.end + len(at)
    inside = clauses.document.mentions_in(Span(time.span.end, end))
    return not at.strip() or any(m.kind is ActorKind.PLACE and m.span.end == end for m in inside)


def _without_noun(clauses: Clauses, at: str, draft: Draft) -> str:
    """만난 것은 제네바 회담 이후: the place, without the noun of what it is counted from."""
    place, _, noun = at.rpartition(" ")
    frames = clauses.words.by_noun.get(noun, ()) if draft.frame.mode == "meeting" else ()
    return place if any(frame.mode == "meeting" for frame in frames) else at


def _place_then(clauses: Clauses, time: TimeExpression, draft: Draft) -> str | None:
    """2019년 6월 오사카 이후 6년 만: where it was then."""
    counted = _COUNTED.match(clauses.document.text, time.span.end, clauses.sentence.span.end)
    at = _without_noun(clauses, counted["at"], draft) if counted is not None else ""
    return at.strip() if at.strip() and _is_place(clauses, time, at) else None


def _is_described(clauses: Clauses, time: TimeExpression) -> bool:
    """[국경을 닫은] 2020년 1월: whether a clause right before a time says what happened then."""
    before = [i for i in clauses.items if i.span.end <= time.span.start][-1:]
    verb = before[0] if before else None
    return isinstance(verb, Verb) and verb.ending is Ending.ADNOMINAL


def _counts_from(clauses: Clauses, time: TimeExpression, draft: Draft) -> bool:
    """Whether days or years are counted from a time, or from what was done then."""
    text = clauses.document.text[time.span.end : clauses.sentence.span.end]
    if draft.frame.type not in _ACTS:
        if _is_described(clauses, time):
            return False  # 국경을 걸어 잠근 2020년 1월 이후 처음: what happened then is said
        counted = _COUNTED.match(text)
        at = _without_noun(clauses, counted["at"], draft) if counted is not None else ""
        return counted is not None and _is_place(clauses, time, at)
    found = _COUNTED_FROM_ACT.match(text)
    if found is None or time.value.count("/"):
        return False
    between = Span(time.span.end, time.span.end + found.end("act"))
    return not clauses.document.times_in(between)
