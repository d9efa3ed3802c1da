"""HTML → text, blocks and metadata, by whichever way finds the article.

Comes in: decoded HTML. Goes out: ``Content``. Ways, in order: the visible page; the data embedded
in its scripts; the body text of its JSON-LD; trafilatura's opinion of where the text is. A later
way is taken only where it finds clearly more news. Invariant: the same page gives the same answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from html import escape

from lxml.html import HtmlElement

from haengbo.article.cues import Cues
from haengbo.article.described import Described, describe
from haengbo.article.embedded import BODY_MIN, BRIEF_MIN, recover
from haengbo.article.fields import Fields
from haengbo.article.markup import Names, parse
from haengbo.article.metadata import Metadata, read_metadata
from haengbo.article.opinion import second_opinion
from haengbo.article.webpage import Webpage, read_webpage
from haengbo.model.article import Block, BlockKind
from haengbo.model.span import Span

#: Below this many characters of visible news the other ways are tried.
_SLIGHT = 400
#: Another way must find this many times as much.
_CLEARLY_MORE = 1.5


@dataclass(frozen=True, slots=True)
class Content:
    """An article's text, blocks and metadata.

    Attributes:
        unseen: Of a text made from markup: what was hidden in it, and is not in the text.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    unseen: Counter[str] = field(default_factory=Counter)


def read_html(text: str, cues: Cues, fields: Fields, url: str | None = None) -> Content:
    """The article of a page; no blocks where there is none.

    Args:
        text: Decoded HTML.
        cues: What lines are recognised by.
        fields: What fields of embedded data are called.
        url: Its address, where that is known from outside.
    """
    root = parse(text)
    if root is None:
        return Content("", (), Metadata())
    metadata = read_metadata(root, Names(cues))
    described = describe(root, url or metadata.url, cues)
    metadata = _with(metadata, described)
    page = read_webpage(root, cues, headline=metadata.headline, described=described)
    if described.body is not None and not page.news:
        page = read_webpage(root, cues, headline=metadata.headline)
    if page.news >= _SLIGHT:
        return Content(page.text, page.blocks, metadata, page.unseen)
    content = _by_other_ways(root, page, metadata, cues, fields)
    return content if content.blocks else _by_opinion(text, metadata)


def _with(metadata: Metadata, described: Described) -> Metadata:
    """What the pack's row for the outlet finds goes before what the page says to machines."""
    dates = ((described.published, "outlet-page:published"),) if described.published else ()
    return replace(
        metadata,
        headline=described.headline or metadata.headline,
        published=(*dates, *metadata.published),
        authors=(*described.authors, *metadata.authors),
        named=described.authors,
    )


def _by_other_ways(
    root: HtmlElement, page: Webpage, metadata: Metadata, cues: Cues, fields: Fields
) -> Content:
    best = Content(page.text, page.blocks, metadata, page.unseen)
    news = page.news
    recovered = recover(root, fields, least=BODY_MIN if news else BRIEF_MIN)
    if recovered is not None:
        joined = merged(metadata, recovered.metadata)
        other = _read(recovered.html, cues, joined.headline, f"{recovered.whence}:")
        if other.news > _CLEARLY_MORE * news:
            best, news = Content(other.text, other.blocks, joined, other.unseen), other.news
    if metadata.body:
        paragraphs = "".join(f"<p>{escape(x)}</p>" for x in metadata.body.split("\n"))
        title = escape(metadata.headline or "")
        html = f"<html><body><h1>{title}</h1><div>{paragraphs}</div></body></html>"
        other = _read(html, cues, metadata.headline, "json-ld:articleBody:")
        if other.news > _CLEARLY_MORE * news:
            best = Content(other.text, other.blocks, metadata, other.unseen)
    return best


def _by_opinion(text: str, metadata: Metadata) -> Content:
    """Headline of the metadata and paragraphs of the other extractor, unplaced in the page."""
    paragraphs = second_opinion(text)
    if not paragraphs:
        return Content("", (), metadata)
    lines = [(BlockKind.BODY, line) for line in paragraphs]
    if metadata.headline and metadata.headline not in paragraphs:
        lines.insert(0, (BlockKind.TITLE, metadata.headline))
    blocks, at, number = [], 0, 0
    for kind, line in lines:
        number += kind is BlockKind.BODY
        position = number if kind is BlockKind.BODY else None
        blocks.append(Block(kind, Span(at, at + len(line)), position, "opinion:trafilatura"))
        at += len(line) + 1
    return Content("\n".join(line for _, line in lines), tuple(blocks), metadata)


def _read(html: str, cues: Cues, headline: str | None, prefix: str) -> Webpage:
    root = parse(html)
    if root is None:
        return Webpage("", (), 0)
    return read_webpage(root, cues, headline=headline, prefix=prefix)


def merged(page: Metadata, data: Metadata) -> Metadata:
    """Metadata of the page's head, with those of its data put before them."""
    return replace(
        page,
        headline=data.headline or page.headline,
        outlets=(*data.outlets, *page.outlets),
        published=(*data.published, *page.published),
        updated=(*data.updated, *page.updated),
        authors=(*data.authors, *page.authors),
    )
