"""Events, who took part and the pages that say so → FollowTheMoney entities (Aleph, yente).

JSON lines: people, organisations, events with ``involved`` and ``proof``, articles. Without a
``--status`` only what happened goes out, for the model has no place for what did not. Invariant:
each entity is written once, referenced entities are in the file, ids stay the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from haengbo.export.cells import quotation
from haengbo.export.crosswalk import Crosswalk, crosswalk
from haengbo.export.wanted import Wanted, wanted_events
from haengbo.knowledge import load
from haengbo.ledger.views import EventLine, PageRef, ReportView
from haengbo.model import edtf
from haengbo.model.collation import EventPart
from haengbo.model.edtf import Point
from haengbo.model.reading import Status

Properties = dict[str, list[str]]
_DIGITS = 20
_SCHEMATA = {"person": "Person", "state": "PublicBody"}
#: Sectors of the crosswalk that make an organisation a body of a state.
_PUBLIC = {"GOV", "MIL"}


def followthemoney(wanted: Wanted) -> Iterator[bytes]:
    """Entities as JSON lines, each before the first event that refers to it."""
    codes = crosswalk(load())
    if not wanted.events.statuses:
        happened = (Status.OCCURRED.value,)
        wanted = replace(wanted, events=replace(wanted.events, statuses=happened))
    seen: set[str] = set()
    for line, reports in wanted_events(wanted):
        for entity in _entities(codes, line, reports, whole=wanted.with_text):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield (json.dumps(entity, ensure_ascii=False) + "\n").encode()


def _entities(
    codes: Crosswalk, line: EventLine, reports: tuple[ReportView, ...], *, whole: bool
) -> Iterator[dict[str, Any]]:
    yield from (_actor(codes, part) for part in line.event.participants)
    yield from (_article(report.page) for report in reports)
    yield _event(line, reports, whole=whole)


def _entity(id_: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, Any]:
    stated = {name: [v for v in values if v] for name, values in properties.items()}
    kept = {name: values for name, values in stated.items() if values}
    return {"id": id_, "schema": schema, "properties": kept}


def _actor_id(name: str) -> str:
    return f"haengbo-a{hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]}"


def _article_id(page: PageRef) -> str:
    return f"haengbo-p{page.sha256[:_DIGITS]}"


def _actor(codes: Crosswalk, part: EventPart) -> dict[str, Any]:
    party = codes.party(part)
    public = "PublicBody" if party.sector in _PUBLIC else "Organization"
    english = party.english if party.english != party.name else None
    return _entity(
        _actor_id(part.name),
        _SCHEMATA.get(part.kind or "", public),
        {"name": [part.name], "alias": [english], "country": [party.iso2]},
    )


def _article(page: PageRef) -> dict[str, Any]:
    return _entity(
        _article_id(page),
        "Article",
        {
            "title": [page.title or page.name],
            "fileName": [page.name],
            "publisher": [page.outlet],
            "publishedAt": [page.day],
            "sourceUrl": [_web(page.url)],
            "language": ["kor"],
        },
    )


def _event(line: EventLine, reports: tuple[ReportView, ...], *, whole: bool) -> dict[str, Any]:
    event = line.event
    days = edtf.parse_or_none(event.date)
    several = days is not None and days.interval
    start = _date(days.start) if days else None
    return _entity(
        f"haengbo-{event.id}",
        "Event",
        {
            "name": [event.label_ko, event.label_en],
            "date": [None if several else start],
            "startDate": [start if several else None],
            "endDate": [_date(days.end) if days and several else None],
            "location": [event.place],
            "involved": [_actor_id(part.name) for part in event.participants],
            "proof": list(dict.fromkeys(_article_id(report.page) for report in reports)),
            "summary": [quotation(event.sentence, whole=whole)],
            "keywords": [event.type, event.mode, event.channel, event.status],
            "recordId": [event.id],
        },
    )


def _date(point: Point | None) -> str | None:
    """A date as precise as known, without a qualifier, which the model cannot hold."""
    return str(replace(point, qualifier="")) if point else None


def _web(url: str | None) -> str | None:
    return url if url is not None and urlsplit(url).scheme in {"http", "https"} else None
