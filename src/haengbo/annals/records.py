"""The records that programs get: flat, typed, the same in Python, over HTTP and for assistants.

Names of fields are those of the exports (docs/exports.md), with more beside them. ``page`` is what
the source calls a page, ``url`` its own address, ``link`` where the site shows the thing.
``date`` is EDTF as precise as known; ``day`` a whole day to sort and count by, or ``None``.
Invariant: whatever is stated has the words it rests on, their place and the page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that was taken in: the reference to it, never its text."""

    page: str
    sha256: str
    title: str | None
    outlet: str | None
    wire: str | None
    day: dt.date | None
    url: str | None
    link: str
    events: int = 0


@dataclass(frozen=True, slots=True)
class CopyRecord:
    """Another page of the same text; ``direction`` says which of the two it is."""

    page: str
    link: str
    direction: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """A page with how it came in; ``captured`` is when, ``erased`` whether its text was removed."""

    page: str
    sha256: str
    title: str | None
    outlet: str | None
    wire: str | None
    day: dt.date | None
    url: str | None
    link: str
    names: tuple[str, ...]
    media_type: str
    charset: str | None
    captured: str | None
    added: str
    erased: bool
    readings: int
    events: tuple[str, ...]
    copies: tuple[CopyRecord, ...]


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """A line or paragraph: its kind and its place; the words only where they were asked for."""

    kind: str
    start: int
    end: int
    rule: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What a page is once cleaned: who wrote it, when, and the kind of each of its parts."""

    page: str
    sha256: str
    title: str | None
    outlet: str | None
    wire: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    url: str | None
    link: str
    letters: int
    blocks: tuple[BlockRecord, ...]


@dataclass(frozen=True, slots=True)
class HitRecord:
    """A page that holds the words of a search; ``marks`` are places within ``snippet``."""

    page: str
    sha256: str
    title: str | None
    outlet: str | None
    wire: str | None
    day: dt.date | None
    url: str | None
    link: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    events: int


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """One reading of a page; the present one has no ``superseded``."""

    reading: int
    page: str
    sha256: str
    code_version: str
    pack_version: str
    made: str
    superseded: str | None
    link: str


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """Who took part, as what; ``state`` is the one that they are or act for."""

    name: str
    role: str
    kind: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One page's account of an event: the words, where they stand, and who carried them."""

    page: str
    sha256: str
    outlet: str | None
    day: dt.date | None
    url: str | None
    link: str
    evidence: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentence: str
    chain: tuple[str, ...]
    status: str
    date: str | None
    place: str | None
    rule: str
    confidence: float
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class ValueRecord:
    """One value that reports give, and the pages that do."""

    value: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiscrepancyRecord:
    """What reports of one event do not agree on; the best supported value comes first."""

    field: str
    about: str | None
    values: tuple[ValueRecord, ...]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """A happening, with every report of it; ``topics`` are what it was about, as printed."""

    event: str
    type: str
    mode: str | None
    status: str
    date: str | None
    day: dt.date | None
    place: str | None
    channel: str | None
    participants: tuple[ParticipantRecord, ...]
    topics: tuple[str, ...]
    label: str
    label_en: str
    sentence: str
    page: str
    link: str
    reports: tuple[ReportRecord, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    discrepancies: tuple[DiscrepancyRecord, ...]
    confidence: float
    decided: bool


@dataclass(frozen=True, slots=True)
class StanceRecord:
    """Toward whom or what a statement takes a stance, and which."""

    toward: str
    polarity: str


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Words said, by whom, and through whom we know them."""

    statement: str
    speaker: tuple[str, ...]
    form: str
    text: str
    addressee: tuple[str, ...]
    stance: tuple[StanceRecord, ...]
    date: str | None
    day: dt.date | None
    page: str
    sha256: str
    outlet: str | None
    url: str | None
    link: str
    span: tuple[int, int]
    chain: tuple[str, ...]
    event: str | None
    event_label: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ExpectationRecord:
    """A forecast, plan or pledge; ``due`` is the last day of its horizon.

    ``outcome`` is what people decided became of it (``open`` without a decision), ``outcome_event``
    the event that decided it.
    """

    expectation: str
    kind: str
    by: str | None
    to: str | None
    affiliation: str | None
    text: str
    proposition: str
    hedge: str
    horizon: str | None
    due: dt.date | None
    decided_by: str | None
    outcome: str
    outcome_event: str | None
    page: str
    sha256: str
    outlet: str | None
    day: dt.date | None
    url: str | None
    link: str
    span: tuple[int, int]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """Somebody or something that acts, and on how many pages and in how many events."""

    name: str
    kind: str
    pages: int
    events: int
    link: str


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office as pages give it, from the first to the last day of such a page."""

    title: str
    of: str | None
    first: str | None
    last: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class SpellingRecord:
    """A spelling and the outlets that use it."""

    surface: str
    pages: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerRecord:
    """Who took part in the same events, and in how many."""

    name: str
    events: int


@dataclass(frozen=True, slots=True)
class PortraitRecord:
    """All that pages say of one actor; the events and statements are lists of their own."""

    name: str
    kind: str
    known: str | None
    pages: int
    events: int
    statements: int
    roles: tuple[OfficeRecord, ...]
    spellings: tuple[SpellingRecord, ...]
    partners: tuple[PartnerRecord, ...]
    link: str


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What a person decided; ``waiting`` says why it cannot be applied to the present readings."""

    decision: int
    made: str
    who: str
    why: str
    kind: str
    event: str | None
    before: str
    after: str
    undone: bool
    undoes: int | None
    waiting: str | None


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """An event that belongs to another without being it."""

    kind: str
    event: str
    label: str
    reason: str
    link: str


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """``teller`` was heard by ``hearer`` on these pages; origins are heard by nobody before."""

    teller: str
    hearer: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """An event with what belongs to it: its chains, statements, related events, decisions."""

    event: EventRecord
    former_ids: tuple[str, ...]
    chain: tuple[LinkRecord, ...]
    statements: tuple[StatementRecord, ...]
    related: tuple[RelatedRecord, ...]
    decisions: tuple[DecisionRecord, ...]
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextRecord:
    """How often a wording stands in one text: what one issuer said on one page."""

    day: str
    issuer: str
    page: str
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class WordingRecord:
    """A wording through the texts: ``texts`` of ``n`` hold it, ``uses`` times in all."""

    term: str
    forms: tuple[str, ...]
    first: str | None
    last: str | None
    uses: int
    texts: int
    n: int
    holding: tuple[TextRecord, ...]


@dataclass(frozen=True, slots=True)
class UseRecord:
    """One place of a wording with the words around it."""

    term: str
    day: str
    issuer: str
    page: str
    before: str
    word: str
    after: str
    event: str | None
    link: str


@dataclass(frozen=True, slots=True)
class FollowerRecord:
    """An event within the window, so many days after."""

    event: str
    day: dt.date
    label: str
    days: int
    link: str


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """An event and what followed it within the window, nearest first."""

    event: str
    day: dt.date
    label: str
    link: str
    followers: tuple[FollowerRecord, ...]


@dataclass(frozen=True, slots=True)
class SequelRecord:
    """After one kind of event another, within so many days: ``followed`` of ``n``.

    ``base`` is the share that chance gives, ``p`` the share of shuffles that do as well,
    ``cautions`` what the figures cannot say (docs/sequels.md).
    """

    days: int
    n: int
    followed: int
    base: float
    p: float
    low: float
    high: float
    first: dt.date
    last: dt.date
    cautions: tuple[str, ...]
    cases: tuple[CaseRecord, ...]
