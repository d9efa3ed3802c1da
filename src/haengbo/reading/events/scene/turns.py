"""Whether others acted between a date of weeks ago and what the sentence tells at its end.

Comes in: ``Clauses`` and the places of two items. Goes out: whether the later one answers what
somebody did after the date (2017년 11월 쏜 뒤 유엔이 제재하자 배격했다). Invariant: news of
these days is of one day (북한이 11일 쏘자 일본이 규탄했다).
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb
from haengbo.reading.events.scene.periods import days_before
from haengbo.reading.events.scene.points import Dated

_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 주장했으나, 주장했지만, 밝혔는데: endings of what others hold against.
_AGAINST = (
    *("었 으나 ", "았 으나 ", "였 으나 ", "었 지만 ", "았 지만 ", "였 지만 "),
    *("었 는데 ", "았 는데 ", "였 는데 "),
)
#: 쏘자, 맺었으나: endings behind which others may act, some time later.
_TURNS = ("자 ", *_AGAINST)
#: 쏘았고: what one did, before others speak of it.
_DONE_AND = ("었 고 ", "았 고 ", "였 고 ")
#: 암살 사건 이후, 핵실험 뒤.
_SINCE = re.compile(r"[가-힣] (?:이후|이래|뒤|후|직후)(?:로|에|부터)?[ ,]")
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
            continue
        turns = item.ending is Ending.CONNECTIVE and item.tail.startswith(_AGAINST)
        if item.lemma in held and (turns or against):
            return False  # 21일 회의를 열었으나 두 나라가 반대했다: at that meeting
        against = against or (turns and others)
    return against


def some_time_later(
    clauses: Clauses, found: Dated, position: int, at: int, *, said: bool = False
) -> bool:
    """Whether the verb at ``at`` tells of another time than the date at ``position``.

    Args:
        clauses: The sentence.
        found: The date.
        position: Its place.
        at: Place of the verb.
        said: Whether the verb tells of what is said for or against others: what one did weeks ago
            and others spoke of (4월 쏘았고, 유엔이 규탄하자) are two times.

    Example:
        ``북한은 2017년 11월 미사일을 쏜 뒤 유엔이 제재하자 이를 배격했다``.
    """
    published = clauses.document.article.published_day or ""
    if len(published) != len("2024-01-01") or not found.time.value[:1].isdigit():
        return False
    if not days_before(found.time.value.partition("T")[0], published, _NEWS):
        return False
    others, turning = False, (*_TURNS, *(_DONE_AND if said else ()))
    for item in reversed(clauses.items[position:at]):
        if not isinstance(item, Verb):
            others = others or item.case is Case.SUBJECT
            continue
        turns = item.ending is Ending.CONNECTIVE and item.tail.startswith(turning)
        later = clauses.sets_another_time(item) and not clauses.at_that_time(item)
        if others and (turns or later):
            return True
    return False


def since_another(clauses: Clauses, position: int, at: int) -> bool:
    """1973년 수교했지만, 암살 사건 이후 대사를 추방했다: timed by something else."""
    for item in clauses.items[position:at]:
        if not isinstance(item, Verb) or item.ending is not Ending.CONNECTIVE:
            continue
        if item.tail.startswith(_AGAINST):
            between = clauses.text(Span(item.span.end, clauses.items[at].span.start))
            return _SINCE.search(between) is not None
    return False
