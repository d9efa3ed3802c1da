"""Addresses ↔ filters: ``?who=최선희&channel=foreign&from=2024-06`` is one ``EventFilter``.

The same names everywhere: who, type, mode, channel, status, tag, from, to, place, q, order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request

from haengbo.ledger.views import EventFilter
from haengbo.web.dates import days_in

#: Query names that may stand several times.
MANY = ("who", "type", "mode", "channel", "status", "tag")
ONE = ("from", "to", "place", "q", "order", "conflicts", "undated")
#: Characters of a question that are looked at.
_LONGEST = 1000
#: Digits of a number that every database takes.
_DIGITS = 18
#: Which piece of a list is asked for.
PieceNumber = Annotated[int, Query(ge=1, le=10**9, alias="page")]
_MONTH_LENGTH = len("2024-11")
_YEAR_LENGTH = len("2024")


def _many(request: Request, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in request.query_params.getlist(name) if v))


def whole(text: str) -> int | None:
    """A number of digits only, short enough for a database; ``None`` for anything else.

    Example:
        ``whole("12")`` is 12, ``whole("²")`` and ``whole("9" * 40)`` are ``None``.
    """
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def first_day(value: str | None) -> str | None:
    """``2024`` → ``2024-01-01``, ``2024-06`` → ``2024-06-01``; ``None`` stays ``None``."""
    if not value:
        return None
    return (value + "-01-01")[:10] if len(value) <= _MONTH_LENGTH else value[:10]


def last_day(value: str | None) -> str | None:
    """``2024`` → ``2024-12-31``, ``2024-06`` → ``2024-06-30``; ``None`` stays ``None``."""
    if not value:
        return None
    if len(value) == _YEAR_LENGTH:
        return f"{value}-12-31"
    if len(value) == _MONTH_LENGTH:
        return f"{value}-{days_in(value):02d}"
    return value[:10]


def event_filter(request: Request) -> EventFilter:
    """The filter that an address says; what does not parse as a date is left out."""
    get = request.query_params.get
    return EventFilter(
        who=_many(request, "who"),
        types=_many(request, "type"),
        modes=_many(request, "mode"),
        channels=_many(request, "channel"),
        statuses=_many(request, "status"),
        since=checked_day(first_day, get("from")),
        until=checked_day(last_day, get("to")),
        place=get("place") or None,
        text=(get("q") or "")[:_LONGEST] or None,
        newest_first=get("order") != "old",
        only_conflicting=get("conflicts") == "1",
        tags=_many(request, "tag"),
    )


def checked_day(day: Callable[[str | None], str | None], value: str | None) -> str | None:
    """A day as ISO, or ``None`` for what is no date."""
    try:
        text = day(value)
        return dt.date.fromisoformat(text).isoformat() if text else None
    except (ValueError, IndexError):
        return None


@lru_cache(maxsize=4096)
def _pair(name: str, value: str) -> str:
    return urlencode([(name, value)])


def _query(items: Iterable[tuple[str, str]]) -> str:
    """As ``urlencode``; a page with facets has hundreds of addresses made of the same pairs."""
    return "&".join(_pair(name, value) for name, value in items)


class Address:
    """Builds addresses that differ from the present one in one choice."""

    def __init__(self, request: Request, path: str = "/") -> None:
        self._path = path
        self._items = [
            (k, v) for k, v in request.query_params.multi_items() if k in MANY + ONE and v
        ]

    def _made(self, items: list[tuple[str, str]]) -> str:
        return self._path + (f"?{_query(items)}" if items else "")

    def toggled(self, name: str, value: str) -> str:
        """With the value added, or taken away if it is there."""
        item = (name, value)
        kept = [i for i in self._items if i != item]
        return self._made(kept if item in self._items else [*kept, item])

    def having(self, **choice: str | None) -> str:
        """With single-valued names set (``from_`` is ``from``); ``None`` takes one away."""
        given = {k.rstrip("_"): v for k, v in choice.items()}
        kept = [i for i in self._items if i[0] not in given]
        return self._made(kept + [(k, v) for k, v in given.items() if v is not None])

    def to_chronicle(self, **choice: str) -> str:
        """The chronicle with these choices instead of those of the same names."""
        given = {k.rstrip("_"): v for k, v in choice.items()}
        kept = [i for i in self._items if i[0] not in given]
        return f"/?{_query([*kept, *given.items()])}"

    def holds(self, name: str, value: str) -> bool:
        """Whether the choice is made."""
        return (name, value) in self._items

    def at(self, path: str) -> str:
        """The same choices at another path (a download)."""
        return path + (f"?{_query(self._items)}" if self._items else "")

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """All choices, in order."""
        return list(self._items)
