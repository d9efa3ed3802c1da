"""What a line may look like.

Shared by the modules that look at lines and those that decide in context. Invariant: a look is the
form of one line by itself, and the rule that saw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
