"""React's flight data (``self.__next_f.push``) → JSON values.

Comes in: texts of scripts. Goes out: the values of the rows, with references between rows
replaced by what they refer to. Format: rows ``id:JSON`` divided by line feeds, and ``id:Tlength,``
followed by that many UTF-8 bytes of text. Invariant: rows that do not parse are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

_PUSH = re.compile(r"self\.__next_f\.push\(")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"^\$L?([0-9a-f]{1,8})$")
_DEPTH = 40


def flight_rows(scripts: Sequence[str]) -> list[Any]:
    """Values of the rows in the order of the page; texts that others refer to stand there only."""
    stream = "".join(chunk for script in scripts for chunk in _chunks(script))
    rows = dict(_rows(stream.encode("utf-8", "surrogatepass")))
    used = {name for value in rows.values() for name in _references(value, 0)}
    return [
        _resolved(value, rows, 0)
        for name, value in rows.items()
        if not (isinstance(value, str) and name in used)
    ]


def _references(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Names of rows that a value refers to."""
    if depth > _DEPTH:
        return
    if isinstance(value, str):
        match = _REFERENCE.match(value)
        if match:
            yield match.group(1)
    elif isinstance(value, (list, dict)):
        for item in value if isinstance(value, list) else value.values():
            yield from _references(item, depth + 1)


def _chunks(script: str) -> Iterator[str]:
    decoder = json.JSONDecoder(strict=False)
    for push in _PUSH.finditer(script):
        try:
            value, _ = decoder.raw_decode(script, push.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _rows(stream: bytes) -> Iterator[tuple[str, Any]]:
    at = 0
    while at < len(stream):
        match = _ROW.match(stream, at)
        end = stream.find(b"\n", at)
        end = len(stream) if end < 0 else end
        if match and match.group(2):
            end = match.end() + int(match.group(2), 16)
            yield match.group(1).decode(), stream[match.end() : end].decode("utf-8", "replace")
            at = end + (stream[end : end + 1] == b"\n")
            continue
        if match:
            with suppress(ValueError, RecursionError):
                yield match.group(1).decode(), json.loads(stream[match.end() : end], strict=False)
        at = end + 1


def _resolved(value: Any, rows: dict[str, Any], depth: int) -> Any:  # noqa: ANN401 - JSON
    """The value with references to texts filled in; references to other rows stay."""
    if depth > _DEPTH:
        return None
    if isinstance(value, str):
        match = _REFERENCE.match(value)
        target = rows.get(match.group(1)) if match else None
        return target if isinstance(target, str) else value
    if isinstance(value, list):
        return [_resolved(item, rows, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: _resolved(item, rows, depth + 1) for key, item in value.items()}
    return value
