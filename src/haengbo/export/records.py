"""Views of the ledger → plain records for export, exactly as the contract of the project has them.

Invariant: quotations are the evidence and the words said, never whole articles; ``page`` is what
the source calls the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from haengbo.ledger import EventFilter, Ledger, StatementFilter
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.views import (
    CopyListing,
    EventDetail,
    ExpectationLine,
    ReportView,
    StatementLine,
)
from haengbo.model.collation import Discrepancy, Event

Record = dict[str, Any]

#: Rows fetched at a time; events whose reports are fetched together.
_BATCH = 200


def event_record(detail: EventDetail) -> Record:
    """One event with its reports, origins, voices and discrepancies."""
    return _event_record(detail.event, detail.reports)


def _event_record(event: Event, reports: Sequence[ReportView]) -> Record:
    return {
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "date": event.date,
        "place": event.place,
        "channel": event.channel.value if event.channel else None,
        "participants": [{"name": p.name, "role": p.role.value} for p in event.participants],
        "topics": list(event.topics),
        "label": event.label_ko,
        "label_en": event.label_en,
        "reports": [
            {
                "page": report.page.name,
                "evidence": list(report.evidence),
                "chain": [step.name for step in report.chain],
            }
            for report in reports
        ],
        "origins": [origin.name for origin in event.origins],
        "voices": list(event.voices),
        "discrepancies": [_discrepancy(item) for item in event.discrepancies],
    }


def _discrepancy(item: Discrepancy) -> Record:
    values = [{"value": value.value, "pages": list(value.pages)} for value in item.values]
    about = {"about": item.about} if item.about else {}
    return {"field": item.field, **about, "values": values}


def copy_record(listing: CopyListing) -> Record:
    """One group of pages with the same text, original first."""
    return {
        "pages": [page.name for page in listing.pages],
        "reasons": list(listing.reasons),
    }


def statement_record(line: StatementLine) -> Record:
    """One statement with its page, chain and occasion."""
    statement = line.statement
    return {
        "statement": line.id,
        "speaker": list(statement.speaker),
        "form": statement.form.value,
        "text": line.text,
        "addressee": list(statement.addressee),
        "stance": [{"toward": s.toward, "polarity": s.polarity} for s in statement.stance],
        "date": statement.date,
        "page": line.page.name,
        "outlet": line.page.outlet,
        "chain": list(line.chain),
        "event": line.event,
    }


def expectation_record(line: ExpectationLine, decision: OutcomeDecision | None = None) -> Record:
    """One forecast, plan or pledge, with what a person decided became of it."""
    item = line.expectation
    return {
        "expectation": line.id,
        "kind": item.kind.value,
        "by": item.by,
        "to": item.to,
        "affiliation": item.affiliation,
        "text": line.text,
        "proposition": item.proposition,
        "hedge": item.hedge,
        "horizon": item.horizon,
        "decided_by": item.decided_by,
        "page": line.page.name,
        "outcome": decision.outcome.value if decision else None,
        "outcome_event": decision.event if decision else None,
        "outcome_by": decision.who if decision else None,
    }


def event_records(ledger: Ledger, wanted: EventFilter) -> Iterator[Record]:
    """Every event that a filter leaves; reports are fetched for many events at once."""
    lines = ledger.all_events(wanted)
    while batch := list(islice(lines, _BATCH)):
        reports = ledger.reports([line.id for line in batch])
        yield from (_event_record(line.event, reports[line.id]) for line in batch)


def statement_records(ledger: Ledger, wanted: StatementFilter) -> Iterator[Record]:
    """Every statement that a filter leaves."""
    yield from map(statement_record, ledger.all_statements(wanted))


def copy_records(ledger: Ledger) -> Iterator[Record]:
    """Every group of copies."""
    yield from map(copy_record, ledger.copies())


def expectation_records(ledger: Ledger, kinds: tuple[str, ...] = ()) -> Iterator[Record]:
    """Every expectation of these kinds, those due soonest first."""
    decided = ledger.outcomes()
    for line in ledger.all_expectations(kinds):
        yield expectation_record(line, decided.get(line.id))
