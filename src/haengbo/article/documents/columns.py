"""Blocks of a printed page → columns in the order in which they are read.

Comes in: boxes with their places. Goes out: groups of boxes: what spans the page, then each
column from left to right, down to the next box that spans it. A gutter is a stripe that few
lines cross and that has text of several lines on both sides; rows of tables have none.
Invariant: every box is in exactly one group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A column holds a box of so many lines at least.
_LINES = 3
#: Share of the lines that may cross a gutter: headlines, wide pictures' captions, feet.
_CROSSING = 0.4
_DEPTH = 4
#: Points between the heads of two columns of one block each: some six lines.
_SIDE_BY_SIDE = 100


@dataclass(frozen=True, slots=True)
class Box:
    """A block of lines on a page.

    Attributes:
        index: Of the block.
        left: Of its leftmost letter.
        right: Of its rightmost letter.
        top: Height of its first line; pages grow upwards.
        lines: How many.
    """

    index: int
    left: float
    right: float
    top: float
    lines: int


def in_columns(boxes: Sequence[Box], depth: int = 0) -> list[list[Box]]:
    """Groups of boxes in reading order.

    Example:
        A headline over two columns gives three groups; a letter gives one.
    """
    gutter = _gutter(boxes) if depth < _DEPTH else None
    if gutter is None:
        return [list(boxes)] if boxes else []
    groups: list[list[Box]] = []
    open_: list[Box] = []
    for box in sorted(boxes, key=lambda b: (-b.top, b.left)):
        if box.left < gutter < box.right:
            groups.extend(_parted(open_, gutter, depth))
            groups.append([box])
            open_ = []
        else:
            open_.append(box)
    return [*groups, *_parted(open_, gutter, depth)]


def _parted(boxes: Sequence[Box], gutter: float, depth: int) -> list[list[Box]]:
    left = [box for box in boxes if box.right <= gutter]
    right = [box for box in boxes if box.right > gutter]
    return [*in_columns(left, depth + 1), *in_columns(right, depth + 1)]


def _gutter(boxes: Sequence[Box]) -> float | None:
    """Where a stripe parts the page: the one that fewest lines cross, then the leftmost."""
    total = sum(box.lines for box in boxes)
    best: tuple[int, float] | None = None
    for box in boxes:
        if box.lines < _LINES:
            continue
        at = box.right + 0.5
        crossing = sum(b.lines for b in boxes if b.left < at < b.right)
        sides = ([b for b in boxes if b.right <= at], [b for b in boxes if b.left >= at])
        full = all(any(b.lines >= _LINES for b in side) for side in sides)
        if full and crossing <= _CROSSING * total and _side_by_side(*sides):
            best = min(best, (crossing, at)) if best else (crossing, at)
    return best[1] if best else None


def _side_by_side(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether the two stand beside each other, not one below the other."""
    tops = [[box.top for box in side if box.lines >= _LINES] for side in (left, right)]
    overlapping = min(tops[0]) <= max(tops[1]) and min(tops[1]) <= max(tops[0])
    return overlapping or abs(max(tops[0]) - max(tops[1])) < _SIDE_BY_SIDE
