"""A time right before a noun of a happening → whether the noun or the verb behind it has it.

Comes in: ``Clauses`` with a ``Trigger`` or a ``Phrase``. Goes out: truth values. Invariant: a time
beside a noun that only describes another (방북 결과, 정상회담 의제) dates one of the two.

Example:
    ``특사는 6일 방북 결과를 발표한다`` tells of it on the 6th; ``9월 정상회담 의제를 협의했다``
    was not done in September.
"""

from __future__ import annotations

from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated

_MONTH = len("2024-11")
#: 했다, 보내왔다; not 하기로 했다, 할 예정이었다.
_DONE = ("었", "았", "어 ", "아 ", "여 ")
_OBJECTIVE = {Case.OBJECT, Case.ABOUT, Case.TOPIC}


def is_of_coming(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """[9월] 정상회담 의제를 협의했다: a month that is not over, before what is to come in it.

    So is a day after the page came out: 오늘 회담을 [3월 2일] 열자는 통지문을 보내왔다.
    """
    verb = trigger.verb
    done = not trigger.noun and verb is not None and verb.past and verb.tail.startswith(_DONE)
    times = clauses.document.times_in(phrase.span)
    today = clauses.document.article.published_day or ""
    if not done or not today or not clauses.says_when(phrase):
        return False
    place, at = clauses.place_of(phrase), trigger.verb_index or 0
    parted = any(isinstance(item, Verb) for item in clauses.items[place:at])
    if parted and len(times[-1].value) == len(today) and times[-1].value > today:
        return True
    published = today[:_MONTH]
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    noun = behind[0] if behind and isinstance(behind[0], Phrase) else None
    words = clauses.text(noun.span).split() if noun is not None else []
    month = times[-1].value
    coming = len(month) == _MONTH and month >= published
    return coming and any(map(clauses.words.noun_ending, words))


def over_by_now(clauses: Clauses, trigger: Trigger, found: Dated | None) -> Dated | None:
    """What was found, unless it is the month of something still to come."""
    phrases = (i for i in clauses.items if isinstance(i, Phrase))
    at = next((p for p in phrases if found and p.span.contains(found.time.span)), None)
    return None if at is not None and is_of_coming(clauses, trigger, at) else found


def is_of_telling(clauses: Clauses, trigger: Trigger) -> bool:
    """6일 방북 결과를 발표한다: the day on which it is told, not of the visit."""
    phrase = trigger.chain[-1] if trigger.chain else None
    if phrase is None or trigger.support is not None or phrase.case not in _OBJECTIVE:
        return False
    behind = clauses.document.text[trigger.span.end : phrase.span.end].split()
    following = clauses.items[trigger.index + 1 :][:1]
    told = following[0].lemma if following and isinstance(following[0], Verb) else ""
    heads, verbs = clauses.words.words["visit-outcomes"], clauses.words.words["telling-outcomes"]
    return bool(behind) and behind[0].startswith(heads) and told in verbs
