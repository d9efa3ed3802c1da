"""``words.tsv`` → relative words of time: 이날, 지난달, 내년; ``names.tsv`` → what is no time.

Goes out: for each written form the word that it belongs to. Invariant: no form belongs to two
words.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    lines = (files(__package__) / "words.tsv").read_text("utf-8").splitlines()
    # No YAML here: whoever reads a page would load its parser for this alone
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    found: dict[str, Word] = {}
    for row in rows:
        for form in row["forms"].split(";"):
            if form in found:
                raise ValueError(f"words.tsv: {form!r} twice")
            found[form] = Word(row["id"], row["unit"], row["from"], int(row["shift"]))
    return found


@cache
def alternation(unit: str) -> str:
    """A regular expression for all forms of a unit, longest first."""
    forms = [form for form, word in words().items() if word.unit == unit]
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def standing_behind(unit: str) -> str:
    """A regular expression for what stands behind a day or month without a blank.

    What makes it a name (5월1일[경기장]), or begins the next phrase (28일[방콕]에서).

    Args:
        unit: ``day`` or ``month``; ``place`` or ``who``: what begins behind it without a blank.
    """
    lines = (files(__package__) / "names.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    forms = [form for row in rows if row["unit"] == unit for form in row["forms"].split(";")]
    return "|".join(re.escape(form) for form in forms)
