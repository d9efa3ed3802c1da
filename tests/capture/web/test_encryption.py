"""HTTPS: the certificate counts, and the same limits."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.web.serving import Server, page, policy, raw, serving
from certificates import self_signed
from haengbo.capture.web import Fetcher
from haengbo.capture.web.policy import FetchError


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine for this test, signed by itself."""
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as running:
        running.replies["/1"] = page("<p>누리국 특사가 왔다.</p>")
        yield running


def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr("haengbo.capture.web.connecting._certificates", lambda: context)


def test_a_certificate_that_nobody_signed_is_refused(server: Server) -> None:
    with pytest.raises(FetchError, match="이어지지 않는다"):
        Fetcher(policy(attempts=1)).fetch(server.url("/1"))
    assert server.asked == []


def test_a_certificate_is_of_the_name_not_of_the_address(
    server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(certificate, monkeypatch)
    assert "특사" in Fetcher(policy()).fetch(server.url("/1")).data.decode()
    other = server.url("/1").replace("127.0.0.1", "localhost")
    with pytest.raises(FetchError):
        Fetcher(policy(attempts=1, permits=lambda _: True)).fetch(other)


def test_the_deadline_holds_inside_encryption(
    server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(certificate, monkeypatch)
    server.replies["/1"] = raw(b"HTTP/1.1 200 OK\r\n", *[b"X-Y: z\r\n"] * 100, pause=0.02)
    with pytest.raises(FetchError, match="오래 걸린다"):
        Fetcher(policy(deadline=0.3, attempts=1, clock=time.monotonic)).fetch(server.url("/1"))
