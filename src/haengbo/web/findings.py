"""A page with its reading → rows of text whose findings are marked in place, with their notes.

Findings may overlap (a name inside a statement), so the text is cut where any begins or ends;
each piece carries the classes and the notes of all that cover it. Invariant: the pieces of a row
put together are the block's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.ledger.views import ArticleDetail
from haengbo.model.article import Block, BlockKind
from haengbo.model.reading import Chain
from haengbo.model.span import Span
from haengbo.web.labels import label
from haengbo.web.language import translator


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one finding in the margin.

    Attributes:
        span: Where it stands.
        css: Class of the mark (``f-ev``, ``f-st`` …).
        head: Kind and subject: ``사건: 협의, 만남``.
        facts: What it was read as.
        rule: What found it.
        confidence: 0..1.
        chain: Who reports it, nearest to the event first.
        link: Address of what it leads to, or ``None``.
        numbered: Whether it has a number in the margin; names and times only have a tip.
        doubt: Whether it is the editor's red.
    """

    span: Span
    css: str
    head: str
    facts: str
    rule: str
    confidence: float
    chain: tuple[str, ...] = ()
    link: str | None = None
    numbered: bool = True
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row: text, classes, the notes that cover it, the numbers that end with it."""

    text: str
    css: str
    notes: tuple[Note, ...]
    ends: tuple[int, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the page: its kind, pieces and numbered notes; furniture stands together."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[int, Note], ...]
    rule: str
    number: int | None
    furniture: tuple[str, ...] = ()


#: Kinds that are kept apart and never read as news.
_FURNITURE = {BlockKind.BOILERPLATE, BlockKind.META}


def _names(chain: Chain) -> tuple[str, ...]:
    return tuple(link.name for link in chain)


def _quiet(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Names and times: a tip, no number."""
    for m in detail.reading.mentions:
        office = " ".join(part for part in (m.of, m.title) if part)
        facts = " · ".join(part for part in (label("kind", m.kind.value, lang), office) if part)
        yield Note(
            m.span,
            "f-men",
            m.name,
            facts,
            m.rule,
            m.confidence,
            link=f"/actor/{m.name}",
            numbered=False,
        )
    for t in detail.reading.times:
        facts = translator(lang)("기준 %(day)s", day=t.anchor) if t.anchor else ""
        yield Note(t.span, "f-time", t.value, facts, t.rule, t.confidence, numbered=False)


def _loud(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Events, statements, expectations and remarks: numbered in the margin."""
    _ = translator(lang)
    event_of = dict(detail.events)
    for e in detail.reading.events:
        kinds = ", ".join(
            x for x in (label("type", e.type, lang), label("mode", e.mode, lang)) if x
        )
        who = ", ".join(p.name for p in e.participants)
        facts = " · ".join(
            x for x in (label("status", e.status.value, lang), e.date, e.place, who) if x
        )
        link = f"/event/{event_of[e.id]}" if e.id in event_of else None
        yield Note(
            e.span,
            "f-ev",
            f"{_('사건')}: {kinds}",
            facts,
            e.rule,
            e.confidence,
            _names(e.chain),
            link,
        )
    for s in detail.reading.statements:
        stance = ", ".join(f"{x.toward} {label('polarity', x.polarity, lang)}" for x in s.stance)
        facts = " · ".join(x for x in (label("form", s.form.value, lang), s.date, stance) if x)
        yield Note(
            s.span,
            "f-st",
            f"{_('발언')}: {', '.join(s.speaker)}",
            facts,
            s.rule,
            s.confidence,
            _names(s.chain),
        )
    for x in detail.reading.expectations:
        kind = label("expectation", x.kind.value, lang)
        until = _("기한 %(day)s", day=x.horizon) if x.horizon else ""
        facts = " · ".join(part for part in (x.by, x.hedge, until) if part)
        yield Note(x.span, "f-ex", kind, facts, x.rule, x.confidence)
    for w in detail.reading.wording_changes:
        yield Note(w.span, "f-st", _("문구 바뀜"), f"{w.old} → {w.new}", w.rule, w.confidence)
    for o in detail.reading.omissions:
        yield Note(o.span, "f-ex", _("말하지 않은 것"), o.what, o.rule, o.confidence)
    for f in detail.reading.findings:
        if f.span is not None:
            yield Note(f.span, "f-no", _("살펴볼 것"), f.message, f.code, 1.0, doubt=True)


def notes_of(detail: ArticleDetail, lang: str) -> list[Note]:
    """All notes of a page in order of the text; the longer first where two begin together."""
    notes = [*_quiet(detail, lang), *_loud(detail, lang)]
    return sorted(notes, key=lambda n: (n.span.start, -n.span.end, n.css))


def _pieces(
    text: str, block: Block, notes: Sequence[Note], numbers: dict[int, int]
) -> tuple[Piece, ...]:
    cuts = {block.span.start, block.span.end}
    for note in notes:
        cuts |= {max(note.span.start, block.span.start), min(note.span.end, block.span.end)}
    edges = sorted(cuts)
    pieces = []
    for start, end in pairwise(edges):
        here = Span(start, end)
        covering = tuple(n for n in notes if n.span.contains(here))
        ends = tuple(
            numbers[id(n)]
            for n in notes
            if n.numbered and min(n.span.end, block.span.end) == end and n.span.overlaps(here)
        )
        css = " ".join(dict.fromkeys(n.css for n in covering))
        first = any(max(n.span.start, block.span.start) == start for n in covering)
        pieces.append(Piece(here.of(text), css, covering, ends, first))
    return tuple(pieces)


def _add_furniture(rows: list[Row], block: Block, text: str) -> None:
    """Put a line of furniture with those right before it."""
    before = rows[-1].furniture if rows and rows[-1].furniture else ()
    if before:
        rows.pop()
    lines = (*before, block.span.of(text).strip())
    rows.append(Row(block.kind, (), (), block.rule, block.number, lines))


def rows_of(detail: ArticleDetail, lang: str) -> list[Row]:
    """Every block as a row; furniture has no notes."""
    text = detail.reading.article.text
    notes = notes_of(detail, lang)
    numbered = [n for n in notes if n.numbered]
    numbers = {id(n): i for i, n in enumerate(numbered, 1)}
    rows: list[Row] = []
    for block in detail.reading.article.blocks:
        if block.kind in _FURNITURE:
            _add_furniture(rows, block, text)
            continue
        inside = [n for n in notes if n.span.overlaps(block.span)]
        told = tuple(
            (numbers[id(n)], n)
            for n in inside
            if n.numbered and block.span.start <= n.span.start < block.span.end
        )
        pieces = _pieces(text, block, inside, numbers)
        rows.append(Row(block.kind, pieces, told, block.rule, block.number))
    return rows
