"""Copies of texts, as collation asks for them: the original of a page.

Comes in: pages that collation looks at. Goes out: the originals of those that are copies, asked of
the ledger when they are first needed and for many pages at once, so that collating a page costs the
same however many copies the ledger knows. Invariant: says the same as the whole table of copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.joining import source_of
from haengbo.ledger.tables import ArticleRow, CopyRow, PageRow
from haengbo.model.collation import Source, Told

_ORIGINAL = (
    select(CopyRow.page, ArticleRow, PageRow.name)
    .join(ArticleRow, ArticleRow.page == CopyRow.root)
    .join(PageRow, PageRow.sha256 == CopyRow.root)
    .where(given(CopyRow.page))
)


class Originals(Mapping[str, Source]):
    """For each page that is a copy, the original of its group."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked: set[str] = set()
        self._found: dict[str, Source] = {}

    def seen(self, told: Sequence[Told]) -> Sequence[Told]:
        """Ask for the pages of these reports, all at once; gives the reports back."""
        self._ask({item.anchor.page for item in told} - self._asked)
        return told

    def _ask(self, pages: Iterable[str]) -> None:
        for part in chunks(pages):
            rows = self._session.execute(_ORIGINAL, {GIVEN: part})
            self._found.update((page, source_of(article, name)) for page, article, name in rows)
            self._asked.update(part)

    def __getitem__(self, page: str) -> Source:
        if page not in self._asked:
            self._ask([page])
        return self._found[page]

    def __iter__(self) -> Iterator[str]:
        return iter(self._session.scalars(select(CopyRow.page).order_by(CopyRow.page)).all())

    def __len__(self) -> int:
        return len(list(iter(self)))
