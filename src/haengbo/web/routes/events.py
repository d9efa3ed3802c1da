"""``/event/ID``: one event with all that is known; ``/events.json|csv``: the list to take away."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from haengbo.export.citations import bibtex_of, csl_of
from haengbo.export.records import event_record, event_records
from haengbo.ledger.decisions import CORRECTABLE
from haengbo.ledger.views import EventLine
from haengbo.model.collation import EventField
from haengbo.web.chains import by_origin, picture_of, tree_of
from haengbo.web.charts.chain import chain_graph, height_of
from haengbo.web.citing import citation
from haengbo.web.downloads import csv_answer, json_answer, picture_answer
from haengbo.web.foresight import settled_by
from haengbo.web.merging import anchors_of, likely_the_same
from haengbo.web.query import event_filter
from haengbo.web.relations import pairs_at
from haengbo.web.routes.decisions import done_by
from haengbo.web.site import ledger_of, preferences, render
from haengbo.web.standing import line_of_channel

router = APIRouter()
_PICTURE_WIDTH = 1060.0
_CSV_COLUMNS = (
    *("event", "date", "type", "mode", "status", "channel", "place", "participants", "topics"),
    *("reports", "origins", "voices", "label", "label_en", "sentence"),
)


#: Dots in one line of the fields table.
_DOTS = 20


def dots(field: EventField, reports: int) -> list[list[str]]:
    """Lines of one mark a report: same value, silent (``o``), other value (``r``)."""
    said = {page for value in field.values for page in value.pages}
    best = set(field.values[0].pages) if field.values else set()
    same = min(reports, len(best if field.conflicting else said))
    other = min(reports - same, len(said - best)) if field.conflicting else 0
    marks = [""] * same + ["o"] * (reports - same - other) + ["r"] * other
    return [marks[i : i + _DOTS] for i in range(0, len(marks), _DOTS)]


@router.get("/event/{event_id}/chain.svg")
@router.get("/event/{event_id}/chain.png")
def chain_svg(request: Request, event_id: str) -> Response:
    """The picture of the chains as a file."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    drawn = picture_of(detail, preferences(request).lang)
    return picture_answer(request, "chain", chain_graph(drawn), _PICTURE_WIDTH, height_of(drawn))


@router.get("/event/{event_id}.bib")
def event_bibtex(request: Request, event_id: str) -> Response:
    """The event as BibTeX."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    return Response(bibtex_of(detail.line, _today().isoformat()), media_type="application/x-bibtex")


@router.get("/event/{event_id}.csl.json")
def event_csl(request: Request, event_id: str) -> Response:
    """The event as CSL-JSON, for reference managers."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    return json_answer(csl_of(detail.line, _today().isoformat()))


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()


@router.get("/event/{event_id}.json")
def event_json(request: Request, event_id: str) -> Response:
    """The event as the export has it."""
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    return json_answer(event_record(detail))


@router.get("/event/{event_id}", response_class=HTMLResponse)
def event(request: Request, event_id: str) -> Response:
    """One event; an older id leads to the present one."""
    ledger = ledger_of(request)
    detail = ledger.event(event_id)
    if detail is None:
        if done := request.query_params.get("done"):
            # What was decided left nothing of it
            return RedirectResponse(f"/decisions?{urlencode({'done': done})}", status_code=303)
        raise HTTPException(404)
    if detail.redirected:
        query = f"?{request.url.query}" if request.url.query else ""
        # An undone merge gives the id back, so no browser may remember where it led
        headers = {"Cache-Control": "no-store"}
        address = f"/event/{detail.event.id}{query}"
        return RedirectResponse(address, status_code=308, headers=headers)
    lang = preferences(request).lang
    return render(
        request,
        "event.html",
        detail=detail,
        event=detail.event,
        line=detail.line,
        graph=chain_graph(picture_of(detail, lang)),
        tree=tree_of(detail),
        dots=dots,
        groups=by_origin(detail),
        standing=line_of_channel(ledger, detail.line),
        between=pairs_at(detail.line),
        settled=settled_by(ledger, detail.event.id),
        citation=citation(detail.line, _today()),
        refs={report.page.name: report.page for report in detail.reports},
        year=(detail.line.day or "")[:4] or None,
        anchors=anchors_of(detail),
        likely=likely_the_same(ledger, detail.line),
        correctable=CORRECTABLE,
        done=done_by(request),
    )


@router.get("/events.json")
def events_json(request: Request) -> Response:
    """The events of the filter as the export has them."""
    return json_answer(list(event_records(ledger_of(request), event_filter(request))))


@router.get("/events.csv")
def events_csv(request: Request) -> Response:
    """The events of the filter as a table that Korean Excel opens (UTF-8 with BOM)."""
    lines = ledger_of(request).all_events(event_filter(request))
    return csv_answer("events", _CSV_COLUMNS, map(_cells, lines))


def _cells(line: EventLine) -> tuple[object, ...]:
    e = line.event
    return (
        *(e.id, e.date, e.type, e.mode, e.status.value),
        *(e.channel.value if e.channel else None, e.place),
        *("; ".join(p.name for p in e.participants), "; ".join(e.topics)),
        *(line.pages, line.origins, line.voices, e.label_ko, e.label_en, e.sentence),
    )
