"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

import pytest

from haengbo.capture.web.robots import parse


@pytest.mark.parametrize(
    ("text", "path", "expected", "why"),
    [
        ("", "/a", True, "nothing said"),
        ("User-agent: *\nDisallow:", "/a", True, "nothing disallowed"),
        ("User-agent: *\nDisallow: /a", "/ab", False, "a beginning"),
        ("User-agent: *\nDisallow: /a/", "/a", True, "no beginning"),
        ("User-agent: *\nDisallow: /a\nAllow: /a/news", "/a/news/1", True, "the longer decides"),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True, "of two of one length, allow"),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php", False, "star and end"),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php?c", True, "not the end"),
        ("User-agent: *\nDisallow: /*?print=", "/view?id=3&print=1", True, "no such piece"),
        ("User-agent: *\nDisallow: /*print=", "/view?id=3&print=1", False, "a piece"),
        ("User-agent: other\nDisallow: /", "/a", True, "somebody else"),
        ("User-agent: other\nUser-agent: haengbo\nDisallow: /", "/a", False, "a group of two"),
        ("User-agent: haengbo\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/a", True, "ours"),
        ("user-agent : HAENGBO # us\ndisallow : /a # no", "/a", False, "case and comments"),
        ("User-agent: *\nDisallow: /뉴스", "/%EB%89%B4%EC%8A%A4/1", False, "one spelling"),
        ("Disallow: /", "/a", True, "a rule of nobody"),
        ("User-agent: *\nDisallow: /a*a*a*a*a*a*a*b", "/" + "a" * 3000, True, "linear"),
    ],
)
def test_paths(text: str, path: str, expected: bool, why: str) -> None:
    assert parse(text, "haengbo").allows(path) is expected, why


def test_pause_and_sitemaps() -> None:
    text = "Sitemap: https://a.example/s.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x"
    rules = parse(text, "haengbo")
    assert (rules.pause, rules.sitemaps) == (2.5, ("https://a.example/s.xml",))
    assert parse("User-agent: *\nCrawl-delay: soon", "haengbo").pause is None
