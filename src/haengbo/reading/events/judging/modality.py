"""A trigger → how the happening stands, from occurred to not occurred.

Comes in: a ``Trigger`` in its clauses and the cues of the pack. Goes out: a ``Status``, or
``None`` for a guess at the past (조율했을 것으로 보인다), which is no event. The endings of the
verb decide first, then what is said of the whole clause behind it (… 관측이 나왔지만 무산됐다),
then the verb's own meaning. ``no_account`` tells what is no event, ``cues_around`` what is said of
the whole.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.chained import (
    of_chain,
    of_what_is_done_on_it,
    of_what_is_said,
    of_what_voices_it,
)
from haengbo.reading.events.judging.claims import is_claim_of_another, is_only_reported
from haengbo.reading.events.judging.cues_around import (
    TO_COME,
    by_suffix,
    is_claimed,
    is_contradicted,
    is_embedded,
    said_before,
    said_behind,
)
from haengbo.reading.events.judging.endings import HEREBY, RESOLVED, by_endings, is_joined
from haengbo.reading.events.judging.no_account import HELD, is_negated, is_no_account
from haengbo.reading.events.judging.resolved_with import with_what_is_resolved
from haengbo.reading.events.judging.unrealised import NOTHING, unrealised, was_missed
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 항의할 것이다, 요구하겠다.
_TO_BE_SAID = ("ᆯ 것 이", "을 것 이", "ᆯ 것 ", "겠 ", "ᆯ 예정", "ᆯ 방침", "ᆯ 계획")
#: 규탄한다고, 지지할 결심을: saying so is the act.
_SAID_SO = (*HEREBY, "ᆯ 결심 ", "을 결심 ", "ᆯ 각오 ", "을 각오 ")
#: 찾을 것이라고.
_WILL_BE_SAID = ("ᆯ 것 이 라고", "을 것 이 라고", "ᆯ 것 이라고", "을 것 이라고")
#: 끊는다는 내용의 [정부성명을].
_HOLDS = re.compile(r"\s?내용의\s(?:\S{1,6}\s)?\S{0,4}(?:성명|담화|선언|포고)")
#: Types of what is done by a paper that says so.
_BY_PAPER = {"REJECT", "SANCTION"}
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
_TURNS = {Status.NOT_OCCURRED, Status.DENIED}


def status_of(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> Status | None:
    """How the happening stands; ``None`` if the page only guesses, asks or supposes.

    What has a name of its own was made, whatever is said of it: 남북 군사합의를 깰 수 있다.
    """
    if trigger.noun and frame.status == Status.OCCURRED:
        return Status.OCCURRED
    if is_no_account(clauses, trigger, frame, words):
        return None
    missed = was_missed(clauses, trigger, frame)
    turned = Status.NOT_OCCURRED if missed else said_behind(clauses, trigger, words, _TURNS)
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
    if found is None and (
        is_claimed(clauses, trigger, frame) or is_only_reported(clauses, trigger)
    ):
        found = Status.ALLEGED
    return found or _by_form(clauses, trigger, frame, words)


def _by_form(clauses: Clauses, trigger: Trigger, frame: FrameRow, words: Lexicon) -> Status | None:
    """Where no cue decides: what the form of the verb says, else what the frame says itself."""
    unmade = unrealised(clauses, trigger, frame)
    if unmade is not None:
        return None if unmade == NOTHING else Status(unmade)
    if frame.type == "CONSULT" and _is_yet_to_be_held(trigger, words):
        return Status.PLANNED
    if is_claimed(clauses, trigger, frame):
        return Status.ALLEGED
    return Status.OCCURRED if frame.status is None else Status(frame.status)


def _is_yet_to_be_held(trigger: Trigger, words: Lexicon) -> bool:
    """서울에서 열릴 회담에 참석할 대표단이 떠났다: what describes it lies ahead."""
    held, verb = trigger.relative_verb, trigger.verb
    if held is not None and held.lemma in words.happening and held.tail.startswith(TO_COME):
        return True
    joins = trigger.noun and trigger.support is not None and trigger.support.joins
    ahead = verb is not None and verb.ending is Ending.ADNOMINAL
    return joins and ahead and verb is not None and verb.tail.startswith(TO_COME)


def _turned(clauses: Clauses, trigger: Trigger, frame: FrameRow, turned: Status) -> Status | None:
    if turned is Status.DENIED and is_contradicted(clauses, trigger, frame):
        return Status.ALLEGED
    ruled_out = turned is Status.DENIED and frame.mode == "meeting"
    # 협상 가능성을 일축했다: who refuses to talk denies no meeting
    return None if ruled_out and _is_possibility(clauses, trigger) else turned


def _is_possibility(clauses: Clauses, trigger: Trigger) -> bool:
    return clauses.document.text[trigger.span.end :][:8].lstrip().startswith("가능성")


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
    return verb.tail.startswith(_WILL_BE_SAID) and _is_announced_behind(clauses, at)


def _is_announced_behind(clauses: Clauses, at: int) -> bool:
    """찾을 것이라고 외무부가 [확인했다]."""
    behind = clauses.items[at + 1 :]
    saying = next((i for i in behind if isinstance(i, Verb) and i.lemma != "이다"), None)
    return saying is not None and saying.lemma in clauses.words.words["announcing"]


def _is_imposed(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """재무부는 은행을 제재 명단에 추가한다고 밝혔다: an office imposes it by announcing it."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.type != "SANCTION" or verb is None or at is None:
        return False
    return verb.tail.startswith(HEREBY) and _is_announced_behind(clauses, at)


def _is_declared(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """조약에서 탈퇴한다는 내용의 성명을 채택했다: the paper itself does it."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.type not in _BY_PAPER or verb is None or at is None or trigger.noun:
        return False
    made = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    end = clauses.sentence.span.end
    return (
        made is not None
        and made.past
        and not made.negated
        and _HOLDS.match(clauses.document.text, verb.span.end, end) is not None
    )


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
    said_so = frame.type in UTTERANCES and verb.tail.startswith(_SAID_SO)
    declared = _is_declared(clauses, trigger, frame)
    if said_so or declared or _is_imposed(clauses, trigger, frame):
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
    found = by_suffix(clauses, trigger, words) or said_before(clauses, trigger, words)
    if found is None and frame.mode == "visit":
        found = of_what_is_done_on_it(clauses, trigger, words)
    if found is None and trigger.noun and _is_looked_forward_to(clauses, trigger):
        return Status.PREDICTED
    held = frame.mode in {*HELD, "ceremony"} or frame.type == "SANCTION"
    borne = not trigger.noun or (trigger.support is not None and held)
    if found is None and borne and frame.type not in UTTERANCES:
        found = of_chain(clauses, trigger, words)
    if found is None and frame.type in UTTERANCES:
        found = of_what_voices_it(clauses, trigger, words)
    if found is None and trigger.noun and trigger.verb is None:
        found = of_what_is_said(clauses, trigger, words)
    if found is None and is_embedded(trigger):
        found = said_behind(clauses, trigger, words, set(Status) - _TURNS)
    return found


def _is_looked_forward_to(clauses: Clauses, trigger: Trigger) -> bool:
    """연내 방한을 기대한다: what somebody hopes for, on a day of its own."""
    behind = clauses.items[trigger.index + 1 :][:1]
    verb = behind[0] if behind and trigger.support is None else None
    taken = trigger.chain[-1].case is Case.OBJECT
    return isinstance(verb, Verb) and taken and verb.lemma in clauses.words.words["hoping"]
