"""``/since``: what changed since the last visit; ``/views``: saved views; ``/tour/N``: the tour."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from haengbo.errors import UsageError
from haengbo.ledger import news, saved
from haengbo.web.deciding import text_of
from haengbo.web.guard import posted
from haengbo.web.people import person
from haengbo.web.query import MANY, ONE
from haengbo.web.site import ledger_of, render
from haengbo.web.tour import address_of
from haengbo.web.visits import last_visit

router = APIRouter()
Posted = Annotated[FormData, Depends(posted)]


def changes_since(request: Request, moment: datetime | None) -> news.Since | None:
    """What changed since a moment; ``None`` where there is none, or nothing changed."""
    if moment is None:
        return None
    text = moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    with ledger_of(request).reading() as session:
        found = news.since(session, text)
    return None if found.nothing else found


@router.get("/since", response_class=HTMLResponse)
def since(request: Request, at: str = "") -> Response:
    """Everything that changed since the last visit, or since a time in the address."""
    moment = moment_asked(request, at)
    return render(request, "since.html", since=changes_since(request, moment), moment=moment)


def moment_asked(request: Request, at: str) -> datetime | None:
    """The time in an address; the last visit where there is none, or it is none."""
    try:
        given = datetime.fromisoformat(at) if at else None
    except ValueError:
        given = None
    return given.replace(tzinfo=given.tzinfo or UTC) if given else last_visit(request)


def kept(query: str) -> str:
    """The choices of an address that a saved view keeps."""
    return urlencode([(k, v) for k, v in parse_qsl(query) if k in MANY + ONE and v])


@router.post("/views")
def save(request: Request, form: Posted) -> Response:
    """Save the present view of the chronicle under a name, or forget one."""
    who, query = person(request), kept(text_of(form, "query"))
    try:
        with ledger_of(request).writing() as session:
            if text_of(form, "forget"):
                saved.forget_view(session, who, text_of(form, "forget"))
            else:
                saved.save_view(session, who, text_of(form, "name"), query)
    except UsageError as error:
        return render(request, "refused.html", status=422, reason=str(error), back="/")
    return RedirectResponse(f"/?{query}" if query else "/", status_code=303)


@router.get("/tour/{number}")
def tour(request: Request, number: int) -> Response:
    """A stop of the tour."""
    address = address_of(ledger_of(request), number)
    return RedirectResponse(f"{address}?tour={number}", status_code=303)
