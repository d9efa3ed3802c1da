"""The site: a FastAPI application over one ledger.

``create_app`` is the only way in; it takes where the ledger is and which host names it answers
to (a page from elsewhere must not be able to speak to a site on this machine).
"""

from __future__ import annotations

import asyncio
import gc
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from haengbo.errors import LedgerError
from haengbo.ledger import Ledger
from haengbo.web.accounts import pages
from haengbo.web.accounts import tables as account_tables
from haengbo.web.accounts.access import (
    TeamAccess,
    account_by_feed_key,
    account_of,
    turned_away,
)
from haengbo.web.accounts.throttle import Throttle
from haengbo.web.api.problems import problem
from haengbo.web.api.service import PLACE, create_api
from haengbo.web.guard import SESSION_COOKIE, foreign
from haengbo.web.importing import Imports
from haengbo.web.keeping import Kept
from haengbo.web.people import name_of_user
from haengbo.web.routes import (
    actors,
    alerts,
    articles,
    chronicle,
    decisions,
    events,
    expectations,
    foresight,
    imports,
    network,
    queue,
    relations,
    search,
    sequels,
    statements,
    tables,
    visiting,
    wording,
)
from haengbo.web.site import SECURITY_HEADERS, redirect_for_choice, render

WARM_UP = "러시아"
STATIC = Path(__file__).parent / "static"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "testserver")

ROOMS = (
    tables,  # before the pages whose addresses would take theirs for a name
    alerts,
    *(chronicle, events, articles, actors, statements, expectations, search),
    *(foresight, decisions, queue, imports, wording, sequels, network, relations, visiting),
)

logger = logging.getLogger(__name__)
Next = Callable[[Request], Awaitable[Response]]


def _warm(ledger: Ledger, *, alone: bool) -> None:
    ledger.words.of_query(WARM_UP)
    try:
        ledger.warm()
    except LedgerError as error:
        # Only a first question that waits: a database that is gone meanwhile must not end the site
        logger.warning("not read ahead: %s", error)
    if alone:
        _leave_alone()


def _leave_alone() -> None:
    """Never again look for garbage among what is there now: it stays as long as the site does.

    Code, pack and analyser are some hundred thousand objects, and one look through them takes as
    long as answering two questions: every thirtieth question or so had to wait for it.
    """
    gc.collect()
    gc.freeze()


def create_app(
    ledger: str,
    hosts: Sequence[str] = LOOPBACK,
    who: str | None = None,
    *,
    team: bool = False,
    alone: bool = False,
) -> FastAPI:
    """The site over the ledger at a path or SQLAlchemy URL.

    Args:
        ledger: Where the ledger is; it is created when there is none.
        hosts: Host names that are answered to; any other gets 400.
        who: Who decides here; the user of this machine if omitted.
        team: Whether people log in, each with an account and a role.
        alone: Whether the process is there for this site alone, so that the search for garbage
            may leave out what it holds when the ledger was read ahead.

    Raises:
        LedgerError: The ledger cannot be opened.
    """
    opened = Ledger.open(ledger, resident=True)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # The analyser takes seconds to load, and so do the events of a large ledger; the first
        # question should not wait for them
        warming = asyncio.create_task(asyncio.to_thread(_warm, opened, alone=alone))
        yield
        await warming
        if alone:
            gc.unfreeze()
        await asyncio.to_thread(app.state.imports.close)
        opened.close()

    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.state.ledger = opened
    app.state.kept = Kept(opened)
    app.state.imports = Imports(opened)
    app.state.secret = secrets.token_bytes(32)
    app.state.who = who or name_of_user()
    app.state.team = team
    app.state.throttle = Throttle()
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    access = TeamAccess(opened) if team else None
    app.mount(PLACE, create_api(opened, app.state.who, access), name="api")
    for room in (*ROOMS, account_tables, pages) if team else ROOMS:
        app.include_router(room.router)
    app.middleware("http")(_every_answer)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _refused)
    app.add_exception_handler(LedgerError, _out_of_reach)
    app.add_exception_handler(Exception, _failed)
    return app


async def _every_answer(request: Request, call_next: Next) -> Response:
    """Refuse other people's pages; keep a choice made by a link; add the security headers."""
    program = request.url.path.startswith(PLACE)
    team = bool(request.app.state.team)  # what is mounted has a state of its own afterwards
    if foreign(request):
        said = "A page from elsewhere asked for this."
        refusal = (
            problem(request, 403, said) if program else await _refused(request, HTTPException(403))
        )
        return _secured(refusal)
    choice = None if program else redirect_for_choice(request)
    if choice is None and team and not program:
        try:
            choice = await _known(request)
        except LedgerError as error:
            choice = await _out_of_reach(request, error)
    response = _secured(choice or await call_next(request))
    if team and not request.url.path.startswith("/static/"):
        # What one of the team saw is for nobody who sits at the browser, or a proxy, later
        response.headers.setdefault("Cache-Control", "private, no-store")
    return response


async def _known(request: Request) -> Response | None:
    """Find out who it is; the login or a refusal for whoever may not go on."""
    cookie = request.cookies.get(SESSION_COOKIE)
    ledger = request.app.state.ledger
    account = await run_in_threadpool(account_of, ledger, cookie)
    if account is None:
        account = await run_in_threadpool(account_by_feed_key, request, ledger)
    request.state.account = account
    try:
        return turned_away(request, account)
    except HTTPException as error:
        return await _refused(request, error)


async def _out_of_reach(request: Request, error: Exception) -> Response:
    """The database does not answer: the log has why."""
    logger.error("%s: %s", request.url.path, error)
    return render(request, "error.html", status=503, code=503, number=None)


def _secured(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _refused(request: Request, error: Exception) -> Response:
    """An error page written for people."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    return render(request, "error.html", status=status, code=status, number=None)


async def _failed(request: Request, error: Exception) -> Response:
    """What went wrong goes to the log under a number that the page gives; no traceback does."""
    number = secrets.token_hex(4)
    logger.error("%s %s: %r", number, request.url.path, error, exc_info=error)
    page = render(request, "error.html", status=500, code=500, number=number)
    return _secured(page)
