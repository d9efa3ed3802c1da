"""The ledger as others use it: open one, put pages in, ask it things.

    ledger = Ledger.open("annals.db")
    with ledger.writing() as session: ...      # one transaction, for intake and collation
    ledger.events(EventFilter(who=("최선희",)), number=1, size=50)

Every question is answered from one consistent state; the records are described in ``views``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from haengbo.errors import LedgerError
from haengbo.knowledge import Knowledge
from haengbo.ledger import (
    actors,
    articles,
    counting,
    decisions,
    events,
    extent,
    history,
    logbook,
    naming,
    outcomes,
    searching,
    statements,
    tasks,
    versions,
)
from haengbo.ledger.columns import Columns, Mask
from haengbo.ledger.dialects import Alternatives, compact, put_words
from haengbo.ledger.intake import page_of
from haengbo.ledger.lines import lines_by_id
from haengbo.ledger.opening import open_engine
from haengbo.ledger.refusals import reason_of
from haengbo.ledger.resident import Resident, facts
from haengbo.ledger.tables import CopyRow, PageRow
from haengbo.ledger.tasks import Task
from haengbo.ledger.views import (
    ActorDetail,
    ActorLine,
    ArticleDetail,
    CopyListing,
    Count,
    DecisionView,
    EventDetail,
    EventFilter,
    EventLine,
    EventTick,
    ExpectationLine,
    Facets,
    Listing,
    MonthCount,
    PageRef,
    ReportView,
    SearchHit,
    StatementFilter,
    StatementLine,
    Totals,
)
from haengbo.ledger.waiting import Waiting, unknown_people, waiting
from haengbo.ledger.words import SearchWords, phrases_of
from haengbo.model.collation import Event
from haengbo.model.decision import Decision
from haengbo.model.page import Page

T = TypeVar("T")
#: Filters whose counts are kept.
_PROFILES = 64
#: Items that are fetched at once where all are asked for.
_PIECE = 200


class Ledger:
    """A ledger that is open; get one with ``Ledger.open``."""

    def __init__(
        self, engine: Engine, knowledge: Knowledge | None = None, *, resident: bool = False
    ) -> None:
        self.engine = engine
        self._resident = Resident() if resident else None
        self.words = SearchWords(knowledge)
        self._extent: tuple[counting.State, int, int] | None = None
        self._profiles: dict[tuple[counting.State, EventFilter], counting.Profile] = {}

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        create: bool = True,
        knowledge: Knowledge | None = None,
        resident: bool = False,
    ) -> Ledger:
        """Open a ledger by path or SQLAlchemy URL.

        Args:
            location: ``annals.db``, ``:memory:`` or ``postgresql://…``.
            create: Whether a missing file is made.
            knowledge: For the analysis of search words; the shipped pack if omitted.
            resident: Whether filters are answered from columns in memory: worth it for whoever
                asks often, as a site does.

        Raises:
            LedgerError: It does not exist, is no ledger, or was made by a newer haengbo.
        """
        return cls(open_engine(location, create=create), knowledge, resident=resident)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def compact(self) -> None:
        """Leave nothing of what was deleted in the file."""
        compact(self.engine)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one transaction: all of it or nothing.

        Raises:
            LedgerError: The database refuses.
        """
        engine = self.engine.execution_options(haengbo_writing=True)
        try:
            with Session(engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise LedgerError(f"장부에 적을 수 없다: {reason_of(error)}") from error

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state and writes nothing.

        Raises:
            LedgerError: The database cannot be read.
        """
        try:
            with Session(self.engine) as session:
                yield session
        except DBAPIError as error:
            raise LedgerError(f"장부를 읽을 수 없다: {reason_of(error)}") from error

    def events(
        self, wanted: EventFilter | None = None, *, number: int = 1, size: int = 50
    ) -> Listing[EventLine]:
        """One page of the events that a filter leaves."""
        wanted = wanted or EventFilter()
        counted = self.profile(wanted)
        with self.reading() as session:
            if self._resident is not None:
                columns, left = self._left(session, wanted)
                ids = columns.listed(
                    left, newest_first=wanted.newest_first, skipped=(number - 1) * size, size=size
                )
                return Listing(events.listed(session, ids), counted.total, number, size)
            return events.list_events(
                session, wanted, self.words_of(wanted), counted, number=number, size=size
            )

    def all_events(self, wanted: EventFilter | None = None) -> Iterator[EventLine]:
        """Every event that a filter leaves, fetched piece by piece."""
        return _every(lambda n: self.events(wanted, number=n, size=_PIECE))

    def density(self, wanted: EventFilter | None = None) -> tuple[MonthCount, ...]:
        """Events per month and channel."""
        return self.profile(wanted).density

    def profile(self, wanted: EventFilter | None = None) -> counting.Profile:
        """How the events that a filter leaves are spread: density and facets at once.

        Kept until the ledger changes: a page of the site asks for it several times.
        """
        wanted = wanted or EventFilter()
        with self.reading() as session:
            state = counting.state(session)
            if (kept := self._profiles.get((state, wanted))) is not None:
                return kept
            made = self._profile(session, wanted)
        if len(self._profiles) >= _PROFILES:
            self._profiles.clear()
        self._profiles[state, wanted] = made
        return made

    def _profile(self, session: Session, wanted: EventFilter) -> counting.Profile:
        if self._resident is None:
            return counting.profile(session, wanted, self.words_of(wanted))
        columns, left = self._left(session, wanted)
        return columns.profile(left)

    def _left(self, session: Session, wanted: EventFilter) -> tuple[Columns, Mask]:
        """The columns in memory, and which events a filter leaves."""
        if self._resident is None:
            raise LedgerError("this ledger keeps no columns in memory")
        return self._resident.left(session, wanted, self.words_of(wanted))

    def warm(self) -> None:
        """Read what is kept in memory, so that the first question need not wait for it."""
        self.profile()
        if self._resident is not None:
            with self.reading() as session:
                self._resident.warm(session)

    def ticks(
        self, wanted: EventFilter | None = None, months: tuple[str, str] | None = None
    ) -> tuple[EventTick, ...]:
        """Every dated event that a filter leaves, as a chart needs it; of some months only."""
        wanted = wanted or EventFilter()
        with self.reading() as session:
            if self._resident is not None:
                columns, left = self._left(session, wanted)
                return columns.ticks(left, *(months or ("0000-01", "9999-12")))
            return events.ticks(session, wanted, self.words_of(wanted), months)

    def facets(self, wanted: EventFilter | None = None) -> Facets:
        """Values present among the events that a filter leaves, with counts."""
        return self.profile(wanted).facets

    def beside(self, line: EventLine, *, newest_first: bool, size: int) -> tuple[EventLine, ...]:
        """The next events of an event's channel: back in time, or forward."""
        with self.reading() as session:
            return events.beside(session, line, newest_first=newest_first, size=size)

    def event(self, key: str) -> EventDetail | None:
        """One event, by any id that it ever had or a unique beginning of one."""
        with self.reading() as session:
            return events.event_detail(session, key)

    def reports(self, ids: Sequence[str]) -> dict[str, tuple[ReportView, ...]]:
        """Reports of several events (present ids) at once, for exports."""
        with self.reading() as session:
            return events.reports_of(session, ids)

    def pages_of(self, ids: Iterable[str]) -> tuple[PageRef, ...]:
        """Pages whose sentences stand for some events, once each."""
        with self.reading() as session:
            lines = lines_by_id(session, ids)
        return tuple({line.page.sha256: line.page for line in lines.values()}.values())

    def article(self, key: str) -> ArticleDetail | None:
        """One page by name, hash or unique beginning of a hash (six digits or more)."""
        with self.reading() as session:
            return articles.article_detail(session, key)

    def page(self, key: str) -> Page | None:
        """The capture itself, or ``None`` if there is none or its bytes were removed."""
        with self.reading() as session:
            row = articles.capture(session, key)
            return page_of(row) if row is not None and row.data is not None else None

    def actors(self, *, text: str | None = None, size: int = 200) -> tuple[ActorLine, ...]:
        """Actors by number of events."""
        with self.reading() as session:
            return actors.list_actors(session, text=text, size=size)

    def actor(self, name: str) -> ActorDetail | None:
        """Everything about one canonical name."""
        with self.reading() as session:
            return actors.actor_detail(session, name)

    def statements(
        self, wanted: StatementFilter | None = None, *, number: int = 1, size: int = 50
    ) -> Listing[StatementLine]:
        """One page of the statements that a filter leaves."""
        with self.reading() as session:
            return statements.list_statements(
                session, wanted or StatementFilter(), number=number, size=size
            )

    def all_statements(self, wanted: StatementFilter | None = None) -> Iterator[StatementLine]:
        """Every statement that a filter leaves, fetched piece by piece."""
        return _every(lambda n: self.statements(wanted, number=n, size=_PIECE))

    def expectations(
        self, *, kinds: tuple[str, ...] = (), number: int = 1, size: int = 50
    ) -> Listing[ExpectationLine]:
        """One page of forecasts, plans and pledges, those due soonest first."""
        with self.reading() as session:
            return statements.list_expectations(session, kinds=kinds, number=number, size=size)

    def all_expectations(self, kinds: tuple[str, ...] = ()) -> Iterator[ExpectationLine]:
        """Every expectation of these kinds, those due soonest first, fetched piece by piece."""
        return _every(lambda n: self.expectations(kinds=kinds, number=n, size=_PIECE))

    def outcomes(self) -> dict[str, outcomes.OutcomeDecision]:
        """Expectation → what people decided became of it; without a decision it is not there."""
        with self.reading() as session:
            return outcomes.outcomes(session)

    def named(self, text: str, size: int) -> tuple[Count, ...]:
        """Names that have a text in them, with their numbers of events, most events first."""
        with self.reading() as session:
            resident = self._resident
            names = resident.names(session) if resident else naming.names_since(session, None).all
            return naming.named(session, names, text, size)

    def search(self, text: str, *, number: int = 1, size: int = 20) -> Listing[SearchHit]:
        """Pages that hold all the words and quoted phrases, newest first, with marked snippets."""
        words, forms = self.words.for_search(text), self.words.forms_of_query(text)
        phrases = phrases_of(text)
        with self.reading() as session:
            if self._resident is not None:
                sought = self._resident.sought(session, words, phrases)
                return searching.leafed(session, sought, forms, number=number, size=size)
            return searching.search(
                session, words, forms, phrases=phrases, number=number, size=size
            )

    def events_with(self, text: str, size: int) -> tuple[tuple[EventLine, ...], int | None]:
        """The newest events told on pages that hold the words and phrases, and how many there are.

        The number is ``None`` where counting them would take long.
        """
        words, phrases = self.words.for_search(text), phrases_of(text)
        with self.reading() as session:
            if self._resident is None:
                return searching.events_with(session, words, phrases, size)
            ids, many = self._resident.newest_with(session, words, phrases, size)
            return events.listed(session, ids), many

    def said_with(self, text: str, size: int) -> tuple[StatementLine, ...]:
        """The newest statements that themselves hold the words and phrases of a search."""
        words, written = self.words.for_search(text), self.words.written(text)
        phrases = phrases_of(text)
        with self.reading() as session:
            if self._resident is None:
                return statements.said_with(session, words, written, phrases, size)
            ids = self._resident.statements_with(session, words, phrases) if words else ()
            return statements.said_among(session, ids, written, phrases, size)

    def pages(
        self, *, who: str | None = None, number: int = 1, size: int = 50
    ) -> Listing[SearchHit]:
        """Every page, newest first; ``who``: only pages that name this actor."""
        with self.reading() as session:
            return searching.list_pages(session, who=who, number=number, size=size)

    def all_articles(
        self, since: str | None = None, until: str | None = None
    ) -> Iterator[ArticleDetail]:
        """Every page that was read and not erased, newest first, one at a time.

        Args:
            since: ISO day; pages of before, and those without a day, are left out.
            until: ISO day; pages of after, and those without a day, are left out.
        """
        for hit in _every(lambda n: self.pages(number=n, size=_PIECE)):
            if not _within(hit.page.day, since, until):
                continue
            detail = self.article(hit.page.sha256)
            if detail is not None and not detail.erased:
                yield detail

    def reindex(self, *, full: bool = False) -> int:
        """Make the search index anew, page by page.

        Args:
            full: Also analyse pages off the theme, of which only the title is indexed else.

        Returns:
            How many pages were indexed.
        """
        with self.writing() as session:
            counting.recount(session)
        with self.reading() as session:
            pages = articles.with_words(session)
        for page in pages:
            with self.reading() as session:
                reading = articles.present_reading(session, page)
            if reading is None:
                continue
            words = self.words.of_article(reading.article, on_theme=full or reading.on_theme)
            with self.writing() as session:
                put_words(session.connection(), page, words)
                counting.note_indexed(session)
        return len(pages)

    def copies(self) -> tuple[CopyListing, ...]:
        """All groups of pages with one text."""
        with self.reading() as session:
            return articles.list_copies(session)

    def versions(self, key: str | None = None) -> tuple[versions.VersionListing, ...]:
        """Articles of which there are several captures; ``key``: the one of this page or address.

        The page is named, or given by hash or address.
        """
        with self.reading() as session:
            return versions.list_versions(session, key)

    def decisions(self) -> tuple[DecisionView, ...]:
        """Every decision of people, newest first."""
        with self.reading() as session:
            return decisions.all_decisions(session)

    def decisions_on(self, page: str) -> tuple[tuple[DecisionView, Decision], ...]:
        """Decisions that rest on a page (hash), oldest first."""
        with self.reading() as session:
            return decisions.decisions_on(session, page)

    def events_at(self, given: str, wanted: EventFilter | None = None) -> tuple[Event, ...]:
        """Events as they stood on a day, at a time or in a release, in order of their dates.

        Args:
            given: ``2025-06-30``, ``2025-06-30T12:00`` or a release's name.
            wanted: A filter; its ``text`` is not looked at.

        Raises:
            UsageError: Neither a day, a time nor a release.
        """
        with self.reading() as session:
            moment = history.moment_of(session, given)
            found = history.events_at(session, moment)
            wanted = wanted or EventFilter()
            tagged = [decisions.tagged(session, tag, moment) for tag in wanted.tags]
        kept = [
            event
            for event in found.values()
            if history.matches(event, wanted) and all(event.id in ids for ids in tagged)
        ]
        return tuple(sorted(kept, key=lambda e: (e.date or "9999", e.id)))

    def changes(self, first: str, second: str) -> tuple[history.Change, ...]:
        """What differs between two days, times or releases.

        Raises:
            UsageError: One of them is none of these.
        """
        with self.reading() as session:
            return history.changes(session, first, second)

    def releases(self) -> tuple[history.Release, ...]:
        """All releases, oldest first."""
        with self.reading() as session:
            return history.releases(session)

    def tasks(self, today: str) -> tuple[Task, ...]:
        """What a person should look at first; ``today`` is an ISO day."""
        with self.reading() as session:
            return tasks.tasks(session, today)

    def waiting(self, today: str) -> Waiting:
        """The same as ids by kind, and what nobody has looked at; ``described`` says more."""
        with self.reading() as session:
            if self._resident is not None:
                return self._resident.waiting(session, today)
            return waiting(session, Columns(facts(session)), today, unknown_people(session))

    def intake_log(self, size: int = 50) -> tuple[logbook.OfferView, ...]:
        """What became of the pages offered last, newest first."""
        with self.reading() as session:
            return logbook.latest(session, size)

    def state(self) -> counting.State:
        """What changes whenever anything in the ledger does."""
        with self.reading() as session:
            return counting.state(session)

    def extent(self) -> tuple[int, int]:
        """How many pages there are, and how many of them are copies; kept until that changes."""
        with self.reading() as session:
            state = counting.state(session)
            if self._extent is None or self._extent[0] != state:
                self._extent = state, extent.rows(session, PageRow), extent.rows(session, CopyRow)
            return self._extent[1:]

    def totals(self) -> Totals:
        """How much there is."""
        with self.reading() as session:
            return extent.totals(session)

    def words_of(self, wanted: EventFilter) -> tuple[Alternatives, ...] | None:
        """The words that a filter asks for, after analysis; ``None`` where it asks for none."""
        return self.words.for_search(wanted.text) if wanted.text and wanted.text.strip() else None


def _every(piece: Callable[[int], Listing[T]]) -> Iterator[T]:
    """All items of a list of which pages can be had by their numbers."""
    number = 1
    while True:
        listing = piece(number)
        yield from listing.items
        if number >= listing.pages:
            return
        number += 1


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since or "") <= day <= (until or "9999")
