"""The sources: pages with who published, wrote and copied them, as plain records.

With a filter these are the pages that report the events that the filter leaves (the bibliography
of that chronicle); without one, all pages. Invariant: by day, then by name; no text unless asked
for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from haengbo.export.records import Record
from haengbo.export.wanted import Wanted, wanted_events
from haengbo.ledger.articles import present_reading
from haengbo.ledger.views import PageRef
from haengbo.model.article import NEWS_KINDS, Article


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as others cite it.

    Attributes:
        ref: What lists call it.
        authors: Reporters.
        published: EDTF date with its time where given, or ``None``.
        text: Its news text, if asked for and still there.
        copy_of: Name of the page whose text it is, or ``None``.
        newer: Hash of the newest version of the article, if this is an earlier one.
    """

    ref: PageRef
    authors: tuple[str, ...]
    published: str | None
    text: str | None
    copy_of: str | None
    newer: str | None = None


def wanted_pages(wanted: Wanted) -> Iterator[SourcePage]:
    """Every page that the filter leaves, oldest first, undated last."""
    refs = _reporting(wanted) if wanted.filtered else _all(wanted)
    copies = {
        copy.sha256: listing.pages[0].name
        for listing in wanted.ledger.copies()
        for copy in listing.pages[1:]
    }
    newer = {
        version.page.sha256: article.present.page.sha256
        for article in wanted.ledger.versions()
        for version in article.versions[:-1]
    }
    for ref in sorted(refs.values(), key=lambda r: (r.day or "9999", r.name, r.sha256)):
        source = _source(wanted, ref, copies.get(ref.sha256))
        yield replace(source, newer=newer.get(ref.sha256))


def _all(wanted: Wanted) -> dict[str, PageRef]:
    refs: dict[str, PageRef] = {}
    number = 1
    while True:
        listing = wanted.ledger.pages(number=number, size=500)
        refs |= {hit.page.sha256: hit.page for hit in listing.items}
        if number >= listing.pages:
            return refs
        number += 1


def _reporting(wanted: Wanted) -> dict[str, PageRef]:
    return {
        report.page.sha256: report.page
        for _, reports in wanted_events(wanted)
        for report in reports
    }


def _source(wanted: Wanted, ref: PageRef, copy_of: str | None) -> SourcePage:
    with wanted.ledger.reading() as session:
        reading = present_reading(session, ref.sha256)
    if reading is None:
        return SourcePage(ref, (), ref.day, None, copy_of)
    article = reading.article
    return SourcePage(
        ref,
        tuple(author.value for author in article.authors),
        article.published.value if article.published else ref.day,
        _news_text(article) if wanted.with_text else None,
        copy_of,
    )


def _news_text(article: Article) -> str | None:
    parts = [block.span.of(article.text) for block in article.blocks if block.kind in NEWS_KINDS]
    return "\n".join(part for part in parts if part.strip()) or None


def page_record(page: SourcePage, *, with_text: bool = False) -> Record:
    """One page; ``text`` only if asked for, and then ``id`` too: such lines can be read again."""
    ref = page.ref
    record: Record = {
        "page": ref.name,
        "sha256": ref.sha256,
        "title": ref.title,
        "outlet": ref.outlet,
        "origin": ref.wire,
        "authors": list(page.authors),
        "published": page.published,
        "url": ref.url,
        "copy_of": page.copy_of,
        "newer": page.newer,
    }
    return record | {"id": ref.name, "text": page.text} if with_text else record


def page_records(wanted: Wanted) -> Iterator[Record]:
    """Every page that the filter leaves."""
    for page in wanted_pages(wanted):
        yield page_record(page, with_text=wanted.with_text)
