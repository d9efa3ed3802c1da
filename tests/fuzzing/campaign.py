"""The campaign: a million inputs and more, each within its time and memory, counted by target.

``python -m fuzzing.campaign [--share 0.01] [--seed N] [--only NAME …] [--out DIR]`` with ``src``
and ``tests`` on the path; ``make fuzz`` does so. One process a target, so that one that dies or
hangs is known by the number of its input; it goes on behind it. An input is made from seed, target
and number alone: ``--only NAME --from N --to N+1`` tries one again. Exit code 1 on any failure.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from fuzzing.targets import Target, targets

#: Seconds of processor for an input: more is a failure.
SECONDS = 5.0
#: Seconds of waiting after which a process is taken for hung.
HUNG = 120.0
#: Bytes of address space for a target's process.
MEMORY = 4_000_000_000
#: Inputs a process tries before another goes on, so that a leak shows as growth within few.
_AT_ONCE = 50_000
_NUMBER = struct.Struct("<q")
#: Stands for the number until the first input is tried.
_NONE = -(2**40)
_STARTS = 3


class OvertimeError(Exception):
    """An input took more processor time than it may."""


@dataclass(slots=True)
class Count:
    """What became of a target's inputs.

    Attributes:
        tried: All.
        taken: Those that were read; the others were refused with an error of ours.
        failures: What else happened → number of an input that did it.
        slowest: Seconds of the slowest, and its number.
        seconds: Of processor, altogether.
        peak: Resident bytes at most.
    """

    tried: int = 0
    taken: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    slowest: tuple[float, int] = (0.0, -1)
    seconds: float = 0.0
    peak: int = 0

    def add(self, other: Count) -> None:
        """Count another stretch of inputs."""
        self.tried += other.tried
        self.taken += other.taken
        self.failures = other.failures | self.failures
        self.slowest = max(self.slowest, other.slowest)
        self.seconds += other.seconds
        self.peak = max(self.peak, other.peak)


def input_of(target: Target, seed: int, number: int) -> bytes:
    """The input of that number; the same everywhere."""
    return target.make(Random(f"{seed}:{target.name}:{number}"))


def signature(error: BaseException) -> str:
    """What failed and where in our code: failures of one cause have one."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/haengbo/" in f.filename] or frames
    place = f"{ours[-1].filename.rpartition('/haengbo/')[2]}:{ours[-1].lineno}"
    return f"{type(error).__name__} at {place}: {str(error)[:120]}"


def _overtime(_signal: int, _frame: FrameType | None) -> None:
    raise OvertimeError(f"more than {SECONDS} s")


def stretch(target: Target, seed: int, numbers: range, progress: Path) -> Count:
    """Try inputs one after another in this process; the number at hand stands in ``progress``."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _overtime)
    target.attempt(input_of(target, seed, -1))
    count = Count()
    with progress.open("r+b", buffering=0) as stream:
        for number in numbers:
            stream.seek(0)
            stream.write(_NUMBER.pack(number))
            _try(target, input_of(target, seed, number), number, count)
    count.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return count


def _try(target: Target, data: bytes, number: int, count: Count) -> None:
    since = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        count.taken += target.attempt(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        count.failures.setdefault(signature(error), number)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - since
    count.tried += 1
    count.seconds += took
    count.slowest = max(count.slowest, (took, number))


def apart(target: Target, seed: int, numbers: range, folder: Path) -> Iterator[Count]:
    """Try inputs in processes of their own; a number that kills one is a failure of that number."""
    progress = folder / f"{target.name}.number"
    first, starts = numbers.start, 0
    while first < numbers.stop:
        last = min(first + _AT_ONCE, numbers.stop)
        progress.write_bytes(_NUMBER.pack(_NONE))
        ended = _process(target, seed, range(first, last), progress)
        number = _NUMBER.unpack(progress.read_bytes())[0]
        if isinstance(ended, Count):
            yield ended
            first, starts = last, 0
        elif number == _NONE:
            starts += 1
            if starts == _STARTS:
                raise RuntimeError(f"{target.name} does not start: {ended}")
        else:
            yield Count(number + 1 - first, failures={f"process {ended}": number})
            first = number + 1


def _process(target: Target, seed: int, numbers: range, progress: Path) -> Count | str:
    command = [sys.executable, "-m", "fuzzing.campaign", "--only", target.name, "--seed", str(seed)]
    command += ["--from", str(numbers.start), "--to", str(numbers.stop), "--inside", str(progress)]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as process:
        before = -1
        while True:
            try:
                out, said = process.communicate(timeout=HUNG)
            except subprocess.TimeoutExpired:
                now = _NUMBER.unpack(progress.read_bytes())[0]
                if now == before:
                    process.kill()
                    process.communicate()
                    return f"hung for {HUNG:.0f} s"
                before = now
                continue
            if process.returncode:
                return f"{_ending(process.returncode)}: {said.decode()[-200:] or 'nothing said'}"
            found = json.loads(out.splitlines()[-1])
            return Count(**found | {"slowest": tuple(found["slowest"])})


def _ending(code: int) -> str:
    """How a process ended: by which signal, or with which code."""
    if code >= 0:
        return f"ended with {code}"
    name = signal.Signals(-code).name
    why = " (this machine had no memory left, or somebody ended it)" if name == "SIGKILL" else ""
    return f"was ended by {name}{why}"


def _row(name: str, count: Count) -> str:
    slowest = f"{count.slowest[0] * 1000:.0f} ms"
    return (
        f"{name:10} {count.tried:9,} {count.taken:9,} {len(count.failures):4} "
        f"{count.seconds:7.0f} s {slowest:>9} {count.peak / 1e6:6.0f} MB"
    )


def _save(target: Target, seed: int, failures: dict[str, int], folder: Path) -> None:
    for what, number in failures.items():
        print(f"    {target.name} {number}: {what}", flush=True)
        if number >= 0:
            name = f"{target.name}-{seed}-{number}.bin"
            (folder / name).write_bytes(input_of(target, seed, number))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of each target's inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--to", type=int, default=None, dest="last")
    parser.add_argument("--inside", type=Path, default=None, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> int:
    """Run the campaign and print its table."""
    given = _arguments()
    chosen = [target for name, target in targets().items() if not given.only or name in given.only]
    if given.inside is not None:
        count = stretch(chosen[0], given.seed, range(given.first, given.last), given.inside)
        print(json.dumps(asdict(count)))
        return 0
    given.out.mkdir(parents=True, exist_ok=True)
    print("target         tried     taken fail  processor   slowest    peak", flush=True)
    total = Count()
    for target in chosen:
        last = given.last or max(1, round(target.inputs * given.share))
        count = Count()
        for part in apart(target, given.seed, range(given.first, last), given.out):
            count.add(part)
        print(_row(target.name, count), flush=True)
        _save(target, given.seed, count.failures, given.out)
        total.add(count)
    print(_row("all", total))
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main())
