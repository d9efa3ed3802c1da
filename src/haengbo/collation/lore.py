"""What collation asks the knowledge pack, in one place.

Comes in: ``Knowledge``. Goes out: states, voices, ranks, channels, labels of names, titles and
kinds. Everything unknown is ``None`` or the name itself; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import DescriberRow
from haengbo.knowledge.chronicle import KnownEventRow
from haengbo.knowledge.collating import EventKindRow, FigureRow, InstrumentRow
from haengbo.knowledge.frames import VenueRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.knowledge.offices import ChannelRow, RankRow
from haengbo.knowledge.orthography import speller
from haengbo.knowledge.places import PlaceRow
from haengbo.model.reading import ActorKind, EventReport

#: Participants that a known event must share.
_ENOUGH = 2
#: Depth of nested places that is looked up: venue, town, region, state.
_NESTED = 4


#: An office of this rank or higher that stands for its holder has one holder.
_MINISTERS = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """An office in an institution.

    Attributes:
        institution: ``북한 외무성``; an office without one is its own.
        rank: Id of its rank.
        single: It has one holder (외무상), not several (부상).
    """

    institution: str
    rank: str | None
    single: bool


class Lore:
    """Look-ups for one pack."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names = gazetteer(knowledge)
        self._speller = speller(knowledge)
        self._kinds = {row.id: row for row in knowledge.table("event_kinds", EventKindRow)}
        self._ranks = {row.id: row.order for row in knowledge.table("ranks", RankRow)}
        self._describers = tuple(row.id for row in knowledge.table("describers", DescriberRow))
        self._venues = tuple(
            noun for row in knowledge.table("event_venues", VenueRow) for noun in row.nouns
        )
        self._instruments = tuple(r.id for r in knowledge.table("instruments", InstrumentRow))
        self._known = knowledge.table("events", KnownEventRow)
        self.channels = knowledge.table("channels", ChannelRow)
        self.figures = knowledge.table("figures", FigureRow)

    def kind_of(self, report: EventReport) -> EventKindRow:
        """The kind of a report: by type and mode, else by type, else a kind of its own."""
        return self.kind(report.type, report.mode)

    def kind(self, type_: str, mode: str | None) -> EventKindRow:
        """The kind of a type and mode."""
        exact = self._kinds.get(f"{type_}/{mode}") if mode else None
        return (
            exact
            or self._kinds.get(type_)
            or EventKindRow(type_, type_.lower(), type_, type_.lower())
        )

    def instruments_in(self, text: str) -> frozenset[str]:
        """Nouns for what is signed (조약, 협정) that stand in a text."""
        return frozenset(noun for noun in self._instruments if noun in text)

    def state_of(self, name: str) -> str | None:
        """The state that somebody is or belongs to."""
        return self._names.state_of(name)

    def known(self, name: str) -> bool:
        """Whether the pack has the name."""
        return bool(self._names.named(name))

    def voice_of(self, name: str) -> str:
        """Whose voice it is; somebody unknown is a voice of its own."""
        return self._names.voice_of(name) or name

    def anonymous(self, name: str) -> bool:
        """Whether a name is a description: ``대북 소식통``, ``정부 고위 당국자``."""
        if self.known(name):
            return False
        return name.endswith(self._describers)

    def rank_of(self, title: str, state: str | None) -> str | None:
        """Rank of a title as printed."""
        return self._names.rank_of(title, state)

    def seat_of(self, title: str, state: str | None) -> Seat | None:
        """The office that a title as printed denotes, or ``None`` if it says not where.

        Example:
            ``외무상`` and ``외무성 부상`` of 북한 are offices in 북한 외무성.
        """
        row = self._names.title_in(title)
        if row is None or state is None:
            return None
        rank = row.rank_in(state)
        single = row.bare and self.rank_order(rank) <= _MINISTERS
        if row.institution is None:
            return Seat(f"{state} {row.id}", rank, single) if single else None
        return Seat(row.institution.replace("{state}", state), rank, single)

    def rank_order(self, rank: str | None) -> int:
        """1 is the highest; an unknown rank comes after all."""
        return self._ranks.get(rank or "", len(self._ranks) + 1)

    def channel_of(self, title: str) -> str | None:
        """Channel of a title as printed."""
        return self._names.channel_of(title)

    def titles_of(self, name: str, on: str | None) -> tuple[str, ...]:
        """Titles that the pack gives somebody on a day; none without a day."""
        return tuple(role.title for role in self._names.roles_of(name, on)) if on else ()

    def known_events(self, type_: str, mode: str | None, names: set[str]) -> list[KnownEventRow]:
        """Dated public events of the pack of this kind with at least two of these participants."""
        return [
            row
            for row in self._known
            if row.type == type_
            and row.mode == mode
            and len({who.partition(":")[0] for who in row.participants} & names) >= _ENOUGH
        ]

    def english(self, name: str) -> str:
        """English name, else the Korean one."""
        rows = self._names.named(name)
        return (rows[0].en if rows else None) or name

    def short(self, name: str) -> str:
        """The name as papers shorten it: the surname that the pack gives, else the last word.

        Example:
            ``쇼이구`` of ``세르게이 쇼이구``, ``기시다`` of ``기시다 후미오``.
        """
        words = name.split()
        strong = [form for row in self._names.named(name) for form in row.strong if form in words]
        return (strong or words or [name])[0 if strong else -1]

    def fold(self, text: str) -> str:
        """The text in Southern spelling."""
        return self._speller.fold(text).text

    def place_rows(self, place: str) -> tuple[PlaceRow, ...]:
        """Places of the pack that a text names, in its order; a state stands for itself."""
        found: list[PlaceRow] = []
        for hit in self._names.find(place):
            for row in hit.rows:
                if isinstance(row, PlaceRow):
                    found.append(row)
                elif row.actor_kind is ActorKind.STATE:
                    found.append(PlaceRow(row.id, row.name, "state"))
        return tuple(found)

    def nesting(self, row: PlaceRow) -> tuple[str, ...]:
        """Names of a place, its town, region and state.

        Example:
            For 만수대의사당: 만수대의사당, 평양, 북한.
        """
        found: dict[str, None] = {row.name: None}
        above: str | None = row.town
        state = row.state
        for _ in range(_NESTED):
            if above is None or above in found:
                break
            found[above] = None
            rows = [r for r in self._names.named(above) if isinstance(r, PlaceRow)]
            above = rows[0].town if rows else None
            state = state or (rows[0].state if rows else None)
        if state:
            found[state] = None
        return tuple(found)

    def states_in(self, text: str) -> frozenset[str]:
        """States that a text names, by themselves, in a compound (북러) or by what is theirs."""
        found = {self.state_of(row.name) for hit in self._names.find(text) for row in hit.rows}
        words = text.split()
        found |= {s for w in words for s in self._compound(w)}
        return frozenset(state for state in found if state is not None)

    def _compound(self, word: str) -> Iterator[str]:
        """States of a compound at the head of a word: 북러 조약, 조로관계."""
        head = word.strip("‘“'\"(")[:2]
        states = [self._names.syllables.get(letter) for letter in head]
        if len(head) > 1 and all(states):
            yield from (state for state in states if state)

    def venue_noun(self, word: str) -> str | None:
        """The noun for a venue with which a word ends: 공항, 광장; the longest."""
        return max((n for n in self._venues if word.endswith(n)), key=len, default=None)


@lru_cache(maxsize=4)
def lore(knowledge: Knowledge) -> Lore:
    """The look-ups of a pack, made once."""
    return Lore(knowledge)
