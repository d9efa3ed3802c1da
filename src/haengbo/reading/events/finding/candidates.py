"""A trigger and a case of the slots → the phrases that stand in that case.

Comes in: ``Clauses``, a ``Trigger`` and a case as the pack names it. Goes out: phrases in order
of the text. Subjects have a module of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.amid import came_together
from haengbo.reading.events.finding.bidding import bidden
from haengbo.reading.events.finding.delegations import leader_of
from haengbo.reading.events.finding.demands import demanded_of
from haengbo.reading.events.finding.describing import describer_of, last_before
from haengbo.reading.events.finding.letters import signers, written_to
from haengbo.reading.events.finding.modifiers import is_of_both
from haengbo.reading.events.finding.naming import heads, inside, stands_beside
from haengbo.reading.events.finding.sharing import TOLD, brought, shared, told_both
from haengbo.reading.events.finding.subjects import head_is_object, is_topic_taken
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_CASES = {
    "object": Case.OBJECT,
    "with": Case.WITH,
    "to": Case.TO,
    "at": Case.AT,
    "by": Case.BY,
    "from": Case.FROM,
    "about": Case.ABOUT,
    "for": Case.FOR,
    "through": Case.THROUGH,
}
#: Endings of what somebody sets out to do: 방문하기 위해, 방문하러, 방문할.
_AIMS = ("기 위하", "러 ", "려고", "고자", "고저", "ᆯ ")
#: 와 달라는, 오라는, 만나자는.
_WISHED = ("어 달 라는", "아 달 라는", "여 달 라는", "라는", "으라는", "자는")
#: 특사인 조명록: an office held for whoever stands before it.
_OFFICE_OF = re.compile(r"[가-힣]{2,8}인 ")
#: 의장에게, 의장 앞으로.
_ADDRESSED = {Case.TO, Case.BY}
#: 북한에 의해, 북한에 의하여.
_BY_WHOM = ("에 의해", "에 의하여", "에 의한")
#: Types of what is said to somebody.
_ADDRESSING = {"SUPPORT", "PROTEST", "THREATEN"}
_TO_WHOM = {("에",), ("에게",), ("께",)}
_SIDES = {ActorKind.PERSON, ActorKind.STATE}
_OTHER_SIDE = {Case.WITH, Case.TO}
_ACTING = {Case.SUBJECT, Case.TOPIC}
_ELSEWHERE = {Case.TO, Case.AT, Case.GENITIVE, Case.BY, Case.BARE}


def phrases_in(clauses: Clauses, trigger: Trigger, case: str) -> Iterator[Phrase]:
    """Phrases of the trigger that stand in a case."""
    find = _FINDERS.get(case)
    if find is not None:
        yield from find(clauses, trigger)
    elif case in {"relative", "sender", "addressee"}:
        yield from _relative(clauses, trigger, case)
        yield from came_together(clauses, trigger) if case == "relative" else ()
    else:
        found = _in_case(clauses, trigger, case)
        yield from (p for p in found if not _is_only_matter(clauses, trigger, p))
        if case == "about":
            yield from _answered_to(clauses, trigger)
        if case == "to":
            yield from _asked(clauses, trigger)
            yield from told_both(clauses, trigger)


def _in_case(clauses: Clauses, trigger: Trigger, case: str) -> Iterator[Phrase]:
    arguments = trigger.arguments
    own = list(arguments.own) if arguments is not None else []
    if trigger.listed:  # 총회 참석을 계기로 장관과 회담했다: with whom one met, not where
        own = [p for p in own if p.case is not Case.WITH or p.span.end <= trigger.span.start]
    own += [phrase for phrase in trigger.chain if phrase not in own]
    if trigger.relative is not None:
        own += [p for p in trigger.relative.own if p.case is Case.FOR]
        own += _partners(trigger, trigger.relative.own, _CASES[case])
    itself = trigger.chain[-1] if trigger.noun else None
    yield from (
        p
        for p in own
        if (p.case is _CASES[case] or _is_agent(clauses, p, case)) and p is not itself
        if case != "with" or p in trigger.chain or not _begins_pair(clauses, p)
    )
    head = arguments.head if arguments is not None else None
    if case == "object" and head is not None and head_is_object(trigger):
        yield head
    if case == "object":
        yield from _topic_taken(trigger, own)


def _is_only_matter(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """중국 문제와 관련해 러시아에 지지를 표명했다: the matter, where another is addressed."""
    if phrase.case is not Case.ABOUT or phrase in trigger.chain or trigger.arguments is None:
        return False
    if all(frame.type not in _ADDRESSING for frame in trigger.frames):
        return False
    behind = (p for p in trigger.arguments.own if p.span.start > phrase.span.start)
    told = (p for p in behind if p.case is Case.TO and p.particles[:1] in _TO_WHOM)
    return any(m.kind in _SIDES for p in told for m in heads(clauses, p))


def _partners(trigger: Trigger, described: tuple[Phrase, ...], case: Case) -> Iterator[Phrase]:
    """외무상이 부장과 가진 회담, 미국이 북한에 부과한 제재: with whom, on whom.

    Not 북한과 러시아를 잇는 다리의 연결식, where nobody acts; nor 총비서께 드리는 친서를 부장에게
    전달했다, where another verb says to whom.
    """
    if case is Case.TO and trigger.support is not None:
        return
    if case in _OTHER_SIDE and any(p.case is Case.SUBJECT for p in described):
        yield from (p for p in described if p.case is case)


def _answered_to(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """일본의 주장을 두고 거짓이라고 반박했다: what is rebutted stands before the words."""
    if trigger.noun or all(frame.type != "REJECT" for frame in trigger.frames):
        return
    own = trigger.arguments.own if trigger.arguments is not None else ()
    for item in reversed(clauses.items[: trigger.index]):
        if not isinstance(item, Phrase) or item in own or clauses.quote_of(item) is not None:
            continue
        rebutted = item.case in {Case.ABOUT, Case.OBJECT}
        if rebutted and clauses.text(item.span).startswith(_claims(clauses)):
            yield item
            return


def _claims(clauses: Clauses) -> tuple[str, ...]:
    return clauses.words.words["claims"]


def _is_agent(clauses: Clauses, phrase: Phrase, case: str) -> bool:
    """북한에 의해 나포됐다, 한국에 의해 석방됐다: who did it."""
    told = case in {"by", "from"} and phrase.case is Case.PER
    return told and clauses.document.text.startswith(_BY_WHOM, phrase.span.end)


def _topic_taken(trigger: Trigger, own: list[Phrase]) -> Iterator[Phrase]:
    """주재 대사관도 폐쇄했다: what 도 takes from its object, right before the verb."""
    if trigger.noun or any(p.case is Case.OBJECT for p in own):
        return
    yield from (p for p in own[-1:] if is_topic_taken(p))


def _asked(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """총리에게 힘써 줄 것을 요청했다: whom one asks stands left of what one asks for."""
    wish = next(reversed(clauses.items[: trigger.index]), None)
    if not isinstance(wish, Phrase) or wish.case is not Case.OBJECT:
        return
    if wish.tokens[0].tag != "NNB" and not _is_wish(clauses, wish):
        return
    before = [i for i in clauses.items[: trigger.index - 1] if isinstance(i, Phrase)]
    if sum(p.case in {Case.SUBJECT, Case.TOPIC} for p in before) > 1:
        return  # 한국은 북한이 미국에게 사과할 것을 요구했다
    yield from (p for p in before[::-1] if p.particles[:1] in TOLD)


def _askers(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """러시아가 요청한 병력을 보내는 데 동의했다: whose wish it was."""
    for position in range(trigger.index - 1, 0, -1):
        item = clauses.items[position]
        if not isinstance(item, Verb) or item.ending is not Ending.ADNOMINAL:
            continue
        if item.lemma in clauses.words.words["demanding"]:
            subject = last_before(clauses, position, Case.SUBJECT)
            yield from (subject,) if subject is not None else ()
            return


def _is_wish(clauses: Clauses, phrase: Phrase) -> bool:
    """주석에게 와 달라는 총비서의 뜻을 전했다: what somebody would have another do."""
    for item in reversed(clauses.items[: clauses.place_of(phrase)]):
        if isinstance(item, Verb):
            return item.ending is Ending.NOMINAL and item.tail.startswith(_WISHED)
        if item.case is not Case.GENITIVE:
            return False
    return False


def _begins_pair(clauses: Clauses, phrase: Phrase) -> bool:
    """최선희 외무상과 푸틴 대통령의 회동에 대해: of the two whose meeting it is the first."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    second = behind[0] if behind else None
    if not isinstance(second, Phrase) or second.case is not Case.GENITIVE:
        return False
    return all(any(m.kind is ActorKind.PERSON for m in heads(clauses, p)) for p in (phrase, second))


