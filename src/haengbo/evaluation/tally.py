"""Counts per task, accuracy per field, and what was missed.

F1 is micro-averaged over all records. ``figures()`` holds both tasks and fields by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Count:
    """matched / predicted / gold of one task."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Matched over predicted; 0 when nothing was predicted."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Matched over gold; 0 when gold has none."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean; 1 when there was nothing to find and nothing was said."""
        total = self.predicted + self.gold
        return 2 * self.matched / total if total else 1.0


@dataclass(slots=True)
class Tally:
    """What a whole evaluation adds up to."""

    tasks: dict[str, Count] = field(default_factory=dict)
    fields: dict[str, Count] = field(default_factory=dict)
    misses: dict[str, list[str]] = field(default_factory=dict)
    records: int = 0
    read: int = 0

    def add(self, task: str, matched: int, predicted: int, gold: int) -> None:
        """Add counts to a task."""
        count = self.tasks.setdefault(task, Count())
        count.matched += matched
        count.predicted += predicted
        count.gold += gold

    def mark(self, name: str, *, right: bool) -> None:
        """Count one field of a matched pair as right or wrong."""
        count = self.fields.setdefault(name, Count())
        count.matched += right
        count.gold += 1

    def miss(self, task: str, text: str) -> None:
        """Note an item that was missed, extra or wrong."""
        self.misses.setdefault(task, []).append(text)

    def figures(self) -> dict[str, float]:
        """F1 of every task and accuracy of every field, by name."""
        return {n: c.f1 for n, c in self.tasks.items()} | {
            n: c.recall for n, c in self.fields.items()
        }
