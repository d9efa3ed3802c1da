"""Many values → lists of them that fit one statement, and the statements that take them.

A statement that is asked a hundred times a page is put together once: doing so costs SQLAlchemy
more than asking it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy.orm import InstrumentedAttribute

_Text = TypeVar("_Text", str, str | None)
#: Values in one IN list; both databases allow far more, SQLite's old builds 999.
_CHUNK = 500
#: Name of the list in statements that are put together once.
GIVEN = "given"


def chunks(values: Iterable[str]) -> Iterable[list[str]]:
    """Sorted, without repetition, in lists that fit one statement."""
    ordered = sorted(set(values))
    return [ordered[i : i + _CHUNK] for i in range(0, len(ordered), _CHUNK)]


def given(column: InstrumentedAttribute[_Text]) -> ColumnElement[bool]:
    """That a column has one of the values that are passed as ``GIVEN`` with the statement."""
    return column.in_(bindparam(GIVEN, expanding=True))
