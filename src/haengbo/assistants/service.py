"""The tools as a server of the Model Context Protocol, by the official SDK.

Over standard input and output for whoever starts it, or over HTTP (streamable, at ``/mcp``).
Invariant: without a token the tools only read; over HTTP a server with a token answers nobody
else, and one without is reached from this machine only.
"""

from __future__ import annotations

import functools
import hmac
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from haengbo import __version__
from haengbo.assistants.tools import Tools
from haengbo.errors import HaengboError

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
        server.tool(annotations=_WRITING, structured_output=True)(_told(tools.decide))
    return server


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """A tool whose errors are told to the assistant in the words written for people."""

    @functools.wraps(tool)
    def told(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the tool takes
        try:
            return tool(*args, **kwargs)
        except HaengboError as error:
            raise ToolError(str(error)) from error

    return told


def create_http(server: MCPServer[Any], host: str, token: str | None) -> ASGIApp:
    """The server over HTTP.

    Args:
        server: With its tools.
        host: Address that is listened at; names other than this machine's are refused there.
        token: What requests must bear, if any.
    """
    app: Starlette = server.streamable_http_app(host=host)
    return _Guarded(app, token) if token else app


class _Guarded:
    """Lets pass only requests that bear the token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._wanted = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "http" and not self._known(scope):
            challenge = {"WWW-Authenticate": 'Bearer realm="haengbo"'}
            refusal = JSONResponse({"error": "A token is needed."}, 401, challenge)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        given = next((v for k, v in scope["headers"] if k == b"authorization"), b"")
        return hmac.compare_digest(given, self._wanted)
