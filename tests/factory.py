"""Builders shared by tests of the reading: a page from its paragraphs, a document from a page."""

from __future__ import annotations

from dataclasses import replace

from haengbo.article import to_article
from haengbo.knowledge import Knowledge, load
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Reading
from haengbo.pipeline import read_page
from haengbo.reading.document import Document
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times

#: A Saturday; every test that does not say otherwise was "published" on it.
PUBLISHED = "2024-11-02"
HEADLINE = "외무상 모스크바 도착"


def page_of(*paragraphs: str, published: str | None = PUBLISHED) -> Page:
    """An HTML page of invented paragraphs under an invented headline."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    html = (
        f'<html><head><meta charset="utf-8"><title>{HEADLINE}</title></head>'
        f"<body><article><h1>{HEADLINE}</h1>{body}</article></body></html>"
    )
    return Page("page.html", html.encode(), MediaType.HTML, Known(published, "가람일보"))


def read_paragraphs(*paragraphs: str, published: str | None = PUBLISHED) -> Reading:
    """The reading of such a page."""
    return read_page(page_of(*paragraphs, published=published), load())


def document_of(*paragraphs: str, knowledge: Knowledge | None = None) -> Document:
    """The document of such a page with mentions and times found."""
    known = knowledge or load()
    document = prepare(to_article(page_of(*paragraphs), known), known)
    document = replace(document, mentions=find_mentions(document))
    return replace(document, times=find_times(document))
