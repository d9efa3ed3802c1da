"""Every regular expression is free of catastrophic backtracking, as far as an analyser sees.

``regexploit`` finds parts whose repetitions overlap: the degree is 3 for cubic time, more for
exponential; quadratic ones it lets pass. Patterns are taken from the modules as imported
(so those made of word lists of the pack are among them) and from calls of ``re`` inside functions.
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


FOUND = patterns()


def degree(pattern: str) -> int:
    """The highest degree that the analyser finds; 1 if nothing overlaps."""
    parsed = SreOpParser().parse_sre(pattern)
    return max((redos.starriness for redos in find(parsed)), default=1)


def test_enough_patterns_are_found() -> None:
    assert len(FOUND) > 300


@pytest.mark.parametrize("pattern", ["(a+)+b", r"\s*\s*\s*x", "(?:가|가나?)*다*다*다*!"])
def test_the_analyser_knows_bad_ones(pattern: str) -> None:
    assert degree(pattern) >= REFUSED


@pytest.mark.parametrize("pattern", FOUND, ids=lambda p: f"{FOUND[p]}-{p[:30]}")
def test_no_pattern_overlaps_itself_often(pattern: str) -> None:
    assert degree(pattern) < REFUSED


@pytest.mark.parametrize("pattern", FOUND, ids=lambda p: f"{FOUND[p]}-{p[:30]}")
def test_no_pattern_is_cubic_on_runs(pattern: str) -> None:
    for run in (" ", "가", "a", "1", "가 ", "다고 ", "(", "-"):
        since = time.perf_counter()
        re.search(pattern, (run * 1000)[:1000] + "\x00")
        assert time.perf_counter() - since < 1.0, (
            f"on runs of {run!r}: cubic ones take four seconds"
        )
