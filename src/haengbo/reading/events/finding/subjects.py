"""The phrases that may be the subject of a trigger.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: phrases, the likeliest first. The subject of an
adnominal verb is the noun that it describes, unless the clause has a subject and lacks an object
(김 위원장이 만난 장관); of a noun that itself is the subject (회담이 열리다) there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.events.finding.delegations import delegation, leader_of, means_visitors
from haengbo.reading.events.finding.demands import demander
from haengbo.reading.events.finding.naming import (
    acts,
    all_heads,
    coordinated,
    heads,
    inside,
    staff_of,
    unnamed_official,
)
from haengbo.reading.events.finding.occasions import is_occasion, nearest_to
from haengbo.reading.events.finding.owning import owners_of
from haengbo.reading.events.finding.resolving import resolvers
from haengbo.reading.events.finding.returning import who_returned
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.parsing.leftward import JOINED
from haengbo.reading.events.parsing.quoted import reaches_in

_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: 핵실험까지 한 이상 일본도: who has to live with it did not do it.
_SINCE_IT_IS = ("ᆫ 이상 ", "은 이상 ")
#: Who may tell of what they did themselves; media only report.
_TELLERS = {ActorKind.PERSON, ActorKind.ORGANISATION}
_COMPLEMENTS = {Case.OBJECT, Case.TO, Case.WITH, Case.BY}


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
    charge = _charge_after(clauses, trigger)
    owner = genitive_subject(clauses, trigger) or demander(clauses, trigger)
    if owner is not None:
        yield owner
    elif verb is not None and verb.ending is Ending.ADNOMINAL and arguments.head is not None:
        scene = _inner(trigger) if _describes_scene(clauses, trigger, arguments.head) else None
        yield from (scene,) if scene is not None else ()
        yield from _of_relative(clauses, trigger, arguments.head) if scene is None else ()
    elif charge is not None:
        yield from _charged(clauses, charge)
    elif (returned := who_returned(clauses, trigger)) is not None:
        yield returned
    elif (sayer := _sayer_described(clauses, trigger)) is not None:
        yield sayer
    elif not _is_subject(trigger):
        yield from _named(clauses, trigger, resolvers(clauses, trigger) or arguments.subjects)


def _is_subject(trigger: Trigger) -> bool:
    """Whether the trigger is a noun that is the subject of its verb."""
    return trigger.noun and trigger.chain[-1].case in _SUBJECTS and not _is_handed_on(trigger)


def _is_handed_on(trigger: Trigger) -> bool:
    """친서는 대사가 전달했다: the letter is the topic, but another one acts."""
    letter = any(frame.mode == "letter" for frame in trigger.frames)
    active = trigger.verb is not None and not trigger.verb.passive
    if not (letter and active) or trigger.arguments is None:
        return False
    acting = (p for p in trigger.arguments.subjects if p.case is Case.SUBJECT)
    return trigger.chain[-1].case is Case.TOPIC and any(p not in trigger.chain for p in acting)


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
    subjects = tuple(subjects)
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
        if _acts_unnamed(trigger, phrase) or _is_of_another(clauses, trigger, phrase):
            return
        if _acts_before(clauses, trigger, phrase):
            return


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


def _acts_unnamed(trigger: Trigger, phrase: Phrase) -> bool:
    """합참은 고속정이 함포를 쏘았다고 밝혔다: who fired has no name, and who speaks did not.

    So too 북한은 단체들이 전단을 보내자 풍선을 띄웠다.
    """
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or trigger.noun:
        return False
    other = verb.ending is Ending.QUOTATIVE or verb.tail.startswith(("자 ", "었 다가 ", "다가 "))
    return other and phrase.case is Case.SUBJECT and phrase in arguments.own


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
    topic_taken = phrase.case is Case.TOPIC and takes and not taken and not _is_passive(trigger)
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


def authors_of(clauses: Clauses, trigger: Trigger) -> tuple[Mention, ...]:
    """대화를 거부한 외무상의 담화, 규탄하는 안보리 성명: who speaks in the text described."""
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or verb.ending is not Ending.ADNOMINAL:
        return ()
    head = arguments.head
    if head is None or not describes_utterance(clauses, trigger):
        return ()
    return owners_of(clauses, head)


def describes_utterance(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether an adnominal verb describes a text: 가능성을 일축하는 담화."""
    head = trigger.arguments.head if trigger.arguments is not None else None
    return head is not None and clauses.text(head.span).endswith(clauses.words.words["utterances"])


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
    inner = _inner(trigger)
    owner = _described_owner(clauses, trigger) or _outer_head(clauses, head)
    sent = delegation(clauses, head) or means_visitors(clauses, head)
    if sent and any(frame.mode == "visit" for frame in trigger.frames):
        yield head  # 대통령이 방문 중인 대표단을 만났다: whom one visits is a state
    elif (heads(clauses, head) or acts(clauses, head) or sent) and not head_is_object(trigger):
        yield head
    elif clauses.text(head.span).startswith(clauses.words.words["charges"]):
        yield from _charged(clauses, head)
    elif unnamed_official(clauses, head) and _takes_object(trigger):
        yield head  # 당국은 자국을 비판해온 대사를 추방했다: whom one expels has criticised
    elif inner is not None and _is_of_main_verb(clauses, trigger, head, inner):
        return  # 법무부가 달러를 빼내는 해킹에 연루된 해커를 기소했다
    elif inner is None and owner is not None:
        yield owner
    elif inner is not None:
        yield inner
    elif _is_blamed(clauses, head):
        return  # 미국은 미사일을 쏜 결정을 규탄했다: who condemns it did not do it
    elif trigger.arguments is not None and not _is_passive(trigger):
        yield from _named(clauses, trigger, trigger.arguments.subjects)


