"""``/queue``: what waits for a person, one thing at a time, answered by single keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.ledger.lines import lines_by_id
from haengbo.ledger.tasks import Task
from haengbo.ledger.waiting import Asked
from haengbo.web.chains import telling
from haengbo.web.people import person
from haengbo.web.reviewing import KINDS, choices_of, last_by, queue_of
from haengbo.web.routes.decisions import done_by
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()


def _address(kind: str, task: Task | Asked | None = None) -> str:
    items = {"kind": kind} if kind in KINDS else {}
    items |= {"at": task.key} if task else {}
    return "/queue" + (f"?{urlencode(items)}" if items else "")


def _titles(request: Request, following: Sequence[Task]) -> dict[str, str]:
    """English titles of the events that come next, for whoever reads English."""
    if preferences(request).lang == "ko":
        return {}
    with ledger_of(request).reading() as session:
        found = lines_by_id(session, [task.key for task in following])
    return {key: line.event.label_en for key, line in found.items()}


@router.get("/queue", response_class=HTMLResponse)
def queue(request: Request, kind: str = "", at: str = "", after: str = "") -> Response:
    """The present question with its evidence, and what comes next."""
    ledger = ledger_of(request)
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    found = queue_of(ledger, today, kind, at, after)
    asked = found.present.key if found.present and found.present.kind != "decision" else None
    detail = ledger.event(asked) if asked else None
    following = found.after[0] if found.after else None
    made = [d for d in ledger.decisions() if d.made.startswith(today)]
    return render(
        request,
        "queue.html",
        queue=found,
        kinds=KINDS,
        kind=kind,
        detail=detail,
        reports=telling(detail.reports, detail.line.page.name, 4) if detail else (),
        choices=choices_of(detail) if detail else (),
        back=_address(kind, following),
        here_again=_address(kind, found.present),
        address=_address,
        upcoming=found.upcoming,
        titles=_titles(request, found.upcoming),
        last=last_by(ledger, person(request)),
        today=len(made),
        done=done_by(request),
    )
