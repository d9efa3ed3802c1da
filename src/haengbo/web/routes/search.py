"""``/search?q=``: pages that hold the words, in South or North spelling; ``/pages``: all of them.

Filters in the box (``who:최선희``) lead to the chronicle, narrowed so.
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from haengbo.web.box import asked, box_filters
from haengbo.web.query import PieceNumber
from haengbo.web.searching import canonical
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 20
_EVENTS, _STATEMENTS, _ACTORS = 8, 5, 6


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, q: str = "", number: PieceNumber = 1) -> Response:
    """Pages with the words found marked; the events told on them and what was said so first."""
    ledger = ledger_of(request)
    wanted = asked(q, lambda name: canonical(ledger, name))
    if wanted.filters:
        return RedirectResponse(wanted.address(), status_code=303)
    words = wanted.words
    hits = ledger.search(words, number=number, size=_SIZE) if words else None
    events, many = ledger.events_with(words, _EVENTS) if words else ((), 0)
    said = ledger.said_with(words, _STATEMENTS) if words and number == 1 else ()
    actors = ledger.named(words, _ACTORS) if words else ()
    return render(
        request,
        "search.html",
        words=words,
        hits=hits,
        events=events,
        many=many,
        actors=actors,
        said=said,
        filters=box_filters(),
    )


@router.get("/pages", response_class=HTMLResponse)
def pages(request: Request, who: str = "", number: PieceNumber = 1) -> Response:
    """Every page that was taken in, newest first; ``who``: only those that name an actor."""
    listing = ledger_of(request).pages(who=who or None, number=number, size=50)
    query = urlencode({"who": who}) if who else ""
    return render(request, "pages.html", listing=listing, who=who, query=query)
