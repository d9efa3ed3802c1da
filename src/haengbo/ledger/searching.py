"""Search over morphemes: words in, pages with marked snippets out.

Words of the query have gone through the same analyser and folding as the text, so that 러시아
finds a page that says 로씨야. Newest pages first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import Alternatives, holding, number_holding
from haengbo.ledger.lines import event_lines, page_refs
from haengbo.ledger.sought import Sought
from haengbo.ledger.tables import ActorRow, ArticleRow, EventRow, ReadingRow, ReportRow
from haengbo.ledger.views import EventLine, Listing, SearchHit, Snippet
from haengbo.model.article import BlockKind

#: Code points before and after the first word found.
_BEFORE, _AFTER = 40, 120
#: Articles that hold the words of a search; if more do, the newest are soon found by walking.
MANY = 2_000
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
    holders = number_holding(session, words)
    where = [
        holding(session.get_bind().dialect, words, walked=holders > MANY),
        *(ArticleRow.body.contains(phrase, autoescape=True) for phrase in phrases),
    ]
    total = _number(session, where) if phrases else holders
    refs = _newest(session, where, number, size)
    return _listing(session, refs, total, lambda text: snippet(text, forms), (number, size))


def leafed(
    session: Session, sought: Sought, forms: Sequence[str], *, number: int, size: int
) -> Listing[SearchHit]:
    """The same from pages in memory: of very many with a phrase their number is a least number."""
    found, all_ = sought.first(session, number * size + 1)
    shown = found[(number - 1) * size : number * size].tolist()
    rows = session.execute(
        select(ArticleRow.reading, ArticleRow.page).where(ArticleRow.reading.in_(shown))
    )
    pages = dict(rows.all())
    listing = _listing(
        session,
        [pages[reading] for reading in shown if reading in pages],
        len(found),
        lambda text: snippet(text, forms),
        (number, size),
    )
    return replace(listing, at_least=not all_)


def list_pages(
    session: Session, *, who: str | None = None, number: int = 1, size: int = 50
) -> Listing[SearchHit]:
    """Every page, newest first, with its beginning; ``who``: only pages that name this actor."""
    where = [ArticleRow.page.in_(select(ActorRow.page).where(ActorRow.name == who))] if who else []
    pages, total = _newest(session, where, number, size), _number(session, where)
    return _listing(session, pages, total, lambda text: snippet(text, ()), (number, size))


def _number(session: Session, where: Sequence[ColumnElement[bool]]) -> int:
    return session.scalar(select(func.count()).select_from(ArticleRow).where(*where)) or 0


def _newest(
    session: Session, where: Sequence[ColumnElement[bool]], number: int, size: int
) -> Sequence[str]:
    """One page of a list of pages, newest first, those without a day last."""
    return session.scalars(
        select(ArticleRow.page)
        .where(*where)
        .order_by(ArticleRow.day.desc().nulls_last(), ArticleRow.page)
        .limit(size)
        .offset((number - 1) * size)
    ).all()


def _listing(
    session: Session,
    pages: Sequence[str],
    total: int,
    shown: Callable[[str], Snippet],
    place: tuple[int, int],
) -> Listing[SearchHit]:
    """Pages with what is shown of each text, which is fetched of these only."""
    texts = told(session, pages)
    refs, counts = page_refs(session, pages), _events(session, pages)
    hits = tuple(SearchHit(refs[page], shown(texts[page]), counts.get(page, 0)) for page in pages)
    return Listing(hits, total, *place)


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


def events_with(
    session: Session, words: Sequence[Alternatives], phrases: Sequence[str], size: int
) -> tuple[tuple[EventLine, ...], int | None]:
    """The newest events told on pages that hold the words, and how many there are.

    The number is ``None`` where very many pages hold the words: it is not worth its time.

    Args:
        session: Of the ledger.
        words: As in ``search``.
        phrases: As in ``search``.
        size: Events at most.
    """
    if not words:
        return (), 0
    many = number_holding(session, words) > MANY
    saying = (ArticleRow.body.contains(phrase, autoescape=True) for phrase in phrases)
    told_there = (
        select(ReportRow.event)
        .join(ArticleRow, ArticleRow.page == ReportRow.page)
        .where(holding(session.get_bind().dialect, words, walked=many), *saying)
    )
    where = (
        told_there.where(ReportRow.event == EventRow.id).exists()
        if many
        else EventRow.id.in_(told_there.where(ReportRow.event.is_not(None)))
    )
    rows = session.scalars(
        select(EventRow)
        .where(where)
        .order_by(EventRow.day.desc().nulls_last(), EventRow.id)
        .limit(size)
    ).all()
    counted = select(func.count()).select_from(EventRow).where(where)
    return event_lines(session, rows), None if many else session.scalar(counted) or 0


def _events(session: Session, pages: Sequence[str]) -> dict[str, int]:
    rows = session.execute(
        select(ReportRow.page, func.count(func.distinct(ReportRow.event)))
        .where(ReportRow.page.in_(pages))
        .group_by(ReportRow.page)
    )
    return dict(rows.all())
