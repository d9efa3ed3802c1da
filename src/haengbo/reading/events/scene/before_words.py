"""The day that stands before what somebody says or before a clause that describes → whose it is.

Comes in: a ``Trigger`` in its ``Clauses``. Goes out: the expression that dates it, or ``None``.
Korean puts the day of the last verb far before it, and a clause of its own in between: 12일 북한에
[도발을 멈추라고] 촉구했다, 12일 [지난해 붙잡은] 선원을 석방했다. Invariant: a day still to come and
one behind whom or what it is done to is of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from haengbo.korean.predicates import Ending
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated, nearest
from haengbo.reading.events.scene.report_days import dates_report

_ACTING = {Case.SUBJECT, Case.TOPIC}
#: What may stand between who speaks and the day: 제네바에서, 홍수와 관련해, 합의에 따라.
_BESIDE = {Case.BARE, Case.AT, Case.ABOUT, Case.PER, Case.BY, Case.FOR}
#: 대응할 것이라고.
_WILL = ("ᆯ 것 이 라고 ", "을 것 이 라고 ", "ᆯ 것 이 라며 ", "을 것 이 라며 ")
_TWO = 2
_YEAR, _MONTH = len("2024"), len("2024-01")
#: 나포한 것을, 나포한 데 대해.
_WHAT_WAS_DONE = ("ᆫ 것 ", "은 것 ", "ᆫ 데 ", "은 데 ")


def day_before_words(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """외무성이 [12일] 북한에 도발을 멈추라고 촉구했다: the day behind who says it.

    Of a clause about what others did it is so only where they are named behind the day:
    국방부가 [12일] 북한이 합의를 어겼다고 비난했다.
    """
    at = trigger.verb_index
    if at is None or trigger.noun or all(f.type not in UTTERANCES for f in trigger.frames):
        return None
    told = _words_told(clauses, at)
    if told is None or clauses.quote_of(told) != clauses.quote_of(clauses.items[at]):
        return None
    own = _up_to_verb(clauses, clauses.place_of(told))
    acting = [n for n, phrase in enumerate(own) if phrase.case in _ACTING]
    if told.past:
        acting = acting[:-1]  # 북한이 11일 합의를 어겼다고: who does it within the words
        if not acting:
            return None
    last_first: list[int | None] = [*reversed(acting)] or [None]
    for one in last_first:
        found = _gone_by(clauses, nearest(clauses, _of_speaker(clauses, own, one), own=True))
        if found is not None:
            return found
    return None


def _words_told(clauses: Clauses, at: int) -> Verb | None:
    """멈추라고, 대응할 것이라고: the verb of what is said, right before the verb of saying."""
    before = [item for item in clauses.items[:at] if isinstance(item, Verb)]
    told = before[-1] if before else None
    if told is None or told.ending is not Ending.QUOTATIVE:
        return None
    if told.lemma != "이다":
        return told
    will = before[-2] if len(before) > 1 else None
    return will if will is not None and will.tail.startswith(_WILL) else None


def day_before_clause(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """[12일] 지난해 붙잡은 선원을 석방했다: of two times before such a clause it is the first."""
    at = trigger.verb_index
    if at is None or trigger.noun:
        return None
    quote = clauses.quote_of(clauses.items[at])
    described = False
    for item in reversed(clauses.items[:at]):
        if clauses.quote_of(item) != quote:
            return None
        if isinstance(item, Verb):
            if item.ending is not Ending.ADNOMINAL:
                return None
            described = True
        elif described and item.case is Case.BARE:
            times = clauses.document.times_in(item.span)
            if len(times) == _TWO and clauses.text(item.span).startswith(
                clauses.text(times[0].span)
            ):
                return Dated(times[0], item.case, own=True)
    return None


def year_before_subject(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """정부는 [2024년에] 북한이 병력을 보냈다고 밝혔다: a year is of what was done.

    So is a month (대변인은 [지난 4월] 호주가 배를 나포한 것을 비난했다); a day may be of the words.
    """
    arguments, verb = trigger.arguments, trigger.verb
    if trigger.noun or arguments is None or verb is None or not arguments.subjects:
        return None
    subject = arguments.subjects[0]
    place = clauses.place_of(subject)
    year = clauses.items[place - 1] if place > 1 else None
    told = verb.ending is Ending.QUOTATIVE and verb.past
    named = verb.tail.startswith(_WHAT_WAS_DONE)
    told = (told or named) and subject.case is Case.SUBJECT
    if not told or not isinstance(year, Phrase) or not _is_time(clauses, year):
        return None
    found = nearest(clauses, [year], own=True)
    lengths = {_YEAR, _MONTH} if named else {_YEAR}
    return found if found is not None and len(found.time.value) in lengths else None


def _up_to_verb(clauses: Clauses, at: int) -> list[Phrase]:
    """The phrases right before an item, left to right."""
    before = takewhile(lambda item: isinstance(item, Phrase), reversed(clauses.items[:at]))
    return [item for item in before if isinstance(item, Phrase)][::-1]


def _of_speaker(clauses: Clauses, own: list[Phrase], acting: int | None) -> list[Phrase]:
    """The days right behind who says it; those before the first who acts as well."""
    first = acting + 1 if acting is not None else 0
    beside = list(takewhile(lambda p: p.case in _BESIDE or _is_time(clauses, p), own[first:]))
    led = own[:acting] if acting is not None else []
    led = [] if any(phrase.case in _ACTING for phrase in led) else led
    return list(_days(clauses, [*led, *beside]))


def _days(clauses: Clauses, phrases: list[Phrase]) -> Iterator[Phrase]:
    for phrase in phrases:
        if _is_time(clauses, phrase) and not dates_report(clauses, phrase):
            yield phrase


def _is_time(clauses: Clauses, phrase: Phrase) -> bool:
    """12일, 지난 3월에도."""
    times = clauses.document.times_in(phrase.span) if phrase.case is Case.TO else ()
    return clauses.says_when(phrase) or (bool(times) and times[0].span.start == phrase.span.start)


def _gone_by(clauses: Clauses, found: Dated | None) -> Dated | None:
    """촉구했다: not on a day that is still to come."""
    published = clauses.document.article.published_day or ""
    day = found.time.value if found is not None else ""
    return found if day[:1].isdigit() and day[: len(published)] <= published else None
