"""What one article says: the result of ``reading``, the input of ``ledger``.

Every item has a ``span`` (its slice of the article's text is the evidence), the ``rule`` that
produced it and a ``confidence`` between 0 and 1. Dates are EDTF strings. Names of actors are in
their canonical South Korean form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.article import Article, Finding
from haengbo.model.span import Span


class ActorKind(StrEnum):
    """Kinds of actors; places and instruments are entities, not actors."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    MEDIUM = "medium"
    PLACE = "place"
    INSTRUMENT = "instrument"


class Status(StrEnum):
    """How an event stands on the page."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    PREDICTED = "predicted"
    ALLEGED = "alleged"
    DENIED = "denied"
    NOT_OCCURRED = "not_occurred"


class ParticipantRole(StrEnum):
    """source acts, hosts or receives; target is whom it is done to; symmetric sides are party."""

    SOURCE = "source"
    TARGET = "target"
    PARTY = "party"


class Form(StrEnum):
    """How an utterance is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    DOCUMENT = "document"


class ExpectationKind(StrEnum):
    """forecast: by an analyst or the press; plan: announced by a party; pledge: promised."""

    FORECAST = "forecast"
    PLAN = "plan"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor or entity is named.

    Attributes:
        span: The name with the title that belongs to it (``최선희 북한 외무상``).
        name: Canonical name of whom it denotes.
        kind: Of the actor.
        rule: e.g. ``dictionary``, ``introduction``, ``short-form``, ``pronoun``, ``compound``.
        confidence: 0..1.
        head: The bare name inside ``span`` (equal to ``span`` where there is no title).
        title: Title as printed at this mention, without the state.
        of: State, party or institute that the title belongs to.
        weak: Denotes an actor without naming it as one who acts (inside a title, an event's
            name, a photo credit): listed among the actors, never a participant or speaker.
    """

    span: Span
    name: str
    kind: ActorKind
    rule: str
    confidence: float
    head: Span
    title: str | None = None
    of: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """An office as the page gives it.

    Attributes:
        title: As printed, without the state: ``국가안보회의 서기``.
        of: Canonical name of the state, party or institute.
        span: Where the page says so.
    """

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Everybody and everything that acts or could act on this page.

    Attributes:
        name: Canonical name.
        kind: Of the actor.
        surfaces: Every spelling on the page, in order of first appearance.
        roles: Offices as the page gives them.
        span: First mention.
        rule: Rule of the first mention.
        confidence: Highest confidence of the mentions.
        known: Identifier in the knowledge pack, or ``None`` for somebody new.
    """

    name: str
    kind: ActorKind
    surfaces: tuple[str, ...]
    roles: tuple[Role, ...]
    span: Span
    rule: str
    confidence: float
    known: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression that denotes a calendar date or period.

    Attributes:
        span: The surface, without particles.
        value: EDTF.
        anchor: The date it was resolved against, or ``None`` where it stands alone.
        rule: e.g. ``day:last``, ``narrative:that-day``.
        confidence: 0..1.
    """

    span: Span
    value: str
    anchor: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """One reporter in a chain.

    Attributes:
        name: Canonical name (조선중앙통신), or the description of an unnamed one (외교 소식통).
        span: Where the page says that it reports this.
        rule: What bound it: ``cue:에 따르면``, ``carried:신문은`` …
    """

    name: str
    span: Span
    rule: str


#: Reporters between a happening and the page, nearest to the happening first, without the outlet.
Chain = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event."""

    name: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class EventReport:
    """One article's account of a happening.

    Attributes:
        id: ``e1``, ``e2`` … in order of the text.
        type: PLOVER type, upper case.
        mode: haengbo's mode or ``None``.
        status: How it stands on the page.
        date: EDTF or ``None``.
        place: As the page puts it, or ``None``.
        participants: Who, and as what.
        topics: What it was about, as printed.
        chain: Who reports it.
        evidence: Where it is told, most telling first.
        span: ``evidence[0]``.
        rule: The frame.
        confidence: 0..1.
        time: Span of the expression that gave the date.
    """

    id: str
    type: str
    mode: str | None
    status: Status
    date: str | None
    place: str | None
    participants: tuple[Participant, ...]
    topics: tuple[str, ...]
    chain: Chain
    evidence: tuple[Span, ...]
    span: Span
    rule: str
    confidence: float
    time: Span | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """Attitude of a statement toward somebody: ``support`` or ``oppose``."""

    toward: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An utterance.

    Attributes:
        id: ``s1`` …
        speaker: One or (a communiqué) two names; a description for the unnamed.
        form: direct, indirect or document.
        span: The words, without quotation marks; may bridge marks of a broken quotation.
        addressee: To whom.
        occasion: Id of the event at which it was made, or ``None``.
        stance: Toward whom, how.
        chain: Who relays it.
        date: EDTF or ``None``.
        rule: Pattern that found it.
        confidence: 0..1.
        cue: Span of the verb or phrase that says that it was said.
    """

    id: str
    speaker: tuple[str, ...]
    form: Form
    span: Span
    addressee: tuple[str, ...]
    occasion: str | None
    stance: tuple[Stance, ...]
    chain: Chain
    date: str | None
    rule: str
    confidence: float
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """A proposition about the future.

    Attributes:
        kind: forecast, plan or pledge.
        by: Who holds it: a name, ``관측``/``우려``/``평가`` when nobody is said to, the outlet for
            its own voice, ``None`` if that has no name.
        to: To whom it was pledged.
        affiliation: Institute or state of who holds it.
        span: The clause.
        proposition: What is expected, one sentence.
        hedge: How sure, as printed: ``가능성이 있다``.
        horizon: EDTF by when, or ``None``.
        decided_by: What would decide it.
        rule: Cue frame.
        confidence: 0..1.
    """

    kind: ExpectationKind
    by: str | None
    to: str | None
    affiliation: str | None
    span: Span
    proposition: str
    hedge: str
    horizon: str | None
    decided_by: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class WordingChange:
    """The page remarks that one official wording gave way to another.

    Attributes:
        old: The older wording.
        new: The newer wording.
        where: In which texts, as the page puts it.
        span: The remark.
        rule: Cue frame.
        confidence: 0..1.
    """

    old: str
    new: str
    where: str | None
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Omission:
    """The page says that something was not mentioned.

    Attributes:
        what: What was left out.
        by: By whom or in what, or ``None``.
        span: The remark.
        rule: Cue frame.
        confidence: 0..1.
    """

    what: str
    by: str | None
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Pattern:
    """The page claims that each time one thing happens another follows."""

    condition: str
    consequence: str
    instances: tuple[tuple[str, str], ...]
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one page.

    Attributes:
        id: Stem of the page's name (made unique in a run).
        article: The cleaned text that all spans point into.
        code_version: Version of haengbo that read it.
        pack_version: Fingerprint of the knowledge it was read with.
        on_theme: Whether the gate let it through; if not, the lists are empty.
        actors … patterns: What was found, in order of the text.
        entities: Places and instruments.
        mentions: Every place where somebody is named.
        findings: What to know about the page and its claims (article's findings included).
    """

    id: str
    article: Article
    code_version: str
    pack_version: str
    on_theme: bool = True
    actors: tuple[Actor, ...] = ()
    entities: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    wording_changes: tuple[WordingChange, ...] = ()
    omissions: tuple[Omission, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def forecasts(self) -> tuple[Expectation, ...]:
        """The forecasts among the expectations."""
        return tuple(e for e in self.expectations if e.kind is ExpectationKind.FORECAST)

    def to_dict(self) -> dict[str, object]:
        """This reading in the evaluation format (see ``haengbo.model.record``)."""
        from haengbo.model.record import reading_to_dict  # noqa: PLC0415 - avoids a cycle

        return reading_to_dict(self)
