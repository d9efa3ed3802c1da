"""Reports of one run of collation → their profiles and likenesses, each made once.

Finding what a change concerns compares the same reports as grouping them does afterwards.
Invariant: says what ``profile`` and ``compare`` say.
"""

from __future__ import annotations

from haengbo.collation.likeness import Likeness, Profile, compare, profile
from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals
from haengbo.model.collation import Anchor, Told


class Comparisons:
    """Remembers profiles by anchor, and of profiles what comparing two of them gave."""

    def __init__(self, originals: Originals, lore: Lore) -> None:
        """Begin with nothing.

        Args:
            originals: Page that is a copy → original of its group.
            lore: The pack.
        """
        self._originals = originals
        self._lore = lore
        self._profiles: dict[Anchor, Profile] = {}
        # By identity: profiles live as long as this does, and anchors are slow to hash
        self._likenesses: dict[tuple[int, int], Likeness] = {}

    def profile(self, told: Told) -> Profile:
        """The report prepared for comparison; of one anchor there is one report in a run."""
        found = self._profiles.get(told.anchor)
        if found is None:
            source = self._originals.get(told.anchor.page)
            original = source.page if source is not None else None
            found = self._profiles[told.anchor] = profile(told, self._lore, original)
        return found

    def likeness(self, one: Profile, other: Profile) -> Likeness:
        """How much speaks for one happening; of two profiles that were made here."""
        first, second = id(one), id(other)
        key = (first, second) if first < second else (second, first)
        found = self._likenesses.get(key)
        if found is None:
            found = self._likenesses[key] = compare(one, other)
        return found