def _genitives(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    chain = list(trigger.chain[: -1 if trigger.noun else None])
    chain = [p for i, p in enumerate(chain) if not _owned(clauses, p, chain[i + 1 : i + 2])]
    if trigger.arguments is not None:
        chain += [p for p in trigger.arguments.own if _is_between(clauses, p)]
    yield from (p for p in chain if p.case is Case.GENITIVE or _is_between(clauses, p))
    yield from _owners_of_what_is_done(clauses, trigger)
    if trigger.noun and not any(p.case is Case.GENITIVE for p in chain):
        yield from _before_listed_places(clauses, trigger)
    yield from _before_greetings(clauses, trigger)


def _before_greetings(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석의 따뜻한 인사와 친서를 전했다: who sends both stands before the first."""
    if all(frame.mode != "letter" for frame in trigger.frames):
        return
    for owner, thing in pairwise(trigger.chain):
        wishes = clauses.text(thing.span).endswith(clauses.words.words["wishes"])
        if owner.case is Case.GENITIVE and thing.case is Case.WITH and wishes:
            yield owner


def _owners_of_what_is_done(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """북한과 라오스의 관광 협정이 3일 체결됐다: of a passive verb, whose its subject is."""
    verb, arguments = trigger.verb, trigger.arguments
    if trigger.noun or verb is None or arguments is None or not _is_passive(verb):
        return
    subject = next((p for p in arguments.own if p.case in _ACTING), None)
    if subject is not None and not heads(clauses, subject):
        yield from genitives_before(clauses, subject)


def _is_passive(verb: Verb) -> bool:
    return verb.passive or verb.lemma.endswith(("되다", "지다"))


def _before_listed_places(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """비서의 유럽, 몽골 순방: whose journey it is stands before the list of where to."""
    if all(frame.mode != "visit" for frame in trigger.frames):
        return
    for item in reversed(clauses.items[: clauses.place_of(trigger.chain[0])]):
        if not isinstance(item, Phrase):
            return
        if clauses.says_when(item):
            continue  # 비서의 지난달 유럽, 몽골 순방
        if item.case is Case.GENITIVE:
            yield item
        if item.case is not Case.BARE or not item.comma:
            return


def _owned(clauses: Clauses, phrase: Phrase, after: list[Phrase]) -> bool:
    """위원장의 방중과 북중 정상회담: a genitive before another happening is that one's.

    So is one before whose envoy somebody is (위원장의 특사인 부위원장과 회담).
    """
    if phrase.case is not Case.GENITIVE or not after or after[0].case is not Case.WITH:
        return False
    if _OFFICE_OF.match(clauses.text(after[0].span)):
        return True
    return clauses.words.noun_ending(clauses.text(after[0].span).replace(" ", "")) is not None


def _is_between(clauses: Clauses, phrase: Phrase) -> bool:
    """두 나라 사이에 맺어진."""
    return clauses.text(phrase.span).endswith(("사이", "간"))


def _relative(clauses: Clauses, trigger: Trigger, case: str) -> Iterator[Phrase]:
    """Who stands in the clause that describes the noun; a sender only in one of sending.

    Of what takes place by itself nobody is the subject: 주석이 9일 열리는 회담에서.
    """
    verb, arguments = trigger.relative_verb, trigger.relative
    if verb is None or arguments is None:
        return
    if case != "relative" and not verb.lemma.startswith(("보내", "전하", "전달")):
        return
    wanted = {Case.TO} if case == "addressee" else {Case.SUBJECT, Case.AMONG}
    wanted -= {Case.SUBJECT} if verb.lemma in clauses.words.happening else set()
    yield from (p for p in arguments.own if p.case in wanted)


def _answered(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석의 축전에 답전을, 주석이 보낸 축전에 대한 답전을: who sent what is answered."""
    before = clauses.items[: trigger.index]
    letter = next((i for i in reversed(before) if not _stands_between(i)), None)
    if not isinstance(letter, Phrase) or letter.case not in {Case.TO, Case.ABOUT}:
        return
    noun = clauses.words.noun_ending(clauses.text(letter.span).replace(" ", ""))
    if noun is None or all(f.mode != "letter" for f in clauses.words.by_noun[noun]):
        return
    verb = describer_of(clauses, letter)
    sender = last_before(clauses, verb, Case.SUBJECT) if verb is not None else None
    yield from (sender,) if sender is not None else genitives_before(clauses, letter)


def _stands_between(item: Phrase | Verb) -> bool:
    """축전에 대해 주석이 9일 답전을: who answers, and when."""
    return isinstance(item, Phrase) and item.case in {Case.BARE, Case.SUBJECT, Case.TOPIC}


def _leaders(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """상과 장관을 각각 수석대표로 하는 제13차 회의: who leads the sides stands before the noun.

    Of those whom a verb takes it is told as well: 위원장이 이끄는 대표단을 파견했다.
    """
    if not trigger.noun and trigger.arguments is not None:
        taken = (p for p in trigger.arguments.own if p.case is Case.OBJECT)
        yield from (found for p in taken if (found := leader_of(clauses, p)) is not None)
    first = clauses.place_of(trigger.chain[0]) if trigger.noun else 0
    leader = clauses.items[first - 1] if first else None
    if isinstance(leader, Phrase) and leader.case is Case.LEADER:
        yield leader


def _host(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """정부는 외교부장을 환영하여 연회를 마련했다: a state gives a feast for somebody."""
    arguments = trigger.arguments
    if arguments is not None and any(True for _ in _welcomed(clauses, trigger)):
        yield from arguments.subjects[:1]


def _welcomed(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """장관을 환영하는 연회가, 장관을 환영하여 연회를: whom the verb before the noun takes."""
    before = clauses.items[: trigger.index]
    for index in range(len(before) - 1, 0, -1):
        verb, phrase = before[index], before[index - 1]
        if isinstance(verb, Verb) and verb.lemma in clauses.words.words["welcoming"]:
            if isinstance(phrase, Phrase) and phrase.case is Case.OBJECT:
                visit = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
                yield from _comers(clauses, phrase) if visit else (phrase,)
            return


def _comers(clauses: Clauses, visit: Phrase) -> Iterator[Phrase]:
    """장관의 방북을 환영하는: who comes, if a person, not the coming."""
    for owner in genitives_before(clauses, visit):
        if any(m.kind is ActorKind.PERSON for m in heads(clauses, owner)):
            yield owner


def _elsewhere(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """Where a departure leads: what is named before the verb, also as what shall be visited."""
    if trigger.arguments is None:
        return
    for index, item in enumerate(clauses.items[: trigger.index]):
        if isinstance(item, Verb):
            continue
        following = clauses.items[index + 1]
        verb = following if isinstance(following, Verb) else None
        if item.case is Case.AT and verb is None:
            continue  # 평양에서 외무성 부상이 …로 떠났다: where it began
        aim = item.case is Case.OBJECT and _is_visit(clauses, verb)
        if (
            (item.case in _ELSEWHERE and not is_of_both(clauses, item))
            or aim
            or _for_visit(clauses, item)
        ):
            yield item


def _linked(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """평양과 모스크바를 잇는 열차가: what a line leads between, wherever the verb stands."""
    for index, item in enumerate(clauses.items[: trigger.index]):
        if isinstance(item, Verb) and item.lemma in clauses.words.words["linking"] and index:
            ends = clauses.items[index - 1]
            if isinstance(ends, Phrase) and ends.case in {Case.OBJECT, Case.TO, Case.BY}:
                yield ends


def _beside(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석은 여사와 함께, 차관을 대동하고 평양을 방문했다: who comes along."""
    own = trigger.arguments.own if trigger.arguments is not None and not trigger.noun else ()
    yield from (p for p in own if p.case is Case.WITH and stands_beside(clauses, p))
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    for position in range(1, at):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if not isinstance(verb, Verb) or not _takes_along(clauses, verb, taken):
            continue
        joined = verb.ending is Ending.CONNECTIVE or _describes_subject(trigger, verb, clauses)
        joined = joined and clauses.quote_of(verb) is None
        if joined and isinstance(taken, Phrase) and taken.case is Case.OBJECT:
            yield taken


def _takes_along(clauses: Clauses, verb: Verb, taken: Phrase | Verb) -> bool:
    """차관을 대동하고, 차관과 국장을 이끌고; a delegation that one leads is oneself."""
    if verb.lemma in clauses.words.words["taking-along"]:
        return True
    if not isinstance(taken, Phrase) or verb.lemma not in clauses.words.words["leading-along"]:
        return False
    return any(m.kind is ActorKind.PERSON for m in heads(clauses, taken))


def _describes_subject(trigger: Trigger, verb: Verb, clauses: Clauses) -> bool:
    """외교부장을 대동한 주석은 방문했다: what the one who comes did with another."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    behind = clauses.items[clauses.place_of(verb) + 1 :][:1]
    return verb.ending is Ending.ADNOMINAL and any(item in subjects for item in behind)


def _owners(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    own = trigger.arguments.own if trigger.arguments is not None else ()
    yield from (p for p in own if p.case is Case.GENITIVE)


def _described(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    yield from trigger.arguments.described if trigger.arguments is not None else ()


def _outer(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """의장 앞으로 이행을 보증하는 서한을: to whom, left of the clause that describes the letter."""
    described = trigger.arguments.described if trigger.arguments is not None else ()
    if trigger.chain and trigger.chain[-1].case is Case.OBJECT:
        yield from (p for p in described if p.case in _ADDRESSED)


def _for_visit(clauses: Clauses, phrase: Phrase) -> bool:
    """몽골 방문을 위해, 몽골 방문차: the visit named as the aim of the departure."""
    if phrase.case is not Case.FOR:
        return False
    noun = clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", ""))
    return noun is not None and any(f.mode == "visit" for f in clauses.words.by_noun[noun])


def _is_visit(clauses: Clauses, verb: Verb | None) -> bool:
    """몽골을 방문하기 위해, 방문할: still to come when somebody leaves."""
    if verb is None or not verb.tail.startswith(_AIMS):
        return False
    frames = clauses.words.frames_of_predicate(verb.lemma)
    return any(frame.mode == "visit" and frame.bound is None for frame in frames)


def helped_by(clauses: Clauses, trigger: Trigger) -> tuple[Mention, ...]:
    """러시아의 전쟁을 돕기 위해 보냈다: whom one helps by it, or whose cause."""
    for position in range(trigger.index - 1, 0, -1):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if not isinstance(verb, Verb) or not verb.purpose:
            continue
        if verb.lemma not in clauses.words.words["helping"] or not isinstance(taken, Phrase):
            return ()
        if taken.case is not Case.OBJECT:
            return ()
        owners = [m for p in genitives_before(clauses, taken) for m in heads(clauses, p)]
        found = owners or inside(clauses, taken)
        return tuple(m for m in found if m.kind is ActorKind.STATE)
    return ()


def genitives_before(clauses: Clauses, phrase: Phrase) -> Iterator[Phrase]:
    """러시아의 입장과 정책을: genitives before a phrase, past the members of its list."""
    items = clauses.items
    for position in range(items.index(phrase) - 1, -1, -1):
        item = items[position]
        if clauses.says_when(item):
            continue  # 북한의 지난달 12일 발사를
        if not isinstance(item, Phrase) or item.case not in {Case.GENITIVE, Case.WITH}:
            return
        if stands_beside(clauses, item):
            return
        yield item


def described_by_kind(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """미국의 폭격기인 B-1B가: who is named where it is said what kind of thing it is."""
    position = clauses.items.index(phrase)
    kind = clauses.items[position - 1] if position else None
    if not isinstance(kind, Phrase) or kind.case is not Case.BARE or kind.comma:
        return ()
    if not clauses.document.text.startswith("인 ", kind.span.end):
        return ()
    return (
        *inside(clauses, kind),
        *(m for p in genitives_before(clauses, kind) for m in heads(clauses, p)),
    )


def _demanded(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    phrase = demanded_of(clauses, trigger)
    yield from (phrase,) if phrase is not None else ()


_FINDERS: dict[str, Callable[[Clauses, Trigger], Iterator[Phrase]]] = {
    "genitive": _genitives,
    "demanded": _demanded,
    "answered": _answered,
    "leader": _leaders,
    "welcomed": _welcomed,
    "owner": _owners,
    "linked": _linked,
    "described": _described,
    "outer": _outer,
    "host": _host,
    "shared": shared,
    "destination": _elsewhere,
    "brought": brought,
    "bidden": bidden,
    "asker": _askers,
    "beside": _beside,
    "written": written_to,
    "signer": signers,
}
