"""What the page says around a sentence: handed to whoever fills the slots of a frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Clauses
from haengbo.reading.events.world import World

#: Names with what they are in a happening, in the order in which they were found.
Roles = dict[str, ParticipantRole]


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody's words that were told before a refusal.

    Attributes:
        speakers: Whose; an unnamed official gives the office.
        span: The words.
        beside: Whether the same sentence tells them.
    """

    speakers: tuple[str, ...]
    span: Span
    beside: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page says around a sentence.

    Attributes:
        clauses: The sentence.
        world: What the pack knows of the actors.
        speakers: Whose words the trigger stands in, if anybody's.
        bears_words: Whether the trigger is the verb of saying of their words (…라고 비난했다).
        words: The quoted or reported words that a verb of saying bears.
        present: Who was at the meeting just told of.
        host: State in which the last scene took place.
        visits: Who came with each visit told of, the last first.
        stay: Who is on the visit told of a few sentences before, and with whom.
        carried: Subject of the sentence before, for a sentence without one (이어, 또).
        met: Who met just before: whom 양측 and 두 사람 mean.
        pair: The two states of what was told last: whom 양국 means.
        last_act: Who said something against or to whom just before (…라고 비난했다. 이어 …).
        last_proposal: Who asked or offered something just before (제안했으나 이를 거부했다).
        last_deed: Who did what 이를 takes up (발사했다. 이를 규탄했다).
        deeds: What such acts are called and who did them, of tests, strikes and drills, the last
            first.
        acts: Who asked, accused or punished whom in which sentence, of this and the two before, the
            last first.
        adopters: Which body passed a text just before (결의를 채택했다. 결의는 …).
        heard: Whose words were told in this sentence or the one before, the last first.
        table: Who talks with whom in this very sentence (부장을 만나 협조를 요청했다).
    """

    clauses: Clauses
    world: World
    speakers: tuple[str, ...] = ()
    bears_words: bool = False
    words: tuple[Span, ...] = ()
    present: tuple[str, ...] = ()
    stay: Roles = field(default_factory=dict)
    carried: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    pair: frozenset[str] = frozenset()
    host: str | None = None
    visits: tuple[tuple[str, ...], ...] = ()
    last_act: Roles = field(default_factory=dict)
    last_proposal: Roles = field(default_factory=dict)
    last_deed: Roles = field(default_factory=dict)
    table: tuple[str, ...] = ()
    deeds: tuple[tuple[tuple[str, ...], Roles], ...] = ()
    acts: tuple[tuple[int, Roles], ...] = ()
    adopters: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def visitors(self) -> tuple[str, ...]:
        """Who came with the last visit: whom 대표단 and 손님들 mean."""
        return self.visits[0] if self.visits else ()

    def visitors_of(self, states: set[str]) -> tuple[str, ...]:
        """Who came last of those who belong to one of these states."""
        for guests in self.visits:
            found = tuple(n for n in guests if self.world.state_of(n) in states)
            if found:
                return found
        return self.guests_of(states)

    def other_state(self, names: Iterable[str]) -> frozenset[str]:
        """주석이 왔다. 총비서의 답방은: the state of the pair that these do not belong to."""
        homes = {self.world.state_of(name) for name in names} - {None}
        one = len(homes) == 1 and homes < self.pair
        return self.pair - homes if one else frozenset()

    def guests_of(self, states: set[str]) -> tuple[str, ...]:
        """The one of these states who was at the scene just told of, if it is one."""
        there = tuple(
            name
            for name in self.present
            if self.world.kind_of(name) is ActorKind.PERSON and self.world.state_of(name) in states
        )
        return there if len(there) == 1 else ()
