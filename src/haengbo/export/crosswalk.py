"""Events → who did what to whom in the codes of other event data, one row for each pair.

Comes in: collated events and the pack's tables ``cameo``, ``cameo_codes``, ``state_codes`` and
``quads``. Goes out: pairs of parties with codes, for ``polecat`` and ``cameo``. Invariant: no day,
code or sector is guessed: an event whose day is not known is left out, and somebody told so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from haengbo.export.cells import harmless
from haengbo.export.wanted import Wanted, wanted_events
from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.cameo import CameoCodeRow, CameoRow, StateCodeRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.knowledge.places import PlaceRow
from haengbo.knowledge.quads import QuadClass, QuadRow
from haengbo.ledger.views import EventLine, ReportView
from haengbo.model import edtf
from haengbo.model.collation import Event, EventPart
from haengbo.model.reading import ParticipantRole, Status

#: Types of organisations in the pack → sectors that CAMEO and PLOVER share.
_SECTORS = {
    "organ": "GOV",
    "army": "MIL",
    "party": "PTY",
    "university": "EDU",
    "company": "BUS",
    "international": "IGO",
}


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a pair.

    Attributes:
        name: Canonical name.
        english: English name, else the canonical one.
        kind: person, state, organisation, medium or ``None``.
        state: English name of the state, or ``None``.
        iso3: Code of the state, ``IGO`` for international organisations, or ``None``.
        cow: Number of the state in the Correlates of War list, or ``None``.
        sector: GOV, MIL …, or ``None`` where the pack does not say.
        iso2: ISO alpha-2 code of a present state in lower case, or ``None``.
    """

    name: str
    english: str
    kind: str | None
    state: str | None
    iso3: str | None
    cow: int | None
    sector: str | None
    iso2: str | None = None


@dataclass(frozen=True, slots=True)
class Locality:
    """Where an event took place, as far as the pack knows the place.

    Attributes:
        raw: As the page puts it.
        name: English name, else as the page puts it.
        city: Whether it is a town.
        state: English name of the state, or ``None``.
        iso3: Code of the state, or ``None``.
        geonames: Number in GeoNames, or ``None``.
    """

    raw: str
    name: str
    city: bool = False
    state: str | None = None
    iso3: str | None = None
    geonames: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its day and reports."""

    line: EventLine
    reports: tuple[ReportView, ...]
    day: date

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.line.event


Pair = tuple[EventPart | None, EventPart | None]


class Crosswalk:
    """Look-ups of one pack."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names = gazetteer(knowledge)
        self._kinds = {row.id: row for row in knowledge.table("cameo", CameoRow)}
        self._codes = {row.id: row for row in knowledge.table("cameo_codes", CameoCodeRow)}
        self._states = {row.id: row for row in knowledge.table("state_codes", StateCodeRow)}
        self._quads = {row.id: row.quad for row in knowledge.table("quads", QuadRow)}

    def kind(self, event: Event) -> CameoRow | None:
        """The row of an event's type and mode, else of its type."""
        exact = self._kinds.get(f"{event.type}/{event.mode}") if event.mode else None
        return exact or self._kinds.get(event.type)

    def code(self, code: str) -> CameoCodeRow:
        """Name and Goldstein value of a CAMEO code."""
        return self._codes[code]

    def quad(self, type_: str) -> QuadClass | None:
        """Quad class of a PLOVER type."""
        return self._quads.get(type_)

    def party(self, part: EventPart) -> Party:
        """A participant in the codes of others."""
        row = next((r for r in self._names.named(part.name) if isinstance(r, ActorRow)), None)
        type_ = row.type if row else None
        sector = "MED" if part.kind == "medium" else _SECTORS.get(type_ or "")
        english, code = self._state(part.state)
        iso3 = code.iso3 if code else "IGO" if sector == "IGO" else None
        return Party(
            part.name,
            (row.en if row else None) or part.name,
            part.kind,
            english,
            iso3,
            code.cow if code else None,
            sector,
            code.iso2 if code else None,
        )

    def _state(self, name: str | None) -> tuple[str | None, StateCodeRow | None]:
        rows = self._names.named(name) if name else ()
        row = next((r for r in rows if isinstance(r, ActorRow) and r.kind == "state"), None)
        return (row.en or row.name, self._states.get(row.id)) if row else (None, None)

    def locality(self, place: str | None) -> Locality | None:
        """A place as the page puts it, by its own name, else by the town it begins with."""
        if place is None:
            return None
        for name in (place, place.split()[0]):
            english, code = self._state(name)
            if english is not None:
                return Locality(place, english, state=english, iso3=code.iso3 if code else None)
            for row in self._names.named(name):
                if isinstance(row, PlaceRow):
                    return self._known_place(place, row)
        return Locality(place, place)

    def _known_place(self, raw: str, row: PlaceRow) -> Locality:
        english, code = self._state(row.state)
        number = row.id[1:] if row.id[0] == "g" and row.id[1:].isdigit() else None
        iso3 = code.iso3 if code else None
        return Locality(raw, row.en or row.name, row.type == "city", english, iso3, number)


@lru_cache(maxsize=4)
def crosswalk(knowledge: Knowledge) -> Crosswalk:
    """The look-ups of a pack, built once."""
    return Crosswalk(knowledge)


def day_of(event: Event) -> date | None:
    """The day of an event, the first of several stated days; ``None`` where only a month is known.

    Example:
        ``2025-06-04/2025-06-06`` gives 4 June, ``2025-06`` gives nothing.
    """
    days = edtf.parse_or_none(event.date)
    if days is None or days.start is None or days.precision != "day":
        return None
    return days.earliest


def dated(wanted: Wanted, statuses: Sequence[Status]) -> Iterator[Dated]:
    """Events of these statuses that have a day; says at the end how many others there were."""
    left: Counter[str] = Counter()
    for line, reports in wanted_events(wanted):
        day = day_of(line.event)
        if line.event.status not in statuses:
            left[f"상태 {line.event.status.value}"] += 1
        elif day is None:
            left["날짜가 하루로 정해지지 않음"] += 1
        else:
            yield Dated(line, reports, day)
    if left:
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(left.items()))
        wanted.tell(f"이 꼴에 담기지 않아 빠진 사건 {left.total()}건: {reasons}")


def pairs(event: Event) -> list[Pair]:
    """Who acts upon whom; the sides of a mutual event each with each.

    Pairs within one state are left out where there are pairs across states: of two delegations
    their members do not meet each other.
    """
    acting = [p for p in event.participants if p.role is not ParticipantRole.TARGET]
    targets = [p for p in event.participants if p.role is ParticipantRole.TARGET]
    found: list[Pair]
    if acting and targets:
        found = [(a, b) for a in acting for b in targets if a.name != b.name]
    elif len(acting) > 1:
        found = [(a, b) for i, a in enumerate(acting) for b in acting[i + 1 :]]
    else:
        found = [(a, None) for a in acting] + [(None, b) for b in targets]
    across = [pair for pair in found if not _one_state(pair)]
    return across or found


def _one_state(pair: Pair) -> bool:
    first, second = pair
    return first is not None and second is not None and first.state == second.state is not None


def tab_line(cells: Iterable[object]) -> bytes:
    """Cells as one line of a tab-separated table without quoting; numbers stay numbers."""
    return ("\t".join(map(_flat, cells)) + "\n").encode()


def _flat(cell: object) -> str:
    if cell is None:
        return ""
    return harmless(" ".join(cell.split())) if isinstance(cell, str) else str(cell)
