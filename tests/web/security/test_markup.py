"""Whatever a field holds, on every page of the site it stays words (stored and reflected XSS)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

import pytest
from lxml import etree
from lxml.html import HtmlElement

from web.markup import nodes, parsed, strings
from web.routing import table
from web.security.conftest import Hostile
from web.security.hostile import MARK, MARKUP, SCRIPT

#: Query names of the whole site: each of them is given an attack at every address.
NAMES = (
    *("who", "type", "mode", "channel", "status", "tag", "from", "to", "place", "q", "order"),
    *("conflicts", "undated", "page", "form", "kind", "by", "word", "old", "new", "a", "b", "days"),
    *("at", "after", "done", "add", "beside", "part", "next", "key", "lang", "theme", "tour"),
)
GETS = [path for method, path in table() if method == "GET" and not path.startswith("/api/")]
#: What a page may be asked to run: elements and attributes that load or execute.
_ELEMENTS = "//iframe[not(@sandbox)] | //object | //embed | //applet | //base | //meta[@http-equiv]"


def harmful(page: HtmlElement) -> Iterator[str]:
    """Whatever on a page could run or load something that is not the site's own."""
    for script in nodes(page, "//script"):
        if not (script.get("src") or "").startswith("/static/") or script.text:
            yield f"script: {etree.tostring(script)[:80]!r}"
    for element in nodes(page, _ELEMENTS):
        yield f"element: {element.tag}"
    for element in page.iter():
        if isinstance(element.tag, str):
            yield from _attributes(element)


def _attributes(element: HtmlElement) -> Iterator[str]:
    for name, value in element.attrib.items():
        low = name.lower()
        if low.startswith("on") or low in {"srcdoc", "style"}:
            yield f"attribute: {element.tag} {name}"
        if low in {"href", "src", "action", "data", "xlink:href", "poster", "background", "ping"}:
            scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme.lower()
            if scheme not in {"", "http", "https"}:
                yield f"address: {element.tag} {value[:60]}"
        if low in {"action", "formaction"} and not re.match(r"/(?!/)", value):
            yield f"form: {value[:60]}"
        loads = element.tag in {"img", "link", "source", "video"} and low in {"src", "href"}
        if loads and not re.match(r"/(?!/)|data:image/", value):
            yield f"from elsewhere: {element.tag} {value[:60]}"


@pytest.mark.parametrize(
    ("markup", "count", "why"),
    [
        ("<p>{{7*7}} &lt;script&gt;</p>", 0, "words"),
        ("<a href='/x'>x</a><script src='/static/haengbo.js' defer></script>", 0, "our own"),
        ("<script>1</script>", 1, "a script in place"),
        ("<script src='//evil.example/x'></script>", 1, "from elsewhere"),
        ("<p onclick=x>", 1, "a handler"),
        ("<a href=' java\nscript:x'>", 1, "an address that runs"),
        ("<a href='data:text/html,x'>", 1, "an address that is a page"),
        ("<img src=x>", 1, "a picture from where the page lies"),
        ("<svg><a xlink:href='javascript:x'/></svg>", 1, "inside a drawing"),
        ("<iframe src='/capture/x'></iframe>", 1, "a frame without a sandbox"),
        ("<form action='//evil.example/'></form>", 1, "a form that leads away"),
        ("<button formaction='http://evil.example/'></button>", 1, "a button that leads away"),
        ("<button formaction='/decide/confirm'></button>", 0, "a button of our own"),
        ("<p style='background:url(x)'>", 1, "a style"),
    ],
)
def test_the_check_finds_what_it_should(markup: str, count: int, why: str) -> None:
    assert len(list(harmful(parsed(f"<html><body>{markup}</body></html>")))) == count, why


#: (address, media type, text) of all that a role is shown.
Crawled = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def crawled(hostile: Hostile) -> Crawled:
    """What a role is shown, asked once."""
    return lru_cache(maxsize=None)(lambda role: list(_crawl(hostile, role)))


def _crawl(hostile: Hostile, role: str) -> Iterator[tuple[str, str, str]]:
    """(address, media type, text) of every route, plain and with an attack in each query name."""
    attack = urlencode([(name, MARKUP) for name in NAMES if name not in {"lang", "theme"}])
    numbers = urlencode([(name, MARKUP) for name in NAMES if name not in _NUMBERS])
    for path in GETS:
        for query in ("", "lang=en", attack, numbers, f"q={quote(MARKUP)}"):
            address = hostile.path(path) + (f"?{query}" if query else "")
            answer = hostile.clients[role].get(address)
            assert answer.status_code < 500, address
            kind = answer.headers["content-type"].partition(";")[0]
            yield address, kind, answer.text


#: Query names whose wrong values are refused before a page is made.
_NUMBERS = {"page", "part", "days", "done", "at", "after", "lang", "theme", "order"}


@pytest.mark.parametrize("role", ["admin", "nobody"])
def test_no_field_runs_on_any_page(crawled: Crawled, role: str) -> None:
    seen: set[str] = set()
    links: set[str] = set()
    for address, kind, text in crawled(role):
        if kind != "text/html" or address.startswith("/capture/"):
            continue
        page = parsed(text)
        assert list(harmful(page)) == [], address
        seen |= {address} if MARK in text else set()
        links |= {a for a in strings(page, "//a/@href | //form/@action") if a.startswith("/")}
    if role == "nobody":
        return
    assert {urlsplit(a).path.split("/")[1] for a in seen} >= {
        *("", "event", "article", "actor", "actors", "statements", "expectations", "expectation"),
        *("pages", "decisions", "queue", "import", "accounts", "network", "months"),
    }, "attacks were on the pages"
    hidden = [link for link in links if SCRIPT.split(":", maxsplit=1)[0] in link.lower()[:12]]
    assert hidden == []


def test_no_field_runs_where_links_lead(hostile: Hostile) -> None:
    start = hostile.clients["admin"].get("/").text
    queue = [a for a in strings(parsed(start), "//a/@href") if a.startswith("/")]
    seen: set[str] = set()
    while queue and len(seen) < 150:
        address = queue.pop(0)
        if address in seen or address.startswith("/static"):
            continue
        seen.add(address)
        answer = hostile.clients["admin"].get(address)
        assert answer.status_code < 500, address
        if not answer.headers["content-type"].startswith("text/html") or "/capture/" in address:
            continue
        page = parsed(answer.text)
        assert list(harmful(page)) == [], address
        queue += [a for a in strings(page, "//a/@href") if a.startswith("/") and a not in seen]
    assert len(seen) > 40


def test_no_template_is_run(hostile: Hostile) -> None:
    answer = hostile.clients["admin"].get("/search", params={"q": "{{7*7}}${7*7}"})
    field = nodes(parsed(answer.text), "//input[@id='q']")[0]
    assert field.get("value") == "{{7*7}}${7*7}"


def test_drawings_and_feeds_are_sound(crawled: Crawled) -> None:
    kinds = set()
    for address, kind, text in crawled("admin"):
        if kind not in {"image/svg+xml", "application/atom+xml"}:
            continue
        kinds.add(kind)
        tree = etree.fromstring(text.encode())
        assert not tree.xpath("//*[local-name()='script' or local-name()='foreignObject']"), address
        handlers = [a for e in tree.iter() for a in e.attrib if str(a).lower().startswith("on")]
        assert handlers == [], address
        links = [str(v) for e in tree.iter() for k, v in e.attrib.items() if "href" in str(k)]
        assert [v for v in links if "script:" in v[:15].lower()] == [], address
    assert kinds == {"image/svg+xml", "application/atom+xml"}
