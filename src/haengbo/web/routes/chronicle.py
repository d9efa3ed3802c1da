"""``/``: the chronicle with its density strip and filters; ``/months``: the strip as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventTick, MonthCount, ReportView
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
from haengbo.web.charts.density import Strip, density_strip, height_of, strip_picture
from haengbo.web.dates import month_title, months_between
from haengbo.web.downloads import csv_answer, svg_answer
from haengbo.web.labels import codes, label
from haengbo.web.language import translator
from haengbo.web.query import Address, event_filter
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()

#: Class, months at most, and least width of the plot for each of its two drawings.
PLOTS = (("at-wide", 60, 660.0), ("at-narrow", 12, 190.0))
_PICTURE_WIDTH = 1344.0


def strip_of(
    ticks: Sequence[EventTick],
    made: Sequence[Chapter],
    address: Address,
    lang: str,
    focus: str | None = None,
) -> Strip | None:
    """What the density strip is drawn from; ``None`` when nothing has a date."""
    window = window_of(ticks)
    if window is None:
        return None
    _ = translator(lang)
    return Strip(
        ticks=drawn(ticks),
        counts=month_counts(ticks),
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


def lanes_of(ticks: Sequence[EventTick]) -> list[tuple[str, int]]:
    """Channels in their fixed order with the number of dated events; zero is kept."""
    counts = Counter(tick.channel or "none" for tick in ticks)
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
    strip = strip_of(made.around, made.chapters, address, lang, only_month(chosen))
    plots: list[Markup] = []
    if strip:
        plots = [
            density_strip(strip, class_=class_, most_months=most, narrowest=narrowest)
            for class_, most, narrowest in PLOTS
        ]
    return render(
        request,
        "chronicle.html",
        made=made,
        plots=plots,
        lanes=lanes_of(made.around),
        facets=ledger.facets(chosen),
        totals=ledger.totals(),
        exact_day=exact_day,
        evidence=evidence_of(ledger, made.chapters),
        whole_way=whole_way,
        window=window_of(made.ticks),
        nearest=(None, None) if made.total else nearest(ledger, chosen),
        address=address,
        chosen=chosen,
    )


def table_of(counts: Sequence[MonthCount]) -> list[tuple[str, dict[str, int]]]:
    """Every month from the first to the last with its events by channel; zero rows are kept."""
    if not counts:
        return []
    rows: dict[str, dict[str, int]] = {
        month: {} for month in months_between(counts[0].month, counts[-1].month)
    }
    for cell in counts:
        channel = cell.channel or "none"
        rows[cell.month][channel] = rows[cell.month].get(channel, 0) + cell.count
    return list(rows.items())


@router.get("/months", response_class=HTMLResponse)
def months(request: Request) -> Response:
    """The density strip as a table: months down, channels across."""
    ledger, chosen = ledger_of(request), event_filter(request)
    window = window_of(ledger.ticks(chosen))
    rows = table_of(ledger.density(chosen))
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
def months_svg(request: Request) -> Response:
    """The density strip as a drawing with its names."""
    lang = preferences(request).lang
    ticks = ledger_of(request).ticks(event_filter(request))
    strip = strip_of(ticks, (), Address(request), lang)
    if strip is None:
        return svg_answer("months", Markup(), 10, 10)
    svg = strip_picture(strip, lambda code: label("channel", code, lang), _PICTURE_WIDTH)
    return svg_answer("months", svg, _PICTURE_WIDTH, height_of(len(strip.channels)))
