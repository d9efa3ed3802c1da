"""Events → the CAMEO layouts of older event data: GDELT 2.0 (61 columns) and ICEWS (20 columns).

CAMEO codes who does what to whom: a meeting is two rows, one in each direction, a visit is 042 of
the guest and 043 of the host. What is planned has the code of the announced intent (036 for a
meeting) or, where CAMEO has none, is left out with all that did not happen. Invariant: ids are
made from the event's id, so that they stay the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from haengbo.export.crosswalk import Crosswalk, Dated, Party, crosswalk, dated, pairs, tab_line
from haengbo.export.wanted import Wanted
from haengbo.knowledge import load
from haengbo.model.collation import EventPart
from haengbo.model.reading import Status

ICEWS_COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text"),
    *("CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID"),
    *("Sentence Number", "Publisher", "City", "District", "Province", "Country"),
    *("Latitude", "Longitude"),
)
_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code"),
    *("Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
#: Names of GDELT's columns; its files have no header.
GDELT_COLUMNS = (
    *("GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"),
    *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
#: GDELT's numbers of the quad classes.
_QUADS = {
    "verbal-cooperation": 1,
    "material-cooperation": 2,
    "verbal-conflict": 3,
    "material-conflict": 4,
}
_ID_DIGITS = 15


@dataclass(frozen=True, slots=True)
class _Act:
    """One direction of one pair: who, the code, to whom."""

    item: Dated
    source: Party | None
    code: str
    target: Party | None
    quad: int

    @property
    def number(self) -> int:
        """A number of 60 bits that is the same whenever this act is exported."""
        ends = (self.source.name if self.source else "", self.target.name if self.target else "")
        seed = "\t".join((self.item.event.id, self.code, *ends))
        return int(hashlib.sha256(seed.encode()).hexdigest()[:_ID_DIGITS], 16)


def _acts(codes: Crosswalk, wanted: Wanted) -> Iterator[_Act]:
    without_code = 0
    for item in dated(wanted, (Status.OCCURRED, Status.PLANNED)):
        found = list(_acts_of(codes, item))
        without_code += not found
        yield from found
    if without_code:
        wanted.tell(f"CAMEO에 맞는 부호나 참가자가 없어 빠진 사건 {without_code}건")


def _acts_of(codes: Crosswalk, item: Dated) -> Iterator[_Act]:
    kind = codes.kind(item.event)
    if kind is None:
        return
    planned = item.event.status is Status.PLANNED
    code = kind.planned if planned else kind.code
    if code is None:
        return
    back = (kind.planned if planned else kind.back) if kind.back else None
    quad = _QUADS[
        "verbal-cooperation" if planned else kind.quad or codes.quad(item.event.type) or ""
    ]
    for first, second in pairs(item.event):
        a, b = _party(codes, first), _party(codes, second)
        yield _Act(item, a, code, b, quad)
        if back and a and b:
            yield _Act(item, b, back, a, quad)


def _party(codes: Crosswalk, part: EventPart | None) -> Party | None:
    return codes.party(part) if part else None


def gdelt(wanted: Wanted) -> Iterator[bytes]:
    """GDELT's table: tabs, no header, empty where there is nothing to say."""
    codes = crosswalk(load())
    for act in _acts(codes, wanted):
        yield tab_line(_gdelt_row(codes, act))


def _gdelt_row(codes: Crosswalk, act: _Act) -> list[object]:
    item, day = act.item, act.item.day
    place = codes.locality(item.event.place)
    pages = sorted((r.page.day or "9999", r.page.url or r.page.name) for r in item.reports)
    added = pages[0][0] if pages else ""
    return [
        *(act.number, f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}"),
        # The share of the year that is over by that day, below 1 on the last days too
        f"{day.year + min(day.timetuple().tm_yday / 365, 0.9999):.4f}",
        *_gdelt_actor(act.source),
        *_gdelt_actor(act.target),
        *(1, act.code, act.code[:3], act.code[:2], act.quad, codes.code(act.code).goldstein),
        *(len(item.reports), item.line.origins, item.line.pages, None),
        *([None] * (2 * len(_GEO))),
        # Place types and codes of GDELT need coordinates, which are not guessed here
        *(0, place.name if place else None, *([None] * (len(_GEO) - 2))),
        f"{added.replace('-', '')}000000" if added != "9999" else None,
        pages[0][1] if pages else None,
    ]


def _gdelt_actor(party: Party | None) -> list[object]:
    if party is None:
        return [None] * len(_ACTOR)
    code = (party.iso3 or "") + (party.sector or "") if party.iso3 != "IGO" else "IGO"
    country = party.iso3 if party.iso3 != "IGO" else None
    return [
        *(code, party.english.upper(), country, None, None, None, None),
        *(party.sector, None, None),
    ]


def icews(wanted: Wanted) -> Iterator[bytes]:
    """ICEWS's table: tabs, a header, names in English where the pack has them."""
    codes = crosswalk(load())
    yield tab_line(ICEWS_COLUMNS)
    for act in _acts(codes, wanted):
        yield tab_line(_icews_row(codes, act))


def _icews_row(codes: Crosswalk, act: _Act) -> list[object]:
    row = codes.code(act.code)
    item = act.item
    place = codes.locality(item.event.place)
    return [
        *(act.number, item.day.isoformat(), *_icews_actor(act.source)),
        *(row.en, act.code, row.goldstein, *_icews_actor(act.target)),
        *(item.line.page.name, None, item.line.page.outlet),
        *(place.name if place and place.city else None, None, None),
        *(place.state if place else None, None, None),
    ]


def _icews_actor(party: Party | None) -> list[object]:
    return [party.english, party.sector, party.state] if party else [None] * 3
