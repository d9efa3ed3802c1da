"""Events → who appears with whom, who stands between others, and how that changes.

Two participants of one event are joined; the weight is the number of events. Invariant: actors and
ties are in the order of their names, whatever the order of the events. Method and limits:
docs/network.md.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from haengbo.ledger.bulk import Gathering, Present
from haengbo.ledger.views import EventLine
from haengbo.model.collation import EventPart

#: Fewer events than this make no pattern.
FEW = 5


@dataclass(frozen=True, slots=True)
class Actor:
    """A node: somebody and in how many events."""

    name: str
    kind: str
    state: str
    events: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: two who took part in the same events.

    Attributes:
        first: The name that comes first.
        second: The other.
        weight: In how many events.
        first_day: ISO day of the first dated one, or empty.
        last_day: Of the last.
        events: Their ids.
    """

    first: str
    second: str
    weight: int
    first_day: str
    last_day: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody, who appears with whom, and out of how many events."""

    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    events: int = 0

    @property
    def few(self) -> bool:
        """Whether the events are too few for a pattern."""
        return self.events < FEW


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands in a network.

    Attributes:
        actor: Who.
        ties: With how many others.
        betweenness: Share of the shortest ways between pairs of others that lead through (0..1;
            0 with fewer than three actors).
    """

    actor: Actor
    ties: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Window:
    """A network of one stretch of time: ``2024``, or ``2024-06`` by month."""

    label: str
    network: Network
    standings: tuple[Standing, ...]

    def of(self, name: str) -> Standing | None:
        """Where somebody stands in it, or ``None`` if absent."""
        return next((s for s in self.standings if s.actor.name == name), None)


def network(lines: Iterable[EventLine | Gathering], kinds: Collection[str] = ()) -> Network:
    """Who appears with whom.

    Args:
        lines: The events.
        kinds: Kinds of actors that count (person, state …); all if empty.

    Example:
        Of two talks of 최선희 with 라브로프 there are two actors and one tie of weight 2.
    """
    seen: dict[str, EventPart | Present] = {}
    counts: Counter[str] = Counter()
    met: dict[tuple[str, str], list[tuple[str, str]]] = {}
    number = 0
    for line in lines:
        number += 1
        parts = {p.name: p for p in _present(line) if not kinds or p.kind in kinds}
        for name, part in parts.items():
            seen[name] = min(seen.get(name, part), part, key=_completeness)
        counts.update(parts.keys())
        for pair in combinations(sorted(parts), 2):
            met.setdefault(pair, []).append((line.day or "", line.id))
    actors = tuple(
        Actor(name, seen[name].kind or "", seen[name].state or "", counts[name])
        for name in sorted(seen)
    )
    return Network(actors, tuple(_tie(pair, met[pair]) for pair in sorted(met)), number)


def _present(line: EventLine | Gathering) -> Sequence[EventPart | Present]:
    return line.participants if isinstance(line, Gathering) else line.event.participants


def _completeness(part: EventPart | Present) -> tuple[bool, bool, str, str]:
    """The fullest description of somebody first, whatever the order of the events."""
    return (part.kind is None, part.state is None, part.kind or "", part.state or "")


def _tie(pair: tuple[str, str], events: list[tuple[str, str]]) -> Tie:
    days = sorted(day for day, _ in events if day)
    ids = tuple(event for _, event in sorted(events))
    first, last = (days[0], days[-1]) if days else ("", "")
    return Tie(*pair, len(events), first, last, ids)


def companions(found: Network, name: str) -> tuple[Tie, ...]:
    """The ties of one actor, the heaviest first."""
    own = (tie for tie in found.ties if name in {tie.first, tie.second})
    return tuple(sorted(own, key=lambda t: (-t.weight, t.first, t.second)))


def standings(found: Network) -> tuple[Standing, ...]:
    """Everybody by betweenness, then by ties."""
    around = _neighbours(found)
    between = betweenness(around)
    ordered = (Standing(a, len(around[a.name]), between[a.name]) for a in found.actors)
    return tuple(sorted(ordered, key=lambda s: (-s.betweenness, -s.ties, s.actor.name)))


def leading(found: Network, most: int) -> Network:
    """The network among those with most events: ways through a very large one are many.

    Args:
        found: The network.
        most: How many actors are left.
    """
    actors = sorted(found.actors, key=lambda a: (-a.events, a.name))[:most]
    names = {actor.name for actor in actors}
    ties = tuple(tie for tie in found.ties if tie.first in names and tie.second in names)
    return Network(tuple(sorted(actors, key=lambda a: a.name)), ties, found.events)


def _neighbours(found: Network) -> dict[str, list[str]]:
    around: dict[str, list[str]] = {actor.name: [] for actor in found.actors}
    for tie in found.ties:
        around[tie.first].append(tie.second)
        around[tie.second].append(tie.first)
    return around


def betweenness(around: Mapping[str, Collection[str]]) -> dict[str, float]:
    """Betweenness of every node of an undirected graph without weights (Brandes 2001).

    Args:
        around: Node → its neighbours; every neighbour is a key.

    Returns:
        0..1: the sum over pairs of others, divided by the number of such pairs.

    Example:
        In the path a–b–c, b stands at 1.0, the others at 0.0.
    """
    total = dict.fromkeys(around, 0.0)
    for source in sorted(around):
        order, before, ways = _search(source, around)
        share = dict.fromkeys(around, 0.0)
        for node in reversed(order):
            for earlier in before[node]:
                share[earlier] += ways[earlier] / ways[node] * (1 + share[node])
            if node != source:
                total[node] += share[node]
    pairs = (len(around) - 1) * (len(around) - 2)
    # Each pair is counted from both its ends
    return {node: round(value / pairs, 6) if pairs > 0 else 0.0 for node, value in total.items()}


def _search(
    source: str, around: Mapping[str, Collection[str]]
) -> tuple[list[str], dict[str, list[str]], dict[str, float]]:
    """Nodes by distance, the nodes before each on shortest ways, and how many such ways."""
    before: dict[str, list[str]] = {node: [] for node in around}
    ways = dict.fromkeys(around, 0.0) | {source: 1.0}
    distance = {source: 0}
    order, waiting = [], deque([source])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in around[node]:
            if other not in distance:
                distance[other] = distance[node] + 1
                waiting.append(other)
            if distance[other] == distance[node] + 1:
                ways[other] += ways[node]
                before[other].append(node)
    return order, before, ways


def over_time(
    lines: Iterable[EventLine], kinds: Collection[str] = (), *, months: bool = False
) -> tuple[Window, ...]:
    """A network for each year (or month) that has a dated event, in order."""
    length = len("2024-06") if months else len("2024")
    groups: dict[str, list[EventLine]] = {}
    for line in lines:
        if line.day:
            groups.setdefault(line.day[:length], []).append(line)
    made = ((label, network(group, kinds)) for label, group in sorted(groups.items()))
    return tuple(Window(label, found, standings(found)) for label, found in made)
