"""Pages that only send their reader on, and pages that only look so."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.web.serving import Server, answer, page, policy, serving
from haengbo.capture.web import Fetcher
from haengbo.capture.web.hops import sent_on
from haengbo.capture.web.policy import FetchError

NEWS = "<p>가람국 특사가 3일 새솔시에 도착했다고 가람통신이 4일 보도했다.</p>" * 12


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('<meta http-equiv="refresh" content="0; url=/news/7">', "/news/7", "at once"),
        ("<META HTTP-EQUIV=Refresh CONTENT='3;URL=\"https://a.example/7\"'>", "https://a.example/7", "old spelling, quoted"),
        ('<meta http-equiv="refresh" content="1,/news/7">', "/news/7", "a comma, no url="),
        ('<meta http-equiv="refresh" content="300">', None, "loads itself again"),
        ('<meta http-equiv="refresh" content="60;url=/home">', None, "meant for a reader who has read"),
        (f'<meta http-equiv="refresh" content="5;url=/news/7">{NEWS}', None, "there is news to read"),
        ("<script>location.href='/news/7';</script>", "/news/7", "a script that does nothing else"),
        ('<script>\nwindow.location.replace("/news/7")\n</script>', "/news/7", "replace"),
        ('<script>top.location = "https://a.example/7"</script>', "https://a.example/7", "out of a frame"),
        ("<script>location.href = '/news?id=' + id;</script>", None, "an address that a script works out"),
        ("<script>if (a) { mylocation = '/x'; }</script>", None, "another name"),
        ("<script>location.href='#top';</script>", None, "a place on this page"),
        ("<frameset rows='0,*'><frame src=/banner><frame src=/news/7></frameset>", "/news/7", "a frame that holds all"),
        ("<iframe id=mainFrame src='/PostView?id=7'></iframe>", "/PostView?id=7", "a blog in a frame"),
        ("<p>읽을 글</p><iframe src='/ad'></iframe>", None, "an advertisement's frame"),
        ("가람국 특사가 도착했다.", None, "no markup"),
        ("", None, "nothing"),
    ],
)  # fmt: skip
def test_where_a_page_sends(text: str, expected: str | None, why: str) -> None:
    assert sent_on(text.encode()) == expected, why


@given(st.binary(max_size=300))
def test_any_bytes_send_somewhere_or_nowhere(data: bytes) -> None:
    assert sent_on(b"<meta http-equiv=refresh>" + data) is None or data


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as known:
        yield known


def test_a_page_that_sends_on_is_followed_like_a_redirect(server: Server) -> None:
    server.replies["/old"] = page('<meta http-equiv="refresh" content="0;url=/frame">')
    server.replies["/frame"] = page("<frameset><frame src='/news/7'></frameset>")
    server.replies["/news/7"] = page(NEWS)
    found = Fetcher(policy()).fetch(server.url("/old"))
    assert found.url == server.url("/news/7")
    assert found.data.decode() == NEWS


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://10.0.0.1/", "공개된 주소가 아니다"),
        ("file:///etc/passwd", "http나 https 주소가 아니다"),
        ("/closed", "robots.txt가 허락하지 않는다"),
        ("/round", "넘겨주기가 너무 많다"),
    ],
)
def test_it_is_checked_like_one(server: Server, target: str, reason: str) -> None:
    server.replies["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /closed")
    server.replies["/old"] = page(f'<meta http-equiv="refresh" content="0;url={target}">')
    server.replies["/round"] = page('<meta http-equiv="refresh" content="0;url=/old">')
    with pytest.raises(FetchError, match=reason):
        Fetcher(policy()).fetch(server.url("/old"))


def test_a_page_that_names_itself_is_the_page(server: Server) -> None:
    server.replies["/news"] = page('<meta http-equiv="refresh" content="5;url=/news"><p>소식</p>')
    assert Fetcher(policy()).fetch(server.url("/news")).url == server.url("/news")
