"""``haengbo.Ledger``: a ledger opened for reading in Python.

    with haengbo.Ledger("annals.db") as ledger:
        ledger.events(who="최선희", since="2024-06").to_pandas()

Comes in: a path or SQLAlchemy URL, and filters as keywords. Goes out: ``Rows`` of typed records.
Invariant: nothing is written, and a ledger that does not exist is not made.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from haengbo.analysis.texts import from_ledger
from haengbo.analysis.wording import term_of
from haengbo.annals import making
from haengbo.annals import records as r
from haengbo.annals.findings import concordance, sequel_record, terms_of, wordings
from haengbo.annals.links import Links
from haengbo.annals.rows import Rows
from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import EventFilter, StatementFilter
from haengbo.ledger import Ledger as Opened
from haengbo.ledger.walking import (
    ExpectationFilter,
    PageFilter,
    actors_after,
    decisions_after,
    expectations_after,
    pages_after,
)
from haengbo.model import edtf

#: One value or several.
Some = str | Iterable[str]
#: More than any list holds.
_ALL = 10**9
_BATCH = 500


def _several(given: Some) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _day(given: str | None, *, last: bool) -> str | None:
    """First or last day of a year, month or day."""
    days = edtf.parse_or_none(given)
    if given is not None and days is None:
        raise UsageError(f"날짜로 읽을 수 없다: {given} (예: 2024, 2024-06, 2024-06-19)")
    return None if days is None else (days.latest if last else days.earliest).isoformat()


class Ledger:
    """A ledger opened for reading; close it, or use it in a ``with`` statement."""

    def __init__(
        self, location: str | Path, *, site: str = "", knowledge: Knowledge | None = None
    ) -> None:
        """Open a ledger.

        Args:
            location: ``annals.db`` or ``postgresql://…``.
            site: Address of the site that shows it, for ``link``; without it paths only.
            knowledge: The pack to look names and wordings up in; the shipped one if omitted.

        Raises:
            LedgerError: It does not exist, is no ledger, or was made by a newer haengbo.
        """
        self._knowledge = knowledge or load()
        self._opened = Opened.open(location, create=False, knowledge=self._knowledge)
        self._links = Links(site.rstrip("/"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._opened.close()

    def events(  # noqa: PLR0913 - a keyword each, as on the command line
        self,
        *,
        who: Some = (),
        type: Some = (),  # noqa: A002 - the filter's name
        mode: Some = (),
        channel: Some = (),
        status: Some = (),
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        text: str | None = None,
        tag: Some = (),
        conflicts: bool = False,
    ) -> Rows[r.EventRecord]:
        """Events with their reports, oldest first; undated ones last.

        Args:
            who: Canonical names; an event must have all of them.
            type: PLOVER types, or-ed.
            mode: Modes, or-ed.
            channel: Channels, or-ed.
            status: Statuses, or-ed.
            since: A year, month or day.
            until: A year, month or day; the whole of it counts.
            place: Part of a place's name.
            text: Words that a reporting page must hold.
            tag: Tags that people gave; all of them.
            conflicts: Only events whose reports do not agree.

        Raises:
            UsageError: A date that is none.

        Example:
            ``ledger.events(who="최선희", type="CONSULT", since="2024-06")``
        """
        wanted = EventFilter(
            _several(who),
            _several(type),
            _several(mode),
            _several(channel),
            _several(status),
            _day(since, last=False),
            _day(until, last=True),
            place,
            text,
            newest_first=False,
            only_conflicting=conflicts,
            tags=_several(tag),
        )
        lines = list(self._opened.all_events(wanted))
        found: list[r.EventRecord] = []
        for at in range(0, len(lines), _BATCH):
            batch = lines[at : at + _BATCH]
            reports = self._opened.reports([line.id for line in batch])
            found += [making.event_record(x, reports[x.id], self._links) for x in batch]
        return Rows(r.EventRecord, found)

    def event(self, key: str) -> r.DossierRecord | None:
        """One event with all that belongs to it, by any id that it ever had."""
        detail = self._opened.event(key)
        return making.dossier_record(detail, self._links) if detail is not None else None

    def statements(
        self,
        *,
        who: Some = (),
        form: Some = (),
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        toward: str | None = None,
    ) -> Rows[r.StatementRecord]:
        """Statements, oldest first; undated ones last.

        Args:
            who: Speakers, or-ed.
            form: direct, indirect, document.
            since: A year, month or day.
            until: A year, month or day; the whole of it counts.
            text: Part of the words said.
            toward: Toward whom it takes a stance.

        Raises:
            UsageError: A date that is none.
        """
        wanted = StatementFilter(
            _several(who),
            _several(form),
            _day(since, last=False),
            _day(until, last=True),
            text,
            toward,
            newest_first=False,
        )
        lines = self._opened.all_statements(wanted)
        records = [making.statement_record(line, self._links) for line in lines]
        return Rows(r.StatementRecord, records)

    def expectations(
        self,
        *,
        kind: Some = (),
        who: Some = (),
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
    ) -> Rows[r.ExpectationRecord]:
        """Forecasts, plans and pledges, those due soonest first; without a horizon last.

        Args:
            kind: forecast, plan, pledge.
            who: Who holds or receives it, or their institute; all of them.
            since: Due on or after this year, month or day.
            until: Due on or before it.
            text: Part of its words.

        Raises:
            UsageError: A date that is none.
        """
        wanted = ExpectationFilter(
            _several(kind),
            _several(who),
            _day(since, last=False),
            _day(until, last=True),
            text,
        )
        with self._opened.reading() as session:
            lines = expectations_after(session, wanted, size=_ALL).items
        decided = self._opened.outcomes()
        records = [making.expectation_record(x, decided.get(x.id), self._links) for x in lines]
        return Rows(r.ExpectationRecord, records)

    def pages(
        self,
        *,
        who: Some = (),
        outlet: Some = (),
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
    ) -> Rows[r.PageRecord]:
        """Pages that were taken in, newest first.

        Args:
            who: Canonical names that a page must hold; all of them.
            outlet: Outlets, or-ed.
            since: Published in or after this year, month or day.
            until: Published in or before it.
            text: Words and quoted phrases that it must hold.

        Raises:
            UsageError: A date that is none.
        """
        wanted = PageFilter(
            _several(who),
            _several(outlet),
            _day(since, last=False),
            _day(until, last=True),
            text,
        )
        words = self._opened.words.for_search(text) if text else None
        with self._opened.reading() as session:
            lines = pages_after(session, wanted, words, size=_ALL).items
        return Rows(r.PageRecord, [making.page_record(line, self._links) for line in lines])

    def actors(self, *, name: str | None = None) -> Rows[r.ActorRecord]:
        """Who acts, those with most events first; ``name``: part of the name."""
        with self._opened.reading() as session:
            lines = actors_after(session, text=name, size=_ALL).items
        return Rows(r.ActorRecord, [making.actor_record(line, self._links) for line in lines])

    def actor(self, name: str) -> r.PortraitRecord | None:
        """All that pages say of one actor, by canonical name."""
        detail = self._opened.actor(name)
        return making.portrait_record(detail, self._links) if detail is not None else None

    def decisions(self) -> Rows[r.DecisionRecord]:
        """What people decided, newest first."""
        with self._opened.reading() as session:
            views = decisions_after(session, size=_ALL).items
        return Rows(r.DecisionRecord, [making.decision_record(view) for view in views])

    def wording(self, *terms: str, who: Some = ()) -> Rows[r.WordingRecord]:
        """Wordings through the texts of speakers; without terms the formulas of the pack."""
        texts = from_ledger(self._opened, _several(who))
        found = wordings(texts, terms_of(terms, self._knowledge), self._links)
        return Rows(r.WordingRecord, found)

    def uses(self, term: str, *, who: Some = ()) -> Rows[r.UseRecord]:
        """Every place of a wording with the words around it, oldest first."""
        texts = from_ledger(self._opened, _several(who))
        return Rows(r.UseRecord, concordance(texts, term_of(term, self._knowledge), self._links))

    def sequel(
        self, after: Rows[r.EventRecord], then: Rows[r.EventRecord], *, days: int = 90
    ) -> r.SequelRecord:
        """After one kind of event another, within so many days, beside what chance gives.

        Args:
            after: The first events.
            then: The second.
            days: Length of the window.

        Raises:
            UsageError: No event of ``after`` has a known day, or the window has none.
        """
        if days < 1:
            raise UsageError(f"창은 하루 이상이어야 한다: {days}")
        answer = sequel_record(after, then, days, self._links)
        if answer is None:
            raise UsageError("앞일 가운데 날짜가 알려진 사건이 없다")
        return answer
