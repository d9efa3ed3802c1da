"""Events as columns in memory → which of them a filter leaves, in order, and how they are spread.

For a process that answers many questions, as the site does: what filters, lists and counts ask of
an event is held as arrays of numbers, a few dozen bytes an event, so that any filter is answered by
looking at all events at once, in milliseconds for hundreds of thousands. Comes in: rows of events
and participants. Goes out: positions of events, profiles, ticks. Invariant: says the same as the
ledger's own queries (``matching``, ``counting``, ``events``) about the state it was made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from haengbo.ledger.counting import FACETS, Profile, make_profile
from haengbo.ledger.views import EventFilter, EventTick

Codes = NDArray[np.int32]
Mask = NDArray[np.bool_]

#: No day; sorts before all others. And one after all others, for what goes on.
_NEVER, _EVER = 0, 99_991_231


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What filters ask of an event.

    Attributes:
        names: Its participants.
        readings: Numbers of the readings of the pages that tell it.
        pages: How many pages tell it.
        voices: How many voices.
        decided: Whether somebody decided on it.
        doubtful: Whether several pages tell what is hardly certain.
    """

    id: str
    day: str | None
    date: str | None
    first_day: str | None
    last_day: str | None
    month: str
    exact: bool
    type: str
    mode: str
    status: str
    channel: str
    place: str | None
    conflicting: bool
    names: tuple[str, ...]
    readings: tuple[int, ...] = ()
    pages: int = 0
    voices: int = 0
    decided: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Vocabulary:
    """Values ↔ numbers, in order of appearance."""

    values: list[str] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def code(self, value: str) -> int:
        """The number of a value, a new one if it has none."""
        found = self.codes.get(value)
        if found is None:
            found = self.codes[value] = len(self.values)
            self.values.append(value)
        return found


def number_of(day: str | None, absent: int = _NEVER) -> int:
    """An ISO day as a number that sorts like it."""
    if day is None:
        return absent
    year, month, rest = day.rsplit("-", 2)
    return int(year) * 10_000 + int(month) * 100 + int(rest)


#: Columns of one value an event, beside its id.
_PLAIN = (
    *("day", "first", "last", "exact", "conflicting", "dates"),
    *("pages", "voices", "decided", "doubtful"),
)
#: Columns of codes, by the name of their value.
_CODED = ("month", *FACETS, "place")


