"""Lines, and what one may look like.

Shared by the modules that look at lines and those that decide in context. Invariant: a look is the
form of one line by itself, and the rule that saw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.article import BlockKind


class Form(StrEnum):
    """What a line looks like."""

    COPYRIGHT = "copyright"
    COMMENTS = "comments"
    HEADING = "heading"
    FURNITURE = "furniture"
    ASIDE = "aside"
    META = "meta"
    CAPTION = "caption"
    SECTION = "section"
    SENTENCE = "sentence"
    WEAK = "weak"
    CLOSING = "closing"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Look:
    """What a line looks like and why."""

    form: Form
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph.

    Attributes:
        text: Stripped.
        hint: What the markup says that it is; ``None`` for plain text.
        outside: Outside the element that holds the article.
        links: Share of its characters that are links.
    """

    text: str
    hint: BlockKind | None = None
    outside: bool = False
    links: float = 0.0
