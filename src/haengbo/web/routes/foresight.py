"""``/expectation/ID``: decide one with proposed evidence; its calendar, and who was right."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.analysis.expectations import Key, due, records
from haengbo.export.icalendar import due_calendar
from haengbo.web.downloads import csv_answer
from haengbo.web.foresight import OUTCOMES, calendar, judged_today, question_of
from haengbo.web.routes.decisions import done_by
from haengbo.web.site import ledger_of, render

router = APIRouter()


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()


@router.get("/expectation/{key}", response_class=HTMLResponse)
def one(request: Request, key: str) -> Response:
    """One expectation: what it says, what may have decided it, what was decided."""
    found = question_of(ledger_of(request), key, _today())
    if found is None:
        raise HTTPException(404)
    return render(
        request,
        "expectation.html",
        question=found,
        item=found.item,
        outcomes=OUTCOMES,
        done=done_by(request),
    )


@router.get("/expectations/calendar", response_class=HTMLResponse)
def by_month(request: Request) -> Response:
    """Months with what falls due in them."""
    every = judged_today(ledger_of(request), _today())
    today = _today().isoformat()
    return render(request, "expectations_calendar.html", years=calendar(every), today=today)


@router.get("/expectations/due.ics")
def as_calendar(request: Request) -> Response:
    """What is still ahead, as a calendar to subscribe to."""
    found = due(judged_today(ledger_of(request), _today()))
    data = b"".join(due_calendar(found, _today().isoformat()))
    headers = {"Content-Disposition": 'attachment; filename="haengbo-due.ics"'}
    return Response(data, media_type="text/calendar; charset=utf-8", headers=headers)


def _key(request: Request) -> Key:
    given = request.query_params.get("by", "")
    return Key(given) if given in list(Key) else Key.FORECASTER


@router.get("/expectations/records", response_class=HTMLResponse)
def who_was_right(request: Request) -> Response:
    """By forecaster, institute or hedge: every case, and shares where there are enough."""
    key = _key(request)
    every = judged_today(ledger_of(request), _today())
    return render(request, "expectations_records.html", records=records(every, key), by=key.value)


@router.get("/expectations/records.csv")
def records_csv(request: Request) -> Response:
    """The same as a table."""
    found = records(judged_today(ledger_of(request), _today()), _key(request))
    head = ("key", "cases", "decided", "met", "partly", "not_met", "share", "low", "high", "brier")
    rows = (
        (
            *(r.key, r.n, r.decided),
            *(
                sum(1 for c in r.cases if c.outcome.value == o)
                for o in ("met", "partly", "not-met")
            ),
            # Below five decided cases there is no share
            *((None, None, None) if r.few else (r.share, r.low, r.high)),
            None if r.few_briers else r.brier,
        )
        for r in found
    )
    return csv_answer("records", head, rows)
