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
    times = clauses.document.times_in
    dated = phrase.case is Case.BARE and bool(times(phrase.span))
    return dated and any(p.case is Case.BARE and times(p.span) for p in taken[:-1])
