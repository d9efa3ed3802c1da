"""The JSON API put together: an application of its own that the site mounts at ``/api/v1``.

Its document is at ``/api/v1/openapi.json`` (OpenAPI 3.1). The version is part of the path: fields
may be added to it, none is taken away or given another meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from haengbo import __version__
from haengbo.errors import HaengboError
from haengbo.ledger import Ledger
from haengbo.web.api import actors, decisions, events, findings, pages, statements
from haengbo.web.api.access import Access, access_of, bearer, may_read
from haengbo.web.api.answers import Condition, answered, ledger_of, links_of
from haengbo.web.api.problems import MEDIA_TYPE, Problem, failed, impossible, misread, refused

#: Where the site mounts it.
PLACE = "/api/v1"
_ROOMS: Sequence[APIRouter] = (
    events.router,
    statements.router,
    pages.router,
    actors.router,
    findings.router,
    decisions.router,
)
_ABOUT = (
    "The ledger as JSON: every event, statement and expectation with the words it rests on, the "
    "page they stand on, and the chain of those who passed them on. Lists come piece by piece "
    "(`next`), answers have an ETag, errors are RFC 9457."
)
entry = APIRouter(tags=["entry"])


class Entry(BaseModel):
    """What there is, how much of it, and where."""

    version: str
    document: str
    pages: int
    events: int
    statements: int
    expectations: int
    actors: int
    first_day: str | None
    last_day: str | None


@entry.get("/", response_model=Entry)
def get_entry(request: Request, condition: Condition) -> Response:
    """How much the ledger holds, and where this API is described."""
    totals = ledger_of(request).totals()
    record = Entry(
        version=__version__,
        document=f"{links_of(request).base}{PLACE}/openapi.json",
        pages=totals.pages,
        events=totals.events,
        statements=totals.statements,
        expectations=totals.expectations,
        actors=totals.actors,
        first_day=totals.first_day,
        last_day=totals.last_day,
    )
    return answered(record.model_dump(), condition)


def create_api(ledger: Ledger, who: str, access: Access | None = None) -> FastAPI:
    """The API over an open ledger.

    Args:
        ledger: Stays the caller's to close.
        who: Under which name decisions are written, if ``access`` knows no better.
        access: Who may read and write; what the environment asks for if omitted.
    """
    api = _Api(
        title="haengbo",
        version=__version__,
        description=_ABOUT,
        servers=[{"url": PLACE}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_name_of,
        dependencies=[Depends(bearer), Depends(may_read)],
    )
    api.state.ledger = ledger
    api.state.access = access or access_of(who)
    api.state.mounted = PLACE
    routers = (entry, *_ROOMS)
    api.state.routes = [r for x in routers for r in x.routes if isinstance(r, APIRoute)]
    for router in routers:
        api.include_router(router)
    api.add_exception_handler(HTTPException, refused)
    api.add_exception_handler(RequestValidationError, misread)
    api.add_exception_handler(HaengboError, impossible)
    api.add_exception_handler(Exception, failed)
    return api


class _Api(FastAPI):
    """Describes itself when first asked to: a site does not wait for it before it serves."""

    def openapi(self) -> dict[str, Any]:
        """The document of the API, made once and again where its routes have changed."""
        before = self.openapi_schema
        document = super().openapi()
        if document is not before:
            _complete(document, asks=self.state.access.asks)
        return document


def _name_of(route: APIRoute) -> str:
    return route.name


def _complete(document: dict[str, Any], *, asks: bool) -> None:
    """Errors are problems, answers may be 304, and without a token if nobody is asked for one."""
    schemas = document["components"]["schemas"]
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {})
    schemas["Problem"] = problem
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for operations in document["paths"].values():
        for method, operation in operations.items():
            operation["responses"] |= _responses(method)
            if not asks:
                operation["security"] = [{}, *operation["security"]]


def _responses(method: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    errors = {
        "400": "The cursor is not of this list",
        "401": "A token is needed",
        "403": "Not from there",
        "404": "There is no such thing",
        "422": "The request is not as described here",
        "500": "Our own fault",
        "503": "The ledger refuses",
    }
    if method == "post":
        errors["409"] = "It cannot be decided as things are"
    found: dict[str, Any] = {
        code: {"description": why, "content": content} for code, why in errors.items()
    }
    if method == "get":
        found["304"] = {"description": "What the client has still holds"}
    return found
