"""Places in a list ↔ opaque text that stands in an address.

Invariant: a cursor that was not made by us for this list in this order is refused, never guessed
at.
"""

from __future__ import annotations

import base64
import binascii
import json

from fastapi import HTTPException

from haengbo.ledger.walking import Place

#: List → types of the parts of a place; the last is never missing.
SHAPES: dict[str, tuple[type, ...]] = {
    "events": (str, str),
    "statements": (str, str, str),
    "expectations": (str, str),
    "pages": (str, str),
    "readings": (int,),
    "actors": (int, int, str),
    "decisions": (int,),
}
#: Greatest number that both databases take.
_GREATEST = 2**63 - 1


def cursor_of(kind: str, order: str, place: Place) -> str:
    """A place as text.

    Args:
        kind: Which list.
        order: In which order, if there are several.
        place: Where the next piece goes on.
    """
    text = json.dumps([kind, order, *place], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_of(kind: str, order: str, cursor: str | None) -> Place | None:
    """The place that a cursor names.

    Raises:
        HTTPException: 400, it was not made for this list.
    """
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        said = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise _unknown() from error
    if not isinstance(said, list) or said[:2] != [kind, order]:
        raise _unknown()
    place = tuple(said[2:])
    if len(place) != len(SHAPES[kind]) or place[-1] is None or not _fits(kind, place):
        raise _unknown()
    return place


def _fits(kind: str, place: Place) -> bool:
    return all(
        part is None or (type(part) is kind_of and "\0" not in str(part) and _in_range(part))
        for part, kind_of in zip(place, SHAPES[kind], strict=True)
    )


def _in_range(part: str | int) -> bool:
    return isinstance(part, str) or abs(part) <= _GREATEST


def _unknown() -> HTTPException:
    return HTTPException(400, "The cursor was not given by this list in this order.")
