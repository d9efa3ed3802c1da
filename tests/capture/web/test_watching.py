"""Feeds of a real server, run after run; what was kept can be read again."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from capture.web.serving import Handler, Server, answer, page, policy, serving
from haengbo.capture import collect
from haengbo.capture.web import Fetcher, Recorder, Visits, Watch
from haengbo.capture.web.feeds import Entry
from haengbo.capture.web.watching import by_turns
from haengbo.errors import PageError, PassedError
from haengbo.model.page import Known, Page

NEWS = "<html><body><p>누리국 특사가 {}일 평양에 도착했다.</p></body></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        for number in range(1, 6):
            running.replies[f"/{number}"] = page(NEWS.format(number), ETag=f'"{number}"')
        yield running


def feed(server: Server, *numbers: int, stamp: str = "") -> None:
    items = "".join(
        f"<item><link>{server.url(f'/{number}')}</link><pubDate>{stamp}</pubDate></item>"
        for number in numbers
    )
    text = f"<rss><channel>{items}</channel></rss>"
    etag = f'"{hash(text)}"'

    def reply(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            answer(304)(handler)
        else:
            answer(200, text.encode(), content_type="application/rss+xml", ETag=etag)(handler)

    server.replies["/rss"] = reply


def run(server: Server, visits: Visits, limit: int | None = None) -> list[str]:
    """What one run brings: paths of pages, reasons of failures."""
    server.asked.clear()
    watch = Watch(Fetcher(policy()), visits, limit=limit)
    found = list(watch.feeds([server.url("/rss")]))
    watch.keep()
    return [one.reason if isinstance(one, PageError) else one.name[-2:] for one in found]


def test_only_what_is_new_is_asked_for(server: Server) -> None:
    visits = Visits()
    feed(server, 1, 2)
    assert run(server, visits) == ["/1", "/2"]
    assert run(server, visits) == []
    assert server.pages_asked() == ["/rss"], "and the feed answers that it is unchanged"
    feed(server, 3, 1, 2)
    assert run(server, visits) == ["/3"]
    assert server.pages_asked() == ["/rss", "/3"]


def test_a_page_that_changed_is_asked_for_again_on_condition(server: Server) -> None:
    visits = Visits()
    feed(server, 1, 2, stamp="a")
    run(server, visits)
    feed(server, 1, 2, stamp="b")
    server.replies["/1"] = answer(304)
    server.replies["/2"] = page(NEWS.format(7))
    assert run(server, visits) == ["/2"]
    assert server.headers["if-none-match"] == '"2"'
    assert run(server, visits) == []


@pytest.mark.parametrize(
    ("kept", "again"),
    [(0, ["/1", "/2", "/3"]), (1, ["/1", "/2", "/3"]), (2, ["/2", "/3"]), (3, ["/3"])],
)
def test_a_run_that_was_killed_leaves_nothing_out(
    kept: int, again: list[str], server: Server, tmp_path: Path
) -> None:
    feed(server, 1, 2, 3)
    watch = Watch(Fetcher(policy()), Visits(tmp_path / "visits"))
    pages = watch.feeds([server.url("/rss")])
    for number in range(1, 4):
        assert isinstance(next(pages), Page)
        if number == kept:
            # The page that was handed over last may not be stored yet
            watch.keep()
    watch.close()
    assert run(server, Visits(tmp_path / "visits")) == again


@pytest.mark.parametrize(
    "whole",
    [
        "<rss><channel>{}</channel></rss>",
        '<rdf:RDF xmlns:rdf="urn:rdf">{}</rdf:RDF >\n<!-- made in 1 ms -->',
    ],
)
def test_a_feed_that_was_cut_is_taken_again(whole: str, server: Server) -> None:
    items = "".join(f"<item><link>{server.url(f'/{n}')}</link></item>" for n in (1, 2, 3))
    text = whole.format(items)
    cut = text[: text.index("/2</link>") + 1]
    visits = Visits()
    server.replies["/rss"] = answer(200, cut.encode(), ETag='"a"')
    said, first = run(server, visits)
    assert said == "끝까지 오지 않은 피드다. 읽힌 데까지만 들인다"
    assert first == "/1", "half an address is none"
    server.replies["/rss"] = answer(200, text.encode(), ETag='"a"')
    assert run(server, visits) == ["/2", "/3"]
    assert run(server, visits) == []


@pytest.mark.parametrize("whole", ["<rss/>", "<urlset></urlset>", "\ufeff<feed> </feed>\n"])
def test_an_empty_feed_is_no_cut_one(whole: str, server: Server) -> None:
    server.replies["/rss"] = answer(200, whole.encode())
    assert run(server, Visits()) == []


def test_what_the_limit_left_comes_next_time(server: Server) -> None:
    visits = Visits()
    feed(server, 1, 2, 3)
    assert run(server, visits, limit=2) == ["/1", "/2"]
    assert run(server, visits, limit=2) == ["/3"]
    assert run(server, visits, limit=2) == []


def test_faults_that_pass_are_tried_again_and_others_not(server: Server) -> None:
    visits = Visits()
    feed(server, 1, 2, 3)
    server.replies |= {"/1": answer(503), "/2": answer(404)}
    assert run(server, visits) == ["HTTP 503", "HTTP 404", "/3"]
    server.replies["/1"] = page(NEWS.format(1))
    assert run(server, visits) == ["/1"]
    assert run(server, visits) == []


def test_what_could_not_be_had_is_asked_for_when_the_feed_has_forgotten_it(
    server: Server, tmp_path: Path
) -> None:
    feed(server, 1, 2)
    server.replies["/2"] = answer(503)
    assert run(server, Visits(tmp_path / "visits")) == ["/1", "HTTP 503"]
    feed(server, 3, 1)
    assert run(server, Visits(tmp_path / "visits")) == ["/3", "HTTP 503"]
    server.replies["/2"] = page(NEWS.format(2))
    assert run(server, Visits(tmp_path / "visits")) == ["/2"]
    assert run(server, Visits(tmp_path / "visits")) == []


@pytest.mark.parametrize(
    ("listings", "gaps", "why"),
    [
        ([(1, 2), (3, 4)], [1], "nothing of the first is there"),
        ([(1, 2), (2, 3)], [], "it goes on where it was"),
        ([(1, 2), (1, 2), (3,)], [2], "unchanged in between"),
        ([(1, 2), (3,), (3, 4)], [1], "said once"),
        ([(1, 2), (), (2, 3)], [], "an empty one says nothing"),
        ([(), (1,)], [], "nothing was there to miss"),
        ([(1, 2), (3,), (1, 2)], [1, 2], "what comes back was away too"),
    ],
)
def test_a_feed_that_does_not_go_on_where_it_was_is_named(
    listings: list[tuple[int, ...]], gaps: list[int], why: str, server: Server, tmp_path: Path
) -> None:
    said = []
    for number, listed in enumerate(listings):
        feed(server, *listed)
        visits = Visits(tmp_path / "visits")
        watch = Watch(Fetcher(policy()), visits)
        found = list(watch.feeds([server.url("/rss")]))
        watch.keep()
        watch.close()
        passed = [one for one in found if isinstance(one, PassedError)]
        said += [number for one in passed if one.page == server.url("/rss")]
        assert all(re.search(r"^\d{4}-\S+Z에 실린 \d쪽이 \d{4}-\S+Z에는", p.reason) for p in passed)
    assert said == gaps, why


def test_a_gap_is_said_again_if_the_run_was_killed_before_it_was_noted(
    server: Server, tmp_path: Path
) -> None:
    feed(server, 1, 2)
    run(server, Visits(tmp_path / "visits"))
    feed(server, 3, 4)
    watch = Watch(Fetcher(policy()), Visits(tmp_path / "visits"))
    assert isinstance(next(watch.feeds([server.url("/rss")])), PassedError)
    watch.close()
    gap, *pages = run(server, Visits(tmp_path / "visits"))
    assert "하나도 없다" in gap
    assert pages == ["/3", "/4"]


def test_a_feed_that_was_cut_has_no_gap(server: Server, tmp_path: Path) -> None:
    visits = Visits(tmp_path / "visits")
    feed(server, 1, 2)
    run(server, visits)
    text = f"<rss><channel><item><link>{server.url('/3')}</link></item><item>"
    server.replies["/rss"] = answer(200, text.encode())
    assert len(run(server, visits)) == 2, "it is cut, and a page"
    feed(server, 4, 3, 2)
    assert run(server, visits) == ["/4"], "the cut one is not what it is compared with"


@pytest.mark.parametrize(
    ("rel", "older", "got", "why"),
    [
        ("next", (3, 2), ["/5", "/4", "/3"], "the next page reaches back"),
        ("prev-archive", (3, 2), ["/5", "/4", "/3"], "so does an archive"),
        ("next", (3,), ["gap", "/5", "/4", "/3"], "it does not reach back, and is taken"),
        ("self", (3, 2), ["gap", "/5", "/4"], "another relation"),
    ],
)
def test_the_older_pages_of_a_feed_close_a_gap(
    rel: str, older: tuple[int, ...], got: list[str], why: str, server: Server
) -> None:
    visits = Visits()
    feed(server, 2, 1)
    run(server, visits)
    links = f'<link xmlns="http://www.w3.org/2005/Atom" rel="{rel}" href="/older"/>'
    for path, head, listed in (("/rss", links, (5, 4)), ("/older", links, older)):
        items = "".join(f"<item><link>{server.url(f'/{n}')}</link></item>" for n in listed)
        text = f"<rss><channel>{head}{items}</channel></rss>"
        server.replies[path] = answer(200, text.encode())
    assert ["gap" if len(one) > 2 else one for one in run(server, visits)] == got, why


def test_what_is_owed_for_a_month_is_asked_for_no_more(server: Server, tmp_path: Path) -> None:
    feed(server, 1, 2)
    server.replies["/2"] = answer(503)
    run(server, Visits(tmp_path / "visits"))
    with closing(sqlite3.connect(tmp_path / "visits")) as connection, connection:
        connection.execute("UPDATE owed SET since = date('now', '-40 days')")
    feed(server, 3, 1)
    assert run(server, Visits(tmp_path / "visits")) == ["/3", "HTTP 503"]
    assert run(server, Visits(tmp_path / "visits")) == []


def test_lists_of_feeds_and_indexes_of_sitemaps(server: Server, tmp_path: Path) -> None:
    feed(server, 1)
    urls = f"<urlset><url><loc>{server.url('/2')}</loc></url></urlset>"
    index = f"<sitemapindex><sitemap><loc>{server.url('/map')}</loc></sitemap></sitemapindex>"
    server.replies |= {"/map": answer(200, urls.encode()), "/index": answer(200, index.encode())}
    opml = tmp_path / "feeds.opml"
    lines = "".join(f'<outline xmlUrl="{server.url(path)}"/>' for path in ("/rss", "/index", "/x"))
    opml.write_text(f"<opml><body>{lines}</body></opml>", "utf-8")
    found = list(Watch(Fetcher(policy())).feeds([str(opml), "no/such.opml"]))
    names = [str(one) if isinstance(one, PageError) else one.name[-2:] for one in found]
    assert names == [
        "/1",
        "/2",
        f"{server.url('/x')}: HTTP 404",
        "no/such.opml: 주소도 OPML 파일도 아니다",
    ]


def test_the_home_page_of_a_site_leads_to_its_sitemaps(server: Server) -> None:
    urls = f"<urlset><url><loc>{server.url('/2')}</loc></url></urlset>"
    server.replies |= {"/map": answer(200, urls.encode()), "/": page("<p>대문</p>")}
    server.replies["/robots.txt"] = answer(200, f"Sitemap: {server.url('/map')}".encode())
    (found,) = Watch(Fetcher(policy())).feeds([server.url("/")])
    assert isinstance(found, Page)
    assert found.name == server.url("/2")


def test_an_index_that_names_itself_has_an_end(server: Server) -> None:
    index = f"<sitemapindex><sitemap><loc>{server.url('/index')}</loc></sitemap></sitemapindex>"
    server.replies["/index"] = answer(200, index.encode())
    found = list(Watch(Fetcher(policy())).feeds([server.url("/index")]))
    assert len(found) == 1
    assert len(server.pages_asked()) < 6


def test_addresses_are_pages_with_what_is_known(server: Server) -> None:
    feed(server, 1)
    watch = Watch(Fetcher(policy()), known=Known(outlet="가람신문"))
    urls = [server.url("/1"), server.url("/9"), server.url("/rss")]
    first, missing, rss = collect(urls, web=watch)
    assert isinstance(first, Page)
    assert (first.name, first.charset) == (server.url("/1"), "utf-8")
    assert first.known == Known(None, "가람신문", server.url("/1"))
    assert first.captured is not None
    assert str(missing) == f"{server.url('/9')}: HTTP 404"
    assert isinstance(rss, PageError)
    assert "haengbo watch" in rss.reason


def test_by_default_this_machine_is_not_asked(server: Server) -> None:
    (only,) = collect([server.url("/1")])
    assert isinstance(only, PageError)
    assert "공개된 주소가 아니다" in only.reason
    assert server.asked == []


def test_what_was_kept_gives_the_same_pages(server: Server, tmp_path: Path) -> None:
    feed(server, 1, 2)
    recorder = Recorder(tmp_path / "kept")
    pages = list(Watch(Fetcher(policy(), recorder)).feeds([server.url("/rss")]))
    again = list(collect([str(tmp_path / "kept")]))
    assert [one.name for one in again if isinstance(one, Page)] == [
        one.name for one in pages if isinstance(one, Page)
    ]
    assert again == pages


def test_hosts_take_turns() -> None:
    entries = [Entry(f"https://{host}.example/{n}") for host in "ab" for n in (1, 2)]
    order = [entry.url[8:] for entry in by_turns([*entries, Entry("https://c.example/1")])]
    assert order == [
        *("a.example/1", "b.example/1", "c.example/1", "a.example/2", "b.example/2"),
    ]
