"""``/network``: who appears with whom, year by year; who stands between the others."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.analysis.networks import (
    Network,
    Standing,
    Tie,
    Window,
    companions,
    network,
    over_time,
    standings,
)
from haengbo.ledger.views import EventFilter
from haengbo.web.charts.network import arcs, arcs_file
from haengbo.web.downloads import csv_answer, svg_answer
from haengbo.web.labels import codes
from haengbo.web.language import translator
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: Names that the drawing shows.
MOST_NAMES = 26
_PICTURE_WIDTH = 820.0


@dataclass(frozen=True, slots=True)
class Shown:
    """The network of an address.

    Attributes:
        windows: Every year (or month) with a dated event.
        at: The one shown, or empty for all.
        found: The network.
        names: Those drawn: most ties first, then grouped by state.
        kind: Kind of actors, or empty for all.
        months: Whether time goes by months.
    """

    windows: tuple[Window, ...]
    at: str
    found: Network
    names: tuple[str, ...]
    kind: str
    months: bool

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Heaviest first."""
        return tuple(sorted(self.found.ties, key=lambda t: (-t.weight, t.first, t.second)))

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Who stands between the others."""
        return standings(self.found)


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


def _shown(request: Request) -> Shown:
    get = request.query_params.get
    kind = get("kind", "person")
    kind = kind if kind in codes("kind") else ""
    months = get("by") == "month"
    lines = list(ledger_of(request).all_events(EventFilter(statuses=("occurred",))))
    windows = over_time(lines, (kind,) if kind else (), months=months)
    at = get("at", "")
    chosen = next((w for w in windows if w.label == at), None)
    found = chosen.network if chosen else network(lines, (kind,) if kind else ())
    return Shown(windows, chosen.label if chosen else "", found, drawn(found), kind, months)


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


@router.get("/network.svg")
def as_picture(request: Request) -> Response:
    """The drawing as a file."""
    shown = _shown(request)
    svg, height = arcs_file(shown.names, shown.found.ties, _PICTURE_WIDTH)
    return svg_answer("network", svg, _PICTURE_WIDTH, max(height, 10))
