"""No regular expression takes cubic time or worse, as far as an analyser and runs show.

``regexploit`` finds parts whose repetitions overlap: the degree is 3 for cubic time, more for
exponential; quadratic ones it lets pass. Patterns are taken from the modules as imported
(so those made of word lists of the pack are among them) and from calls of ``re`` inside functions.
What a process compiles while it reads the samples (``compiled``) is searched for in runs of one
length and of four times that length: linear ones take four times as long, quadratic ones sixteen,
cubic ones sixty-four. Quadratic ones are looked for in ``test_attacks``, by texts made for each.
Processor time, the least of several trials, and trials again before one is called bad: a busy
machine makes no pattern cubic.
"""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

from haengbo.knowledge import load

SOURCE = Path(__file__).parents[2] / "src"
#: Degree from which a pattern is refused: cubic time on a paragraph of a page is felt.
REFUSED = 3
USES = {"compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"}


def held(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """Patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, dict):
        for inner in value.values():
            yield from held(inner, depth - 1)
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from held(inner, depth - 1)
    elif depth and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for name in value.__dataclass_fields__:
            yield from held(getattr(value, name, None), depth - 1)


def written(path: Path) -> Iterator[re.Pattern[str]]:
    """Patterns that stand as they are in calls of ``re``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        first = node.args[0]
        plain = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if node.func.attr in USES and plain:
            yield re.compile(ast.literal_eval(first))


@pytest.fixture(scope="module")
def patterns() -> dict[str, str]:
    """Pattern → module in which it was found first."""
    found: dict[str, str] = {}
    for path in sorted((SOURCE / "haengbo").rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        if name.endswith("__main__") or ".migrations" in name:
            continue
        values = vars(importlib.import_module(name)).values()
        for pattern in (*written(path), *(p for value in values for p in held(value))):
            found.setdefault(pattern.pattern, name)
    for pattern in held(load(), 6):
        found.setdefault(pattern.pattern, "pack")
    return found


def degree(pattern: str) -> int:
    """The highest degree that the analyser finds; 1 if nothing overlaps."""
    # A possessive repetition gives nothing back, so it is at most as bad as a plain one.
    parsed = SreOpParser().parse_sre(re.sub(r"(?<=[+*?}])(?<!\\.)\+", "", pattern))
    return max((redos.starriness for redos in find(parsed)), default=1)


def test_enough_patterns_are_found(patterns: dict[str, str]) -> None:
    assert len(patterns) > 300


@pytest.mark.parametrize("pattern", ["(a+)+b", r"\s*\s*\s*x", "(?:가|가나?)*다*다*다*!"])
def test_the_analyser_knows_bad_ones(pattern: str) -> None:
    assert degree(pattern) >= REFUSED


def test_no_pattern_overlaps_itself_often(patterns: dict[str, str]) -> None:
    degrees = {(where, pattern): degree(pattern) for pattern, where in patterns.items()}
    assert {named: found for named, found in degrees.items() if found >= REFUSED} == {}


#: What texts are made of, each a run: white space, words, figures, marks, markup, addresses.
RUNS = (
    *(" ", "\n", "가", "a", "1", "가 ", "다고 ", "(", "-", ".", "“", "[", '"', "1/", "북·"),
    *("a@a.", "2024.1.", "<p ", "가나다 기자 "),
)
SHORT = 125
#: Between sixteen (quadratic) and sixty-four (cubic).
GROWTH = 30.0
#: Seconds for a long run below which growth does not matter.
QUICK = 0.0015
TRIALS = 2


def least(pattern: re.Pattern[str], text: str) -> float:
    """Processor seconds of a search, the least of some."""
    times = []
    for _ in range(TRIALS):
        since = time.process_time()
        pattern.search(text)
        times.append(time.process_time() - since)
    return min(times)


def grows(pattern: re.Pattern[str], run: str) -> bool:
    """Whether four times the text takes much more than four times as long, at each trial."""
    short, long = ((run * length)[:length] + "\x00" for length in (SHORT, 4 * SHORT))
    since = time.process_time()
    pattern.search(long)
    if time.process_time() - since < QUICK:
        return False
    return all(least(pattern, long) > GROWTH * least(pattern, short) for _ in range(2))


def test_patterns_made_in_functions_are_recorded(
    compiled: dict[str, tuple[int, str]], patterns: dict[str, str]
) -> None:
    assert len(compiled) > 450
    assert any(where.startswith("article/lines.py") for _, where in compiled.values())
    assert len(set(compiled) - set(patterns)) > 20


@pytest.mark.parametrize("pattern", [r"\s*\s*x", "가*가*!", r"\d*\d*x"])
def test_growth_is_seen(pattern: str) -> None:
    assert any(grows(re.compile(pattern), run) for run in RUNS)


def test_no_pattern_grows_with_the_cube_of_the_text(compiled: dict[str, tuple[int, str]]) -> None:
    slow = [
        (where, pattern, run)
        for pattern, (flags, where) in compiled.items()
        for run in RUNS
        if grows(re.compile(pattern, flags), run)
    ]
    assert slow == []
