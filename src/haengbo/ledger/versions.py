"""Versions of articles: what their recognition reads and writes, and queries about them.

Comes in: dirty pages, versions as collation found them. Goes out: captures to compare, the
versions that hold, lists of them. Invariant: a page has a row here if and only if there is another
capture of its article; pages whose version changed are dirty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, aliased, undefer

from haengbo.ledger.articles import find_page
from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.intake import mark_dirty
from haengbo.ledger.lines import page_refs
from haengbo.ledger.tables import ArticleRow, PageRow, VersionRow
from haengbo.ledger.views import PageRef
from haengbo.model.address import address_key, part_of
from haengbo.model.page import MediaType
from haengbo.model.version import CAPTURES_MOST, Capture, Version


@dataclass(frozen=True, slots=True)
class VersionView:
    """One capture among those of its article.

    Attributes:
        page: The capture.
        number: From 1, oldest first.
        published: As this version says (입력).
        updated: As this version says (수정).
        captured: When it was fetched, where that is known.
    """

    page: PageRef
    number: int
    published: str | None
    updated: str | None
    captured: str | None


@dataclass(frozen=True, slots=True)
class VersionListing:
    """All captures of one article, oldest first; at least two."""

    versions: tuple[VersionView, ...]

    @property
    def present(self) -> VersionView:
        """The newest: it alone is asked what the article reports."""
        return self.versions[-1]

    def number_of(self, sha256: str) -> int:
        """Number of a capture; 0 if it is none of these."""
        return next((v.number for v in self.versions if v.page.sha256 == sha256), 0)


def superseded_among(session: Session, pages: Iterable[str]) -> set[str]:
    """Those of these pages of which there is a newer version."""
    return {v.page for v in versions_of(session, pages).values() if not v.is_present}


def captures_near(session: Session, pages: Iterable[str]) -> list[Capture]:
    """The pages that have an address, and all others of these addresses."""
    keys: set[str] = set()
    for part in chunks(pages):
        rows = session.scalars(select(ArticleRow.address).where(ArticleRow.page.in_(part)))
        keys.update(key for key in rows if key is not None)
    out: list[Capture] = []
    crowded = _crowded(session, keys)
    for some, whole in ((keys - crowded, True), (crowded, False)):
        for part in chunks(some):
            query = (
                select(ArticleRow, PageRow.media_type, PageRow.captured)
                .join(PageRow, PageRow.sha256 == ArticleRow.page)
                .where(ArticleRow.address.in_(part))
            )
            found = session.execute(query.options(undefer(ArticleRow.letters)) if whole else query)
            out.extend(_capture(*row, whole=whole) for row in found)
    return out


def _crowded(session: Session, keys: Iterable[str]) -> set[str]:
    """Addresses with so many captures that their texts are not compared."""
    found: set[str] = set()
    for part in chunks(keys):
        query = (
            select(ArticleRow.address)
            .where(ArticleRow.address.in_(part))
            .group_by(ArticleRow.address)
            .having(func.count() > CAPTURES_MOST)
        )
        found.update(key for key in session.scalars(query) if key is not None)
    return found


def _capture(article: ArticleRow, kind: str, captured: str | None, *, whole: bool) -> Capture:
    return Capture(
        article.page,
        article.address or "",
        kind != MediaType.CLIPPING.value,
        article.title,
        article.published,
        article.updated,
        captured,
        article.letters if whole else "",
        part_of(article.url),
    )


_VERSIONS = select(VersionRow).where(given(VersionRow.page))


def versions_of(session: Session, pages: Iterable[str] | None = None) -> dict[str, Version]:
    """Versions of these pages, or of all; pages of which there is one capture only are left out."""
    if pages is None:
        return {row.page: _version(row) for row in session.scalars(select(VersionRow))}
    found: dict[str, Version] = {}
    for part in chunks(pages):
        rows = session.scalars(_VERSIONS, {GIVEN: part})
        found.update((row.page, _version(row)) for row in rows)
    return found


def _version(row: VersionRow) -> Version:
    return Version(row.page, row.article, row.number, row.present)


_MINE, _OTHERS = aliased(VersionRow), aliased(VersionRow)
_CAPTURES = (
    select(_OTHERS.page).join(_MINE, _MINE.article == _OTHERS.article).where(given(_MINE.page))
)


def versioned_with(session: Session, pages: Iterable[str]) -> set[str]:
    """All captures of the articles of these pages."""
    found: set[str] = set()
    for part in chunks(pages):
        found.update(session.scalars(_CAPTURES, {GIVEN: part}))
    return found


def store_versions(session: Session, pages: Iterable[str], versions: Iterable[Version]) -> None:
    """Replace what is known of versions among ``pages``; pages whose version changed are dirty.

    Args:
        session: In a transaction.
        pages: All captures that were compared, and all that were versions of these.
        versions: Those that hold now.
    """
    pages = set(pages) | versioned_with(session, pages)
    before = versions_of(session, pages)
    after = {version.page: version for version in versions}
    changed = {p for p in {*before, *after} if before.get(p) != after.get(p)}
    for part in chunks(changed):
        session.execute(delete(VersionRow).where(VersionRow.page.in_(part)))
    session.add_all(
        VersionRow(page=v.page, article=v.article, number=v.number, present=v.present)
        for page in sorted(changed)
        if (v := after.get(page)) is not None
    )
    session.flush()
    mark_dirty(session, changed)


def list_versions(session: Session, key: str | None = None) -> tuple[VersionListing, ...]:
    """Articles of which there are several captures, by the name of their newest.

    Args:
        session: Of the ledger.
        key: Only the article of this page: its name, hash or address.
    """
    query = select(VersionRow)
    if key is not None:
        page = page_at(session, key)
        present = select(VersionRow.present).where(VersionRow.page == page)
        query = query.where(VersionRow.present.in_(present))
    parts: dict[str, list[VersionRow]] = {}
    for row in session.scalars(query.order_by(VersionRow.article, VersionRow.number)):
        parts.setdefault(row.present, []).append(row)
    groups = {present: rows for present, rows in parts.items() if len(rows) > 1}
    views = _views(session, [row for rows in groups.values() for row in rows])
    found = (VersionListing(tuple(views[row.page] for row in rows)) for rows in groups.values())
    return tuple(sorted(found, key=lambda listing: listing.present.page.name))


def _views(session: Session, rows: Iterable[VersionRow]) -> dict[str, VersionView]:
    numbers = {row.page: row.number for row in rows}
    refs = page_refs(session, numbers)
    views: dict[str, VersionView] = {}
    for part in chunks(numbers):
        found = session.execute(
            select(ArticleRow.page, ArticleRow.published, ArticleRow.updated, PageRow.captured)
            .join(PageRow, PageRow.sha256 == ArticleRow.page)
            .where(ArticleRow.page.in_(part))
        )
        for page, *when in found:
            published, updated, captured = when
            views[page] = VersionView(refs[page], numbers[page], published, updated, captured)
    return views


def page_at(session: Session, key: str) -> str | None:
    """A page by name, hash, or address; of several captures the newest."""
    row = find_page(session, key)
    if row is not None:
        return row.sha256
    address = address_key(key)
    if address is None:
        return None
    query = (
        select(ArticleRow.page)
        .outerjoin(VersionRow, VersionRow.page == ArticleRow.page)
        .where(ArticleRow.address == address)
        .order_by(VersionRow.number.desc().nulls_last(), ArticleRow.page)
    )
    return session.scalars(query.limit(1)).first()
