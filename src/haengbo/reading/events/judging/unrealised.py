"""Forms of a verb in which nothing has been done yet, or nothing at all.

Comes in: a ``Trigger`` in its clauses and the frame that tells of it. Goes out: whether the page
tells of none or of one that was missed; else how it stands, or ``NOTHING``, or ``None`` where the
form decides nothing.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import by_endings, is_joined
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 나갈 수 없다, 응하기 어렵다.
_UNABLE = re.compile(r"(?:(?:ᆯ|을) 수 (?:[는가도] )?없|기 (?:[는가도] )?(?:어렵|힘들|곤란 ?하)) ")
#: 벌이거나, 벌이든지.
_EITHER = ("거나 ", "든지 ", "든가 ")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
NOTHING: Final = "nothing"
Stand = Status | Literal["nothing"]

#: 보내 [줄], 열게 [될], 응하지 [않을]: a helping verb between the stem and the ending that counts.
_HELPED = r"\A(?:[어아여] (?:주|내|놓|두|버리|오|가) |게 되 |지 (?:않|못하) )?"
#: 방문할 조짐, 방문할 것을 우려한다: the noun behind tells what it is.
_PROSPECTIVE = re.compile(_HELPED + r"(?:ᆯ|을) (\S+)")
#: 방문하려는 움직임, 방문하려던 계획.
_MEANT = re.compile(_HELPED + r"(?:으려|려|려고 하|으려고 하) ?(?:는|던|ᆫ) (\S+)")
#: 방문하는 방안을.
_SCHEME = re.compile(_HELPED + r"는 방안 ")
#: 규탄하는 성명을 [낼 것을, 내자고, 내도록]: what somebody wants written.
_WANTED = re.compile(
    r"\A(?:(?:ᆯ|을) 것 을 |기 를 |자고 |(?:으)?라고 |달라고 |어 달라고 |도록 (?!하 었))"
)
#: 규탄하는 성명 [채택]을 촉구했다.
_ISSUING = (" 채택", " 발표", " 발의")
#: 방문하는 날이 올 수 있다, 만날 때가 있을 것이다.
_DAY_COMES = re.compile(_HELPED + r"(?:는|ᆯ|을) (?:날|때|시기) (?:이|가|도|이 도) ")
#: 방문하려다 그만뒀다.
_TRIED = re.compile(_HELPED + r"(?:(?:으?려다)|(?:으?려고 하 다가?)|(?:으?려다 가)) ")
#: 방문하기로 했던 계획, 방문할 예정이던 일정: what was settled once.
_WAS_SET = re.compile(
    _HELPED + r"(?:기 로 하 (?:었 )?(?:던|ᆫ)|(?:ᆯ|을) (?:예정|계획|방침) 이 (?:었 )?던) (\S+)"
)
#: 방문할 때까지, 방문하기 전까지, 방문하기 전에는: not before then; whether then is not said.
_UNTIL = re.compile(_HELPED + r"(?:(?:ᆯ|을) 때 까지|기 (?:이?전) (?:까지|에 ?는)) ")
#: 회담이 열려도 나가지 않겠다고, 쌀을 지원해도 좋다고.
_EVEN_IF = re.compile(_HELPED + r"[어아여]도 ")
#: 방문하는 대신, 방문하기는커녕, 방문하기보다, 방문한 것이 아니라, 방문하도록.
_NOT_BUT = re.compile(
    _HELPED
    + r"(?:는 대신|는 척|ᆫ 척|은 척|느니 |기 (?:는 커녕|는커녕|보다|는 고사)|도록 (?!하 )|게끔 "
    + r"|(?:ᆫ|은|는) (?:것|게|건) (?:이 |은 |은 결코 )?아니|ᆯ까 |을까 |ᆯ까|을까)"
)
#: 지원하는 것보다, 지원하는 문제와: what is weighed. A matter that is considered is planned.
_WEIGHED = re.compile(
    _HELPED + r"는 (?:것 보다 |문제 (?!(?:를|도) (?:검토|고려|결정|추진|합의)|에 (?:합의|동의)))"
)
#: 지원하는 것이 바람직하다.
_WORTH = re.compile(_HELPED + r"는 것 (?:이|은|도|만 이) ((?:\S+ ){1,4})")
#: 폐기하는 대가로, 발사하지 않는 조건으로: what would be given for something else.
_IN_RETURN = re.compile(_HELPED + r"(?:는|ᆯ|을) (?:데 대하 ᆫ |데 따르 ᆫ )?(?:대가|조건) 로? ?")
#: 방문하려면, 열려야 논의할 수 있다: what it would take; 열려야 한다 is judged as a wish.
_WOULD_TAKE = re.compile(_HELPED + r"(?:으?려면|[어아여]야 (?:만 |지 |지만 )?(?!하|되|만|지)) ?")
#: 방문하느냐는 질문에, 만났냐고 묻자.
_ASKED = re.compile(
    r"\A(?:\S{1,2} ){0,3}(?:느냐|으냐|냐|는가|ᆫ가|은가|는지|ᆫ지)\S{0,2} (?:\S+ ){0,6}?"
    r"(?:질문|물음|질의|묻) "
)
#: 계획을 [묻는], 가능성에 [관한 질문].
_ASKED_OF = re.compile(
    r"[^.,“”\"]{0,30}?(?:[을를] (?:캐)?(?:묻|물)"
    r"|(?:에 (?:대한|관한|대해|관해)|[과와]? 관련(?:한|된)?) "
    r"(?:\S+ ){0,2}(?:질문|물음|질의|묻|물))"
)
#: 방문할 계획이 있느냐는.
_INTENDED = re.compile(r"(?:ᆯ|을) (?:계획|의향|생각|뜻|가능성|용의|예정|일정) (?:이 |도 |은 )?있 ")
#: 발사하지 않겠다고, 하지 않기로: forborne.
_FORBORNE = re.compile(r"\A(?:지|지는|지 는|지도|지 도) (?:않|못하|말) (?:겠|기 로|을 것|ᆯ 것)")
#: Types of which what will not be done is none.
_FORGONE = {"ASSAULT", "AID", "COOPERATE", "MOBILIZE"}
#: 풀겠다고, 해체할 준비가.
_WILL_BE = re.compile(_HELPED + r"(?:겠 |(?:ᆯ|을) (?:용의|의향|뜻|의사|준비|것) )")
#: Types of which what one would do for something else is only an offer.
_OFFERED = {"RETREAT", "CONCEDE", "AGREE"}
#: Types of which what is only offered in return is none; help given for help is told all the same.
_BARGAINED = {"RETREAT", "CONCEDE", "ASSAULT", "CONSULT", "AGREE", "SANCTION"}
#: 방문하기로 했던: the verbs of which what was settled is made up besides its own.
_AUXILIARY = {"기로하다", "이다"}
#: Modes of what one may refuse to come to.
_DECLINED = {"meeting", "multilateral"}
#: 만나는 것이다, 만나는 셈이다, 만나게 된다.
_AMOUNTS_TO = re.compile(r"(?:는 (?:것|거|셈) 이|게 되) ")
_COUNTED = {"meeting", "visit", "multilateral"}
#: A launch that went wrong was one.
_WENT_WRONG = ("실패", "추락", "폭발")
_SOON = 12
#: Types of what is done together or for another: announced, it is a plan.
_PLANNED = {"CONSULT", "AGREE", "COOPERATE", "AID", "MOBILIZE"}


def is_unmade(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """Whether the form alone says that nothing of the kind is told, whatever follows.

    Example:
        ``몽골을 방문하는 대신 편지를 보냈다``, ``방문하겠다고 말하지 않았다``.
    """
    verb = trigger.verb
    if verb is None:
        return False
    if _NOT_BUT.match(verb.tail) or _unsaid(clauses, trigger, verb):
        return True
    weighed = _is_weighed(clauses, verb) or _is_only_offered(clauses, trigger, frame)
    weighed = weighed or (frame.mode in _COUNTED and _would_be(clauses, verb))
    if weighed or leads_to_condition(clauses, trigger) or _leads_up_to(clauses, trigger):
        return True
    if _WOULD_TAKE.match(verb.tail) or (
        frame.type in _BARGAINED and _IN_RETURN.match(verb.tail) is not None
    ):
        return True
    if _UNTIL.match(verb.tail):
        return not _came_to_that(clauses, verb, frame)
    return frame.type in UTTERANCES and (
        _is_dropped(clauses, verb, frame) or is_of_wanted_text(clauses, trigger)
    )


def is_of_wanted_text(clauses: Clauses, trigger: Trigger) -> bool:
    """북한을 규탄하는 성명을 낼 것을 요구했다, 성명 채택에 반대했다: nobody has written it yet."""
    head = trigger.arguments.head if trigger.arguments is not None else None
    verb = trigger.verb
    if trigger.noun or verb is None or head is None or not verb.tail.startswith("는 "):
        return False
    words, text = clauses.words.words, clauses.text(head.span)
    issued = next((noun for noun in _ISSUING if text.endswith(noun)), "")
    if not text.removesuffix(issued).endswith(words["utterances"]):
        return False
    behind = clauses.items[clauses.place_of(head) + 1 :]
    then = next((i for i in behind if isinstance(i, Verb)), None)
    if then is None:
        return False
    turned = then.lemma in words["demanding"] or then.lemma in words["opposing"]
    return then.negated or is_wanted(then) or (bool(issued) and turned)


def is_wanted(verb: Verb) -> bool:
    """낼 것을, 내자고, 내도록: what somebody would have done."""
    return _WANTED.match(verb.tail) is not None


def _is_only_offered(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """핵을 멈추면 제재를 풀겠다고, 풀 용의가 있다고: an offer, before anything is settled."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or trigger.noun:
        return False
    if frame.type not in _OFFERED or verb.past:
        return False
    before = (i for i in clauses.items[:at] if isinstance(i, Verb))
    supposed = any(i.supposed and clauses.quote_of(i) == clauses.quote_of(verb) for i in before)
    return supposed and _will_be(clauses, verb)


