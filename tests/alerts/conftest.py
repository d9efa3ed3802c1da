"""A ledger that may be written to; a web server and a mail server on this machine."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from haengbo.ledger import Ledger


@pytest.fixture
def location(sample_location: str, tmp_path: Path) -> str:
    return str(shutil.copy(sample_location, tmp_path / "annals.db"))


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    opened = Ledger.open(location)
    yield opened
    opened.close()


@dataclass
class Hook:
    """A webhook: what it got, and what it answers."""

    address: str = ""
    status: int = 204
    silent: bool = False
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def told(self) -> list[dict[str, Any]]:
        """The messages."""
        return [json.loads(body) for body in self.bodies]


@pytest.fixture
def hook() -> Iterator[Hook]:
    known = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            known.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            known.headers.append({k.lower(): v for k, v in self.headers.items()})
            if known.silent:
                return  # took it, and says nothing
            self.send_response(known.status)
            self.send_header("Content-Length", "0")
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    known.address = f"http://127.0.0.1:{server.server_address[1]}/hook"
    yield known
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Post:
    """A mail server: what it got, and whether it takes anything."""

    address: str = ""
    refuses: bool = False
    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002 - the library's names
        if self.refuses:
            return "554 no"
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def post() -> Iterator[Post]:
    known = Post()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(known, hostname="127.0.0.1", port=port)
    controller.start()
    known.address = f"smtp://127.0.0.1:{port}"
    yield known
    controller.stop()
