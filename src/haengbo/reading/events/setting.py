"""What the page says around a sentence: handed to whoever fills the slots of a frame."""

from __future__ import annotations

from dataclasses import dataclass, field

from haengbo.model.reading import ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.clauses import Clauses
from haengbo.reading.events.world import World

#: Names with what they are in a happening, in the order in which they were found.
Roles = dict[str, ParticipantRole]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page says around a sentence.

    Attributes:
        clauses: The sentence.
        world: What the pack knows of the actors.
        speakers: Whose words the trigger stands in, if anybody's.
        words: The quoted or reported words that a verb of saying bears.
        present: Who was at the meeting just told of.
        host: State in which the last scene took place.
        visitors: Who came with the last visit: whom 대표단 and 손님들 mean.
        carried: Subject of the sentence before, for a sentence without one (이어, 또).
        last_act: Who said something against or to whom just before (…라고 비난했다. 이어 …).
    """

    clauses: Clauses
    world: World
    speakers: tuple[str, ...] = ()
    words: tuple[Span, ...] = ()
    present: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    host: str | None = None
    visitors: tuple[str, ...] = ()
    last_act: Roles = field(default_factory=dict)
