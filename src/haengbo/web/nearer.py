"""A filter's period → the days that the timeline shows one by one, and the period around it.

Three steps: all months, a month's days, a day. Invariant: a period of more than ``MOST_DAYS`` is
drawn by months.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.chapters import drawn, only_month
from haengbo.web.charts.days import DayStrip
from haengbo.web.dates import days_in, month_title, parse_day
from haengbo.web.edtf import date_words
from haengbo.web.labels import codes
from haengbo.web.language import translator
from haengbo.web.query import Address

MOST_DAYS = 62


def period_of(chosen: EventFilter) -> tuple[dt.date, dt.date] | None:
    """First and last day of a filter's period, if it has both and few days."""
    first, last = parse_day(chosen.since), parse_day(chosen.until)
    if first is None or last is None or not 0 <= (last - first).days < MOST_DAYS:
        return None
    return first, last


def shown_around(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The days drawn: the whole month of a period inside one, else the period itself."""
    if (first.year, first.month) != (last.year, last.month):
        return first, last
    return first.replace(day=1), first.replace(day=days_in(f"{first:%Y-%m}"))


def wider(chosen: EventFilter) -> tuple[str, str] | None:
    """The period one step around: a day's month, a month's year; ``None`` for longer ones.

    Example:
        Of 4 June 2025 it is ``2025-06``, of June 2025 ``2025``.
    """
    period = period_of(chosen)
    if period is None:
        return None
    first, last = period
    if only_month(chosen) or f"{first:%Y-%m}" != f"{last:%Y-%m}":
        return f"{first:%Y}", f"{last:%Y}"
    return f"{first:%Y-%m}", f"{first:%Y-%m}"


def days_of(ledger: Ledger, chosen: EventFilter, address: Address, lang: str) -> DayStrip | None:
    """The strip by days; ``None`` where the period is longer or open."""
    period = period_of(chosen)
    if period is None:
        return None
    first, last = shown_around(*period)
    around = replace(chosen, since=first.isoformat(), until=last.isoformat())
    months = (f"{first:%Y-%m}", f"{last:%Y-%m}")
    _ = translator(lang)
    return DayStrip(
        ticks=[t for t in drawn(ledger.ticks(around, months)) if first <= t.day <= last],
        channels=codes("channel"),
        first=first,
        last=last,
        chosen=period,
        link=lambda day: address.having(from_=day.isoformat(), to=day.isoformat()),
        said=lambda day, n: _(
            "%(month)s, 사건 %(n)s", month=date_words(day.isoformat(), lang=lang), n=n
        ),
        month=lambda day: " ".join(month_title(f"{day:%Y-%m}", lang)),
        title=_("날과 통로별 사건 수"),
    )
