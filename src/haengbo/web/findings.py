"""A page with its reading → rows of text whose findings are marked in place, with their notes.

Findings may overlap (a name inside a statement), so the text is cut where any begins or ends;
each piece carries the classes and the notes of all that cover it. Invariant: the pieces of a row
put together are the block's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.ledger.views import ArticleDetail
from haengbo.model.article import Block, BlockKind
from haengbo.model.reading import ActorKind, Chain
from haengbo.model.span import Span
from haengbo.web.edtf import date_words
from haengbo.web.judging import Judged, statement_key
from haengbo.web.labels import label
from haengbo.web.language import translator
from haengbo.web.places import actor_at


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of a note: words of the interface, or ``korean`` words of the page."""

    text: str
    korean: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one finding in the margin.

    Attributes:
        span: Where it stands.
        css: Class of the mark (``f-ev``, ``f-st`` …).
        head: Kind: ``사건: 협의, 만남``.
        facts: What it was read as, in order.
        rule: What found it.
        confidence: 0..1.
        chain: Who reports it, nearest to the event first.
        link: Address of what it leads to, or ``None``.
        numbered: Whether it has a number in the margin; names and times only have a tip.
        doubt: Whether it is the editor's red.
        key: Its id on the page (``e3``, ``s2``), for links that lead to it.
        stop: Whether the tab key stops at it: every numbered one, the first of a name or day.
        report: Anchor of the report, for decisions.
        statement: Id of the statement, for decisions.
        judged: What people decided about it.
    """

    span: Span
    css: str
    head: str
    facts: tuple[Fact, ...]
    rule: str
    confidence: float
    chain: tuple[str, ...] = ()
    link: str | None = None
    numbered: bool = True
    doubt: bool = False
    key: str = ""
    stop: bool = True
    report: str = ""
    statement: str = ""
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row.

    Attributes:
        text: As printed.
        css: Classes of all that cover it.
        notes: All that cover it.
        begins: Those of them that begin with it.
        ends: Numbers of those that end with it.
    """

    text: str
    css: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]
    ends: tuple[int, ...]

    @property
    def stop(self) -> bool:
        """Whether the tab key stops here."""
        return any(note.stop for note in self.begins)


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the page: its kind, pieces and numbered notes; furniture stands together.

    ``start`` is where the block begins in the article's text.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[int, Note], ...]
    rule: str
    number: int | None
    furniture: tuple[str, ...] = ()
    start: int = 0


#: Kinds that are kept apart and never read as news.
_FURNITURE = {BlockKind.BOILERPLATE, BlockKind.META}


#: Kinds that have a page of their own.
_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}


def _names(chain: Chain) -> tuple[str, ...]:
    return tuple(link.name for link in chain)


def _facts(*parts: Fact | str | None) -> tuple[Fact, ...]:
    """The parts that say something; a bare string is the page's Korean."""
    made = (Fact(part, korean=True) if isinstance(part, str) else part for part in parts)
    return tuple(fact for fact in made if fact is not None and fact.text)


