"""How a happening stands by a verb further on, to which its own is joined.

Comes in: a ``Trigger`` in its clauses. Goes out: planned or predicted, as the verb that closes the
chain says, or ``None``. Invariant: what has a day that is over is not to come.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.model.span import Span
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import (
    AGREED,
    CONTENT,
    HEREBY,
    RESOLVED,
    RESOLVED_NOT,
    by_endings,
    is_joined,
)
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.when import date_of

_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
_AFTERWARDS = {"뒤", "후", "직후"}
#: 탑을 찾고 관계가 넓어지리라는 확신을 말했다: what somebody is sure of is another matter.
_WILL_BE = ("리라", "으리라")
#: How far behind a visit the word may stand that makes it the time of something else.
_TIMED_WITHIN = 8
#: 참석하는 등 …을 순방한다: part of what the last verb tells.
_AMONG = "는 등 "
#: 방문한다, 찾는다고.
_PRESENT = ("ᆫ다 ", "는다 ", *HEREBY)
_MORNING = ("새벽", "오전", "아침")


def of_chain(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """How it stands by the verb that closes its chain, or by what several resolved together."""
    if _each_for_itself(clauses, trigger) or _is_part_of_tour(clauses, trigger, words):
        return Status.PLANNED
    return _of_last_verb(clauses, trigger, words)


def _is_part_of_tour(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """취임식에 [참석하는 등] 라오스를 방문한다: part of a journey that is to come."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(_AMONG):
        return False
    tour = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    frames = words.frames_of_predicate(tour.lemma) if tour is not None else ()
    journey = any(frame.mode == "visit" for frame in frames)
    return journey and tour is not None and tour.tail.startswith(_PRESENT)


