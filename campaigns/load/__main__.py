"""Fifty readers, five editors and an ingest at one ledger for minutes; then what is in it.

Usage: ``python -m campaigns.load [--minutes N] [--database sqlite] [--pause SECONDS] [--pages N]``.
The site and the ingest are the programs that their users start, each a process of its own; the
visitors are in this one. First one reader is there alone, for the figures to stand beside. Ends
with 1 if an answer was not what it should be, or anything acknowledged is not in the ledger.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from campaigns.articles import written
from campaigns.databases import NAMES, place
from campaigns.load.checking import faults
from campaigns.load.tally import Tally, table
from campaigns.load.visitors import Editor, Visitor, browsers, events_in, pausing
from campaigns.running import served, started
from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role

_PASSWORD = "가나다라마바사아자차"  # noqa: S105 - of a campaign
_THEME = 4
_BATCH = 1_000_000
_WARM = 5
_V = TypeVar("_V", bound=Visitor)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who comes, for how long.

    Attributes:
        readers: At once.
        editors: At once.
        minutes: Of the crowd.
        alone: Seconds of one reader before it.
        pause: Seconds for which a reader looks at a page, on the average.
        thought: Seconds between two decisions of an editor, on the average.
        pages: Taken in before; one in four is on the theme.
        batch: Pages of one ingest; when one ends the next begins.
        seed: Of the dice.
    """

    readers: int = 50
    editors: int = 5
    minutes: float = 5.0
    alone: float = 60.0
    pause: float = 5.0
    thought: float = 3.0
    pages: int = 1000
    batch: int = 400
    seed: int = 1

    @property
    def names(self) -> dict[str, Role]:
        """Everybody with a role; one reader and one editor are there in any case."""
        readers = {f"reader{n}": Role.READER for n in range(max(1, self.readers))}
        return readers | {f"editor{n}": Role.EDITOR for n in range(self.editors)}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it.

    Attributes:
        alone: What the one reader met with.
        crowd: What everybody met with.
        taken: Pages that were taken in meanwhile.
        faults: What is wrong with the ledger.
        load: Of the machine at the end, a minute's average.
    """

    alone: Tally
    crowd: Tally
    taken: int
    faults: tuple[str, ...]
    load: float


def run(plan: Plan, database: str, folder: Path) -> Result:
    """Carry a plan out on a kind of database; files and logs go into a folder."""
    with place(database, folder) as where:
        location = where.location("crowd")
        if plan.pages:
            _ingested(folder / "first", range(plan.pages), location)
        there = _held(location)
        keys = _accounts(location, plan)
        with served(location, folder / "serve.log", team=True) as (address, _process):
            visiting = Visiting(plan, address, keys)
            # In a thread: whoever calls may run a loop of their own, as browsers' drivers do
            with ThreadPoolExecutor(1) as apart:
                alone = apart.submit(asyncio.run, visiting.alone()).result()
                crowd, taken = apart.submit(asyncio.run, visiting.crowd(location, folder)).result()
        wrong = faults(location, crowd, there + taken)
        return Result(alone, crowd, taken, tuple(wrong), os.getloadavg()[0])


def _ingested(folder: Path, pages: range, location: str) -> None:
    Ledger.open(location).close()
    wanted = ["ingest", str(written(folder, pages, theme_every=_THEME)), "--ledger", location]
    if started(wanted, folder.parent / "ingest.log").wait():
        raise RuntimeError((folder.parent / "ingest.log").read_text("utf-8"))


def _held(location: str) -> int:
    ledger = Ledger.open(location)
    try:
        return ledger.totals().pages
    finally:
        ledger.close()


def _accounts(location: str, plan: Plan) -> dict[str, str]:
    """Make accounts; gives the editors' keys for programs."""
    ledger = Ledger.open(location)
    try:
        keys = {}
        with ledger.writing() as session:
            accounts.add_account(session, "admin", _PASSWORD, Role.ADMIN, "campaign")
            for name, role in plan.names.items():
                accounts.add_account(session, name, _PASSWORD, role, "admin")
            for name, role in plan.names.items():
                if role is Role.EDITOR:
                    keys[name] = accounts.add_token(session, name, "campaign", role)
        return keys
    finally:
        ledger.close()


