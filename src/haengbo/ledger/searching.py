"""Search over morphemes: words in, pages with marked snippets out.

Words of the query have gone through the same analyser and folding as the text, so that 러시아
finds a page that says 로씨야. Newest pages first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import Alternatives, holding
from haengbo.ledger.lines import page_refs
from haengbo.ledger.tables import ActorRow, ArticleRow, ReadingRow, ReportRow
from haengbo.ledger.views import Listing, SearchHit, Snippet
from haengbo.model.article import BlockKind

#: Code points before and after the first word found.
_BEFORE, _AFTER = 40, 120
#: Kinds of blocks that tell something below the headline.
_TOLD = {BlockKind.SUBTITLE.value, BlockKind.BODY.value, BlockKind.CAPTION.value}


def snippet(text: str, forms: Sequence[str]) -> Snippet:
    """A stretch of the text around the first of these words, with all of them marked.

    Example:
        ``snippet("로씨야 대표단이 왔다", ["로씨야"]).marks`` is ``((0, 3),)``.
    """
    places = [at for form in forms if form and (at := text.find(form)) >= 0]
    first = min(places, default=0)
    start, end = max(0, first - _BEFORE), min(len(text), first + _AFTER)
    piece = text[start:end].replace("\n", " ")
    marks: set[tuple[int, int]] = set()
    for form in forms:
        at = piece.find(form) if form else -1
        while at >= 0:
            marks.add((at, at + len(form)))
            at = piece.find(form, at + 1)
    return Snippet(piece, _apart(sorted(marks, key=lambda m: (m[0], -m[1]))))


def _apart(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for mark in marks:
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return tuple(kept)


def search(
    session: Session,
    words: Sequence[Alternatives],
    forms: Sequence[str],
    *,
    phrases: Sequence[str] = (),
    number: int = 1,
    size: int = 20,
) -> Listing[SearchHit]:
    """Pages that hold all the words.

    Args:
        session: Of the ledger.
        words: Analysed and folded.
        forms: What to mark in the text: the words in every spelling.
        phrases: What the text must hold as it stands.
        number: 1-based page of the list.
        size: Hits per page.
    """
    if not words:
        return Listing((), 0, number, size)
    where = [
        holding(session.get_bind().dialect, words),
        *(ArticleRow.body.contains(phrase, autoescape=True) for phrase in phrases),
    ]
    return _listed(session, where, lambda text: snippet(text, forms), number=number, size=size)


def list_pages(
    session: Session, *, who: str | None = None, number: int = 1, size: int = 50
) -> Listing[SearchHit]:
    """Every page, newest first, with its beginning; ``who``: only pages that name this actor."""
    where = [ArticleRow.page.in_(select(ActorRow.page).where(ActorRow.name == who))] if who else []
    return _listed(session, where, lambda text: snippet(text, ()), number=number, size=size)


def _listed(
    session: Session,
    where: Sequence[ColumnElement[bool]],
    shown: Callable[[str], Snippet],
    *,
    number: int,
    size: int,
) -> Listing[SearchHit]:
    """One page of a list of pages, newest first, with what is shown of each text."""
    total = session.scalar(select(func.count()).select_from(ArticleRow).where(*where)) or 0
    # Texts of those shown only: sorting would carry along those of all
    pages = session.scalars(
        select(ArticleRow.page)
        .where(*where)
        .order_by(ArticleRow.day.is_(None), ArticleRow.day.desc(), ArticleRow.page)
        .limit(size)
        .offset((number - 1) * size)
    ).all()
    texts = told(session, pages)
    refs, counts = page_refs(session, pages), _events(session, pages)
    hits = tuple(SearchHit(refs[page], shown(texts[page]), counts.get(page, 0)) for page in pages)
    return Listing(hits, total, number, size)


class _Block(msgspec.Struct, array_like=True):
    kind: str
    start: int
    end: int


class _Blocks(msgspec.Struct):
    blocks: list[_Block] = []


class _Reading(msgspec.Struct):
    article: _Blocks


def told(session: Session, pages: Sequence[str]) -> dict[str, str]:
    """Page → its news without the headline and without what stands around it on the page.

    Menus, rankings and copyright lines hold the same words on every page of an outlet: whoever
    searches wants to see the sentence. A page without any such text is given whole.
    """
    rows = session.execute(
        select(ArticleRow.page, ArticleRow.body, ReadingRow.record)
        .join(ReadingRow, ReadingRow.id == ArticleRow.reading)
        .where(ArticleRow.page.in_(pages))
    )
    return {page: _news(body, record) or body for page, body, record in rows}


def _news(body: str, record: str) -> str:
    if not record:
        return ""
    blocks = msgspec.json.decode(record, type=_Reading).article.blocks
    return "\n".join(body[b.start : b.end] for b in blocks if b.kind in _TOLD)


def _events(session: Session, pages: Sequence[str]) -> dict[str, int]:
    rows = session.execute(
        select(ReportRow.page, func.count(func.distinct(ReportRow.event)))
        .where(ReportRow.page.in_(pages))
        .group_by(ReportRow.page)
    )
    return dict(rows.all())
