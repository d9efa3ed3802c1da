"""Records → answers: JSON with an ETag, lists with the address of their next piece.

Invariant: the ETag is made from the bytes, so that an unchanged answer is 304 and a changed one
never is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

import msgspec
from fastapi import Depends, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from haengbo.annals.links import Links
from haengbo.ledger import Ledger
from haengbo.ledger.walking import Piece
from haengbo.web.api.cursors import cursor_of

T = TypeVar("T")
R = TypeVar("R")
_DIGITS = 32


class Records(BaseModel, Generic[R]):
    """A piece of a list (for the document; answers are written by ``listed``)."""

    items: list[R]
    total: int = Field(description="Of the whole list.")
    cursor: str | None = Field(description="For the next piece; null at the end.")
    next: str | None = Field(description="Address of the next piece; null at the end.")


def ledger_of(request: Request) -> Ledger:
    """The ledger that is asked."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def links_of(request: Request) -> Links:
    """Addresses on this site as the client reaches it."""
    root: str = request.app.state.mounted
    return Links(str(request.base_url).rstrip("/").removesuffix(root))


def conditional(
    if_none_match: Annotated[
        str | None, Header(description="ETag of an earlier answer: 304 if it still holds.")
    ] = None,
) -> str | None:
    """What the client has already."""
    return if_none_match


#: For routes that answer conditionally.
Condition = Annotated[str | None, Depends(conditional)]


def answered(record: Any, condition: str | None) -> Response:  # noqa: ANN401 - any record
    """A record as JSON, or 304 where the client has it.

    Args:
        record: A record of ``haengbo.annals``, or plain data.
        condition: ``If-None-Match`` of the request.
    """
    body = msgspec.json.encode(record)
    etag = f'"{hashlib.sha256(body).hexdigest()[:_DIGITS]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Authorization"}
    if condition is not None and _holds(condition, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _holds(condition: str, etag: str) -> bool:
    given = [part.strip().removeprefix("W/") for part in condition.split(",")]
    return "*" in given or etag in given


def listed(
    request: Request,
    piece: Piece[T],
    record: Callable[[T], object],
    kind: tuple[str, str],
    condition: str | None,
) -> Response:
    """A piece of a list.

    Args:
        request: Whose query goes on into the address of the next piece.
        piece: Of the ledger.
        record: Makes a record of an item.
        kind: Name of the list and its order.
        condition: ``If-None-Match`` of the request.
    """
    return paged(request, [record(item) for item in piece.items], piece, kind, condition)


def paged(
    request: Request,
    items: Sequence[object],
    piece: Piece[Any],
    kind: tuple[str, str],
    condition: str | None,
) -> Response:
    """As ``listed``, with the records already made."""
    cursor = cursor_of(*kind, piece.end) if piece.end is not None else None
    address = _with_cursor(request, cursor) if cursor is not None else None
    body = {"items": items, "total": piece.total, "cursor": cursor, "next": address}
    answer = answered(body, condition)
    if address is not None:
        answer.headers["Link"] = f'<{address}>; rel="next"'
    return answer


def _with_cursor(request: Request, cursor: str) -> str:
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    return str(request.url.replace(query=urlencode([*kept, ("cursor", cursor)])))
