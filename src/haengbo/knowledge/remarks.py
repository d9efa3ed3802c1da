"""Rows of the tables that find what a page says about wording, silence and regularity.

Comes in: ``korea/omission_cues.yaml``, ``wording_cues.yaml``, ``pattern_cues.yaml`` and
``remark_words.yaml``. Patterns are regular expressions without nested quantifiers; ``@?`` stands
for an optional space, ``~degree~`` for one word of the group ``degree``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RemarkWordsRow:
    """A group of words that patterns share: ``~degree~`` stands for 전혀, 일절, 끝내.

    Attributes:
        id: Stable short name, as patterns write it.
        words: As they stand in the text.
        example: An invented sentence.
        patterns: Regular expressions that join the words (``[가-힣0-9]{1,6}까지``).
    """

    id: str
    words: tuple[str, ...]
    example: str
    patterns: tuple[str, ...] = ()


def grouped(
    rows: Iterable[RemarkWordsRow], more: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, str]:
    """Name of a group → its words as one alternative of a regular expression, longest first.

    Args:
        rows: The groups.
        more: Words of other tables that join a group.
    """
    added = more or {}
    return {row.id: _either((*row.words, *added.get(row.id, ())), row.patterns) for row in rows}


def _either(words: tuple[str, ...], patterns: tuple[str, ...]) -> str:
    """Words, longest first, then patterns, as one alternative; spaces in words may be missing."""
    escaped = [re.escape(w).replace(r"\ ", " ?") for w in sorted(words, key=len)[::-1]]
    return "|".join((*escaped, *(pattern.replace("@?", " ?") for pattern in patterns)))


def remark_text(pattern: str, groups: Mapping[str, str]) -> str:
    """A pattern of the pack with the words of its groups, as ``re.compile`` takes it.

    Raises:
        KeyError: The pattern names a group that there is not.
    """
    named = re.sub(r"~(\w+)~", lambda found: f"(?:{groups[found.group(1)]})", pattern)
    return named.replace("@?", " ?")


def remark_pattern(pattern: str, groups: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of the pack as a regular expression.

    Example:
        ``remark_pattern("을@?~avoid~", {"avoid": "피했|삼갔"})`` finds 을 피했 and 을 삼갔.

    Raises:
        KeyError: The pattern names a group that there is not.
    """
    return re.compile(remark_text(pattern, groups))


@dataclass(frozen=True, slots=True)
class OmissionCueRow:
    """How a page says that something was not mentioned.

    Attributes:
        id: Stable short name.
        pattern: From the particle after what was left out to the verb (``(?:을|를)@?~tell~지 않``).
        source: Whether the sentence must also name a document, a medium or an issuer that is
            silent (a hat may be missing from many things).
        beside: Whether what was left out must stand directly behind the silent text (입장문에 …).
        missing: Whether it says that something is not there (빠졌다), not that somebody does not
            say it.
        adds: What is added to the phrase before (``반응``: 러브콜에도 … 반응을 보이지 않았다).
        example: An invented sentence.
    """

    id: str
    pattern: str
    example: str
    source: bool = False
    beside: bool = False
    missing: bool = False
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
    """Words between a condition and what is said to follow each time (``때마다``).

    A group ``keep`` of the pattern still belongs to the condition (``시작되면 어김없이``).
    """

    id: str
    pattern: str
    example: str
