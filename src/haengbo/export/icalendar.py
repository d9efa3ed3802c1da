"""Plans and expectations → an iCalendar file (RFC 5545) for calendars and reminders.

Events without a ``--status`` are the planned and predicted ones; they span the days that are
known, a month if only that is known. An expectation stands on the last day of its horizon, when
it can be judged. Invariant: days are whole days without a zone; lines are at most 75 octets.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from haengbo import __version__
from haengbo.analysis.expectations import Judged
from haengbo.export.cells import quotation
from haengbo.export.wanted import Subject, Wanted, wanted_events, wanted_expectations
from haengbo.ledger.views import EventLine, ExpectationLine, PageRef
from haengbo.model import edtf
from haengbo.model.decision import Outcome
from haengbo.model.reading import Status
from haengbo.model.unseen import level

_OCTETS = 75
_ESCAPED = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n", ord("\r"): None}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_STATUSES = {
    Status.OCCURRED: "CONFIRMED",
    Status.DENIED: "CANCELLED",
    Status.NOT_OCCURRED: "CANCELLED",
}
_OUTCOMES = {Outcome.MET: "CONFIRMED", Outcome.NOT_MET: "CANCELLED"}
#: A stamp is demanded; where no day is given and none is known, this says that it means nothing.
_NO_DAY = "1970-01-01"


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry of a calendar; ``last`` is its last day."""

    uid: str
    first: dt.date
    last: dt.date
    summary: str
    words: str
    page: PageRef
    status: str
    category: str
    place: str | None = None


def icalendar(wanted: Wanted) -> Iterator[bytes]:
    """The calendar, line by line; says how many entries have no day."""
    items = list(_items(wanted))
    dated = [item for item in items if item is not None]
    yield from _calendar(dated, wanted.date, whole=wanted.with_text)
    if len(dated) < len(items):
        wanted.tell(f"날이나 기한이 없어 달력에 넣지 못한 것 {len(items) - len(dated)}건")


def due_calendar(judged: Iterable[Judged], date: str | None = None) -> Iterator[bytes]:
    """Expectations as they stand, on the days that they fall due; those without a day are left out.

    Args:
        judged: What to put in, in this order.
        date: ISO day that the file names as its own; the page's day of each if omitted.
    """
    items = ((_of_expectation(one.line), one.outcome) for one in judged)
    dated = [replace(i, status=_OUTCOMES.get(o, "TENTATIVE")) for i, o in items if i is not None]
    yield from _calendar(dated, date, whole=False)


def _calendar(items: Iterable[_Item], date: str | None, *, whole: bool) -> Iterator[bytes]:
    yield from _lines(["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//haengbo//{__version__}//KO"])
    yield from _lines(["CALSCALE:GREGORIAN", "METHOD:PUBLISH"])
    for item in items:
        yield from _lines(_vevent(item, date, whole=whole))
    yield from _lines(["END:VCALENDAR"])


def _items(wanted: Wanted) -> Iterator[_Item | None]:
    if wanted.subject is Subject.EXPECTATIONS:
        yield from map(_of_expectation, wanted_expectations(wanted))
        return
    if not wanted.events.statuses:
        coming = (Status.PLANNED.value, Status.PREDICTED.value)
        wanted = replace(wanted, events=replace(wanted.events, statuses=coming))
    for line, _ in wanted_events(wanted):
        yield _of_event(line)


def _of_event(line: EventLine) -> _Item | None:
    event = line.event
    days = edtf.parse_or_none(event.date)
    if days is None or days.start is None:
        return None
    last = days.latest if days.end is not None else days.start.last
    return _Item(
        event.id,
        days.earliest,
        last,
        event.label_ko,
        event.sentence,
        line.page,
        _STATUSES.get(event.status, "TENTATIVE"),
        event.status.value,
        event.place,
    )


def _of_expectation(line: ExpectationLine) -> _Item | None:
    if line.due is None:
        return None
    item, day = line.expectation, dt.date.fromisoformat(line.due)
    summary = f"{item.by}: {item.proposition}" if item.by else item.proposition
    return _Item(line.id, day, day, summary, line.text, line.page, "TENTATIVE", item.kind.value)


def _vevent(item: _Item, date: str | None, *, whole: bool) -> list[str]:
    stamp = (date or item.page.day or _NO_DAY).replace("-", "")
    source = ", ".join(part for part in (item.page.outlet, item.page.day, item.page.name) if part)
    words = quotation(item.words, whole=whole)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{item.uid}@haengbo",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{item.first:%Y%m%d}",
        # The end is the first day after
        f"DTEND;VALUE=DATE:{item.last + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(quotation(item.summary))}",
        f"DESCRIPTION:{_text(f'“{words}” ({source})')}",
        f"STATUS:{item.status}",
        f"CATEGORIES:{_text(item.category)}",
        "TRANSP:TRANSPARENT",
    ]
    if item.place:
        lines.append(f"LOCATION:{_text(item.place)}")
    if item.page.url:
        lines.append(f"URL:{_CONTROLS.sub('', item.page.url)}")
    return [*lines, "END:VEVENT"]


def _text(text: str) -> str:
    return _CONTROLS.sub("", text).translate(_ESCAPED)


def _lines(lines: Iterable[str]) -> Iterator[bytes]:
    for line in lines:
        yield b"\r\n ".join(_folded(level(line))) + b"\r\n"


def _folded(line: str) -> Iterator[bytes]:
    """Pieces of at most 75 octets with the blank before them, never inside a letter."""
    piece, room = b"", _OCTETS
    for letter in line.replace("\n", " "):
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > room:
            yield piece
            piece, room = b"", _OCTETS - 1
        piece += octets
    yield piece
