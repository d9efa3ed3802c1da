"""``/statements``: who said what, in order, narrowed by the address; the same as CSV and JSON."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.export.records import statement_record, statement_records
from haengbo.ledger.views import StatementFilter
from haengbo.web.downloads import csv_answer, json_answer
from haengbo.web.query import PieceNumber, checked_day, first_day, last_day
from haengbo.web.site import ledger_of, render

router = APIRouter()
_SIZE = 50
_NAMES = ("who", "form", "from", "to", "q", "toward")
_COLUMNS = (
    *("statement", "date", "speaker", "form", "text", "addressee", "stance"),
    *("page", "outlet", "chain", "event"),
)


def statement_filter(request: Request) -> StatementFilter:
    """The filter that an address says."""
    get = request.query_params.get
    return StatementFilter(
        who=tuple(w for w in request.query_params.getlist("who") if w),
        forms=tuple(f for f in request.query_params.getlist("form") if f),
        since=checked_day(first_day, get("from")),
        until=checked_day(last_day, get("to")),
        text=get("q") or None,
        toward=get("toward") or None,
    )


def _query(request: Request) -> str:
    """The filter's part of the address, ready to be followed by another name."""
    items = [(k, v) for k, v in request.query_params.multi_items() if k in _NAMES and v]
    return urlencode(items)


@router.get("/statements", response_class=HTMLResponse)
def statements(request: Request, number: PieceNumber = 1) -> Response:
    """Statements, newest first."""
    chosen = statement_filter(request)
    listing = ledger_of(request).statements(chosen, number=number, size=_SIZE)
    return render(request, "statements.html", listing=listing, chosen=chosen, query=_query(request))


@router.get("/statements.json")
def statements_json(request: Request) -> Response:
    """The statements of the filter as the export has them."""
    return json_answer(list(statement_records(ledger_of(request), statement_filter(request))))


@router.get("/statements.csv")
def statements_csv(request: Request) -> Response:
    """The statements of the filter as a table."""
    lines = ledger_of(request).all_statements(statement_filter(request))
    return csv_answer("statements", _COLUMNS, (_cells(statement_record(x)) for x in lines))


def _cells(record: dict[str, object]) -> tuple[object, ...]:
    return tuple(_cell(record[name]) for name in _COLUMNS)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(
            f"{x['toward']} {x['polarity']}" if isinstance(x, dict) else str(x) for x in value
        )
    return value
