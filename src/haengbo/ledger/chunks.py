"""Many values → lists of them that fit one statement."""

from __future__ import annotations

from collections.abc import Iterable

#: Values in one IN list; both databases allow far more, SQLite's old builds 999.
_CHUNK = 500


def chunks(values: Iterable[str]) -> Iterable[list[str]]:
    """Sorted, without repetition, in lists that fit one statement."""
    ordered = sorted(set(values))
    return [ordered[i : i + _CHUNK] for i in range(0, len(ordered), _CHUNK)]
