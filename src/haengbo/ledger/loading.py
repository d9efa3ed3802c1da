"""Which reports a change of some concerns, as the ledger finds them.

Comes in: blocking keys, reports. Goes out: the reports that stand under these keys; those that
share an event, an article or a text with these reports. Invariant: of an event or a page that was
asked for once nothing is asked again: in the life of a loader nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.dialects import reports_keyed
from haengbo.ledger.joining import in_groups_with, told_of_pages
from haengbo.ledger.records import decode
from haengbo.ledger.tables import ReportKeyRow, ReportRow
from haengbo.ledger.versions import versioned_with
from haengbo.model.collation import Anchor, Told

_KEYED = select(ReportKeyRow.report).where(given(ReportKeyRow.key)).distinct()
_EVENTS = select(ReportRow.event).where(given(ReportRow.id), ReportRow.event.is_not(None))
_COMEMBERS = select(ReportRow.id).where(ReportRow.event.in_(_EVENTS))
_TOLD = select(ReportRow.id, ReportRow.record).where(given(ReportRow.id))


class ReportLoader:
    """Loads reports by blocking key or event, each once in the life of the loader."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._loaded: dict[str, Told] = {}
        #: Reports whose events were asked for, pages whose articles and texts were.
        self._reports: set[str] = set()
        self._pages: set[str] = set()

    def by_keys(self, keys: Iterable[str]) -> list[Told]:
        """Reports that have one of these keys, or one that begins with ``key`` of ``key*``."""
        wanted = set(keys)
        found: set[str] = set()
        for part in chunks(key for key in wanted if not key.endswith("*")):
            found.update(self._session.scalars(_KEYED, {GIVEN: part}))
        beginnings = sorted(key.removesuffix("*") for key in wanted if key.endswith("*"))
        found |= reports_keyed(self._session, beginnings)
        return self._load(found)

    def kin(self, reports: Iterable[str]) -> list[Told]:
        """Reports in one event with one of these (ids), on captures of its article, on its copies.

        Of an event or page that was asked for before nothing is given again.
        """
        reports = set(reports)
        return [*self._comembers(reports), *self._beside(reports)]

    def _comembers(self, reports: set[str]) -> list[Told]:
        found: set[str] = set()
        for part in chunks(reports - self._reports):
            found.update(self._session.scalars(_COMEMBERS, {GIVEN: part}))
        # All that is in an event is found at once
        self._reports |= reports | found
        return self._load(found)

    def _beside(self, reports: set[str]) -> list[Told]:
        pages = {Anchor.parse(report).page for report in reports} - self._pages
        # Of a page that has copies or captures all reports belong to the set, also its other ones
        beside = versioned_with(self._session, pages) | in_groups_with(self._session, pages)
        self._pages |= pages
        return told_of_pages(self._session, beside)

    def _load(self, ids: set[str]) -> list[Told]:
        for part in chunks(ids - self._loaded.keys()):
            rows = self._session.execute(_TOLD, {GIVEN: part})
            self._loaded.update((key, decode(record, Told)) for key, record in rows)
        return [self._loaded[key] for key in sorted(ids)]
