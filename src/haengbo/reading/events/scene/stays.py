"""How long a visit lasts, and which of its days is meant.

Comes in: a visit's date and the sentence that tells of it, or of something on one of its days.
Goes out: the date, stretched over the days that the sentence counts (26일까지 나흘간 머물다,
1박 2일 일정으로 찾다); or the day that is meant (방북 첫날).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import takewhile

from haengbo.korean.predicates import Ending
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated

_NATIVE = {
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "열흘": 10,
}
_LASTING = r"(?:\s?(?:간|동안|일정)|에 걸[친쳐])"
_COUNTED = re.compile(
    rf"(?:\d{{1,4}}박\s?(?P<nights>\d{{1,4}})일|(?P<days>\d{{1,4}})일\s?간"
    r"|(?P<planned>\d{1,4})일(?:\s(?:동안|일정)|에 걸[친쳐])"
    rf"|(?P<native>{'|'.join(_NATIVE)}){_LASTING})"
)
#: Days of a stay, counted from its first.
_DAYS = {
    "첫날": 0,
    "첫 날": 0,
    "도착 당일": 0,
    "이튿날": 1,
    "이틀째": 1,
    "둘째 날": 1,
    "둘째날": 1,
    "사흘째": 2,
    "셋째 날": 2,
    "셋째날": 2,
    "나흘째": 3,
    "넷째 날": 3,
}
_DAY_OF_STAY = re.compile(
    rf"(?:^|\s)(?P<day>{'|'.join(_DAYS)}|(?P<last>마지막\s?날))(?:에(?:는|도)?)?(?=\s|$)"
)
#: 방문 기간, 체류 중, 머무는 동안: some day of a stay.
_ANY_DAY = re.compile(
    r"(?:^|\s)[가-힣]{0,4}(?:기간|기간 중|도중)$|^[가-힣]{2,4}\s기간(?:\s중|\s동안)?(?=\s)"
)
_WITHIN_STAY = {
    *(Case.BARE, Case.TO, Case.AT, Case.TOPIC, Case.SUBJECT, Case.WITH, Case.OBJECT),
    Case.GENITIVE,
}
_WHILE = re.compile(r"(?:중(?! 이)|기간|(?:는|ᆫ) (?:동안|기간|중))(?: |$)")
#: 방문 중인; not 방문하고 있는, as the North's media tell of every guest.
_STILL = ("중 이 ᆫ ",)
_ENDS = {
    "마치다",
    "끝내다",
    "끝마치다",
    "종료되다",
    "종료하다",
    "마무리하다",
    "마무리되다",
    "끝나다",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def stretched(clauses: Clauses, trigger: Trigger, date: str | None) -> str | None:
    """The days of a stay whose first or last day is known."""
    days = _length(clauses, trigger)
    if date is None or days is None:
        return date
    start, _, end = date.removesuffix("/..").rpartition("/")
    if not _DAY.fullmatch(end) or start not in {"", ".."}:
        return date
    over = ends_stay(trigger) and not _counts_from(trigger)
    if over or (_of_stay_over(clauses, trigger) and not _says_when(clauses, trigger)):
        start = ".."
    known, others = dt.date.fromisoformat(end), dt.timedelta(days=days - 1)
    first, last = (known - others, known) if start else (known, known + others)
    return f"{first.isoformat()}/{last.isoformat()}"


def day_meant(clauses: Clauses, trigger: Trigger, stay: str | None) -> str | None:
    """방북 첫날 회담했다, 방문 마지막 날: the day of a stay whose days are known.

    Args:
        clauses: The sentence.
        trigger: What happened on that day.
        stay: When the visitor's stay began, or from when to when it lasted.
    """
    start, _, end = (stay or "").partition("/")
    own = trigger.arguments.own if trigger.arguments is not None else ()
    for phrase in own:
        found = _DAY_OF_STAY.search(clauses.text(phrase.span))
        if found is None or _says_which(clauses, phrase, found["day"]):
            continue
        if found["last"]:
            return end if _DAY.fullmatch(end) else None
        if not _DAY.fullmatch(start):
            return None
        return (dt.date.fromisoformat(start) + dt.timedelta(_DAYS[found["day"]])).isoformat()
    return None


def _says_which(clauses: Clauses, phrase: Phrase, day: str | None) -> bool:
    """방문 둘째 날인 10일: the figure says it; 이튿날 may itself count as a time."""
    times = clauses.document.times_in(phrase.span)
    return any(time.span.of(clauses.document.text) != day for time in times)


def is_any_day(clauses: Clauses, trigger: Trigger) -> bool:
    """10일 도착하며, 체류 중 회담한다: not on the day of the arrival, of all days."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    acting = trigger.arguments.subjects if trigger.arguments is not None else ()
    if any(
        _ANY_DAY.search(clauses.text(p.span)) for p in (*own, *acting) if p.case in _WITHIN_STAY
    ):
        return True
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    before = next((i for i in reversed(clauses.items[:at]) if isinstance(i, Verb)), None)
    if before is None:
        return False
    stays = any(f.bound == "until" for f in clauses.words.frames_of_predicate(before.lemma))
    joined = stays and before.ending is Ending.CONNECTIVE  # 11일까지 머물면서 회담한다
    return joined or _WHILE.match(before.tail) is not None


