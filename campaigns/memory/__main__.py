"""A stream of made-up pages into a ledger, then as many questions to its site: memory over both.

Usage: ``python -m campaigns.memory [--pages N] [--requests N] [--ledger LEDGER] [--keep FOLDER]``.
Prints what the processes hold after every fifth, and ends with 1 where it grew between the second
fifth and the last by more than ``--growth`` per cent: what is kept on purpose is full by then.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx2
from sqlalchemy import func, select

from campaigns.articles import written
from campaigns.running import children, megabytes, served, started
from haengbo.ledger import Ledger
from haengbo.ledger.tables import IngestRow

#: Of so many pages one is on the theme.
_THEME = 20
_EVERY = 1.0
_FIFTHS = 5
_OK = 200
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What is held at a moment.

    Attributes:
        done: Pages taken in, or questions answered, until then.
        own: Megabytes of the process itself.
        workers: Megabytes of the processes that read for it.
    """

    done: int
    own: float
    workers: float


def ingested(pages: Path, location: str, log: Path) -> tuple[list[Sample], float, int]:
    """Take a folder in; samples, seconds, exit code."""
    Ledger.open(location).close()
    begun = time.monotonic()
    process = started(["ingest", str(pages), "--ledger", location], log)
    samples = list(_sampled(process, lambda: _taken_in(location)))
    return samples, time.monotonic() - begun, process.wait()


def _sampled(process: subprocess.Popen[bytes], done: Callable[[], int]) -> Iterator[Sample]:
    while process.poll() is None:
        workers = sum(map(megabytes, children(process.pid)))
        yield Sample(done(), megabytes(process.pid), workers)
        time.sleep(_EVERY)


def _taken_in(location: str) -> int:
    ledger = Ledger.open(location, create=False)
    try:
        with ledger.reading() as session:
            return session.scalar(select(func.max(IngestRow.id))) or 0
    finally:
        ledger.close()


def asked(location: str, requests: int, log: Path) -> tuple[list[Sample], int]:
    """Ask the site one question after another; samples and how many answers were no pages."""
    samples, failures = [], 0
    with (
        served(location, log) as (address, process),
        httpx2.Client(base_url=address, timeout=_PATIENCE) as client,
    ):
        every = max(1, requests // 500)
        paths = itertools.islice(itertools.cycle(_paths(client)), requests)
        for number, path in enumerate(paths, 1):
            failures += client.get(path).status_code != _OK
            if number % every == 0:
                samples.append(Sample(number, megabytes(process.pid), 0.0))
    return samples, failures


def _paths(client: httpx2.Client) -> list[str]:
    """Pages of every kind, of as many events, articles and actors as there are on some lists."""
    found = ["/", "/months", "/statements", "/expectations", "/actors", "/pages", "/queue"]
    events = client.get("/events.json").json()[:400]
    for number, event in enumerate(events):
        found += [f"/event/{event['event']}", f"/api/v1/events/{event['event']}"]
        found += [f"/article/{report['page']}" for report in event["reports"][:1]]
        found += [f"/?month={event['date'][:7]}&page={number % 3 + 1}"] if event["date"] else []
        found += [f"/search?q={number}", f"/?who={event['participants'][0]['name']}"]
    return found


def by_fifths(samples: Sequence[Sample], whole: int) -> list[tuple[int, float, float]]:
    """After each fifth: how many were done, median of what the process held in it, of workers.

    What comes when all is done, the collation of what was taken in, is left out.
    """
    found = []
    for fifth in range(_FIFTHS):
        low, high = whole * fifth // _FIFTHS, whole * (fifth + 1) // _FIFTHS
        there = [s for s in samples if low < s.done <= high and s.done < whole]
        if there:
            own, workers = (median(s.own for s in there), median(s.workers for s in there))
            found.append((high, own, workers))
    return found


def growth(table: Sequence[tuple[int, float, float]]) -> float:
    """Per cent by which everything held grew between the second fifth and the last."""
    totals = [own + workers for _, own, workers in table]
    return 100 * (totals[-1] / totals[1] - 1) if len(totals) > 1 else 0.0


def _tell(title: str, table: Sequence[tuple[int, float, float]]) -> None:
    print(title)
    for done, own, workers in table:
        print(f"  {done:7}  {own:7.0f} MB  workers {workers:7.0f} MB")
    print(f"  growth from the second fifth to the last {growth(table):+.1f} %", flush=True)


def _ingest(pages: int, folder: Path) -> tuple[bool, float]:
    """Take made-up pages in and tell of it; whether all came in, and the growth."""
    there = written(folder / "pages", range(pages), theme_every=_THEME)
    samples, seconds, code = ingested(there, str(folder / "annals.db"), folder / "ingest.log")
    found = by_fifths(samples, pages)
    _tell(f"ingest of {pages} pages in {seconds:.0f} s, exit code {code}", found)
    most = max((s.own for s in samples if s.done == pages), default=0.0)
    print(f"  at most {most:.0f} MB while they are collated", flush=True)
    return code == 0, growth(found)


def _ask(location: str, requests: int, folder: Path) -> tuple[bool, float]:
    """Ask the site and tell of it; whether all was answered, and the growth."""
    samples, failures = asked(location, requests, folder / "serve.log")
    found = by_fifths(samples, requests)
    _tell(f"{requests} questions to the site, {failures} not answered", found)
    return failures == 0, growth(found)


def main() -> None:
    """Print both tables; 1 if one grew."""
    parser = argparse.ArgumentParser(description="memory over many pages")
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--requests", type=int, default=50_000)
    parser.add_argument("--growth", type=float, default=10.0)
    parser.add_argument("--ledger", help="ask the site over this one, and take nothing in")
    parser.add_argument("--keep", type=Path, help="folder for pages, ledger and logs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = [] if args.ledger else [_ingest(args.pages, folder)]
        if args.requests:
            found.append(_ask(args.ledger or str(folder / "annals.db"), args.requests, folder))
    sys.exit(0 if all(sound and grew <= args.growth for sound, grew in found) else 1)


if __name__ == "__main__":
    main()
