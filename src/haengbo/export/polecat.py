"""Events → the table layout of POLECAT, which the NGEC coder fills: 40 columns, tabs, a header.

One row for each pair of parties. What is planned carries the PLOVER context ``future``, what is
predicted ``hypothetical``; what is alleged, denied or did not happen is left out. Invariant: a
column that this project has nothing for is empty, never filled with a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo import __version__
from haengbo.export.crosswalk import (
    Crosswalk,
    Dated,
    Locality,
    Pair,
    Party,
    crosswalk,
    dated,
    pairs,
    tab_line,
)
from haengbo.export.wanted import Wanted
from haengbo.knowledge import load
from haengbo.model.collation import Event
from haengbo.model.reading import Status

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors"),
    *("Actor Title", "Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
#: Statuses that the layout has a place for, with the PLOVER context that says so.
_CONTEXTS = {Status.OCCURRED: (), Status.PLANNED: ("future",), Status.PREDICTED: ("hypothetical",)}
#: PLOVER's present names of types that have had others.
_RENAMED = {"DEMAND": "REQUEST"}


def polecat(wanted: Wanted) -> Iterator[bytes]:
    """The table, line by line."""
    codes = crosswalk(load())
    yield tab_line(COLUMNS)
    for item in dated(wanted, tuple(_CONTEXTS)):
        for number, pair in enumerate(pairs(item.event), 1):
            yield tab_line(_row(codes, item, pair, number))


def _row(codes: Crosswalk, item: Dated, pair: Pair, number: int) -> list[object]:
    event = item.event
    actor, recipient = (codes.party(part) if part else None for part in pair)
    return [
        f"{event.id}_{event.type}_{number}",
        item.day.isoformat(),
        *_what(codes, event),
        *_party(actor),
        *_party(recipient),
        *_where(codes.locality(event.place)),
        *_story(item),
    ]


def _what(codes: Crosswalk, event: Event) -> list[object]:
    kind = codes.kind(event)
    quad = codes.quad(event.type)
    contexts = sorted({*_CONTEXTS[event.status], *(kind.contexts if kind else ())})
    return [
        _RENAMED.get(event.type, event.type),
        kind.mode if kind else None,
        codes.code(kind.code).goldstein if kind else None,
        quad.replace("-", " ").upper() if quad else None,
        "; ".join(contexts),
    ]


def _party(party: Party | None) -> list[object]:
    if party is None:
        return [None] * 8
    sector = party.sector
    return [
        *(party.english, party.iso3, party.cow, sector, sector),
        *(None, party.name, None),
    ]


def _where(place: Locality | None) -> list[object]:
    if place is None:
        return [None] * 10
    return [
        *(place.name, place.name if place.city else None, None, None, place.iso3),
        *(None, None, place.geonames, place.raw, None),
    ]


def _story(item: Dated) -> list[object]:
    reports, parts = item.reports, item.event.participants
    outlets = sorted({report.page.outlet for report in reports if report.page.outlet})
    days = sorted(report.page.day for report in reports if report.page.day)
    people = [part.name for part in parts if part.kind == "person"]
    bodies = [part.name for part in parts if part.kind in {"organisation", "medium"}]
    return [
        "; ".join(outlets),
        days[0] if days else None,
        "; ".join(people),
        "; ".join(bodies),
        item.event.place,
        "Korean",
        f"haengbo {__version__}",
    ]
