"""Asking a real server that misbehaves."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from capture.web.serving import Pauses, Reply, Server, answer, page, policy, raw, serving
from haengbo.capture.web import Fetcher, Policy
from haengbo.capture.web.policy import FetchError

HTML = "<html><body><p>누리국 특사가 3일 평양에 도착했다.</p></body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def refusal(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return caught.value


def test_a_page_with_all_that_is_known_of_it(server: Server) -> None:
    server.replies["/1"] = page(HTML, ETag='"a"', Last_Modified="Sat, 02 Nov 2024 00:00:00 GMT")
    got = Fetcher(policy()).fetch(server.url("/1#top"))
    assert (got.data.decode(), got.charset, got.url) == (HTML, "utf-8", server.url("/1"))
    assert (got.etag, got.modified) == ('"a"', "Sat, 02 Nov 2024 00:00:00 GMT")
    assert server.headers["user-agent"].startswith("haengbo/")
    assert "cookie" not in server.headers
    assert server.asked == ["/robots.txt", "/1"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/1",
        "http://localhost:{port}/1",
        "http://2130706433:{port}/1",
        "http://0x7f.1:{port}/1",
        "http://[::ffff:127.0.0.1]:{port}/1",
        "http://[::1]:{port}/1",
        "http://0.0.0.0:{port}/1",
        "http://10.0.0.1/1",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_what_is_not_public_is_refused_unasked(server: Server, url: str) -> None:
    server.replies["/1"] = page(HTML)
    error = refusal(Fetcher(Policy(sleep=lambda _: None)), url.format(port=server.port))
    assert "공개된 주소가 아니다" in error.reason or "찾지 못했다" in error.reason
    assert server.asked == []


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Let every name have these addresses; gives the names asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def answer_for(host: str, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        if host[0].isdigit():
            return real(host, *rest, **named)
        asked.append(host)
        return [found for one in addresses for found in real(one, *rest, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", answer_for)
    return asked


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolve_to(monkeypatch, "127.0.0.1")
    server.replies["/1"] = page(HTML)
    Fetcher(policy()).fetch(f"http://garam.example:{server.port}/1")
    assert server.headers["host"] == f"garam.example:{server.port}"
    assert asked == ["garam.example"] * 2, "once for robots.txt, once for the page"


def test_a_name_with_one_private_address_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve_to(monkeypatch, "127.0.0.1", "127.0.0.2")
    error = refusal(Fetcher(policy()), f"http://garam.example:{server.port}/1")
    assert "공개된 주소가 아니다: garam.example (127.0.0.2)" in error.reason
    assert server.asked == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://127.0.0.2:{port}/secret", "공개된 주소가 아니다"),
        ("http://[::1]:{port}/secret", "공개된 주소가 아니다"),
        ("file:///etc/passwd", "http나 https 주소가 아니다"),
        ("http://user:word@127.0.0.1:{port}/secret", "이름과 암호"),
        ("/forbidden", "robots.txt가 허락하지 않는다"),
        ("/loop", "넘겨주기가 너무 많다"),
        ("http://[::1/", "주소로 읽히지 않는다"),
    ],
)
def test_a_redirect_is_checked_like_any_address(server: Server, target: str, reason: str) -> None:
    server.replies["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /forbidden")
    server.replies["/loop"] = answer(302, Location="/loop")
    server.replies["/1"] = answer(301, Location=target.format(port=server.port))
    error = refusal(Fetcher(policy()), server.url("/1"))
    assert reason in error.reason
    assert "/secret" not in server.asked
    assert "/forbidden" not in server.asked


def test_a_redirect_is_followed(server: Server) -> None:
    server.replies["/1"] = answer(302, Location="../2?a=1")
    server.replies["/2?a=1"] = page(HTML)
    assert Fetcher(policy()).fetch(server.url("/1")).url == server.url("/2?a=1")


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        (answer(404), "/1", True),
        (answer(403), "/1", True),
        (answer(503), "/1", False),
        (answer(200, b"User-agent: *\nDisallow: /"), "/1", False),
        (answer(200, b"User-agent: haengbo\nAllow: /\n\nUser-agent: *\nDisallow: /"), "/1", True),
        (answer(302, Location="/elsewhere.txt"), "/1", False),
        (answer(200, b"\xff\xfe\x00binary\x00" * 1000), "/1", True),
    ],
)
def test_robots(server: Server, robots: Reply, path: str, allowed: bool) -> None:
    server.replies |= {"/robots.txt": robots, "/1": page(HTML)}
    server.replies["/elsewhere.txt"] = answer(200, b"User-agent: *\nDisallow: /1")
    fetcher = Fetcher(policy())
    if allowed:
        assert fetcher.fetch(server.url(path)).data
    else:
        assert "robots.txt" in refusal(fetcher, server.url(path)).reason
        assert "/1" not in server.asked


def test_hosts_are_asked_slowly_and_as_slowly_as_they_wish(server: Server) -> None:
    server.replies["/1"] = page(HTML)
    pauses = Pauses()
    fetcher = Fetcher(policy(pauses, pause=2.0))
    for _ in range(3):
        fetcher.fetch(server.url("/1"))
    assert pauses.slept == [2.0, 2.0, 2.0], "after robots.txt, too"
    server.replies["/robots.txt"] = answer(200, b"User-agent: *\nCrawl-delay: 7")
    pauses = Pauses()
    fetcher = Fetcher(policy(pauses, pause=2.0))
    fetcher.fetch(server.url("/1"))
    fetcher.fetch(server.url("/1"))
    assert pauses.slept[1:] == [7.0]
    server.replies["/robots.txt"] = answer(200, b"User-agent: *\nCrawl-delay: 86400")
    assert "86400초에 한 번" in refusal(Fetcher(policy()), server.url("/1")).reason


def test_what_passes_is_tried_again_later_each_time(server: Server) -> None:
    server.replies["/1"] = [answer(503), answer(429, Retry_After="40"), page(HTML)]
    pauses = Pauses()
    assert Fetcher(policy(pauses)).fetch(server.url("/1")).data
    assert server.pages_asked() == ["/1"] * 3
    assert pauses.slept == [2.0, 4.0, 40.0]


@pytest.mark.parametrize(
    ("reply", "reason", "passing", "times"),
    [
        (answer(404), "HTTP 404", False, 1),
        (answer(500), "HTTP 500", True, 3),
        (answer(503, Retry_After="3600"), "3600초 뒤에", True, 1),
        (raw(b"not http at all\r\n\r\n"), "HTTP로 읽히지 않는", True, 3),
        (raw(b""), "HTTP로 읽히지 않는", True, 3),
        (raw(HEAD + b"Content-Length: 99\r\n\r\nhalf"), "HTTP로 읽히지 않는", True, 3),
        (raw(HEAD + b"X: " + b"x" * 300_000 + b"\r\n\r\n"), "HTTP로 읽히지 않는", True, 3),
        (answer(200, b"abc", Content_Encoding="pied-piper"), "풀 수 없는 압축", False, 1),
    ],
)
def test_faults(server: Server, reply: Reply, reason: str, passing: bool, times: int) -> None:
    server.replies["/1"] = reply
    error = refusal(Fetcher(policy()), server.url("/1"))
    assert reason in error.reason
    assert error.passing is passing
    assert server.pages_asked() == ["/1"] * times


def test_a_host_in_trouble_is_let_alone_for_this_run(server: Server) -> None:
    fetcher = Fetcher(policy(attempts=1))
    for path in ("/1", "/2", "/3", "/4"):
        server.replies[path] = raw(b"")
        error = refusal(fetcher, server.url(path))
    assert "더 묻지 않는다" in error.reason
    assert server.pages_asked() == ["/1", "/2", "/3"]


def test_nothing_listens(server: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "이어지지 않는다" in refusal(Fetcher(policy()), f"http://127.0.0.1:{port}/").reason
    assert server.asked == []


def test_size_is_limited_sent_and_unpacked(server: Server) -> None:
    server.replies["/long"] = answer(200, b"x" * 300_000)
    server.replies["/bomb"] = answer(200, gzip.compress(b"0" * 9_000_000), Content_Encoding="gzip")
    server.replies["/endless"] = raw(HEAD + b"\r\n", *[b"x" * 65536] * 200)
    for path in ("/long", "/bomb", "/endless"):
        assert "너무 큰" in refusal(Fetcher(policy(limit=200_000)), server.url(path)).reason


@pytest.mark.parametrize(
    "parts",
    [
        [HEAD + b"\r\n", *[b"x"] * 100],
        [HEAD, *[b"X-Y: z\r\n"] * 100],
        [b"HTTP", *[b" "] * 100],
    ],
    ids=["body", "headers", "status"],
)
def test_time_is_limited_however_slowly_it_drips(server: Server, parts: list[bytes]) -> None:
    server.replies["/1"] = raw(*parts, pause=0.02)
    fetcher = Fetcher(policy(deadline=0.2, attempts=1, clock=time.monotonic, pause=0.0))
    begun = time.monotonic()
    assert "오래 걸린다" in refusal(fetcher, server.url("/1")).reason
    assert time.monotonic() - begun < 1.5


def test_codings_are_undone(server: Server) -> None:
    body = gzip.compress(HTML.encode())
    server.replies["/1"] = answer(200, body, Content_Encoding="gzip", Content_Type="text/html")
    assert Fetcher(policy()).fetch(server.url("/1")).data.decode() == HTML


CUT = HEAD + b"Connection: close\r\n\r\n" + HTML.encode()[:40]


@pytest.mark.parametrize(
    ("replies", "times", "why"),
    [
        ([raw(CUT), page(HTML)], 2, "a page that stops is asked for again"),
        ([raw(CUT[:-9]), raw(CUT), page(HTML)], 3, "and again"),
        ([raw(HEAD + b"\r\n<!doc"), page(HTML)], 2, "cut in its first words"),
        ([raw(HEAD + b"\r\n"), page(HTML)], 2, "cut before them"),
        ([raw(HEAD + b"\r\n" + HTML.encode())], 1, "its end shows that it is whole"),
        ([raw(HEAD + b"\r\n" + "누리국 특사가 3일 도착했다.".encode())], 1, "no page of HTML"),
        ([answer(200, b"<html><p>no end")], 1, "its length was stated"),
    ],
)
def test_a_page_that_was_cut_off(
    replies: list[Reply], times: int, why: str, server: Server
) -> None:
    server.replies["/1"] = replies
    got = Fetcher(policy()).fetch(server.url("/1"))
    assert server.pages_asked() == ["/1"] * times, why
    assert got.data.startswith((b"<html>", "누".encode())), why


def test_a_page_written_without_its_end_is_taken(server: Server) -> None:
    server.replies["/1"] = raw(CUT)
    assert Fetcher(policy()).fetch(server.url("/1")).data == HTML.encode()[:40]
    assert server.pages_asked() == ["/1", "/1"]


def test_what_is_cut_each_time_elsewhere_is_left_for_later(server: Server) -> None:
    server.replies["/1"] = [raw(CUT[:end]) for end in (-3, -2, -1)]
    error = refusal(Fetcher(policy()), server.url("/1"))
    assert (error.reason, error.passing) == ("대답이 끝까지 오지 않았다", True)
