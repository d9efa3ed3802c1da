"""The site builds without a warning, in both languages, and stands by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import yaml

from docsite.running import ROOT

#: Elements that fetch what they name when a page is opened.
FETCHING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Links(HTMLParser):
    """What a page fetches, what it links to, and its anchors."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.linked: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.anchors |= {named["id"]} if "id" in named else set()
        if tag in FETCHING and FETCHING[tag] in named:
            self.fetched.append(named[FETCHING[tag]])
        if tag == "a" and "href" in named:
            self.linked.append(named["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("docs") / "site"
    built = subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(place)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return place


def pages_of(site: Path) -> dict[Path, Links]:
    return {page: Links(page) for page in site.rglob("*.html") if page.name != "404.html"}


def test_nothing_comes_from_another_host(site: Path) -> None:
    for page, links in pages_of(site).items():
        away = [address for address in links.fetched if urlsplit(address).netloc]
        assert away == [], page
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text("utf-8"), sheet


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    pages = pages_of(site)
    broken = []
    for page, links in pages.items():
        for address in [*links.linked, *links.fetched]:
            target, anchor = urldefrag(address)
            if urlsplit(address).scheme or not address:
                continue
            path = (page.parent / unquote(target)).resolve() if target else page
            known = pages.get(path)
            if not path.exists() or (anchor and known and unquote(anchor) not in known.anchors):
                broken.append(f"{page.relative_to(site)} → {address}")
    assert [line for line in broken if "__" not in line] == []


def test_both_languages_have_every_page(site: Path) -> None:
    korean = {page.relative_to(site / "ko") for page in (site / "ko").rglob("*.html")}
    english = {
        page.relative_to(site)
        for page in site.rglob("*.html")
        if "ko" not in page.relative_to(site).parts and page.name != "404.html"
    }
    assert korean == english
    assert "한국어 뉴스" in (site / "ko" / "index.html").read_text("utf-8")


def names_of(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for name, inside in entry.items():
            yield name
            if isinstance(inside, list):
                yield from names_of(inside)


def test_every_page_of_the_nav_has_a_korean_name() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    i18n = next(plugin["i18n"] for plugin in settings["plugins"] if "i18n" in plugin)
    korean = i18n["languages"][1]["nav_translations"]
    assert set(korean) == set(names_of(settings["nav"]))
