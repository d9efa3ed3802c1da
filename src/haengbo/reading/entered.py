"""What a person entered → a page and a reading, so that it goes the way of everything else.

The page's bytes are the entry itself; its text is the summary and the references; the evidence of
the one finding is the summary. Every rule says that it was entered, and by whom. Nothing is read
out of the text: only what the person stated is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import msgspec

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.entry import ENTERED, Entry, EntryKind
from haengbo.model.page import MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Expectation,
    ExpectationKind,
    Form,
    Participant,
    ParticipantRole,
    Reading,
    Statement,
    Status,
)
from haengbo.model.span import Span


def page_of_entry(entry: Entry) -> Page:
    """The page that stands for an entry; the same entry is the same page."""
    data = msgspec.json.encode(entry)
    page = Page(entry.name, data, MediaType.TEXT)
    return page if entry.name else Page(f"entry-{page.sha256[:8]}", data, MediaType.TEXT)


def read_entry(entry: Entry, by: str, knowledge: Knowledge) -> tuple[Page, Reading]:
    """Make a page and a reading of an entry.

    Args:
        entry: What is stated.
        by: Who states it.
        knowledge: For the kinds of those named.
    """
    page = page_of_entry(entry)
    rule = f"{ENTERED}:{by}"
    span = Span(0, len(entry.text))
    people = tuple(_split(who) for who in entry.who)
    reading = Reading(
        page.name,
        _article(page, entry, rule),
        ENTERED,
        knowledge.version,
        actors=tuple(_actors(people, span, rule, knowledge)),
    )
    if entry.kind is EntryKind.EVENT:
        return page, replace(reading, events=(_event(entry, people, span, rule),))
    if entry.kind is EntryKind.STATEMENT:
        return page, replace(reading, statements=(_statement(entry, people, span, rule),))
    return page, replace(reading, expectations=(_expectation(entry, people, span, rule),))


def _split(who: str) -> tuple[str, ParticipantRole]:
    name, _, role = who.partition(":")
    return name, ParticipantRole(role or "party")


def _article(page: Page, entry: Entry, rule: str) -> Article:
    lines = [entry.text, *entry.references, *([entry.note] if entry.note else [])]
    blocks = []
    at = 0
    for number, line in enumerate(lines, 1):
        kind = BlockKind.BODY if number == 1 else BlockKind.META
        blocks.append(Block(kind, Span(at, at + len(line)), number, rule))
        at += len(line) + 1
    source = _source_of(entry)
    return Article(
        page.name,
        page.sha256,
        page.media_type,
        "\n".join(lines) + "\n",
        tuple(blocks),
        outlet=Stated(source, None, rule) if source else None,
    )


def _source_of(entry: Entry) -> str | None:
    """Host of the first reference that is an address, else the reference itself."""
    if not entry.references:
        return None
    first = entry.references[0]
    host = urlsplit(first).hostname if "://" in first else None
    return host.removeprefix("www.") if host else first


def _actors(
    people: Iterable[tuple[str, ParticipantRole]], span: Span, rule: str, knowledge: Knowledge
) -> Iterator[Actor]:
    """Those whom the pack knows: of others it cannot be said what kind they are."""
    names = gazetteer(knowledge)
    for name in dict.fromkeys(name for name, _ in people):
        rows = names.named(name)
        if rows and rows[0].actor_kind not in {ActorKind.PLACE, ActorKind.INSTRUMENT}:
            yield Actor(name, rows[0].actor_kind, (name,), (), span, rule, 1.0, rows[0].id)


def _event(
    entry: Entry, people: tuple[tuple[str, ParticipantRole], ...], span: Span, rule: str
) -> EventReport:
    return EventReport(
        "e1",
        entry.type or "CONSULT",
        entry.mode,
        Status(entry.status),
        entry.date,
        entry.place,
        tuple(Participant(name, role) for name, role in people),
        (),
        (),
        (span,),
        span,
        rule,
        1.0,
    )


def _statement(
    entry: Entry, people: tuple[tuple[str, ParticipantRole], ...], span: Span, rule: str
) -> Statement:
    speakers = tuple(name for name, role in people if role is not ParticipantRole.TARGET)
    addressed = tuple(name for name, role in people if role is ParticipantRole.TARGET)
    return Statement(
        "s1", speakers, Form.DIRECT, span, addressed, None, (), (), entry.date, rule, 1.0
    )


def _expectation(
    entry: Entry, people: tuple[tuple[str, ParticipantRole], ...], span: Span, rule: str
) -> Expectation:
    return Expectation(
        ExpectationKind.FORECAST,
        people[0][0] if people else None,
        None,
        None,
        span,
        entry.text,
        "",
        entry.date,
        "",
        rule,
        1.0,
    )
