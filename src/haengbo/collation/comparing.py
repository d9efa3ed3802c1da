"""Reports of one run of collation → their profiles and likenesses, each made once.

Finding what a change concerns compares the same reports as grouping them does afterwards.
Invariant: says what ``profile`` and ``compare`` say.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.collation.blocks import crowding_keys, reach_of
from haengbo.collation.likeness import Likeness, compare
from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals
from haengbo.collation.profiles import Profile, profile
from haengbo.model.collation import Anchor, Told
from haengbo.model.crowds import Crowded, Surroundings, asked_of, filling


def none_crowded(_keys: Iterable[str]) -> set[str]:
    """Of keys none, whatever stands under them."""
    return set()


def surroundings_of(told: Told, lore: Lore, crowded: Crowded) -> Surroundings:
    """What else is told of the sides and persons of a report without a day."""
    keys = list(crowding_keys(told, lore))
    if not keys:
        return Surroundings()
    found = crowded(asked_of(key for key, _ in keys))
    return Surroundings(
        frozenset(seen for key, seen in keys if key in found),
        frozenset(seen for key, seen in keys if filling(key) in found),
    )


class Comparisons:
    """Remembers profiles by anchor, and of profiles what comparing two of them gave."""

    def __init__(self, originals: Originals, lore: Lore, crowded: Crowded = none_crowded) -> None:
        """Begin with nothing.

        Args:
            originals: Page that is a copy → original of its group.
            lore: The pack.
            crowded: Of keys of months and years those that are crowded, or filled.
        """
        self._originals = originals
        self._lore = lore
        self._crowded = crowded
        self._profiles: dict[Anchor, Profile] = {}
        # By identity: profiles live as long as this does, and anchors are slow to hash
        self._likenesses: dict[tuple[int, int], Likeness] = {}

    def profile(self, told: Told) -> Profile:
        """The report prepared for comparison; of one anchor there is one report in a run."""
        found = self._profiles.get(told.anchor)
        if found is None:
            source = self._originals.get(told.anchor.page)
            original = source.page if source is not None else None
            around = surroundings_of(told, self._lore, self._crowded)
            found = profile(told, self._lore, original, around)
            self._profiles[told.anchor] = found
        return found

    def foresee(self, told: Iterable[Told]) -> None:
        """Have asked at once what is crowded for reports whose profiles will be wanted."""
        self._crowded(asked_of(key for item in told for key, _ in crowding_keys(item, self._lore)))

    def reach(self, fresh: Iterable[Told]) -> set[str]:
        """Keys under which there may be reports that these bring to their events."""
        keys = {
            key for told in fresh for key in reach_of(told, self._lore, self.profile(told).crowded)
        }
        return keys - self._crowded(keys)

    def likeness(self, one: Profile, other: Profile) -> Likeness:
        """How much speaks for one happening; of two profiles that were made here."""
        first, second = id(one), id(other)
        key = (first, second) if first < second else (second, first)
        found = self._likenesses.get(key)
        if found is None:
            found = self._likenesses[key] = compare(one, other)
        return found
