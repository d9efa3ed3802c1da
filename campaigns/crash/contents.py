"""A ledger → all that it holds, without the times and running numbers of when it was written.

Invariant: two ledgers of the same pages, decisions and code have the same contents, whatever
interrupted the making of one of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select, text
from sqlalchemy.orm import Session

from haengbo.ledger.sealing import Sealed
from haengbo.ledger.tables import Base, DecisionRow

#: Logs of runs: an interrupted one has more of them.
_LOGS = ("collations", "ingest_log", "loosened")
#: When something was written, and numbers that count such moments.
_WHEN = (
    *("made", "added", "since", "first_seen", "run", "reading", "superseded_by"),
    # Digests of seals, which are over such moments too
    *("frame", "content", "hash"),
)
#: When something ended: whether it did is kept.
_ENDED = ("until", "superseded", "erased")
#: Tables whose ``id`` is a running number.
_NUMBERED = ("readings", "event_versions", "audit", "tokens")
#: Columns that hold the number of a decision. It is said to people and is compared by its place in
#: the order: PostgreSQL does not use the number of one again that was never committed.
_OF_DECISIONS = {"decisions": ("id", "undoes"), "seals": ("row",)}
_SEARCH = {
    "sqlite": "SELECT a.page, s.words FROM search s LEFT JOIN articles a ON a.reading = s.rowid",
    "postgresql": "SELECT page, words::text FROM search",
}

Rows = list[list[Any]]


def contents(session: Session) -> dict[str, Rows]:
    """Table → its rows, sorted; past states of events left out, which depend on the runs."""
    places = _places(session)
    found = {
        table.name: _rows(session, table, places)
        for table in Base.metadata.sorted_tables
        if table.name not in _LOGS
    }
    words = session.execute(text(_SEARCH[session.get_bind().dialect.name]))
    found["search"] = sorted([list(row) for row in words], key=repr)
    return found


def digest(found: dict[str, Rows]) -> str:
    """One sum over all contents."""
    return hashlib.sha256(json.dumps(found, ensure_ascii=False, default=repr).encode()).hexdigest()


def differing(one: dict[str, Rows], other: dict[str, Rows]) -> list[str]:
    """Tables that differ, each with the numbers of rows that only one of them has."""
    said = []
    for name, rows in one.items():
        mine, theirs = {repr(row) for row in rows}, {repr(row) for row in other[name]}
        if rows != other[name]:
            said.append(f"{name} +{len(theirs - mine)} -{len(mine - theirs)}")
    return said


def _places(session: Session) -> dict[int, int]:
    """Number of a decision → its place among those that are there."""
    numbers = session.scalars(select(DecisionRow.id).order_by(DecisionRow.id))
    return {number: place for place, number in enumerate(numbers, 1)}


def _rows(session: Session, table: Table, places: Mapping[int, int]) -> Rows:
    wanted = select(table)
    if table.name == "event_versions":
        wanted = wanted.where(table.c.until.is_(None))
    if table.name == "settings":
        # The mark of the newest seal is over moments, that of the index is one
        wanted = wanted.where(table.c.name.not_in(("sealed", "indexed")))
    if "events" in table.c:
        # A count that came down to nothing is as good as none
        wanted = wanted.where(table.c.events > 0)
    rows = (dict(row) for row in session.execute(wanted).mappings())
    if table.name in _OF_DECISIONS:
        rows = (_placed(row, _OF_DECISIONS[table.name], places) for row in rows)
    return sorted(([_value(table.name, *item) for item in row.items()] for row in rows), key=repr)


def _placed(
    row: dict[str, Any], columns: Sequence[str], places: Mapping[int, int]
) -> dict[str, Any]:
    """A row with places for numbers of decisions; that of a line of the audit says nothing."""
    of_audit = row["kind"] == Sealed.AUDIT
    return row | {name: None if of_audit else places.get(row[name]) for name in columns}


def _value(table: str, name: str, value: Any) -> Any:  # noqa: ANN401 - any column's
    if name in _WHEN or (name == "id" and table in _NUMBERED):
        return None
    if name in _ENDED:
        return value is not None
    return value
