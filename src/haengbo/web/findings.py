"""A page with its reading → rows of text whose findings are marked in place, with their notes.

Findings may overlap (a name inside a statement), so the text is cut where any begins or ends;
each piece carries the classes and the notes of all that cover it. Invariant: the pieces of a row
put together are the block's text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.ledger.views import ArticleDetail
from haengbo.model.article import Block, BlockKind
from haengbo.model.span import Span
from haengbo.web.judging import Judged
from haengbo.web.notes import Note, notes_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row.

    Attributes:
        text: As printed.
        css: Classes of all that cover it.
        notes: All that cover it.
        begins: Those of them that begin with it.
        ends: Numbers of those that end with it.
        numbers: Numbers of those that may be judged, the shortest first.
    """

    text: str
    css: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]
    ends: tuple[int, ...]
    numbers: tuple[int, ...] = ()

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
        shortest = sorted((n for n in covering if n.judgeable), key=lambda n: len(n.span))
        judged = tuple(numbers[id(n)] for n in shortest)
        pieces.append(Piece(here.of(text), css, covering, begins, ends, judged))
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
