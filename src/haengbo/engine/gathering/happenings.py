"""Groups of reports → events and how they belong together.

    together   batch → share of the group        each report with the group that it is in
    events     share of the group → month       what ``collate`` makes of the share's groups
    met        share of the group → share of whom   events as relations need them
    relations  share of whom → everybody        what ``relate`` finds among events of a name

Invariant: a share holds whole groups, so that ``collate`` gives what it gives for all reports at
once. Of a relation at least one participant, or kind and sides, are the same on both its ends, so
that the two meet; it is told where they meet first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from haengbo import collation
from haengbo.engine.gathering.captures import versions_in
from haengbo.engine.gathering.crowded import asked_by, crowded_in
from haengbo.engine.gathering.parcels import EVERYBODY, Parcel, Step, get, put
from haengbo.engine.gathering.reports import told_in
from haengbo.engine.gathering.texts import Placed, copies_in
from haengbo.model.collation import Event, Graph, Relation, Source, Told
from haengbo.model.edtf import parse_or_none
from haengbo.model.version import Version

#: The month of events without a date.
UNDATED = "undated"
_NOTHING = Graph((), ())


@dataclass(frozen=True, slots=True)
class Grouped:
    """A report with all that collation asks about its page.

    Attributes:
        told: The report.
        original: Of the page's text, where that is another page's.
        version: Of the page, where there are several.
        crowded: Of the keys under which it is stored, those that are crowded, or filled.
    """

    told: Told
    original: Source | None
    version: Version | None
    crowded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """An event under one of its names."""

    name: str
    event: Event


@dataclass(frozen=True, slots=True)
class Size:
    """How much a share holds: reports, events, most reports under one key."""

    reports: int
    events: int
    largest_block: int


def together(step: Step) -> str:
    """Of a batch, the reports, to where their group is."""
    copied, versions, crowds = copies_in(step), versions_in(step), crowded_in(step)
    roots = {item.name: item.root for item in get(step, "groups", Placed, step.piece)}

    def found() -> Iterator[Parcel]:
        for told, keys in told_in(step):
            page, name = told.anchor.page, told.anchor.text
            copy = copied.get(page)
            original = copy.original if copy is not None and copy.link is not None else None
            share = step.share_of(roots.get(name, name))
            crowded = tuple(sorted(crowds(asked_by(keys))))
            yield share, Grouped(told, original, versions.get(page), crowded)

    put(step, "together", found())
    return step.piece


def events(step: Step) -> str:
    """Of a share of groups, the events."""
    items = list(get(step, "together", Grouped, step.piece))
    originals = {i.told.anchor.page: i.original for i in items if i.original is not None}
    versions = {i.told.anchor.page: i.version for i in items if i.version is not None}
    crowded = {key for item in items for key in item.crowded}
    compared = collation.Comparisons(originals, step.lore, crowded.intersection)
    told = [item.told for item in items]
    result = collation.collate(told, originals, (), step.lore, versions, compared)
    dated = [event for event in result.events if parse_or_none(event.date) is not None]
    put(step, "sizes", [(EVERYBODY, Size(len(items), len(result.events), result.largest_block))])
    put(step, "met", (parcel for event in dated for parcel in _met(step, event)))
    put(step, "events", ((month_of(event), event) for event in result.events))
    return step.piece


def month_of(event: Event) -> str:
    """The month that an event stands under; a year where no more is known."""
    days = parse_or_none(event.date)
    point = (days.start or days.end) if days is not None else None
    if point is None:
        return UNDATED
    return f"{point.year:04d}" if point.month is None else f"{point.year:04d}-{point.month:02d}"


def _met(step: Step, event: Event) -> Iterator[Parcel]:
    """An event under all its names, without what no relation asks."""
    narrow = replace(
        event, members=(), origins=(), voices=(), fields=(), discrepancies=(), graph=_NOTHING
    )
    for name in _names(event):
        yield step.share_of(name), Met(name, narrow)


def _names(event: Event) -> frozenset[str]:
    """Under what an event meets those it may belong to: participants; kind and sides."""
    return frozenset({f"|{event.sides}", *(part.name for part in event.participants)})


def relations(step: Step) -> str:
    """Of a share of names, the relations."""
    by_name: dict[str, dict[str, Event]] = {}
    for item in get(step, "met", Met, step.piece):
        by_name.setdefault(item.name, {})[item.event.id] = item.event

    def found() -> Iterator[Parcel]:
        for name, there in sorted(by_name.items()):
            for relation in collation.relate(tuple(there.values()), ()):
                if _told_here(name, relation, there):
                    yield EVERYBODY, relation

    put(step, "relations", found())
    return step.piece


def _told_here(name: str, relation: Relation, there: dict[str, Event]) -> bool:
    """Whether no other name, which may be in another share, comes before this one."""
    common = _names(there[relation.event]) & _names(there[relation.other])
    return name == min(common)