def _of_last_verb(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """대표단을 보내 정보를 나눌 예정이다: the last verb's mood holds for those joined to it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.past:
        return None
    if not _may_be_to_come(clauses, trigger, verb):
        return None
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Phrase):
            if _parts(clauses, verb, item):
                return None
            continue
        if clauses.quote_of(item) != clauses.quote_of(verb) or _says_no_mood(item):
            continue
        found = None if item.tail.startswith(_WILL_BE) else by_endings(item, words)
        if found is not None and found != "nothing":
            return _of_last(verb, item, found)
        if (item.ending is not Ending.CONNECTIVE or item.past) and not _comes_first(item):
            return None
    return None


def _parts(clauses: Clauses, verb: Verb, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb says that the next one tells of something else.

    Example:
        참배하고 12일 돌아갈 예정이다: the day parts the two.
        회담 후, 비핵화는 단계적으로 이뤄질 것이라고 밝혔다: something else will be.
    """
    if verb.tail.startswith("고 ") and clauses.document.times_in(phrase.span):
        return True
    return phrase.case is Case.TOPIC and not is_joined(verb) and "도" not in phrase.particles


def _says_no_mood(verb: Verb) -> bool:
    """보내기, 보내는: a verb that is part of another clause."""
    return verb.tail.startswith("기 ") or verb.ending is Ending.ADNOMINAL


def of_what_is_said(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """답방은 내년 봄이 될 것이다: the mood of what is said of a visit or meeting.

    So it is of what will be done to it: 부장의 방문을 받아들이리라고 내다봤다.
    """
    phrase = clauses.items[trigger.index]
    if isinstance(phrase, Verb):
        return None
    if phrase.case is Case.OBJECT and phrase.span.end == trigger.span.end:
        return _of_letting(clauses, trigger, words)
    if phrase.case not in _SUBJECTS:
        return None
    for item in clauses.items[trigger.index + 1 :]:
        if isinstance(item, Verb) and clauses.quote_of(item) == clauses.quote_of(phrase):
            found = by_endings(item, words)
            return Status(found) if found in {"planned", "predicted"} else None
    return None


def of_what_is_done_on_it(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """방북 기간에 외무상을 만날 예정이다: what is to be done on a visit is done once it is made.

    Not on one of another time: 지난해 방북 때 만난 외무상을 만날 예정이다.
    """
    if not is_timed_by(clauses, trigger) or date_of(clauses, trigger) is not None:
        return None
    quote = clauses.quote_of(clauses.items[trigger.index])
    for item in clauses.items[(trigger.verb_index or trigger.index) + 1 :]:
        if not isinstance(item, Verb) or clauses.quote_of(item) != quote:
            continue
        if item.past or item.ending is Ending.ADNOMINAL:
            return None
        found = by_endings(item, words)
        return Status(found) if found in {"planned", "predicted"} else None
    return None


def is_timed_by(clauses: Clauses, trigger: Trigger) -> bool:
    """방북 [기간에], 북한 방문 [때], 방문을 [계기로]: a visit by which something else is timed."""
    words = tuple(clauses.words.words["on-the-visit"])
    behind = clauses.document.text[trigger.span.end :][:_TIMED_WITHIN].lstrip("을를 ")
    verb = trigger.verb
    noun = verb is not None and verb.ending is Ending.CONNECTIVE and verb.tail.startswith(words)
    return behind.startswith(words) or noun


def _of_letting(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """방문을 [받아들이리라고]: the verb right behind what it lets come."""
    behind = clauses.items[trigger.index + 1 :][:1]
    verb = behind[0] if behind else None
    if not isinstance(verb, Verb) or verb.lemma not in words.words["letting-come"]:
        return None
    found = by_endings(verb, words)
    return Status(found) if found in {"planned", "predicted"} else None


def of_what_voices_it(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """촉구하는 뜻을 전할 예정이다: what is still to be voiced has not been asked for."""
    at, verb = trigger.verb_index, trigger.verb
    if verb is None or at is None or verb.ending is not Ending.ADNOMINAL:
        return None
    voiced = clauses.items[at + 2] if at + 2 < len(clauses.items) else None
    if not verb.tail.startswith("는 ") or not isinstance(voiced, Verb):
        return None
    found = by_endings(voiced, words)
    return Status(found) if found in {"planned", "predicted"} else None


def _may_be_to_come(clauses: Clauses, trigger: Trigger, verb: Verb) -> bool:
    """Joined to the last verb or before it, and no day of its own is over.

    Example:
        12일 장관과 회담하고 조약을 지키겠다고 밝혔다: over.
        30일 저녁 만난 뒤 31일 돌아갈 예정이다, told on the 30th: to come.
        With 30일 오전 nobody can tell.
    """
    dated = date_of(clauses, trigger)
    if dated is None:
        return is_joined(verb) or _comes_first(verb)
    if _is_over(clauses, dated.time.value):
        return False
    return is_joined(verb) or (_comes_first(verb) and not _is_morning(clauses, dated.time.span))


def _of_last(verb: Verb, last: Verb, found: str) -> Status | None:
    """문제를 협의하고 교류를 늘리기로 했다: they talked, and what they resolved is to come."""
    if verb.tail.startswith("고 ") and last.tail.startswith(RESOLVED + RESOLVED_NOT):
        return None
    return Status(found) if found in {"planned", "predicted"} else None


def _each_for_itself(clauses: Clauses, trigger: Trigger) -> bool:
    """양측은 북한이 실험을 멈추고 미국은 식량을 보내기로 했다: both parts are what was resolved.

    So are both of 북한은 실험을 멈추고 미국은 식량을 보낸다는 내용이었다.
    """
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith("고 "):
        return False
    left = [i.case for i in clauses.items[:at] if isinstance(i, Phrase) and i.case in _SUBJECTS]
    own = False
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            resolved = item.tail.startswith(RESOLVED + RESOLVED_NOT)
            agreed = resolved and left[-2:] == [Case.TOPIC, Case.SUBJECT]
            # 북한은 시설을 닫고 미국은 중유를 보내기로 합의했다: what both owe
            agreed = agreed or (item.tail.startswith(AGREED) and left[-1:] == [Case.TOPIC])
            return own and (agreed or item.tail.startswith(CONTENT))
        own = own or item.case in _SUBJECTS
    return False


def _is_over(clauses: Clauses, value: str) -> bool:
    published = clauses.document.article.published_day or ""
    return len(value) == len(published) and value < published


def _is_morning(clauses: Clauses, when: Span) -> bool:
    return any(word in clauses.text(when) for word in _MORNING)


def _comes_first(verb: Verb) -> bool:
    """서명한 뒤, 회담 후: what is to come first is to come as well."""
    if verb.ending is Ending.NOMINAL:
        return bool(_AFTERWARDS & set(verb.tail.split()[:3]))
    return verb.ending is Ending.CONNECTIVE and verb.tail.startswith(tuple(_AFTERWARDS))
