"""Captures of one address, wherever their readings lie → versions of articles.

    addresses   batch → share of the address     page and address of each page that has one
    recaptured  share of the address → batch     pages whose address another page has too
    captures    batch → share of the address     these as a whole
    versions    share of the address → batch     what ``find_versions`` makes of each address

Invariant: versions are those of all captures of an address at once, which is what a ledger has
after the last of them came.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from haengbo import collation
from haengbo.engine.gathering.parcels import Parcel, Step, get, put, rows_of
from haengbo.model.address import address_key, part_of
from haengbo.model.collation import Source
from haengbo.model.page import MediaType
from haengbo.model.version import CAPTURES_MOST, Capture, Version


class Heading(msgspec.Struct):
    """What stands above an article, of the record of its reading."""

    title: str | None = None
    outlet: str | None = None
    origin: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None

    def source(self, page: str, name: str) -> Source:
        """What collation must know of the page."""
        return Source(page, name, self.outlet, self.origin, self.published, self.title)


class _Headed(msgspec.Struct):
    article: Heading


_DECODER = msgspec.json.Decoder(_Headed)


def heading_of(reading: str) -> Heading:
    """The heading of a reading's record; nothing else of it is looked at."""
    return _DECODER.decode(reading).article


@dataclass(frozen=True, slots=True)
class Addressed:
    """That a page of a batch has an address."""

    address: str
    page: str
    batch: str


@dataclass(frozen=True, slots=True)
class Captured:
    """A capture and the batch that it is from."""

    capture: Capture
    batch: str


def addresses(step: Step) -> str:
    """Of a batch, the addresses."""

    def found() -> Iterator[Parcel]:
        for row in rows_of(step, ("page", "reading")):
            address = address_key(heading_of(row["reading"]).url)
            if address is not None:
                yield step.share_of(address), Addressed(address, row["page"], step.piece)

    put(step, "addresses", found())
    return step.piece


def recaptured(step: Step) -> str:
    """Of a share of addresses, those with several pages."""
    pages: dict[str, list[Addressed]] = {}
    for item in get(step, "addresses", Addressed, step.piece):
        pages.setdefault(item.address, []).append(item)
    several = (item for items in pages.values() if len(items) > 1 for item in items)
    put(step, "recaptured", ((item.batch, item.page) for item in several))
    return step.piece


def captures(step: Step) -> str:
    """Of a batch, the captures to compare."""
    wanted = set(get(step, "recaptured", str, step.piece))
    columns = ("page", "media_type", "captured", "letters", "reading")

    def found() -> Iterator[Parcel]:
        for row in rows_of(step, columns) if wanted else ():
            if row["page"] in wanted:
                capture = _capture(row)
                yield step.share_of(capture.address), Captured(capture, step.piece)

    put(step, "captures", found())
    return step.piece


def _capture(row: dict[str, str]) -> Capture:
    heading = heading_of(row["reading"])
    return Capture(
        row["page"],
        address_key(heading.url) or "",
        row["media_type"] != MediaType.CLIPPING.value,
        heading.title,
        heading.published,
        heading.updated,
        row["captured"],
        row["letters"],
        part_of(heading.url),
    )


def versions(step: Step) -> str:
    """Of a share of addresses, the versions."""
    homes: dict[str, str] = {}
    by_address: dict[str, list[Capture]] = {}
    for item in get(step, "captures", Captured, step.piece):
        homes[item.capture.page] = item.batch
        by_address.setdefault(item.capture.address, []).append(item.capture)

    def found() -> Iterator[Parcel]:
        for _, captures in sorted(by_address.items()):
            crowded = len(captures) > CAPTURES_MOST
            given = [replace(c, letters="") if crowded else c for c in captures]
            for version in collation.find_versions(given):
                yield homes[version.page], version

    put(step, "versions", found())
    return step.piece


def versions_in(step: Step) -> dict[str, Version]:
    """Versions among the pages of a batch."""
    return {item.page: item for item in get(step, "versions", Version, step.piece)}
