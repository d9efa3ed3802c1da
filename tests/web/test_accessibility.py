"""axe-core finds nothing on any kind of page: both languages, both themes, desk and phone.

What is looked at is every page that answers (``test_every_kind_of_page_is_looked_at``), in the
states that it has: with something in it, narrowed to nothing, of an empty ledger, refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from haengbo.ledger import Ledger
from haengbo.web.app import create_app
from web.browsing import Visit, Visiting, paths
from web.every_page import EMPTY, Every
from web.routing import site_routes
from web.serving import served

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
ALL = "axe.run(document, {resultTypes: ['violations']})"
#: The other theme changes colours only.
COLOURS = "axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']})"
#: A width and a language change anything but colours, whose rule takes axe the longest.
BUT_COLOURS = (
    "axe.run(document, {rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations']})"
)


def violations(page: Page, run: str) -> list[str]:
    found = page.evaluate(f"{run}.then(r => r.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]


Look = tuple[int, str, str | None]
#: Width, theme and rules of each look at a page; without rules it only has to fit: a language
#: changes what is read out, not how large things are.
LOOKS: dict[str, tuple[Look, ...]] = {
    "ko": ((1280, "light", ALL), (1280, "dark", COLOURS), (390, "light", BUT_COLOURS)),
    "en": ((1280, "light", BUT_COLOURS), (390, "light", None)),
}
WIDTHS = (1440, 1000, 820, 360)


def looked_at(visit: Visit, looks: Sequence[Look]) -> dict[str, list[str]]:
    """What axe finds at each look, and what scrolls sideways; nothing where all is well."""
    wrong, page = {}, visit.page
    page.evaluate(AXE)
    for width, theme, run in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        found = violations(page, run) if run else []
        if found or not visit.fits():
            wrong[f"{width} {theme}"] = found or ["scrolls sideways"]
    return wrong


@pytest.fixture(scope="module")
def short_address(short_client: tuple[TestClient, Every]) -> Iterator[tuple[str, Every]]:
    with served(short_client[1].app) as found:
        yield found, short_client[1]


@pytest.mark.parametrize("lang", list(LOOKS))
def test_axe_finds_nothing(browser: Browser, short_address: tuple[str, Every], lang: str) -> None:
    address, every = short_address
    visit = Visit(browser, address, 1280, lang)
    name, value = every.cookie
    visit.page.context.add_cookies([{"name": name, "value": value, "url": address}])
    wrong = {}
    for kind, path in every.paths.items():
        visit.go(path)
        if found := looked_at(visit, LOOKS[lang]):
            wrong[kind] = found
    visit.close()
    assert wrong == {}
    assert visit.outside == []


@pytest.mark.parametrize(("lang", "width"), [("ko", 390), ("en", 1280)])
def test_axe_finds_nothing_on_an_empty_site(
    browser: Browser, tmp_path: Path, lang: str, width: int
) -> None:
    with served(create_app(str(tmp_path / "empty.db"))) as address:
        visit = Visit(browser, address, width, lang)
        found = {}
        for path in EMPTY:
            visit.go(path)
            if wrong := looked_at(visit, ((width, "light", ALL),)):
                found[path] = wrong
        visit.close()
    assert found == {}


def test_axe_finds_nothing_at_the_door(browser: Browser, short_address: tuple[str, Every]) -> None:
    visit = Visit(browser, short_address[0], 390, "ko")
    visit.go("/login")
    assert looked_at(visit, LOOKS["ko"]) == {}
    visit.page.fill("input[name=name]", "아무개")
    visit.page.fill("input[name=password]", "틀린 말")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".wrong")
    assert looked_at(visit, LOOKS["ko"]) == {}
    visit.close()


def test_every_kind_of_page_is_looked_at(short_client: tuple[TestClient, Every]) -> None:
    every = short_client[1]
    seen = [path.split("?")[0] for path in every.paths.values()]
    missed = [
        route.path
        for route in site_routes(every.app)
        if "GET" in (route.methods or ())
        and route.response_class is HTMLResponse
        and not any(re.fullmatch(route.path_regex, path) for path in seen)
    ]
    assert missed == []


def test_nothing_scrolls_sideways(visiting: Visiting, sample_ledger: Ledger) -> None:
    """At widths between; those of a desk and a phone are looked at with axe."""
    visit = visiting(WIDTHS[0])
    wide = []
    for name, path in paths(sample_ledger).items():
        visit.go(path)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            if not visit.fits():
                wide.append(f"{name} {width}")
    assert wide == []
    assert visit.outside == []