class Columns:
    """A state of the ledger's events; positions are in order of their ids."""

    def __init__(
        self, facts: Iterable[EventFacts], words: dict[str, Vocabulary] | None = None
    ) -> None:
        rows = sorted(facts, key=lambda fact: fact.id)
        self.words = words or {name: Vocabulary() for name in (*_CODED, "name")}
        self.ids = np.array([fact.id for fact in rows], dtype=np.str_)
        self.day = _numbers(number_of(fact.day) for fact in rows)
        self.first = _numbers(number_of(fact.first_day) for fact in rows)
        self.last = _numbers(number_of(fact.last_day) for fact in rows)
        self.exact = np.fromiter((fact.exact for fact in rows), np.bool_)
        self.conflicting = np.fromiter((fact.conflicting for fact in rows), np.bool_)
        self.pages = _numbers(fact.pages for fact in rows)
        self.voices = _numbers(fact.voices for fact in rows)
        self.decided = np.fromiter((fact.decided for fact in rows), np.bool_)
        self.doubtful = np.fromiter((fact.doubtful for fact in rows), np.bool_)
        self.coded: dict[str, Codes] = {
            name: _numbers(self.words[name].code(getattr(fact, name) or "") for fact in rows)
            for name in _CODED
        }
        self.dates: NDArray[np.object_] = np.empty(len(rows), dtype=np.object_)
        self.dates[:] = [fact.date for fact in rows]
        counts = _numbers(len(fact.names) for fact in rows)
        self.part_event = np.repeat(np.arange(len(rows), dtype=np.int32), counts)
        self.part_name = _numbers(
            self.words["name"].code(name) for fact in rows for name in fact.names
        )
        counts = _numbers(len(fact.readings) for fact in rows)
        self.told_event = np.repeat(np.arange(len(rows), dtype=np.int32), counts)
        self.told_reading = np.fromiter(
            (reading for fact in rows for reading in fact.readings), np.int64
        )
        self._arrange()

    def _arrange(self) -> None:
        """Make the orders that questions ask for."""
        undated = self.day == _NEVER
        self.undated = np.flatnonzero(undated)
        oldest = np.argsort(self.day, kind="stable")
        newest = np.argsort(-self.day, kind="stable")
        self.oldest = oldest[len(self.undated) :]
        self.newest = newest[: len(newest) - len(self.undated)]
        self._days = self.day[self.oldest]
        order = np.argsort(self.part_name, kind="stable")
        self._by_name = self.part_event[order]
        self._starts = np.searchsorted(
            self.part_name[order], np.arange(len(self.words["name"].values) + 1)
        )

    def changed(self, gone: Sequence[str], facts: Sequence[EventFacts]) -> Columns:
        """The state after these events went and others came; an event may do both."""
        kept = ~self.marked(gone)
        added = Columns(facts, self.words)
        new = Columns((), self.words)
        at = np.searchsorted(self.ids[kept], added.ids)
        for name in ("ids", *_PLAIN):
            mine, theirs = getattr(self, name)[kept], getattr(added, name)
            setattr(new, name, np.insert(_wide(mine, theirs), at, theirs))
        new.coded = {
            name: np.insert(self.coded[name][kept], at, added.coded[name]) for name in _CODED
        }
        # Where events of both stand now
        places = np.searchsorted(new.ids, self.ids), np.searchsorted(new.ids, added.ids)
        for event, value in (("part_event", "part_name"), ("told_event", "told_reading")):
            mine, theirs = getattr(self, event), getattr(added, event)
            stays = kept[mine]
            both = np.concatenate((places[0][mine[stays]], places[1][theirs])).astype(np.int32)
            setattr(new, event, both)
            values = getattr(self, value)[stays], getattr(added, value)
            setattr(new, value, np.concatenate(values))
        new._arrange()
        return new

    def marked(self, ids: Iterable[str]) -> Mask:
        """Which events have one of these ids; others are not minded."""
        marked = np.zeros(len(self.ids), dtype=np.bool_)
        wanted = np.array(sorted(set(ids)), dtype=np.str_)
        if len(wanted) and len(self.ids):
            at = np.minimum(np.searchsorted(self.ids, wanted), len(self.ids) - 1)
            marked[at[self.ids[at] == wanted]] = True
        return marked

    def told_on(self, marked: Mask) -> Mask:
        """The events of which at least one telling, in the order of ``told_event``, is marked."""
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        mask[self.told_event[marked]] = True
        return mask

    def left(
        self,
        wanted: EventFilter,
        among: Iterable[Sequence[str]] = (),
        told: Mask | None = None,
    ) -> Mask:
        """The events that a filter leaves.

        Args:
            wanted: The filter; its tags and text must be given as ids and positions.
            among: Ids of events: one of each of these groups.
            told: Events that its text leaves.
        """
        mask = np.ones(len(self.ids), dtype=np.bool_)
        given = (wanted.types, wanted.modes, wanted.statuses, wanted.channels)
        for name, values in zip(FACETS, given, strict=True):
            if values:
                codes = self.words[name].codes
                known = [codes[value] for value in values if value in codes]
                mask &= np.isin(self.coded[name], known)
        for who in wanted.who:
            mask &= self._with(who)
        if wanted.since or wanted.until:
            mask &= self._within(number_of(wanted.since), number_of(wanted.until, _EVER))
        if wanted.place:
            mask &= self._at(wanted.place)
        if wanted.only_conflicting:
            mask &= self.conflicting
        for ids in among:
            mask &= self.marked(ids)
        if told is not None:
            mask &= told
        return mask

    def _with(self, name: str) -> Mask:
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        code = self.words["name"].codes.get(name)
        if code is not None and code + 1 < len(self._starts):
            mask[self._by_name[self._starts[code] : self._starts[code + 1]]] = True
        return mask

    def _within(self, since: int, until: int) -> Mask:
        """As ``matching`` has it: events of these days, and those that last into them."""
        begins = (self.day != _NEVER) & (self.day >= since) & (self.day <= until)
        ends = np.where(self.last == _NEVER, _EVER, self.last)
        goes_on = (self.first != _NEVER) & (self.first < since) & (ends >= since)
        ended = (self.first == _NEVER) & (self.last != _NEVER) & (self.last >= since)
        lasting = (self.first == _NEVER) | (self.last == _NEVER) | (self.last > self.first)
        found: Mask = begins | (lasting & (goes_on | ended))
        return found

    def _at(self, place: str) -> Mask:
        part = place.lower()
        found = [n for n, value in enumerate(self.words["place"].values) if part in value.lower()]
        return np.isin(self.coded["place"], found)

    def listed(self, mask: Mask, *, newest_first: bool, skipped: int, size: int) -> list[str]:
        """Ids of one page of a list: dated events by day, then the undated."""
        order = self.newest if newest_first else self.oldest
        dated = order[mask[order]]
        found = dated[skipped : skipped + size]
        if len(found) < size:
            undated = self.undated[mask[self.undated]]
            start = max(0, skipped - len(dated))
            found = np.concatenate((found, undated[start : start + size - len(found)]))
        return [str(key) for key in self.ids[found]]

    def newest_of(self, mask: Mask) -> NDArray[np.int64]:
        """Positions of these events in the order of a list, newest first."""
        order = np.concatenate((self.newest, self.undated))
        found: NDArray[np.int64] = order[mask[order]]
        return found

    def profile(self, mask: Mask) -> Profile:
        """How these events are spread."""
        channels = len(self.words["channel"].values)
        cell = self.coded["month"][mask] * channels + self.coded["channel"][mask]
        counts = np.bincount(cell)
        exact = np.bincount(cell, weights=self.exact[mask], minlength=len(counts))
        cells = [
            (
                self.words["month"].values[key // channels],
                self.words["channel"].values[key % channels],
                int(counts[key]),
                int(exact[key]),
            )
            for key in np.flatnonzero(counts).tolist()
        ]
        values = {name: self._counted(name, self.coded[name][mask]) for name in FACETS}
        values["name"] = self._counted("name", self.part_name[mask[self.part_event]])
        return make_profile(cells, values)

    def _counted(self, name: str, codes: Codes) -> Counter[str]:
        words, counts = self.words[name].values, np.bincount(codes)
        return Counter({words[key]: int(counts[key]) for key in np.flatnonzero(counts).tolist()})

    def ticks(self, mask: Mask, first: str, last: str) -> tuple[EventTick, ...]:
        """Dated events of these months, in order of the days."""
        low, high = number_of(f"{first}-01"), number_of(f"{last}-31")
        start, end = np.searchsorted(self._days, low), np.searchsorted(self._days, high, "right")
        order = self.oldest[start:end]
        order = order[mask[order]]
        channels, statuses = self.words["channel"].values, self.words["status"].values
        return tuple(
            EventTick(_iso(day), date, channels[channel] or None, statuses[status])
            for day, date, channel, status in zip(
                *(
                    column[order].tolist()
                    for column in (
                        *(self.day, self.dates),
                        *(self.coded["channel"], self.coded["status"]),
                    )
                ),
                strict=True,
            )
        )


def _numbers(values: Iterable[int]) -> Codes:
    return np.fromiter(values, np.int32)


def _wide(mine: NDArray[np.generic], theirs: NDArray[np.generic]) -> NDArray[np.generic]:
    """An array that takes the other's texts without cutting them."""
    return mine.astype(np.promote_types(mine.dtype, theirs.dtype), copy=False)


def _iso(day: int) -> str:
    year, rest = divmod(day, 10_000)
    return f"{year:04d}-{rest // 100:02d}-{rest % 100:02d}"
