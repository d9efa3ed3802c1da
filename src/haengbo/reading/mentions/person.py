"""Somebody named in a line: the value that the finders of people hand on.

Invariant: ``head`` lies inside ``span``.
"""

from __future__ import annotations

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.model.span import Span
from haengbo.reading.mentions.offices import Office


class Person(msgspec.Struct, frozen=True):
    """Somebody named in a line.

    Attributes:
        head: The bare name.
        span: With remark, title and honorific.
        rows: Rows of the pack; empty for a stranger.
        offices: Offices given here, in order of the text.
        rule: What found the person.
        confidence: 0..1.
    """

    head: Span
    span: Span
    rows: tuple[ActorRow, ...]
    offices: tuple[Office, ...]
    rule: str
    confidence: float

    @property
    def stranger(self) -> bool:
        """Whether the pack does not know the name."""
        return not self.rows
