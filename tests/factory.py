"""Builders shared by tests of the reading: an article from its paragraphs, document and reading.

The article is made by hand, so that a test of the reading does not depend on how pages are cut.
"""

from __future__ import annotations

from dataclasses import replace

from haengbo.knowledge import Knowledge, load
from haengbo.model.article import Article, Block, BlockKind, Stated
from haengbo.model.page import MediaType
from haengbo.model.reading import Reading
from haengbo.model.span import Span
from haengbo.pipeline import read_article
from haengbo.reading.document import Document
from haengbo.reading.mentions import find_mentions
from haengbo.reading.mentions.marked import with_marked_names
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times

#: A Saturday; every test that does not say otherwise was "published" on it.
PUBLISHED = "2024-11-02"
OUTLET = "가람일보"


def article_of(
    *paragraphs: str, published: str | None = PUBLISHED, title: str | None = None
) -> Article:
    """A plain-text article: one line a paragraph, all body, under a headline if one is given."""
    lines = ([title] if title else []) + list(paragraphs)
    blocks, at = [], 0
    for number, line in enumerate(lines, 1):
        kind = BlockKind.TITLE if title and number == 1 else BlockKind.BODY
        blocks.append(Block(kind, Span(at, at + len(line)), number, "by-hand"))
        at += len(line) + 1
    return Article(
        page="page.txt",
        sha256="0" * 64,
        media_type=MediaType.TEXT,
        text="\n".join(lines),
        blocks=tuple(blocks),
        outlet=Stated(OUTLET, None, "by-hand"),
        published=Stated(published, None, "by-hand") if published else None,
    )


def document_of(
    *paragraphs: str, knowledge: Knowledge | None = None, published: str | None = PUBLISHED
) -> Document:
    """The document of such an article with mentions and times found."""
    document = prepare(article_of(*paragraphs, published=published), knowledge or load())
    document = with_marked_names(replace(document, mentions=find_mentions(document)))
    return replace(document, times=find_times(document))


def read_paragraphs(*paragraphs: str, published: str | None = PUBLISHED) -> Reading:
    """The reading of such an article."""
    return read_article(article_of(*paragraphs, published=published), load(), reading_id="page")
