"""What a claim that cannot be is: its rule, whom it is about, what it collides with, and where.

Invariant: a finding is a question to a person, never a correction.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.span import Span


class Rule(StrEnum):
    """What rules a claim out."""

    WAR = "war"
    BEFORE_EXISTENCE = "before-existence"
    AFTER_END = "after-end"
    OFFICE_EARLY = "office-early"
    OFFICE_LATE = "office-late"
    TWO_PLACES = "two-places"
    AFTER_PUBLICATION = "after-publication"
    PLANNED_PAST = "planned-past"
    OTHER_TIME = "other-time"
    TREATY_EARLY = "treaty-early"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands: the page, and the words there (empty where only the event is known)."""

    page: str
    span: Span | None
    words: str


@dataclass(frozen=True, slots=True)
class Impossibility:
    """A claim that something rules out.

    Attributes:
        rule: What rules it out.
        subject: Who or what it is about.
        claimed: What the page or event says: days, offices, places as the ledger names them.
        known: What it collides with: a span of days (``1948-02-08–``), a day, another event.
        evidence: Where; two places for two events.
        events: Ids of the events concerned (of the ledger, or ``e1`` of a reading).
        unchecked: Whether the knowledge that it collides with is itself unchecked.
    """

    rule: Rule
    subject: str
    claimed: str
    known: str
    evidence: tuple[Evidence, ...]
    events: tuple[str, ...] = ()
    unchecked: bool = False
