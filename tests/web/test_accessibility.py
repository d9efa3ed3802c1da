"""axe-core finds nothing on any page, in both themes and at two widths; all pages fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from haengbo.ledger import Ledger
from web.browsing import Visiting, paths

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
ALL = "axe.run(document, {resultTypes: ['violations']})"
#: The other theme changes colours only.
COLOURS = "axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations']})"


def violations(page: Page, run: str) -> list[str]:
    found = page.evaluate(f"{run}.then(r => r.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]


#: Width, theme and rules of each look at a page. A theme changes colours, a width does not.
LOOKS = ((1440, "light", ALL), (1440, "dark", COLOURS), (390, "light", ALL))
WIDTHS = (1440, 1000, 820, 390, 360)


def looked_at(page: Page, looks: Sequence[tuple[int, str, str]]) -> dict[str, list[str]]:
    """What axe finds at each look; nothing where all is well."""
    wrong = {}
    page.evaluate(AXE)
    for width, theme, run in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        if found := violations(page, run):
            wrong[f"{width} {theme}"] = found
    return wrong


#: Where English differs from Korean in more than words.
ENGLISH = ("chronicle", "event", "article", "actor", "search")


@pytest.mark.parametrize(("lang", "looks"), [("ko", LOOKS), ("en", LOOKS[:1])])
def test_axe_finds_nothing(
    visiting: Visiting,
    sample_ledger: Ledger,
    lang: str,
    looks: Sequence[tuple[int, str, str]],
) -> None:
    visit = visiting(1440, lang)
    found = {name: looked_at(visit.go(path), looks) for name, path in paths(sample_ledger).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_nothing_scrolls_sideways(visiting: Visiting, sample_ledger: Ledger) -> None:
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
