"""Reports of a ledger whose blocking keys are of another kind → the same reports keyed anew.

Comes in: a function from a report to its keys, and the name of their kind. Invariant: a ledger that
is collated has keys of one kind only; which one is noted among its settings, in the same
transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from haengbo.ledger.records import decode
from haengbo.ledger.tables import ReportKeyRow, ReportRow, SettingRow
from haengbo.model.collation import Told

_SETTING = "report_keys"
_AT_ONCE = 2_000

KeysOf = Callable[[Told], tuple[str, ...]]


def keyed_as(session: Session, kind: str) -> bool:
    """Whether all keys are of this kind."""
    row = session.get(SettingRow, _SETTING)
    return row is not None and row.value == kind


def key_anew(session: Session, kind: str, keys_of: KeysOf) -> int:
    """Give every report the keys of this kind.

    Args:
        session: In a transaction.
        kind: Name of the kind of keys.
        keys_of: A report → its keys.

    Returns:
        How many reports were keyed.
    """
    session.execute(delete(ReportKeyRow))
    count = 0
    for part in _parts(session):
        rows = [
            {"key": key, "report": report}
            for report, record in part
            for key in keys_of(decode(record, Told))
        ]
        session.execute(insert(ReportKeyRow), rows)
        count += len(part)
    note_keys(session, kind)
    return count


def note_keys(session: Session, kind: str) -> None:
    """Say that all reports have keys of this kind."""
    session.merge(SettingRow(name=_SETTING, value=kind))
    session.flush()


def _parts(session: Session) -> Iterator[list[tuple[str, str]]]:
    """Ids and records of all reports, some at a time, in order of their ids."""
    last = ""
    while True:
        rows = session.execute(
            select(ReportRow.id, ReportRow.record)
            .where(ReportRow.id > last)
            .order_by(ReportRow.id)
            .limit(_AT_ONCE)
        ).all()
        if not rows:
            return
        yield [(report, record) for report, record in rows]
        last = rows[-1][0]
