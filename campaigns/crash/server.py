"""Kill the PostgreSQL server itself while something writes to it, and print what was found.

Usage: ``python -m campaigns.crash.server [--kills N] [--only NAME …] [--seed N]``. The server and
all its processes get SIGKILL at a random instant and it is started again. Whoever was writing must
have ended with a sentence, and what it had said must be there after the recovery; the operation
is run again to its end, and then all must be as after an undisturbed run. Ends with 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from campaigns.crash.contents import Rows
from campaigns.crash.judging import after, finished, holds
from campaigns.crash.killing import carried_out, in_child
from campaigns.crash.material import Material, prepared
from campaigns.crash.operations import OPERATIONS, Operation
from campaigns.databases import Running, Server, running

_DEFAULT = ("ingest", "decisions")
_TRIES = 3
_SAMPLES = 3
#: What a client ends with: the error that the command line prints, with exit code 2.
_SENTENCE = "LedgerError: 장부"


@dataclass(slots=True)
class Count:
    """What became of an operation.

    Attributes:
        kills: Of the server, before the operation's end.
        late: After it.
        acknowledged: What was said before, altogether.
        recovery: Seconds of the longest start after a kill.
        sentences: What clients said, without the place, each with how often.
        faults: What was wrong.
    """

    kills: int = 0
    late: int = 0
    acknowledged: int = 0
    recovery: float = 0.0
    sentences: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an operation is struck.

    Attributes:
        running: The server.
        where: Its databases.
        material: What is worked on.
        dice: For the instants.
    """

    running: Running
    where: Server
    material: Material
    dice: random.Random


def struck(operation: Operation, scene: Scene, kills: int) -> Count:
    """Kill the server so often under an operation."""
    count, where, material = Count(), scene.where, scene.material
    start = where.location(f"{operation.name}-start")
    in_child(lambda _say: operation.prepare(start, material), None)
    where.settled(start)
    whole = where.copied(start, f"{operation.name}-whole")
    seconds = carried_out(operation, whole, material).seconds
    where.settled(whole)
    expected = holds(whole, material)
    for number in range(_TRIES * kills):
        if count.kills == kills:
            break
        location = where.copied(start, f"{operation.name}-{number}")
        instant = scene.dice.uniform(0, seconds)
        found = list(_one(operation, location, scene, instant, expected, count))
        count.faults += [f"{operation.name} at {instant:.4f} s: {fault}" for fault in found]
        where.removed(location)
    return count


def _one(
    operation: Operation,
    location: str,
    scene: Scene,
    instant: float,
    expected: dict[str, Rows],
    count: Count,
) -> Iterator[str]:
    """One kill of the server; what is wrong afterwards."""
    death = in_child(
        lambda say: operation.run(location, scene.material, say),
        instant,
        lambda _child: scene.running.killed(),
    )
    since = time.perf_counter()
    scene.running.restarted()
    count.recovery = max(count.recovery, time.perf_counter() - since)
    count.kills += not death.done
    count.late += death.done
    count.acknowledged += len(death.said)
    if not death.done:
        said = death.failure or "ended without a word"
        key = said if not said.startswith(_SENTENCE) else _without_place(said)
        count.sentences[key] = count.sentences.get(key, 0) + 1
        if not said.startswith(_SENTENCE):
            yield f"the client said: {said}"
    yield from after(operation, location, scene.material, death.said)
    yield from finished(operation, scene.where, location, scene.material, expected)


def _without_place(said: str) -> str:
    return " ".join(word for word in said.split() if "/" not in word)[:160]


def main() -> None:
    """Print a line for each operation, and what clients said."""
    parser = argparse.ArgumentParser(description="kill the server under what writes a ledger")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    names = [operation.name for operation in OPERATIONS]
    parser.add_argument("--only", nargs="*", default=_DEFAULT, choices=names)
    args = parser.parse_args()
    material = prepared(_SAMPLES)
    sound = True
    with running() as started:
        for operation in OPERATIONS:
            if operation.name not in args.only:
                continue
            dice = random.Random(f"{args.seed} {operation.name}")  # noqa: S311 - to be repeated
            scene = Scene(started, Server(started.address, outliving=True), material, dice)
            count = struck(operation, scene, args.kills)
            _tell(operation.name, count)
            sound = sound and not count.faults
    sys.exit(0 if sound else 1)


def _tell(name: str, count: Count) -> None:
    print(
        f"{name:10} server killed {count.kills:4} (late {count.late:3})  acknowledged "
        f"{count.acknowledged:5}  start {count.recovery:5.1f} s  faults {len(count.faults)}",
        flush=True,
    )
    for said, often in sorted(count.sentences.items(), key=lambda item: -item[1]):
        print(f"  {often:3} × {said}", flush=True)
    for fault in count.faults:
        print(f"  {fault}", flush=True)


if __name__ == "__main__":
    main()
