"""What waits for a person → the queue: one thing at a time, conflicts before doubts.

The order is that of the ledger's tasks (how much an answer would set right), then events nobody
has looked at, least certain first. People whom the pack does not know stand apart: they are no
question of yes or no.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from haengbo.ledger import Ledger
from haengbo.ledger.decisions import CORRECTABLE
from haengbo.ledger.tasks import Task, Unreviewed, place_of, unreviewed
from haengbo.ledger.views import DecisionView, EventDetail, PageRef

#: Kinds in the order in which they come up; the weightiest of a kind first.
KINDS = ("decision", "discrepancy", "withdrawn", "overdue", "doubtful", "unreviewed")
#: Titles shown of what comes next.
NEXT_SHOWN = 8
#: Events nobody has looked at, of which so many at once are ordered by how certain they are.
BATCH = 100
_PAGES = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be chosen by its figure key: field, value, and how many pages say so."""

    field: str
    value: str
    pages: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue as one screen shows it.

    Attributes:
        present: What is asked now, or ``None`` when nothing is left.
        before: What was passed over last.
        after: What comes next, in order.
        left: How many wait, the present one included.
        counts: How many of each kind, whatever kind is chosen.
        unknown: People whom the pack does not know.
    """

    present: Task | None
    before: Task | None
    after: tuple[Task, ...]
    left: int
    counts: dict[str, int]
    unknown: tuple[Task, ...]


def queue_of(ledger: Ledger, today: str, kind: str = "", at: str = "", past: str = "") -> Queue:
    """The queue.

    Args:
        ledger: Where it is kept.
        today: ISO day.
        kind: Only things of this kind, if it is one.
        at: Key of the thing to show; the first one if it does not wait.
        past: Key of the thing after which to go on.
    """
    tasks = ledger.tasks(today)
    asked = sorted((t for t in tasks if t.kind in KINDS), key=lambda t: KINDS.index(t.kind))
    known = {task.key for task in asked}
    unsure = _unreviewed_around(ledger, today, "" if {at, past} & known else at or past)
    fresh = [t for t in unsure.tasks if t.key not in known]
    # Far on in the queue, what stands before the batches is what was passed over
    every = fresh if unsure.first else [*asked, *fresh]
    counts = Counter(task.kind for task in asked)
    counts["unreviewed"] = max(len(fresh), unsure.total - counts["doubtful"])
    waiting = [t for t in every if t.kind == kind] if kind in KINDS else every
    keys = [task.key for task in waiting]
    place = keys.index(at) if at in keys else keys.index(past) + 1 if past in keys else 0
    return Queue(
        waiting[place] if place < len(waiting) else None,
        waiting[place - 1] if place else None,
        tuple(waiting[place + 1 :]),
        counts[kind] if kind in KINDS else counts.total(),
        {name: number for name, number in counts.items() if number},
        tuple(t for t in tasks if t.kind == "unknown"),
    )


def _unreviewed_around(ledger: Ledger, today: str, key: str) -> Unreviewed:
    """The batch in which an event stands, with the one before it and the one after."""
    with ledger.reading() as session:
        place = place_of(session, today, key) if key else 0
        first = max(0, place // BATCH - 1) * BATCH
        found = [unreviewed(session, today, BATCH, first + n * BATCH) for n in range(3)]
    return Unreviewed(tuple(t for one in found for t in one.tasks), first, found[0].total)


def choices_of(detail: EventDetail) -> tuple[Choice, ...]:
    """Values that reports dispute and a person may choose between."""
    return tuple(
        Choice(row.field, value.value, len(value.pages))
        for row in detail.event.discrepancies
        if row.field in CORRECTABLE
        for value in row.values
    )


def last_by(ledger: Ledger, who: str) -> DecisionView | None:
    """The newest decision of a person that holds, for a quick way back."""
    own = (d for d in ledger.decisions() if d.who == who and not d.undone and d.undoes is None)
    return next(own, None)


def page_to_review(ledger: Ledger, today: str, present: str) -> PageRef | None:
    """The page after this one, by hash, that tells an event nobody has looked at; then the first.

    Args:
        ledger: Where it is kept.
        today: ISO day.
        present: Hash of the page that is being looked at.
    """
    with ledger.reading() as session:
        waiting = unreviewed(session, today, _PAGES).tasks
    pages = ledger.pages_of(task.key for task in waiting)
    others = sorted((ref for ref in pages if ref.sha256 != present), key=lambda ref: ref.sha256)
    later = [ref for ref in others if ref.sha256 > present]
    return next(iter([*later, *others]), None)