class Visiting:
    """Everybody who comes, at one address."""

    def __init__(self, plan: Plan, address: str, keys: dict[str, str]) -> None:
        self._plan = plan
        self._address = address
        self._keys = keys

    async def alone(self) -> Tally:
        """One reader, nothing else; the first pages, for which all is loaded, do not count."""
        tally = Tally()
        async with AsyncExitStack() as stack:
            (reader,) = await self._entered(stack, tally, ["reader0"], Visitor)
            for _ in range(_WARM):
                await reader.step()
            tally.times.clear()
            until = time.monotonic() + self._plan.alone
            while time.monotonic() < until:
                await reader.step()
        return tally

    async def crowd(self, location: str, folder: Path) -> tuple[Tally, int]:
        """Everybody, and the ingest; what they met with, and how many pages were taken in."""
        tally, plan = Tally(), self._plan
        names = plan.names
        async with AsyncExitStack() as stack:
            readers = await self._entered(
                stack, tally, [n for n, role in names.items() if role is Role.READER], Visitor
            )
            editors = await self._entered(stack, tally, list(self._keys), Editor)
            tally.times.clear()
            until = time.monotonic() + 60 * plan.minutes
            tasks = [self._read(reader, until) for reader in readers]
            tasks += [self._edit(editor, until) for editor in editors]
            *_, taken = await asyncio.gather(*tasks, self._take_in(location, folder, until, tally))
        return tally, int(taken or 0)

    async def _entered(
        self, stack: AsyncExitStack, tally: Tally, names: Sequence[str], kind: type[_V]
    ) -> list[_V]:
        found = []
        for number, (name, client) in enumerate(browsers(self._address, names).items()):
            await stack.enter_async_context(client)
            dice = random.Random(f"{self._plan.seed} {name} {number}")  # noqa: S311 - to be repeated
            found.append(kind(name, client, tally, dice))
            await found[-1].enter(_PASSWORD)
        return found

    async def _read(self, reader: Visitor, until: float) -> None:
        await pausing(reader.dice, self._plan.pause)
        while time.monotonic() < until:
            await reader.step()
            await pausing(reader.dice, self._plan.pause)

    async def _edit(self, editor: Editor, until: float) -> None:
        events = await events_in(editor.client)
        while time.monotonic() < until:
            await editor.decide(events, self._keys[editor.name])
            await pausing(editor.dice, self._plan.thought)

    async def _take_in(self, location: str, folder: Path, until: float, tally: Tally) -> int:
        """One ingest after the other into the same ledger; how many pages that were."""
        taken = 0
        while time.monotonic() < until:
            numbers = range(_BATCH + taken, _BATCH + taken + self._plan.batch)
            pages = written(folder / f"more{taken}", numbers, theme_every=_THEME)
            wanted = ["ingest", str(pages), "--ledger", location]
            code = await asyncio.to_thread(started(wanted, folder / "ingest.log").wait)
            taken += self._plan.batch
            if code:
                tally.failures[f"ingest: {code}"] += 1
        return taken


def told(plan: Plan, database: str, result: Result) -> Iterator[str]:
    """Lines about a result."""
    crowd = result.crowd
    yield (
        f"{database}: {plan.readers} readers, {plan.editors} editors, an ingest,"
        f" {plan.minutes:g} min; load of the machine {result.load:.1f}"
    )
    yield (
        f"  {crowd.answers:,} answers, {sum(crowd.failures.values())} failures,"
        f" {result.taken:,} pages taken in, {len(crowd.acknowledged):,} decisions acknowledged,"
        f" {crowd.refused} refused, {crowd.gone} pages of events gone"
    )
    yield from table(result.alone, crowd)
    yield from (f"  failure: {what} ({n})" for what, n in crowd.failures.most_common(20))
    yield from (f"  failure alone: {what} ({n})" for what, n in result.alone.failures.items())
    yield from (f"  fault: {fault}" for fault in result.faults[:20])


def main() -> None:
    """Print a table for each database; 1 if anything failed or was lost."""
    parser = argparse.ArgumentParser(description="many at one ledger at once")
    plan = Plan()
    for name in ("minutes", "alone", "pause", "thought"):
        parser.add_argument(f"--{name}", type=float, default=getattr(plan, name))
    for name in ("readers", "editors", "pages", "batch", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(plan, name))
    parser.add_argument("--database", nargs="*", default=NAMES, choices=NAMES)
    parser.add_argument("--keep", type=Path, help="folder for files and logs")
    args = vars(parser.parse_args())
    databases, keep = args.pop("database"), args.pop("keep")
    sound = True
    for database in databases:
        with tempfile.TemporaryDirectory() as temporary:
            folder = (keep or Path(temporary)) / database
            folder.mkdir(parents=True)
            result = run(Plan(**args), database, folder)
        print("\n".join(told(Plan(**args), database, result)), flush=True)
        failed = result.crowd.failures or result.alone.failures or result.faults
        sound = sound and not failed
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
