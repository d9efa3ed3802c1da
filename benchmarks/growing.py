"""One page more, in ledgers of growing size that are collated as a whole.

The made-up pages of ``benchmarks.annals`` are written as readings by month, collated by the engine,
and loaded with their events: a ledger as taking them in would have left it, made in a fraction of
the time. Then pages with one report each are put in and collated one by one. Prints what making it
took, its size, and for the pages milliseconds by the clock, in brackets of processor time, with the
number of reports that the slowest concerned; then how long its index takes to be made anew.
Usage: ``python -m benchmarks.growing [--pages N …] [--more N] [--jobs N] [--reindex]``.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.annals import World, one_page_more, stories
from haengbo.cli.start import look_seldom_for_garbage
from haengbo.engine import gather, lay_out, load_into
from haengbo.engine.engines import Local
from haengbo.engine.rows import Row, row_of, schema
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.pipeline import rekey

_TO_A_FILE = 2_000


def write_parts(out: Path, world: World, pages: int) -> None:
    """Write made-up readings as reading an archive would have, a month to a part."""
    (out / "parts").mkdir(parents=True)
    held: dict[str, list[Row]] = {}
    number = 0
    for intake in (item for made in stories(world, pages) for item in made.intakes):
        row = row_of(intake)
        rows = held.setdefault(row["month"], [])
        rows.append(row)
        if len(rows) == _TO_A_FILE:
            number = _flush(out, number, held.pop(row["month"]))
    for rows in held.values():
        number = _flush(out, number, rows)


def _flush(out: Path, number: int, rows: list[Row]) -> int:
    table = pa.Table.from_pylist(rows, schema())
    pq.write_table(table, out / "parts" / f"{number:05d}.parquet", compression="zstd")
    return number + 1


def timed(what: str, work: Callable[[], object]) -> None:
    """Do something and say how long it took; of processes that it starts the clock only."""
    start, worked = time.perf_counter(), time.process_time()
    work()
    taken = time.perf_counter() - start
    print(
        f"  {what:30} {taken:.0f} s ({time.process_time() - worked:.0f} s of processor)", flush=True
    )


def measure(folder: Path, pages: int, args: argparse.Namespace) -> None:
    """Make a ledger of so many pages; put some in."""
    known = load()
    world, out, path = World(7, known), folder / "out", folder / "annals.db"
    print(f"{pages:,} pages", flush=True)
    with Local(args.jobs) as engine:
        timed("written as readings", lambda: write_parts(out, world, pages))
        timed("laid out by month", lambda: lay_out(str(out), engine))
        timed("collated by the engine", lambda: gather(str(out), engine))
    ledger = Ledger.open(path, knowledge=known)
    timed("loaded", lambda: load_into(ledger, str(out), known))
    print(f"  {ledger.totals().events:,} events, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
    one_page_more(ledger, world, known, args.more)
    if args.reindex:
        timed("keys and index anew", lambda: (rekey(ledger, known, anyway=True), ledger.reindex()))
    ledger.close()


def main() -> None:
    """Measure ledgers one after the other, each in a folder that is removed."""
    parser = argparse.ArgumentParser(description="one page more, as the ledger grows")
    parser.add_argument("--pages", type=int, nargs="+", default=[3_000, 10_000, 30_000])
    parser.add_argument("--more", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reindex", action="store_true")
    args = parser.parse_args()
    look_seldom_for_garbage()
    for pages in args.pages:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), pages, args)


if __name__ == "__main__":
    main()
