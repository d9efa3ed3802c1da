"""Whether the present tense tells of what is still to come: 외무상은 러시아를 방문한다.

Comes in: a ``Trigger`` in its clauses and the frame that tells of it. Goes out: a truth. Korean
papers announce visits and meetings in the present tense; of what lasts they say -고 있다.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.article import BlockKind
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Clauses, Verb

#: Endings of the present tense, plain and polite, alone and before what somebody says.
_PRESENT = {
    *("ᆫ다", "는다", "ᆸ니다", "습니다", "ᆫ다고", "는다고", "ᆫ다며", "는다며"),
    *("ᆫ다는", "는다는", "ᆫ다면서", "는다면서"),
}
#: Endings that join a verb to the next one without a time of its own.
_JOINED = {"어", "아", "여", "어서", "아서", "고", "며", "면서"}
#: 수행한 바 있다, 방문한 적이 있다.
_HAS_DONE = ("ᆫ 바 ", "은 바 ", "ᆫ 적 ", "은 적 ")
#: 훈련을 시작하게 된다.
_COMES_TO = ("게 되 ᆫ다", "게 되 ᆸ니다")
#: 이번 주 방문하는 것으로 알려졌다, 만나는 것으로 21일 전해졌다, 회담하는 것으로 안다, 듣고 있다.
_HEARD = re.compile(
    r"는 것 으로 (?:\d{1,2} 일 )?(?:알려지|전해지|전하 어 지|알|듣|확인 되|파악 되) "
)
_CASES = ("object", "subject", "to")
_HELD = {"visit", "meeting", "multilateral", "ceremony", "reception", "sign"}


def is_foretold(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> bool:
    """Whether the verb of a coming-together announces it.

    Example:
        ``대표단이 몽골을 방문한다고 신문이 전했다`` announces; ``손을 잡고 있다`` does not.
    """
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not _is_announced(verb, frame):
        return False
    if clauses.sentence.kind is BlockKind.CAPTION or frame.bound is not None:
        return False
    if _is_present(verb) or is_heard(verb):
        return True
    if verb.ending is not Ending.CONNECTIVE or verb.past or verb.tail.split()[:1] == []:
        return False
    return verb.tail.split()[0] in _JOINED and _last_announces(clauses, at, words)


def _is_announced(verb: Verb, frame: FrameRow) -> bool:
    """방문한다, 합의한다 and whatever one comes to do (훈련을 하게 된다)."""
    if frame.mode in _HELD or _is_help(verb, frame):
        return True
    if frame.type == "AGREE":
        return _is_present(verb)
    return frame.type not in UTTERANCES and verb.tail.startswith(_COMES_TO)


def _is_help(verb: Verb, frame: FrameRow) -> bool:
    """미국이 식량을 지원한다, as leads announce it; not what is done all along (지원하고)."""
    return frame.type == "AID" and verb.ending is Ending.FINAL


def is_heard(verb: Verb) -> bool:
    """이번 주 방문하는 것으로 알려졌다: what one hears of in the present tense is to come.

    If a time says so; 오가는 것으로 알려졌다 alone may tell of a habit.
    """
    return _HEARD.match(verb.tail) is not None


def _is_present(verb: Verb) -> bool:
    forms = verb.tail.split()
    if forms[:2] == ["게", "되"]:
        forms = forms[2:]
    return not verb.past and bool(forms) and forms[0] in _PRESENT


def _last_announces(clauses: Clauses, at: int, words: Lexicon) -> bool:
    """북한을 방문해 회담을 갖는다: the verb that closes the chain, if it tells of a happening."""
    for item in clauses.items[at + 1 :]:
        if not isinstance(item, Verb) or clauses.quote_of(item) != clauses.quote_of(
            clauses.items[at]
        ):
            continue
        if item.tail.startswith(_HAS_DONE):
            return False
        if is_heard(item):
            return _tells(item, words)
        if item.ending in {Ending.ADNOMINAL, Ending.NOMINAL}:
            continue
        if item.ending is Ending.CONNECTIVE and not item.past:
            continue
        return _tells(item, words) and _is_present(item)
    return False


def _tells(verb: Verb, words: Lexicon) -> bool:
    """만나다, and 갖다 in 회담을 갖다; not 나오다 in 평가가 나온다.

    A verb that tells of something only with certain words beside it tells of nothing by itself.
    회의를 열고 도발을 규탄한다고 밝혔다 announces nothing: saying so was the act.
    """
    frames = words.frames_of_predicate(verb.lemma)
    alone = [f for f in frames if not f.needs and not f.negated]
    if verb.ending is Ending.QUOTATIVE and alone and all(f.type in UTTERANCES for f in alone):
        return False
    bearing = (s for case in _CASES for s in words.supports.get((verb.lemma, case), ()))
    return any(alone) or any(not s.special for s in bearing)
