"""Words → the day on which they were said: 외무성은 28일 “…”고 밝혔다.

Comes in: ``Clauses`` and the span of the words. Goes out: the last date of the sentence outside of
them, or ``None``. Invariant: a day in the words is of what they tell, unless it stands between
who speaks and of whom.
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.korean.times import is_long_past
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.points import Dated, is_point
from haengbo.reading.events.scene.turns import is_answer, some_time_later

_EARLIER = re.compile(r"전날|[^\s]{1,3}\s?전(?![가-힣])")
#: 보낸 데 대해, 쏜 것에 대해: what somebody answers.
IN_ANSWER = tuple(
    f"{end} {noun}"
    for end in ("ᆫ", "은")
    for noun in ("데 대하", "것 에 대하", "것 을", "것 과 관련", "점 을", "데 항의하")
)


def date_of_saying(clauses: Clauses, words: Span) -> Dated | None:
    """외무성은 28일 “…”고 밝혔다: the last date of the sentence outside the words.

    Of what is answered (장관은 5일 북한이 4일 쏜 데 대해 …) only if there is no other.
    """
    answered, last = False, None
    for position in range(len(clauses.items) - 1, -1, -1):
        item = clauses.items[position]
        if isinstance(item, Verb):
            answered = answered or item.tail.startswith(IN_ANSWER)
            continue
        if item.case is Case.GENITIVE or _is_of_claim(clauses, position):
            continue
        if words.contains(item.span) and not _after_speaker(clauses, position, words):
            continue
        if _is_of_retelling(clauses, position, words) or _is_next_act(clauses, position, words):
            continue
        inside, answered = answered, answered and item.case is not Case.SUBJECT
        for time in clauses.document.times_in(item.span):
            if is_point(clauses, time, item):
                found = Dated(time, item.case, own=True)
                if is_of_what_is_judged(clauses, position, found) or _is_answered_since(
                    clauses, position, found, words
                ):
                    continue
                if not inside:
                    return found
                # 장관은 5일 북한이 4일 쏜 데 대해 “…”라고: of what is answered
                last = last or _unless_earlier(clauses, found)
    return last


def _is_answered_since(clauses: Clauses, position: int, found: Dated, words: Span) -> bool:
    """국무부는 2003년 …고 주장했으나, 외무성은 “…”고 일축했다: the day of what others answer."""
    first = (n for n, i in enumerate(clauses.items) if i.span.end > words.start)
    at = next(first, len(clauses.items))
    if at <= position:
        return False
    later = some_time_later(clauses, found, position, at, said=True)
    return later or is_answer(clauses, position, at)


def _unless_earlier(clauses: Clauses, found: Dated) -> Dated | None:
    """그는 장관이 [전날] 거절한 것을 두고 비난했다: before the day of the words."""
    return None if _EARLIER.match(clauses.text(found.time.span)) else found


def is_of_what_is_judged(clauses: Clauses, position: int, found: Dated) -> bool:
    """외무성은 [지난 21일 열린] 훈련을 비난했다: a day past, right before a verb of the object.

    Of today or yesterday it may be the day of the words: 외무성은 어제 재개된 훈련을 비난했다.
    """
    described, *behind = (*clauses.items[position + 1 :], None)
    if not isinstance(described, Verb) or described.ending is not Ending.ADNOMINAL:
        return False
    owners = (i for i in behind if not isinstance(i, Phrase) or i.case is not Case.GENITIVE)
    judged = next(owners, None)
    whole = isinstance(judged, Phrase) and judged.case is Case.OBJECT
    return whole and is_long_past(found.time.value, clauses.document.article.published_day)


def _is_of_retelling(clauses: Clauses, position: int, words: Span) -> bool:
    """부장은 3일 …라고 요청했다고 통신이 4일 전했다: behind it is the day of who tells."""
    return any(
        isinstance(item, Verb)
        and item.past
        and item.ending is Ending.QUOTATIVE
        and item.span.start >= words.end
        for item in clauses.items[:position]
    )


def _is_next_act(clauses: Clauses, position: int, words: Span) -> bool:
    """탈퇴를 선언했고, 5월 25일에는 핵실험을 했다: what was done next has a day of its own."""
    said = (i for i in clauses.items[:position] if isinstance(i, Verb) and i.stem >= words.end)
    verb = next(said, None)
    return verb is not None and verb.past and verb.ending is Ending.CONNECTIVE


def _after_speaker(clauses: Clauses, position: int, words: Span) -> bool:
    """국정원은 18일 북한이 …했다고 공개했다: between speaker and subject it dates the saying."""
    around = (*clauses.items[max(0, position - 1) : position], *clauses.items[position + 1 :][:1])
    if len(around) < 2 or clauses.quote_of(clauses.items[position]) is not None:  # noqa: PLR2004
        return False
    speaker, subject = around
    if not isinstance(speaker, Phrase) or not isinstance(subject, Phrase):
        return False
    outside = speaker.case is Case.TOPIC and speaker.span.end <= words.start
    return outside and subject.case is Case.SUBJECT


def _is_of_claim(clauses: Clauses, position: int) -> bool:
    """대변인의 13일 주장을 반박했다: the day of what is rebutted."""
    behind = clauses.items[position + 1 :][:1]
    claim = behind[0] if behind and is_owned(clauses, position) else None
    claims = clauses.words.words["claims"]
    return isinstance(claim, Phrase) and clauses.text(claim.span).startswith(claims)


def is_owned(clauses: Clauses, position: int) -> bool:
    """북한의 지난달 12일 발사를 규탄하고: a time behind a genitive is that of what follows."""
    before = clauses.items[position - 1] if position else None
    owned = isinstance(before, Phrase) and before.case is Case.GENITIVE
    return owned and clauses.says_when(clauses.items[position])
