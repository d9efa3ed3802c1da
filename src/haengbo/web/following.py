"""Two questions in the words of the search box → the dated events that answer them.

Only what happened on a known day counts, unless a status is asked for; the same as
``haengbo sequels``.
"""

from __future__ import annotations

from collections.abc import Callable

from haengbo.analysis.sequels import Dated
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.box import asked
from haengbo.web.chapters import exact_day
from haengbo.web.query import checked_day, first_day, last_day


def filter_of(text: str, canonical: Callable[[str], str] = str) -> EventFilter:
    """What ``who:쇼이구 mode:visit`` asks for."""
    said = asked(text, canonical)

    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in said.filters if key == name)

    return EventFilter(
        who=values("who"),
        types=values("type"),
        modes=values("mode"),
        channels=values("channel"),
        statuses=values("status") or ("occurred",),
        since=checked_day(first_day, next(iter(values("from")), None)),
        until=checked_day(last_day, next(iter(values("to")), None)),
        place=next(iter(values("place")), None),
        text=said.words or None,
        tags=values("tag"),
    )


def dated(ledger: Ledger, wanted: EventFilter, lang: str = "ko") -> list[Dated]:
    """The events of a filter whose day is known, in order."""
    lines = list(ledger.all_events(wanted))
    reports = ledger.reports([line.id for line in lines])
    found = [
        Dated(
            day,
            line.id,
            line.event.label_ko if lang == "ko" else line.event.label_en,
            tuple(sorted({report.page.name for report in reports[line.id]})),
            line.event.sentence,
        )
        for line in lines
        if (day := exact_day(line.event.date)) is not None
    ]
    return sorted(found, key=lambda d: (d.day, d.event))
