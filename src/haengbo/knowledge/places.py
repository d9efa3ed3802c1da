"""Rows of places: cities, regions and venues of diplomacy.

Comes in: ``korea/places/*.tsv``. Invariant: forms that are also ordinary words are marked
``homograph`` or left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.model.reading import ActorKind


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place.

    Attributes:
        id: Stable short name, or ``g`` and the GeoNames number.
        name: Canonical South Korean name.
        type: ``city``, ``region``, ``venue``, ``base``, ``border``, ``sea``, ``station``.
        strong: Other spellings.
        short: Forms that count only after their antecedent.
        homograph: Every form is also an ordinary word (이란, 수단): ask the analyser.
        homographs: Those of its forms that are (아베 of 아베 신조, two-syllable names).
        town: Canonical name of the town or region that it lies in.
        state: Canonical name of the state.
        en: English name.
        kp: The spelling of the North's media.
        source: Where the row comes from.
        note: For people.
    """

    id: str
    name: str
    type: str
    strong: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    homograph: bool = False
    homographs: tuple[str, ...] = ()
    town: str | None = None
    state: str | None = None
    en: str | None = None
    kp: str | None = None
    source: str | None = None
    note: str | None = None

    @property
    def actor_kind(self) -> ActorKind:
        """Places are entities of kind ``place``."""
        return ActorKind.PLACE

    @property
    def default(self) -> tuple[str, ...]:
        """Places have no forms by default."""
        return ()
