"""A report → the keys under which it is stored, and those under which its like may be stored.

Two reports can be alike only if they are of one family (and, of contacts, one mode), share a state
or name, name there a person in common or nearly, unless one of them names none, and can lie on one
day or within the margin of their dates. A key says all of this, so that the reports that are loaded
for a new one do not grow in number with the ledger. Most reports have a day and stand under it;
one of a month or so under its months; one that may lie anywhere in a year or more under its years,
so that no report has hundreds of keys. Who gives no day may give others that bring it together with
its like (``crowds``): the same people and the same date, a day of publication. Copies of one text,
which are alike whatever their days, are not found by keys: whoever looks for the like of a report
also takes those on its page's copies.
Invariant: if one report can bring another of another text to its event, ``reach_of`` either meets
``keys_of`` the other, and ``asks_of`` one of them, which has whole keys only, meets ``keys_of`` the
other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from haengbo.collation.likeness import DAYS_APART, MARGIN
from haengbo.collation.lore import Lore
from haengbo.collation.people import nearly, people_of
from haengbo.collation.told import window_of
from haengbo.model.collation import Told
from haengbo.model.crowds import ALL, EVER, MONTH, PUBLISHED, Seen, year_of
from haengbo.model.edtf import parse_or_none

#: Changes whenever keys of one report do: a ledger with others has its reports keyed anew.
KEYS = "3"
#: A window of so many days stands under months.
_NARROW = 100
#: A window of more years stands under no year.
_MOST_YEARS = 6
_MONTH = len("2024-07")
_EARLIEST, _LATEST = date.min + timedelta(days=MARGIN), date.max - timedelta(days=MARGIN)
#: At the end of a key: whatever follows.
ANY = "*"
#: In the place of a person: those who name nobody.
_NOBODY = ""
#: In the place of a side: all participants of a report without a day.
_SAME = "="


def keys_of(told: Told, lore: Lore) -> tuple[str, ...]:
    """Keys to store a report under; sorted.

    Example:
        ``consult/meeting|벨라루스|막심 리젠코프|2024-07-23`` for a meeting on 23 July 2024,
        ``…|~2024-07`` for one of which the month is known, ``…|~2024`` for one of that year.
    """
    when = (*_stands_on(told), *_published_on(told, 0))
    found = {
        f"{stem}|{who}|{part}"
        for stem, _, people in _sides(told, lore)
        for who, part in product((ALL, *(people or (_NOBODY,))), when)
    }
    return tuple(sorted(found | set(_same(told, lore))))


def crowding_keys(told: Told, lore: Lore) -> Iterator[tuple[str, Seen]]:
    """Keys of a report without a day that may be crowded, each with the side and whom it names.

    Whether the month is filled is asked by ``filling`` of them.
    """
    if _day(told) is None:
        when = tuple(_stands_on(told))
        for stem, side, people in _sides(told, lore):
            for who, part in product((ALL, *people), when):
                yield f"{stem}|{who}|{part}", (side, who)


def reach_of(told: Told, lore: Lore, crowded: Collection[Seen] = ()) -> tuple[str, ...]:
    """Keys under which reports that it may be brought together with are stored.

    Args:
        told: The report.
        lore: The pack.
        crowded: Sides and persons by whom a report without a day brings nobody.

    Returns:
        Keys; they may end in ``ANY``.
    """
    when = tuple(_looks_on(told))
    near = tuple(_near(told))
    found = set(_same(told, lore))
    for stem, side, people in _sides(told, lore):
        for who in (_NOBODY, *people) if people else (ALL,):
            met = (side, ALL if who == _NOBODY else who)
            parts = near if met in crowded else (*when, *near)
            found.update(f"{stem}|{who}|{part}" for part in parts)
    return tuple(sorted(found))


def asks_of(told: Told, lore: Lore) -> tuple[str, ...]:
    """Whole keys under which its like may be stored, for whoever groups by key all at once.

    Whoever comes alone must find what is dated more narrowly, by the beginnings of keys. Where all
    are there, of two reports the one with the narrower date asks under the wider dates that the
    other stands under: so beginnings are not needed, and of each pair at least one finds the other.
    """
    exact = {key for key in reach_of(told, lore) if not key.endswith(ANY)}
    if _day(told) is not None:
        return tuple(sorted(exact))
    wide = tuple(_asks_on(told))
    for stem, _, people in _sides(told, lore):
        whom = (_NOBODY, *people) if people else (ALL,)
        exact.update(f"{stem}|{who}|{part}" for who, part in product(whom, wide))
    return tuple(sorted(exact))


def _asks_on(told: Told) -> Iterator[str]:
    """What reports of its width and of wider ones stand under."""
    first, last = window_of(told)
    earliest, latest = _wider(first, -MARGIN), _wider(last, MARGIN)
    if _is_narrow(first, last):
        yield from _months(earliest, latest)
    if last.year - first.year < _MOST_YEARS:
        yield from (year_of(year) for year in range(earliest.year, latest.year + 1))
    yield EVER


def _sides(told: Told, lore: Lore) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Family, mode of a contact and side; the side; its persons, exactly and nearly."""
    people = people_of(told.parts)
    for side in sorted({part.state or part.name for part in told.parts} or {"?"}):
        names = people.get(side, frozenset())
        yield f"{_family(told, lore)}|{side}", side, tuple(sorted(names | nearly(names)))


