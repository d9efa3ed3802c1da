"""Pack folders, lowest first → the rows of one table, later layers over earlier ones.

A table ``NAME`` is ``NAME.yaml`` (a list of mappings, or a folder ``NAME/`` of such files) or
``NAME.tsv`` (header line, tab-separated, ``;`` between the members of a list-valued cell).
Each row has an ``id``; ``remove: true`` takes a row of a lower layer away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_origin, get_type_hints

import msgspec

from haengbo.errors import PackError

Row = dict[str, Any]
T = TypeVar("T")


def table_files(layer: Path, name: str) -> list[Path]:
    """Files of one layer that hold rows of table ``name``, in a fixed order."""
    folder = layer / name
    inside = sorted(folder.glob("*.yaml")) + sorted(folder.glob("*.tsv")) if folder.is_dir() else []
    single = [path for suffix in (".yaml", ".tsv") if (path := layer / f"{name}{suffix}").is_file()]
    return single + inside


def _yaml_rows(path: Path) -> Iterator[Row]:
    import yaml  # noqa: PLC0415 - of the shipped pack it is hardly ever needed: see ``compiled``

    try:
        rows = _safely(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: not readable as YAML: {error}") from error
    if rows is None:
        return
    if not isinstance(rows, list):
        raise PackError(f"{path}: expected a list of rows, found {type(rows).__name__}")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise PackError(f"{path}: row {number} is not a mapping")
        yield row


def _safely(text: str) -> object:
    import yaml  # noqa: PLC0415 - as above

    if hasattr(yaml, "CSafeLoader"):  # ten times as fast
        return yaml.load(text, Loader=yaml.CSafeLoader)
    return yaml.safe_load(text)


def _tsv_rows(path: Path) -> Iterator[Row]:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    if not lines:
        return
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise PackError(f"{path}: row {number} has {len(cells)} cells, header {len(header)}")
        yield {key: cell for key, cell in zip(header, cells, strict=True) if cell}


def read_rows(layers: Sequence[Path], name: str) -> list[tuple[Path, Row]]:
    """Rows of a table with the file each came from; a later layer's ``id`` replaces an earlier.

    Raises:
        PackError: A file does not parse, or a row of one layer repeats an ``id``.
    """
    merged: dict[str, tuple[Path, Row]] = {}
    for layer in layers:
        seen: set[str] = set()
        for path in table_files(layer, name):
            rows = _yaml_rows(path) if path.suffix == ".yaml" else _tsv_rows(path)
            for number, row in enumerate(rows, 1):
                key = str(row.get("id", f"{path.name}:{number}"))
                if key in seen:
                    raise PackError(f"{path}: id {key!r} twice in one pack")
                seen.add(key)
                if row.pop("remove", False):
                    merged.pop(key, None)
                else:
                    merged[key] = (path, row)
    return list(merged.values())


def _list_fields(kind: type) -> frozenset[str]:
    """Fields of a row type that hold several members: in TSV they are split at ``;``."""
    hints = get_type_hints(kind)
    return frozenset(name for name, hint in hints.items() if get_origin(hint) in {tuple, list})


def _split(row: Row, lists: frozenset[str]) -> Row:
    return {
        key: [part for raw in cell.split(";") if (part := raw.strip())] if key in lists else cell
        for key, cell in row.items()
    }


def convert_rows(rows: Sequence[tuple[Path, Row]], kind: type[T]) -> tuple[T, ...]:
    """Validate rows against a frozen dataclass; unknown and ill-typed fields are refused.

    Raises:
        PackError: Names the file, the row's id and what is wrong.
    """
    fields = set(get_type_hints(kind))
    lists = _list_fields(kind)
    out = []
    for path, row in rows:
        unknown = sorted(set(row) - fields)
        if unknown:
            raise PackError(f"{path}: {row.get('id', row)!r}: unknown field {', '.join(unknown)}")
        from_tsv = path.suffix == ".tsv"
        try:
            value = _split(row, lists) if from_tsv else row
            out.append(msgspec.convert(value, kind, strict=not from_tsv))
        except (msgspec.ValidationError, ValueError) as error:
            raise PackError(f"{path}: {row.get('id', row)!r}: {error}") from error
    return tuple(out)
