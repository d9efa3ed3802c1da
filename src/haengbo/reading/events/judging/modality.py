"""A trigger → how the happening stands, from occurred to not occurred.

Comes in: a ``Trigger`` in its clauses and the cues of the pack. Goes out: a ``Status``, or
``None`` for a guess at the past (조율했을 것으로 보인다), which is no event. The endings of the
verb decide first, then what is said of the whole clause behind it (… 관측이 나왔지만 무산됐다),
then the verb's own meaning.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow, ModalityRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.chained import (
    of_chain,
    of_what_is_done_on_it,
    of_what_is_said,
)
from haengbo.reading.events.judging.claims import CLAIMED, is_claim_of_another, is_only_reported
from haengbo.reading.events.judging.demanded import end_of_chain, is_expressed, is_of_another
from haengbo.reading.events.judging.endings import (
    CALLED_FOR,
    PROPOSED,
    RESOLVED,
    by_endings,
    is_joined,
)
from haengbo.reading.events.judging.resolved_with import DEEDS, with_what_is_resolved
from haengbo.reading.events.judging.unrealised import NOTHING, is_unmade, unrealised, was_missed
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: How far behind a word a cue about it may begin, in code points.
_REACH = 45
#: 만나야 한다: what ought to happen.
_OUGHT_NOW = re.compile(r"(?:[어아여] (?:가|나가|오|주|내) )?[어아여]야 (?:하|되)(?! 었)")
_OUGHT = ("어야 하", "아야 하", "여야 하", "어야 되", "아야 되", "여야 되", "어 지 어야 하")
#: 열릴, 참석할.
_TO_COME = ("ᆯ ", "을 ")
#: 항의할 것이다, 요구하겠다.
_TO_BE_SAID = ("ᆯ 것 이", "을 것 이", "ᆯ 것 ", "겠 ", "ᆯ 예정", "ᆯ 방침", "ᆯ 계획")
#: 규탄한다고, 지지할 결심을: saying so is the act.
_SAID_SO = ("ᆫ다고 ", "는다고 ", "ᆯ 결심 ", "을 결심 ", "ᆯ 각오 ", "을 각오 ")
#: 방문할 예정이었으나, 방문하기로 했으나, 방문하려 했지만: what was planned once.
_WAS_PLANNED = re.compile(
    r"(?:(?:ᆯ|을) (?:예정|계획|방침|생각|참) 이 었|기 로 하 었|기 로 되 어 있 었|려고? 하 었) "
    r"(?:으나|지만|는데|다가|었 으나|었 지만) "
)
#: 찾을 것이라고.
_WILL_BE_SAID = ("ᆯ 것 이 라고", "을 것 이 라고", "ᆯ 것 이라고", "을 것 이라고")
#: 발표했으나, 주장했지만.
_BUT = ("었 으나", "았 으나", "였 으나", "었 지만", "았 지만", "였 지만", "었 는데")
#: “…”고, “…”라고, “…”며.
_SAID = ("고 ", "라고 ", "며 ", "면서 ")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
_HELD = {"meeting", "multilateral", "reception"}
#: 끊으라고, 중단하라는, 해제할 것을, 멈춰 달라고.
_TO_BE_DONE = (
    *("으라고 ", "라고 ", "으라는 ", "라는 "),
    *(*CALLED_FOR, "지 말 라고 ", "지 말 ᆯ 것 을 ", "어 달 라고 ", "어 주 ᆯ 것 을 "),
)
#: 항의할 것인지, 항의할지.
_ASKED = ("ᆯ 것 이 ᆫ지", "을 것 이 ᆫ지", "ᆯ지 ", "을지 ")
_WAS_TOLD = ("라고 하 었 ", "으라고 하 었 ")
_TOLD = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE}
#: 합의했을 당시: told, not guessed.
_AT_THE_TIME = {"당시", "때", "무렵", "즈음"}
#: 제재를 발동하지 않겠다고, 핵실험을 하지 않겠다고: of these a promise not to is no plan.
_FORSWORN = {"ASSAULT", "SANCTION"}
_TURNS = {Status.NOT_OCCURRED, Status.DENIED}


def status_of(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> Status | None:
    """How the happening stands; ``None`` if the page only guesses, asks or supposes."""
    if _is_no_account(clauses, trigger, frame, words):
        return None
    missed = was_missed(clauses, trigger, frame)
    turned = Status.NOT_OCCURRED if missed else _behind(clauses, trigger, words, _TURNS)
    if is_claim_of_another(clauses, trigger, frame):
        turned = Status.ALLEGED
    if turned is not None:
        return _turned(clauses, trigger, frame, turned)
    verb = trigger.verb
    if frame.resolves and verb is not None and verb.tail.startswith(RESOLVED):
        return Status.OCCURRED
    joined = with_what_is_resolved(clauses, trigger, frame)
    found = Status(joined) if joined is not None and joined != NOTHING else None
    found = found or _by_verb(clauses, trigger, frame, words)
    found = found or _by_context(clauses, trigger, frame, words)
    unmade = joined or (unrealised(clauses, trigger, frame) if found is None else None)
    if unmade == NOTHING:
        return None
    found = found or (Status(unmade) if unmade is not None else None)
    if found is None and frame.type == "CONSULT" and _is_yet_to_be_held(trigger, words):
        found = Status.PLANNED
    if found is None and (_claimed(clauses, trigger, frame) or is_only_reported(clauses, trigger)):
        found = Status.ALLEGED
    return found or _by_form(clauses, trigger, frame, words)


def _is_no_account(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> bool:
    """A guess, a wish, a demand, or a form in which nothing is done."""
    verb = trigger.verb
    if verb is not None and _tells_nothing(trigger, verb, frame, words):
        return True
    return _is_only_wanted(clauses, trigger, frame, words) or is_unmade(clauses, trigger, frame)


def _by_form(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> Status | None:
    """Where no cue decides: what the form of the verb says, else what the frame says itself."""
    unmade = unrealised(clauses, trigger, frame)
    if unmade is not None:
        return None if unmade == NOTHING else Status(unmade)
    if frame.type == "CONSULT" and _is_yet_to_be_held(trigger, words):
        return Status.PLANNED
    if _claimed(clauses, trigger, frame):
        return Status.ALLEGED
    return Status.OCCURRED if frame.status is None else Status(frame.status)


def _is_yet_to_be_held(trigger: Trigger, words: Lexicon) -> bool:
    """서울에서 열릴 회담에 참석할 대표단이 떠났다: what describes it lies ahead."""
    held, verb = trigger.relative_verb, trigger.verb
    if held is not None and held.lemma in words.happening and held.tail.startswith(_TO_COME):
        return True
    joins = trigger.noun and trigger.support is not None and trigger.support.joins
    ahead = verb is not None and verb.ending is Ending.ADNOMINAL
    return joins and ahead and verb is not None and verb.tail.startswith(_TO_COME)


def _turned(clauses: Clauses, trigger: Trigger, frame: FrameRow, turned: Status) -> Status | None:
    if turned is Status.DENIED and _contradicted(clauses, trigger, frame):
        return Status.ALLEGED
    ruled_out = turned is Status.DENIED and frame.mode == "meeting"
    # 협상 가능성을 일축했다: who refuses to talk denies no meeting
    return None if ruled_out and _is_possibility(clauses, trigger) else turned


def _is_only_wanted(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> bool:
    """What is demanded of others, or would come before what ought to be, is not told."""
    told = _tells_of_orders(frame) and not _is_called_for(trigger)
    if not told and _is_demanded(clauses, trigger):
        return True
    if _is_asked_first(clauses, trigger):
        return True
    said = is_expressed(clauses, trigger)
    said = said or frame.type in UTTERANCES
    return not said and _ought_to_be_first(clauses, trigger, words)


def _tells_of_orders(frame: FrameRow) -> bool:
    """짐을 싸라고 했다: where the order is the act; what is asked for is told besides."""
    return frame.mode == "visit" or any(need.endswith("라") for need in frame.needs)


def _is_called_for(trigger: Trigger) -> bool:
    """평양을 방문할 것을 촉구했다: a visit that is only asked for, other than 나가라고 했다."""
    verb = trigger.verb
    return verb is not None and verb.tail.startswith(CALLED_FOR)


def _is_demanded(clauses: Clauses, trigger: Trigger) -> bool:
    """관계를 끊으라고, 제재를 해제할 것을 촉구했다: what somebody else shall do is the demand."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is not None and at is not None and is_joined(verb) and is_of_another(clauses, at):
        verb, at = end_of_chain(clauses, at)  # 미국이 제재를 풀고 수교할 것을 요구했다
    if verb is None or at is None or verb.lemma == "이다":
        return False  # 제재 대상이라고
    if verb.tail.startswith(_WAS_TOLD):
        return True  # 짐을 싸라고 했다, as the analyser joins them
    if not verb.tail.startswith(_TO_BE_DONE):
        return False
    asking = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    if asking is not None and asking.lemma == "하다" and asking.ending in _TOLD:
        return True  # 짐을 싸라고 했다
    return asking is not None and asking.lemma in clauses.words.words["demanding"]


