"""The one place where the order of the stages is written.

``read_page``: page → article → reading, a pure function of (page, knowledge, version).
``read``: the same for a text, bytes or HTML string that a caller holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from haengbo import __version__
from haengbo.article import to_article
from haengbo.capture.detect import media_type_of
from haengbo.knowledge import Knowledge, load
from haengbo.model.article import Article
from haengbo.model.page import Known, Page
from haengbo.model.reading import Reading
from haengbo.reading.assemble import assemble
from haengbo.reading.attribution import find_attributions
from haengbo.reading.events import find_events
from haengbo.reading.expectations import find_expectations
from haengbo.reading.gate import on_theme
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times
from haengbo.reading.wording import (
    find_anachronisms,
    find_omissions,
    find_patterns,
    find_wording_changes,
)


def read_article(article: Article, knowledge: Knowledge, *, reading_id: str) -> Reading:
    """Article → reading. Pages off the theme keep their article and have empty lists."""
    if not on_theme(article, knowledge):
        return Reading(reading_id, article, __version__, knowledge.version, on_theme=False)
    document = prepare(article, knowledge)
    document = replace(document, mentions=find_mentions(document))
    document = replace(document, times=find_times(document))
    attributions = find_attributions(document)
    events = find_events(document, attributions)
    reading = assemble(
        document,
        attributions,
        events=events,
        expectations=find_expectations(document, attributions, events),
        wording_changes=find_wording_changes(document),
        omissions=find_omissions(document),
        patterns=find_patterns(document),
        reading_id=reading_id,
        code_version=__version__,
    )
    return replace(reading, findings=reading.findings + find_anachronisms(document))


def read_page(page: Page, knowledge: Knowledge, *, reading_id: str | None = None) -> Reading:
    """Page → reading.

    Raises:
        PageError: The page cannot be read; the message names it and says why.
    """
    return read_article(
        to_article(page, knowledge), knowledge, reading_id=reading_id or PurePath(page.name).stem
    )


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
