"""One page with its reading → the rows that hang on it, as plain values for their tables.

Comes in: an ``Intake``. Goes out: tables with the values of one row each, those that others refer
to first. Nothing is written here: thousands of pages go into the ledger in one statement a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from haengbo.ledger.records import encode, short_id
from haengbo.ledger.tables import (
    ActorRow,
    ArticleRow,
    Base,
    ExpectationRow,
    ReportKeyRow,
    ReportRow,
    SketchRow,
    SpeakerRow,
    StatementRow,
)
from haengbo.model.address import address_key
from haengbo.model.collation import Told
from haengbo.model.edtf import parse_or_none
from haengbo.model.page import Page
from haengbo.model.reading import Reading

#: A table and the values of one of its rows.
Insert = tuple[type[Base], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class KeyedTold:
    """A report and the keys under which collation compares it."""

    told: Told
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All that the ledger stores of one page.

    Attributes:
        page: The capture.
        reading: What it says.
        reports: Its reports as collation sees them.
        letters: Its body without spaces and punctuation, for the recognition of copies.
        sketch: A sample of their shingles.
        words: For the search index.
    """

    page: Page
    reading: Reading
    reports: tuple[KeyedTold, ...]
    letters: str
    sketch: tuple[str, ...]
    words: tuple[str, ...]


def rows_of(intake: Intake, reading: int) -> Iterator[Insert]:
    """What hangs on the reading with this number."""
    page = intake.page.sha256
    yield _article_row(intake, reading)
    for shingle in intake.sketch:
        yield SketchRow, {"page": page, "shingle": shingle}
    yield from _report_rows(intake)
    yield from _statement_rows(intake)
    yield from _expectation_rows(intake.reading)
    for actor in (*intake.reading.actors, *intake.reading.entities):
        yield (
            ActorRow,
            {
                "page": page,
                "name": actor.name,
                "kind": actor.kind.value,
                "known": actor.known,
                "record": encode(actor),
            },
        )


def _article_row(intake: Intake, reading: int) -> Insert:
    article = intake.reading.article
    return ArticleRow, {
        "page": intake.page.sha256,
        "reading": reading,
        "title": article.title,
        "outlet": article.outlet.value if article.outlet else None,
        "wire": article.origin.value if article.origin else None,
        "published": article.published.value if article.published else None,
        "day": article.published_day,
        "updated": article.updated.value if article.updated else None,
        "url": article.url,
        "address": address_key(article.url),
        "on_theme": intake.reading.on_theme,
        "body": storable(article.text),
        "letters": intake.letters,
        "dirty": True,
    }


def _report_rows(intake: Intake) -> Iterator[Insert]:
    for item in intake.reports:
        told = item.told
        yield (
            ReportRow,
            {
                "id": told.anchor.text,
                "page": told.anchor.page,
                "local_id": told.report.id,
                "type": told.report.type,
                "date": told.report.date,
                "record": encode(told),
            },
        )
    for item in intake.reports:
        for key in item.keys:
            yield ReportKeyRow, {"report": item.told.anchor.text, "key": key}


def _statement_rows(intake: Intake) -> Iterator[Insert]:
    reading = intake.reading
    page, text = reading.article.sha256, reading.article.text
    occasions = {item.told.report.id: item.told.anchor.text for item in intake.reports}
    seen: set[str] = set()
    for statement in reading.statements:
        key = short_id("s", page, statement.span.start, statement.span.end, *statement.speaker)
        if key in seen:
            continue
        seen.add(key)
        yield (
            StatementRow,
            {
                "id": key,
                "page": page,
                "local_id": statement.id,
                "form": statement.form.value,
                "date": statement.date,
                "day": first_day(statement.date) or reading.article.published_day,
                "text": storable(statement.span.of(text)),
                "occasion": occasions.get(statement.occasion or ""),
                "record": encode(statement),
            },
        )
        for name in dict.fromkeys(statement.speaker):
            yield SpeakerRow, {"statement": key, "name": name}


def _expectation_rows(reading: Reading) -> Iterator[Insert]:
    page, text = reading.article.sha256, reading.article.text
    seen: set[str] = set()
    for item in reading.expectations:
        key = short_id("x", page, item.span.start, item.span.end, item.kind.value)
        if key in seen:
            continue
        seen.add(key)
        yield (
            ExpectationRow,
            {
                "id": key,
                "page": page,
                "kind": item.kind.value,
                "by": item.by,
                "horizon": item.horizon,
                "due": last_day(item.horizon),
                "text": storable(item.span.of(text)),
                "record": encode(item),
            },
        )


def storable(text: str) -> str:
    """The text without NUL, which PostgreSQL does not take; places stay as they are."""
    return text.replace("\x00", " ")


def first_day(value: str | None) -> str | None:
    """First day of an EDTF date as an ISO string, or ``None``."""
    days = parse_or_none(value)
    return days.earliest.isoformat() if days is not None and days.start is not None else None


def last_day(value: str | None) -> str | None:
    """Last day of an EDTF date as an ISO string, or ``None``."""
    days = parse_or_none(value)
    return days.latest.isoformat() if days is not None and days.end is not None else None
