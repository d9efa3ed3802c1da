"""A visitor in a real Chromium: from the chronicle to a sentence, in both languages and sizes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from web.browsing import Visit

pytestmark = pytest.mark.browser
WIDTHS = {"wide": 1440, "tablet": 820, "phone": 360}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("size", list(WIDTHS))
def test_from_the_chronicle_to_the_sentence(
    browser: Browser, address: str, lang: str, size: str
) -> None:
    visit = Visit(browser, address, WIDTHS[size], lang, "light")
    page = visit.go("/")
    visit.check()
    assert page.locator(".entry").count() >= 20
    page.locator(".entry h3 a").first.click()
    page.wait_for_selector(".lede h1")
    visit.check()
    page.locator(".proof .path a", has_text="See" if lang == "en" else "문장").first.click()
    page.wait_for_selector(".art h1")
    visit.check()
    assert page.locator(".f-ev").count() >= 1


def test_the_strip_is_drawn_for_each_width(browser: Browser, address: str) -> None:
    page = Visit(browser, address, 1440).go("/")
    for width, shown in ((1440, ".at-wide"), (1000, ".at-wide"), (390, ".at-narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        assert [s for s in (".at-wide", ".at-narrow") if page.is_visible(s)] == [shown]
        sizes = page.evaluate(
            f"""[...document.querySelectorAll('{shown} text')].map(
              t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
        )
        assert min(sizes) >= 11


def test_a_facet_narrows_and_is_taken_back(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440)
    page = visit.go("/")
    before = page.locator(".entry, .folded").count()
    page.locator(".facets .ch-security a").click()
    page.wait_for_selector(".chosen")
    assert page.locator(".entry:not(.ch-security)").count() == 0
    page.locator(".chosen a").first.click()
    page.wait_for_selector(".chosen", state="detached")
    assert page.locator(".entry, .folded").count() == before


def test_keys_move_between_entries(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440)
    page = visit.go("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".entry").nth(1).get_attribute("class").endswith("here")  # type: ignore[union-attr]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_finding_explains_itself_on_focus(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440)
    page = visit.go("/")
    page.locator(".entry .to").first.click()
    page.wait_for_selector(".art .fnd")
    finding = page.locator(".art .fnd").first
    finding.focus()
    assert finding.locator(".tip").first.is_visible()


def test_search_finds_northern_spelling(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440)
    page = visit.go("/")
    page.fill("#q", "러시아")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")
    assert "로씨야" in page.locator("main").inner_text()
    visit.check()
