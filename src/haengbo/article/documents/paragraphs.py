"""Paragraphs as documents hold them, and the rows of their tables.

Made by the readers of each format, taken by ``content``. Invariant: a paragraph has words, on one
line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.unseen import seen

#: Cells as long as these are words of a table; longer ones are text that a table lays out.
_CELL_MAX = 60


class UnreadableError(Exception):
    """The document cannot be read; the message says why, without its name."""


class Style(StrEnum):
    """What a document's own style says of a paragraph."""

    TITLE = "title"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document.

    Attributes:
        text: On one line.
        source: Where it stands, in the format's own terms.
        style: What its style says.
        row: Whether it is the row of a table.
    """

    text: str
    source: str
    style: Style | None = None
    row: bool = False


#: What the styles are called in Word and Hangul, in the languages of their menus.
_TITLES = ("title", "제목", "문서 제목", "문서제목", "큰제목", "큰 제목")
_HEADINGS = ("heading", "subtitle", "부제", "소제목", "중제목", "제목 ", "개요 ")


def style_of(name: str) -> Style | None:
    """What the name of a style says.

    Example:
        ``heading 2`` is a heading, ``바탕글`` nothing.
    """
    lowered = name.strip().lower()
    if lowered in _TITLES:
        return Style.TITLE
    return Style.HEADING if lowered.startswith(_HEADINGS) else None


def on_one_line(text: str) -> str:
    """White space folded, and what only guides programs left out."""
    return " ".join(seen(text).replace("\x00", "").split())


def rows(cells: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a table: one paragraph if its cells are short, else the paragraphs in them."""
    texts = [" ".join(paragraph.text for paragraph in cell) for cell in cells]
    texts = [text for text in texts if text]
    if len(texts) > 1 and all(len(text) <= _CELL_MAX for text in texts):
        first = next(paragraph for cell in cells for paragraph in cell)
        yield Paragraph(" ".join(texts), first.source, None, row=True)
    else:
        for cell in cells:
            yield from cell
