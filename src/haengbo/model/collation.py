"""What many pages tell together: the result of ``collation``, stored by ``ledger``.

A ``Told`` is one report of a happening with what collation must know of its page; an ``Event``
is what several of them are about. Invariant: every value of an event names the pages that say
so; a conflicting value stays beside the one most origins support; silence is no dissent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from haengbo.model.reading import EventReport, ParticipantRole, Status


class Channel(StrEnum):
    """The standing line that an event belongs to."""

    SUMMIT = "summit"
    FOREIGN = "foreign"
    SECURITY = "security"
    DEFENCE = "defence"
    JUSTICE = "justice"
    ECONOMY = "economy"
    PARTY = "party"
    CULTURE = "culture"
    THIRD = "third"


class OriginKind(StrEnum):
    """How the root of a chain is known: its first link, the page's wire, or the outlet."""

    LINK = "link"
    WIRE = "wire"
    OUTLET = "outlet"


class RelationKind(StrEnum):
    """How two events that are not one belong together."""

    PLAN = "plan"
    OUTCOME = "outcome"
    PART = "part"
    WHOLE = "whole"
    FOLLOWING_DAY = "following-day"


class NodeKind(StrEnum):
    """What a node of a chain graph is."""

    ORIGIN = "origin"
    REPORTER = "reporter"
    OUTLET = "outlet"


