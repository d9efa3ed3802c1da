"""What queries return: typed records for terminal, site and export alike.

The records hold values and identities, never markup. Start at ``haengbo.ledger.Ledger``:

    ledger = Ledger.open("annals.db")
    page = ledger.events(EventFilter(who=("최선희",), channels=("foreign",)), number=1, size=50)
    page.items[0].label_ko, page.total
    ledger.density(EventFilter())          # counts per month and channel
    ledger.facets(EventFilter())           # values with counts, for filter menus
    ledger.event("e1f0…")                  # EventDetail; any id it ever had works (``redirected``)
    ledger.article("sample-01.html")       # ArticleDetail by page name or (prefix of) sha256
    ledger.actor("최선희")                  # ActorDetail
    ledger.statements(StatementFilter(who=("최선희",)))
    ledger.search("러시아 벨라루스")         # SearchPage: articles with marked snippets
    ledger.totals()

Everything is sorted already. ``None`` for "no such thing" is returned, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from haengbo.model.collation import Event, Relation
from haengbo.model.reading import Expectation, Reading, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; empty tuples and ``None`` do not restrict, values of one field are or-ed.

    Attributes:
        who: Canonical names; an event must have **all** of them.
        types: PLOVER types.
        modes: Modes.
        channels: Channel codes.
        statuses: Statuses.
        since: ISO day; events that end before it are left out.
        until: ISO day; events that begin after it are left out.
        place: Part of a place's name.
        text: Words that a reporting page must hold (as in search).
        newest_first: Order by day.
        only_conflicting: Only events with discrepancies.
        tags: Tags that people gave; an event must have **all** of them.
    """

    who: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    text: str | None = None
    newest_first: bool = True
    only_conflicting: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements; as ``EventFilter``.

    Attributes:
        who: Speakers, or-ed.
        forms: direct, indirect, document.
        since: ISO day.
        until: ISO day.
        text: Part of the words said.
        toward: Name that the statement takes a stance toward.
        event: Event at which it was made.
        newest_first: Order by day.
    """

    who: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    toward: str | None = None
    event: str | None = None
    newest_first: bool = True


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """One page of a list.

    Attributes:
        items: Of this page.
        total: Of all pages.
        number: 1-based.
        size: Items per page.
        at_least: Whether there may be more than ``total``: not all were counted.
    """

    items: tuple[T, ...]
    total: int
    number: int
    size: int
    at_least: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are; at least 1."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page as lists and chains name it."""

    sha256: str
    name: str
    title: str | None
    outlet: str | None
    wire: str | None
    day: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list.

    Attributes:
        event: The whole event.
        day: ISO day to sort and group by, or ``None`` for undated.
        page: Where ``event.sentence`` stands.
        pages: 보도: number of reporting pages, copies included.
        origins: 원천.
        voices: 목소리.
        decided: Whether a person's decision shaped it.
    """

    event: Event
    day: str | None
    page: PageRef
    pages: int
    origins: int
    voices: int
    decided: bool

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def label_ko(self) -> str:
        """Short Korean label."""
        return self.event.label_ko


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Events of one month and channel (``None``: unknown); ``exact``: those whose day is known.

    ``month`` is a year where the events give no more.
    """

    month: str
    channel: str | None
    count: int
    exact: int


