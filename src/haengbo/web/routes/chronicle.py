"""``/``: the chronicle. Months are chapters; the newest that fit are open, the rest one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter, EventLine
from haengbo.web.charts.density import Strip, Tick, density_strip, month_ruler
from haengbo.web.dates import parse_day
from haengbo.web.labels import codes, label
from haengbo.web.language import translator
from haengbo.web.query import Address, event_filter
from haengbo.web.site import ledger_of, preferences, render

router = APIRouter()

#: Entries that are set in full before further chapters are folded.
OPEN_ENTRIES = 40
#: Events that the strip and the folds are counted from.
MOST = 5000
#: Widths at which the strip is drawn, with the class that shows each.
WIDTHS = ((1344.0, "at-wide"), (920.0, "at-mid"), (350.0, "at-narrow"))
NARROW_MONTHS = 12
#: Share of the oldest events that the strip may leave out.
RECALLED = 0.03


@dataclass(frozen=True, slots=True)
class Chapter:
    """A month of the chronicle.

    Attributes:
        month: ``YYYY-MM``, or ``None`` for events without a day or month.
        lines: Its events in the order asked for.
        open: Whether it is set in full.
        ruler: Its days with ticks, for an open one.
    """

    month: str | None
    lines: tuple[EventLine, ...]
    open: bool
    ruler: Markup

    @property
    def pages(self) -> int:
        """보도: distinct reporting pages."""
        return len({p for line in self.lines for o in line.event.origins for p in o.pages})

    @property
    def origins(self) -> int:
        """원천: distinct origins."""
        return len({o.name for line in self.lines for o in line.event.origins})

    @property
    def voices(self) -> int:
        """목소리: distinct voices."""
        return len({v for line in self.lines for v in line.event.voices})


def month_of(line: EventLine) -> str | None:
    """The month an event is told in; of an interval its beginning."""
    day = line.day or ""
    return day[:7] if len(day) >= len("2024-11") and not day.startswith("..") else None


def exact_day(line: EventLine) -> dt.date | None:
    """The day an event happened or began, if its date says a day; a month has none."""
    first = (line.event.date or "").split("/")[0]
    return parse_day(first)


def ticks_of(lines: Sequence[EventLine]) -> list[Tick]:
    """The dated events as ticks; without a channel they stand in the lane of third parties."""
    ticks = []
    for line in lines:
        day = exact_day(line)
        if day is not None:
            channel = line.event.channel.value if line.event.channel else "third"
            ticks.append(Tick(day, channel, line.event.status.value))
    return ticks


def chapters(lines: Sequence[EventLine], title: str) -> list[Chapter]:
    """Months with their events; the first that hold ``OPEN_ENTRIES`` together are open."""
    made, shown = [], 0
    for month, group in groupby(lines, key=month_of):
        inside = tuple(group)
        is_open = shown < OPEN_ENTRIES
        ruler = month_ruler(month, ticks_of(inside), title) if month and is_open else Markup()
        made.append(Chapter(month, inside, is_open, ruler))
        shown += len(inside)
    return made


def window_of(lines: Sequence[EventLine]) -> tuple[str, str] | None:
    """First and last month of the strip; a few recalled events of long ago do not stretch it."""
    days = sorted(t.day for t in ticks_of(lines))
    if not days:
        return None
    return days[int(len(days) * RECALLED)].isoformat()[:7], days[-1].isoformat()[:7]


def strips(
    lines: Sequence[EventLine], made: Sequence[Chapter], address: Address, lang: str
) -> list[Markup]:
    """The density strip at its three widths; none when nothing has a day."""
    window = window_of(lines)
    if window is None:
        return []
    translate = translator(lang)
    strip = Strip(
        ticks=ticks_of(lines),
        channels=codes("channel"),
        name=lambda code: label("channel", code, lang),
        first=window[0],
        last=window[1],
        open_months=frozenset(c.month for c in made if c.open and c.month),
        link=lambda month: address.having(from_=month, to=month),
        title=translate("달과 통로별 사건 수"),
    )
    return [
        density_strip(
            strip, width, class_=class_, most_months=60 if class_ != "at-narrow" else NARROW_MONTHS
        )
        for width, class_ in WIDTHS
    ]


def found(ledger: Ledger, chosen: EventFilter) -> tuple[EventLine, ...]:
    """All events of a filter, for the strip and the chapters."""
    return ledger.events(chosen, number=1, size=MOST).items


@router.get("/", response_class=HTMLResponse)
def chronicle(request: Request) -> Response:
    """The chronicle, narrowed by the address."""
    ledger, chosen = ledger_of(request), event_filter(request)
    lang = preferences(request).lang
    lines = found(ledger, chosen)
    address = Address(request)
    made = chapters(lines, translator(lang)("이 달의 사건 날짜"))
    return render(
        request,
        "chronicle.html",
        chapters=made,
        lines=lines,
        strips=strips(lines, made, address, lang),
        facets=ledger.facets(chosen),
        totals=ledger.totals(),
        exact_day=exact_day,
        window=window_of(lines),
        address=address,
        chosen=chosen,
    )
