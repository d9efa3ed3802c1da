"""``/statements``: who said what, in order, narrowed by the address."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.ledger.views import StatementFilter
from haengbo.web.query import first_day, last_day
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 50


@router.get("/statements", response_class=HTMLResponse)
def statements(request: Request, number: Annotated[int, Query(ge=1, alias="page")] = 1) -> Response:
    """Statements, newest first."""
    get = request.query_params.get
    chosen = StatementFilter(
        who=tuple(w for w in request.query_params.getlist("who") if w),
        forms=tuple(request.query_params.getlist("form")),
        since=first_day(get("from")),
        until=last_day(get("to")),
        text=get("q") or None,
        toward=get("toward") or None,
    )
    listing = ledger_of(request).statements(chosen, number=number, size=_SIZE)
    return render(request, "statements.html", listing=listing, chosen=chosen)