@dataclass(frozen=True, slots=True)
class EventTick:
    """An event as a chart needs it.

    Attributes:
        day: ISO day to sort and group by.
        date: EDTF.
        channel: Code, or ``None``.
        status: Code.
    """

    day: str
    date: str | None
    channel: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Count:
    """A value and how many."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Values present among the events that a filter leaves, most frequent first; end months."""

    types: tuple[Count, ...]
    modes: tuple[Count, ...]
    channels: tuple[Count, ...]
    statuses: tuple[Count, ...]
    actors: tuple[Count, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One reporter of a chain, with the words that say so."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report of an event.

    Attributes:
        page: Where it stands.
        local_id: ``e3`` on that page.
        status: As that page has it.
        date: As that page has it.
        place: As that page has it.
        participants: Names, as that page has them.
        chain: Nearest to the event first, without the outlet.
        evidence: Exact text, most telling first.
        spans: Of the evidence, in the article's text.
        sentence: Around the first evidence.
        rule: What found it.
        confidence: 0..1.
        score: Of its link to the event.
        reasons: Korean words why it belongs here.
        copy_of: Page that this page's text was taken from, or ``None``.
    """

    page: PageRef
    local_id: str
    status: str
    date: str | None
    place: str | None
    participants: tuple[str, ...]
    chain: tuple[ChainStep, ...]
    evidence: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentence: str
    rule: str
    confidence: float
    score: float
    reasons: tuple[str, ...]
    copy_of: PageRef | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in a list.

    Attributes:
        id: Global id (``s…``).
        text: The words.
        statement: As read.
        page: Where it stands.
        chain: Names, nearest first.
        event: Id of the event at which it was made, or ``None``.
        event_label: Its Korean label.
        day: ISO day (of the statement, else of publication).
    """

    id: str
    text: str
    statement: Statement
    page: PageRef
    chain: tuple[str, ...]
    event: str | None
    event_label: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """A forecast, plan or pledge in a list."""

    id: str
    text: str
    expectation: Expectation
    page: PageRef
    due: str | None


@dataclass(frozen=True, slots=True)
class RelatedEvent:
    """An event that belongs to another without being it."""

    relation: Relation
    line: EventLine


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a person decided.

    Attributes:
        id: Number of the decision.
        made: UTC time.
        who: Name.
        why: Reason given.
        kind: merge, split, correct, prefer, reject, confirm, note, tag, outcome, add or undo.
        event: Event it concerned when it was made.
        before: What stood before, in words.
        after: What was decided, in words.
        undone: Whether another decision took it back.
        undoes: The decision that this one takes back.
        waiting: Why it could not be applied to the present readings, or ``None``.
    """

    id: int
    made: str
    who: str
    why: str
    kind: str
    event: str | None
    before: str
    after: str
    undone: bool
    undoes: int | None
    waiting: str | None = None


@dataclass(frozen=True, slots=True)
class EventDetail:
    """All that is known of an event.

    Attributes:
        line: The event with its counts; fields, graph and discrepancies are in ``line.event``.
        redirected: The id asked for, if the event has another now.
        former_ids: Other ids that lead here.
        reports: By origin (first link, wire or outlet), then by day.
        statements: Made there.
        related: Plans, outcomes, the visit around a meeting …
        decisions: Of people, newest first.
        versions: Times at which it changed, oldest first.
        earlier: Reports of earlier versions of these articles; they do not count.
    """

    line: EventLine
    redirected: str | None
    former_ids: tuple[str, ...]
    reports: tuple[ReportView, ...]
    statements: tuple[StatementLine, ...]
    related: tuple[RelatedEvent, ...]
    decisions: tuple[DecisionView, ...]
    versions: tuple[str, ...]
    earlier: tuple[ReportView, ...] = ()

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.line.event


@dataclass(frozen=True, slots=True)
class CopyView:
    """A page that has the same text."""

    page: PageRef
    direction: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """A page with its findings.

    Attributes:
        page: What it is.
        names: All names the sources gave it.
        reading: The present reading; spans count in ``reading.article.text``.
        events: Local report id (``e1``) → event id, as pairs.
        event_lines: The events it reports, in order of the text.
        statements: In order of the text.
        copies: Pages of the same text; ``direction`` is ``copy`` or ``original``.
        readings: How many readings there were.
        erased: Whether the text was removed; only hash and reference are left.
        anchors: Local report id → anchor of the report, as pairs; the rejected included.
    """

    page: PageRef
    names: tuple[str, ...]
    reading: Reading
    events: tuple[tuple[str, str], ...]
    event_lines: tuple[EventLine, ...]
    statements: tuple[StatementLine, ...]
    copies: tuple[CopyView, ...]
    readings: int
    erased: bool = False
    anchors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office over time, as pages give it."""

    title: str
    of: str | None
    first_day: str | None
    last_day: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class SpellingLine:
    """A spelling and the outlets that use it."""

    surface: str
    pages: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorDetail:
    """An actor over all pages.

    Attributes:
        name: Canonical name.
        kind: person, state, organisation or medium.
        known: Identifier in the knowledge pack, or ``None``.
        roles: Oldest first.
        spellings: Most frequent first.
        events: All events with this actor, newest first.
        partners: Who is a participant of the same events, most frequent first.
        statements: Newest first.
        pages: How many pages name it.
    """

    name: str
    kind: str
    known: str | None
    roles: tuple[RoleLine, ...]
    spellings: tuple[SpellingLine, ...]
    events: tuple[EventLine, ...]
    partners: tuple[Count, ...]
    statements: tuple[StatementLine, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in a list."""

    name: str
    kind: str
    pages: int
    events: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text; ``marks`` are half-open places of the words found, within ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A page that holds the words."""

    page: PageRef
    snippet: Snippet
    events: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the ledger holds."""

    pages: int
    on_theme: int
    copies: int
    reports: int
    events: int
    statements: int
    expectations: int
    actors: int
    first_day: str | None
    last_day: str | None
    dirty: int


@dataclass(frozen=True, slots=True)
class CopyListing:
    """Pages of one text, original first."""

    pages: tuple[PageRef, ...]
    reasons: tuple[str, ...] = field(default=())
