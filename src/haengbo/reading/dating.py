"""Document without a date of publication → the month that named events place it in, or nothing.

Comes in: a document with mentions. Goes out: the same, its article dated to a month and marked as
inferred with the reason, where a day of the month and two people meet in one known event and
something else on the page (another event, an event's name, an anniversary) says the same.
Invariant: a stated date is never touched; one sign alone is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from haengbo.knowledge.calendar import calendar
from haengbo.knowledge.chronicle import KnownEventRow
from haengbo.korean.particles import attach
from haengbo.korean.times import days_named
from haengbo.model.article import BlockKind, Finding, Stated
from haengbo.model.edtf import parse_or_none
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

_MET, _NAMED, _ANNIVERSARY = 2, 1, 1
_ENOUGH, _MARGIN = 3, 2
_TWO = 2
_NEAR = 3

#: Year and month.
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a month.

    Attributes:
        key: The event, so that it counts once.
        month: Year and month.
        weight: How much it says.
        span: The sentence.
        reason: What it is, in Korean.
    """

    key: str
    month: Month
    weight: int
    span: Span
    reason: str


def _people(row: KnownEventRow) -> set[str]:
    return {participant.rpartition(":")[0] for participant in row.participants}


def _signs_of_event(
    row: KnownEventRow, document: Document, sentence: Sentence, days: tuple[int, ...]
) -> Iterator[Sign]:
    """The event's day and two of its people, or its name and a day near it."""
    value = parse_or_none(row.date)
    if value is None or value.start is None or value.start.month is None:
        return
    month = (value.start.year, value.start.month)
    named = {
        mention.name
        for mention in document.mentions_in(sentence.span)
        if mention.kind is ActorKind.PERSON
    }
    if value.is_day and value.start.day in days and len(named & _people(row)) >= _TWO:
        yield Sign(row.id, month, _MET, sentence.span, row.summary or row.id)
    text = sentence.span.of(document.text)
    near = any(abs(day - (value.start.day or -_NEAR)) <= _NEAR for day in days)
    if near and (name := next((name for name in row.names if name in text), None)):
        yield Sign(row.id, month, _NAMED, sentence.span, name)


def _signs(document: Document) -> Iterator[Sign]:
    rows = document.knowledge.table("events", KnownEventRow)
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BODY:
            continue
        days = days_named(sentence.span.of(document.text))
        if days:
            for row in rows:
                yield from _signs_of_event(row, document, sentence, days)


def _anniversary_years(document: Document) -> set[int]:
    """Years in which an anniversary that the page names falls: 1945 + 80."""
    found = calendar(document.knowledge).find(document.text)
    return {
        row.since + item.years
        for item in found
        if item.years is not None
        for row in item.rows
        if row.since is not None
    }


def infer_published(document: Document) -> tuple[Stated, Finding] | None:
    """The month that named events place the page in, with the reason; ``None`` if unsure.

    Example:
        A page without a date that tells of 최선희 and 푸틴 meeting on the 27th and of an 80th
        victory day is placed in October 2025.
    """
    signs = {(sign.key, sign.month): sign for sign in _signs(document)}
    weights: dict[Month, int] = defaultdict(int)
    for sign in signs.values():
        weights[sign.month] += sign.weight
    years = _anniversary_years(document)
    for month in weights:
        weights[month] += _ANNIVERSARY * (month[0] in years)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    best, weight = ranked[0]
    if len(ranked) > 1 and weight - ranked[1][1] < _MARGIN:
        return None
    reasons = [sign for sign in signs.values() if sign.month == best]
    value = f"{best[0]:04d}-{best[1]:02d}"
    message = (
        f"게재일이 없어 본문의 사건으로 {attach(value, '으로/로')} 추정했다: {reasons[0].reason}"
    )
    return (
        Stated(value, None, "date:named-events", inferred=True),
        Finding("date-inferred", message, reasons[0].span),
    )


def with_inferred_date(document: Document) -> Document:
    """The document, its article dated by named events where the page states no date."""
    article = document.article
    found = infer_published(document) if article.published is None else None
    if found is None:
        return document
    published, finding = found
    return replace(
        document,
        article=replace(article, published=published, findings=(*article.findings, finding)),
    )
