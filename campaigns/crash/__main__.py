"""Kill every operation at random instants on both databases, and print what was found.

Usage: ``python -m campaigns.crash [--kills N] [--only NAME …] [--database sqlite] [--seed N]``.
Ends with 1 if anything was lost, twice, damaged, or other than after an undisturbed run.
"""

from __future__ import annotations

import argparse
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from campaigns.crash.contents import Rows, digest
from campaigns.crash.judging import after, finished, holds
from campaigns.crash.killing import carried_out, in_child
from campaigns.crash.material import Material, prepared
from campaigns.crash.operations import OPERATIONS, Operation
from campaigns.databases import NAMES, Place, place

_MEASURED = 3
#: Kills that came after the end are not counted; so many tries for a kill at most.
_TRIES = 3
_TOLD = 20
#: Kills after which it is said how far it is.
_TOLD_EVERY = 25


@dataclass(slots=True)
class Tally:
    """What became of one operation on one database.

    Attributes:
        operation: Its name.
        kills: That hit it before its end.
        late: That came after it.
        seconds: Of an undisturbed run.
        acknowledged: What was said before the kills, altogether.
        faults: What was wrong.
    """

    operation: str
    kills: int = 0
    late: int = 0
    seconds: float = 0.0
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)


def struck(
    operation: Operation, where: Place, material: Material, kills: int, dice: random.Random
) -> Tally:
    """Kill an operation ``kills`` times, each time in a fresh copy of what it starts from."""
    tally = Tally(operation.name)
    start = where.location(f"{operation.name}-start")
    made = in_child(lambda _say: operation.prepare(start, material), None)
    where.settled(start)
    if not made.done:
        tally.faults.append(f"{operation.name} could not be prepared: {made.failure}")
        return tally
    expected = _undisturbed(operation, where, start, material, tally)
    for number in range(_TRIES * kills):
        if tally.kills == kills:
            break
        location = where.copied(start, f"{operation.name}-{number}")
        instant = dice.uniform(0, tally.seconds)
        death = carried_out(operation, location, material, instant)
        where.settled(location)
        tally.kills += not death.done
        tally.late += death.done
        tally.acknowledged += len(death.said)
        found = [death.failure] if death.failure else []
        found += after(operation, location, material, death.said)
        found += finished(operation, where, location, material, expected)
        tally.faults += [f"{operation.name} at {instant:.4f} s: {fault}" for fault in found]
        where.removed(location)
        if tally.kills and tally.kills % _TOLD_EVERY == 0 and not death.done:
            print(f"  {operation.name}: {tally.kills}, faults {len(tally.faults)}", file=sys.stderr)
    where.removed(start)
    return tally


def _undisturbed(
    operation: Operation, where: Place, start: str, material: Material, tally: Tally
) -> dict[str, Rows]:
    """What the ledger holds when nothing happens, the same each time; and how long it takes."""
    seconds, found = [], []
    for number in range(_MEASURED):
        location = where.copied(start, f"{operation.name}-whole-{number}")
        death = carried_out(operation, location, material)
        where.settled(location)
        seconds.append(death.seconds)
        tally.faults += [death.failure] if death.failure else []
        found.append(holds(location, material))
        where.removed(location)
    tally.seconds = statistics.median(seconds)
    if len({digest(each) for each in found}) != 1:
        tally.faults.append(f"{operation.name}: two undisturbed runs differ")
    return found[0]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is struck, and how often.

    Attributes:
        databases: Names.
        only: Names of operations; all if empty.
        kills: Of each operation on each database.
        seed: Of the instants.
        samples: Sample pages among the material.
        jobs: Operations at a time, each in a process of its own.
    """

    databases: tuple[str, ...]
    only: tuple[str, ...]
    kills: int
    seed: int
    samples: int
    jobs: int


def campaign(plan: Plan) -> bool:
    """Strike the operations; whether nothing was found wrong."""
    material = prepared(plan.samples)
    wanted = [o for o in OPERATIONS if not plan.only or o.name in plan.only]
    sound = True
    with tempfile.TemporaryDirectory() as folder:
        for name in plan.databases:
            with place(name, Path(folder)) as where:
                waiting = [partial(_one, o, where, name, material, plan) for o in wanted]
                sound = _at_once(waiting, plan.jobs) and sound
    return sound


def _one(operation: Operation, where: Place, name: str, material: Material, plan: Plan) -> None:
    """Strike one operation and tell of it; ends the process, with 1 if something was wrong."""
    begun = time.perf_counter()
    dice = random.Random(f"{plan.seed} {name} {operation.name}")  # noqa: S311 - to be repeated
    tally = struck(operation, where, material, plan.kills, dice)
    _tell(name, tally, time.perf_counter() - begun)
    sys.exit(1 if tally.faults else 0)


def _at_once(waiting: Sequence[Callable[[], None]], jobs: int) -> bool:
    """Do things in forked processes, some at a time; whether all ended with 0."""
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=work) for work in waiting]
    running: list[multiprocessing.process.BaseProcess] = []
    for process in processes:
        if len(running) == jobs:
            multiprocessing.connection.wait([each.sentinel for each in running])
            running = [each for each in running if each.is_alive()]
        process.start()
        running.append(process)
    for process in processes:
        process.join()
    return all(process.exitcode == 0 for process in processes)


def _tell(name: str, tally: Tally, seconds: float) -> None:
    print(
        f"{name:10} {tally.operation:10} kills {tally.kills:4} (late {tally.late:3})  "
        f"takes {tally.seconds:6.3f} s  acknowledged {tally.acknowledged:5}  "
        f"faults {len(tally.faults):3}  in {seconds:5.0f} s",
        flush=True,
    )
    for fault in tally.faults[:_TOLD]:
        print(f"  {fault}", flush=True)


def main() -> None:
    """Print a line for each operation and database."""
    parser = argparse.ArgumentParser(description="kill what writes a ledger")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--samples", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=(), choices=[o.name for o in OPERATIONS])
    parser.add_argument("--database", nargs="*", default=NAMES, choices=NAMES)
    args = parser.parse_args()
    plan = Plan(
        tuple(args.database), tuple(args.only), args.kills, args.seed, args.samples, args.jobs
    )
    sys.exit(0 if campaign(plan) else 1)


if __name__ == "__main__":
    main()
