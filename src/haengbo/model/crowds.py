"""Who gives no day, and tells of people of whom there is something on too many days.

A report of which only a month or a year is known may be any of the happenings of its people then.
Where these are few, it is brought together with the one that it is most like. Where they are many
it would be anybody's guess, and every guess would draw in all of them: such a report stands for
itself. What is counted are days: those on which, within a month or year under which the report
stands, anything of its kind is told of the side and person that it shares with another. So the
North is crowded where Laos is not, and one side or person who is seldom told of is enough. Those
who name the same people and give the same month or year stand for themselves together.

A month may also be filled: on a day of it anything of its kind is told of the side or person. Then
a page that gives this month has not misremembered another. This is asked under a key of its own.
Invariant: whether a key is crowded depends on the reports that stand under days alone: on the set
of pages, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

#: Days of one side or person in a month, or a year, up to which a report without a day is placed.
MOST_DAYS = 12
#: Before a month or a year that reports stand under; before a day on which one was published.
MONTH, PUBLISHED = "~", "@"
#: In the place of a date: any.
EVER = "?"
#: In the place of a person: whoever is named on a side.
ALL = "-"
_MONTH = len("2024-07")
#: A side and whom a report names there, or ``ALL``.
Seen = tuple[str, str]
#: Of such keys those that are crowded, or filled.
Crowded = Callable[[Iterable[str]], set[str]]
#: At the end of a month's key: whether anything stands under its days.
_ANYTHING = "+"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is told of the sides and persons of a report without a day, in its time.

    Attributes:
        crowded: Of whom too much is told for the report to be placed.
        filled: Of whom something is told on a day of its month.
    """

    crowded: frozenset[Seen] = frozenset()
    filled: frozenset[Seen] = frozenset()


def year_of(year: int) -> str:
    """What stands in a key for a year."""
    return f"{MONTH}{year:04d}"


def filling(key: str) -> str | None:
    """The key under which is asked whether a month is filled, of the key of a month.

    Example:
        ``aid|라오스|-|~2024-07+`` of ``aid|라오스|-|~2024-07``; ``None`` of that of a year.
    """
    part = key.rpartition("|")[2]
    return f"{key}{_ANYTHING}" if part.startswith(MONTH) and len(part) > _MONTH else None


def asked_of(keys: Iterable[str]) -> set[str]:
    """Keys of months and years, and those under which is asked whether the months are filled."""
    return {asked for key in keys for asked in (key, filling(key)) if asked is not None}


def stored_as(key: str) -> str:
    """The key under which reports stand, of one under which it is asked whether it is filled."""
    return key.removesuffix(_ANYTHING)


def most_under(key: str) -> int:
    """Days up to which a month or year is not crowded, or a month is not filled."""
    return 0 if key.endswith(_ANYTHING) else MOST_DAYS


def stretch_of(key: str) -> tuple[str, str] | None:
    """First and last but one of the keys of the days in the month or year of a key.

    Example:
        Of ``aid|라오스|-|~2024-07`` from ``aid|라오스|-|2024-07-`` up to ``aid|라오스|-|2024-07.``;
        ``None`` for a key of a day, and for the beginning of keys.
    """
    stem, _, part = stored_as(key).rpartition("|")
    if part == EVER:
        return f"{stem}|0", f"{stem}|:"
    if part.startswith(MONTH) and part[-1:].isdecimal():
        return f"{stem}|{part[1:]}-", f"{stem}|{part[1:]}."
    return None


def counted_as(key: str) -> str:
    """The key by which a key is crowded: who names nobody meets whoever is named on that side."""
    stem, _, part = key.rpartition("|")
    return f"{stem}{ALL}|{part}" if stem.endswith("|") else key


def counted_for(key: str) -> str:
    """The key of those who name nobody that is crowded as this key is; else the key itself."""
    stem, _, part = key.rpartition("|")
    return f"{stem.removesuffix(ALL)}|{part}" if stem.endswith(f"|{ALL}") else key


def is_of_a_day(key: str) -> bool:
    """Whether a report with a day stands under the key."""
    return key.rpartition("|")[2][:1].isdecimal() and "|=|" not in key


def around_day(key: str) -> tuple[str, str, str, str]:
    """Of the key of a day, the keys of its month, twice, of its year, and of all time."""
    stem, _, day = key.rpartition("|")
    month = f"{stem}|{MONTH}{day[:_MONTH]}"
    return month, f"{month}{_ANYTHING}", f"{stem}|{MONTH}{day[:4]}", f"{stem}|{EVER}"


def crowded_among(keys: Iterable[str]) -> set[str]:
    """The months and years that are crowded, and the months filled, by these keys of days."""
    days: dict[str, int] = {}
    for key in {key for key in keys if is_of_a_day(key)}:
        for around in around_day(key):
            days[around] = days.get(around, 0) + 1
    return {around for around, count in days.items() if count > most_under(around)}
