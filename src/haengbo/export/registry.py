"""The formats of ``haengbo export``: one line each, what it can hold and who writes it.

A new format is a module beside this one and a line in ``FORMATS``. Invariant: a writer gives the
same bytes for the same ledger, filter and day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from haengbo.errors import UsageError
from haengbo.export.annotations import annotation_page
from haengbo.export.cameo import gdelt, icews
from haengbo.export.cells import quotation
from haengbo.export.citations import bibtex, csl
from haengbo.export.columns import parquet, shape_of
from haengbo.export.followthemoney import followthemoney
from haengbo.export.formats import ExportFormat, write_lines
from haengbo.export.icalendar import icalendar
from haengbo.export.networks import gexf, graphml
from haengbo.export.pages import page_records
from haengbo.export.polecat import polecat
from haengbo.export.records import (
    Record,
    copy_records,
    event_records,
    expectation_record,
    statement_record,
)
from haengbo.export.spreadsheet import workbook
from haengbo.export.stix import stix
from haengbo.export.timelines import timelinejs
from haengbo.export.wanted import Subject, Wanted, wanted_expectations, wanted_statements

Writer = Callable[[Wanted], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        id: What ``--format`` calls it.
        subjects: What it can hold.
        media_type: For the web.
        suffix: Of a file, with its dot.
        write: The bytes, piece by piece.
        binary: Whether it is of no use on a terminal.
    """

    id: str
    subjects: tuple[Subject, ...]
    media_type: str
    suffix: str
    write: Writer
    binary: bool = False


def records(wanted: Wanted) -> Iterator[Record]:
    """What is wanted, as plain records."""
    if wanted.subject is Subject.EVENTS:
        yield from event_records(wanted.ledger, wanted.events)
    elif wanted.subject is Subject.STATEMENTS:
        for said in wanted_statements(wanted):
            yield _short(statement_record(said), wanted)
    elif wanted.subject is Subject.EXPECTATIONS:
        decided = wanted.ledger.outcomes()
        for line in wanted_expectations(wanted):
            yield _short(expectation_record(line, decided.get(line.id)), wanted)
    elif wanted.subject is Subject.PAGES:
        yield from page_records(wanted)
    else:
        yield from copy_records(wanted.ledger)


def _short(record: Record, wanted: Wanted) -> Record:
    """A record whose words are no longer than may be quoted."""
    return record | {"text": quotation(record["text"], whole=wanted.with_text)}


def _jsonl(wanted: Wanted) -> Iterator[bytes]:
    for line in write_lines(records(wanted), ExportFormat.JSONL):
        yield line.encode()


def _header(wanted: Wanted) -> tuple[str, ...]:
    names = tuple(shape_of(wanted.subject, with_text=wanted.with_text))
    return (*names, "roles") if wanted.subject is Subject.EVENTS else names


def _rows(wanted: Wanted) -> Iterator[Record]:
    """Records for one cell each: who took part as what is a text that can be imported again."""
    for record in records(wanted):
        parts = record["participants"] if wanted.subject is Subject.EVENTS else ()
        roles = [f"{part['name']}:{part['role']}" for part in parts]
        yield record | {"roles": roles} if roles else record


def _csv(wanted: Wanted) -> Iterator[bytes]:
    for line in write_lines(_rows(wanted), ExportFormat.CSV, _header(wanted)):
        yield line.encode()


def _xlsx(wanted: Wanted) -> Iterator[bytes]:
    yield workbook(_rows(wanted), wanted.subject.value, _header(wanted))


def _parquet(wanted: Wanted) -> Iterator[bytes]:
    yield parquet(records(wanted), wanted.subject, with_text=wanted.with_text)


_ALL = tuple(Subject)
_EVENTS = (Subject.EVENTS,)
_CITED = (Subject.EVENTS, Subject.PAGES)
_WITH_SPANS = (Subject.EVENTS, Subject.STATEMENTS, Subject.EXPECTATIONS)
_COMING = (Subject.EVENTS, Subject.EXPECTATIONS)
_TABS = "text/tab-separated-values"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: tuple[Format, ...] = (
    Format("jsonl", _ALL, "application/jsonl", ".jsonl", _jsonl),
    Format("csv", _ALL, "text/csv", ".csv", _csv),
    Format("xlsx", _ALL, _WORKBOOK, ".xlsx", _xlsx, binary=True),
    Format("parquet", _ALL, "application/vnd.apache.parquet", ".parquet", _parquet, binary=True),
    Format("polecat", _EVENTS, _TABS, ".tsv", polecat),
    Format("gdelt", _EVENTS, _TABS, ".tsv", gdelt),
    Format("icews", _EVENTS, _TABS, ".tsv", icews),
    Format("csl", _CITED, "application/vnd.citationstyles.csl+json", ".json", csl),
    Format("bibtex", _CITED, "application/x-bibtex", ".bib", bibtex),
    Format("ics", _COMING, "text/calendar", ".ics", icalendar),
    Format("gexf", _EVENTS, "application/gexf+xml", ".gexf", gexf),
    Format("graphml", _EVENTS, "application/graphml+xml", ".graphml", graphml),
    Format("timelinejs", _EVENTS, "application/json", ".json", timelinejs),
    Format("annotations", _WITH_SPANS, "application/ld+json", ".jsonld", annotation_page),
    Format("ftm", _EVENTS, "application/x-ndjson", ".ftm.json", followthemoney),
    Format("stix", _EVENTS, "application/stix+json;version=2.1", ".json", stix),
)


def format_for(name: str, subject: Subject) -> Format:
    """The format of that name, if it can hold the subject.

    Raises:
        UsageError: There is none, or it holds other things; names what there is.
    """
    found = next((form for form in FORMATS if form.id == name), None)
    if found is None:
        raise UsageError(f"그런 꼴이 없다: {name} ({', '.join(form.id for form in FORMATS)})")
    if subject not in found.subjects:
        fitting = ", ".join(form.id for form in FORMATS if subject in form.subjects)
        raise UsageError(f"{name} 꼴은 {subject.value}을(를) 담지 않는다; 되는 꼴: {fitting}")
    return found
