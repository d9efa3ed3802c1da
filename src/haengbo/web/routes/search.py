"""``/search?q=``: pages that hold the words, in South or North spelling; ``/pages``: all of them.

Filters in the box (``who:최선희``) lead to the chronicle, narrowed so.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.box import asked, box_filters
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 20
_EVENTS = 8


def canonical(ledger: Ledger, name: str) -> str:
    """The name under which the ledger knows somebody: by itself, by part, by the pack.

    Example:
        ``쇼이구`` is ``세르게이 쇼이구``; ``Choe Son Hui`` is ``최선희``.
    """
    here = [line.name for line in ledger.actors(text=name)]
    pack = gazetteer(load())
    english = {
        row.en.casefold(): row.name for row in pack.rows if isinstance(row, ActorRow) and row.en
    }
    # list_actors sorts by events, so the first of those here is the one most often meant
    near = [name] if name in here else [pack.canonical(name), english.get(name.casefold()), *here]
    return next((found for found in near if found), name)


@router.get("/search", response_class=HTMLResponse)
def search(
    request: Request, q: str = "", number: Annotated[int, Query(ge=1, alias="page")] = 1
) -> Response:
    """Pages with the words found marked; the events told on them first."""
    ledger = ledger_of(request)
    wanted = asked(q, lambda name: canonical(ledger, name))
    if wanted.filters:
        return RedirectResponse(wanted.address(), status_code=303)
    words = wanted.words
    hits = ledger.search(words, number=number, size=_SIZE) if words else None
    events = ledger.events(EventFilter(text=words), number=1, size=_EVENTS) if words else None
    actors = [line for line in ledger.actors(text=words, size=6) if words]
    return render(
        request,
        "search.html",
        words=words,
        hits=hits,
        events=events,
        actors=actors,
        filters=box_filters(),
    )


@router.get("/pages", response_class=HTMLResponse)
def pages(
    request: Request, who: str = "", number: Annotated[int, Query(ge=1, alias="page")] = 1
) -> Response:
    """Every page that was taken in, newest first; ``who``: only those that name an actor."""
    listing = ledger_of(request).pages(who=who or None, number=number, size=50)
    query = urlencode({"who": who}) if who else ""
    return render(request, "pages.html", listing=listing, who=who, query=query)
