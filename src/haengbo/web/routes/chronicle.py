"""``/``: the chronicle with its density strip and filters; ``/months``: the strip as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from haengbo.ledger import Ledger, saved
from haengbo.ledger.views import EventFilter, MonthCount, ReportView
from haengbo.web.chains import telling, whole_way
from haengbo.web.chapters import (
    Chapter,
    chronicle_of,
    drawn,
    exact_day,
    month_counts,
    nearest,
    only_month,
    window_of,
)
from haengbo.web.charts.days import DayStrip, day_strip
from haengbo.web.charts.density import (
    CROWDED,
    Strip,
    density_strip,
    framed,
    height_of,
    months_shown,
    strip_picture,
)
from haengbo.web.dates import month_title, months_between
from haengbo.web.downloads import csv_answer, picture_answer
from haengbo.web.labels import codes, label
from haengbo.web.language import translator
from haengbo.web.nearer import days_of, wider
from haengbo.web.people import person
from haengbo.web.query import Address, event_filter
from haengbo.web.routes.visiting import changes_since
from haengbo.web.site import ledger_of, preferences, render
from haengbo.web.visits import last_visit, note_visit

router = APIRouter()

#: Class, months at most, and least width of the plot for each of its two drawings.
PLOTS = (("at-wide", 60, 660.0), ("at-narrow", 12, 190.0))
_PICTURE_WIDTH = 1344.0
_MONTH = len("2024-07")


def crowded_cells(density: Sequence[MonthCount]) -> dict[tuple[str, str], int]:
    """Month and lane → number of ticks, where there are too many to draw one by one."""
    exact: Counter[tuple[str, str]] = Counter()
    for cell in density:
        exact[cell.month, cell.channel or "third"] += cell.exact
    return {cell: number for cell, number in exact.items() if number > CROWDED}


def drawn_singly(
    density: Sequence[MonthCount], crowded: Container[tuple[str, str]], shown: Sequence[str]
) -> list[tuple[str, str]]:
    """First and last months of the stretches in which some lane has single ticks."""
    single = {
        cell.month
        for cell in density
        if cell.exact and (cell.month, cell.channel or "third") not in crowded
    }
    grouped = groupby(shown, key=lambda month: month in single)
    stretches = [list(months) for inside, months in grouped if inside]
    return [(months[0], months[-1]) for months in stretches]


def strip_of(
    ledger: Ledger,
    chosen: EventFilter,
    density: Sequence[MonthCount],
    made: Sequence[Chapter],
    address: Address,
    lang: str,
) -> Strip | None:
    """What the density strip is drawn from; ``None`` when nothing has a date."""
    window = window_of(density)
    if window is None:
        return None
    _ = translator(lang)
    focus, crowded = only_month(chosen), crowded_cells(density)
    shown = months_shown(*window, focus, PLOTS[0][1])
    around = replace(chosen, since=None, until=None) if focus else chosen
    ticks = [
        tick
        for months in drawn_singly(density, crowded, shown)
        for tick in drawn(ledger.ticks(around, months))
        if (tick.day.isoformat()[:_MONTH], tick.channel) not in crowded
    ]
    return Strip(
        ticks=ticks,
        crowded=crowded,
        counts=month_counts(density),
        channels=codes("channel"),
        first=window[0],
        last=window[1],
        open_months=frozenset(c.month for c in made if c.open and c.month),
        link=lambda month: address.having(from_=month, to=month),
        said=lambda month, n: _(
            "%(month)s, 사건 %(n)s", month=" ".join(month_title(month, lang)), n=n
        ),
        title=_("달과 통로별 사건 수"),
        focus=focus,
    )


def plots_of(strip: Strip | None, days: DayStrip | None) -> list[Markup]:
    """The drawings for both widths; none where there is nothing to draw."""
    if days and days.ticks:
        return [
            day_strip(days, class_=class_, narrowest=narrowest) for class_, _, narrowest in PLOTS
        ]
    if strip is None:
        return []
    return [
        density_strip(strip, class_=class_, most_months=most, narrowest=narrowest)
        for class_, most, narrowest in PLOTS
    ]


def lanes_of(density: Sequence[MonthCount]) -> list[tuple[str, int]]:
    """Channels in their fixed order with the number of dated events; zero is kept."""
    counts: Counter[str] = Counter()
    for cell in density:
        counts[cell.channel or "none"] += cell.count
    return [(channel, counts[channel]) for channel in codes("channel")]


def evidence_of(ledger: Ledger, made: Sequence[Chapter]) -> dict[str, list[ReportView]]:
    """Event → the few reports shown under it, for all entries that are set in full."""
    lines = {line.id: line for chapter in made for line in chapter.lines}
    found = ledger.reports(list(lines))
    return {key: telling(found[key], line.page.name) for key, line in lines.items()}


@router.get("/", response_class=HTMLResponse)
def chronicle(request: Request) -> Response:
    """The chronicle, narrowed by the address."""
    ledger, chosen = ledger_of(request), event_filter(request)
    lang = preferences(request).lang
    address = Address(request)
    undated = request.query_params.get("undated") == "1"
    made = chronicle_of(ledger, chosen, translator(lang)("이 달의 사건 날짜"), undated=undated)
    days = days_of(ledger, chosen, address, lang)
    strip = None if days else strip_of(ledger, chosen, made.around, made.chapters, address, lang)
    with ledger.reading() as session:
        views = saved.views(session, person(request))
    page = render(
        request,
        "chronicle.html",
        made=made,
        plots=plots_of(strip, days),
        by_days=days is not None,
        wider=wider(chosen),
        lanes=[(c, days.totals[c]) for c in days.channels] if days else lanes_of(made.around),
        facets=ledger.facets(chosen),
        pages=ledger.extent()[0],
        copies=ledger.extent()[1],
        exact_day=exact_day,
        evidence=evidence_of(ledger, made.chapters),
        whole_way=whole_way,
        window=window_of(made.density),
        nearest=(None, None) if made.total else nearest(ledger, chosen),
        address=address,
        chosen=chosen,
        views=views,
        view_query=urlencode(address.chosen),
        since=None if address.chosen else changes_since(request, last_visit(request)),
    )
    note_visit(request, page)
    return page


def table_of(counts: Sequence[MonthCount]) -> list[tuple[str, dict[str, int]]]:
    """Every month from the first to the last with its events by channel; zero rows are kept.

    A year stands before its months with the events of which no more is known.
    """
    known = list(month_counts(counts))
    rows: dict[str, dict[str, int]] = {
        month: {} for month in (months_between(known[0], known[-1]) if known else ())
    }
    rows |= {cell.month: {} for cell in counts if cell.month not in rows}
    for cell in counts:
        channel = cell.channel or "none"
        rows[cell.month][channel] = rows[cell.month].get(channel, 0) + cell.count
    return sorted(rows.items())


@router.get("/months", response_class=HTMLResponse)
def months(request: Request) -> Response:
    """The density strip as a table: months down, channels across."""
    ledger, chosen = ledger_of(request), event_filter(request)
    density = ledger.density(chosen)
    window, rows = window_of(density), table_of(density)
    sums: Counter[str] = Counter()
    for _month, cells in rows:
        sums.update(cells)
    channels = [*codes("channel"), *(["none"] if sums["none"] else [])]
    return render(
        request,
        "months.html",
        # Zero rows are kept, but not those between today and a war of long ago
        rows=[row for row in reversed(rows) if row[1] or (window and row[0] >= window[0])],
        sums=sums,
        channels=channels,
        address=Address(request),
        chosen=chosen,
    )


@router.get("/months.csv")
def months_csv(request: Request) -> Response:
    """The same as a file."""
    rows = table_of(ledger_of(request).density(event_filter(request)))
    channels = [*codes("channel"), "none"]
    return csv_answer(
        "months",
        ("month", *channels, "all"),
        (
            (month, *(cells.get(c, 0) for c in channels), sum(cells.values()))
            for month, cells in rows
        ),
    )


@router.get("/months.svg")
@router.get("/months.png")
def months_svg(request: Request) -> Response:
    """The density strip as a drawing with its names."""
    lang = preferences(request).lang
    ledger, chosen = ledger_of(request), event_filter(request)
    days = days_of(ledger, chosen, Address(request), lang)
    if days:
        plot = day_strip(days, class_="", narrowest=_PICTURE_WIDTH)
        lanes = [(c, label("channel", c, lang), days.totals[c]) for c in days.channels]
        svg = framed(plot, lanes, days.title, _PICTURE_WIDTH)
        return picture_answer(request, "days", svg, _PICTURE_WIDTH, height_of(len(lanes)))
    strip = strip_of(ledger, chosen, ledger.density(chosen), (), Address(request), lang)
    if strip is None:
        return picture_answer(request, "months", Markup(), 10, 10)
    svg = strip_picture(strip, lambda code: label("channel", code, lang), _PICTURE_WIDTH)
    return picture_answer(request, "months", svg, _PICTURE_WIDTH, height_of(len(strip.channels)))
