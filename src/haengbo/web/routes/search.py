"""``/search?q=``: pages that hold the words, in South or North spelling, and events of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.ledger.views import EventFilter
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 20
_EVENTS = 8


@router.get("/search", response_class=HTMLResponse)
def search(
    request: Request, q: str = "", number: Annotated[int, Query(ge=1, alias="page")] = 1
) -> Response:
    """Pages with the words found marked; the events told on them first."""
    ledger = ledger_of(request)
    words = q.strip()
    hits = ledger.search(words, number=number, size=_SIZE) if words else None
    events = ledger.events(EventFilter(text=words), number=1, size=_EVENTS) if words else None
    return render(request, "search.html", words=words, hits=hits, events=events)
