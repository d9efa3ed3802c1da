"""Search over morphemes: words in, pages with marked snippets out.

Words of the query have gone through the same analyser and folding as the text, so that 러시아
finds a page that says 로씨야. Newest pages first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import Alternatives, holding
from haengbo.ledger.lines import page_refs
from haengbo.ledger.tables import ActorRow, ArticleRow, ReportRow
from haengbo.ledger.views import Listing, SearchHit, Snippet

#: Code points before and after the first word found.
_BEFORE, _AFTER = 40, 120


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
    return _listed(
        session,
        where,
        ArticleRow.body,
        lambda body: snippet(body, forms),
        number=number,
        size=size,
    )


def list_pages(
    session: Session, *, who: str | None = None, number: int = 1, size: int = 50
) -> Listing[SearchHit]:
    """Every page, newest first, with its beginning; ``who``: only pages that name this actor."""
    where = [ArticleRow.page.in_(select(ActorRow.page).where(ActorRow.name == who))] if who else []
    beginning = func.substr(ArticleRow.body, 1, _BEFORE + _AFTER)
    return _listed(
        session,
        where,
        beginning,
        lambda body: Snippet(body.replace("\n", " ")),
        number=number,
        size=size,
    )


def _listed(
    session: Session,
    where: Sequence[ColumnElement[bool]],
    text: SQLColumnExpression[str],
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
    found = session.execute(select(ArticleRow.page, text).where(ArticleRow.page.in_(pages)))
    texts: dict[str, str] = dict(iter(found))
    refs, counts = page_refs(session, pages), _events(session, pages)
    hits = tuple(SearchHit(refs[page], shown(texts[page]), counts.get(page, 0)) for page in pages)
    return Listing(hits, total, number, size)


def _events(session: Session, pages: Sequence[str]) -> dict[str, int]:
    rows = session.execute(
        select(ReportRow.page, func.count(func.distinct(ReportRow.event)))
        .where(ReportRow.page.in_(pages))
        .group_by(ReportRow.page)
    )
    return dict(rows.all())
