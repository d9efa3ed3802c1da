"""A gathering that somebody comes for → its day is not that of the coming, and it lies ahead.

Comes in: ``Clauses`` and a ``Trigger`` that names a gathering. Goes out: a truth value. Invariant:
a gathering that a clause describes (8일 열린 회의에 참석하러) has what that clause says.
"""

from __future__ import annotations

import datetime as dt

from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.scene.points import Dated

_DAY = len("2024-01-01")
#: Who came longer ago has been at it by now.
_LATELY = dt.timedelta(days=7)


def is_come_for(clauses: Clauses, trigger: Trigger, dated: Dated | None) -> bool:
    """Whether somebody sets out or arrives in order to take part in it.

    Example:
        ``외무상은 8일 포럼에 참석하기 위해 하노이에 도착했다``, ``포럼 참석차 8일 도착했다``.
    """
    verb, at = trigger.verb, trigger.verb_index
    if not trigger.noun or verb is None or at is None or trigger.relative is not None:
        return False
    if not trigger.listed and not verb.purpose:
        return False
    comes = verb if trigger.listed else clauses.done_for(at)
    if comes is None or comes.lemma not in clauses.words.words["coming"]:
        return False
    return dated is None or _is_lately(clauses, dated)


def _is_lately(clauses: Clauses, dated: Dated) -> bool:
    """A day shortly before the page: one has come, and it is not told that it was held."""
    day, published = dated.time.value, clauses.document.article.published_day
    if published is None or len(day) != _DAY or day > published:
        return False
    return dt.date.fromisoformat(published) - dt.date.fromisoformat(day) <= _LATELY