def _quiet(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Names and times: a tip, no number; the tab key stops at the first of each."""
    seen: set[str] = set()
    for m in detail.reading.mentions:
        office = " ".join(part for part in (m.of, m.title) if part)
        facts = _facts(m.name, Fact(label("kind", m.kind.value, lang)), office)
        link = actor_at(m.name) if m.kind in _ACTING else None
        first = m.name not in seen
        seen.add(m.name)
        yield Note(
            *(m.span, "f-men", translator(lang)("이름"), facts, m.rule, m.confidence),
            link=link,
            numbered=False,
            stop=first,
        )
    for t in detail.reading.times:
        anchor = translator(lang)("기준 %(day)s", day=t.anchor) if t.anchor else ""
        facts = _facts(Fact(date_words(t.value, lang)), Fact(anchor))
        first = t.value not in seen
        seen.add(t.value)
        yield Note(
            *(t.span, "f-time", translator(lang)("때"), facts, t.rule, t.confidence),
            numbered=False,
            stop=first,
        )


def _events(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> Iterator[Note]:
    event_of, anchors = dict(detail.events), dict(detail.anchors)
    channels = {line.id: line.event.channel for line in detail.event_lines}
    for e in detail.reading.events:
        kinds = ", ".join(
            x for x in (label("type", e.type, lang), label("mode", e.mode, lang)) if x
        )
        facts = _facts(
            ", ".join(p.name for p in e.participants),
            Fact(label("status", e.status.value, lang)),
            Fact(date_words(e.date, lang)),
            e.place,
        )
        channel = channels.get(event_of.get(e.id, ""))
        css = f"f-ev ch-{channel.value}" if channel else "f-ev"
        yield Note(
            *(e.span, css, f"{translator(lang)('사건')}: {kinds}", facts, e.rule, e.confidence),
            chain=_names(e.chain),
            link=f"/event/{event_of[e.id]}" if e.id in event_of else None,
            key=e.id,
            report=anchors.get(e.id, ""),
            judged=said.get(anchors.get(e.id, "")),
        )


def _statements(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> Iterator[Note]:
    ids = {line.statement.id: line.id for line in detail.statements}
    for s in detail.reading.statements:
        stances = [
            fact for x in s.stance for fact in (x.toward, Fact(label("polarity", x.polarity, lang)))
        ]
        facts = _facts(
            ", ".join(s.speaker),
            Fact(label("form", s.form.value, lang)),
            Fact(date_words(s.date, lang)),
            *stances,
        )
        yield Note(
            *(s.span, "f-st", translator(lang)("발언"), facts, s.rule, s.confidence),
            chain=_names(s.chain),
            link=actor_at(s.speaker[0]) if s.speaker else None,
            key=s.id,
            statement=ids.get(s.id, ""),
            judged=said.get(statement_key(s.span)),
        )


def _remarks(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Expectations, remarks on wording, what was left out, and what to look at."""
    _ = translator(lang)
    for x in detail.reading.expectations:
        until = _("기한 %(day)s", day=date_words(x.horizon, lang)) if x.horizon else ""
        yield Note(
            *(x.span, "f-ex", label("expectation", x.kind.value, lang)),
            *(_facts(x.by, x.hedge, Fact(until)), x.rule, x.confidence),
            key=f"x{x.span.start}",
        )
    for w in detail.reading.wording_changes:
        facts = _facts(f"{w.old} → {w.new}")
        yield Note(w.span, "f-st", _("문구 바뀜"), facts, w.rule, w.confidence)
    for o in detail.reading.omissions:
        yield Note(o.span, "f-ex", _("말하지 않은 것"), _facts(o.what), o.rule, o.confidence)
    for f in detail.reading.findings:
        if f.span is not None:
            facts = _facts(f.message)
            yield Note(f.span, "f-no", _("살펴볼 것"), facts, f.code, 1.0, doubt=True)


def notes_of(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> list[Note]:
    """All notes of a page in order of the text; the longer first where two begin together."""
    notes = [
        *_quiet(detail, lang),
        *_events(detail, lang, said),
        *_statements(detail, lang, said),
        *_remarks(detail, lang),
    ]
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
        begins = tuple(n for n in covering if max(n.span.start, block.span.start) == start)
        pieces.append(Piece(here.of(text), css, covering, begins, ends))
    return tuple(pieces)


def _add_furniture(rows: list[Row], block: Block, text: str) -> None:
    """Put a line of furniture with those right before it."""
    before = rows[-1].furniture if rows and rows[-1].furniture else ()
    if before:
        rows.pop()
    lines = (*before, block.span.of(text).strip())
    rows.append(Row(block.kind, (), (), block.rule, block.number, lines))


def rows_of(
    detail: ArticleDetail, lang: str, said: Mapping[str, Judged] | None = None
) -> list[Row]:
    """Every block as a row; furniture has no notes.

    Args:
        detail: The page.
        lang: Of the interface.
        said: What people decided, as ``judging.judged`` gives it.
    """
    text = detail.reading.article.text
    notes = notes_of(detail, lang, said or {})
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
        rows.append(Row(block.kind, pieces, told, block.rule, block.number, start=block.span.start))
    return rows


def outline_of(rows: Sequence[Row]) -> list[tuple[str, list[tuple[int, Note]]]]:
    """Numbered notes by kind (the head up to its colon), in order of the text."""
    kinds: dict[str, list[tuple[int, Note]]] = {}
    for row in rows:
        for number, note in row.notes:
            kinds.setdefault(note.head.partition(":")[0], []).append((number, note))
    return list(kinds.items())