#: Stands where the words of a removed page stood.
ERASED = "(지움)"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where a report stands: the identity that outlives a new reading.

    Attributes:
        page: ``Page.sha256``.
        start: First code point of the evidence in the article's text.
        end: First code point after it.
        what: Type and mode (``CONSULT/meeting``), numbered where one span tells two of a kind.
    """

    page: str
    start: int
    end: int
    what: str

    @property
    def text(self) -> str:
        """One string for rows and links; ``Anchor.parse`` restores the anchor."""
        return f"{self.page}:{self.start}-{self.end}:{self.what}"

    @classmethod
    def parse(cls, text: str) -> Anchor:
        """The anchor that ``text`` was made from.

        Raises:
            ValueError: The string is no anchor.
        """
        page, span, what = text.split(":", 2)
        start, end = span.split("-")
        return cls(page, int(start), int(end), what)


@dataclass(frozen=True, slots=True)
class Source:
    """What collation knows of a page.

    Attributes:
        page: ``Page.sha256``.
        name: What the source calls the page.
        outlet: Publisher, or ``None``.
        wire: Who wrote it when that is not the publisher, or ``None``.
        published: EDTF date with time where given, or ``None``.
        title: Headline, or ``None``.
    """

    page: str
    name: str
    outlet: str | None = None
    wire: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What the page says of one participant.

    Attributes:
        name: Canonical name.
        role: In the event.
        kind: person, state, organisation or medium; ``None`` if the page does not list it.
        state: State that the participant is or acts for, or ``None``.
        titles: Offices as the page gives them.
        surfaces: Spellings of the bare name on the page.
        printed: Spelling nearest to the evidence, or ``None``.
    """

    name: str
    role: ParticipantRole
    kind: str | None = None
    state: str | None = None
    titles: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the page gives for a happening.

    Attributes:
        kind: Which figure (an id of the table ``figures``).
        amount: The number.
        printed: As printed: ``1만2천여 명``.
    """

    kind: str
    amount: int
    printed: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words said at a happening, as the page quotes them."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """One report with what collation must know of its page.

    Attributes:
        anchor: Identity.
        source: The page.
        report: As read.
        evidence: Text of ``report.evidence``.
        sentence: The whole sentence around the first evidence.
        parts: The participants, with what the page says of them.
        figures: Numbers that the page gives for it, largest first.
        quotes: Quotations of what was said there.
    """

    anchor: Anchor
    source: Source
    report: EventReport
    evidence: tuple[str, ...]
    sentence: str
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyLink:
    """One page whose text is another's.

    Attributes:
        page: The copy (``Page.sha256``).
        of: The page it was taken from; the earliest known if nothing says so.
        score: Share of the shorter text's five-character shingles that both have (0..1).
        reason: Why, and how the direction is known, in Korean.
    """

    page: str
    of: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Pages of one text; the first is the original as far as known.

    Attributes:
        pages: ``Page.sha256``, original first.
        links: One for each page but the first.
    """

    pages: tuple[str, ...]
    links: tuple[CopyLink, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Why a report belongs to an event.

    Attributes:
        anchor: Of the report.
        score: Of the best link to another member (1.0 for the only report).
        reasons: In Korean words: ``같은 날(2024-07-24)``, ``참가자 일치: 최선희``.
        earlier: Whether it stands on an earlier version of its article and does not count.
    """

    anchor: Anchor
    score: float
    reasons: tuple[str, ...] = ()
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of the chains of an event.

    Attributes:
        name: Canonical name, or the description of an unnamed one.
        kind: How it is known.
        anonymous: Whether it is a description (``외교 소식통``), not a name.
        voice: Whose voice it is (``북한 당국``); its own name where the pack says nothing.
        pages: Names of the pages that rest on it, copies included.
    """

    name: str
    kind: OriginKind
    anonymous: bool
    voice: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value of a field and who says so.

    Attributes:
        value: As text (participants: names joined by ``, ``).
        pages: Names of the pages that say so, sorted.
        origins: Names of the origins that say so, sorted; copies are folded.
    """

    value: str
    pages: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventField:
    """One line of an event: the value that most origins support, the others beside it.

    Attributes:
        name: date, place, status, participants, rank, number, spelling or wording.
        value: The value shown, or ``None`` if all are silent.
        values: All values, best supported first.
        silent: Names of the pages that say nothing on it.
        conflicting: Whether the values exclude each other (a less precise one does not).
    """

    name: str
    value: str | None
    values: tuple[FieldValue, ...]
    silent: tuple[str, ...] = ()
    conflicting: bool = False


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Reports of one event that exclude each other on a field.

    Attributes:
        field: date, place, rank, number, spelling, participants, status or wording.
        values: At least two, best supported first.
        about: Whom or what it concerns (a name for spelling and rank), or ``None``.
        note: Korean words: why a value is doubtful, or ``None``.
    """

    field: str
    values: tuple[FieldValue, ...]
    about: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A reporter, origin or outlet in the graph of an event's chains."""

    name: str
    kind: NodeKind
    voice: str
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """``teller`` was heard by ``hearer``, on these pages (names)."""

    teller: str
    hearer: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Chains of an event put together; roots are the origins, leaves the outlets."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class EventPart:
    """A participant of an event, with how many pages name it."""

    name: str
    role: ParticipantRole
    kind: str | None
    state: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Another event that belongs to one without being it.

    Attributes:
        event: The one.
        kind: What ``other`` is to it (``PLAN``: the plan of it).
        other: The other.
        reason: In Korean words.
    """

    event: str
    kind: RelationKind
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sought:
    """Which others an event may belong together with, as a ledger can look for them.

    Attributes:
        first: The first day on which they can lie.
        last: The last one.
        statuses: How they stand, one of these.
        types: Their types, one of these; any if empty.
        mode: Their mode, if it matters.
        not_mode: What is not their mode.
        sides: Type, mode and sides (``Event.sides``), if these are the same.
        names: Whom they name, if not the same sides.
        begins: The first day on which those who are named can begin what they do.
        every: They name all of these, not only one.
        role: As what they name them, if it matters.
    """

    first: date
    last: date
    statuses: tuple[Status, ...]
    types: tuple[str, ...] = ()
    mode: str | None = None
    not_mode: str | None = None
    sides: str | None = None
    names: tuple[str, ...] = ()
    begins: date | None = None
    every: bool = False
    role: ParticipantRole | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What several reports are about.

    Attributes:
        id: Derived from the smallest anchor.
        type: PLOVER type, upper case.
        mode: haengbo's mode, or ``None``.
        status: How it stands by most origins.
        date: EDTF, or ``None``.
        place: As most origins put it, or ``None``.
        channel: One of nine, or ``None`` where nothing says.
        participants: Sources first, then parties, then targets.
        label_ko: Short Korean label (who – what).
        label_en: Short English label.
        sentence: The sentence that stands for it in the chronicle.
        sentence_at: The report that sentence comes from.
        members: The reports and why they belong.
        origins: Roots of the chains, most pages first.
        voices: Distinct voices of the origins.
        fields: One line for each field.
        discrepancies: Fields on which the reports exclude each other.
        graph: The chains put together.
        topics: What it was about, most named first.
        confidence: Highest of the reports.
        decided: Whether a person's decision shaped it.
    """

    id: str
    type: str
    mode: str | None
    status: Status
    date: str | None
    place: str | None
    channel: Channel | None
    participants: tuple[EventPart, ...]
    label_ko: str
    label_en: str
    sentence: str
    sentence_at: Anchor
    members: tuple[Membership, ...]
    origins: tuple[Origin, ...]
    voices: tuple[str, ...]
    fields: tuple[EventField, ...]
    discrepancies: tuple[Discrepancy, ...]
    graph: Graph
    topics: tuple[str, ...] = ()
    confidence: float = 0.0
    decided: bool = False

    @property
    def sides(self) -> str:
        """Type, mode, and the states or names of all who took part, as one text."""
        names = {part.state or part.name for part in self.participants}
        return "|".join((self.type, self.mode or "", *sorted(names)))

    def field(self, name: str) -> EventField | None:
        """The line of one field, or ``None``."""
        return next((f for f in self.fields if f.name == name), None)
