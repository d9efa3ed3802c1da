"""A newspaper on this machine that publishes, corrects, forgets and answers badly.

Comes in: how often, for how long, a seed. Goes out: a feed with its newest pages and the pages,
each answer spoiled with the dice's help: refusals, silence, nonsense, answers cut off with their
length stated and without, feeds that stop in the middle. Invariant: ``present`` says what a reader
who missed nothing has seen.
"""

from __future__ import annotations

import hashlib
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from campaigns.articles import made

#: Every so many pages one is corrected, so many pages after it came out.
_CORRECTED_EVERY, _CORRECTED_AFTER = 20, 12
#: Seconds between two times when the server does not answer at all, and how long each lasts.
_OUTAGE_EVERY, _OUTAGE = 420.0, 25.0
_SILENCE = 4.0
_THEME = 3


@dataclass(slots=True)
class Newspaper:
    """What it publishes and how it fails.

    Attributes:
        interval: Seconds between two pages.
        listed: Pages that its feed lists.
        faults: Share of the answers that are spoiled; nought when it has become good.
        dice: Decides.
        port: Where it answers.
        last: Pages after which it publishes no more.
        given: How often it did what.
    """

    interval: float
    listed: int
    faults: float
    dice: random.Random
    port: int = 0
    last: int = 10**9
    given: Counter[str] = field(default_factory=Counter)
    begun: float = field(default_factory=time.monotonic)

    def count(self) -> int:
        """Pages that are out."""
        return min(self.last, 1 + int((time.monotonic() - self.begun) / self.interval))

    def text(self, number: int) -> bytes:
        """A page as it stands now."""
        whole = made(number, theme=number % _THEME == 0)
        if self.version(number):
            whole = whole.replace("</article>", "<p>[바로잡음] 날짜를 고쳤다.</p></article>")
        return whole.encode()

    def version(self, number: int) -> int:
        """0, or 1 when it was corrected."""
        corrected = number % _CORRECTED_EVERY == 0
        return int(corrected and self.count() >= number + _CORRECTED_AFTER)

    def present(self) -> dict[str, bytes]:
        """Address → text of every page that is out, as it stands now."""
        return {self.url(f"/{n}"): self.text(n) for n in range(1, self.count() + 1)}

    def url(self, path: str) -> str:
        """Address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def feed(self) -> bytes:
        """Its newest pages and corrections."""
        numbers = range(self.count(), max(0, self.count() - self.listed), -1)
        items = "".join(
            f"<item><title>{n}</title><link>{self.url(f'/{n}')}</link>"
            f"<updated>{self.version(n)}</updated></item>"
            for n in numbers
        )
        return f'<?xml version="1.0"?><rss><channel>{items}</channel></rss>'.encode()

    def out(self) -> bool:
        """Whether it is one of the times when nothing answers."""
        since = (time.monotonic() - self.begun) % _OUTAGE_EVERY
        return self.faults > 0 and since > _OUTAGE_EVERY - _OUTAGE


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    paper: Newspaper

    def do_GET(self) -> None:
        """Answer, well or badly."""
        paper = self.paper
        try:
            if paper.out():
                paper.given["outage"] += 1
                self.close_connection = True
            elif paper.dice.random() < paper.faults:
                name = paper.dice.choice(sorted(_FAULTS))
                paper.given[name] += 1
                _FAULTS[name](self)
            else:
                paper.given["well"] += 1
                self.well()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def body(self) -> bytes | None:
        """What is at the path."""
        number = self.path.removeprefix("/")
        if self.path == "/rss":
            return self.paper.feed()
        known = number.isdigit() and 1 <= int(number) <= self.paper.count()
        return self.paper.text(int(number)) if known else None

    def well(self) -> None:
        """The answer that it should be."""
        body = self.body()
        etag = '"' + hashlib.sha256(body or b"").hexdigest()[:16] + '"'
        if body is None:
            self.whole(404, b"")
        elif self.headers.get("If-None-Match") == etag:
            self.whole(304, b"")
        else:
            self.whole(200, body, etag)

    def whole(self, status: int, body: bytes, etag: str = "", stated: int | None = None) -> None:
        """An answer that states its length, rightly or not."""
        self.send_response(status)
        kind = "application/rss+xml" if self.path == "/rss" else "text/html; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if stated is None else stated))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _raw(answering: _Answering, data: bytes) -> None:
    answering.close_connection = True
    answering.wfile.write(data)
    answering.wfile.flush()


def _half(answering: _Answering) -> bytes:
    body = answering.body() or b""
    return body[: answering.paper.dice.randrange(max(1, len(body)))]


def _cut_stated(answering: _Answering) -> None:
    half = _half(answering)
    answering.close_connection = True
    answering.whole(200, half, stated=len(half) + 99)


def _cut_unstated(answering: _Answering) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
    _raw(answering, head + _half(answering))


def _cut_feed(answering: _Answering) -> None:
    # A page cut by a server that states the cut length cannot be told from a short page
    if answering.path == "/rss":
        answering.whole(200, _half(answering))
    else:
        answering.whole(502, b"")


def _silent(answering: _Answering) -> None:
    answering.close_connection = True
    time.sleep(_SILENCE)


_FAULTS: dict[str, Callable[[_Answering], None]] = {
    "error 500": lambda a: a.whole(500, b"<html>oops</html>"),
    "error 503": lambda a: a.whole(503, b""),
    "error 429": lambda a: a.whole(429, b""),
    "nothing": lambda a: _raw(a, b""),
    "no HTTP": lambda a: _raw(a, b"SSH-2.0-nonsense\r\n"),
    "bad chunk": lambda a: _raw(a, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "cut, length stated": _cut_stated,
    "cut, length not stated": _cut_unstated,
    "cut feed": _cut_feed,
    "silence": _silent,
}


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that break: they are meant to."""


@contextmanager
def published(paper: Newspaper) -> Iterator[Newspaper]:
    """Run its server."""
    handler = type("Bound", (_Answering,), {"paper": paper})
    server = _Listener(("127.0.0.1", 0), handler)
    paper.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield paper
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
