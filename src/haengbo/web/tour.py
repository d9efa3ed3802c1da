"""A short tour: six stops on real pages of the ledger, each with a few words in a bar above it.

A stop is an address with ``?tour=N``; the bar leads to the next. Works without script, on the
samples and on any ledger that has an event.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter, EventLine
from haengbo.web.places import article_at

_LOOKED_AT = 60
#: Stops in all.
STOPS = 6


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop: its number; what is said there stands in ``_tour.html``."""

    number: int

    @property
    def last(self) -> bool:
        """Whether the tour ends here."""
        return self.number == STOPS


def stop_of(request: Request) -> Stop | None:
    """The stop that an address is, or ``None``."""
    given = request.query_params.get("tour", "")
    return Stop(int(given)) if given in {str(n) for n in range(1, STOPS + 1)} else None


def address_of(ledger: Ledger, number: int) -> str:
    """Where a stop is; the chronicle where the ledger has nothing to show for it."""
    line = _telling(ledger)
    places = {
        2: f"/event/{line.id}" if line else "/",
        3: article_at(line.page.name) if line else "/pages",
        4: "/queue",
        5: "/wording",
        6: "/import",
    }
    return places.get(number, "/")


def _telling(ledger: Ledger) -> EventLine | None:
    """An event that shows most: reports that differ, many of them."""
    disputed = ledger.events(EventFilter(only_conflicting=True), size=_LOOKED_AT).items
    found = disputed or ledger.events(size=_LOOKED_AT).items
    return max(found, key=lambda x: (x.pages, x.id), default=None)
