"""A trigger and a case of the slots → the phrases that stand in that case.

Comes in: ``Clauses``, a ``Trigger`` and a case as the pack names it. Goes out: phrases in order
of the text. Subjects, genitives and what belongs to a journey have modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.amid import came_together
from haengbo.reading.events.finding.bidding import bidden
from haengbo.reading.events.finding.delegations import leader_of
from haengbo.reading.events.finding.demands import demanded_of
from haengbo.reading.events.finding.describing import describer_of, last_before
from haengbo.reading.events.finding.dropped import is_topic_taken
from haengbo.reading.events.finding.genitives import genitives_before, owners, whose
from haengbo.reading.events.finding.journeys import (
    companions,
    destinations,
    hosts,
    linked,
    welcomed,
)
from haengbo.reading.events.finding.letters import handed_on, signers, written_to
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.relatives import head_is_object
from haengbo.reading.events.finding.sharing import TOLD, brought, shared, told_both, whither
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
#: 와 달라는, 오라는, 만나자는.
_WISHED = ("어 달 라는", "아 달 라는", "여 달 라는", "라는", "으라는", "자는")
#: 의장에게, 의장 앞으로.
_ADDRESSED = {Case.TO, Case.BY}
#: 북한에 의해, 북한에 의하여.
_BY_WHOM = ("에 의해", "에 의하여", "에 의한")
#: Types of what is said to somebody.
_ADDRESSING = {"SUPPORT", "PROTEST", "THREATEN"}
_TO_PEOPLE = {("에게",), ("께",)}
_TO_WHOM = {("에",), *_TO_PEOPLE}
_SIDES = {ActorKind.PERSON, ActorKind.STATE}
_OTHER_SIDE = {Case.WITH, Case.TO}


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
        if case != "with" or p in trigger.chain or not _begins_row(clauses, p)
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
    topics = [n for n, p in enumerate(before) if p.case is Case.TOPIC]
    acting = before[topics[-1] if topics else 0 :]  # not the subject in [11개국이 꾸린] 감시팀은
    if len(topics) > 1 or sum(p.case in {Case.SUBJECT, Case.TOPIC} for p in acting) > 1:
        return  # 한국은 북한이 미국에게 사과할 것을 요구했다
    told = [p for p in before[::-1] if p.particles[:1] in TOLD]
    yield from told or _asked_state(clauses, trigger, acting)


def _asked_state(clauses: Clauses, trigger: Trigger, acting: list[Phrase]) -> Iterator[Phrase]:
    """감시팀은 라오스에 북한 인력을 돌려보낼 것을 촉구했다: first behind who asks, not 북한."""
    if all(frame.type != "REQUEST" for frame in trigger.frames):
        return
    first = next((p for p in acting[1:] if p.case is Case.TO and heads(clauses, p)), None)
    if first is not None and first.particles[:1] in _TO_WHOM:
        yield first


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


def _begins_row(clauses: Clauses, phrase: Phrase) -> bool:
    """서기와 부장, 국장에게, 서기와 부장의 회동: the first of a row, not with whom."""
    return _begins_pair(clauses, phrase) or _is_in_row(clauses, phrase)


def _is_in_row(clauses: Clauses, phrase: Phrase) -> bool:
    """[서기와] 부장, 국장 등에게: of several people to whom something is done."""
    for item in clauses.items[clauses.place_of(phrase) + 1 :]:
        if isinstance(item, Verb) or not (item.case is Case.TO or item.comma):
            return False
        if item.case is Case.TO:
            row = coordinated(clauses, item) if item.particles[:1] in _TO_PEOPLE else ()
            return phrase in row
    return False


def _begins_pair(clauses: Clauses, phrase: Phrase) -> bool:
    """최선희 외무상과 푸틴 대통령의 회동에 대해: of the two whose meeting it is the first."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    second = behind[0] if behind else None
    if not isinstance(second, Phrase) or second.case is not Case.GENITIVE:
        return False
    return all(any(m.kind is ActorKind.PERSON for m in heads(clauses, p)) for p in (phrase, second))


def _relative(clauses: Clauses, trigger: Trigger, case: str) -> Iterator[Phrase]:
    """Who stands in the clause that describes the noun; a sender only in one of sending.

    Of what takes place by itself nobody is the subject: 주석이 9일 열리는 회담에서.
    """
    verb, arguments = trigger.relative_verb, trigger.relative
    if verb is None or arguments is None:
        return
    if case != "relative" and not verb.lemma.startswith(clauses.words.words["letters-from"]):
        return
    wanted = set(_ADDRESSED) if case == "addressee" else {Case.SUBJECT, Case.AMONG}
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


def _described(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    yield from trigger.arguments.described if trigger.arguments is not None else ()


def _outer(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """의장 앞으로 이행을 보증하는 서한을: to whom, left of the clause that describes the letter."""
    described = trigger.arguments.described if trigger.arguments is not None else ()
    if trigger.chain and trigger.chain[-1].case is Case.OBJECT:
        yield from (p for p in described if p.case in _ADDRESSED)


def _demanded(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    phrase = demanded_of(clauses, trigger)
    yield from (phrase,) if phrase is not None else ()


_FINDERS: dict[str, Callable[[Clauses, Trigger], Iterator[Phrase]]] = {
    "genitive": whose,
    "demanded": _demanded,
    "answered": _answered,
    "leader": _leaders,
    "welcomed": welcomed,
    "owner": owners,
    "linked": linked,
    "described": _described,
    "outer": _outer,
    "host": hosts,
    "shared": shared,
    "destination": destinations,
    "brought": brought,
    "bidden": bidden,
    "handed": handed_on,
    "whither": whither,
    "asker": _askers,
    "beside": companions,
    "written": written_to,
    "signer": signers,
}
