"""``/pages``, ``/articles``, ``/readings``: what came in, what it is cleaned, what it says.

A page is asked for by its name, its hash or a unique beginning of its hash. Whole texts go out
only where ``text=true`` asks for them: the pages are other people's work.
"""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from haengbo.annals.making import (
    article_record,
    capture_record,
    hit_record,
    page_record,
    reading_record,
)
from haengbo.annals.records import (
    ArticleRecord,
    CaptureRecord,
    HitRecord,
    PageRecord,
    ReadingRecord,
)
from haengbo.ledger.articles import find_page
from haengbo.ledger.views import ArticleDetail
from haengbo.ledger.walking import pages_after, readings_after, snippets_of
from haengbo.web.api.answers import (
    Condition,
    Records,
    answered,
    ledger_of,
    links_of,
    listed,
    paged,
)
from haengbo.web.api.cursors import place_of
from haengbo.web.api.filters import Key, PageQuery, ReadingQuery, TextOnly

router = APIRouter(tags=["pages"])
_KIND = ("pages", "new")


@router.get("/pages", response_model=Records[PageRecord])
def list_pages(
    request: Request, query: Annotated[PageQuery, Query()], condition: Condition
) -> Response:
    """Pages that were taken in, newest first."""
    ledger, after = ledger_of(request), place_of(*_KIND, query.cursor)
    words = ledger.words.for_search(query.text) if query.text else None
    with ledger.reading() as session:
        piece = pages_after(session, query.wanted(), words, after=after, size=query.limit)
    return listed(request, piece, partial(page_record, links=links_of(request)), _KIND, condition)


def _detail(request: Request, page: str) -> ArticleDetail:
    detail = ledger_of(request).article(page)
    if detail is None:
        raise HTTPException(404, "No page with a reading has this name or hash.")
    return detail


@router.get("/pages/{page:path}", response_model=CaptureRecord)
def get_page(request: Request, page: Key, condition: Condition) -> Response:
    """One page: how it came in, under which names, which others have its text."""
    ledger, detail = ledger_of(request), _detail(request, page)
    with ledger.reading() as session:
        row = find_page(session, detail.page.sha256)
        added = row.added if row is not None else ""
    capture = ledger.page(detail.page.sha256)
    return answered(capture_record(detail, capture, added, links_of(request)), condition)


@router.get("/articles", response_model=Records[HitRecord])
def list_articles(
    request: Request, query: Annotated[PageQuery, Query()], condition: Condition
) -> Response:
    """Articles, newest first, with the words around the first place that was looked for."""
    ledger, after = ledger_of(request), place_of(*_KIND, query.cursor)
    words = ledger.words.for_search(query.text) if query.text else None
    forms = ledger.words.forms_of_query(query.text) if query.text else ()
    with ledger.reading() as session:
        piece = pages_after(session, query.wanted(), words, after=after, size=query.limit)
        shown = snippets_of(session, [line.page.sha256 for line in piece.items], forms)
    links = links_of(request)
    items = [hit_record(line, shown[line.page.sha256], links) for line in piece.items]
    return paged(request, items, piece, _KIND, condition)


@router.get("/articles/{page:path}", response_model=ArticleRecord)
def get_article(
    request: Request, page: Key, query: Annotated[TextOnly, Query()], condition: Condition
) -> Response:
    """One page cleaned: title, outlet, wire, authors, days, and the kind of each part."""
    detail = _detail(request, page)
    return answered(article_record(detail, links_of(request), with_text=query.text), condition)


@router.get("/readings", response_model=Records[ReadingRecord])
def list_readings(
    request: Request, query: Annotated[ReadingQuery, Query()], condition: Condition
) -> Response:
    """Readings that were made of pages, newest first, superseded ones too."""
    kind = ("readings", "new")
    after = place_of(*kind, query.cursor)
    with ledger_of(request).reading() as session:
        row = find_page(session, query.page) if query.page else None
        # No page has an empty hash: of one that is not there, no reading is listed
        wanted = None if query.page is None else (row.sha256 if row is not None else "")
        piece = readings_after(session, page=wanted, after=after, size=query.limit)
    record = partial(reading_record, links=links_of(request))
    return listed(request, piece, record, kind, condition)


@router.get("/readings/{page:path}", response_model=dict[str, Any])
def get_reading(
    request: Request, page: Key, query: Annotated[TextOnly, Query()], condition: Condition
) -> Response:
    """The present reading of a page, as `haengbo read --format jsonl` prints it."""
    record = _detail(request, page).reading.to_dict()
    if not query.text:
        record["article"] = _without_text(record["article"])
    return answered(record, condition)


def _without_text(article: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """The article without what would give its text whole."""
    return {k: v for k, v in article.items() if k not in {"text", "paragraphs", "captions"}}
