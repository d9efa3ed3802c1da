"""A report → the keys under which it is stored, and those under which its like may be stored.

Two reports can be alike only if they are of one family, share a state or name, and can lie on one
day or within the margin for misremembered months. Most reports have a day: they stand under its
months. One that may lie anywhere in a year or more stands under its years, so that no report has
dozens of keys.
Invariant: if two reports can be alike, ``reach_of`` either of them meets ``keys_of`` the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from haengbo.collation.likeness import MARGIN
from haengbo.collation.lore import Lore
from haengbo.collation.told import window_of
from haengbo.model.collation import Told

#: A window of so many days stands under months.
_NARROW = 100
#: A window of more years stands under no year.
_MOST_YEARS = 6
_EARLIEST, _LATEST = date.min + timedelta(days=MARGIN), date.max - timedelta(days=MARGIN)
#: At the end of a key: whatever follows.
ANY = "*"


def sides_of(told: Told, lore: Lore) -> tuple[str, ...]:
    """Family with each state or name: what two reports must share, whenever they lie."""
    family = lore.kind_of(told.report).family
    sides = {part.state or part.name for part in told.parts} or {"?"}
    return tuple(sorted(f"{family}|{side}" for side in sides))


def keys_of(told: Told, lore: Lore) -> tuple[str, ...]:
    """Keys to store a report under; sorted.

    Example:
        ``consult|벨라루스|2024-07`` and the months around for a meeting in July 2024;
        ``consult|벨라루스|2024~`` for one of which only the year is known.
    """
    first, last = _padded(told)
    when = list(_months(first, last)) if _is_narrow(first, last) else list(_years(first, last))
    return tuple(sorted(f"{side}|{part}" for side in sides_of(told, lore) for part in when))


def reach_of(told: Told, lore: Lore) -> tuple[str, ...]:
    """Keys under which reports that may be like this one are stored; may end in ``ANY``."""
    first, last = _padded(told)
    if _is_narrow(first, last):
        when = [*_months(first, last), *_years(first, last), "?"]
    elif last.year - first.year < _MOST_YEARS:
        years = range(first.year, last.year + 1)
        when = [*(f"{year}{ANY}" for year in years), "?"]
    else:
        when = [ANY]
    return tuple(sorted(f"{side}|{part}" for side in sides_of(told, lore) for part in when))


def _padded(told: Told) -> tuple[date, date]:
    """The days on which the happening can lie, with half the margin on either side."""
    first, last = window_of(told)
    margin = timedelta(days=MARGIN)
    return (
        first - margin if first > _EARLIEST else first,
        last + margin if last < _LATEST else last,
    )


def _is_narrow(first: date, last: date) -> bool:
    return (last - first).days <= _NARROW + 2 * MARGIN


def _months(first: date, last: date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004


def _years(first: date, last: date) -> Iterator[str]:
    if last.year - first.year >= _MOST_YEARS:
        yield "?"
    else:
        yield from (f"{year:04d}~" for year in range(first.year, last.year + 1))
