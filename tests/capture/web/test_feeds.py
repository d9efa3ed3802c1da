"""Feeds, sitemaps, lists of feeds."""

from __future__ import annotations

import gzip

import pytest

from haengbo.capture.detect import is_feed
from haengbo.capture.web.feeds import Entry, Found, read_feed

BASE = "https://garam.example/rss/"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="edit" href="/e"/>'
    '<link href="/1"/><updated>2024-11-02T00:00:00Z</updated></entry></feed>'
)
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@pytest.mark.parametrize(
    ("text", "pages", "feeds", "why"),
    [
        (
            (
                "<rss><channel><link>https://garam.example</link><item><title>가</title>"
                "<link>https://garam.example/1?utm_source=rss&amp;id=7#top</link>"
                "<pubDate>Sat, 02 Nov 2024 00:00:00 +0900</pubDate></item>"
                "<item><guid>https://garam.example/2</guid></item><item><title>나</title></item>"
                "</channel></rss>"
            ),
            [
                ("https://garam.example/1?id=7", "Sat, 02 Nov 2024 00:00:00 +0900"),
                ("https://garam.example/2", ""),
            ],
            [],
            "RSS",
        ),
        (ATOM, [("https://garam.example/1", "2024-11-02T00:00:00Z")], [], "Atom"),
        (
            (
                f'<urlset xmlns="{SITEMAP}"><url><loc> https://garam.example/1 </loc>'
                "<lastmod>2024-11-02</lastmod></url></urlset>"
            ),
            [("https://garam.example/1", "2024-11-02")],
            [],
            "a sitemap",
        ),
        (
            (
                f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>/s1.xml.gz</loc></sitemap>'
                "</sitemapindex>"
            ),
            [],
            [("https://garam.example/s1.xml.gz", "")],
            "an index",
        ),
        (
            (
                '<opml><body><outline text="가"><outline xmlUrl="https://a.example/rss"/></outline>'
                "</body></opml>"
            ),
            [],
            [("https://a.example/rss", "")],
            "OPML",
        ),
        (
            (
                '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" '
                'href="/rss.xml"></head><body>가</body></html>'
            ),
            [],
            [("https://garam.example/rss.xml", "")],
            "a page that names its feed",
        ),
        (
            "<rss><channel><item><link>https://garam.example/1</link></item><item><link>http",
            [("https://garam.example/1", "")],
            [],
            "cut off",
        ),
        (
            (
                "<rss><channel><item><link>javascript:alert(1)</link></item>"
                "<item><link>file:///etc/passwd</link></item><item><link>http://[</link></item>"
                "<item><guid>tag:garam,2024:7</guid></item></channel></rss>"
            ),
            [],
            [],
            "no address of the web",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_what_is_listed(
    text: str, pages: list[tuple[str, str]], feeds: list[tuple[str, str]], why: str
) -> None:
    entries, further = (tuple(Entry(*one) for one in given) for given in (pages, feeds))
    expected = Found(entries, further, cut=why == "cut off")
    for data in (text.encode(), gzip.compress(text.encode())):
        assert read_feed(data, BASE) == expected, why


def test_no_entity_is_opened() -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "xxxxxxxx">'
        '<!ENTITY c "&b;&b;&b;&b;">]><rss><channel><item><link>https://a.example/&a;&c;</link>'
        "</item></channel></rss>"
    )
    found = read_feed(bomb.encode(), BASE)
    assert found is not None
    assert [entry.url for entry in found.pages] == ["https://a.example/"]


@pytest.mark.parametrize("text", ["", "가", "{}", "<html><body>가</body></html>", "<note/>"])
def test_what_is_no_feed(text: str) -> None:
    assert read_feed(text.encode(), BASE) is None
    assert not is_feed(text.encode())


def test_a_feed_is_told_from_a_page_about_feeds() -> None:
    assert is_feed(ATOM.encode())
    assert not is_feed(b"<html><body><pre>&lt;rss&gt; <rss></pre>")
