"""A report → its ``Profile``: prepared for comparison with others.

Comes in: a report and the pack. Goes out: its dates as days, its place as a site, its persons by
state, its words in stretches. Invariant: two profiles say all that ``compare`` asks of two reports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from haengbo.collation.lore import Lore, Seat
from haengbo.collation.people import nearly, people_of, seats_of
from haengbo.collation.places import Site, site_of
from haengbo.collation.told import window_of
from haengbo.knowledge.collating import EventKindRow
from haengbo.model.collation import Part, Told
from haengbo.model.crowds import ALL, Seen, Surroundings
from haengbo.model.edtf import DateRange, parse_or_none
from haengbo.model.reading import ParticipantRole

_NOT_HANGUL = re.compile(r"[^0-9A-Za-z가-힣]+")
_ALONE = Surroundings()


@dataclass(frozen=True, slots=True)
class Profile:
    """A report prepared for comparison.

    Attributes:
        told: The report.
        kind: Its kind.
        days: Its date, if it has one.
        window: First and last day on which it can lie.
        published: Day of publication.
        site: Its place, if it has one.
        instruments: What is signed (조약), by its evidence, else by its sentence.
        names: Of the participants.
        sources: States or names of those who act.
        targets: States or names of those whom it is done to.
        pairs: Two-character stretches of its evidence in Southern spelling.
        original: Hash of the page that this page's text was copied from, else of the page.
        seats: Name → offices that the page gives a person.
        people: State (``?`` without one) → its persons.
        nearly: State → names of these with any one syllable left open: 홍○람.
        crowded: Without a day: sides and persons of whom it may tell any of many happenings.
        filled: Of a month: sides and persons of whom something is told on one of its days.
    """

    told: Told
    kind: EventKindRow
    days: DateRange | None
    window: tuple[date, date]
    published: date | None
    site: Site | None
    instruments: frozenset[str]
    names: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    pairs: frozenset[str]
    original: str
    seats: dict[str, frozenset[Seat]] = field(default_factory=dict)
    people: dict[str, frozenset[str]] = field(default_factory=dict)
    nearly: dict[str, frozenset[str]] = field(default_factory=dict)
    crowded: frozenset[Seen] = frozenset()
    filled: frozenset[Seen] = frozenset()

    @property
    def sides(self) -> set[str]:
        """States or names of all participants."""
        return {part.state or part.name for part in self.told.parts} or {"?"}

    @property
    def is_open(self) -> bool:
        """Whether there is nobody by whom it is brought together with others of its time."""
        return bool(self.crowded) and all(
            (side, who) in self.crowded
            for side in self.sides
            for who in (ALL, *self.people.get(side, ()))
        )

    @property
    def has_day(self) -> bool:
        """Whether it is of one day."""
        return self.days is not None and self.days.is_day


def profile(
    told: Told, lore: Lore, original: str | None = None, around: Surroundings = _ALONE
) -> Profile:
    """Prepare a report for comparison.

    Args:
        told: The report.
        lore: The pack.
        original: Hash of the page that its page's text was copied from.
        around: What else is told of its sides and persons in its time.
    """
    published = parse_or_none(told.source.published)
    place = told.report.place
    people = people_of(told.parts)
    words = _NOT_HANGUL.sub("", lore.fold("".join(told.evidence)))
    return Profile(
        told,
        lore.kind_of(told.report),
        parse_or_none(told.report.date),
        window_of(told),
        published.earliest if published else None,
        site_of(place, lore) if place else None,
        lore.instruments_in("".join(told.evidence)) or lore.instruments_in(told.sentence),
        frozenset(part.name for part in told.parts),
        _sides(told.parts, ParticipantRole.SOURCE),
        _sides(told.parts, ParticipantRole.TARGET),
        frozenset(words[i : i + 2] for i in range(len(words) - 1)),
        original or told.anchor.page,
        {part.name: seats_of(part, lore) for part in told.parts if part.kind == "person"},
        people,
        {state: nearly(names) for state, names in people.items()},
        around.crowded,
        around.filled,
    )


def _sides(parts: tuple[Part, ...], role: ParticipantRole) -> frozenset[str]:
    return frozenset(part.state or part.name for part in parts if part.role is role)
