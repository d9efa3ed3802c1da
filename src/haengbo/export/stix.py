"""Events → a STIX 2.1 bundle for platforms of threat intelligence (OpenCTI, MISP).

Participants are ``identity`` objects, an event is a ``note`` about them with its pages as external
references; type, mode, channel and status are labels. Invariant: ids are UUIDs of version 5 made
from our own, so that a second import changes nothing; times are given days, never the clock.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from haengbo.export.cells import quotation
from haengbo.export.crosswalk import Crosswalk, crosswalk
from haengbo.export.wanted import Wanted, wanted_events
from haengbo.knowledge import load
from haengbo.ledger.views import EventLine, PageRef, ReportView
from haengbo.model.collation import EventPart

_CLASSES = {"person": "individual", "state": "organization", "organisation": "organization"}
#: Identities have no day of their own; the same stamp in every file keeps them one version.
_NO_DAY = "1970-01-01"


def stix(wanted: Wanted) -> Iterator[bytes]:
    """The bundle, one object a line; events without participants have nothing to be a note on."""
    codes = crosswalk(load())
    yield f'{{"type": "bundle", "id": "{_id("bundle", "export")}", "objects": ['.encode()
    between, alone = "\n", 0
    seen: set[str] = set()
    for line, reports in wanted_events(wanted):
        if not line.event.participants:
            alone += 1
            continue
        for item in _objects(codes, line, reports, whole=wanted.with_text):
            if item["id"] not in seen:
                seen.add(item["id"])
                yield (between + json.dumps(item, ensure_ascii=False)).encode()
                between = ",\n"
    yield b"\n]}\n"
    if alone:
        wanted.tell(f"참가자가 없어 빠진 사건 {alone}건")


def _objects(
    codes: Crosswalk, line: EventLine, reports: tuple[ReportView, ...], *, whole: bool
) -> Iterator[dict[str, Any]]:
    yield from (_identity(codes, part) for part in line.event.participants)
    yield _note(line, reports, whole=whole)


def _id(type_: str, name: str) -> str:
    return f"{type_}--{uuid.uuid5(uuid.NAMESPACE_URL, f'urn:haengbo:{type_}:{name}')}"


def _stamped(type_: str, name: str, day: str) -> dict[str, Any]:
    time = f"{day}T00:00:00.000Z"
    return {
        "type": type_,
        "spec_version": "2.1",
        "id": _id(type_, name),
        "created": time,
        "modified": time,
    }


def _identity(codes: Crosswalk, part: EventPart) -> dict[str, Any]:
    party = codes.party(part)
    identity = _stamped("identity", part.name, _NO_DAY) | {
        "name": part.name,
        "identity_class": _CLASSES.get(part.kind or "", "unknown"),
        "lang": "ko",
    }
    if party.english != party.name:
        identity["description"] = party.english
    return identity


def _note(line: EventLine, reports: tuple[ReportView, ...], *, whole: bool) -> dict[str, Any]:
    event = line.event
    days = sorted(report.page.day for report in reports if report.page.day)
    pages = {report.page.sha256: report.page for report in reports}
    when = " ".join(part for part in (event.date, event.place) if part)
    words = quotation(event.sentence, whole=whole)
    names = dict.fromkeys(part.name for part in event.participants)
    labels = (event.type, event.mode, event.status, event.channel)
    return _stamped("note", line.id, days[0] if days else _NO_DAY) | {
        "abstract": event.label_ko,
        "content": f"{when}: {words}" if when else words,
        "labels": [str(label) for label in labels if label],
        "confidence": round(event.confidence * 100),
        "lang": "ko",
        "object_refs": [_id("identity", name) for name in names],
        "external_references": [_reference(pages[sha256]) for sha256 in sorted(pages)],
    }


def _reference(page: PageRef) -> dict[str, Any]:
    reference = {"source_name": page.outlet or "haengbo", "external_id": page.name}
    if page.title:
        reference["description"] = page.title
    if page.url is not None and urlsplit(page.url).scheme in {"http", "https"}:
        reference["url"] = page.url
    return reference
