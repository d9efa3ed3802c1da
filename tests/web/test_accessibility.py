"""axe-core finds nothing on any page, in both themes and at two widths; all pages fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from haengbo.ledger import Ledger
from web.browsing import Visit, paths

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
ALL = "axe.run(document, {resultTypes: ['violations']})"
#: The other theme changes colours only.
COLOURS = "axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']})"


def violations(page: Page, run: str) -> list[str]:
    found = page.evaluate(f"{run}.then(r => r.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]


@pytest.mark.parametrize(("lang", "widths"), [("ko", (1440, 390)), ("en", (1440,))])
def test_axe_finds_nothing(
    browser: Browser, address: str, sample_ledger: Ledger, lang: str, widths: tuple[int, ...]
) -> None:
    wrong: dict[str, list[str]] = {}
    visit = Visit(browser, address, 1440, lang)
    for name, path in paths(sample_ledger).items():
        page = visit.go(path)
        page.evaluate(AXE)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            for theme, run in (("light", ALL), ("dark", COLOURS)):
                page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
                if found := violations(page, run):
                    wrong[f"{name} {width} {theme}"] = found
    visit.close()
    assert wrong == {}


@pytest.mark.parametrize("width", [1440, 1000, 820, 390, 360])
def test_nothing_scrolls_sideways(
    browser: Browser, address: str, sample_ledger: Ledger, width: int
) -> None:
    visit = Visit(browser, address, width)
    wide = []
    for name, path in paths(sample_ledger).items():
        visit.go(path)
        if not visit.fits():
            wide.append(name)
    visit.close()
    assert wide == []
    assert visit.outside == []
