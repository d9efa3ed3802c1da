"""The phrases that may be the subject of a trigger.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: phrases, the likeliest first. The subject of an
adnominal verb is the noun that it describes, unless the clause has a subject and lacks an object
(김 위원장이 만난 장관); of a noun that itself is the subject (회담이 열리다) there is none. What a
verb describes is asked of ``relatives``, what it leaves unsaid of ``dropped``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.delegations import delegation, leader_of, means_visitors
from haengbo.reading.events.finding.demands import demander
from haengbo.reading.events.finding.dropped import genitive_subject, is_subject, is_topic_taken
from haengbo.reading.events.finding.naming import (
    acts,
    all_heads,
    coordinated,
    heads,
    staff_of,
    unnamed_official,
)
from haengbo.reading.events.finding.occasions import is_occasion, nearest_to
from haengbo.reading.events.finding.owning import owners_of
from haengbo.reading.events.finding.relatives import (
    charge_after,
    charged,
    decides,
    described_owner,
    describes_scene,
    head_is_object,
    inner_subject,
    is_blamed,
    is_done_by_unnamed,
    is_of_main_verb,
    is_passive,
    outer_head,
    sayer_described,
    takes_object,
)
from haengbo.reading.events.finding.resolving import resolvers
from haengbo.reading.events.finding.returning import who_returned
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.quoted import reaches_in

_SUBJECTS = {Case.SUBJECT, Case.TOPIC}


def subjects_of(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """Phrases that name who acts."""
    arguments = trigger.arguments
    if arguments is None:
        if trigger.following is not None and (
            _with_genitive(trigger)
            or _sets_stage(clauses, trigger)
            or _is_held_by_those_behind(clauses, trigger)
        ):
            yield from _named(clauses, trigger, trigger.following.subjects)
        return
    verb = trigger.verb
    charge = charge_after(clauses, trigger)
    owner = genitive_subject(clauses, trigger) or demander(clauses, trigger)
    if owner is not None:
        yield owner
    elif verb is not None and verb.ending is Ending.ADNOMINAL and arguments.head is not None:
        scene = (
            inner_subject(trigger) if describes_scene(clauses, trigger, arguments.head) else None
        )
        yield from (scene,) if scene is not None else ()
        yield from _of_relative(clauses, trigger, arguments.head) if scene is None else ()
    elif charge is not None:
        yield from charged(clauses, charge)
    elif (returned := who_returned(clauses, trigger)) is not None:
        yield returned
    elif (sayer := sayer_described(clauses, trigger) or _writer(clauses, trigger)) is not None:
        yield sayer
    elif not is_subject(trigger) and not is_done_by_unnamed(clauses, trigger):
        yield from _named(clauses, trigger, resolvers(clauses, trigger) or arguments.subjects)


def _writer(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """총비서는 축전에서 주석과 대통령이 만났다고 밝혔다: who writes stands before the letter."""
    letter = any(frame.mode == "letter" for frame in trigger.frames)
    if not letter or not trigger.noun or trigger.chain[-1].case is not Case.AT:
        return None
    for item in reversed(clauses.items[: clauses.place_of(trigger.chain[0])]):
        if isinstance(item, Verb):
            return None
        if item.case in _SUBJECTS:
            return item if any(all_heads(clauses, item)) else None
    return None


def _sets_stage(clauses: Clauses, trigger: Trigger) -> bool:
    """주석은 방북 첫날 회담했다: whose visit it is stands before what was done on it."""
    phrase = trigger.chain[-1]
    behind = clauses.text(Span(trigger.span.end, phrase.span.end)).strip()
    return len(trigger.chain) == 1 and behind in clauses.words.words["stay-days"]


def _is_held_by_those_behind(clauses: Clauses, trigger: Trigger) -> bool:
    """두 나라는 3일 열린 협상에서 방법에 합의했다: who agreed there had talked there."""
    phrase, relative = trigger.chain[-1], trigger.relative
    if phrase.case is Case.AT and relative is None:
        return _are_states_that_met(clauses, trigger)
    if phrase.case is not Case.AT or relative is None:
        return False
    if any(p.case is Case.SUBJECT for p in relative.own):
        return False  # 북한은 두 나라가 연 회담에서
    return not any(inside(clauses, p) for p in trigger.chain)


def _are_states_that_met(clauses: Clauses, trigger: Trigger) -> bool:
    """남북은 지난달 23일 실무접촉에서 합의했다: the two states of what follows met on that day."""
    named = [m for p in trigger.chain for m in inside(clauses, p)]
    if any(m.kind in {ActorKind.STATE, ActorKind.PERSON} for m in named):
        return False  # 양국은 4월 북미 정상회담에서
    dated = any(clauses.document.times_in(p.span) for p in trigger.chain)
    subjects = trigger.following.subjects[:1] if trigger.following is not None else ()
    found = [m for p in subjects for m in heads(clauses, p)]
    states = {m.name for m in found if m.kind is ActorKind.STATE}
    return dated and len(states) > 1 and len(states) == len(found)


def _with_genitive(trigger: Trigger) -> bool:
    """국방상과의 회담: the other side is the subject of what follows."""
    return any("의" in p.particles[1:] for p in trigger.chain if p.case is Case.WITH)


def _named(clauses: Clauses, trigger: Trigger, subjects: Iterable[Phrase]) -> Iterator[Phrase]:
    """The first subject that names somebody and stands in the same words as the verb."""
    quote = clauses.quote_of(trigger.verb) if trigger.verb is not None else None
    subjects = _without_hosts(trigger, tuple(subjects))
    for phrase in subjects:
        if _of_occasion(clauses, trigger, phrase):
            continue
        several = len(coordinated(clauses, phrase)) > 1
        if (phrase is not subjects[-1] or several) and _takes_before(clauses, trigger, phrase):
            continue
        outer = quote is not None and clauses.quote_of(phrase) != quote
        if outer and not reaches_in(clauses, trigger.verb_index, phrase):
            continue
        named = any(all_heads(clauses, phrase))
        named = named or bool(unnamed_official(clauses, phrase)) or _meets(clauses, trigger, phrase)
        sent = delegation(clauses, phrase) or means_visitors(clauses, phrase)
        if named or sent or leader_of(clauses, phrase):
            yield phrase
            yield from _beside(clauses, trigger, phrase)
            return
        if _acts_unnamed(clauses, trigger, phrase) or _is_of_another(clauses, trigger, phrase):
            return
        if _acts_before(clauses, trigger, phrase):
            return


def _without_hosts(trigger: Trigger, subjects: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """대표단은 총리가 베푼 만찬에 참석했다: who gives the feast is not who came."""
    described = trigger.relative.own if trigger.noun and trigger.relative is not None else ()
    if all(frame.mode != "reception" for frame in trigger.frames):
        return subjects
    host = [p for p in described if p.case is Case.SUBJECT][-1:]
    return tuple(p for p in subjects if p not in host) or subjects


def _takes_before(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """대표단은 서명했으며 의장도 만났다: whom the verb takes, since it has no other object."""
    arguments, verb = trigger.arguments, trigger.verb
    if trigger.noun or arguments is None or verb is None or not is_topic_taken(phrase):
        return False
    met = verb.lemma in clauses.words.words["meeting-whom"]
    # 장관과 유엔 관계자들도 만날 예정이다: with the rest of its list
    alone = arguments.own[-1:] == (phrase,) and set(arguments.own) <= set(
        coordinated(clauses, phrase)
    )
    return met and alone


def _meets(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """일본 관리들은 북한 관리들과 논의했다: officials without names, where people meet."""
    meeting = any(frame.mode == "meeting" for frame in trigger.frames)
    return meeting and bool(staff_of(clauses, phrase))


def _acts_unnamed(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """합참은 고속정이 함포를 쏘았다고 밝혔다: who fired has no name, and who speaks did not.

    So too 북한은 단체들이 전단을 보내자 풍선을 띄웠다, 대변인은 단체들이 북한을 규탄한 것은.
    """
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or trigger.noun:
        return False
    other = verb.ending is Ending.QUOTATIVE or verb.tail.startswith(("자 ", "었 다가 ", "다가 "))
    said = all(frame.type in UTTERANCES for frame in trigger.frames)
    said = said and stands_at(clauses, phrase, verb)
    return (other or said) and phrase.case is Case.SUBJECT and phrase in arguments.own


def stands_at(clauses: Clauses, phrase: Phrase, verb: Verb) -> bool:
    """관련국이 제안을 거부했다; not 빚이 [남아 있는] 한 쌀을 거부하겠다: with no verb between."""
    between = clauses.items[clauses.place_of(phrase) : clauses.place_of(verb)]
    return not any(isinstance(item, Verb) for item in between)


def _acts_before(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """합참은 북한 경비정이 선을 넘어와, 돌아갔다고 밝혔다: who speaks did not go back."""
    verb = trigger.verb
    if verb is None or trigger.noun or verb.ending is not Ending.QUOTATIVE:
        return False
    return phrase.case is Case.SUBJECT and bool(inside(clauses, phrase))


def _is_of_another(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """몽골은 청사를 짓고 북한 항공모함은 입항했다: what acts says itself whose it is.

    Not 몽골은 쌀을 보내고 북한의 도발은 규탄했다, where the verb takes the topic.
    """
    arguments, verb = trigger.arguments, trigger.verb
    if trigger.noun or arguments is None or verb is None or phrase not in arguments.own:
        return False
    takes = all(any("object" in s.cases for s in f.slots) for f in trigger.frames)
    taken = any(p.case is Case.OBJECT for p in arguments.own)
    topic_taken = phrase.case is Case.TOPIC and takes and not taken and not is_passive(trigger)
    topic_taken = topic_taken or is_topic_taken(phrase)
    between = clauses.items[clauses.place_of(phrase) : trigger.verb_index or 0]
    alone = not any(isinstance(item, Verb) for item in between)  # [회의가 열리는] 도시로 떠난다
    return alone and not topic_taken and bool(owners_of(clauses, phrase))


def _beside(clauses: Clauses, trigger: Trigger, subject: Phrase) -> Iterator[Phrase]:
    """북측에서 외무상이, 중국측에서 부장이 참석했다: subjects that a comma lists."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    if subject.case is not Case.SUBJECT or subject not in own:
        return
    yield from (
        p
        for p in own
        if p is not subject and p.case is Case.SUBJECT and p.comma and heads(clauses, p)
    )