def _would_be(clauses: Clauses, verb: Verb) -> bool:
    """회담이 성사되면 10년 만에 만나는 셈이다: what it would be the first of, if it came about."""
    if _AMOUNTS_TO.match(verb.tail) is None or verb.past:
        return False
    before = clauses.items[: clauses.place_of(verb)]
    supposed = (i for i in before if isinstance(i, Verb) and i.supposed)
    return any(clauses.quote_of(i) == clauses.quote_of(verb) for i in supposed)


def _will_be(clauses: Clauses, verb: Verb) -> bool:
    """풀겠다고, 풀고 수교하겠다는: of the last verb of a chain as of its first."""
    if is_joined(verb):
        behind = clauses.items[clauses.place_of(verb) + 1 :]
        verb = next((i for i in behind if isinstance(i, Verb) and not is_joined(i)), verb)
    return _WILL_BE.match(verb.tail) is not None


def _is_weighed(clauses: Clauses, verb: Verb) -> bool:
    """지원하는 것보다, 지원하는 것이 낫다, 지원해도, 지원하는 문제와: what is thought of it."""
    if _EVEN_IF.match(verb.tail) is not None and not verb.past:
        return True
    return _is_judged(clauses, verb) or _WEIGHED.match(verb.tail) is not None


def _is_judged(clauses: Clauses, verb: Verb) -> bool:
    """만나는 것이 바람직하다; 만나고 돕는 것이 중요하다: of the first as of the last."""
    if is_joined(verb):
        behind = clauses.items[clauses.place_of(verb) + 1 :]
        last = next((i for i in behind if isinstance(i, Verb) and not is_joined(i)), verb)
        verb = last if clauses.quote_of(last) == clauses.quote_of(verb) else verb
    worth = _WORTH.match(verb.tail)
    judged = clauses.words.words["judged-worth"]
    return worth is not None and any(w.startswith(judged) for w in worth[1].split())