def _is_asked_first(clauses: Clauses, trigger: Trigger) -> bool:
    """대사를 불러 항의할 것인지에 대해: joined to what is only asked."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not is_joined(verb):
        return False
    behind = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    return behind is not None and behind.tail.startswith(_ASKED)


def _ought_to_be_first(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """회담을 재개해 합의를 이행해야 한다: joined to what ought to be, or to a guess at the past."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not is_joined(verb):
        return False
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Phrase):
            if item.case in _SUBJECTS:
                return False
        elif clauses.quote_of(item) != clauses.quote_of(verb):
            return False
        elif item.ending is not Ending.ADNOMINAL and not is_joined(item):
            proposed = item.tail.startswith(PROPOSED)  # 회담을 열어 문제를 풀자고
            hoped = item.tail.startswith("기 ") and by_endings(item, words) == "nothing"
            proposed = proposed or hoped  # 만나 논의하기를 기대했다
            return proposed or _OUGHT_NOW.match(item.tail) is not None or _guesses_past(item)
    return False


def _is_possibility(clauses: Clauses, trigger: Trigger) -> bool:
    return clauses.document.text[trigger.span.end :][:8].lstrip().startswith("가능성")


def _tells_nothing(trigger: Trigger, verb: Verb, frame: FrameRow, words: Lexicon) -> bool:
    """A guess, what ought to be, what there will not be, what was not said."""
    if _guesses_past(verb) or by_endings(verb, words) == "nothing":
        return True
    if frame.mode == "meeting" and not trigger.noun and _is_going_on(verb, words):
        return True
    if _will_be_missing(trigger, words) or _is_forsworn(trigger, verb, frame):
        return True
    if verb.tail.startswith(PROPOSED) and (frame.mode in _HELD or frame.type in DEEDS):
        return True  # 회담을 열자고 제의했다: what is proposed is the matter of the proposal
    if verb.tail.startswith(_OUGHT) or frame.type not in UTTERANCES:
        return verb.tail.startswith(_OUGHT) and not _calls_for(frame)
    return is_negated(verb) and not trigger.noun and not frame.negated


