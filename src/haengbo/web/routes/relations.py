"""``/dyad/A/B`` and ``/channel/CODE``: what passed between two sides, or along a standing line.

Each list of such a page is a file beside it; ``/dyad`` and ``/channel`` list the pages.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial
from urllib.parse import unquote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from haengbo.analysis.exchanges import Meeting, day_of
from haengbo.analysis.networks import Network, companions, network
from haengbo.knowledge import load
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger.actors import is_named
from haengbo.ledger.views import EventFilter, EventLine, StatementLine
from haengbo.model.reading import ActorKind
from haengbo.web.charts.band import Visit
from haengbo.web.charts.meetings import Lane, MeetingsBand, meetings_band
from haengbo.web.charts.network import arcs, arcs_file
from haengbo.web.downloads import csv_answer, picture_answer
from haengbo.web.keeping import kept
from haengbo.web.labels import codes, label
from haengbo.web.language import translator
from haengbo.web.marking import english_names
from haengbo.web.places import dyad_at
from haengbo.web.relations import (
    Relation,
    Subject,
    counterpart,
    pairs_of,
    relation_of,
)
from haengbo.web.routes.network import drawn
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()
#: Addresses of the two kinds of page.
DYAD, CHANNEL = "/dyad/{one}/{other}", "/channel/{code}"
_PICTURE_WIDTH = 1060.0
#: Class and least width of each drawing of the band, px.
_BANDS = (("at-wide", 640.0), ("at-narrow", 300.0))
#: Lanes of the counterparts with most meetings; the others stand in one.
_MOST_LANES = 7
#: Pairs of each kind that the list of pairs shows.
_MOST_PAIRS = 40
_EVENT_COLUMNS = ("event", "date", "status", "type", "mode", "channel", "place", "label", "reports")


def _subject(request: Request) -> Subject:
    """The pair or channel of an address; 404 for a channel that is none."""
    given = request.path_params
    if "code" in given:
        if given["code"] not in codes("channel"):
            raise HTTPException(404)
        return Subject(channel=given["code"])
    names = gazetteer(load())
    given = {key: unquote(name) for key, name in given.items()}
    one, other = (names.canonical(given[key]) or given[key] for key in ("one", "other"))
    if one == other:
        raise HTTPException(404)
    return Subject(sides=(one, other))


def _relation(request: Request) -> Relation:
    subject, today = _subject(request), dt.datetime.now(tz=dt.UTC).date()
    found = kept(request, (subject, today), lambda: relation_of(ledger_of(request), subject, today))
    known = found.events or found.planned or any(said.lines for said in found.said)
    if not known and subject.sides and not _both_known(request, subject):
        raise HTTPException(404)
    return found


def _both_known(request: Request, subject: Subject) -> bool:
    """Whether a page names each: two who never met have a page that says so."""
    with ledger_of(request).reading() as session:
        return all(is_named(session, side) for side in subject.sides)


def _band(found: Relation, lang: str) -> MeetingsBand | None:
    """Lanes by channel for a pair, by counterpart for a channel; ``None`` without a meeting."""
    _ = translator(lang)
    if not found.meetings:
        return None
    grouped: dict[str, list[Visit]] = {}
    states = {row.name for row in gazetteer(load()).rows if row.actor_kind is ActorKind.STATE}
    for meeting in found.meetings:
        event = meeting.line.event
        code = event.channel.value if event.channel else "none"
        key = code if found.subject.sides else counterpart(meeting.line, states) or ""
        grouped.setdefault(key, []).append(_visit(meeting, lang))
    if found.subject.sides:
        order = [code for code in (*codes("channel"), "none") if code in grouped]
        lanes = [Lane(label("channel", code, lang), grouped[code]) for code in order]
    else:
        lanes = _by_counterpart(grouped, lang)
    return MeetingsBand(lanes, _("만남"), lambda n: _("%(n)s일", n=n))


def _by_counterpart(grouped: dict[str, list[Visit]], lang: str) -> list[Lane]:
    _ = translator(lang)
    rest = grouped.pop("", [])
    order = sorted(grouped, key=lambda name: (-len(grouped[name]), name))
    for name in order[_MOST_LANES:]:
        rest += grouped[name]
    english = english_names() if lang != "ko" else {}
    lanes = [Lane(english.get(name, name), grouped[name]) for name in order[:_MOST_LANES]]
    rest.sort(key=lambda visit: visit.day)
    return [*lanes, Lane(_("여러 나라, 그 밖"), rest)] if rest else lanes


def _visit(meeting: Meeting, lang: str) -> Visit:
    event = meeting.line.event
    day = day_of(meeting.line) or dt.date.min
    said = event.label_ko if lang == "ko" else event.label_en
    return Visit(
        day, event.channel.value if event.channel else "third", event.status.value, f"{day} {said}"
    )


def _drawings(band: MeetingsBand | None) -> list[Markup]:
    if band is None:
        return []
    return [meetings_band(band, class_=css, narrowest=width)[0] for css, width in _BANDS]


def _network(request: Request, found: Relation) -> tuple[list[str], str, Network]:
    """Years with events, the one asked for or none, and who was together in it."""
    years = sorted({line.day[:4] for line in found.events if line.day})
    at = request.query_params.get("at", "")
    at = at if at in years else ""
    inside = [line for line in found.events if not at or (line.day or "")[:4] == at]
    return years, at, network(inside, ("person",))


def _shown(request: Request, template: str) -> Response:
    found, lang = _relation(request), preferences(request).lang
    _ = translator(lang)
    years, at, who = _network(request, found)
    names, given = drawn(who), request.query_params.get("who", "")
    return render(
        request,
        template,
        found=found,
        subject=found.subject,
        here_at=found.subject.path,
        bands=_drawings(_band(found, lang)),
        quads=codes("quad"),
        years=years,
        at=at,
        names=names,
        number={actor.name: actor.events for actor in who.actors},
        picture=arcs(names, who.ties, _("누가 누구와 함께 나왔는지"), given),
        ties=sorted(who.ties, key=lambda t: (-t.weight, t.first, t.second)),
        given=given,
        own=companions(who, given) if given else (),
    )


@router.get("/dyad", response_class=HTMLResponse)
def dyads(request: Request, one: str = "", other: str = "") -> Response:
    """Pairs with most events; two names lead to their page."""
    if one.strip() and other.strip():
        names = gazetteer(load())
        sides = [names.canonical(side.strip()) or side.strip() for side in (one, other)]
        return RedirectResponse(dyad_at(*sides), status_code=303)
    ledger = ledger_of(request)
    groups = [
        (kind, kept(request, ("pairs", kind), partial(pairs_of, ledger, kind)))
        for kind in ("state", "person")
    ]
    return render(request, "dyads.html", groups=groups, most=_MOST_PAIRS)


@router.get("/dyad.csv")
def dyads_csv(request: Request) -> Response:
    """Every pair of states and of people."""
    ledger = ledger_of(request)
    rows = (
        (kind, pair.one, pair.other, pair.events, pair.last_day)
        for kind in ("state", "person")
        for pair in pairs_of(ledger, kind)
    )
    return csv_answer("dyads", ("kind", "one", "other", "events", "last_day"), rows)


@router.get("/channel", response_class=HTMLResponse)
def channels(request: Request) -> Response:
    """The nine channels, with how much of each is in the ledger."""
    ledger = ledger_of(request)
    occurred = ledger.density(EventFilter(statuses=("occurred",)))
    planned = ledger.density(EventFilter(statuses=("planned",)))
    rows = []
    for code in codes("channel"):
        own = [cell for cell in occurred if cell.channel == code]
        months = sorted(cell.month for cell in own)
        ahead = sum(cell.count for cell in planned if cell.channel == code)
        ends = (months[0], months[-1]) if months else (None, None)
        rows.append((code, sum(cell.count for cell in own), *ends, ahead))
    return render(request, "channels.html", rows=rows)


@router.get("/channel.csv")
def channels_csv(request: Request) -> Response:
    """Every month of every channel."""
    cells = ledger_of(request).density(EventFilter())
    counted: Counter[tuple[str, str]] = Counter()
    for cell in cells:
        counted[cell.channel or "none", cell.month] += cell.count
    rows = ((code, month, n) for (code, month), n in sorted(counted.items()))
    return csv_answer("channels", ("channel", "month", "events"), rows)


@router.get(DYAD + "/meetings.csv")
@router.get(CHANNEL + "/meetings.csv")
def meetings_csv(request: Request) -> Response:
    """Every meeting with the days since the one before and the state it took place in."""
    head = (*_EVENT_COLUMNS, "host", "gap")
    rows = ((*_cells(m.line), m.host, m.gap) for m in _relation(request).meetings)
    return csv_answer("meetings", head, rows)


@router.get(DYAD + "/meetings.svg")
@router.get(DYAD + "/meetings.png")
@router.get(CHANNEL + "/meetings.svg")
@router.get(CHANNEL + "/meetings.png")
def meetings_picture(request: Request) -> Response:
    """The band as a file."""
    band = _band(_relation(request), preferences(request).lang)
    if band is None:
        raise HTTPException(404)
    svg, height = meetings_band(band, class_="", narrowest=_PICTURE_WIDTH)
    return picture_answer(request, "meetings", svg, _PICTURE_WIDTH, height)


@router.get(DYAD + "/events.csv")
@router.get(CHANNEL + "/events.csv")
def events_csv(request: Request) -> Response:
    """Everything that occurred or was announced."""
    found = _relation(request)
    return csv_answer("events", _EVENT_COLUMNS, map(_cells, (*found.events, *found.planned)))


def _cells(line: EventLine) -> tuple[object, ...]:
    e = line.event
    channel = e.channel.value if e.channel else None
    return (e.id, e.date, e.status.value, e.type, e.mode, channel, e.place, e.label_ko, line.pages)


@router.get(DYAD + "/months.csv")
@router.get(CHANNEL + "/months.csv")
def months_csv(request: Request) -> Response:
    """Occurred events by month and quad class, with their ids."""
    rows = ((q.month, q.quad, len(q.events), " ".join(q.events)) for q in _relation(request).quads)
    return csv_answer("months", ("month", "quad", "events", "ids"), rows)


@router.get(DYAD + "/statements.csv")
@router.get(CHANNEL + "/statements.csv")
def statements_csv(request: Request) -> Response:
    """What each said of the other, or what was said at the channel's events."""
    rows = (
        (said.who, said.toward, *_said_cells(line))
        for said in _relation(request).said
        for line in said.lines
    )
    head = ("side", "toward", "date", "speaker", "form", "stance", "text", "page", "event")
    return csv_answer("statements", head, rows)


