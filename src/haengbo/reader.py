"""Page → reading, a pure function of (page, knowledge, version); the order of its stages.

``read_page`` for a page, ``read`` for a text, bytes or HTML string that a caller holds. Apart from
``pipeline`` so that reading one page loads neither database nor collation (0.4 s of start-up).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from haengbo import __version__
from haengbo.article import to_article
from haengbo.article.decode import decode
from haengbo.capture.detect import media_type_of
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge, load
from haengbo.korean.morphemes import Token
from haengbo.model.article import Article
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Reading
from haengbo.model.unseen import seen
from haengbo.reading.assemble import assemble
from haengbo.reading.attribution import find_attributions
from haengbo.reading.confidence import calibrated
from haengbo.reading.events import find_events
from haengbo.reading.expectations import find_expectations
from haengbo.reading.gate import may_matter as mentions_theme
from haengbo.reading.gate import on_theme
from haengbo.reading.occasions import with_occasions
from haengbo.reading.prepare import find_unread
from haengbo.reading.recognised import recognised
from haengbo.reading.shown import as_printed, shown
from haengbo.reading.topics import with_topics
from haengbo.reading.wording import (
    find_anachronisms,
    find_omissions,
    find_patterns,
    find_wording_changes,
)


def read_article(
    article: Article, knowledge: Knowledge, *, reading_id: str, gated: bool = False
) -> Reading:
    """Article → reading.

    Args:
        article: The cleaned text.
        knowledge: What to read with.
        reading_id: Name of the reading.
        gated: Put pages off the theme aside with empty lists, as a ledger does with a stream;
            whoever asks for one page wants it read.
    """
    return _read(article, knowledge, reading_id=reading_id, gated=gated)[0]


def _read(
    article: Article, knowledge: Knowledge, *, reading_id: str, gated: bool
) -> tuple[Reading, tuple[Token, ...]]:
    """The reading and the morphemes that it was made from.

    Names are found as they are seen: what nobody sees is not read, and spans count it all the same.
    """
    read, sight = shown(article, knowledge)
    if sight.whole:
        return _read_seen(article, knowledge, reading_id=reading_id, gated=gated)
    reading, tokens = _read_seen(read, knowledge, reading_id=reading_id, gated=gated)
    reading = sight.back(reading)
    found = replace(
        reading.article,
        text=article.text,
        blocks=article.blocks,
        findings=article.findings + reading.article.findings,
    )
    reading = replace(
        reading,
        article=found,
        actors=as_printed(reading.actors, article.text),
        entities=as_printed(reading.entities, article.text),
        findings=article.findings + reading.findings,
    )
    return reading, tokens


def _read_seen(
    article: Article, knowledge: Knowledge, *, reading_id: str, gated: bool
) -> tuple[Reading, tuple[Token, ...]]:
    themed = on_theme(article, knowledge)
    if gated and not themed:
        return Reading(reading_id, article, __version__, knowledge.version, on_theme=False), ()
    document = recognised(article, knowledge)
    tokens = tuple(token for sentence in document.sentences for token in sentence.tokens)
    attributions = find_attributions(document)
    events = with_topics(document, find_events(document, attributions))
    placed = with_occasions(document, attributions.statements, events)
    attributions = replace(attributions, statements=placed)
    reading = assemble(
        document,
        attributions,
        events=events,
        expectations=find_expectations(document, attributions, events),
        wording_changes=find_wording_changes(document),
        omissions=find_omissions(document, attributions),
        patterns=find_patterns(document),
        reading_id=reading_id,
        code_version=__version__,
    )
    findings = reading.findings + find_anachronisms(document) + find_unread(article)
    reading = calibrated(replace(reading, findings=findings, on_theme=themed), knowledge)
    return reading, tokens


def read_page(
    page: Page, knowledge: Knowledge, *, reading_id: str | None = None, gated: bool = False
) -> Reading:
    """Page → reading; ``gated`` as in ``read_article``.

    Raises:
        PageError: The page cannot be read; the message names it and says why.
    """
    name = reading_id or page.stem
    return read_article(to_article(page, knowledge), knowledge, reading_id=name, gated=gated)


def may_matter(page: Page, knowledge: Knowledge) -> bool:
    """Whether a page can be on the theme, seen from its bytes alone; documents always may.

    Example:
        A page with ``北 외무상, 모스크바 도착`` anywhere on it may, one about the weather may not.
    """
    if page.media_type not in (MediaType.HTML, MediaType.TEXT, MediaType.CLIPPING):
        return True
    try:
        return mentions_theme(seen(decode(page).text), knowledge)
    except PageError:
        # What cannot be decoded is named as a failure where it is read
        return True


def read_for_search(page: Page, knowledge: Knowledge) -> tuple[Reading, tuple[Token, ...]]:
    """Page → reading, and the morphemes of its news, so that nobody needs to analyse it again.

    Pages off the theme are put aside and have none.

    Raises:
        PageError: The page cannot be read; the message names it and says why.
    """
    return _read(to_article(page, knowledge), knowledge, reading_id=page.stem, gated=True)


def read(
    content: str | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    name: str = "page",
    packs: Sequence[Path | str] = (),
) -> Reading:
    """Read one page that the caller holds as text, HTML or bytes.

    Args:
        content: Plain text as copied from a page, or HTML (recognised by its markup).
        published: EDTF date, if known.
        outlet: Publisher, if known.
        url: Address, if known.
        name: What to call the page.
        packs: Folders of knowledge laid over the shipped pack.

    Raises:
        PageError: The page cannot be read.

    Example:
        ``read("최선희 외무상은 …", published="2024-11-02").statements``
    """
    data = content.encode() if isinstance(content, str) else content
    known = Known(published=published, outlet=outlet, url=url)
    charset = "utf-8" if isinstance(content, str) else None
    page = Page(name, data, media_type_of(data), known=known, charset=charset)
    return read_page(page, load(packs))