def _of_occasion(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """이스라엘은 이란이 공격하자 소집을 요청했다: whose attack is only the occasion."""
    if phrase.case is not Case.SUBJECT:
        return False
    between = clauses.items[clauses.items.index(phrase) : trigger.verb_index or 0]
    verbs = [i for i in between if isinstance(i, Verb)]
    if not verbs:
        return False
    # 방위상은 몽골이 넘어오면 “쏘겠다”고 경고했다: of a condition, where a topic speaks
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    told = verbs[0].supposed and any(p.case is Case.TOPIC for p in subjects)
    return told or (is_occasion(verbs[-1]) and nearest_to(between, verbs[-1]) is phrase)


def _of_relative(clauses: Clauses, trigger: Trigger, head: Phrase) -> Iterator[Phrase]:
    inner = inner_subject(trigger)
    owner = described_owner(clauses, trigger) or outer_head(clauses, head)
    sent = delegation(clauses, head) or means_visitors(clauses, head)
    if sent and any(frame.mode == "visit" for frame in trigger.frames):
        yield head  # 대통령이 방문 중인 대표단을 만났다: whom one visits is a state
    elif (heads(clauses, head) or acts(clauses, head) or sent) and not head_is_object(trigger):
        yield head
    elif clauses.text(head.span).startswith(clauses.words.words["charges"]):
        yield from charged(clauses, head)
    elif (unnamed_official(clauses, head) and takes_object(trigger)) or (
        inner is None and is_done_by_unnamed(clauses, trigger)
    ):
        yield head  # 당국은 자국을 비판해온 대사를 추방했다, 자금을 지원하는 개인을 제재했다
    elif inner is not None and is_of_main_verb(clauses, trigger, head, inner):
        return  # 법무부가 달러를 빼내는 해킹에 연루된 해커를 기소했다
    elif owner is not None and (inner is None or decides(clauses, trigger, owner)):
        yield owner
    elif inner is not None:
        yield inner
    elif is_blamed(clauses, head):
        return  # 미국은 미사일을 쏜 결정을 규탄했다: who condemns it did not do it
    elif trigger.arguments is not None and not is_passive(trigger):
        yield from _named(clauses, trigger, trigger.arguments.subjects)
