"""A team in a real Chromium: log in, make a key, log out, in both languages and sizes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from haengbo.web.app import create_app
from web.accounts.conftest import PASSWORD
from web.browsing import Visit
from web.serving import served
from web.test_accessibility import ALL, AXE, violations

pytestmark = pytest.mark.browser


def accessible(page: Page) -> None:
    page.evaluate(AXE)
    assert violations(page, ALL) == []


@pytest.mark.parametrize(("width", "lang"), [(1440, "ko"), (390, "en")])
def test_a_day_of_an_admin(browser: Browser, location: str, width: int, lang: str) -> None:
    with served(create_app(location, team=True)) as address:
        visit = Visit(browser, address, width, lang)
        page = visit.go("/queue")
        accessible(page)
        page.fill("input[name=name]", "나관리")
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector(".ask h2")
        visit.check()
        visit.go("/account")
        page.fill("input[name=label]", "밤마다 내보내기")
        page.locator("#tokens form button").first.click()
        expect(page.locator("code.secret")).to_contain_text("haengbo_")
        visit.check()
        accessible(page)
        visit.go("/accounts")
        visit.check()
        accessible(page)
        visit.go("/account")
        page.locator("form[action='/logout'] button").click()
        page.wait_for_selector(".login")
        assert visit.go("/").locator(".login").count() == 1
        visit.check()
        visit.close()