def _family(told: Told, lore: Lore) -> str:
    family = lore.kind_of(told.report).family
    return f"{family}/{told.report.mode or ''}" if family == "consult" else family


def _same(told: Told, lore: Lore) -> Iterator[str]:
    """The key of all who name the same and give the same date, which is no day."""
    if told.report.date is not None and _day(told) is None:
        names = ",".join(sorted({part.name for part in told.parts}))
        yield f"{_family(told, lore)}|{_SAME}|{names}|{told.report.date}"


def _day(told: Told) -> date | None:
    """The day of a report that has one."""
    days = parse_or_none(told.report.date)
    return days.earliest if days is not None and days.is_day else None


def _published(told: Told) -> date | None:
    """The day of publication of a report that gives no date at all."""
    if parse_or_none(told.report.date) is not None:
        return None
    published = parse_or_none(told.source.published)
    return published.earliest if published is not None else None


def _published_on(told: Told, apart: int) -> Iterator[str]:
    """What stands for the days about the publication of an undated report."""
    published = _published(told)
    if published is not None:
        yield from (f"{PUBLISHED}{day}" for day in _around(published, apart))


def _near(told: Told) -> Iterator[str]:
    """Days on which others tell what an undated report tells, or are published themselves."""
    about = _day(told) or _published(told)
    if about is not None:
        days = _around(about, DAYS_APART)
        yield from (f"{PUBLISHED}{day}" for day in days)
        if _day(told) is None:
            yield from days


def _around(day: date, apart: int) -> list[str]:
    return [_wider(day, n).isoformat() for n in range(-apart, apart + 1)]


def _stands_on(told: Told) -> Iterable[str]:
    day = _day(told)
    if day is not None:
        return [day.isoformat()]
    first, last = window_of(told)
    return _months(first, last) if _is_narrow(first, last) else _years(first, last)


def _looks_on(told: Told) -> Iterator[str]:
    first, last = window_of(told)
    earliest, latest = _wider(first, -MARGIN), _wider(last, MARGIN)
    day = _day(told)
    if day is not None:
        yield from _around(day, DAYS_APART)
        yield from _months(earliest, latest)
    elif _is_narrow(first, last):
        yield from _months(earliest, latest)
        yield from (f"{month.removeprefix(MONTH)}{ANY}" for month in _months(earliest, latest))
    elif latest.year - earliest.year < _MOST_YEARS:
        yield from (f"{year:04d}{ANY}" for year in range(first.year, last.year + 1))
        for day in (earliest, latest):
            if not first.year <= day.year <= last.year:
                yield f"{day.isoformat()[:_MONTH]}{ANY}"
        yield from (f"{year_of(year)}{ANY}" for year in range(earliest.year, latest.year + 1))
        yield EVER
        return
    else:
        yield ANY
        return
    yield from (year_of(year) for year in range(earliest.year, latest.year + 1))
    yield EVER


def _wider(day: date, days: int) -> date:
    """So many days later or earlier, as far as there are any."""
    return day + timedelta(days=days) if _EARLIEST < day < _LATEST else day


def _is_narrow(first: date, last: date) -> bool:
    return (last - first).days <= _NARROW


def _months(first: date, last: date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{MONTH}{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004


def _years(first: date, last: date) -> Iterator[str]:
    if last.year - first.year >= _MOST_YEARS:
        yield EVER
    else:
        yield from (year_of(year) for year in range(first.year, last.year + 1))
