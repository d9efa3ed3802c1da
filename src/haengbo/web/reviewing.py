"""What waits for a person → the queue: one thing at a time, conflicts before doubts.

The order is that of the ledger's tasks (how much an answer would set right), then events nobody
has looked at, least certain first. People whom the pack does not know stand apart: they are no
question of yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haengbo.ledger import Ledger
from haengbo.ledger.decisions import CORRECTABLE
from haengbo.ledger.tasks import Task, described, waiting_decisions
from haengbo.ledger.views import DecisionView, EventDetail, PageRef
from haengbo.ledger.waiting import Asked

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
        after: What comes next, in order; of what nobody has looked at the next batches.
        upcoming: The first of these, with what is asked.
        left: How many wait, the present one included.
        counts: How many of each kind, whatever kind is chosen.
        unknown: People whom the pack does not know.
    """

    present: Task | None
    before: Asked | None
    after: tuple[Asked, ...]
    upcoming: tuple[Task, ...]
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
    found = ledger.waiting(today)
    asked = _once(item for name in KINDS[:-1] for item in found.kinds[name])
    known = {item.key for item in asked}
    first, unsure = _unreviewed_around(
        ledger, found.unreviewed, "" if {at, past} & known else at or past
    )
    fresh = [Asked("unreviewed", key) for key in unsure if key not in known]
    # Far on in the queue, what stands before the batches is what was passed over
    every = fresh if first else [*asked, *fresh]
    counts = {name: sum(item.kind == name for item in asked) for name in KINDS[:-1]}
    counts["unreviewed"] = max(len(fresh), len(found.unreviewed) - counts["doubtful"])
    waiting = [t for t in every if t.kind == kind] if kind in KINDS else every
    keys = [item.key for item in waiting]
    place = keys.index(at) if at in keys else keys.index(past) + 1 if past in keys else 0
    shown = _described(ledger, waiting[place : place + 1 + NEXT_SHOWN])
    return Queue(
        shown[0] if shown else None,
        waiting[place - 1] if place else None,
        tuple(waiting[place + 1 :]),
        shown[1:],
        counts[kind] if kind in KINDS else sum(counts.values()),
        {name: number for name, number in counts.items() if number},
        found.unknown,
    )


def _once(asked: Iterable[Asked]) -> list[Asked]:
    """Each thing under the kind that presses most: disputed and doubtful, it is asked once."""
    kept: dict[str, Asked] = {}
    for item in asked:
        kept.setdefault(item.key, item)
    return list(kept.values())


def _unreviewed_around(ledger: Ledger, keys: Sequence[str], key: str) -> tuple[int, list[str]]:
    """The batch in which an event stands, with the one before it and the one after.

    Returns:
        How many events stand before these, and their ids, the least certain of a batch first.
    """
    place = keys.index(key) if key in keys else 0
    first = max(0, place // BATCH - 1) * BATCH
    with ledger.reading() as session:
        batches = [
            described(session, "unreviewed", keys[start : start + BATCH])
            for start in range(first, first + 3 * BATCH, BATCH)
        ]
    return first, [task.key for batch in batches for task in batch]


def _described(ledger: Ledger, asked: Sequence[Asked]) -> tuple[Task, ...]:
    """What is asked of each, in their order."""
    with ledger.reading() as session:
        tasks = {
            (task.kind, task.key): task
            for kind in {item.kind for item in asked} - {"decision"}
            for task in described(session, kind, [i.key for i in asked if i.kind == kind])
        }
        if any(item.kind == "decision" for item in asked):
            tasks |= {(task.kind, task.key): task for task in waiting_decisions(session)}
    return tuple(tasks[item.kind, item.key] for item in asked if (item.kind, item.key) in tasks)


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
    pages = ledger.pages_of(ledger.waiting(today).unreviewed[:_PAGES])
    others = sorted((ref for ref in pages if ref.sha256 != present), key=lambda ref: ref.sha256)
    later = [ref for ref in others if ref.sha256 > present]
    return next(iter([*later, *others]), None)
