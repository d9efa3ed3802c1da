"""What visitors of a site met with: milliseconds by route, failures, decisions acknowledged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A decision that the site said is written.

    Attributes:
        number: Its number, as the site gave it.
        who: Who decided.
        why: The reason given; each campaign gives one once.
    """

    number: int
    who: str
    why: str


@dataclass(slots=True)
class Tally:
    """What visitors met with.

    Attributes:
        times: Route → milliseconds of each answer.
        failures: What went wrong, how often: no answer, or one that it should not have been.
        refused: Decisions that could not be made as things were (two events that are one already).
        gone: Pages of events that are no more.
        acknowledged: Decisions.
        sent: Reasons of all decisions that were sent, acknowledged or not.
    """

    times: dict[str, list[float]] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    gone: int = 0
    acknowledged: list[Acknowledged] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)

    def took(self, route: str, milliseconds: float) -> None:
        """Note one answer."""
        self.times.setdefault(route, []).append(milliseconds)

    @property
    def answers(self) -> int:
        """How many there were."""
        return sum(map(len, self.times.values()))


def share(values: Sequence[float], part: float) -> float:
    """The value below which a part of them lies (0.95: all but the slowest twentieth)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def table(idle: Tally, loaded: Tally) -> list[str]:
    """Lines of Markdown: each route alone and in the crowd, n, median, p95 and p99 in ms."""
    lines = ["| route | alone n, p50 / p95 / p99 ms | in the crowd n, p50 / p95 / p99 ms |"]
    lines += ["|---|---|---|"]
    for route in sorted(idle.times | loaded.times):
        cells = (_cell(each.times.get(route, [])) for each in (idle, loaded))
        lines.append(f"| {route} | {' | '.join(cells)} |")
    return lines


def _cell(values: Sequence[float]) -> str:
    if not values:
        return "–"
    parts = " / ".join(f"{share(values, part):,.0f}" for part in (0.5, 0.95, 0.99))
    return f"{len(values):,}, {parts}"
