"""One page through the stage: decode, find the lines, find who and when.

Comes in: ``Page``. Goes out: ``Article``. The only module here that knows the order of the steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from haengbo.article.attribution import find_makers
from haengbo.article.clippings import read_clipping
from haengbo.article.cues import Cues, cues_of
from haengbo.article.dating import find_dates
from haengbo.article.decode import decode
from haengbo.article.documents import DOCUMENTS, read_document
from haengbo.article.fields import fields_of
from haengbo.article.markup import ATTRIBUTES_MOST, crowded
from haengbo.article.metadata import Metadata
from haengbo.article.plain import blocks_in_source, plain_blocks
from haengbo.article.recover import Content, read_html
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.morphemes import analyser
from haengbo.model.article import BULLETIN, Article, BlockKind, Finding, Stated
from haengbo.model.page import MediaType, Page
from haengbo.model.unseen import Sight, seen, telling


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
    sight = Sight(content.text)
    if sight.whole:
        return _article(page, content, cues, odd)
    if page.media_type is not MediaType.TEXT:
        blocks = tuple(replace(block, span=sight.ahead(block.span)) for block in content.blocks)
        return _article(page, replace(content, text=sight.text, blocks=blocks), cues, odd)
    blocks = plain_blocks(sight.text, cues)
    article = _article(page, replace(content, text=sight.text, blocks=blocks), cues, odd)
    blocks = tuple(blocks_in_source(content.text, article.blocks))
    return replace(sight.back(article), text=content.text, blocks=blocks)


def _article(page: Page, content: Content, cues: Cues, odd: tuple[Finding, ...]) -> Article:
    """The article of a text as it is seen."""
    if not any(b.kind is BlockKind.BODY or b.rule == BULLETIN for b in content.blocks):
        raise PageError(page.name, "기사 본문을 찾지 못했다")
    metadata = content.metadata
    if page.known.url:
        metadata = replace(metadata, url=page.known.url)
    published, updated, findings = find_dates(content.text, content.blocks, metadata, cues)
    if page.known.published:
        published, findings = Stated(page.known.published, None, "known:user"), ()
    outlet = page.known.outlet and seen(page.known.outlet)
    makers = find_makers(content.text, content.blocks, metadata, cues, outlet)
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
        findings=(*odd, *_unseen(content.unseen), *findings),
    )


def _unseen(hidden: Counter[str]) -> Iterator[Finding]:
    """What a reader of the printed page cannot know."""
    if hidden:
        each = ", ".join(f"U+{ord(c):04X} {n}" for c, n in sorted(hidden.items()))
        message = f"낱말 속에 숨었거나 글의 방향을 바꾸는 글자가 {hidden.total()}개 있다({each}). "
        yield Finding("unseen-characters", f"{message}없는 것으로 보고 읽었다.")


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
        if crowded(decoded.text):
            raise PageError(page.name, f"한 요소의 속성이 너무 많다({ATTRIBUTES_MOST}개를 넘는다)")
        return read_html(decoded.text, cues, fields_of(knowledge), page.known.url), decoded.findings
    text = decoded.text
    content = Content(text, plain_blocks(text, cues), Metadata(), telling(text))
    return content, decoded.findings
