"""“After A, within k days B”: how often, and how often by chance in that period.

Comes in: days of the events A and B, a window. Goes out: counts, the base rate when the same number
of A fell on other days of the period, a permutation p-value, the list of cases. Same input, same
figures: the shuffling is seeded by the input. What a figure cannot say is said in words
(``cautions``). Method and limits: docs/sequels.md.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from haengbo.analysis.intervals import wilson

SHUFFLES = 2000
#: Fewer cases than this are told one by one, not as a share.
FEW = 5
WINDOWS = (7, 14, 30, 60, 90, 180)


class Caution(StrEnum):
    """What a reader must know before the figure."""

    FEW = "few"
    OVERLAP = "overlap"
    COMMON = "common"
    OPEN_END = "open-end"
    SAME_PAGE = "same-page"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event by its day.

    Attributes:
        day: When it happened or began.
        event: Its id.
        label: What it is called.
        pages: Names of the pages that report it.
        sentence: The sentence that stands for it.
    """

    day: dt.date
    event: str
    label: str
    pages: tuple[str, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One A and the B that followed it within the window, nearest first."""

    first: Dated
    followers: tuple[Dated, ...]

    @property
    def gap(self) -> int | None:
        """Days to the nearest follower, or ``None``."""
        return (self.followers[0].day - self.first.day).days if self.followers else None


@dataclass(frozen=True, slots=True)
class Sequel:
    """The answer.

    Attributes:
        days: The window, in days after A (the day of A itself does not count).
        cases: Every A with what followed.
        base: Mean share of A followed by B when the days of A are drawn from the period.
        p: Share of shuffles with at least as many A followed (with the observed one counted).
        low: Lower end of the 95 % interval of the share.
        high: Upper end.
        period: First and last day that the shuffling draws from.
        sensitivity: Window → number of A followed, for other windows.
        cautions: What the figure cannot say.
        chance: Number of A followed → in how many shuffles it came out so, in order.
    """

    days: int
    cases: tuple[Case, ...]
    base: float
    p: float
    low: float
    high: float
    period: tuple[dt.date, dt.date]
    sensitivity: tuple[tuple[int, int], ...]
    cautions: tuple[Caution, ...]
    chance: tuple[tuple[int, int], ...] = ()

    @property
    def n(self) -> int:
        """Number of A."""
        return len(self.cases)

    @property
    def followed(self) -> int:
        """Number of A with a B in the window."""
        return sum(1 for case in self.cases if case.followers)

    @property
    def effect(self) -> float:
        """Share followed less the base rate: -1..1, 0 where A adds nothing to chance."""
        return self.share - self.base if self.n else 0.0

    @property
    def effect_interval(self) -> tuple[float, float]:
        """The effect at both ends of the share's interval."""
        return self.low - self.base, self.high - self.base

    @property
    def share(self) -> float:
        """Followed over n; 0 when there is no A."""
        return self.followed / self.n if self.n else 0.0


def _followed(day: dt.date, days_of_b: Sequence[dt.date], days: int) -> bool:
    index = bisect_right(days_of_b, day)
    return index < len(days_of_b) and (days_of_b[index] - day).days <= days


def _cases(first: Sequence[Dated], second: Sequence[Dated], days: int) -> tuple[Case, ...]:
    ordered = sorted(second, key=lambda d: (d.day, d.event))
    at = [d.day for d in ordered]
    cases = []
    for a in sorted(first, key=lambda d: (d.day, d.event)):
        low = bisect_right(at, a.day)
        high = bisect_left(at, a.day + dt.timedelta(days=days + 1))
        cases.append(Case(a, tuple(ordered[low:high])))
    return tuple(cases)


def _seed(first: Sequence[Dated], second: Sequence[Dated], days: int) -> int:
    said = [
        *(d.day.isoformat() for d in first),
        "|",
        *(d.day.isoformat() for d in second),
        str(days),
    ]
    return int.from_bytes(hashlib.sha256(" ".join(said).encode()).digest()[:8], "big")


def _shuffled(
    n: int, days_of_b: Sequence[dt.date], days: int, period: tuple[dt.date, dt.date], seed: int
) -> list[int]:
    """How many A were followed, in each shuffle."""
    draw = random.Random(seed)  # noqa: S311 - no secret, a repeatable shuffle
    length = max(1, (period[1] - period[0]).days + 1)
    # The answer for each day of the period is worked out once.
    hit = [_followed(period[0] + dt.timedelta(days=i), days_of_b, days) for i in range(length)]
    return [sum(hit[draw.randrange(length)] for _ in range(n)) for _ in range(SHUFFLES)]


def _cautions(cases: Sequence[Case], days: int, base: float, last: dt.date) -> list[Caution]:
    found = []
    if len(cases) < FEW:
        found.append(Caution.FEW)
    firsts = [case.first.day for case in cases]
    if any((b - a).days <= days for a, b in pairwise(firsts)):
        found.append(Caution.OVERLAP)
    if base > 0.5:  # noqa: PLR2004 - more likely than not by chance alone
        found.append(Caution.COMMON)
    if any((last - day).days < days for day in firsts):
        found.append(Caution.OPEN_END)
    if _told_together(cases):
        found.append(Caution.SAME_PAGE)
    return found


def _told_together(cases: Sequence[Case]) -> bool:
    """Whether for most that were followed one page tells both A and a follower.

    Then the pages may have chosen the pairs: who writes of a pattern reports what fits it.
    """
    followed = [case for case in cases if case.followers]
    together = sum(
        1
        for case in followed
        if any(set(case.first.pages) & set(later.pages) for later in case.followers)
    )
    return bool(followed) and 2 * together > len(followed)


def sequel(
    first: Sequence[Dated],
    second: Sequence[Dated],
    days: int,
    period: tuple[dt.date, dt.date] | None = None,
) -> Sequel:
    """After ``first``, within ``days`` days, ``second``.

    Args:
        first: The events A.
        second: The events B; an event that is also an A does not follow itself.
        days: Window, at least one day.
        period: First and last day observed; from the first to the last of all events if omitted.

    Raises:
        ValueError: The window is not positive, or there is no event at all.
    """
    if days < 1:
        raise ValueError("a window has at least one day")
    if not first and not second:
        raise ValueError("there is no event")
    every = sorted(d.day for d in (*first, *second))
    span = period or (every[0], every[-1])
    cases = _cases(first, second, days)
    days_of_b = sorted(d.day for d in second)
    shuffled = _shuffled(len(cases), days_of_b, days, span, _seed(first, second, days))
    followed = sum(1 for case in cases if case.followers)
    base = sum(shuffled) / len(shuffled) / len(cases) if cases else 0.0
    at_least = sum(1 for count in shuffled if count >= followed)
    low, high = wilson(followed, len(cases))
    return Sequel(
        days=days,
        cases=cases,
        base=base,
        p=(at_least + 1) / (len(shuffled) + 1),
        low=low,
        high=high,
        period=span,
        sensitivity=tuple(
            (k, sum(1 for case in cases if _followed(case.first.day, days_of_b, k)))
            for k in sorted({*WINDOWS, days})
        ),
        cautions=tuple(_cautions(cases, days, base, span[1])),
        chance=tuple(sorted(Counter(shuffled).items())),
    )
