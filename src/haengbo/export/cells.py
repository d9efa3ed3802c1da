"""Values → cells of a table: text that no spreadsheet runs, and quotations short enough to give.

Invariant: no text cell begins with what a spreadsheet takes for a formula, none turns the direction
of the cells beside it; numbers stay numbers.
"""

from __future__ import annotations

from typing import Any

from haengbo.model.unseen import level

#: What makes a spreadsheet run a cell; the wide forms do so in East Asian editions.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

#: Characters of other people's text that are given without being asked for more.
QUOTED_AT_MOST = 200


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula is kept as text by an apostrophe.

    What would turn the direction of writing is marked (``level``).

    Example:
        ``harmless("=HYPERLINK(1)")`` is ``"'=HYPERLINK(1)"``; ``회담`` stays ``회담``.
    """
    cell = level(cell)
    return f"'{cell}" if cell.startswith(_RUNS) or cell.lstrip(" ").startswith(_RUNS) else cell


def cell_of(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A value as text: names joined by ``; ``, other lists as their length, ``None`` empty."""
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if all(isinstance(item, str) for item in value):
        return "; ".join(value)
    names = [item.get("name") for item in value if isinstance(item, dict)]
    return "; ".join(map(str, names)) if names and all(names) else str(len(value))


def quotation(text: str, *, whole: bool = False) -> str:
    """The first 200 characters of somebody's words, with an ellipsis if there are more.

    Args:
        text: The words.
        whole: Give them all.
    """
    if whole or len(text) <= QUOTED_AT_MOST:
        return text
    return text[: QUOTED_AT_MOST - 1].rstrip() + "…"
