"""``/network``: who appears with whom, year by year; who stands between the others."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.analysis.networks import (
    Network,
    Standing,
    Tie,
    companions,
    leading,
    network,
    standings,
)
from haengbo.ledger import Ledger, bulk
from haengbo.ledger.views import EventFilter
from haengbo.web.charts.network import arcs, arcs_file
from haengbo.web.downloads import csv_answer, picture_answer
from haengbo.web.keeping import kept
from haengbo.web.labels import codes
from haengbo.web.language import translator
from haengbo.web.query import first_day, last_day
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: Names that the drawing shows.
MOST_NAMES = 26
#: With more ties than these, ways are sought among so many who were at most events.
MANY_TIES, LEADING = 3_000, 120
_STATUSES = ("occurred",)
_PICTURE_WIDTH = 820.0


@dataclass(frozen=True, slots=True)
class Shown:
    """The network of an address.

    Attributes:
        times: Every year (or month) with a dated event.
        at: The one shown, or empty for all.
        found: The network.
        names: Those drawn: most ties first, then grouped by state.
        ties: Heaviest first.
        standings: Who stands between the others.
        among: Among how many ways were sought, if not among all.
    """

    times: tuple[str, ...]
    at: str
    found: Network
    names: tuple[str, ...]
    ties: tuple[Tie, ...]
    standings: tuple[Standing, ...]
    among: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: kind of actors (empty for all), by months or years, which one."""

    kind: str
    months: bool
    at: str


def drawn(found: Network) -> tuple[str, ...]:
    """The names with most events that are tied to somebody, those of one state together."""
    tied = {name for tie in found.ties for name in (tie.first, tie.second)}
    most = sorted((a for a in found.actors if a.name in tied), key=lambda a: (-a.events, a.name))[
        :MOST_NAMES
    ]
    weight: dict[str, int] = {}
    for actor in most:
        weight[actor.state or actor.name] = weight.get(actor.state or actor.name, 0) + actor.events
    most.sort(key=lambda a: (-weight[a.state or a.name], a.state or a.name, -a.events, a.name))
    return tuple(actor.name for actor in most)


def _asked(request: Request) -> Asked:
    get = request.query_params.get
    kind = get("kind", "person")
    return Asked(kind if kind in codes("kind") else "", get("by") == "month", get("at", ""))


def _shown(request: Request) -> Shown:
    asked = _asked(request)
    return kept(request, asked, lambda: shown_of(ledger_of(request), asked))


def shown_of(ledger: Ledger, asked: Asked) -> Shown:
    """The network that is asked for; of all times where there is none of that one."""
    length = len("2024-06") if asked.months else len("2024")
    density = ledger.density(EventFilter(statuses=_STATUSES))
    months = (cell.month for cell in density if len(cell.month) >= length)
    times = tuple(sorted({month[:length] for month in months}))
    at = asked.at if asked.at in times else ""
    days = (first_day(at) or "", last_day(at) or "")
    with ledger.reading() as session:
        met = bulk.gatherings(session, _STATUSES, *days)
        found = network(met, (asked.kind,) if asked.kind else ())
    large = len(found.ties) > MANY_TIES
    ties = tuple(sorted(found.ties, key=lambda t: (-t.weight, t.first, t.second)))
    between = standings(leading(found, LEADING) if large else found)
    return Shown(times, at, found, drawn(found), ties, between, LEADING if large else None)


@router.get("/network", response_class=HTMLResponse)
def show(request: Request) -> Response:
    """The drawing, the slider of years, the ties and who stands between."""
    shown = _shown(request)
    who = request.query_params.get("who", "")
    _ = translator(preferences(request).lang)
    title = _("누가 누구와 함께 나왔는지")
    return render(
        request,
        "network.html",
        shown=shown,
        asked=_asked(request),
        picture=arcs(shown.names, shown.found.ties, title, who),
        events={actor.name: actor.events for actor in shown.found.actors},
        who=who,
        own=companions(shown.found, who) if who else (),
        few=shown.found.few,
        query=str(request.url.query),
    )


@router.get("/network.csv")
def as_table(request: Request) -> Response:
    """Every tie with its events."""
    head = ("first", "second", "events", "first_day", "last_day", "ids")
    return csv_answer(
        "network",
        head,
        (
            (t.first, t.second, t.weight, t.first_day, t.last_day, " ".join(t.events))
            for t in _shown(request).ties
        ),
    )


@router.get("/network/between.csv")
def between_as_table(request: Request) -> Response:
    """Everybody with how far they stand between the others."""
    rows = (
        (s.actor.name, s.actor.state, s.actor.events, s.ties, f"{s.betweenness:.4f}")
        for s in _shown(request).standings
    )
    return csv_answer("between", ("name", "state", "events", "ties", "betweenness"), rows)


@router.get("/network.svg")
@router.get("/network.png")
def as_picture(request: Request) -> Response:
    """The drawing as a file."""
    shown = _shown(request)
    who = request.query_params.get("who", "")
    svg, height = arcs_file(shown.names, shown.found.ties, _PICTURE_WIDTH, who)
    return picture_answer(request, "network", svg, _PICTURE_WIDTH, max(height, 10))
