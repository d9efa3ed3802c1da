"""What went wrong → ``application/problem+json`` (RFC 9457).

Invariant: an answer that is an error has this form, whatever the error; no traceback, path or
statement of the database is in it.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match

from haengbo.errors import HaengboError, UsageError

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


class Complaint(BaseModel):
    """One part of a request that cannot be taken, and why."""

    at: str = Field(description="Where it stands: query.from, body.kind")
    message: str


class Problem(BaseModel):
    """RFC 9457: what went wrong."""

    type: str = Field(description="about:blank: the title says it all")
    title: str = Field(description="The meaning of the status")
    status: int
    detail: str | None = Field(description="What was wrong with this request")
    instance: str = Field(description="The path that was asked for")
    errors: list[Complaint] | None = Field(default=None, description="Part by part")


def problem(
    request: Request,
    status: int,
    detail: str | None = None,
    errors: Sequence[Complaint] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An error as an answer."""
    record: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    if errors:
        record["errors"] = [error.model_dump() for error in errors]
    return Response(msgspec.json.encode(record), status, dict(headers or {}), media_type=MEDIA_TYPE)


async def refused(request: Request, error: Exception) -> Response:
    """A status that the code decided on."""
    if not isinstance(error, HTTPException):
        return await failed(request, error)
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request))
    plain = error.detail == HTTPStatus(error.status_code).phrase
    detail = None if plain else str(error.detail)
    return problem(request, error.status_code, detail, headers=headers)


def _methods(request: Request) -> list[str]:
    """All that the path understands; one path may be several routes."""
    routes: list[APIRoute] = request.app.state.routes
    here = (r.methods or set() for r in routes if r.matches(request.scope)[0] is not Match.NONE)
    return sorted(set[str]().union(*here))


async def misread(request: Request, error: Exception) -> Response:
    """A request that is not as the document describes it."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [
        Complaint(at=".".join(str(part) for part in item["loc"]), message=item["msg"])
        for item in found
    ]
    return problem(request, 422, "The request is not as /openapi.json describes it.", errors)


async def impossible(request: Request, error: Exception) -> Response:
    """A call that cannot be carried out as given; a ledger that refuses."""
    status = 409 if isinstance(error, UsageError) else 503
    assert isinstance(error, HaengboError)  # noqa: S101 - registered for it alone
    return problem(request, status, str(error))


async def failed(request: Request, error: Exception) -> Response:
    """Our own fault: the log has it under the number that the answer gives."""
    number = secrets.token_hex(4)
    logger.error("%s %s: %r", number, request.url.path, error, exc_info=error)
    return problem(request, 500, f"The server's log has this under {number}.")
