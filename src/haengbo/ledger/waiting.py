"""The ledger's events as columns → what waits for a person, without reading any of it in full.

Comes in: columns and a day. Goes out: ``Waiting``: ids by kind, in the order in which they are
asked. What is said of each is read of the few that are shown (``tasks.described``). Invariant: the
same things wait as ``tasks.tasks`` and ``tasks.unreviewed`` name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import chunks
from haengbo.ledger.columns import Columns, Mask, number_of
from haengbo.ledger.tables import LoosenedRow, RelationRow, ReportRow, superseded
from haengbo.ledger.tasks import AHEAD, Task, settled, unknown, waiting_decisions

_NEVER = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that waits: its kind, and the id of the event or number of the decision."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person.

    Attributes:
        kinds: Kind → what of it waits, weightiest first.
        unreviewed: Ids of events nobody has looked at and nothing speaks against: those with
            fewest voices and the newest first.
        unknown: People whom the pack does not know.
    """

    kinds: dict[str, tuple[Asked, ...]]
    unreviewed: Sequence[str]
    unknown: tuple[Task, ...]


def waiting(session: Session, columns: Columns, today: str, people: tuple[Task, ...]) -> Waiting:
    """What waits on a day.

    Args:
        session: Of the ledger.
        columns: Of the state that it sees.
        today: ISO day; plans due before it are overdue.
        people: As ``unknown_people`` gives them.
    """
    answered = columns.marked(settled(session))
    overdue = _overdue(session, columns, today)
    withdrawn = columns.marked(_withdrawn(session))
    kinds = {
        "discrepancy": columns.conflicting & ~answered,
        "withdrawn": withdrawn & ~answered,
        "overdue": overdue & ~answered,
        "doubtful": columns.doubtful & ~answered,
    }
    decisions = tuple(Asked(task.kind, task.key) for task in waiting_decisions(session))
    fresh = ~(columns.decided | columns.conflicting | overdue | withdrawn | answered)
    return Waiting(
        {"decision": decisions}
        | {name: tuple(_weightiest(columns, name, mask)) for name, mask in kinds.items()},
        [str(key) for key in columns.ids[_unsure_first(columns, fresh)]],
        people,
    )


def unknown_people(session: Session) -> tuple[Task, ...]:
    """People whom the pack does not know, those on most pages first."""
    return tuple(sorted(unknown(session), key=lambda task: (-task.weight, task.key)))


def _overdue(session: Session, columns: Columns, today: str) -> Mask:
    codes = columns.words["status"].codes
    ahead = [codes[status] for status in AHEAD if status in codes]
    past = (columns.last != _NEVER) & (columns.last < number_of(today))
    known = session.scalars(select(RelationRow.event).where(RelationRow.kind == "outcome"))
    found: Mask = np.isin(columns.coded["status"], ahead) & past & ~columns.marked(set(known))
    return found


def _withdrawn(session: Session) -> set[str]:
    """Events that no newest version of an article tells: only few can be such."""
    left = select(ReportRow.event).where(ReportRow.page.in_(superseded()))
    may = {event for event in session.scalars(left.distinct()) if event is not None}
    may.update(session.scalars(select(LoosenedRow.event)))
    stands: set[str | None] = set()
    for part in chunks(may):
        told = select(ReportRow.event).where(
            ReportRow.event.in_(part), ReportRow.page.not_in(superseded())
        )
        stands.update(session.scalars(told))
    return may - stands


def _weightiest(columns: Columns, kind: str, mask: Mask) -> Iterable[Asked]:
    places = np.flatnonzero(mask)
    # Positions are in the order of the ids
    order = places[np.argsort(-columns.pages[places], kind="stable")]
    return (Asked(kind, str(key)) for key in columns.ids[order])


def _unsure_first(columns: Columns, mask: Mask) -> NDArray[np.int64]:
    places = np.flatnonzero(mask)
    day = columns.day[places]
    found: NDArray[np.int64] = places[
        np.lexsort((places, -day, day == _NEVER, columns.voices[places]))
    ]
    return found
