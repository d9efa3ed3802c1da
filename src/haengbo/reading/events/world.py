"""What the page and the pack know of an actor: its kind and its state.

Comes in: a ``Document``. Goes out: ``World``, which answers by canonical name. The page goes
before the pack: a person whom the pack does not know belongs to the state of the title that the
page gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.knowledge.places import PlaceRow
from haengbo.model.reading import ActorKind
from haengbo.reading.attribution.lexicon import lexicon_of
from haengbo.reading.document import Document
from haengbo.reading.events.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class World:
    """Kinds and states by canonical name.

    Attributes:
        kinds: As mentioned on the page.
        titles: Whom the page's titles put a person under (``of``).
        names: The pack's index.
        ports: Nouns of airports and stations, which say little as places.
        home: The state whose papers the pack is for.
        offices: Titles of people as printed.
        halls: Nouns of halls and squares.
        published: The day of the page, empty if it has none.
        experts: People who judge (교수, 연구위원): what they say is no act of diplomacy.
    """

    kinds: dict[str, ActorKind]
    titles: dict[str, str]
    names: Gazetteer
    ports: tuple[str, ...] = ()
    experts: frozenset[str] = frozenset()
    home: tuple[str, ...] = ()
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    halls: tuple[str, ...] = ()
    published: str = ""

    def lies_ahead(self, date: str | None) -> bool:
        """Whether a day comes after that of the page; without such a day none does."""
        start = (date or "").partition("/")[0]
        return bool(self.published) and start[:1].isdigit() and start > self.published

    def kind_of(self, name: str) -> ActorKind | None:
        """Kind of an actor of the page."""
        return self.kinds.get(name)

    def is_state(self, name: str) -> bool:
        """Whether it is a state, be it one that the page never names by itself (양측)."""
        kind = self.kinds.get(name)
        return kind is ActorKind.STATE or (kind is None and self.names.state_of(name) == name)

    def state_of(self, name: str) -> str | None:
        """The state an actor belongs to or a place lies in; a state's own name."""
        if self.kinds.get(name) is ActorKind.STATE:
            return name
        state = self.names.state_of(name)
        if state is not None:
            return state
        office = self.titles.get(name)
        if office is not None and office != name:
            return self.state_of(office)
        return self._state_named_by(name)

    def _state_named_by(self, name: str) -> str | None:
        """북한 외교부: a body that the pack does not know says whose it is."""
        first, _, office = name.partition(" ")
        whose = self.kinds.get(name) is ActorKind.ORGANISATION and bool(office)
        return first if whose and self.names.state_of(first) == first else None

    def side_of(self, name: str) -> str | None:
        """The state, else the body of no state for which somebody sits: 유엔 사무차장: 유엔."""
        state = self.state_of(name)
        if state is not None:
            return state
        body = name if self.kinds.get(name) is ActorKind.ORGANISATION else self.titles.get(name)
        return body if body is not None and self.kinds.get(body) is ActorKind.ORGANISATION else None

    def is_envoy(self, name: str, houses: set[str]) -> bool:
        """Whether somebody sits for a state in one of these houses (주유엔 대사: 유엔)."""
        titles = self.offices.get(name, frozenset())
        return any(house in title for house in houses for title in titles)

    def is_head(self, name: str) -> bool:
        """Whether a person bears the title of a head of state, on the page or in the pack."""
        titles = [role.title for role in self.names.roles_of(name)]
        titles += self.offices.get(name, frozenset())
        rows = (self.names.title_in(title) for title in titles)
        return any(row is not None and row.cls == "head" for row in rows)

    def is_town(self, name: str) -> bool:
        """Whether a place is a town or region that somebody visits, not a hall or square."""
        rows = [row for row in self.names.named(name) if isinstance(row, PlaceRow)]
        return any(row.type in {"city", "region"} for row in rows)


def world_of(document: Document) -> World:
    """Gather what the mentions say."""
    kinds = {m.name: m.kind for m in reversed(document.mentions)}
    titles = {m.name: m.of for m in document.mentions if m.of is not None}
    words = lexicon(document.knowledge)
    judging = lexicon_of(document.knowledge).is_expert_title
    offices: dict[str, frozenset[str]] = {}
    for mention in document.mentions:
        if mention.title:
            known = offices.get(mention.name, frozenset())
            offices[mention.name] = known | {mention.title}
    northern = words.words["speaks-for-state"]
    experts = frozenset(
        m.name
        for m in document.mentions
        if m.title and judging(m.title, m.of) and m.of not in northern
    )
    return World(
        kinds,
        titles,
        gazetteer(document.knowledge),
        words.words["ports"],
        experts,
        words.words["home"],
        offices,
        words.venues,
        document.article.published_day or "",
    )