def _said_cells(line: StatementLine) -> tuple[object, ...]:
    said = line.statement
    stance = "; ".join(f"{x.toward} {x.polarity}" for x in said.stance)
    return (
        *(line.day, "; ".join(said.speaker), said.form.value, stance),
        *(line.text, line.page.name, line.event),
    )


@router.get(DYAD + "/expectations.csv")
@router.get(CHANNEL + "/expectations.csv")
def expectations_csv(request: Request) -> Response:
    """Forecasts, plans and pledges of both, or of people of the channel."""
    rows = (
        (
            *(item.line.id, item.line.expectation.kind.value, item.line.expectation.by),
            *(item.line.due, item.outcome.value, item.line.text, item.line.page.name),
        )
        for item in _relation(request).expectations
    )
    head = ("expectation", "kind", "by", "due", "outcome", "text", "page")
    return csv_answer("expectations", head, rows)


@router.get(DYAD + "/network.csv")
@router.get(CHANNEL + "/network.csv")
def network_csv(request: Request) -> Response:
    """Who was together, of the year asked for or of all."""
    _years, _at, who = _network(request, _relation(request))
    rows = ((t.first, t.second, t.weight, t.first_day, t.last_day) for t in who.ties)
    return csv_answer("network", ("first", "second", "events", "first_day", "last_day"), rows)


@router.get(DYAD + "/network.svg")
@router.get(DYAD + "/network.png")
@router.get(CHANNEL + "/network.svg")
@router.get(CHANNEL + "/network.png")
def network_picture(request: Request) -> Response:
    """The drawing of who was together."""
    _years, _at, who = _network(request, _relation(request))
    svg, height = arcs_file(drawn(who), who.ties, _PICTURE_WIDTH)
    return picture_answer(request, "network", svg, _PICTURE_WIDTH, max(height, 10))


@router.get(DYAD, response_class=HTMLResponse)
@router.get(CHANNEL, response_class=HTMLResponse)
def show(request: Request) -> Response:
    """The page of a pair or channel."""
    return _shown(request, "relation.html")
