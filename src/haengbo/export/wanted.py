"""What somebody wants to take away: which part of a ledger, by which filter, how much of the text.

One value that every format gets. Invariant: nothing here depends on a clock; the only day is the
one that is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from haengbo.ledger import EventFilter, Ledger, StatementFilter
from haengbo.ledger.views import EventLine, ExpectationLine, ReportView, StatementLine

#: Events whose reports are fetched together.
_BATCH = 200


class Subject(StrEnum):
    """What of a ledger can be exported."""

    EVENTS = "events"
    COPIES = "copies"
    STATEMENTS = "statements"
    EXPECTATIONS = "expectations"
    PAGES = "pages"


def _silent(_: str) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order for an export.

    Attributes:
        ledger: Open.
        subject: Which part.
        events: Filter of events; for pages: of the events that they report.
        statements: Filter of statements.
        date: ISO day that the file may name as its own (access, stamp), or ``None``.
        with_text: Whether whole texts go out; else at most 200 characters of a quotation.
        tell: Is told in Korean what had to be left out.
    """

    ledger: Ledger
    subject: Subject
    events: EventFilter = field(default_factory=EventFilter)
    statements: StatementFilter = field(default_factory=StatementFilter)
    date: str | None = None
    with_text: bool = False
    tell: Callable[[str], None] = _silent

    @property
    def filtered(self) -> bool:
        """Whether any filter of events is set."""
        return replace(self.events, newest_first=True) != EventFilter()


def wanted_events(wanted: Wanted) -> Iterator[tuple[EventLine, tuple[ReportView, ...]]]:
    """Every event that the filter leaves, with its reports."""
    lines = wanted.ledger.all_events(wanted.events)
    while batch := list(islice(lines, _BATCH)):
        reports = wanted.ledger.reports([line.id for line in batch])
        yield from ((line, reports[line.id]) for line in batch)


def wanted_statements(wanted: Wanted) -> Iterator[StatementLine]:
    """Every statement that the filter leaves."""
    return wanted.ledger.all_statements(wanted.statements)


def wanted_expectations(wanted: Wanted) -> Iterator[ExpectationLine]:
    """Every expectation that the filter leaves, those due soonest first.

    ``who`` is who holds or receives it, or their institute; the days are those of its horizon.
    """
    number = 1
    while True:
        listing = wanted.ledger.expectations(number=number, size=_BATCH)
        yield from (line for line in listing.items if _fits(line, wanted.events))
        if number >= listing.pages:
            return
        number += 1


def _fits(line: ExpectationLine, events: EventFilter) -> bool:
    item = line.expectation
    if not set(events.who) <= {item.by, item.to, item.affiliation}:
        return False
    if (events.since or events.until) and line.due is None:
        return False
    if events.text and events.text not in line.text:
        return False
    after = events.since is None or (line.due or "") >= events.since
    return after and (events.until is None or (line.due or "") <= events.until)
