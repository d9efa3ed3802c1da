"""Plain records → Parquet with lists and structures, for DuckDB, Arrow, pandas and polars.

Needs pyarrow (``haengbo[exports]``). Invariant: the columns and their types are those of the
table below whatever the records hold, so that an empty export opens like a full one.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from haengbo.export.needed import needed
from haengbo.export.records import Record
from haengbo.export.wanted import Subject

#: Field → type in Arrow's own notation, shortened: ``[text]`` a list, ``{a: text}`` a structure.
Shape = str | list[Any] | dict[str, Any]

_TEXT = "text"
_NAMES: list[Any] = [_TEXT]
_VALUES: list[Any] = [{"value": _TEXT, "pages": _NAMES}]

COLUMNS: dict[Subject, dict[str, Shape]] = {
    Subject.EVENTS: {
        **dict.fromkeys(("event", "type", "mode", "status", "date", "place", "channel"), _TEXT),
        "participants": [{"name": _TEXT, "role": _TEXT}],
        "topics": _NAMES,
        **dict.fromkeys(("label", "label_en"), _TEXT),
        "reports": [{"page": _TEXT, "evidence": _NAMES, "chain": _NAMES}],
        "origins": _NAMES,
        "voices": _NAMES,
        "discrepancies": [{"field": _TEXT, "about": _TEXT, "values": _VALUES}],
    },
    Subject.COPIES: {"pages": _NAMES, "reasons": _NAMES},
    Subject.STATEMENTS: {
        "statement": _TEXT,
        "speaker": _NAMES,
        **dict.fromkeys(("form", "text"), _TEXT),
        "addressee": _NAMES,
        "stance": [{"toward": _TEXT, "polarity": _TEXT}],
        **dict.fromkeys(("date", "page", "outlet"), _TEXT),
        "chain": _NAMES,
        "event": _TEXT,
    },
    Subject.EXPECTATIONS: dict.fromkeys(
        (
            *("expectation", "kind", "by", "to", "affiliation", "text", "proposition"),
            *("hedge", "horizon", "decided_by", "page"),
            *("outcome", "outcome_event", "outcome_by"),
        ),
        _TEXT,
    ),
    Subject.PAGES: {
        **dict.fromkeys(("page", "sha256", "title", "outlet", "origin"), _TEXT),
        "authors": _NAMES,
        **dict.fromkeys(("published", "url", "copy_of", "newer"), _TEXT),
    },
}


def shape_of(subject: Subject, *, with_text: bool = False) -> dict[str, Shape]:
    """Fields of a subject's records and their types."""
    more: dict[str, Shape] = {"id": _TEXT, "text": _TEXT}
    return COLUMNS[subject] | (more if subject is Subject.PAGES and with_text else {})


def parquet(records: Iterable[Record], subject: Subject, *, with_text: bool = False) -> bytes:
    """The records as one Parquet file.

    Raises:
        UsageError: pyarrow is not installed.
    """
    pa = needed("pyarrow", "exports")
    pq = needed("pyarrow.parquet", "exports")
    shape = shape_of(subject, with_text=with_text)
    schema = pa.schema([(name, _type(pa, part)) for name, part in shape.items()])
    out = io.BytesIO()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        writer.write_table(pa.Table.from_pylist(list(records), schema=schema))
    return out.getvalue()


def _type(pa: Any, shape: Shape) -> Any:  # noqa: ANN401 - pyarrow has no types
    if isinstance(shape, list):
        return pa.list_(_type(pa, shape[0]))
    if isinstance(shape, dict):
        return pa.struct([(name, _type(pa, part)) for name, part in shape.items()])
    return pa.string()
