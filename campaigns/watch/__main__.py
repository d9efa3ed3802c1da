"""For an hour: a newspaper that fails, a watcher that is killed; then what is in the ledger.

Usage: ``python -m campaigns.watch [--minutes N] [--seed N] [--keep FOLDER]``.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from campaigns.watch.newspaper import Newspaper, published
from haengbo.capture import collect
from haengbo.ledger import Ledger
from haengbo.ledger.tables import IngestRow, PageRow
from haengbo.model.page import Page
from haengbo.pipeline import Outcome

_CALM_RUNS = 3
_GAPS = select(func.count()).select_from(IngestRow).where(IngestRow.outcome == Outcome.PASSED.value)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how badly.

    Attributes:
        minutes: Of bad answers.
        interval: Seconds between two new pages.
        listed: Pages in the feed.
        faults: Share of answers that are spoiled.
        every: Seconds between two looks of the watcher.
        killed: Seconds that a watcher lives at most.
        seed: Of the dice.
    """

    minutes: float = 60.0
    interval: float = 10.0
    listed: int = 150
    faults: float = 0.5
    every: float = 15.0
    killed: float = 400.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What the ledger has of what was published.

    Attributes:
        out: Pages that were published.
        missing: Addresses whose present text is not in the ledger.
        foreign: Captures that were never a page's whole text.
        twice: Captures that are in the ledger more than once.
        unarchived: Texts of which the archive holds nothing.
        gaps: How often the watcher said that the feed had gone on without it.
        kills: How often it was killed.
        given: What the newspaper did, how often.
    """

    out: int
    missing: tuple[str, ...]
    foreign: int
    twice: int
    unarchived: int
    gaps: int
    kills: int
    given: dict[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, nothing came in cut, nothing twice."""
        return not (self.missing or self.foreign or self.twice or self.unarchived)


def run(plan: Plan, folder: Path) -> Found:
    """Carry a plan out in a folder."""
    dice = random.Random(plan.seed)  # noqa: S311 - the same campaign each time
    paper = Newspaper(plan.interval, plan.listed, plan.faults, random.Random(plan.seed))  # noqa: S311
    ledger, archive = folder / "annals.db", folder / "warc"
    with published(paper):
        until = time.monotonic() + 60 * plan.minutes
        kills = 0
        while time.monotonic() < until:
            life = min(dice.uniform(1, plan.killed), until - time.monotonic())
            _watched(paper, ledger, archive, plan.every, life)
            kills += 1
        paper.last, paper.faults = paper.count(), 0.0
        for _ in range(_CALM_RUNS):
            _watched(paper, ledger, archive, plan.every, None)
        return _compared(paper, ledger, archive, kills)


def _watched(
    paper: Newspaper, ledger: Path, archive: Path, every: float, life: float | None
) -> None:
    command = [sys.executable, "-m", "campaigns.watch.watcher", paper.url("/rss")]
    command += [str(ledger), str(archive), str(every), *(("--once",) if life is None else ())]
    with (ledger.parent / "watcher.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603 - our own module
        try:
            process.wait(life)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _compared(paper: Newspaper, location: Path, archive: Path, kills: int) -> Found:
    present = paper.present()
    ledger = Ledger.open(location, create=False)
    with ledger.reading() as session:
        stored = [bytes(data) for data in session.scalars(select(PageRow.data)) if data]
        count = session.scalar(select(func.count()).select_from(PageRow)) or 0
        gaps = session.scalar(_GAPS) or 0
    ledger.close()
    first = {
        text.replace("<p>[바로잡음] 날짜를 고쳤다.</p>".encode(), b"") for text in present.values()
    }
    kept = {item.data for item in collect([str(archive)]) if isinstance(item, Page)}
    return Found(
        len(present),
        tuple(url for url, text in present.items() if text not in set(stored)),
        len(set(stored) - first - set(present.values())),
        count - len(set(stored)),
        len(set(stored) - kept),
        gaps,
        kills,
        dict(sorted(paper.given.items())),
    )


def main() -> None:
    """Print what became of the pages; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description="a watcher against a server that fails")
    parser.add_argument("--minutes", type=float, default=Plan().minutes)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--keep", type=Path, help="folder for ledger, archive and log")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        outcome = run(Plan(minutes=args.minutes, seed=args.seed), folder)
    print(f"{outcome.out} pages published, watcher killed {outcome.kills} times")
    print("answers: " + ", ".join(f"{name} {n}" for name, n in outcome.given.items()))
    print(
        f"missing {len(outcome.missing)}, cut or foreign {outcome.foreign}, "
        f"twice {outcome.twice}, not archived {outcome.unarchived}, gaps said {outcome.gaps}"
    )
    for url in outcome.missing[:20]:
        print(f"  missing: {url}")
    sys.exit(0 if outcome.sound else 1)


if __name__ == "__main__":
    main()
