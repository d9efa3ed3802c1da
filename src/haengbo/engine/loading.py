"""Readings by month → a ledger, without reading any page again.

Comes in: what ``lay_out`` wrote. Goes out: rows, by COPY where the ledger is on PostgreSQL; then
collation. Invariant: the ledger is what ingesting the archive would have made; pages that it has
are left as they are, so that a load that was broken off is run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from haengbo.engine.places import Place
from haengbo.engine.rows import Row, intake_of
from haengbo.errors import UsageError
from haengbo.ledger import intake
from haengbo.pipeline import Outcome, collate

if TYPE_CHECKING:
    from haengbo.knowledge import Knowledge
    from haengbo.ledger import Ledger

#: Pages of one transaction.
_AT_ONCE = 1_000


def load_into(
    ledger: Ledger,
    out: str,
    knowledge: Knowledge,
    report: Callable[[int], None] = lambda _pages: None,
) -> int:
    """Put readings into a ledger and collate them.

    Args:
        ledger: Where to.
        out: Where ``lay_out`` wrote.
        knowledge: The pack, for collation.
        report: Called with the number of pages after each transaction.

    Returns:
        How many pages were new.

    Raises:
        UsageError: Nothing was written there.
    """
    count = 0
    for rows in _batches(out):
        pages = [intake_of(row) for row in rows]
        with ledger.writing() as session:
            there = intake.there(session, (item.page for item in pages))
            new = [item for item in pages if item.page.sha256 not in there]
            intake.put_new(session, new)
            intake.log_all(
                session,
                [
                    (
                        item.page.name,
                        item.page.sha256,
                        (Outcome.READ if item.reading.on_theme else Outcome.ASIDE).value,
                        None,
                    )
                    for item in new
                ],
            )
        count += len(new)
        report(len(rows))
    collate(ledger, knowledge)
    return count


def _batches(out: str) -> Iterator[list[Row]]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an optional extra

    place = Place(out).under("readings")
    files = place.files()
    if not files:
        raise UsageError(f"읽어 둔 것이 없다: {out} (먼저 haengbo read --engine … --to)")
    for name in files:
        with place.system.open_input_file(place.path(name)) as file:
            for batch in pq.ParquetFile(file).iter_batches(batch_size=_AT_ONCE):
                yield batch.to_pylist()
