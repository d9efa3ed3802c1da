"""``/event/ID``: one event with all that is known; ``/events.json|csv``: the list to take away."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from haengbo.export.records import event_record
from haengbo.ledger.views import EventDetail, ReportView
from haengbo.model.collation import EventField, NodeKind, OriginKind
from haengbo.web.charts.chain import ChainNode, ChainPicture, chain_graph
from haengbo.web.language import translator
from haengbo.web.query import event_filter
from haengbo.web.routes.chronicle import found
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
_CSV_COLUMNS = ("event", "date", "type", "mode", "status", "channel", "place", "participants")


def picture_of(detail: EventDetail, lang: str) -> ChainPicture:
    """The event's chains as a picture; copies are rings on the page they were taken from."""
    _ = translator(lang)
    copies = Counter(r.copy_of.name for r in detail.reports if r.copy_of)
    outlet_of = {r.page.outlet or r.page.name: r for r in detail.reports}
    dissent = _dissenting_outlets(detail)
    nodes, edges = _own_origins(detail, dissent)
    for node in detail.event.graph.nodes:
        report = outlet_of.get(node.name) if node.kind is NodeKind.OUTLET else None
        note = dissent.get(node.name, "")
        if not note and report and report.copy_of:
            note = _("사본")
        copied = copies.get(report.page.name, 0) if report else 0
        nodes.append(
            ChainNode(node.name, node.name, node.kind.value, note, node.name in dissent, copied)
        )
    return ChainPicture(
        nodes=nodes,
        edges=edges,
        voices=_voices(detail, lang),
        heads=(_("원천"), _("받아 전한 곳"), _("지면"), _("목소리로 세면")),
        title=_("이 사건이 전해진 길"),
    )


def _own_origins(
    detail: EventDetail, dissent: Mapping[str, str]
) -> tuple[list[ChainNode], list[tuple[str, str]]]:
    """Nodes and edges to begin with: an outlet that is its own origin stands on both sides."""
    nodes, edges = [], [(e.teller, e.hearer) for e in detail.event.graph.edges]
    for origin in detail.event.origins:
        if origin.kind is OriginKind.OUTLET:
            key = f"{origin.name}#page"
            nodes.append(ChainNode(key, origin.name, "outlet", dissent.get(origin.name, "")))
            edges.append((origin.name, key))
    return nodes, edges


def _dissenting_outlets(detail: EventDetail) -> dict[str, str]:
    """Outlet → what it says that others do not."""
    pages: dict[str, str] = {}
    for row in detail.event.discrepancies:
        for value in row.values[1:]:
            for page in value.pages:
                pages.setdefault(page, value.value)
    return {
        report.page.outlet or report.page.name: pages[report.page.name]
        for report in detail.reports
        if report.page.name in pages
    }


def _voices(detail: EventDetail, lang: str) -> list[tuple[str, frozenset[str], str]]:
    _ = translator(lang)
    origins = defaultdict(list)
    for origin in detail.event.origins:
        origins[origin.voice].append(origin)
    rows = []
    for voice, members in origins.items():
        pages = {page for origin in members for page in origin.pages}
        note = _("보도 %(pages)s · 원천 %(origins)s", pages=len(pages), origins=len(members))
        rows.append((voice, frozenset(o.name for o in members), note))
    return rows


def dots(field: EventField, reports: int) -> list[str]:
    """One mark a report: same value, silent, other value (``r``)."""
    said = {page for value in field.values for page in value.pages}
    best = set(field.values[0].pages) if field.values else set()
    same = min(reports, len(best if field.conflicting else said))
    other = min(reports - same, len(said - best)) if field.conflicting else 0
    silent = reports - same - other
    return [""] * same + ["o"] * silent + ["r"] * other


def by_origin(reports: tuple[ReportView, ...]) -> list[tuple[str, list[ReportView]]]:
    """Reports under the origin they rest on, in the order given."""
    groups: dict[str, list[ReportView]] = {}
    for report in reports:
        if report.chain:
            root = report.chain[0].name
        else:
            root = report.page.wire or report.page.outlet or report.page.name
        groups.setdefault(root, []).append(report)
    return list(groups.items())


@router.get("/event/{event_id}/chain.svg")
def chain_svg(request: Request, event_id: str) -> Response:
    """The picture of the chains as a file."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    svg = str(chain_graph(picture_of(detail, preferences(request).lang)))
    svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Response(svg, media_type="image/svg+xml")


@router.get("/event/{event_id}.json")
def event_json(request: Request, event_id: str) -> Response:
    """The event as the export has it."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    return _json(event_record(detail))


@router.get("/event/{event_id}", response_class=HTMLResponse)
def event(request: Request, event_id: str) -> Response:
    """One event; an older id leads to the present one."""
    ledger = ledger_of(request)
    detail = ledger.event(event_id)
    if detail is None:
        raise HTTPException(404)
    if detail.redirected:
        return RedirectResponse(f"/event/{detail.event.id}", status_code=308)
    lang = preferences(request).lang
    return render(
        request,
        "event.html",
        detail=detail,
        event=detail.event,
        line=detail.line,
        graph=chain_graph(picture_of(detail, lang)),
        dots=dots,
        groups=by_origin(detail.reports),
    )


@router.get("/events.json")
def events_json(request: Request) -> Response:
    """The events of the filter as the export has them."""
    ledger = ledger_of(request)
    lines = found(ledger, event_filter(request))
    details = (ledger.event(line.id) for line in lines)
    return _json([event_record(d) for d in details if d is not None])


def _json(value: Any) -> Response:  # noqa: ANN401 - any JSON value
    return Response(json.dumps(value, ensure_ascii=False, indent=1), media_type="application/json")


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" else cell


@router.get("/events.csv")
def events_csv(request: Request) -> Response:
    """The events of the filter as a table that Korean Excel opens (UTF-8 with BOM)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*_CSV_COLUMNS, "reports", "origins", "voices", "label", "sentence"])
    for line in found(ledger_of(request), event_filter(request)):
        e = line.event
        cells = [
            *(e.id, e.date or "", e.type, e.mode or "", e.status.value),
            *(e.channel.value if e.channel else "", e.place or ""),
            "; ".join(p.name for p in e.participants),
            *(str(line.pages), str(line.origins), str(line.voices), e.label_ko, e.sentence),
        ]
        writer.writerow([_safe(cell) for cell in cells])
    headers = {"Content-Disposition": 'attachment; filename="haengbo-events.csv"'}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv", headers=headers)
