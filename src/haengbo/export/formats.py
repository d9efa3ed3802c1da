"""Plain records → JSON lines or CSV.

CSV has one line for each record: lists of names are joined with ``; ``, lists of records are
counted, so that a spreadsheet shows what JSON lines hold in full. It begins with a byte order
mark, without which spreadsheets take Korean for something else.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from haengbo.export.records import Record

_BOM = "\ufeff"


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"


def write_lines(records: Iterable[Record], form: ExportFormat) -> Iterator[str]:
    """Lines of an export, each with its line break."""
    return _jsonl(records) if form is ExportFormat.JSONL else _csv(records)


def _jsonl(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _csv(records: Iterable[Record]) -> Iterator[str]:
    header: list[str] | None = None
    for record in records:
        if header is None:
            header = list(record)
            yield _BOM + _row(header)
        yield _row([_cell(record.get(name)) for name in header])


def _row(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_harmless(cell) for cell in cells])
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula is kept as text."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell[:1] else cell


def _cell(value: Any) -> str:  # noqa: ANN401 - any JSON value
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if all(isinstance(item, str) for item in value):
        return "; ".join(value)
    names = [item.get("name") for item in value if isinstance(item, dict)]
    return "; ".join(map(str, names)) if names and all(names) else str(len(value))