def _describes_scene(clauses: Clauses, trigger: Trigger, head: Phrase) -> bool:
    """Whether a clause describes when or where it was, not who acts."""
    return _is_when(clauses, trigger) or _is_where(clauses, head)


def _is_when(clauses: Clauses, trigger: Trigger) -> bool:
    """북한이 미사일을 쏜 지난 3일 …: a day is described, no actor behind it."""
    behind = clauses.items[(trigger.verb_index or 0) + 1 :][:1]
    return bool(behind) and clauses.says_when(behind[0])


def _is_where(clauses: Clauses, head: Phrase) -> bool:
    """북한이 미사일을 쏜 원산에는: a place is described."""
    found = heads(clauses, head)
    return bool(found) and all(m.kind is ActorKind.PLACE for m in found)


def _is_of_main_verb(clauses: Clauses, trigger: Trigger, head: Phrase, subject: Phrase) -> bool:
    """Whether the only subject before a deed that is described acts in the main clause."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    deed = clauses.text(head.span).startswith(clauses.words.words["deeds"])
    behind = clauses.items[clauses.items.index(head) + 1 :]
    others = any(isinstance(i, Phrase) and i.case in _SUBJECTS for i in behind)
    last = next((i for i in reversed(behind) if isinstance(i, Verb)), None)
    acts = (
        last is not None
        and not last.passive
        and any(isinstance(i, Phrase) and i.case is Case.OBJECT for i in behind)
    )
    return deed and acts and not others and subjects[:1] == (subject,) == subjects


def _is_blamed(clauses: Clauses, head: Phrase) -> bool:
    """Whether the next verb blames somebody for what a clause describes."""
    if clauses.text(head.span).startswith(clauses.words.words["deeds"]):
        return True  # 당국은 은행을 노린 해킹의 배후가 북한이라고 밝혔다
    if head.case not in {Case.OBJECT, Case.ABOUT, Case.TO}:
        return False
    behind = clauses.items[clauses.items.index(head) + 1 :]
    verb = next((item for item in behind if isinstance(item, Verb)), None)
    frames = clauses.words.frames_of_predicate(verb.lemma) if verb is not None else ()
    return any(frame.type == "ACCUSE" and not frame.needs for frame in frames)


def _charge_after(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """전산망을 해킹해 달러를 훔친 혐의로: the charge that the next verb describes is of both."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(JOINED):
        return None
    behind = (n for n, i in enumerate(clauses.items) if n > at and isinstance(i, Verb))
    following = next(behind, None)
    described = clauses.items[following] if following is not None else None
    if following is None or not isinstance(described, Verb):
        return None
    if described.ending is not Ending.ADNOMINAL:
        return None
    head = head_after(clauses, following)
    charged = clauses.words.words["charges"]
    return head if head is not None and clauses.text(head.span).startswith(charged) else None


