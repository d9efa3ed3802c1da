"""Whether a phrase is a second place or day of one clause, which belongs to the clause around it.

Comes in: a phrase and those of the clause that stand right of it. Goes out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence

from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase


def is_second(clauses: Clauses, phrase: Phrase, taken: Sequence[Phrase]) -> bool:
    """1일 [서울에서] 8일 평양에서 열리는 회담의 준비모임을: a clause has one place, one day.

    What stands right beside the first is a part of it: 12일 오후.
    """
    if phrase.case is Case.AT:
        return any(p.case is Case.AT for p in taken[:-1])
    return _says_day(clauses, phrase) and any(_says_day(clauses, p) for p in taken[:-1])


def _says_day(clauses: Clauses, phrase: Phrase) -> bool:
    """8일, 지난달; a feast may only say what is held: 지난 9월 [전승절 80주년] 열병식에서."""
    times = clauses.document.times_in(phrase.span) if phrase.case is Case.BARE else ()
    return any(not time.rule.startswith("holiday") for time in times)
