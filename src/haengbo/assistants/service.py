"""The tools as a server of the Model Context Protocol, by the official SDK.

Over standard input and output for whoever starts it, or over HTTP (streamable, at ``/mcp``).
Invariant: without a token the tools only read; over HTTP a server with a token, or with the keys
of a team, answers nobody else, and one without is reached from this machine only. Whose key it is
is asked at every request, whatever session of the protocol it belongs to.
"""

from __future__ import annotations

import functools
import hmac
from collections.abc import Callable, Sequence
from typing import Any

from fastapi.concurrency import run_in_threadpool
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from haengbo import __version__
from haengbo.assistants.tools import Decided, Tools
from haengbo.errors import HaengboError, UsageError
from haengbo.ledger import Ledger
from haengbo.ledger.accounts import Account, Role
from haengbo.web.accounts.access import account_by_token
from haengbo.web.wishes import Wish

#: Whoever bears this, or nobody.
Gate = Callable[[str], Account | None]
#: Where a request keeps whose it is.
_ACCOUNT = "haengbo.account"
_HERE = ("127.0.0.1", "localhost", "[::1]")

_ABOUT = (
    "A ledger of North Korea's diplomacy, read from Korean news pages. Everything it states has "
    "the sentence it rests on (evidence), the chain of reporters and addresses: `url` is the page "
    "itself, `link` where the ledger shows it. Quote the evidence and give the address with "
    "whatever you tell from here. What is not found was not taken in; that is no proof that it "
    "did not happen."
)
_READING = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_WRITING = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)


def create_server(tools: Tools, *, deciding: bool = False) -> MCPServer[Any]:
    """The server.

    Args:
        tools: Over an open ledger.
        deciding: Whether decisions may be written.
    """
    server: MCPServer[Any] = MCPServer(
        "haengbo", title="행보", instructions=_ABOUT, version=__version__, log_level="WARNING"
    )
    for tool in (
        *(tools.search, tools.events, tools.statements),
        *(tools.chain, tools.wording, tools.expectations),
    ):
        server.tool(annotations=_READING, structured_output=True)(_told(tool))
    if deciding:
        server.tool(annotations=_WRITING, structured_output=True)(_told(_deciding(tools)))
    return server


def _deciding(tools: Tools) -> Callable[..., Decided]:
    """The tool that decides, under the name of whoever sends the request."""

    def decide(decision: Wish, ctx: Context[Any, Any]) -> Decided:
        request = ctx.request_context.request
        account: Account | None = request.scope.get(_ACCOUNT) if request is not None else None
        if account is not None and not account.role.may(Role.EDITOR):
            raise UsageError("이 열쇠로는 읽기만 한다")
        return tools.decide(decision, account.name if account is not None else None)

    decide.__doc__ = tools.decide.__doc__
    return decide


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """A tool whose errors are told to the assistant in the words written for people."""

    @functools.wraps(tool)
    def told(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the tool takes
        try:
            return tool(*args, **kwargs)
        except HaengboError as error:
            raise ToolError(str(error)) from error

    return told


def one_secret(token: str, who: str) -> Gate:
    """Lets in whoever has the one secret; decisions are written under the server's name."""
    known = Account(who, Role.EDITOR, "")
    return lambda given: known if hmac.compare_digest(given.encode(), token.encode()) else None


def team_keys(ledger: Ledger) -> Gate:
    """Lets in whoever of the team has a key that reads; what they decide bears their name."""

    def known(given: str) -> Account | None:
        found = account_by_token(ledger, f"Bearer {given}")
        return found if found is not None and found.role.may(Role.READER) else None

    return known


def create_http(
    server: MCPServer[Any], host: str, gate: Gate | None, names: Sequence[str] = ()
) -> ASGIApp:
    """The server over HTTP.

    Args:
        server: With its tools.
        host: Address that is listened at.
        gate: Who is let in by what they bear; whoever reaches it if ``None``.
        names: Host names that are answered to, beside that address and this machine's.
    """
    known = dict.fromkeys((*_HERE, host, *names))
    hosts = [name + port for name in known for port in ("", ":*")]
    asked = TransportSecuritySettings(
        allowed_hosts=hosts,
        allowed_origins=[f"{scheme}://{name}" for name in hosts for scheme in ("http", "https")],
    )
    app: Starlette = server.streamable_http_app(host=host, transport_security=asked)
    return _Guarded(app, gate) if gate else app


class _Guarded:
    """Lets pass only requests that bear what the gate knows, and says whose they are."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "http":
            account = await run_in_threadpool(self._gate, _borne(scope))
            if account is None:
                challenge = {"WWW-Authenticate": 'Bearer realm="haengbo"'}
                refusal = JSONResponse({"error": "A token is needed."}, 401, challenge)
                await refusal(scope, receive, send)
                return
            scope = {**scope, _ACCOUNT: account}
        await self._app(scope, receive, send)


def _borne(scope: Scope) -> str:
    """What stands behind ``Bearer``; empty without it."""
    given = next((v for k, v in scope["headers"] if k == b"authorization"), b"")
    scheme, _, secret = given.decode("utf-8", "replace").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""
