"""Whether others acted between a date of weeks ago and what the sentence tells at its end.

Comes in: ``Clauses`` and the places of two items. Goes out: whether the later one answers what
somebody did after the date (2017년 11월 쏜 뒤 유엔이 제재하자 배격했다). Invariant: news of
these days is of one day (북한이 11일 쏘자 일본이 규탄했다).
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb
from haengbo.reading.events.scene.periods import days_before
from haengbo.reading.events.scene.points import Dated

_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 주장했으나, 주장했지만: endings of what others hold against.
_AGAINST = ("었 으나 ", "았 으나 ", "였 으나 ", "었 지만 ", "았 지만 ", "였 지만 ")
#: 쏘자, 맺었으나: endings behind which others may act, some time later.
_TURNS = ("자 ", *_AGAINST)
#: Within so many days one is news of the other.
_NEWS = 20


def is_answer(clauses: Clauses, position: int, at: int) -> bool:
    """신문은 30일 …고 보도했으나, 국방부는 이를 부인했다: on a day unsaid.

    Args:
        clauses: The sentence.
        position: Place of the date.
        at: Place of the verb that tells of the answer.
    """
    others = against = False
    held = {*clauses.words.happening, *clauses.words.words["holding-talks"]}
    for item in reversed(clauses.items[position:at]):
        if not isinstance(item, Verb):
            others = others or item.case in _ACTING
        elif item.lemma in held:
            return False  # 21일 회의를 열었으나 두 나라가 반대했다: at that meeting
        elif item.ending is Ending.CONNECTIVE and item.tail.startswith(_AGAINST):
            against = against or others
    return against


def some_time_later(clauses: Clauses, found: Dated, position: int, at: int) -> bool:
    """Whether the verb at ``at`` tells of another time than the date at ``position``.

    Example:
        ``북한은 2017년 11월 미사일을 쏜 뒤 유엔이 제재하자 이를 배격했다``.
    """
    published = clauses.document.article.published_day or ""
    if len(published) != len("2024-01-01") or not found.time.value[:1].isdigit():
        return False
    if not days_before(found.time.value.partition("T")[0], published, _NEWS):
        return False
    others = False
    for item in reversed(clauses.items[position:at]):
        if not isinstance(item, Verb):
            others = others or item.case is Case.SUBJECT
            continue
        turns = item.ending is Ending.CONNECTIVE and item.tail.startswith(_TURNS)
        later = clauses.sets_another_time(item) and not clauses.at_that_time(item)
        if others and (turns or later):
            return True
    return False
