"""Markdown tables whose cells may hold anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cell(value: object) -> str:
    r"""Text of a cell: lists joined, nothing that Markdown or HTML would take for its own.

    Example:
        ``("가|나", "<b>")`` becomes ``가\|나, &lt;b>``.
    """
    text = ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value or "")
    for mark, safe in (("\\", "\\\\"), ("<", "&lt;"), ("|", "\\|"), ("*", "\\*"), ("[", "\\[")):
        text = text.replace(mark, safe)
    return " ".join(text.split())


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with its heads; empty without rows."""
    lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", "|" + "---|" * len(head), *lines]) + "\n"
