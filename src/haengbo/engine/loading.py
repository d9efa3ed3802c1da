"""Readings by month, and what they tell together → a ledger, without reading any page again.

Comes in: what ``lay_out`` wrote, and ``gather`` if it was run. Goes out: rows, by COPY where the
ledger is on PostgreSQL. A ledger that holds these pages alone, uncollated, takes the events as they
were gathered, in one transaction; any other collates what is new to it among what it has.
Invariant: the ledger is what ingesting the archive would have made; pages that it has are left as
they are, so that a load that was broken off is run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from haengbo import collation
from haengbo.engine.gathering import publishing
from haengbo.engine.gathering.order import key_of
from haengbo.engine.months import laid_out
from haengbo.engine.places import Place
from haengbo.engine.rows import Row, intake_of
from haengbo.ledger import gathered, intake
from haengbo.ledger.joining import Run
from haengbo.pipeline import Outcome, collate

if TYPE_CHECKING:
    from haengbo.engine.gathering import Gathered
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
    """Put readings into a ledger, with their events or to be collated.

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
    files = laid_out(out)
    there = publishing.noted(out)
    count = pages = 0
    for rows in _batches(out, sorted(files)):
        count += _put_pages(ledger, rows)
        pages += len(rows)
        report(len(rows))
    if there is not None and there.key == key_of(files, knowledge.version):
        _put_events(ledger, out, there, pages)
    # Does nothing where all is there
    collate(ledger, knowledge)
    return count


def _put_pages(ledger: Ledger, rows: list[Row]) -> int:
    """Put in what is new of some pages; how many were."""
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
    return len(new)


def _put_events(ledger: Ledger, out: str, there: Gathered, pages: int) -> None:
    """Put in what was gathered, if the ledger holds nothing else."""
    with ledger.writing() as session:
        if not gathered.is_untouched(session, pages):
            return
        gathered.put_copies(session, publishing.published_copies(out))
        gathered.put_versions(session, publishing.published_versions(out))
        run = Run(there.code_version, there.pack_version, there.reports, there.largest_block)
        gathered.put_events(session, publishing.published_events(out), run)
        gathered.put_relations(session, publishing.published_relations(out))
        gathered.settle(session, collation.KEYS)


def _batches(out: str, files: list[str]) -> Iterator[list[Row]]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an optional extra

    place = Place(out).under("readings")
    for name in files:
        with place.system.open_input_file(place.path(name)) as file:
            for batch in pq.ParquetFile(file).iter_batches(batch_size=_AT_ONCE):
                yield batch.to_pylist()
