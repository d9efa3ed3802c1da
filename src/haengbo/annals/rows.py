"""Records in their order → a sequence that becomes a table of pandas, polars or Arrow.

The libraries are optional (``haengbo[dataframes]``). Invariant: columns and types are those of the
record's fields, whatever the rows hold, so that an empty table opens like a full one.
"""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import msgspec

from haengbo.export.needed import needed

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

R = TypeVar("R")
_EXTRA = "dataframes"


class Rows(Sequence[R], Generic[R]):
    """Records of one kind: a sequence, and a table of whatever library one works with."""

    def __init__(self, kind: type[R], records: Sequence[R]) -> None:
        """Keep the records.

        Args:
            kind: Their type, which gives the columns.
            records: In order.
        """
        self._kind = kind
        self._records = tuple(records)

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Rows[R]: ...

    def __getitem__(self, at: int | slice) -> R | Rows[R]:
        if isinstance(at, slice):
            return Rows(self._kind, self._records[at])
        return self._records[at]

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"<{len(self)} × {self._kind.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the fields."""
        return tuple(field.name for field in fields(self._kind))  # type: ignore[arg-type] # records

    def to_dicts(self) -> list[dict[str, Any]]:
        """Plain data; days are ``datetime.date``."""
        return [msgspec.to_builtins(r, builtin_types=(dt.date,)) for r in self._records]

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow has no types
        """A ``pyarrow.Table``; lists and structures stay what they are.

        Raises:
            UsageError: pyarrow is not installed; the message says how to get it.
        """
        pa = needed("pyarrow", _EXTRA)
        hints = typing.get_type_hints(self._kind)
        schema = pa.schema([(name, _arrow(pa, hints[name])) for name in self.columns])
        return pa.Table.from_pylist(self.to_dicts(), schema=schema)

    def to_pandas(self) -> pd.DataFrame:
        """A ``pandas.DataFrame``; days are ``datetime64``, unknown ones ``NaT``.

        Raises:
            UsageError: pandas or pyarrow is not installed; the message says how to get it.
        """
        needed("pandas", _EXTRA)
        table: pd.DataFrame = self.to_arrow().to_pandas(date_as_object=False)
        return table

    def to_polars(self) -> pl.DataFrame:
        """A ``polars.DataFrame``; days are ``Date``.

        Raises:
            UsageError: polars or pyarrow is not installed; the message says how to get it.
        """
        polars = needed("polars", _EXTRA)
        table: pl.DataFrame = polars.from_arrow(self.to_arrow())
        return table


def _arrow(pa: Any, hint: Any) -> Any:  # noqa: ANN401 - types of two libraries
    """The Arrow type of a field."""
    plain = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        dt.date: pa.date32(),
    }
    if hint in plain:
        return plain[hint]
    inside = [part for part in typing.get_args(hint) if part not in {type(None), Ellipsis}]
    if typing.get_origin(hint) is tuple:
        return pa.list_(_arrow(pa, inside[0]))
    if inside:
        return _arrow(pa, inside[0])
    hints = typing.get_type_hints(hint)
    return pa.struct([(field.name, _arrow(pa, hints[field.name])) for field in fields(hint)])
