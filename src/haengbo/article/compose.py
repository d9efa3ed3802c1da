"""One page through the stage: decode, find the lines, find who and when.

Comes in: ``Page``. Goes out: ``Article``. The only module here that knows the order of the steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from haengbo.article.attribution import find_makers
from haengbo.article.clippings import read_clipping
from haengbo.article.cues import Cues, cues_of
from haengbo.article.dating import find_dates
from haengbo.article.decode import decode
from haengbo.article.documents import DOCUMENTS, read_document
from haengbo.article.fields import fields_of
from haengbo.article.metadata import Metadata
from haengbo.article.plain import plain_blocks
from haengbo.article.recover import Content, read_html
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.morphemes import analyser
from haengbo.model.article import Article, BlockKind, Finding, Stated
from haengbo.model.page import MediaType, Page


def to_article(page: Page, knowledge: Knowledge) -> Article:
    """Clean one page.

    Raises:
        PageError: It cannot be decoded, or there is no article on it.

    Example:
        A page of ``[가람신문=민들레 기자] 북한은 … 밝혔다.`` has outlet 가람신문, author 민들레.
    """
    if not page.data.strip():
        raise PageError(page.name, "빈 파일이다")
    cues = cues_of(knowledge)
    content, odd = _content(page, cues, knowledge)
    if not any(block.kind is BlockKind.BODY for block in content.blocks):
        raise PageError(page.name, "기사 본문을 찾지 못했다")
    metadata = content.metadata
    if page.known.url:
        metadata = replace(metadata, url=page.known.url)
    published, updated, findings = find_dates(content.text, content.blocks, metadata, cues)
    if page.known.published:
        published, findings = Stated(page.known.published, None, "known:user"), ()
    makers = find_makers(content.text, content.blocks, metadata, cues, page.known.outlet)
    return Article(
        page=page.name,
        sha256=page.sha256,
        media_type=page.media_type,
        text=content.text,
        blocks=content.blocks,
        outlet=makers.outlet,
        origin=makers.origin,
        authors=makers.authors,
        published=published,
        updated=updated,
        url=metadata.url,
        findings=(*odd, *findings),
    )


def _joined(knowledge: Knowledge, lines: Sequence[str]) -> str:
    """Printed lines on one line, by the analyser that reads sentences later."""
    return analyser(gazetteer(knowledge).user_words).joined(lines)


def _content(page: Page, cues: Cues, knowledge: Knowledge) -> tuple[Content, tuple[Finding, ...]]:
    """What is on the page, by its media type, and what is odd about its bytes."""
    if page.media_type is MediaType.CLIPPING:
        return read_clipping(page, cues)
    if page.media_type in DOCUMENTS:
        return read_document(page, cues, partial(_joined, knowledge)), ()
    decoded = decode(page)
    if page.media_type is MediaType.HTML:
        return read_html(decoded.text, cues, fields_of(knowledge), page.known.url), decoded.findings
    content = Content(decoded.text, plain_blocks(decoded.text, cues), Metadata())
    return content, decoded.findings
