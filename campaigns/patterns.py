"""Search every regular expression in texts made against it: does its time grow with the square?

Usage: ``python -m campaigns.patterns`` with ``src`` and ``tests`` on the path.
Each pattern that a process compiles while it imports all modules and reads the samples is taken
apart; for each of its repetitions a text is made of what leads to it and of what it repeats, and
searched at one length and at eight times that length. Linear time takes eight times as long,
quadratic sixty-four: so far apart that a busy machine does not take one for the other. Prints those
that grow so, with their time for a long line; ends with 1 if there is any. No pattern is excepted.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: How ``re`` itself takes patterns apart; what it is typed as differs from checker to checker.
code: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

ROOT = Path(__file__).parents[1]
#: Characters of the longest line that is looked at as a whole; sentences are shorter.
LONGEST = 6_000
_SHORT = 750
_TIMES = 8
#: Between eight (linear) and sixty-four (quadratic), nearer to what noise does not reach.
_GROWTH = 20.0
#: Seconds for the long text below which growth cannot be told from noise: 0.1 µs a character.
_QUICK = 0.0006
#: Ordinary characters, tried in this order where a class takes one.
_ORDINARY = "가1a다 .,\n“(-/·:@<A年"
#: Texts for every pattern: white space, words, figures, marks.
_RUNS = (" ", "\n", "가", "a", "1", "가 ", "다고 ", "(", "-", ".", "“", "1/", "a@a.", "2024.1.")
_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
#: A repetition of at most so many times is none.
_FEW = 40


def sample(parts: Any) -> str:  # noqa: ANN401 - the parser's own lists
    """A short text that a part of a pattern takes; looks around are left out."""
    return "".join(_piece(name, value) for name, value in parts)


def _piece(name: Any, value: Any) -> str:  # noqa: ANN401 - as above
    if name is code.LITERAL:
        return chr(value)
    if name in {code.NOT_LITERAL, code.ANY, code.IN}:
        return _one_of(name, value)
    if name is code.BRANCH:
        return min((sample(branch) for branch in value[1]), key=len)
    if name in {code.SUBPATTERN, code.ATOMIC_GROUP}:
        return sample(value[-1] if name is code.SUBPATTERN else value)
    if name in _REPEATS:
        return sample(value[2]) * min(max(int(value[0]), 1), 3)
    return ""


def _one_of(name: Any, value: Any) -> str:  # noqa: ANN401 - as above
    if name is code.ANY:
        return "가"
    if name is code.NOT_LITERAL:
        return next(c for c in _ORDINARY if ord(c) != value)
    made = re.compile(_written(value))
    return next((c for c in _ORDINARY if made.match(c)), _first(value))


def _written(parts: Any) -> str:  # noqa: ANN401 - as above
    """A class of characters as it could be written."""
    out = []
    for name, value in parts:
        if name is code.NEGATE:
            out.append("^")
        elif name is code.LITERAL:
            out.append(re.escape(chr(value)))
        elif name is code.RANGE:
            out.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif name is code.CATEGORY:
            out.append(_CATEGORIES[value])
    return f"[{''.join(out)}]"


_CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


def _first(value: Any) -> str:  # noqa: ANN401 - as above
    for name, inner in value:
        if name is code.LITERAL:
            return chr(inner)
        if name is code.RANGE:
            return chr(inner[0])
    return "가"


def repetitions(parts: Any, before: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """(what leads to it, what is repeated) for every long repetition, however deep."""
    for name, value in parts:
        inner: list[Any] = []
        if name in _REPEATS:
            inner = [value[2]]
            if value[1] is code.MAXREPEAT or value[1] > _FEW:
                yield before, sample(value[2])
        elif name is code.BRANCH:
            inner = list(value[1])
        elif name is code.SUBPATTERN:
            inner = [value[-1]]
        elif name in {code.ASSERT, code.ASSERT_NOT}:
            inner = [value[1]]
        elif name is code.ATOMIC_GROUP:
            inner = [value]
        for one in inner:
            yield from repetitions(one, before)
        before = (before + _piece(name, value))[-40:]


def attacks(pattern: str, flags: int) -> list[tuple[str, str]]:
    """(beginning, run): texts against a pattern, each once."""
    made: dict[tuple[str, str], None] = {("", run): None for run in _RUNS}
    for before, run in repetitions(parser.parse(pattern, flags)):
        for attack in ((before, run), ("", before + run), ("", run), ("", run + " ")):
            if attack[1]:
                made[attack] = None
    return list(made)


def text_of(attack: tuple[str, str], length: int) -> str:
    """An attack of so many characters, with an end that nothing takes."""
    before, run = attack
    return before + (run * length)[:length] + "\x00"


def seconds(pattern: re.Pattern[str], text: str, trials: int = 3) -> float:
    """Of processor for a search, the least of some."""
    times = []
    for _ in range(trials):
        since = time.process_time()
        pattern.search(text)
        times.append(time.process_time() - since)
    return min(times)


@dataclass(frozen=True, slots=True)
class Growth:
    """A pattern whose time grows faster than the text.

    Attributes:
        pattern: As written.
        where: Our line that compiles it.
        attack: Of the worst text.
        ratio: Of times at eight times the length.
        worst: Seconds at the longest text that is read at once.
    """

    pattern: str
    where: str
    attack: tuple[str, str]
    ratio: float
    worst: float


def growth(pattern: str, flags: int, where: str) -> Growth | None:
    """How a pattern grows at its worst, if faster than the text."""
    made, found = re.compile(pattern, flags), None
    for attack in attacks(pattern, flags):
        long = text_of(attack, _TIMES * _SHORT)
        once = seconds(made, long, 1)
        if once < _QUICK:
            continue
        short = seconds(made, text_of(attack, _SHORT))
        # The least of several is no more than the first: what is linear so far needs no more
        if once < _GROWTH * short:
            continue
        ratio = seconds(made, long) / max(short, 1e-7)
        if ratio < _GROWTH or not _grows_again(made, attack, long):
            continue
        worst = seconds(made, text_of(attack, LONGEST), 1)
        if found is None or worst > found.worst:
            found = Growth(pattern, where, attack, ratio, worst)
    return found


def _grows_again(made: re.Pattern[str], attack: tuple[str, str], long: str) -> bool:
    """Whether it grows so when measured once more, longer: no noise of a busy machine."""
    short = text_of(attack, _SHORT)
    return seconds(made, long, 5) > _GROWTH * seconds(made, short, 5)


def recorded() -> dict[str, tuple[int, str]]:
    """Pattern → flags and our line that compiles it."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("src", "tests"))
    done = subprocess.run(
        [sys.executable, "-m", "deploy.recording"],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        check=True,
    )
    return {pattern: (seen[0], seen[1]) for pattern, seen in json.loads(done.stdout).items()}


def main() -> int:
    """Print the patterns that grow."""
    patterns = recorded()
    tried = sum(len(attacks(pattern, flags)) for pattern, (flags, _) in patterns.items())
    grown = (growth(pattern, flags, where) for pattern, (flags, where) in patterns.items())
    found = []
    for one in grown:
        if one is None:
            continue
        found.append(one)
        before, run = one.attack
        print(f"{one.worst * 1000:7.1f} ms  ×{one.ratio:4.1f}  {one.where}  {before!r} {run!r}")
        print(f"            {one.pattern[:150]!r}", flush=True)
    worst = max((one.worst for one in found), default=0.0)
    print(
        f"{len(patterns)} patterns, {tried} texts: {len(found)} grow with the square, "
        f"at most {worst * 1000:.0f} ms for {LONGEST} characters"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
