"""What a translation shares with its original: figures and tables are not written twice.

Comes in: a page and its original. Goes out: the page with ``<!-- same: table 2 -->`` replaced by the
second table of the original, and ``<!-- same: tasks -->`` by what stands there between
``<!-- tasks -->`` and ``<!-- /tasks -->``.
"""

from __future__ import annotations

import re

_SAME = re.compile(r"^<!-- same: (?P<what>[\w -]+) -->$", re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_FENCED = re.compile(r"^ *(`{3,}).*?^ *\1$", re.MULTILINE | re.DOTALL)


def fill(page: str, original: str) -> str:
    """Put in what the page shares with its original.

    Raises:
        ValueError: The original has no such part.
    """
    return _SAME.sub(lambda found: _part(original, found["what"]), page)


def _part(original: str, what: str) -> str:
    kind, _, number = what.partition(" ")
    if kind == "table":
        tables = _TABLE.findall(original)
        if not 0 < int(number) <= len(tables):
            raise ValueError(f"no table {number}: there are {len(tables)}")
        return str(tables[int(number) - 1]).rstrip("\n")
    found = re.search(rf"<!-- {what} -->\n(.*?)\n<!-- /{what} -->", original, re.DOTALL)
    if found is None:
        raise ValueError(f"nothing between marks “{what}”")
    return found[1]


def shape(page: str) -> list[int]:
    """Levels of the headings of a page, in order: a translation has those of its original."""
    return [len(marks) for marks in _HEADING.findall(_FENCED.sub("", page))]