def _sayer_described(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """일본과 대화하지 않겠다고 밝힌 북한은: who is described by what was said, said it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.ending is not Ending.QUOTATIVE:
        return None
    saying = clauses.items[at + 1] if at + 1 < len(clauses.items) else None
    if not isinstance(saying, Verb) or saying.ending is not Ending.ADNOMINAL:
        return None
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    if saying.lemma not in clauses.words.words["saying"] or subjects:
        return None
    head = head_after(clauses, at + 1)
    return head if head is not None and heads(clauses, head) else None


def _charged(clauses: Clauses, head: Phrase) -> Iterator[Phrase]:
    """검찰은 은행을 턴 혐의로 해커를 기소했다: who is charged with it has done it."""
    position = clauses.items.index(head) + 1
    taken: list[Phrase] = []
    for item in clauses.items[position:]:
        if isinstance(item, Verb):
            suffered = item.passive or item.lemma.endswith(("되다", "받다"))
            yield from () if suffered else (p for p in taken if p.case is Case.OBJECT)
            return
        taken.append(item)


def _takes_object(trigger: Trigger) -> bool:
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return bool(own) and own[-1].case is Case.OBJECT


def _described_owner(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """전투에서 싸운 군인들의 모습: the genitive right behind the verb is whom it describes."""
    behind = clauses.items[(trigger.verb_index or 0) + 1 :][:1]
    found = behind[0] if behind else None
    if not isinstance(found, Phrase) or found.case is not Case.GENITIVE:
        return None
    return found if heads(clauses, found) else None


def _outer_head(clauses: Clauses, head: Phrase) -> Phrase | None:
    """미사일을 발사하는 도발을 감행한 북한: whom the next clause describes did both."""
    position = clauses.items.index(head) + 1
    verb = clauses.items[position] if position < len(clauses.items) else None
    if not isinstance(verb, Verb) or verb.ending is not Ending.ADNOMINAL:
        return None
    outer = head_after(clauses, position) if head.case is Case.OBJECT else None
    return outer if outer is not None and heads(clauses, outer) else None


def _is_passive(trigger: Trigger) -> bool:
    verb = trigger.verb
    return verb is not None and (verb.passive or verb.lemma.endswith(("지다", "되다")))


def _inner(trigger: Trigger) -> Phrase | None:
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return next((p for p in reversed(own) if p.case is Case.SUBJECT), None)


def head_is_object(trigger: Trigger) -> bool:
    """김 위원장이 만난 장관: a subject inside and no complement behind it.

    A verb that holds its object describes who acts: 주석이 방북한 부장을 통해.
    """
    inner, verb = _inner(trigger), trigger.verb
    if inner is None or verb is None or trigger.arguments is None:
        return False
    if any(frame.given for frame in trigger.frames):
        return False
    own = trigger.arguments.own
    after = own[own.index(inner) + 1 :]
    return verb.ending is Ending.ADNOMINAL and not any(p.case in _COMPLEMENTS for p in after)


def later_subject(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """열병식 참석차 베이징에 간 위원장은: a subordinate clause has its subject behind it."""
    if trigger.verb is not None and trigger.verb.tail.startswith(_SINCE_IT_IS):
        return None
    for item in clauses.items[trigger.verb_index or 0 :]:
        if isinstance(item, Verb) and _is_told_by_another(item):
            return None
        if not isinstance(item, Phrase) or item.case not in _SUBJECTS:
            continue
        if clauses.quote_of(item) is not None:
            continue
        if heads(clauses, item) or delegation(clauses, item) or leader_of(clauses, item):
            return item
    return None


def teller_behind(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """쌀을 지원했다고 통일부가 밝혔다: who tells of a deed of nobody named has done it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _is_told_by_another(verb):
        return None
    behind = clauses.items[at + 1 :]
    subjects = [i for i in behind if isinstance(i, Phrase) and i.case in _SUBJECTS]
    verbs = [i for i in behind if isinstance(i, Verb)]
    if len(subjects) != 1 or len(verbs) != 1 or verbs[0].lemma not in clauses.words.words["saying"]:
        return None
    named = heads(clauses, subjects[0])
    acts = bool(named) and all(m.kind in _TELLERS for m in named)
    return subjects[0] if acts else None


def _is_told_by_another(verb: Verb) -> bool:
    """만나 대화를 나눴다고 외무부가 밝혔다: behind what was done stands who told of it."""
    return verb.ending is Ending.QUOTATIVE and verb.past


def drops_subject(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a verb of the main clause has no subject before it, outside quotations."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or verb.ending is Ending.ADNOMINAL or verb.passive:
        return False
    if clauses.quote_of(verb) is not None:
        return False
    # 이날은, 모레는: when it is, not who acts; 친서도 전달했다: what is done
    treated = trigger.chain[-1:] if _is_treated(trigger) else ()
    subjects = (phrase for phrase in arguments.subjects if phrase not in treated)
    acting = any(not tells_time(clauses, phrase) for phrase in subjects)
    return not acting and (bool(treated) or not _is_subject(trigger))


def _is_treated(trigger: Trigger) -> bool:
    """친서도 전달했다: what is done, by a verb that takes it as its object."""
    taken = trigger.support is not None and "object" in trigger.support.cases
    return taken and trigger.noun and is_topic_taken(trigger.chain[-1])


def tells_time(clauses: Clauses, phrase: Phrase) -> bool:
    """이날은, 모레는: a topic that only says when."""
    times = clauses.document.times_in(phrase.span)
    covered = bool(times) and times[0].span.start <= phrase.span.start
    return covered and phrase.case is Case.TOPIC and times[-1].span.end >= phrase.span.end


def genitive_subject(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """대통령의 평양 방문 때: a noun made a verb by its time has its subject before 의."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or not clauses.sets_another_time(verb):
        return None
    if verb.ending is not Ending.CONNECTIVE:
        return None
    owners = (p for p in arguments.own if p.case is Case.GENITIVE)
    return next((p for p in owners if heads(clauses, p)), None)


def takes_topic(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """군 통신선도 끊었다: a topic that the verb takes leaves it without a subject."""
    arguments, verb = trigger.arguments, trigger.verb
    if arguments is None or verb is None or trigger.noun or verb.passive:
        return False
    if verb.ending is Ending.ADNOMINAL or clauses.quote_of(verb) is not None:
        return False
    only = arguments.subjects == arguments.own[-1:] and bool(arguments.subjects)
    takes = any(slot.role == "target" and "object" in slot.cases for slot in frame.slots)
    return only and takes and is_topic_taken(arguments.subjects[0])


def is_topic_taken(phrase: Phrase) -> bool:
    """통신선도 (끊었다): what is marked with 도 right before its verb may be its object."""
    return phrase.case is Case.TOPIC and phrase.particles[-1:] == ("도",)
