"""Tables that stand beside others on a page, each as CSV at an address of its own.

A page has one list that it is about, taken away at the page's own address with ``.csv``; what
stands beside that list is here. Invariant: a file holds every row, a page may show the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from haengbo.ledger import Ledger
from haengbo.ledger.views import (
    ActorDetail,
    EventDetail,
    EventLine,
    Listing,
    ReportView,
    SearchHit,
)
from haengbo.web.downloads import csv_answer
from haengbo.web.routes.visiting import changes_since, moment_asked
from haengbo.web.site import ledger_of

router = APIRouter()
_SIZE = 200
#: Hits of a search, and pages taken in, that a file holds at most.
MOST_HITS = 1000
_PAGE_COLUMNS = ("page", "sha256", "date", "outlet", "wire", "title", "events", "url")


def _event(request: Request, event_id: str) -> EventDetail:
    detail = ledger_of(request).event(event_id)
    if detail is None:
        raise HTTPException(404)
    return detail


@router.get("/event/{event_id}/fields.csv")
def fields(request: Request, event_id: str) -> Response:
    """Every value that some report gives of a field, with its pages and origins."""
    rows = (
        (field.name, value.value, len(value.pages), len(value.origins), " ".join(value.pages))
        for field in _event(request, event_id).event.fields
        for value in field.values
    )
    return csv_answer("fields", ("field", "value", "reports", "origins", "pages"), rows)


@router.get("/event/{event_id}/reports.csv")
def reports(request: Request, event_id: str) -> Response:
    """Every report with its chain: what the picture of the chains is drawn from."""
    head = ("page", "outlet", "date", "chain", "copy_of", "sentence", "rule", "confidence")
    return csv_answer("reports", head, map(_report, _event(request, event_id).reports))


def _report(report: ReportView) -> tuple[object, ...]:
    return (
        *(report.page.name, report.page.outlet, report.page.day),
        " → ".join(step.name for step in report.chain),
        *(report.copy_of.name if report.copy_of else None, report.sentence),
        *(report.rule, report.confidence),
    )


def _actor(request: Request, name: str) -> ActorDetail:
    detail = ledger_of(request).actor(name)
    if detail is None:
        raise HTTPException(404)
    return detail


@router.get("/actor/{name:path}/roles.csv")
def roles(request: Request, name: str) -> Response:
    """The offices that pages give somebody."""
    found = _actor(request, name).roles
    head = ("title", "of", "first_day", "last_day", "pages")
    return csv_answer(
        "roles", head, ((r.title, r.of, r.first_day, r.last_day, r.pages) for r in found)
    )


@router.get("/actor/{name:path}/spellings.csv")
def spellings(request: Request, name: str) -> Response:
    """How pages spell a name, and which outlets spell it so."""
    rows = ((s.surface, s.pages, "; ".join(s.outlets)) for s in _actor(request, name).spellings)
    return csv_answer("spellings", ("spelling", "pages", "outlets"), rows)


@router.get("/actors.csv")
def actors(request: Request) -> Response:
    """Everybody and everything that acts."""
    rows = ((a.name, a.kind, a.events, a.pages) for a in ledger_of(request).actors())
    return csv_answer("actors", ("name", "kind", "events", "pages"), rows)


def _all_pages(ledger: Ledger, who: str | None) -> Iterator[SearchHit]:
    number = 1
    while True:
        listing = ledger.pages(who=who, number=number, size=_SIZE)
        yield from listing.items
        if number >= listing.pages:
            return
        number += 1


def _page_rows(hits: Iterable[SearchHit]) -> Iterator[tuple[object, ...]]:
    for hit in hits:
        p = hit.page
        yield (p.name, p.sha256, p.day, p.outlet, p.wire, p.title, hit.events, p.url)


@router.get("/pages.csv")
def pages(request: Request, who: str = "") -> Response:
    """Every page that was taken in; ``who``: only those that name an actor."""
    found = _all_pages(ledger_of(request), who or None)
    return csv_answer("pages", _PAGE_COLUMNS, _page_rows(found))


@router.get("/search.csv")
def hits(request: Request, q: str = "") -> Response:
    """The newest pages that hold the words."""
    found: Listing[SearchHit] | None = None
    if q.strip():
        found = ledger_of(request).search(q, size=MOST_HITS)
    return csv_answer("search", _PAGE_COLUMNS, _page_rows(found.items if found else ()))


@router.get("/since.csv")
def since(request: Request, at: str = "") -> Response:
    """The events that became new or other since a time."""
    found = changes_since(request, moment_asked(request, at))
    rows = [
        *(_changed("new", line) for line in (found.fresh if found else ())),
        *(_changed("changed", line) for line in (found.changed if found else ())),
    ]
    head = ("what", "event", "date", "label", "label_en", "reports", "origins", "voices")
    return csv_answer("since", head, rows)


def _changed(what: str, line: EventLine) -> tuple[object, ...]:
    event = line.event
    return (
        *(what, line.id, event.date, event.label_ko, event.label_en),
        *(line.pages, line.origins, line.voices),
    )


@router.get("/versions.csv")
def versions(request: Request, page: str = "") -> Response:
    """All captures of an article."""
    listing = next(iter(ledger_of(request).versions(page)), None) if page else None
    if listing is None:
        raise HTTPException(404)
    rows = (
        (v.number, v.page.sha256, v.page.name, v.published, v.updated, v.captured)
        for v in listing.versions
    )
    head = ("version", "sha256", "page", "published", "updated", "captured")
    return csv_answer("versions", head, rows)


@router.get("/import/log.csv")
def intake(request: Request) -> Response:
    """The newest pages that were offered, from the command line too, and what became of them."""
    rows = (
        (x.made, x.page, x.sha256, x.outcome, x.reason)
        for x in ledger_of(request).intake_log(MOST_HITS)
    )
    return csv_answer("intake", ("made", "page", "sha256", "outcome", "reason"), rows)
