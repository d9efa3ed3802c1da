"""Typed values ↔ JSON text in ``record`` columns.

Invariant: ``decode(encode(value), type(value)) == value``.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

#: Hexadecimal digits of an id; 48 bits: one chance in a million of two equal among 20,000.
_ID_DIGITS = 12


def encode(value: object) -> str:
    """A frozen record as JSON text."""
    return msgspec.json.encode(value).decode()


def decode(text: str, kind: type[T]) -> T:
    """The record that ``encode`` wrote."""
    return msgspec.json.decode(text, type=kind)


def decode_any(text: str) -> Any:  # noqa: ANN401 - readings restore themselves
    """Plain data."""
    return msgspec.json.decode(text)


def short_id(prefix: str, *parts: object) -> str:
    """A stable id from what identifies a thing.

    Example:
        ``short_id("s", sha256, 10, 20)`` is ``s`` and twelve hexadecimal digits.
    """
    joined = ":".join(str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode()).hexdigest()[:_ID_DIGITS]


def now() -> str:
    """The present time in UTC, to the microsecond, sortable as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
