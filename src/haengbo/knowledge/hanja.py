"""Chinese characters → how Koreans read them: the North's spelling of a Chinese name.

The South writes Chinese names by their sound today (宋濤 쑹타오), the North by the Korean reading
of the characters (송도). Comes in: ``korea/hanja.tsv``. Goes out: readings of a whole name, bounded
in number; none where a character is not in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, product

_MOST = 4


@dataclass(frozen=True, slots=True)
class HanjaRow:
    """A character.

    Attributes:
        id: The character.
        readings: In Hangul, the usual one first.
        source: Where they come from.
    """

    id: str
    readings: tuple[str, ...]
    source: str


def readings_of(name: str, table: Mapping[str, HanjaRow]) -> tuple[str, ...]:
    """Korean readings of a name in Chinese characters, the usual one first.

    Example:
        ``readings_of("宋濤", table)`` is ``("송도",)``.
    """
    rows = [table.get(char) for char in name]
    if not rows or any(row is None for row in rows):
        return ()
    choices = product(*(row.readings for row in rows if row is not None))
    return tuple("".join(parts) for parts in islice(choices, _MOST))
