"""Fuzzing guided by coverage: what reaches new code is kept and changed further.

``python -m fuzzing.guided [--seconds 120] [--only NAME …] [--out DIR]`` with ``src`` and ``tests``
on the path; ``make fuzz-guided`` does so. Needs atheris, which has wheels for Linux. One process a
reader; its corpus begins with inputs of the target and what campaigns found. An input that fails
is written into DIR by libFuzzer and ends its reader. Exit code 1 on any failure.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

#: Readers that are our own Python: libraries in C are fuzzed by their makers.
READERS = ("decoding", "codings", "feeds", "times", "html", "text", "table", "search")
#: Our packages whose branches are followed.
_FOLLOWED = ("article", "capture", "model")
_TIMES = ("korean", "times")
_SEEDS = 60
_HERE = Path(__file__).parent


def left_alone() -> list[str]:
    """Names of our other modules: following them costs minutes of start-up."""
    root = _HERE.parents[1] / "src"
    named = (path.relative_to(root).with_suffix("").parts for path in root.rglob("*.py"))
    rest = (n for n in named if n[1] not in _FOLLOWED and n[1:3] != _TIMES)
    return [".".join(n).removesuffix(".__init__") for n in rest]


def planted(name: str, corpus: Path) -> int:
    """Put inputs of a target into an empty corpus; returns how many are there."""
    from fuzzing.campaign import input_of  # noqa: PLC0415 - after the readers are instrumented
    from fuzzing.targets import targets  # noqa: PLC0415

    corpus.mkdir(parents=True, exist_ok=True)
    kept = _HERE / "corpus" / name
    found = [path.read_bytes() for path in sorted(kept.glob("*"))]
    target = targets()[name]
    found += [target.make(Random(f"planted:{name}:{number}")) for number in range(_SEEDS)]
    found += [input_of(target, 0, number) for number in range(_SEEDS)]
    for number, data in enumerate(found):
        (corpus / f"{name}-{number:03}").write_bytes(data)
    return len(found)


def fuzz(name: str, corpus: Path, options: list[str]) -> None:
    """Fuzz one reader in this process until libFuzzer's own limits end it."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["haengbo"], exclude=left_alone()):
        targets = import_module("fuzzing.targets").targets()
    planted(name, corpus)
    attempt = targets[name].attempt
    for data in map(Path.read_bytes, sorted(corpus.glob("*"))):
        # The pack is loaded by the first that comes so far: that is no input that takes long
        attempt(data)

    def tried(data: bytes) -> None:
        attempt(data)

    atheris.Setup([sys.argv[0], str(corpus), *options], tried)
    atheris.Fuzz()


def _apart(name: str, seconds: int, out: Path) -> bool:
    """Fuzz one reader in a process of its own and tell of it; whether nothing failed."""
    options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=4000"]
    options += ["-max_len=20000", "-print_final_stats=1", f"-artifact_prefix={out}/{name}-"]
    command = [sys.executable, "-W", "ignore", "-m", "fuzzing.guided", "--inside", name]
    done = subprocess.run(  # noqa: S603 - ourselves
        [*command, "--out", str(out), "--", *options], capture_output=True, text=True, check=False
    )
    tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    reached = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", done.stderr)
    count = f"{int(tried[1]):,}" if tried else "?"
    first, last = (reached[0], reached[-1]) if reached else (("?",) * 3, ("?",) * 3)
    print(
        f"{name:10} {count:>9} inputs  branches {first[0]} → {last[0]}  kept {last[2]}  "
        f"exit {done.returncode}",
        flush=True,
    )
    if done.returncode:
        print(done.stderr[-3000:], flush=True)
    return done.returncode == 0


def main() -> int:
    """Fuzz the readers one after another and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=120, help="for each reader")
    parser.add_argument("--only", nargs="*", default=READERS, choices=READERS)
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--inside", default=None, help=argparse.SUPPRESS)
    parser.add_argument("options", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside is not None:
        fuzz(given.inside, given.out / "corpus" / given.inside, given.options)
        return 0
    given.out.mkdir(parents=True, exist_ok=True)
    sound = [_apart(name, given.seconds, given.out) for name in given.only]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
