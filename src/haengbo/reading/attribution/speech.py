"""What attribution says about one stretch of speech: the voice and the utterance.

Frozen records that the modules of this package hand to each other.
"""

from __future__ import annotations

import msgspec

from haengbo.model.reading import Link
from haengbo.model.span import Span
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature


class Voice(msgspec.Struct, frozen=True):
    """Somebody who speaks.

    Attributes:
        names: Canonical names, or the description of an unnamed one.
        nature: Kind of speaker.
        expert: Whether it judges rather than relays.
        state: Whether it is a state.
        person: Whether it is a person.
        via: Who made its document public.
        office: The office for which somebody unnamed speaks (외무부 of its 대변인).
        official: Whether it is somebody unnamed whose office is said (외교부 당국자).
        span: Where it is named.
        rule: How it was found.
    """

    names: tuple[str, ...]
    nature: Nature
    span: Span
    rule: str
    expert: bool = False
    state: bool = False
    person: bool = False
    via: tuple[Link, ...] = ()
    office: str | None = None
    official: bool = False

    @property
    def relays(self) -> bool:
        """Whether it can be a link of a chain."""
        named = self.nature in (Nature.MEDIUM, Nature.NAMED) or self.office is not None
        named = named or self.official
        named = named or (self.nature is Nature.DOCUMENT and len(self.names) == 1)
        return named and not self.expert

    @property
    def reporter(self) -> str:
        """The name that it has as a link: of an unnamed spokesman the office."""
        return self.office or self.names[0]


class Utterance(msgspec.Struct, frozen=True):
    """One layer of speech with its speaker.

    Attributes:
        parsed: The sentence (or inside of a quotation) it stands in.
        layer: Its layer.
        voice: Who speaks.
        links: Who relays it, nearest first, as the sentence itself says.
        spoken: Whether it is a statement; if not, its speaker only relays what is inside.
        carried: Whether the speaker comes from an earlier sentence.
        cited: Whom a medium cites for it (``쇼이구를 인용해``), when the medium itself tells.
    """

    parsed: Parsed
    layer: Layer
    voice: Voice
    links: tuple[Link, ...]
    spoken: bool
    carried: bool
    cited: tuple[Link, ...] = ()

    @property
    def content(self) -> Span:
        """What is said."""
        return self.layer.content

    @property
    def index(self) -> int:
        """Index of the sentence."""
        return self.parsed.sentence.index
