"""A real server on this machine that answers as badly as it is told to, and a policy for it."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from typing import Any

from haengbo.capture.web import Policy
from haengbo.capture.web.addresses import Address

HERE = IPv4Address("127.0.0.1")
Reply = Callable[["Handler"], None]


@dataclass(slots=True)
class Server:
    """What it answers, and what it was asked.

    Attributes:
        port: Where it listens.
        replies: Path → what is to be done, or a list of which the first is taken off each time.
        asked: Paths in their order.
        headers: Of the last request.
        scheme: ``http`` or ``https``.
    """

    port: int = 0
    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    scheme: str = "http"

    def url(self, path: str = "/") -> str:
        """Address of a path."""
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def pages_asked(self) -> list[str]:
        """Paths asked for, without robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    """Looks up what to do."""

    protocol_version = "HTTP/1.1"
    known: Server

    def do_GET(self) -> None:
        """Answer."""
        self.known.asked.append(self.path)
        self.known.headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.known.replies.get(self.path, answer(404))
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        try:
            reply(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Listener(ThreadingHTTPServer):
    """Says nothing of connections that break: they are meant to."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Reply:
    """An honest answer; ``content_type="text/plain"`` gives ``content-type``."""

    def reply(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def page(text: str, **headers: str) -> Reply:
    """A web page."""
    return answer(200, text.encode(), content_type="text/html; charset=utf-8", **headers)


def raw(*parts: bytes, pause: float = 0.0) -> Reply:
    """Bytes as they are, with pauses between; then the connection is closed."""

    def reply(handler: Handler) -> None:
        handler.close_connection = True
        for part in parts:
            handler.wfile.write(part)
            handler.wfile.flush()
            if pause:
                threading.Event().wait(pause)

    return reply


@contextmanager
def serving(encryption: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server."""
    known = Server(scheme="https" if encryption else "http")
    handler = type("Bound", (Handler,), {"known": known})
    server = _Listener(("127.0.0.1", 0), handler)
    if encryption is not None:
        server.socket = encryption.wrap_socket(server.socket, server_side=True)
    known.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(slots=True)
class Pauses:
    """A clock that only waiting moves on."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Wait, in this clock."""
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        """Seconds."""
        return self.now


def only_here(address: Address) -> bool:
    """Permits the server and no other address of this machine."""
    return address == HERE


def policy(pauses: Pauses | None = None, **changes: Any) -> Policy:  # noqa: ANN401
    """Manners for tests: this machine is permitted, and waiting costs nothing."""
    time = pauses or Pauses()
    given: dict[str, Any] = {"permits": only_here, "sleep": time.sleep, "clock": time.clock}
    return Policy(**given | changes)
