"""When a page was published and updated, from everything that says so.

Comes in: text, blocks, metadata. Goes out: ``Stated`` dates and findings. What a reader sees in a
labelled line outranks metadata; of two statements of one day the one with a time is taken; a day
that only an address names is marked inferred. Invariant: never a guess: no statement, no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haengbo.article.captions import IMAGE
from haengbo.article.cues import Cues
from haengbo.article.metadata import Metadata
from haengbo.article.stamps import day_of_path, period_from, stamps_in
from haengbo.model.article import MASTHEAD, Block, BlockKind, Finding, Stated
from haengbo.model.span import Span

#: 주체114(2025)년 1월 2일: a line of the body that is only the day of a text of the North.
_SIGNED = re.compile(r"주체\s?\d{1,3}\s?\(\d{4}\)\s?년\s\d{1,2}월\s?\d{1,2}일")
_READ_FOR_DATES = (BlockKind.META, BlockKind.TITLE, BlockKind.BOILERPLATE)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A date that the page shows.

    Attributes:
        stated: Value and place.
        label: See ``stamps``.
        kind: Of its block.
        above: Before the first body paragraph.
        juche: In the North's count of years.
    """

    stated: Stated
    label: str | None
    kind: BlockKind
    above: bool
    juche: bool


def _shown(text: str, blocks: Sequence[Block], cues: Cues) -> Iterator[_Shown]:
    above = True
    for block in blocks:
        above = above and block.kind is not BlockKind.BODY
        line = block.span.of(text).strip()
        signed = block.kind is BlockKind.BODY and _SIGNED.fullmatch(line) is not None
        if block.kind not in _READ_FOR_DATES and not signed:
            continue
        line_text = block.span.of(text)
        kind = BlockKind.META if block.rule == MASTHEAD else block.kind
        for stamp in stamps_in(line_text, cues):
            place = stamp.span.shifted(block.span.start)
            if period_from(line_text, stamp) is not None:
                continue  # the first day of what is told, on which nobody can have told it
            rule = f"date:{stamp.label or ('juche' if stamp.juche else 'line')}"
            yield _Shown(Stated(stamp.value, place, rule), stamp.label, kind, above, stamp.juche)


def find_dates(
    text: str, blocks: Sequence[Block], metadata: Metadata, cues: Cues
) -> tuple[Stated | None, Stated | None, tuple[Finding, ...]]:
    """Published, updated and what is odd about them."""
    shown = tuple(_shown(text, blocks, cues))
    machine = tuple(Stated(value, None, rule) for value, rule in metadata.published)
    ranked = [*_ranked(shown, machine)]
    published = _most_precise(ranked[0], ranked[1:]) if ranked else None
    findings: tuple[Finding, ...] = ()
    if published is None:
        published = _from_period(text, blocks) or _from_addresses(text, blocks, metadata)
        if published is not None:
            message = (
                f"게재일이 본문에 없어 {_WHENCE[published.rule]}에서 {published.value}로 짐작했다."
            )
            findings = (Finding("date-inferred", message, published.span),)
    return published, _updated(shown, metadata), findings


def _ranked(shown: Sequence[_Shown], machine: Sequence[Stated]) -> Iterator[Stated]:
    """All statements of the day of publication, most trustworthy first."""
    meta = [s for s in shown if s.kind is BlockKind.META]
    yield from (s for s in machine if s.rule == "outlet-page:published")
    yield from (s.stated for s in meta if s.label == "published")
    yield from machine
    yield from (s.stated for s in meta if s.juche and s.above)
    yield from (s.stated for s in meta if s.label is None and s.above)
    yield from (s.stated for s in shown if s.label == "published")
    yield from (s.stated for s in shown if s.kind is BlockKind.TITLE)
    yield from (s.stated for s in meta if s.label in ("posted", "print"))
    yield from (s.stated for s in meta if s.label is None)
    yield from (s.stated for s in meta if s.label == "updated")
    yield from (s.stated for s in shown if s.kind is BlockKind.BODY)


def _most_precise(first: Stated, others: Sequence[Stated]) -> Stated:
    """A statement of the same day that gives the time, if the first does not."""
    if "T" in first.value:
        return first
    same_day = (o for o in others if "T" in o.value and o.value.startswith(first.value))
    return next(same_day, first)


def _updated(shown: Sequence[_Shown], metadata: Metadata) -> Stated | None:
    for candidate in shown:
        if candidate.label == "updated" and candidate.kind is BlockKind.META:
            return candidate.stated
    return next((Stated(value, None, rule) for value, rule in metadata.updated), None)


_WHENCE = {
    "date:address": "기사 주소",
    "date:picture-path": "그림 주소",
    "date:period": "제목의 기간",
}
_ADDRESS = re.compile(r"https?://[^\s()\[\]\"'<>]+")


def _from_period(text: str, blocks: Sequence[Block]) -> Stated | None:
    """The last day of the time that a headline says the page covers: 주간 동향(2024.9.11~9.17)."""
    for block in blocks:
        if block.kind not in (BlockKind.TITLE, BlockKind.META):
            continue
        line = block.span.of(text)
        for period in (period_from(line, stamp) for stamp in stamps_in(line)):
            if period is not None:
                place = period.span.shifted(block.span.start)
                return Stated(period.value, place, "date:period", inferred=True)
    return None


def _from_addresses(text: str, blocks: Sequence[Block], metadata: Metadata) -> Stated | None:
    """The day that the page's address or its pictures' addresses name."""
    day = day_of_path(metadata.url) if metadata.url else None
    if day:
        return Stated(day, None, "date:address", inferred=True)
    for block in blocks:
        if block.kind is not BlockKind.CAPTION or not IMAGE.match(block.span.of(text).strip()):
            continue
        for match in _ADDRESS.finditer(block.span.of(text)):
            day = day_of_path(match.group())
            if day:
                place = Span(match.start(), match.end()).shifted(block.span.start)
                return Stated(day, place, "date:picture-path", inferred=True)
    days = [day for day in map(day_of_path, metadata.pictures) if day]
    if days:
        return Stated(days[0], None, "date:picture-path", inferred=True)
    return None
