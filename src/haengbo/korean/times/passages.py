"""A sentence of a page, and what of its dates can be found without knowing the story.

Comes in: a text with its place and kind. Goes out: its expressions and holidays, in order.
Invariant: nothing is resolved here; the body is walked twice with what was found once.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from haengbo.korean.cover import Cover
from haengbo.korean.quotes import find_quotes
from haengbo.korean.times.expressions import Expression
from haengbo.korean.times.gather import in_order
from haengbo.korean.times.holidays import Calendar, Found


class Kind(StrEnum):
    """What a passage is: it decides what its dates hang on."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"


class Passage(msgspec.Struct, frozen=True):
    """One sentence.

    Attributes:
        text: The sentence.
        offset: Where it begins in the whole text.
        kind: Body, headline or caption.
        around: Its paragraph, for telling whose holiday is meant.
        paragraph: Number of its paragraph: a look back ends with it.
        listed: Whether it is of an entry of a chronology.
    """

    text: str
    offset: int = 0
    kind: Kind = Kind.BODY
    around: str = ""
    paragraph: int = 0
    listed: bool = False


class Looked(msgspec.Struct, frozen=True):
    """A passage with what needs no story to be found in it; the body is walked twice.

    Attributes:
        passage: The passage.
        quoted: Its quotations.
        items: Its expressions and holidays, in order.
    """

    passage: Passage
    quoted: Cover
    items: tuple[Expression | Found, ...]


def looked_through(passage: Passage, calendar: Calendar) -> Looked:
    """Find the expressions of a passage, still without knowing what they mean."""
    quoted = Cover(q.outer for q in find_quotes(passage.text) if q.kind == "double")
    return Looked(passage, quoted, tuple(in_order(passage.text, calendar)))
