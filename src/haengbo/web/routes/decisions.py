"""``POST /decide/KIND``: what a person decides; ``/decisions``: all that was decided."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from haengbo.errors import UsageError
from haengbo.ledger.views import DecisionView
from haengbo.web.deciding import KINDS, decide, text_of
from haengbo.web.downloads import csv_answer, json_answer
from haengbo.web.guard import inside, posted
from haengbo.web.people import by
from haengbo.web.query import PieceNumber, whole
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 50
_COLUMNS = ("number", "made", "who", "kind", "event", "before", "after", "why", "undone", "undoes")


@router.post("/decide/{kind}")
async def write_down(
    request: Request, kind: str, form: Annotated[FormData, Depends(posted)]
) -> Response:
    """Write a decision, then lead back to where it was made."""
    if kind not in KINDS:
        raise HTTPException(404)
    ledger, person = ledger_of(request), by(request, text_of(form, "why"))
    back = inside(form.get("back"))
    try:
        number = await run_in_threadpool(decide, ledger, kind, form, person)
    except UsageError as error:
        return render(request, "refused.html", status=422, reason=str(error), back=back)
    return RedirectResponse(with_done(back, number), status_code=303)


def with_done(address: str, number: int) -> str:
    """The address to lead back to, saying which decision was written.

    Example:
        ``/event/e1?done=12#decisions``.
    """
    parts = urlsplit(address)
    kept = "&".join(p for p in parts.query.split("&") if p and not p.startswith("done="))
    said = urlencode({"done": number})
    return urlunsplit(("", "", parts.path, f"{kept}&{said}" if kept else said, parts.fragment))


def done_by(request: Request) -> DecisionView | None:
    """The decision that the address says was just written."""
    number = whole(request.query_params.get("done", ""))
    if number is None:
        return None
    found = (d for d in ledger_of(request).decisions() if d.id == number)
    return next(found, None)


@router.get("/decisions", response_class=HTMLResponse)
def history(request: Request, who: str = "", number: PieceNumber = 1) -> Response:
    """Every decision, newest first."""
    every = ledger_of(request).decisions()
    found = [d for d in every if not who or d.who == who]
    shown = found[(number - 1) * _SIZE : number * _SIZE]
    return render(
        request,
        "decisions.html",
        shown=shown,
        total=len(found),
        people=sorted({d.who for d in every}),
        who=who,
        number=number,
        last=max(1, -(-len(found) // _SIZE)),
        done=done_by(request),
    )


def _cells(view: DecisionView) -> tuple[object, ...]:
    return (
        *(view.id, view.made, view.who, view.kind, view.event, view.before, view.after),
        *(view.why, int(view.undone), view.undoes),
    )


@router.get("/decisions.csv")
def history_csv(request: Request) -> Response:
    """The same as a table."""
    return csv_answer("decisions", _COLUMNS, map(_cells, ledger_of(request).decisions()))


@router.get("/decisions.json")
def history_json(request: Request) -> Response:
    """The same as JSON."""
    rows = (dict(zip(_COLUMNS, _cells(d), strict=True)) for d in ledger_of(request).decisions())
    return json_answer(list(rows))
