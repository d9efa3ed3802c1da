"""The spreadsheet that a user already has → entries.

Comes in: CSV, JSON lines or XLSX with a row for each event and a map from our fields to its
columns. Goes out: ``Entry`` or ``PageError`` for each row. Invariant: a bad row is one error, the
others are in; nothing of a row is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from haengbo.capture.spreadsheets import Row, TableError, rows_of
from haengbo.errors import PageError, UsageError
from haengbo.model import edtf
from haengbo.model.entry import Entry, EntryKind
from haengbo.model.reading import ParticipantRole, Status

#: Our field → columns it is looked for in, unless the user maps it.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("id", "name", "event"),
    "text": ("summary_ko", "summary", "text", "title", "label"),
    "date": ("date",),
    "type": ("type",),
    "mode": ("mode",),
    "status": ("status",),
    "place": ("place",),
    "who": ("roles", "participants", "who", "actors"),
    "references": ("sources", "source", "references", "url"),
    "note": ("note", "summary_en"),
}
_LIST = re.compile(r"[;\n|]")


def read_entries(
    path: Path, columns: Mapping[str, str], kind: EntryKind = EntryKind.EVENT
) -> Iterator[Entry | PageError]:
    """Read a spreadsheet.

    Args:
        path: ``.csv``, ``.jsonl``, ``.xlsx`` or ``.parquet``.
        columns: Our field → the file's column, where it is not called as in ``COLUMNS``.
        kind: What its rows are.

    Raises:
        UsageError: The file cannot be read, or a field is mapped that we do not have.
    """
    unknown = sorted(set(columns) - set(COLUMNS))
    if unknown:
        raise UsageError(f"모르는 항목: {', '.join(unknown)} (가능: {', '.join(COLUMNS)})")
    for number, row in enumerate(_rows(path, columns), 1):
        where = f"{path.name}:{number}"
        try:
            yield entry_of(row, columns, kind)
        except ValueError as error:
            yield PageError(where, str(error))


def _rows(path: Path, columns: Mapping[str, str]) -> Iterator[Row]:
    kind = {".xlsx": "xlsx", ".jsonl": "jsonl", ".parquet": "parquet"}.get(path.suffix, "csv")
    wanted = {*columns.values(), *(name for names in COLUMNS.values() for name in names)}
    try:
        with path.open("rb") as stream:
            yield from rows_of(stream, kind, wanted)
    except OSError as error:
        raise UsageError(f"읽을 수 없다: {path}: {error.strerror}") from error
    except TableError as error:
        raise UsageError(f"{path}: {error}") from error


def entry_of(row: Row, columns: Mapping[str, str], kind: EntryKind) -> Entry:
    """The entry that a row states.

    Raises:
        ValueError: Something is missing or cannot be understood; says what.
    """

    def cell(field: str) -> Any:  # noqa: ANN401 - any JSON value
        names = (columns[field],) if field in columns else COLUMNS[field]
        given = (row.get(name) for name in names)
        return next((value for value in given if value is not None and value != ""), None)

    text = _text(cell("text"))
    if not text:
        raise ValueError("요약이 없다")
    type_ = _text(cell("type")).upper() or None
    if kind is EntryKind.EVENT and type_ is None:
        raise ValueError("유형이 없다")
    return Entry(
        kind,
        text,
        _text(cell("name")),
        _date(cell("date")),
        type_,
        _text(cell("mode")) or None,
        _status(cell("status")),
        _text(cell("place")) or None,
        tuple(_who(cell("who"))),
        tuple(_list(cell("references"))),
        _text(cell("note")),
    )


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return "" if value is None else " ".join(str(value).split())


def _list(value: Any) -> list[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, list):
        return [_text(item) for item in value if _text(item)]
    return [_text(part) for part in _LIST.split(str(value or "")) if _text(part)]


def _who(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """``[{name, role}]``, ``가; 나`` or ``가:source; 나:target``."""
    items = value if isinstance(value, list) else _list(value)
    for item in items:
        name = item.get("name") if isinstance(item, dict) else _text(item)
        role = item.get("role") if isinstance(item, dict) else None
        name, _, given = _text(name).partition(":")
        role = role or given or ParticipantRole.PARTY.value
        if role not in list(ParticipantRole):
            raise ValueError(f"모르는 구실: {role} (source, target, party)")
        if name:
            yield f"{name}:{role}"


def _date(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    text = _text(value)
    if not text:
        return None
    if re.fullmatch(r"\d{8}(\.0)?", text):
        # Spreadsheets keep 20241102 as a number
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    text = text.partition(" 00:00")[0]
    if edtf.parse_or_none(text) is None:
        raise ValueError(f"날짜로 읽을 수 없다: {text}")
    return text


def _status(value: Any) -> str:  # noqa: ANN401 - any JSON value
    text = _text(value) or Status.OCCURRED.value
    if text not in list(Status):
        raise ValueError(f"모르는 상태: {text} ({', '.join(Status)})")
    return text
