"""A page that means harm: its markup stays words, its capture stays in a sandbox."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from haengbo.capture import collect
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.pipeline import ingest
from haengbo.web.app import create_app
from web.markup import nodes, parsed, strings

EVIL = "&lt;script&gt;alert(1)&lt;/script&gt;"
IMAGE = "&lt;img src=x onerror=alert(2)&gt;"
PAGE = f"""<!doctype html><html lang="ko"><head><meta charset="utf-8">
<title>김정은, 쇼이구 접견 {EVIL}</title>
<meta property="og:title" content="김정은, 쇼이구 접견 {EVIL}">
<meta property="og:site_name" content="&quot;&gt;{IMAGE}일보">
<meta property="article:published_time" content="2025-06-05T09:00:00+09:00">
<link rel="canonical" href="javascript:alert(3)"></head><body><article>
<h1>김정은, 쇼이구 접견 {EVIL}</h1>
<p>김정은 북한 국무위원장이 4일 평양에서 세르게이 쇼이구 러시아 국가안보회의 서기를 만났다고
조선중앙통신이 5일 보도했다.</p>
<p>김 위원장은 “러시아의 모든 {IMAGE} 대외정책을 지지한다 {EVIL}”고 말했다.</p>
<p>한 {IMAGE} 전문가는 “올해 안에 다시 만날 것 {EVIL}”이라고 내다봤다.</p>
</article></body></html>"""
TEXT = "<script>alert(4)</script>\n최선희 북한 외무상이 3일 모스크바에서 연설했다.\n2025-06-03\n"


@pytest.fixture(scope="module")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge
) -> Iterator[tuple[TestClient, Ledger]]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / 'a"><b onclick=x>#?.html').write_text(PAGE, "utf-8")
    (folder / "plain.txt").write_text(TEXT, "utf-8")
    location = str(folder / "hostile.db")
    ledger = Ledger.open(location)
    ingest(ledger, collect([str(folder / name) for name in _names(folder)]), knowledge)
    with TestClient(create_app(location)) as client:
        yield client, ledger
    ledger.close()


def _names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.suffix in {".html", ".txt"})


def test_markup_of_a_page_stays_words(hostile: tuple[TestClient, Ledger]) -> None:
    client, ledger = hostile
    lines = list(ledger.all_events())
    assert lines
    addresses = [
        *("/", "/pages", "/statements", "/expectations", "/actors", "/months"),
        *(f"/event/{line.id}" for line in lines),
        "/search?q=김정은",
        '/search?q="><img src=x onerror=alert(5)>',
        '/?who="><script>alert(6)</script>&place=<b>&q=<i>',
        '/statements?q="><img src=x>&who=<b>',
        '/actor/"><script>alert(7)</script>',
    ]
    links: set[str] = set()
    for lang in ("ko", "en"):
        for address in addresses:
            page = parsed(client.get(address, headers={"cookie": f"haengbo-lang={lang}"}).text)
            _harmless(page, address)
            links |= {a for a in strings(page, "//a/@href") if a.startswith(("/article", "/actor"))}
    assert any(link.startswith("/article") for link in links)
    for link in sorted(links):
        answer = client.get(link)
        # The language and theme of a page that does not exist lead back to it
        assert answer.status_code == (404 if "alert%287%29" in link else 200), link
        _harmless(parsed(answer.text), link)


def _harmless(page: HtmlElement, address: str) -> None:
    assert nodes(page, "//script[not(starts-with(@src, '/static/'))]") == [], address
    assert nodes(page, "//img | //iframe | //object | //b[@onclick]") == [], address
    handlers = [a for e in page.iter() for a in e.attrib if a.lower().startswith("on")]
    assert handlers == [], address
    assert [h for h in strings(page, "//@href") if h.lower().startswith("javascript")] == [], (
        address
    )


def test_captures_of_every_kind_are_sandboxed(hostile: tuple[TestClient, Ledger]) -> None:
    client, ledger = hostile
    kinds = set()
    for hit in ledger.pages().items:
        answer = client.get(f"/capture/{hit.page.sha256}")
        assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        kinds.add(answer.headers["content-type"].split(";")[0])
    assert kinds == {"text/html", "text/plain"}


def test_pictures_escape_names(hostile: tuple[TestClient, Ledger]) -> None:
    client, ledger = hostile
    for line in ledger.all_events():
        svg = client.get(f"/event/{line.id}/chain.svg")
        assert svg.headers["content-type"].startswith("image/svg+xml")
        assert "<script" not in svg.text
        assert "<img" not in svg.text


def test_json_is_no_page(hostile: tuple[TestClient, Ledger]) -> None:
    client, _ = hostile
    answer = client.get("/events.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert json.loads(answer.text)
