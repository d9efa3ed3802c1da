"""Pairs of things that belong together → the groups they make, however long the way.

Comes in: pairs of names, each with where it lives. Goes out: every name that is in a pair, with the
smallest name of its group. Held in one process: a number, a name and a place for each name that is
in any pair. Invariant: the result does not depend on the order of the pairs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator


class Components:
    """Groups of names, joined pair by pair."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._above = array("q")
        self._homes: list[str] = []

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        """Two names, each with where it lives, are of one group."""
        first, second = self._top(self._number(*one)), self._top(self._number(*other))
        self._above[max(first, second)] = min(first, second)

    def _number(self, name: str, home: str) -> int:
        number = self._numbers.setdefault(name, len(self._homes))
        if number == len(self._homes):
            self._homes.append(home)
            self._above.append(number)
        return number

    def _top(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def placed(self) -> Iterator[tuple[str, str, str]]:
        """Each name with where it lives and the smallest name of its group."""
        smallest: dict[int, str] = {}
        for name, number in self._numbers.items():
            top = self._top(number)
            smallest[top] = min(smallest.get(top, name), name)
        for name, number in self._numbers.items():
            yield name, self._homes[number], smallest[self._top(number)]


def joined(pairs: Iterable[tuple[tuple[str, str], tuple[str, str]]]) -> Components:
    """The groups that these pairs make."""
    components = Components()
    for one, other in pairs:
        components.join(one, other)
    return components
