"""The place of a report as printed → what it names, and whether two of them can be one place.

Comes in: ``평양 만수대의사당``. Goes out: a ``Site``. A town and a venue in it fit; two venues of
one town do not; what the pack does not know fits nothing but itself and is never called a conflict
unless both are venues by their last word.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.collation.lore import Lore

_VENUES = {"venue", "base", "station"}


@dataclass(frozen=True, slots=True)
class Site:
    """A place as one report has it.

    Attributes:
        printed: As printed.
        names: Canonical names of its places and of what they lie in.
        precise: The most precise of them, or ``None`` if the pack knows none.
        venue: Canonical name, or the last word where that is a venue's; ``None`` for a town.
        forms: All forms of the venue's name.
        bare: The venue has no name of its own (공항).
    """

    printed: str
    names: frozenset[str]
    precise: str | None
    venue: str | None
    forms: tuple[str, ...] = ()
    bare: bool = False


def site_of(printed: str, lore: Lore) -> Site:
    """What a place names.

    Example:
        ``site_of("평양 만수대의사당", …).venue`` is ``"만수대의사당"``.
    """
    rows = lore.place_rows(printed)
    names = frozenset(name for row in rows for name in lore.nesting(row))
    last = rows[-1] if rows else None
    precise = last.name if last else None
    word = printed.rsplit(maxsplit=1)[-1] if printed.strip() else printed
    if last is not None and last.type in _VENUES:
        return Site(printed, names, precise, last.name, (last.name, *last.strong, word))
    noun = lore.venue_noun(word)
    if noun is not None:
        return Site(printed, names, precise, word, (word,), bare=word == noun)
    return Site(printed, names, precise, None)


def fits(one: Site, other: Site) -> bool:
    """Whether the two can be one place."""
    if one.printed == other.printed or one.printed in other.printed or other.printed in one.printed:
        return True
    if one.venue is not None and other.venue is not None:
        return one.venue == other.venue or _bare_fits(one, other) or _bare_fits(other, one)
    if one.precise is None or other.precise is None:
        return True
    return one.precise in other.names or other.precise in one.names


def _bare_fits(bare: Site, other: Site) -> bool:
    return bare.bare and any(
        form.endswith(bare.printed.rsplit(maxsplit=1)[-1]) for form in other.forms
    )


def more_precise(one: Site, other: Site) -> bool:
    """Whether ``one`` says more than ``other`` about the same place."""
    if one.venue is not None and other.venue is None:
        return True
    if (one.venue is None) == (other.venue is None):
        return len(one.names) > len(other.names) or len(one.printed) > len(other.printed)
    return False
