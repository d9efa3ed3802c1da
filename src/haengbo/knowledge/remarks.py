"""Rows of the tables that find what a page says about wording, silence and regularity.

Comes in: ``korea/omission_cues.yaml``, ``wording_cues.yaml``, ``pattern_cues.yaml``. Patterns are
regular expressions without nested quantifiers; ``@?`` stands for an optional space.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class OmissionCueRow:
    """How a page says that something was not mentioned.

    Attributes:
        id: Stable short name.
        pattern: From the particle after what was left out to the verb (``(?:을|를)@?…지 않``).
        source: Whether the sentence must also name a document, a medium or an issuer that is
            silent (a hat may be missing from many things).
        adds: What is added to the phrase before (``반응``: 러브콜에도 … 반응을 보이지 않았다).
        example: An invented sentence.
    """

    id: str
    pattern: str
    example: str
    source: bool = False
    adds: str | None = None


@dataclass(frozen=True, slots=True)
class WordingCueRow:
    """How a page says that wording A gave way to wording B.

    Attributes:
        id: Stable short name.
        between: What stands between the two wordings.
        after: What must follow B in the sentence; empty for nothing.
        unquoted: Whether the two also count without quotation marks when the pack knows both.
        order: ``ab``: the older one first; ``ba``: the newer one first.
        example: An invented sentence.
    """

    id: str
    between: str
    example: str
    after: str = ""
    unquoted: bool = False
    order: Literal["ab", "ba"] = "ab"


@dataclass(frozen=True, slots=True)
class PatternCueRow:
    """Words between a condition and what is said to follow each time (``때마다``)."""

    id: str
    pattern: str
    example: str
