"""Events → the JSON of TimelineJS (Knight Lab): a slide for each event, channels as groups.

Dates are as precise as known (a month is a month); what has no date is left out and counted.
Invariant: TimelineJS shows texts as HTML, so every text is escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urlsplit

from haengbo.export.cells import quotation
from haengbo.export.wanted import Wanted, wanted_events
from haengbo.ledger.views import EventLine, PageRef
from haengbo.model import edtf
from haengbo.model.edtf import Point
from haengbo.model.unseen import level


def timelinejs(wanted: Wanted) -> Iterator[bytes]:
    """The whole timeline, oldest event first."""
    slides: list[tuple[str, str, dict[str, Any]]] = []
    undated = 0
    for line, _ in wanted_events(wanted):
        slide = _slide(line, whole=wanted.with_text)
        if slide is None:
            undated += 1
        else:
            slides.append((line.day or "", line.id, slide))
    events = [slide for _, _, slide in sorted(slides, key=lambda item: item[:2])]
    timeline = {"scale": "human", "events": events}
    yield level(json.dumps(timeline, ensure_ascii=False, indent=1) + "\n").encode()
    if undated:
        wanted.tell(f"날짜가 없어 빠진 사건 {undated}건")


def _slide(line: EventLine, *, whole: bool) -> dict[str, Any] | None:
    event = line.event
    days = edtf.parse_or_none(event.date)
    if days is None or days.start is None:
        return None
    words = escape(quotation(event.sentence, whole=whole))
    counts = f"보도 {line.pages} · 원천 {line.origins} · 목소리 {line.voices}"
    slide: dict[str, Any] = {
        "unique_id": line.id,
        "start_date": _date(days.start),
        "display_date": escape(str(days)),
        "text": {
            "headline": escape(event.label_ko),
            "text": f"<p>“{words}” ({_source(line.page)})</p><p>{counts}</p>",
        },
    }
    if days.interval and days.end is not None:
        slide["end_date"] = _date(days.end)
    if event.channel is not None:
        slide["group"] = event.channel.value
    return slide


def _date(point: Point) -> dict[str, int]:
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: part for name, part in parts.items() if part is not None}


def _source(page: PageRef) -> str:
    name = escape(", ".join(part for part in (page.outlet or page.name, page.day) if part))
    if page.url is None or urlsplit(page.url).scheme not in {"http", "https"}:
        return name
    return f'<a href="{escape(page.url)}">{name}</a>'
