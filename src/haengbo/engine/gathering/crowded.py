"""Days and months under which reports stand → the months and years that are crowded.

    days      batch → share of whom      keys of days, and of months and years that ask
    crowded   share of whom → batch      of these months and years the crowded ones

Invariant: all keys of one side or person fall to one share, so that its days are counted there as
a ledger counts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from haengbo.engine.gathering.parcels import Parcel, Step, get, put, rows_of
from haengbo.model import crowds


@dataclass(frozen=True, slots=True)
class Asked:
    """A key under which reports of a batch stand; of a day, whoever asks does not matter."""

    key: str
    batch: str


def days(step: Step) -> str:
    """Of a batch, the keys."""
    keys = {
        asked
        for row in rows_of(step, ("reports",))
        for report in row["reports"]
        for asked in asked_by(report["keys"])
    }

    def found() -> Iterator[Parcel]:
        for key in sorted(keys):
            counted = crowds.counted_as(key)
            yield step.share_of(counted.rpartition("|")[0]), Asked(counted, step.piece)

    put(step, "days", found())
    return step.piece


def asked_by(keys: Collection[str]) -> set[str]:
    """Of the keys of a report those of days, and what is asked of its months and years."""
    days = {key for key in keys if crowds.is_of_a_day(key)}
    return days | crowds.asked_of(key for key in keys if crowds.stretch_of(key) is not None)


def crowded(step: Step) -> str:
    """Of a share of whom, what is crowded, to those who asked."""
    asked = list(get(step, "days", Asked, step.piece))
    found = crowds.crowded_among(item.key for item in asked)
    put(step, "crowded", ((item.batch, item.key) for item in asked if item.key in found))
    return step.piece


class CrowdedIn:
    """Says which keys are crowded, of those under which reports of a batch stand."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._crowded = frozenset(keys)

    def __call__(self, keys: Iterable[str]) -> set[str]:
        """Those of these keys that are crowded."""
        return {key for key in keys if crowds.counted_as(key) in self._crowded}


def crowded_in(step: Step) -> CrowdedIn:
    """What is crowded for the reports of a batch."""
    return CrowdedIn(get(step, "crowded", str, step.piece))
