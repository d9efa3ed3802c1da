"""Wording that was there on the last like occasions and is absent now.

A silence is reported only where the term stood in each of the last ``k`` texts before; with few
texts that says little, so n is always given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.analysis.wording import Life


@dataclass(frozen=True, slots=True)
class Silence:
    """A term that stopped.

    Attributes:
        life: Its whole life.
        last: Day of the last text that holds it.
        before: In how many texts in a row it stood until then.
        since: In how many texts in a row it has been absent.
        n: Texts in all.
    """

    life: Life
    last: str
    before: int
    since: int
    n: int


def silences(lives: Iterable[Life], k: int = 3) -> tuple[Silence, ...]:
    """Terms that stood in at least ``k`` texts running and are absent from the newest.

    Args:
        lives: Lives over the same texts.
        k: Texts in a row that make an absence worth noting.
    """
    found = []
    for one in lives:
        since = one.absent_since
        if not since or not one.holding:
            continue
        run = 0
        for point in reversed(one.points[: len(one.points) - since]):
            if not point.count:
                break
            run += 1
        if run >= k:
            found.append(Silence(one, one.last or "", run, since, len(one.points)))
    return tuple(sorted(found, key=lambda s: (-s.before, s.life.term.name)))
