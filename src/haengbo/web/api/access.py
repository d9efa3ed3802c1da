"""Who may read and who may write.

``Access`` is all that the routes know. ``SingleUser`` is a ledger on one's own machine: whoever is
at this machine reads and writes. ``Token`` asks everybody for one secret. What a page from
elsewhere made a browser send is refused before it comes here (``web.guard``).
"""

from __future__ import annotations

import hmac
import ipaddress
import os
from collections.abc import Mapping
from typing import Protocol

from fastapi import HTTPException, Request
from fastapi.security import HTTPBearer

#: Shows in the OpenAPI document that a token may be asked for.
bearer = HTTPBearer(
    auto_error=False, description="Only where the server was started so that it asks for a token."
)
_UNAUTHORISED, _FORBIDDEN = 401, 403


class Access(Protocol):
    """Decides on each request.

    Attributes:
        asks: Whether every request needs a token.
    """

    asks: bool

    def reader(self, request: Request) -> None:
        """Let pass whoever may read.

        Raises:
            HTTPException: 401 or 403.
        """

    def writer(self, request: Request) -> str:
        """Under which name somebody writes.

        Raises:
            HTTPException: 401 or 403.
        """


def _here(request: Request) -> bool:
    """Whether a request comes from this machine."""
    host = request.client.host if request.client else ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "testclient"


class SingleUser:
    """Everybody who reaches the server reads; who is at this machine writes."""

    asks = False

    def __init__(self, who: str) -> None:
        self._who = who

    def reader(self, request: Request) -> None:
        """Let everybody pass."""

    def writer(self, request: Request) -> str:
        """The user of this machine."""
        if not _here(request):
            raise HTTPException(_FORBIDDEN, "Only from this machine.")
        return self._who


class Token:
    """One secret for reading and writing."""

    asks = True

    def __init__(self, secret: str, who: str) -> None:
        self._secret = secret.encode()
        self._who = who

    def _check(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self._secret)
        if scheme.lower() != "bearer" or not right:
            challenge = {"WWW-Authenticate": 'Bearer realm="haengbo"'}
            raise HTTPException(_UNAUTHORISED, "A token is needed.", challenge)

    def reader(self, request: Request) -> None:
        """Let pass who has the secret."""
        self._check(request)

    def writer(self, request: Request) -> str:
        """Who has the secret writes under the server's name."""
        self._check(request)
        return self._who


def access_of(who: str, environment: Mapping[str, str] = os.environ) -> Access:
    """What the environment asks for: a token where ``HAENGBO_API_TOKEN`` is set.

    Args:
        who: Under which name decisions are written.
        environment: Of the server.
    """
    secret = environment.get("HAENGBO_API_TOKEN")
    return Token(secret, who) if secret else SingleUser(who)


def may_read(request: Request) -> None:
    """Let pass whoever may read (a dependency of every route)."""
    access: Access = request.app.state.access
    access.reader(request)


def who_writes(request: Request) -> str:
    """Under which name this request writes (a dependency)."""
    access: Access = request.app.state.access
    return access.writer(request)
