"""A trigger whose form tells of nothing done: a guess, a wish, a demand, a promise not to.

Comes in: a ``Trigger`` in its clauses, one of its frames and the cues of the pack. Goes out:
whether the page only guesses, asks or supposes. Invariant: what is told, planned or denied is an
account; how that stands is for ``modality`` to say.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.demanded import end_of_chain, is_expressed, is_of_another
from haengbo.reading.events.judging.endings import CALLED_FOR, PROPOSED, by_endings, is_joined
from haengbo.reading.events.judging.resolved_with import DEEDS
from haengbo.reading.events.judging.unrealised import is_unmade
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 만나야 한다: what ought to happen.
_OUGHT_NOW = re.compile(r"(?:[어아여] (?:가|나가|오|주|내) )?[어아여]야 (?:하|되)(?! 었)")
_OUGHT = ("어야 하", "아야 하", "여야 하", "어야 되", "아야 되", "여야 되", "어 지 어야 하")
#: Modes of what people hold together.
HELD = {"meeting", "multilateral", "reception"}
#: 끊으라고, 중단하라는, 해제할 것을, 멈춰 달라고.
_TO_BE_DONE = (
    *("으라고 ", "라고 "),
    *(*CALLED_FOR, "지 말 라고 ", "지 말 ᆯ 것 을 ", "어 달 라고 ", "어 주 ᆯ 것 을 "),
)
#: 떠나라는 명령, 풀라는 요구: what describes a noun so is an order.
_ORDERED = ("으라는 ", "라는 ")
#: 항의할 것인지, 항의할지.
_ASKED = ("ᆯ 것 이 ᆫ지", "을 것 이 ᆫ지", "ᆯ지 ", "을지 ")
_WAS_TOLD = ("라고 하 었 ", "으라고 하 었 ")
_ACTING = {Case.SUBJECT, Case.TOPIC}
_TOLD = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE}
#: 정할 일이다: theirs to do.
_UP_TO_THEM = ("ᆯ 일 이 ", "을 일 이 ")
#: 합의했을 당시: told, not guessed.
_AT_THE_TIME = {"당시", "때", "무렵", "즈음"}
#: 제재를 발동하지 않겠다고, 핵실험을 하지 않겠다고: of these a promise not to is no plan.
_FORSWORN = {"ASSAULT", "SANCTION"}


def is_no_account(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> bool:
    """A guess, a wish, a demand, or a form in which nothing is done."""
    verb = trigger.verb
    if verb is not None and _tells_nothing(trigger, verb, frame, words):
        return True
    if verb is not None and _is_reason(verb, frame, words):
        return True
    return _is_only_wanted(clauses, trigger, frame, words) or is_unmade(clauses, trigger, frame)


def _is_reason(verb: Verb, frame: FrameRow, words: Lexicon) -> bool:
    """핵실험에 항의해 대사를 추방했다, 체포를 문제 삼아 단교했다: why the deed was done."""
    reacts = frame.type in {"PROTEST", "ACCUSE"} and verb.lemma in words.words["reacting"]
    return reacts and is_joined(verb) and verb.tail.startswith(("어 ", "아 ", "여 "))


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
    if verb is not None and verb.lemma != "이다" and verb.tail.startswith(_ORDERED):
        return True  # 제재를 풀라는 요구를 접지 않았다
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
            if item.case in _ACTING:
                return False
        elif clauses.quote_of(item) != clauses.quote_of(verb):
            return False
        elif item.tail.startswith(_UP_TO_THEM):
            return True  # 두 나라가 협의해서 정할 일이다
        elif item.ending is not Ending.ADNOMINAL and not is_joined(item):
            proposed = item.tail.startswith(PROPOSED)  # 회담을 열어 문제를 풀자고
            hoped = item.tail.startswith("기 ") and by_endings(item, words) == "nothing"
            proposed = proposed or hoped  # 만나 논의하기를 기대했다
            return proposed or _OUGHT_NOW.match(item.tail) is not None or _guesses_past(item)
    return False


def _tells_nothing(trigger: Trigger, verb: Verb, frame: FrameRow, words: Lexicon) -> bool:
    """A guess, what ought to be, what there will not be, what was not said."""
    if _guesses_past(verb) or by_endings(verb, words) == "nothing":
        return True
    if frame.mode == "meeting" and not trigger.noun and _is_going_on(verb, words):
        return True
    if _will_be_missing(trigger, words) or _is_forsworn(trigger, verb, frame):
        return True
    if verb.tail.startswith(PROPOSED) and (frame.mode in HELD or frame.type in DEEDS):
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
