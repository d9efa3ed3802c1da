"""Every address of the site, taken from its own table: whatever is added to it is tried."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from functools import cache

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from haengbo.web.api.service import PLACE
from haengbo.web.app import create_app

#: What a route answers to beside its own method.
_BESIDE = {"HEAD", "OPTIONS"}


def routes_of(routes: Iterable[BaseRoute]) -> Iterator[APIRoute]:
    """Routes of an application, those of included routers too.

    A newer FastAPI keeps an included router as one entry that holds the router.
    """
    for route in routes:
        inner = getattr(route, "original_router", None)
        if isinstance(route, APIRoute):
            yield route
        elif inner is not None:
            yield from routes_of(inner.routes)


def site_routes(app: FastAPI) -> list[APIRoute]:
    """Routes of the pages for people."""
    return list(routes_of(app.routes))


def api_routes(app: FastAPI) -> list[APIRoute]:
    """Routes of the JSON API, their paths without its place."""
    mounted = next(r for r in app.routes if getattr(r, "path", "") == PLACE)
    return list(getattr(mounted, "app").state.routes)  # noqa: B009 - of a Mount


@cache
def table() -> tuple[tuple[str, str], ...]:
    """(method, path) of every page, form and file of a team's site, and of the API."""
    app = create_app(":memory:", team=True)
    rows = [(m, r.path) for r in site_routes(app) for m in sorted((r.methods or set()) - _BESIDE)]
    rows += [
        (m, PLACE + r.path) for r in api_routes(app) for m in sorted((r.methods or set()) - _BESIDE)
    ]
    return tuple(sorted(rows))


def at(path: str, keys: dict[str, str]) -> str:
    """An address with its keys put in: ``/event/{event}``."""
    for name, value in keys.items():
        path = path.replace(f"{{{name}}}", value)
    return path


def asked_in_the_address(app: FastAPI) -> dict[str, set[str]]:
    """Path → names of query parameters that its function declares or reads by name."""
    return {route.path: _declared(route) | _read(route) for route in site_routes(app)}


def _declared(route: APIRoute) -> set[str]:
    return {field.alias for field in route.dependant.query_params}


def _read(route: APIRoute) -> set[str]:
    source = inspect.getsource(inspect.getmodule(route.endpoint) or route.endpoint)
    named = source.split("query_params")[1:]
    return {piece.split('"')[1] for piece in named if piece.count('"') > 1}
