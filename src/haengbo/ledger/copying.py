"""One ledger → another, row by row, between SQLite and PostgreSQL in either direction.

Everything is copied, decisions and past versions included; the search index is made anew by the
target. Invariant: the target must be empty; on any failure it stays so.
"""

from __future__ import annotations

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.dialects import restart_numbers
from haengbo.ledger.ledger import Ledger
from haengbo.ledger.tables import Base, PageRow

_ROWS = 200
#: Columns that refer to a row of the same table, which may come later.
_OWN = {"readings": "superseded_by", "decisions": "undoes"}


def copy_ledger(source: Ledger, target: Ledger) -> dict[str, int]:
    """Copy a whole ledger.

    Args:
        source: Is only read.
        target: Must hold no page.

    Returns:
        Rows copied, by table.

    Raises:
        UsageError: The target is not empty.
        LedgerError: A database refuses.
    """
    counts: dict[str, int] = {}
    with source.reading() as reading, target.writing() as writing:
        if writing.scalar(select(func.count()).select_from(PageRow)):
            raise UsageError("옮길 곳의 장부가 비어 있지 않다")
        for table in Base.metadata.sorted_tables:
            counts[table.name] = _copy_table(table, reading, writing)
        restart_numbers(writing.connection(), Base.metadata)
    target.reindex()
    return counts


def _copy_table(table: Table, source: Session, target: Session) -> int:
    own = _OWN.get(table.name)
    keys = list(table.primary_key.columns)
    later: list[tuple[object, object]] = []
    count = 0
    rows = source.execute(select(table).order_by(*keys).execution_options(yield_per=_ROWS))
    for part in rows.mappings().partitions(_ROWS):
        values = [dict(row) for row in part]
        if own is not None:
            later += [(row["id"], row[own]) for row in values if row[own] is not None]
            values = [row | {own: None} for row in values]
        target.execute(insert(table), values)
        count += len(values)
    for key, other in later:
        target.execute(update(table).where(table.c.id == key).values({own: other}))
    return count
