"""``/expectations``: forecasts, plans and pledges by the day they fall due; past ones marked."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from haengbo.ledger import Ledger
from haengbo.ledger.views import ExpectationLine
from haengbo.web.charts.horizon import (
    FILE_WIDTH,
    Horizon,
    axis,
    horizon_bar,
    horizon_file,
)
from haengbo.web.dates import days_in, parse_day
from haengbo.web.downloads import csv_answer, json_answer, picture_answer
from haengbo.web.labels import codes
from haengbo.web.language import translator
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
_SIZE = 200
#: Rows of the drawing that is taken away.
MOST_DRAWN = 200
_COLUMNS = ("id", "kind", "by", "to", "said", "horizon", "due", "past", "hedge", "text", "page")


@dataclass(frozen=True, slots=True)
class Due:
    """An expectation with what time has made of it.

    Attributes:
        line: As the ledger has it.
        said: Day of the page.
        due: Day by which it falls due, or ``None``.
        days: From ``today`` until then; negative when past.
        bar: Its time as a picture.
        span: What the picture is drawn from.
    """

    line: ExpectationLine
    said: dt.date | None
    due: dt.date | None
    days: int | None
    bar: Markup
    span: Horizon

    @property
    def past(self) -> bool:
        """Whether its time has passed."""
        return self.days is not None and self.days < 0


def all_expectations(ledger: Ledger, kinds: tuple[str, ...]) -> Iterator[ExpectationLine]:
    """Every expectation of these kinds, those due soonest first."""
    number = 1
    while True:
        listing = ledger.expectations(kinds=kinds, number=number, size=_SIZE)
        yield from listing.items
        if number >= listing.pages:
            return
        number += 1


def _wanted(request: Request) -> list[ExpectationLine]:
    kinds = tuple(k for k in request.query_params.getlist("kind") if k in codes("expectation"))
    who = request.query_params.get("who")
    found = all_expectations(ledger_of(request), kinds)
    return [line for line in found if not who or line.expectation.by == who]


def begin_of(horizon: str | None) -> dt.date | None:
    """First day of an EDTF horizon: of ``2025`` the first of January."""
    first = (horizon or "").split("/")[0].strip("~?%.")
    padded = (first + "-01-01")[:10] if first else ""
    return parse_day(padded)


def end_of(due: str | None) -> dt.date | None:
    """Last day of an EDTF horizon as the ledger sorts it."""
    text = (due or "").strip("~?%")
    if len(text) == len("2025-06"):
        text += f"-{days_in(text):02d}"
    return parse_day(text)


def judged(lines: Sequence[ExpectationLine], today: dt.date) -> list[Due]:
    """The expectations beside today."""
    saids = [parse_day(line.page.day) for line in lines]
    dues = [end_of(line.due) for line in lines]
    days = [day for day in (*saids, *dues, today) if day is not None]
    first, last = dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)
    rows = []
    for line, said, due in zip(lines, saids, dues, strict=True):
        span = Horizon(said, begin_of(line.expectation.horizon), due)
        left = (due - today).days if due else None
        rows.append(Due(line, said, due, left, horizon_bar(span, first, last, today), span))
    return rows


def groups_of(
    rows: Sequence[Due], today: dt.date, decided: Container[str] = ()
) -> list[tuple[str, list[Due]]]:
    """What is past and waits, latest first; what is ahead; what has no time; what was decided."""
    ahead = [row for row in rows if row.days is not None and not row.past]
    groups = [
        (
            "past",
            sorted(
                (row for row in rows if row.past and row.line.id not in decided),
                key=lambda r: -(r.days or 0),
            ),
        ),
        ("this-year", [row for row in ahead if row.due and row.due.year == today.year]),
        ("later", [row for row in ahead if row.due and row.due.year > today.year]),
        ("open", [row for row in rows if row.due is None]),
        ("decided", [row for row in rows if row.past and row.line.id in decided]),
    ]
    return [(name, inside) for name, inside in groups if inside]


@router.get("/expectations", response_class=HTMLResponse)
def expectations(request: Request) -> Response:
    """The due list."""
    today = dt.datetime.now(tz=dt.UTC).date()
    lines = _wanted(request)
    rows = judged(lines, today)
    days = [day for row in rows for day in (row.said, row.due, today) if day is not None]
    span = (min(days).year, max(days).year) if days else (today.year, today.year)
    return render(
        request,
        "expectations.html",
        rows=rows,
        groups=groups_of(rows, today, ledger_of(request).outcomes()),
        axis=axis(
            *(dt.date(span[0], 1, 1), dt.date(span[1], 12, 31), today),
            translator(preferences(request).lang)("오늘"),
        ),
        kinds=Counter(row.line.expectation.kind.value for row in rows),
        voices=Counter(row.line.expectation.by for row in rows).most_common(12),
        kind=request.query_params.get("kind"),
        who=request.query_params.get("who"),
        today=today,
        query=str(request.url.query),
        lang=preferences(request).lang,
        decided={k: d.outcome.value for k, d in ledger_of(request).outcomes().items()},
    )


def _record(line: ExpectationLine, today: dt.date) -> dict[str, object]:
    e, due = line.expectation, end_of(line.due)
    past = due is not None and due < today
    values = (
        *(line.id, e.kind.value, e.by, e.to, line.page.day, e.horizon, line.due, past),
        *(e.hedge, line.text, line.page.name),
    )
    return dict(zip(_COLUMNS, values, strict=True))


@router.get("/expectations.json")
def expectations_json(request: Request) -> Response:
    """The list as JSON."""
    today = dt.datetime.now(tz=dt.UTC).date()
    return json_answer([_record(line, today) for line in _wanted(request)])


@router.get("/expectations.csv")
def expectations_csv(request: Request) -> Response:
    """The list as a table."""
    today = dt.datetime.now(tz=dt.UTC).date()
    rows = (tuple(_record(line, today).values()) for line in _wanted(request))
    return csv_answer("expectations", _COLUMNS, rows)


@router.get("/expectations.svg")
@router.get("/expectations.png")
def expectations_picture(request: Request) -> Response:
    """The list with its bars as a file, in the order of the page."""
    today = dt.datetime.now(tz=dt.UTC).date()
    rows = judged(_wanted(request), today)
    groups = groups_of(rows, today, ledger_of(request).outcomes())
    drawn = [(row.line.text, row.span) for _, inside in groups for row in inside][:MOST_DRAWN]
    svg, height = horizon_file(drawn, today)
    return picture_answer(request, "expectations", svg, FILE_WIDTH, height)
