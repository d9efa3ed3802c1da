"""Dates as tables, searches and mails give them → EDTF.

Comes in: 20241102, 20241102.0 (spreadsheets keep numbers), dates and times of cells, ISO 8601,
dotted dates, RFC 5322. Goes out: EDTF, with ``+09:00`` where a time is given: the papers print
Korean time. Invariant: what is no whole date is an error, never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from haengbo.model import edtf

_KST = dt.timezone(dt.timedelta(hours=9))
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?(?:\.0)?")
_PARTED = re.compile(
    r"(\d{4})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})(?:\s?[.일])?"
    r"(?:[T\s]\s?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?"
)
_CLOCK = re.compile(r"T\d{2}:?\d{2}")
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")


def edtf_of(value: object) -> str | None:
    """EDTF of a date; ``None`` of nothing.

    Raises:
        ValueError: It is no date.

    Example:
        ``20241102.0`` is ``2024-11-02``; ``2024-11-02 09:30`` is ``2024-11-02T09:30+09:00``.
    """
    if isinstance(value, dt.datetime):
        return _of_moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    text = "" if value is None else " ".join(str(value).split())
    if not text:
        return None
    found = _of_numbers(text) or _of_text(text)
    if found is None:
        raise ValueError(f"날짜로 읽을 수 없다: {text[:40]}")
    return found


def _of_moment(moment: dt.datetime) -> str:
    if moment.tzinfo is None:
        bare = moment.time() == dt.time()
        return moment.date().isoformat() if bare else f"{moment:%Y-%m-%dT%H:%M}+09:00"
    return f"{moment.astimezone(_KST):%Y-%m-%dT%H:%M}+09:00"


def _of_numbers(text: str) -> str | None:
    match = _COMPACT.fullmatch(text) or _PARTED.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else 0 for part in match.groups())
    try:
        moment = dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - Korean time
    except ValueError:
        return None
    return f"{moment:%Y-%m-%dT%H:%M}+09:00" if match[4] else moment.date().isoformat()


def _of_text(text: str) -> str | None:
    clock = _CLOCK.search(text)
    if clock is not None and _ZONE.search(text, clock.end()):
        try:
            return _of_moment(dt.datetime.fromisoformat(text))
        except ValueError:
            return None
    if edtf.parse_or_none(text) is not None:
        return text
    try:
        return _of_moment(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def iso_of(value: str | None) -> str | None:
    """Time of a capture as ISO 8601 in UTC, from a mail's date; ``None`` if it is none."""
    try:
        moment = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        return None
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
