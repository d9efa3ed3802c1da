"""``/sequels?a=&b=&days=``: after A, within so many days, B: how often, and how often by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from haengbo.analysis.sequels import WINDOWS, Dated, Sequel, sequel
from haengbo.web.charts.sequel import BARS_HEIGHT, HEIGHT, histogram, timeline
from haengbo.web.downloads import csv_answer, json_answer, picture_answer
from haengbo.web.following import dated, filter_of
from haengbo.web.language import translator
from haengbo.web.searching import canonical
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
DaysQuery = Annotated[int, Query(ge=1, le=3650)]
_PICTURE_WIDTH, _BARS_WIDTH = 1060.0, 560.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of an address with the events that it names, and the answer if there is one."""

    a: str
    b: str
    days: int
    first: list[Dated]
    second: list[Dated]
    answer: Sequel | None

    @property
    def query(self) -> str:
        """For the address of a file."""
        return urlencode({"a": self.a, "b": self.b, "days": self.days})


def _named(request: Request, text: str) -> list[Dated]:
    ledger = ledger_of(request)
    if not text.strip():
        return []
    wanted = filter_of(text, lambda name: canonical(ledger, name))
    return dated(ledger, wanted, preferences(request).lang)


def _question(request: Request, a: str, b: str, days: int) -> Asked:
    first, second = _named(request, a), _named(request, b)
    answer = sequel(first, second, days) if first and b.strip() else None
    return Asked(a, b, days, first, second, answer)


@router.get("/sequels", response_class=HTMLResponse)
def sequels(request: Request, a: str = "", b: str = "", days: DaysQuery = 90) -> Response:
    """The question, the answer in a sentence, and every case."""
    asked = _question(request, a, b, days)
    _ = translator(preferences(request).lang)
    answer = asked.answer
    line = timeline(answer, asked.second, _("앞일과 뒷일의 날짜")) if answer else Markup()
    bars = histogram(answer, _("아무 날에나 놓았을 때의 수"), _("실제")) if answer else Markup()
    return render(
        request, "sequels.html", asked=asked, answer=answer, line=line, bars=bars, windows=WINDOWS
    )


@router.get("/sequels/count.json")
def count(request: Request, q: str = "") -> Response:
    """How many events a question names, while it is typed."""
    return json_answer({"n": len(_named(request, q))})


@router.get("/sequels.csv")
def sequels_csv(request: Request, a: str = "", b: str = "", days: DaysQuery = 90) -> Response:
    """Every case with what followed."""
    answer = _question(request, a, b, days).answer
    rows = [
        (
            *(case.first.day, case.first.event, case.first.label),
            *(follower.day, follower.event, follower.label),
            (follower.day - case.first.day).days,
        )
        for case in (answer.cases if answer else ())
        for follower in case.followers
    ]
    rows_without = [
        (case.first.day, case.first.event, case.first.label, None, None, None, None)
        for case in (answer.cases if answer else ())
        if not case.followers
    ]
    head = ("first_day", "first", "first_label", "then_day", "then", "then_label", "days")
    return csv_answer("sequels", head, sorted([*rows, *rows_without], key=lambda r: (r[0], r[1])))


@router.get("/sequels.svg")
@router.get("/sequels.png")
def sequels_svg(request: Request, a: str = "", b: str = "", days: DaysQuery = 90) -> Response:
    """The line of time as a file."""
    asked = _question(request, a, b, days)
    svg = timeline(asked.answer, asked.second, "") if asked.answer else Markup()
    return picture_answer(request, "sequels", svg, _PICTURE_WIDTH, HEIGHT)


@router.get("/sequels/shuffles.svg")
@router.get("/sequels/shuffles.png")
def shuffles_svg(request: Request, a: str = "", b: str = "", days: DaysQuery = 90) -> Response:
    """What the shuffles gave, as a file."""
    asked = _question(request, a, b, days)
    _ = translator(preferences(request).lang)
    bars = histogram(asked.answer, "", _("실제")) if asked.answer else Markup()
    return picture_answer(request, "shuffles", bars, _BARS_WIDTH, BARS_HEIGHT)


@router.get("/sequels/shuffles.csv")
def shuffles_csv(request: Request, a: str = "", b: str = "", days: DaysQuery = 90) -> Response:
    """How often each number of followed cases came up in the shuffles."""
    answer = _question(request, a, b, days).answer
    rows = sorted(answer.chance) if answer else []
    head = ("followed", "shuffles", "observed")
    return csv_answer(
        "shuffles", head, ((k, n, int(k == answer.followed)) for k, n in rows if answer)
    )