def is_staying(trigger: Trigger) -> bool:
    """평양을 방문 중인 장관: the page tells of the stay while it lasts."""
    return trigger.verb is not None and trigger.verb.tail.startswith(_STILL)


def ends_stay(trigger: Trigger) -> bool:
    """나흘간의 방북을 마치고: the day named is the last."""
    return trigger.verb is not None and trigger.verb.lemma in _ENDS


def as_last_day(trigger: Trigger, found: Dated | None) -> Dated | None:
    """12일 [방북] 일정을 마치고 귀국했다: the one day before it is that on which it was over."""
    if found is None or not ends_stay(trigger) or "/" in found.time.value:
        return found
    visit = any(frame.mode == "visit" for frame in trigger.frames)
    if not visit or _counts_from(trigger) or not _DAY.fullmatch(found.time.value.partition("T")[0]):
        return found
    return replace(found, before=True, alone=True)


def _counts_from(trigger: Trigger) -> bool:
    """5일부터 닷새간의 방북을 마치고: the day named is the first after all."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return any(phrase.case is Case.FROM for phrase in (*own, *trigger.chain))


def _says_when(clauses: Clauses, trigger: Trigger) -> bool:
    """9일 북한을 방문한 장관은: a day in the clause of the visit is that of its beginning."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return any(clauses.document.times_in(phrase.span) for phrase in own)


def _length(clauses: Clauses, trigger: Trigger) -> int | None:
    """How many days the phrases of the visit count."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    described = trigger.relative.own if trigger.relative is not None else ()
    begun, over = _of_stay_begun(clauses, trigger), _of_stay_over(clauses, trigger)
    for phrase in (*own, *described, *_beside(clauses, trigger), *begun, *over):
        start, end = phrase.span.start, phrase.span.end
        found = _COUNTED.search(clauses.document.text, start, end + len("에 걸친"))
        if found is not None and found.start() < end:
            native = _NATIVE.get(found.group("native") or "")
            return native or int(found["nights"] or found["days"] or found["planned"])
    return None


def _of_stay_begun(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """28일 도착해 [나흘간의 국빈방문 일정에] 들어갔다: what the one who came has begun."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or trigger.noun or verb.ending is not Ending.CONNECTIVE:
        return ()
    behind: list[Phrase] = []
    for item in clauses.items[at + 1 :]:
        if isinstance(item, Verb):
            return tuple(behind) if item.lemma in clauses.words.words["beginning"] else ()
        if item.case in {Case.SUBJECT, Case.TOPIC}:
            return ()
        behind.append(item)
    return ()


def _of_stay_over(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """북한을 방문한 장관은 12일 [3박 4일의 일정을] 마치고 떠났다: what the visitor has done."""
    head = trigger.arguments.head if trigger.arguments is not None and not trigger.noun else None
    if head is None or head.case not in {Case.SUBJECT, Case.TOPIC}:
        return []
    behind = clauses.items[clauses.place_of(head) + 1 :]
    own = [i for i in takewhile(lambda i: isinstance(i, Phrase), behind) if isinstance(i, Phrase)]
    verb = behind[len(own)] if len(own) < len(behind) else None
    return own if isinstance(verb, Verb) and verb.lemma in _ENDS else []


def _beside(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """2박 3일 방북 일정: the noun's own phrase."""
    item = clauses.items[trigger.index]
    return (item,) if trigger.noun and isinstance(item, Phrase) else ()
