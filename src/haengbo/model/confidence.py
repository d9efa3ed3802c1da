"""A reading → the same reading without what is less certain than asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

from haengbo.model.reading import Reading


class _Rated(Protocol):
    @property
    def confidence(self) -> float: ...


R = TypeVar("R", bound=_Rated)


def _kept(items: tuple[R, ...], least: float) -> tuple[R, ...]:
    return tuple(item for item in items if item.confidence >= least)


def at_least(reading: Reading, least: float) -> Reading:
    """The reading with only the items whose confidence is ``least`` (0..1) or more."""
    if least <= 0:
        return reading
    return replace(
        reading,
        actors=_kept(reading.actors, least),
        entities=_kept(reading.entities, least),
        times=_kept(reading.times, least),
        events=_kept(reading.events, least),
        statements=_kept(reading.statements, least),
        expectations=_kept(reading.expectations, least),
        wording_changes=_kept(reading.wording_changes, least),
        omissions=_kept(reading.omissions, least),
        patterns=_kept(reading.patterns, least),
    )
