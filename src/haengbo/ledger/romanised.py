"""Names in Latin letters in a query → the Korean names of the pack, which pages hold.

Spaces, hyphens, dots and capitals do not count: ``Kim Jong-un`` and ``Kim Jong Un`` are one. A
surname alone stands for its bearer where the pack has only one. Words inside quotation marks stay:
they are looked for as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from haengbo.knowledge.actors import ActorRow

#: Words of a name at most.
_MOST_WORDS = 8
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’.-]{0,40}(?:\s+[A-Za-z][A-Za-z'’.-]{0,40}){0,40}")
_QUOTED = re.compile(r'("[^"]*"|“[^”]{0,200}”)')
_DOUBLED = re.compile(r"([a-z])\1")
_LETTER = re.compile(r"[^a-z]")
_SHORTEST_SURNAME = 5


def key_of(name: str) -> str:
    """The letters of a name; ``y`` is ``i`` and a doubled letter one, as Russian names vary so.

    Example:
        ``key_of("Kim Jong-un")`` is ``kimjongun``, ``key_of("Sergey")`` and ``key_of("Sergei")``
        are ``sergei``.
    """
    return _DOUBLED.sub(r"\1", _LETTER.sub("", name.casefold()).replace("y", "i"))


class RomanisedNames:
    """The English names of a pack."""

    def __init__(self, rows: Iterable[object]) -> None:
        self._rows = [row for row in rows if isinstance(row, ActorRow) and row.en]

    @cached_property
    def _names(self) -> dict[str, str]:
        """Letters → Korean name; full names before surnames, the first row of two alike."""
        full: dict[str, str] = {}
        surnames: dict[str, set[str]] = {}
        for row in self._rows:
            full.setdefault(key_of(row.en or ""), row.name)
            last = key_of((row.en or "").split()[-1])
            if row.kind == "person" and len(last) >= _SHORTEST_SURNAME:
                surnames.setdefault(last, set()).add(row.name)
        alone = {last: min(names) for last, names in surnames.items() if len(names) == 1}
        return alone | full

    def in_korean(self, text: str) -> str:
        """A query with the names that it gives in Latin letters in Korean.

        Example:
            ``in_korean("Choe Son Hui treaty")`` is ``최선희 treaty``.
        """
        parts = _QUOTED.split(text)
        return "".join(
            part if place % 2 else _LATIN.sub(lambda found: self._translated(found[0]), part)
            for place, part in enumerate(parts)
        )

    def _translated(self, text: str) -> str:
        words, made, at = text.split(), [], 0
        while at < len(words):
            for end in range(min(len(words), at + _MOST_WORDS), at, -1):
                name = self._names.get(key_of("".join(words[at:end])))
                if name is not None:
                    made.append(name)
                    at = end
                    break
            else:
                made.append(words[at])
                at += 1
        return " ".join(made)