def _calls_for(frame: FrameRow) -> bool:
    """Where what ought to be is the act itself: 책임져야 한다고."""
    return frame.type in UTTERANCES and any("야" in need for need in frame.needs)


def _is_going_on(verb: Verb, words: Lexicon) -> bool:
    """중국 측과 협의하고 있다: that they are in touch is no meeting."""
    return verb.tail.startswith("고 있") and verb.lemma in words.words["negotiating"]


def is_negated(verb: Verb) -> bool:
    """-지 않다; -지는 않다, -지도 않다."""
    return verb.negated or verb.tail.startswith(("지 는 않", "지 도 않", "지 는 못하"))


def is_announced(trigger: Trigger, frame: FrameRow) -> bool:
    """“북한에 항의할 것”이라고 말했다: what one will ask or protest is still to come."""
    verb = trigger.verb
    ahead = verb is not None and not trigger.noun and verb.tail.startswith(_TO_BE_SAID)
    return ahead and frame.type in {"REQUEST", "PROTEST"} and not frame.needs


def is_to_be(clauses: Clauses, trigger: Trigger) -> bool:
    """논의할 것이라고, 만나 논의하게 될 것이라며: what will be, as somebody says."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is not None and at is not None and is_joined(verb):
        verb = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    tail = verb.tail.removeprefix("게 되 ") if verb is not None else ""
    return tail.startswith(("ᆯ 것 이", "을 것 이"))


def alone_before(clauses: Clauses, trigger: Trigger) -> tuple[str, ...]:
    """차관은 논의할 것이라며 …고 말했다: who alone stands before it both acts and says so."""
    before = clauses.items[: trigger.verb_index or 0]
    acting = [i for i in before if isinstance(i, Phrase) and i.case in _SUBJECTS]
    acting = [p for p in acting if not clauses.says_when(p)]
    # 외교가에서는 주석이 올 것이라고 봤다: who says so is another
    topic = len(acting) == 1 and acting[0].case is Case.TOPIC
    return tuple(m.name for m in heads(clauses, acting[0])) if topic else ()


def _is_announced_by_another(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """외무상이 라오스를 찾을 것이라고 외무부가 확인했다: an office announces, and foretells not."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.type != "CONSULT" or verb is None or at is None:
        return False
    if not verb.tail.startswith(_WILL_BE_SAID):
        return False
    behind = clauses.items[at + 1 :]
    saying = next((i for i in behind if isinstance(i, Verb) and i.lemma != "이다"), None)
    words = clauses.words.words
    return saying is not None and saying.lemma in words["announcing"]


