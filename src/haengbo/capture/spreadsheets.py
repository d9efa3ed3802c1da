"""Bytes of a table → its rows, as mappings from column to cell.

Comes in: CSV, TSV, JSON lines, a JSON list, XLSX, Parquet. Goes out: rows one by one. Invariant:
cells are given as they are; the header is the first row that names a column somebody asks for.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Iterator
from typing import IO, Any

from haengbo.capture.items import WHOLE_LIMIT, needs, too_large
from haengbo.capture.workbooks import TooMuchError, check

Row = dict[str, Any]
#: Exports put a title and a date of the search above the header.
_HEADER_WITHIN = 10
_SNIFFED = 65536


class TableError(Exception):
    """The table cannot be read; the message says why, without its name."""


def rows_of(stream: IO[bytes], kind: str, wanted: Collection[str]) -> Iterator[Row]:
    """Rows of a table.

    Args:
        stream: At its beginning, seekable.
        kind: ``csv``, ``jsonl``, ``json``, ``xlsx`` or ``parquet``.
        wanted: Names of columns that a header holds at least one of.

    Raises:
        TableError: The table cannot be read at all.
    """
    yield from READERS[kind](stream, wanted)


def _csv(stream: IO[bytes], wanted: Collection[str]) -> Iterator[Row]:
    text = _text(whole(stream))
    delimiter = _delimiter(text[:_SNIFFED], wanted)
    csv.field_size_limit(WHOLE_LIMIT)
    try:
        # A carriage return that nothing quotes ends a row, and not the whole table
        lines = io.StringIO(text, newline="")
        yield from _below_header(csv.reader(lines, delimiter=delimiter), wanted)
    except csv.Error as error:
        raise TableError(f"표로 읽히지 않는다: {error}") from error


def _delimiter(head: str, wanted: Collection[str]) -> str:
    """What parts the header into columns that somebody asks for; a comma if nothing does."""
    for line in head.splitlines()[:_HEADER_WITHIN]:
        for mark in ",\t;":
            if {cell.strip().strip('"') for cell in line.split(mark)} & set(wanted):
                return mark
    return ","


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of something that must be read at once.

    Raises:
        TableError: It is too large.
    """
    data = stream.read(WHOLE_LIMIT + 1)
    if len(data) > WHOLE_LIMIT:
        raise TableError(too_large(WHOLE_LIMIT))
    return data


def _text(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16 or, in Korea, CP949."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    tried = (data.decode(name, "replace") for name in ("utf-8-sig", "cp949"))
    # One broken byte must not make another encoding of the whole
    return min(tried, key=lambda text: text.count("\ufffd"))


def _below_header(rows: Iterator[list[Any]], wanted: Collection[str]) -> Iterator[Row]:
    """Rows under the header; the first row is the header if none is found."""
    skipped: list[list[Any]] = []
    for cells in rows:
        skipped.append(cells)
        if any(str(cell).strip() in wanted for cell in cells) or len(skipped) == _HEADER_WITHIN:
            break
    found = any(str(cell).strip() in wanted for cell in skipped[-1]) if skipped else False
    header = (
        [str(cell).strip() for cell in (skipped[-1] if found else skipped[:1][0])]
        if skipped
        else []
    )
    for cells in [*([] if found else skipped[1:]), *rows]:
        if any(str(cell).strip() for cell in cells):
            yield dict(zip(header, cells, strict=False))


def _jsonl(stream: IO[bytes], _: Collection[str]) -> Iterator[Row]:
    for line in stream:
        if line.strip():
            try:
                row = json.loads(line.decode("utf-8-sig", "replace"))
            except (ValueError, RecursionError):
                row = None
            yield row if isinstance(row, dict) else {}


def _json(stream: IO[bytes], _: Collection[str]) -> Iterator[Row]:
    try:
        rows = json.loads(_text(whole(stream)))
    except (ValueError, RecursionError) as error:
        raise TableError(f"JSON으로 읽히지 않는다: {error}") from error
    if not isinstance(rows, list):
        raise TableError("JSON 목록이 아니다")
    yield from (row if isinstance(row, dict) else {} for row in rows)


def _xlsx(stream: IO[bytes], wanted: Collection[str]) -> Iterator[Row]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise TableError(needs("xlsx", "XLSX")) from error
    data = whole(stream)
    try:
        check(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except TooMuchError as error:
        raise TableError(str(error)) from error
    except CalamineError as error:
        raise TableError(f"엑셀 표로 읽히지 않는다: {error}") from error
    yield from _below_header(iter(_sheet(sheets, wanted)), wanted)


def _sheet(sheets: list[list[list[Any]]], wanted: Collection[str]) -> list[list[Any]]:
    """The first sheet that has a header, else the first."""
    for rows in sheets:
        if any(str(cell).strip() in wanted for row in rows[:_HEADER_WITHIN] for cell in row):
            return rows
    return sheets[0] if sheets else []


def _parquet(stream: IO[bytes], _: Collection[str]) -> Iterator[Row]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an optional extra
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise TableError(needs("parquet", "Parquet")) from error
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=256):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise TableError(f"Parquet으로 읽히지 않는다: {error}") from error


READERS: dict[str, Callable[[IO[bytes], Collection[str]], Iterator[Row]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "json": _json,
    "xlsx": _xlsx,
    "parquet": _parquet,
}