def leads_to_condition(clauses: Clauses, trigger: Trigger) -> bool:
    """훈련을 벌이거나 제재를 더한다면, 군함을 보내 길을 막을 경우: part of what is only supposed.

    Either may have a subject of its own; what is joined by 고 or a stem has the same one.
    """
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.past or verb.ending is not Ending.CONNECTIVE:
        return False
    either = verb.tail.startswith(_EITHER)
    if not either and not is_joined(verb):
        return False
    for item in clauses.items[at + 1 :]:
        if clauses.quote_of(item) != clauses.quote_of(verb):
            continue
        if isinstance(item, Phrase):
            parted = item.case in _SUBJECTS or clauses.says_when(item)
            if parted and not either:
                return False
        elif item.supposed:
            return True
        elif item.ending is not Ending.ADNOMINAL and not (
            is_joined(item) or item.tail.startswith(_EITHER)
        ):
            return False
    return False


def _leads_up_to(clauses: Clauses, trigger: Trigger) -> bool:
    """[사과하고] 대책을 세울 때까지: joined to what is waited for, it is waited for as well."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.past or not is_joined(verb):
        return False
    behind = (i for i in clauses.items[at + 1 :] if isinstance(i, Verb))
    last = next((v for v in behind if not is_joined(v)), None)
    return last is not None and _UNTIL.match(last.tail) is not None


def is_asked_about(clauses: Clauses, trigger: Trigger) -> bool:
    """방북하느냐는 질문에, 방북을 어떻게 보느냐고 묻자: what is asked about is not told.

    Not what stands in a clause of its own (만난 뒤 “또 만나느냐”는 질문에).
    """
    if _is_matter_asked_about(clauses, trigger):
        return True
    at = trigger.index if trigger.verb is None or trigger.noun else clauses.place_of(trigger.verb)
    quote = None
    for item in clauses.items[at:]:
        if isinstance(item, Phrase):
            quote = clauses.quote_of(item) if item is clauses.items[at] else quote
            continue
        if _ASKED.match(item.tail):
            return clauses.quote_of(item) == quote or quote is None
        if not _leads_on(item):
            return False
    return False


def _is_matter_asked_about(clauses: Clauses, trigger: Trigger) -> bool:
    """방북 계획을 묻는 질문에, 방북 가능성에 관한 물음에; not 회담 결과를 묻자."""
    behind = clauses.text(Span(trigger.span.end, clauses.sentence.span.end)).lstrip()
    matter = behind.startswith(clauses.words.words["asked-matters"])
    return trigger.noun and matter and _ASKED_OF.match(behind) is not None


def _leads_on(verb: Verb) -> bool:
    """할 것으로 보느냐는, 했다고 보느냐는, 할 계획이 있느냐는: part of what is asked."""
    if verb.ending is Ending.QUOTATIVE or _INTENDED.match(verb.tail):
        return True
    return (
        re.match(r"(?:었 |았 |였 )?(?:ᆯ|을|ᆫ|은|는) 것 (?:으로|이라고|이라) ", verb.tail) is not None
    )


def is_forborne(trigger: Trigger, frame: FrameRow) -> bool:
    """미사일을 쏘지 않겠다고, 쌀을 보내지 않기로: told is the promise or refusal, and no deed."""
    verb = trigger.verb
    if frame.type not in _FORGONE or verb is None or frame.negated:
        return False
    return _FORBORNE.match(verb.tail) is not None


def is_declined(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """회담에 나가지 않겠다고, 접촉에는 응할 수 없다고: that one will not come tells of no talks."""
    phrase = clauses.items[trigger.index]
    if not trigger.noun or frame.mode not in _DECLINED or isinstance(phrase, Verb):
        return False
    behind = clauses.items[trigger.index + 1 :]
    verb = next((i for i in behind if isinstance(i, Verb)), None)
    if verb is None or phrase.case is not Case.TO:
        return False
    comes = verb.lemma in clauses.words.words["declining"]
    return comes and (verb.negated or _UNABLE.match(verb.tail) is not None)


def was_missed(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """외무상은 몽골을 방문하려다 그만뒀다, 방문하려던 계획을 접었다: what did not come about."""
    verb = trigger.verb
    return verb is not None and frame.type not in UTTERANCES and _is_dropped(clauses, verb, frame)


def unrealised(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Stand | None:
    """How it stands where no cue of the pack decides: 방문할 채비 is planned."""
    verb = trigger.verb
    if verb is None:
        return None
    if _DAY_COMES.match(verb.tail):
        return _on_that_day(clauses, verb)
    if _is_of_draft(clauses, verb):
        return NOTHING
    if _SCHEME.match(verb.tail):
        following = _following(clauses, verb)
        worked_at = following is not None and following.lemma in clauses.words.words["working-at"]
        return Status.PLANNED if worked_at else NOTHING
    found = _MEANT.match(verb.tail) or _PROSPECTIVE.match(verb.tail)
    return _ahead(clauses, verb, frame, found) if found is not None else None


def _is_of_draft(clauses: Clauses, verb: Verb) -> bool:
    """동결하는 결의안을 표결에 부쳤다: what a draft holds, before it is adopted."""
    at = clauses.place_of(verb)
    while is_joined(verb) and (joined := _following(clauses, verb)) is not None:
        verb, at = joined, clauses.place_of(joined)
    paper = next(iter(clauses.items[at + 1 :]), None)
    if not verb.tail.startswith("는 ") or not isinstance(paper, Phrase):
        return False
    words = clauses.words.words
    if not clauses.text(paper.span).endswith(words["draft-papers"]):
        return False
    behind = clauses.text(Span(paper.span.end, clauses.sentence.span.end))
    return not any(word in behind for word in words["adopting"])


def _on_that_day(clauses: Clauses, verb: Verb) -> Stand | None:
    """방문하는 날이 올 수 있다: foreseen; 방문하는 날이 오면: only supposed."""
    comes = _following(clauses, verb)
    if comes is None or comes.past or comes.lemma not in clauses.words.words["days-that-come"]:
        return None
    found = by_endings(comes, clauses.words)
    return NOTHING if found == NOTHING or comes.supposed else Status.PREDICTED


def _is_dropped(clauses: Clauses, verb: Verb, frame: FrameRow) -> bool:
    if _TRIED.match(verb.tail):
        return not _failed_launch(clauses, verb, frame)
    if _MEANT.match(verb.tail) is not None:
        return _given_up(clauses, verb)
    found = _WAS_SET.match(verb.tail)
    settled = found is not None and found[1] in clauses.words.words["settled-plans"]
    return settled and _was_dropped(clauses, verb)


def _was_dropped(clauses: Clauses, verb: Verb) -> bool:
    """방문하기로 했던 계획을 [철회했다]: the very next verb gives up what was planned."""
    following = _following(clauses, verb)
    if following is not None and following.lemma in _AUXILIARY:
        following = _following(clauses, following)
    if following is None:
        return False
    dropped = clauses.text(Span(verb.span.end, following.span.end))
    return any(word in dropped for word in clauses.words.words["called-off"])


def _failed_launch(clauses: Clauses, verb: Verb, frame: FrameRow) -> bool:
    """위성을 쏘아 올리려다 실패했다."""
    behind = clauses.document.text[verb.span.end : verb.span.end + _SOON]
    return frame.type == "ASSAULT" and any(word in behind for word in _WENT_WRONG)


def _given_up(clauses: Clauses, verb: Verb) -> bool:
    """방문하려던 계획을 접었다."""
    behind = clauses.text(Span(verb.span.end, clauses.sentence.span.end))
    return any(word in behind for word in clauses.words.words["called-off"])


def _ahead(clauses: Clauses, verb: Verb, frame: FrameRow, found: re.Match[str]) -> Stand | None:
    """방문할 채비 is a plan, 쏠 조짐 foreseen, 규탄할 필요 neither."""
    noun, words = found[1], clauses.words.words
    if noun in words["at-that-time"]:
        return None
    following = _following(clauses, verb)
    if noun in words["resolving"] and frame.type in UTTERANCES:
        return None  # 지지할 결심을 밝혔다: saying so is the act
    if noun in words["getting-ready"]:
        return Status.PLANNED
    if noun in words["short-of-it"] or (following is not None and _is_feared(clauses, following)):
        return NOTHING
    if noun in words["omens"]:
        unseen = following is not None and _is_unseen(clauses, following)
        return NOTHING if unseen or frame.type not in {*_PLANNED, "ASSAULT"} else Status.PREDICTED
    return Status.PLANNED if frame.type in _PLANNED else NOTHING


def _is_unseen(clauses: Clauses, verb: Verb) -> bool:
    """조짐은 보이지 않는다, 징후는 없다; 만날 확률은 높지 않다 foretells all the same."""
    missing = verb.negated or verb.lemma == "없다"
    return missing and verb.lemma in clauses.words.words["being-seen"]


def _is_feared(clauses: Clauses, verb: Verb) -> bool:
    """방문할 것을 우려한다: what somebody would not have."""
    return verb.lemma in clauses.words.words["fearing"]


def _following(clauses: Clauses, verb: Verb) -> Verb | None:
    behind = clauses.items[clauses.place_of(verb) + 1 :]
    return next((item for item in behind if isinstance(item, Verb)), None)


def _unsaid(clauses: Clauses, trigger: Trigger, verb: Verb) -> bool:
    """방문하겠다고 말하지 않았다."""
    if verb.ending is not Ending.QUOTATIVE or trigger.frames[0].negated:
        return False
    saying = _following(clauses, verb)
    told = saying is not None and saying.lemma in clauses.words.words["saying"]
    return told and saying is not None and saying.negated


def _came_to_that(clauses: Clauses, verb: Verb, frame: FrameRow) -> bool:
    """손님이 떠날 때까지 손을 흔들었다: told of what is over."""
    last = next((i for i in reversed(clauses.items) if isinstance(i, Verb)), None)
    told = last is not None and last.past and not last.negated and last.ending is Ending.FINAL
    return told and frame.type == "CONSULT" and _following(clauses, verb) is last
