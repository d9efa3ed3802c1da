"""A visitor in a real Chromium: from the chronicle to a sentence, in both languages and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.browser
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"wide": 1440, "tablet": 820, "phone": 360}


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=ARGS)
        yield opened
        opened.close()


class Visit:
    """A page with what went wrong on it."""

    def __init__(self, browser: Browser, address: str, width: int, lang: str, theme: str) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900})
        choices = {"haengbo-lang": lang, "haengbo-theme": theme}
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in choices.items()]
        )
        self.page: Page = context.new_page()
        self.address = address
        self.wrong: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def _heard(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.wrong.append(getattr(message, "text", ""))

    def _asked(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.address, "data:")):
            self.outside.append(url)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def check(self) -> None:
        """Nothing failed, nothing came from elsewhere, nothing scrolls sideways."""
        assert self.wrong == []
        assert self.outside == []
        width = self.page.evaluate("document.documentElement.clientWidth")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width


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


@pytest.mark.parametrize("path", ["/actor/김정은", "/actors", "/statements", "/search?q=러시아"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_other_pages_fit(browser: Browser, address: str, path: str, size: str) -> None:
    visit = Visit(browser, address, WIDTHS[size], "ko", "dark")
    visit.go(path)
    visit.check()


def test_the_strip_is_drawn_for_each_width(browser: Browser, address: str) -> None:
    for width, shown in ((1440, ".at-wide"), (1000, ".at-mid"), (390, ".at-narrow")):
        visit = Visit(browser, address, width, "ko", "light")
        page = visit.go("/")
        visible = [s for s in (".at-wide", ".at-mid", ".at-narrow") if page.is_visible(s)]
        assert visible == [shown]


def test_a_facet_narrows_and_is_taken_back(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440, "ko", "light")
    page = visit.go("/")
    before = page.locator(".entry, .folded").count()
    page.locator(".facets .ch-security a").click()
    page.wait_for_selector(".chosen")
    assert page.locator(".entry:not(.ch-security)").count() == 0
    page.locator(".chosen a").first.click()
    page.wait_for_selector(".chosen", state="detached")
    assert page.locator(".entry, .folded").count() == before


def test_keys_move_between_entries(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440, "ko", "light")
    page = visit.go("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".entry").nth(1).get_attribute("class").endswith("here")  # type: ignore[union-attr]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_finding_explains_itself_on_focus(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440, "ko", "light")
    page = visit.go("/")
    page.locator(".entry .to").first.click()
    page.wait_for_selector(".art .fnd")
    finding = page.locator(".art .fnd").first
    finding.focus()
    assert finding.locator(".tip").first.is_visible()


def test_search_finds_northern_spelling(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, 1440, "ko", "light")
    page = visit.go("/")
    page.fill("#q", "러시아")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")
    assert "로씨야" in page.locator("main").inner_text()
    visit.check()
