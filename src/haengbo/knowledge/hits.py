"""A form of the pack in a text, and whom it may denote how surely.

Made by ``gazetteer``. Invariant: ``Hit.span`` slices ``Hit.form`` from the text.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.outlets import OutletRow
from haengbo.knowledge.places import PlaceRow
from haengbo.model.span import Span

Named = ActorRow | OutletRow | PlaceRow


class Strength(StrEnum):
    """How much a form denotes: see ``knowledge.actors``."""

    STRONG = "strong"
    DEFAULT = "default"
    SHORT = "short"
    BLOCKED = "blocked"


class Hit(msgspec.Struct, frozen=True):
    """A form of the pack in a text.

    Attributes:
        span: Where.
        form: What stands there.
        strength: The strongest claim of any row on this form.
        rows: Rows that claim the form at this strength; more than one: ambiguous.
        homograph: Whether the form is also an ordinary word, or stands inside one in running text.
    """

    span: Span
    form: str
    strength: Strength
    rows: tuple[Named, ...]
    homograph: bool

    @property
    def row(self) -> Named | None:
        """The row that the form denotes, or ``None`` if several claim it."""
        return self.rows[0] if len(self.rows) == 1 else None

    def at(self, span: Span) -> Hit:
        """The same form at another place."""
        return Hit(span, self.form, self.strength, self.rows, self.homograph)


def is_homograph(row: Named, form: str) -> bool:
    """Whether a form of a row is also an ordinary word."""
    return row.homograph or form in row.homographs


def inside_latin_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin form is cut out of a longer word or number (뉴스1 in 뉴스12)."""
    before = start > 0 and _is_latin(text[start]) and _is_latin(text[start - 1])
    return before or (end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
