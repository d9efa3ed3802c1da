"""What is typed into the search box → words to look for and filters for the chronicle.

``who:최선희 type:협의 after:2024-06 "핵심이익" 조약`` are three filters and two words, one of them
a phrase. An unknown name before a colon is a word like any other. Names are in ``box.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import yaml

from haengbo.web.labels import code_of

_FILE = Path(__file__).with_name("box.yaml")
_TERM = re.compile(
    r'(?P<name>[a-z가-힣]{1,12}):(?:["“](?P<quoted>[^"”]*)["”]|(?P<plain>[^\s"“]+))'
    r'|["“](?P<phrase>[^"”]+)["”]|(?P<word>\S+)',
    re.IGNORECASE,
)
#: Characters and terms that are looked at: each name is looked for in the ledger.
_LONGEST, _MOST = 1000, 60
#: Filters whose values are codes with words in ``labels.yaml``.
_CODED = ("type", "mode", "channel", "status")


@dataclass(frozen=True, slots=True)
class BoxFilter:
    """A filter that may be written: its name in the address, names in the box, an example."""

    id: str
    names: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the words (phrases with their quotation marks), and the filters."""

    words: str
    filters: tuple[tuple[str, str], ...]

    def address(self) -> str:
        """The chronicle narrowed so."""
        items = [*self.filters, *([("q", self.words)] if self.words else [])]
        return f"/?{urlencode(items)}"


@cache
def box_filters() -> tuple[BoxFilter, ...]:
    """All filters, in the order of the file."""
    rows = yaml.safe_load(_FILE.read_text("utf-8"))["filters"]
    return tuple(BoxFilter(row["id"], tuple(row["names"]), row["example"]) for row in rows)


def _filter_named(name: str) -> str | None:
    return next((f.id for f in box_filters() if name.lower() in f.names), None)


def asked(text: str, canonical: Callable[[str], str] = str) -> Asked:
    """Take apart what was typed.

    Args:
        text: As typed.
        canonical: Name as typed → name that the ledger knows.

    Example:
        ``asked("누가:최선희 조약").filters`` is ``(("who", "최선희"),)``.
    """
    words, filters = [], []
    for term in islice(_TERM.finditer(text[:_LONGEST]), _MOST):
        name = _filter_named(term["name"]) if term["name"] else None
        value = (term["quoted"] or term["plain"] or "").strip()
        if name and value:
            filters.append((name, _value(name, value, canonical)))
        elif term["phrase"]:
            words.append(f'"{term["phrase"]}"')
        elif not name:
            words.append(term[0])
    return Asked(" ".join(words), tuple(dict.fromkeys(filters)))


def _value(name: str, value: str, canonical: Callable[[str], str]) -> str:
    if name in _CODED:
        return code_of(name, value)
    return canonical(value) if name == "who" else value
