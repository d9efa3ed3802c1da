"""Who is named on one side: when two reports name other persons, and when that is one meeting.

Comes in: participants of reports as their pages give them. Goes out: whether persons may be one,
why persons exclude each other, and the disputes about who it was. A list that is only shorter is
no dissent: pages leave out whom they like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz.distance import Levenshtein

from haengbo.collation.lore import Lore, Seat
from haengbo.model.collation import Part, Told


def near_names(first: str, second: str) -> bool:
    """Whether two Korean names of three syllables or more differ in one: 김종규, 김정규."""
    return (
        len(first) == len(second) >= 3  # noqa: PLR2004
        and " " not in first
        and " " not in second
        and Levenshtein.distance(first, second) == 1
    )


def nearly(names: Iterable[str]) -> frozenset[str]:
    """Names with one syllable left open: two share one if ``near_names`` holds or they are equal.

    Example:
        ``nearly(["홍가람"])`` holds ``○가람``, ``홍○람`` and ``홍가○``.
    """
    return frozenset(
        f"{name[:i]}○{name[i + 1 :]}"
        for name in names
        if len(name) >= 3 and " " not in name  # noqa: PLR2004
        for i in range(len(name))
    )


def people_of(parts: Iterable[Part]) -> dict[str, frozenset[str]]:
    """State (``?`` without one) → the persons named for it."""
    people: dict[str, set[str]] = {}
    for part in parts:
        if part.kind == "person":
            people.setdefault(part.state or "?", set()).add(part.name)
    return {state: frozenset(names) for state, names in people.items()}


@dataclass(frozen=True, slots=True)
class OnePage:
    """Persons of one state on one page.

    Attributes:
        told: The report that names them.
        seats: Name → offices that the page gives them.
    """

    told: Told
    seats: dict[str, frozenset[Seat]]

    def lacking(self, other: OnePage) -> list[str]:
        """Persons whom the other page does not name, nor anybody who may be the same."""
        return [name for name in sorted(self.seats) if not any(_one(name, o) for o in other.seats)]


def _one(first: str, second: str) -> bool:
    """The same name, one syllable apart, or shortened to its last word."""
    return (
        first == second
        or near_names(first, second)
        or (first.rsplit(maxsplit=1)[-1] == second.rsplit(maxsplit=1)[-1])
    )


def seats_of(part: Part, lore: Lore) -> frozenset[Seat]:
    """Offices that a page gives a participant, as far as the pack knows their institution."""
    seats = (lore.seat_of(title, part.state) for title in part.titles)
    return frozenset(seat for seat in seats if seat is not None)


def disputed(told: Sequence[Told], lore: Lore) -> Iterator[tuple[str, list[tuple[Told, str]]]]:
    """For each state whose persons differ: what each page that takes part in the dispute names.

    Two pages differ if each names somebody whom the other lacks, and they have nobody in common
    on that side or those two hold the same single office. Where some page names both, both came.
    """
    for state in sorted({p.state for t in told for p in t.parts if p.state is not None}):
        pages = [page for t in told if (page := _on_page(t, state, lore)).seats]
        names = {name for pair in _rivals(pages) for name in pair}
        if names:
            yield (
                state,
                [
                    (page.told, ", ".join(sorted(names & page.seats.keys())))
                    for page in pages
                    if names & page.seats.keys()
                ],
            )


def _on_page(told: Told, state: str, lore: Lore) -> OnePage:
    people = [part for part in told.parts if part.kind == "person" and part.state == state]
    return OnePage(told, {part.name: seats_of(part, lore) for part in people})


def _rivals(pages: Sequence[OnePage]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(pages, 2):
        mine, theirs = one.lacking(other), other.lacking(one)
        nobody = len(mine) == len(one.seats) and len(theirs) == len(other.seats)
        for a, b in product(mine, theirs):
            same = any(seat.single for seat in one.seats[a] & other.seats[b])
            if (nobody or same) and not any({a, b} <= page.seats.keys() for page in pages):
                yield a, b
