"""What a translation shares with its original: figures and tables are not written twice.

Comes in: a page and its original. Goes out: the page with ``<!-- same: table 2 -->`` replaced by
the second table of the original, ``<!-- same: tasks -->`` by what stands there between
``<!-- tasks -->`` and ``<!-- /tasks -->``, and with the original's anchors, so that a link to a
section leads there in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, unique

_SAME = re.compile(r"^<!-- same: (?P<what>[\w -]+) -->$", re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,6}) (?P<words>.+)$", re.MULTILINE)
_FENCED = re.compile(r"^ *(`{3,}).*?^ *\1$", re.MULTILINE | re.DOTALL)


def fill(page: str, original: str) -> str:
    """Put in what the page shares with its original.

    Raises:
        ValueError: The original has no such part.
    """
    return _SAME.sub(lambda found: _part(original, found["what"]), page)


def translated(page: str, original: str) -> str:
    """A translation as it is built: with what it shares, and with anchors."""
    return anchored(fill(page, original), original)


NOTE = '!!! note "이 쪽은 아직 영어로만 있다."\n'


def noted(page: str) -> str:
    """A page that nobody translated, with a note below its headline that says so."""
    head, mark, rest = page.partition("\n")
    return f"{head}{mark}\n{NOTE}{mark}{rest}" if head.startswith("# ") else f"{NOTE}\n{page}"


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
    return [len(found["marks"]) for found in _HEADING.finditer(_FENCED.sub("", page))]


def _anchors(page: str) -> Iterator[str]:
    taken: set[str] = set()
    for found in _HEADING.finditer(_FENCED.sub("", page)):
        yield unique(slugify(re.sub(r"[`*]", "", found["words"]), "-"), taken)


def anchored(page: str, original: str) -> str:
    """Give the headings of a translation the anchors that its original's have.

    Example:
        ``## 방법`` for ``## Method`` becomes ``## 방법 { #method }``.
    """
    anchors = iter(list(_anchors(original)))
    fences = [found.span() for found in _FENCED.finditer(page)]

    def marked(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in fences):
            return found[0]
        anchor = next(anchors, None)
        return f"{found[0]} {{ #{anchor} }}" if anchor else found[0]

    return _HEADING.sub(marked, page)
