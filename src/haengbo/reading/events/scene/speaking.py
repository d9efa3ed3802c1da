"""A verb behind what somebody says → the day beside who speaks.

Comes in: ``Clauses``, a ``Trigger`` and its ``Arguments``. Goes out: the expression, or ``None``.
What is said parts the verb from who speaks and when; a day beside the speaker is of the speaking.

Example:
    ``외무성이 12일 일본에 보복하겠다고 위협한 사실이 알려졌다``: threatened on the 12th.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.naming import acts
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import Arguments
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated, nearest
from haengbo.reading.events.scene.saying import is_of_what_is_judged
from haengbo.reading.events.scene.turns import is_answer, some_time_later

_ORDERS = ("라고 ", "으라고 ", "라 고 ", "으라 고 ")
_LOCALLY = ("", "현지시간", "현지 시간")
_WHEN = {Case.BARE, Case.TO, Case.AT}
#: 으름장을 놓다, 일본에 통첩하다: phrases between what is said and its verb.
_BETWEEN = 2


def beside_speaker(clauses: Clauses, trigger: Trigger, arguments: Arguments) -> Dated | None:
    """정부는 28일 북한이 …한 것을 규탄했다, 12일 외무성이 …하겠다고 위협한 것은."""
    if trigger.noun or trigger.verb_index is None:
        return None
    told = clauses.items[trigger.verb_index - 1]
    orders = isinstance(told, Verb) and told.tail.startswith(_ORDERS)  # 11일 떠나라고 요구했다
    if not orders and not _is_of_saying(trigger):
        return None
    if not arguments.subjects:
        # 12일 일본에 보복하겠다고 위협한 외무성은
        described = trigger.verb is not None and trigger.verb.ending is Ending.ADNOMINAL
        bears = described and _bears_words(clauses, trigger.verb_index)
        return _at(clauses, 0, trigger.verb_index) if bears else None
    at = clauses.place_of(arguments.subjects[-1])
    if _closes(clauses, trigger) and arguments.subjects[-1].case is Case.TOPIC and at == 0:
        later = _behind_earlier_clause(clauses, trigger)
        return later or _at(clauses, at + 1, trigger.verb_index)
    return _of_clause(clauses, trigger, at, trigger.verb_index)


def _of_clause(clauses: Clauses, trigger: Trigger, at: int, last: int) -> Dated | None:
    """The day beside who speaks in a clause that is not the last, or has no topic."""
    if _is_before_described(clauses, at, last):
        return _at(clauses, at + 1, last)
    if not _bears_words(clauses, last) or _acts_between(clauses, at, trigger):
        return None
    return _at(clauses, at + 1, last) or (_at(clauses, at - 1, last) if at == 1 else None)


def _is_before_described(clauses: Clauses, at: int, verb: int) -> bool:
    """외무성이 12일 [일본이 제기한] 의혹을 부인한 사실이: the day of the first of the two."""
    behind = clauses.items[at + 2 : verb]
    first = behind[0] if behind else None
    if not isinstance(first, Phrase) or first.case is not Case.SUBJECT:
        return False
    verbs = [i for i in behind if isinstance(i, Verb)]
    return len(verbs) == 1 and verbs[0].ending is Ending.ADNOMINAL


def _behind_earlier_clause(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """외무성은 11일 회담이 끝난 데 이어 [12일] 보복하겠다고 위협했다: the later of the days."""
    for position in range((trigger.verb_index or 0) - 1, 0, -1):
        if _is_behind_clause(clauses, position):
            return _at(clauses, position, trigger.verb_index or 0)
    return None


def _is_behind_clause(clauses: Clauses, position: int) -> bool:
    """끝난 데 이어 [12일], 끝난 뒤 [12일]."""
    last, *before = reversed(clauses.items[:position])
    if isinstance(last, Verb):
        return last.ending is Ending.CONNECTIVE and last.lemma == "잇다"
    first = before[0] if before else None
    return isinstance(first, Verb) and clauses.sets_another_time(first)


def month_beside(clauses: Clauses, dated: Dated) -> Dated | None:
    """부부장은 지난해 9월에도 받아들일 수 없다고 밝혔다: a month gone by, beside who speaks."""
    published, value = clauses.document.article.published_day or "", dated.time.value
    past = len(value) < len(published) and value < published[: len(value)]
    at = next((n for n, i in enumerate(clauses.items) if i.span.contains(dated.time.span)), 0)
    speaker = clauses.items[at - 1] if at else None
    led = isinstance(speaker, Phrase) and speaker.case is Case.TOPIC and acts(clauses, speaker)
    outside = speaker is not None and clauses.quote_of(speaker) is None
    return dated if past and led and outside and value[:1].isdigit() else None


def _is_of_saying(trigger: Trigger) -> bool:
    """Whether every frame of the verb is of saying, or that of 으름장을 놓다 as a whole."""
    first, lemma = trigger.frames[0], trigger.verb.lemma if trigger.verb is not None else ""
    whole = lemma not in first.predicates and any(p.endswith(f" {lemma}") for p in first.predicates)
    told = (first,) if whole else trigger.frames
    return all(frame.type in UTTERANCES for frame in told)


def _closes(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether it is the last verb of the sentence outside quotation marks."""
    verbs = [i for i in clauses.items if isinstance(i, Verb) and clauses.quote_of(i) is None]
    return verbs[-1:] == [trigger.verb]


def _bears_words(clauses: Clauses, at: int) -> bool:
    """보복하겠다고 일본을 위협한: whether words that are no quotation stand right before."""
    for item in reversed(clauses.items[max(0, at - _BETWEEN - 1) : at]):
        if isinstance(item, Verb):
            return item.ending is Ending.QUOTATIVE and clauses.quote_of(item) is None
        if item.case not in {Case.OBJECT, Case.TO, Case.BARE}:
            return False
    return False


def _acts_between(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether an earlier clause of the speaker parts the day from the words."""
    items = clauses.items[at + 1 : trigger.verb_index]
    verbs = [i for i in items if isinstance(i, Verb)]
    return any(_is_of_speaker(verb) for verb in verbs[:-1])


def _is_of_speaker(verb: Verb) -> bool:
    """Not 치르게 될 것이라고, 도발하면: what is part of the words."""
    joins = verb.ending is Ending.CONNECTIVE and not verb.supposed
    return joins and not verb.tail.startswith("게 ")


def _is_time(clauses: Clauses, phrase: Phrase) -> bool:
    """12일, 지난해 9월에도."""
    times = clauses.document.times_in(phrase.span)
    before = Span(phrase.span.start, times[0].span.start) if times else phrase.span
    whole = bool(times) and clauses.text(before).strip() in _LOCALLY
    return whole and times[-1].span.end >= phrase.span.end and phrase.case in _WHEN


def _at(clauses: Clauses, position: int, last: int) -> Dated | None:
    """The time at a place, if nobody answers between it and the verb."""
    phrase = clauses.items[position]
    if not isinstance(phrase, Phrase) or not _is_time(clauses, phrase):
        return None
    found = nearest(clauses, (phrase,), own=True)
    if found is None or is_of_what_is_judged(clauses, position, found):
        return None
    if is_answer(clauses, 1, last) or some_time_later(clauses, found, 1, last):
        return None
    return found
