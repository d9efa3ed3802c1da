"""``words.yaml`` → relative words of time: 이날, 지난달, 내년.

Goes out: for each written form the word that it belongs to. Invariant: no form belongs to two
words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

#: The one in C, where there is one: ten times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Word:
    """One relative word.

    Attributes:
        rule: Name of the rule, e.g. ``month:last``.
        unit: ``day``, ``week``, ``month`` or ``year``.
        origin: What it counts from: ``published``, ``told``, ``story``, ``spoken`` or ``now``.
        shift: How many units later.
    """

    rule: str
    unit: str
    origin: str
    shift: int


@cache
def words() -> dict[str, Word]:
    """Every written form with its word."""
    rows = yaml.load((files(__package__) / "words.yaml").read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    found: dict[str, Word] = {}
    for row in rows:
        for form in row["forms"]:
            if form in found:
                raise ValueError(f"words.yaml: {form!r} twice")
            found[form] = Word(row["id"], row["unit"], row["from"], row["shift"])
    return found


@cache
def alternation(unit: str) -> str:
    """A regular expression for all forms of a unit, longest first."""
    forms = [form for form, word in words().items() if word.unit == unit]
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
