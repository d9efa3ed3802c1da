"""Decisions of people → constraints and corrections for the reports that stand now.

A decision is anchored on evidence. Where its anchor moved (a new reading, new code) it is attached
to the report that overlaps it most nearly; where nothing overlaps it waits, it is never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from haengbo.collation.clusters import Constraints, Pair, pair_of
from haengbo.model.collation import Anchor
from haengbo.model.decision import NO_REPORT, Decision, DecisionKind

_FIELDS = {DecisionKind.CORRECT, DecisionKind.PREFER}


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, attached to present reports.

    Attributes:
        constraints: Pairs of reports together or apart.
        rejected: Reports that take part in no event.
        corrections: Oldest first; their anchors are present ones.
        waiting: Decisions none of whose evidence stands any more.
    """

    constraints: Constraints
    rejected: frozenset[Anchor]
    corrections: tuple[Decision, ...]
    waiting: tuple[Decision, ...]


class _Standing:
    """Present anchors, by page."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self._by_page: dict[str, list[Anchor]] = {}
        for anchor in anchors:
            self._by_page.setdefault(anchor.page, []).append(anchor)

    def find(self, anchor: Anchor) -> Anchor | None:
        """The anchor itself, else the nearest of its kind that overlaps it.

        A sentence may tell a visit and a meeting: what was decided about the one is never taken
        for the other, even where the one is no longer read.
        """
        here = self._by_page.get(anchor.page, [])
        if anchor in here:
            return anchor
        near = [
            other
            for other in here
            if other.start < anchor.end
            and anchor.start < other.end
            and _kind(other) == _kind(anchor)
        ]
        return min(near, key=lambda o: (_shift(o, anchor), o), default=None)

    def all(self, anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
        """Those that stand, sorted, once each."""
        return tuple(sorted({a for a in map(self.find, anchors) if a is not None}))


def _kind(anchor: Anchor) -> str:
    """Type and mode without the number that tells two of a kind apart."""
    return anchor.what.partition("#")[0]


def _shift(one: Anchor, other: Anchor) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)


def attach(decisions: Sequence[Decision], anchors: Iterable[Anchor]) -> Decided:
    """Attach decisions to the reports that stand.

    Args:
        decisions: Those that hold, oldest first; a later one goes before an earlier.
        anchors: Of the reports under consideration; decisions on others are left out.
    """
    standing = _Standing(anchors)
    together: set[Pair] = set()
    apart: set[Pair] = set()
    rejected: set[Anchor] = set()
    corrections: list[Decision] = []
    waiting: list[Decision] = []
    for decision in decisions:
        if any(anchor.what in NO_REPORT for anchor in decision.anchors):
            continue
        first, second = standing.all(decision.anchors), standing.all(decision.others)
        if not first:
            waiting.append(decision)
        elif decision.kind is DecisionKind.MERGE:
            pairs = {pair_of(a, b) for a, b in combinations({*first, *second}, 2)}
            apart -= pairs
            together |= pairs
        elif decision.kind is DecisionKind.SPLIT:
            pairs = {pair_of(a, b) for a, b in product(first, second) if a != b}
            together = (together - pairs) | {pair_of(a, b) for a, b in combinations(first, 2)}
            apart |= pairs
        elif decision.kind is DecisionKind.REJECT:
            rejected.update(first)
        elif decision.kind in _FIELDS:
            corrections.append(replace(decision, anchors=first))
    constraints = Constraints(frozenset(together), frozenset(apart))
    return Decided(constraints, frozenset(rejected), tuple(corrections), tuple(waiting))
