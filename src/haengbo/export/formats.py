"""Plain records → JSON lines or CSV.

CSV has one line for each record: lists of names are joined with ``; ``, lists of records are
counted, so that a spreadsheet shows what JSON lines hold in full. It begins with a byte order
mark, without which spreadsheets take Korean for something else.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from haengbo.export.cells import cell_of, harmless
from haengbo.export.records import Record

_BOM = "\ufeff"


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"


def write_lines(
    records: Iterable[Record], form: ExportFormat, header: Sequence[str] = ()
) -> Iterator[str]:
    """Lines of an export, each with its line break.

    Args:
        records: Plain records of one kind.
        form: JSON lines or CSV.
        header: Columns of CSV, so that it has them without records too; else the first record's.
    """
    return _jsonl(records) if form is ExportFormat.JSONL else _csv(records, header)


def _jsonl(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _csv(records: Iterable[Record], header: Sequence[str]) -> Iterator[str]:
    if header:
        yield _BOM + _row(list(header))
    for record in records:
        if not header:
            header = list(record)
            yield _BOM + _row(list(header))
        yield _row([cell_of(record.get(name)) for name in header])


def _row(cells: list[str]) -> str:
    buffer = io.StringIO()
    # With this ending the writer quotes a lone carriage return too, which else begins a new row
    csv.writer(buffer, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return buffer.getvalue()