def _by_verb(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> Status | None:
    """What the verb's own endings and meaning say."""
    verb, support = trigger.verb, trigger.support
    if verb is None:
        return None
    denied = is_negated(verb) and not frame.negated and not _is_where(trigger)
    if denied and not trigger.noun:
        return Status.NOT_OCCURRED
    refused = frame.negated and frame.type in UTTERANCES  # 참가하지 않기로 했다
    # 행동을 개시하겠다고 통지문을 보내왔다
    refused = refused or (frame.type == "THREATEN" and verb.ending is Ending.QUOTATIVE)
    found = None if refused else by_endings(verb, words)
    if frame.type in UTTERANCES and verb.tail.startswith(_SAID_SO):
        found = None  # 규탄한다고 밝혔다: saying so is the act
    if support is not None and support.status in _TURNS and found == Status.PLANNED:
        return Status(support.status)  # 회담을 취소한다고 밝혔다
    if found is not None:
        announced = _is_announced_by_another(clauses, trigger, frame)
        return Status.PLANNED if found == "predicted" and announced else Status(found)
    if support is not None and support.status is not None:
        return Status(support.status)
    return Status.NOT_OCCURRED if denied and verb.negated else None


def _is_where(trigger: Trigger) -> bool:
    """이날 회담에서 날짜를 정하지 못했다: what was not done there leaves the talks held."""
    return trigger.noun and trigger.chain[-1].case is Case.AT


def _by_context(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon
) -> Status | None:
    """What stands beside a noun, what the sentence goes on to say."""
    found = _by_suffix(clauses, trigger, words) or _before(clauses, trigger, words)
    if found is None and frame.mode == "visit":
        found = of_what_is_done_on_it(clauses, trigger, words)
    if found is None and trigger.noun and _is_looked_forward_to(clauses, trigger):
        return Status.PREDICTED
    held = frame.mode in {*_HELD, "ceremony"} or frame.type == "SANCTION"
    borne = not trigger.noun or (trigger.support is not None and held)
    if found is None and borne and frame.type not in UTTERANCES:
        found = of_chain(clauses, trigger, words)
    if found is None and trigger.noun and trigger.verb is None:
        found = of_what_is_said(clauses, trigger, words)
    if found is None and _embedded(trigger):
        found = _behind(clauses, trigger, words, set(Status) - _TURNS)
    return found


def _is_looked_forward_to(clauses: Clauses, trigger: Trigger) -> bool:
    """연내 방한을 기대한다: what somebody hopes for, on a day of its own."""
    behind = clauses.items[trigger.index + 1 :][:1]
    verb = behind[0] if behind and trigger.support is None else None
    taken = trigger.chain[-1].case is Case.OBJECT
    return isinstance(verb, Verb) and taken and verb.lemma in clauses.words.words["hoping"]


def _will_be_missing(trigger: Trigger, words: Lexicon) -> bool:
    """회담은 없을 것이다: that there will be none is no event."""
    verb, support = trigger.verb, trigger.support
    missing = support is not None and support.id == "is-missing"
    return missing and verb is not None and by_endings(verb, words) is not None


def _is_forsworn(trigger: Trigger, verb: Verb, frame: FrameRow) -> bool:
    """시험발사를 하지 않겠다고 약속했다: what one promises not to do does not happen."""
    held_back = trigger.noun and (frame.mode == "exercise" or frame.type in _FORSWORN)
    return held_back and is_negated(verb) and "겠" in verb.tail.split()[:4]


def _guesses_past(verb: Verb) -> bool:
    """-었을 것으로 보인다, -었을 수 있다; -ㄹ 때마다 is a habit, no happening."""
    forms = verb.tail.split()
    if "때" in forms[:4] and "마다" in forms[:5]:
        return True
    past = forms[:1] in (["었"], ["았"], ["였"])
    if not past or forms[1:2] not in (["을"], ["ᆯ"]):
        return False
    if forms[2:3] and forms[2] in _AT_THE_TIME:
        return False
    # 둘이 논의했을 의제: what describes a noun so is a guess as well
    return verb.ending is Ending.ADNOMINAL or forms[2:3] in (["것"], ["수"], ["가능"])


def _by_suffix(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    if not trigger.noun:
        return None
    after = clauses.document.text[trigger.span.end : trigger.span.end + 6].lstrip()
    if trigger.support is not None and after.startswith(words.words["courses"]):
        return None  # 방문 일정을 시작했다: what has begun is no plan
    if after.startswith(words.words["dates-of"]) and _is_undecided(clauses, trigger, words):
        return Status.PLANNED
    for row in words.modality:
        if any(after.startswith(suffix) for suffix in row.suffixes):
            return Status(row.status)
    return None


def _is_undecided(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """방북 날짜는 아직 정해지지 않았다: the day is open, so the visit is to come."""
    end = trigger.span.end
    behind = Span(end, max(end, min(clauses.sentence.span.end, end + _REACH)))
    return any(word in clauses.text(behind) for word in words.words["undecided"])


def _before(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    start = trigger.chain[0].span.start if trigger.chain else trigger.span.start
    begin = max(clauses.sentence.span.start, start - 12)
    text = clauses.document.text[begin : trigger.span.start]
    named = {m.span.end for m in clauses.document.mentions_in(clauses.sentence.span)}
    for row in words.modality:
        for cue in row.before:
            at = text.find(cue)
            # 위원장 앞으로 편지를 보냈다: to whom, not when
            if at >= 0 and not named & {begin + at, begin + at - 1}:
                return Status(row.status)
    return None


def _embedded(trigger: Trigger) -> bool:
    verb = trigger.verb
    return verb is None or verb.ending in {Ending.NOMINAL, Ending.ADNOMINAL, Ending.QUOTATIVE}


def _claimed(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """북한군이 투입됐다고 주장했다: others claim it."""
    saying = _saying_behind(clauses, trigger)
    if saying is None:
        return False
    if frame.type not in CLAIMED:
        return frame.type not in UTTERANCES and saying.lemma in clauses.words.words["claiming"]
    # 함정이 넘어왔다며 으름장을 놓았다: what one complains of is claimed as well
    frames = clauses.words.frames_of_predicate(saying.lemma)
    complains = any(f.type in {"ACCUSE", "THREATEN"} and not f.needs for f in frames)
    return complains or saying.lemma in clauses.words.words["claiming"]


def _saying_behind(clauses: Clauses, trigger: Trigger) -> Verb | None:
    """투입됐다고 [주장했다]: the verb behind what may be claimed of others, if somebody says so."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None:
        return None
    saying = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    if verb.ending is Ending.QUOTATIVE:
        return saying
    return saying if saying is not None and _closes_words(clauses, verb, saying) else None


def _closes_words(clauses: Clauses, verb: Verb, saying: Verb) -> bool:
    """“… 들여왔다”고 주장했다: the last verb in quotation marks, and who says so outside."""
    quote = clauses.quote_of(verb)
    if quote is None or verb.ending is not Ending.FINAL or clauses.quote_of(saying) is not None:
        return False
    claims = saying.lemma in clauses.words.words["claiming"]
    return claims and clauses.document.text.startswith(_SAID, quote.outer.end)


def _behind(
    clauses: Clauses, trigger: Trigger, words: Lexicon, wanted: set[Status]
) -> Status | None:
    """What is said about the clause as a whole, right behind it."""
    if Status.NOT_OCCURRED in wanted and _was_called_off(clauses, trigger, words):
        return Status.NOT_OCCURRED
    if not _embedded(trigger):
        return None
    end = trigger.verb.span.end if trigger.verb is not None else trigger.span.end
    stretch = Span(end, max(end, min(clauses.sentence.span.end, end + _REACH)))
    quote = clauses.quote_of(trigger.verb or clauses.items[trigger.index])
    if quote is not None:
        stretch = Span(end, max(end, min(stretch.end, quote.span.end)))
    text = clauses.text(stretch)
    for row in words.modality:
        at = _first(row, text) if row.status in wanted else -1
        if at >= 0 and not _is_of_another(clauses, trigger, end + at):
            return Status(row.status)
    return None


def _is_of_another(clauses: Clauses, trigger: Trigger, cue: int) -> bool:
    """떠났다면서 [돌아올 가능성이 있다고]: what is possible is not what has been done."""
    verb = trigger.verb
    if verb is None or not verb.tail.startswith("었"):
        return False
    between = (i for i in clauses.items if verb.span.end <= i.span.start < cue)
    verbs = [i for i in between if isinstance(i, Verb)]
    last = verbs[-1] if verbs else None
    return last is not None and last.tail.startswith(_TO_COME)


def _was_called_off(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """방문할 예정이었으나 일정을 미뤘다: what was planned until then."""
    verb = trigger.verb
    if verb is None or _WAS_PLANNED.match(verb.tail) is None:
        return False
    text = clauses.text(Span(verb.span.end, clauses.sentence.span.end))
    return any(word in text for word in words.words["called-off"])


def _contradicted(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """북한군이 묻었다고 발표했으나 국방위는 부인했다: claimed by one, denied by the other: two.

    Of what is no hostile act only 주장했으나 says that it is a claim (편지를 건넸다고 주장했으나).
    """
    saying = _saying_behind(clauses, trigger)
    if saying is None or not saying.tail.startswith(_BUT):
        return False
    if frame.type not in CLAIMED and saying.lemma not in clauses.words.words["claiming"]:
        return False
    behind = clauses.items[clauses.place_of(saying) + 1 :]
    return any(isinstance(i, Phrase) and i.case in _SUBJECTS for i in behind)


def _first(row: ModalityRow, text: str) -> int:
    found = [text.find(word) for word in row.words if word in text]
    return min(found, default=-1)
