"""Pages are dropped on a real site; the page tells how it goes, in both languages and sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from haengbo.samples import pages_folder
from haengbo.web.app import create_app
from web.browsing import Visit
from web.serving import served
from web.test_accessibility import ALL, AXE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    with served(create_app(str(tmp_path / "empty.db"), who="나기록")) as address:
        visits: list[Visit] = []

        def start(width: int, lang: str) -> Visit:
            visits.append(Visit(browser, address, width, lang))
            return visits[-1]

        yield start
        for one in visits:
            one.close()


@pytest.mark.parametrize(("width", "lang"), [(1440, "ko"), (390, "en")])
def test_from_an_empty_ledger_to_a_chronicle(
    visit: Callable[..., Visit], tmp_path: Path, width: int, lang: str
) -> None:
    seen = visit(width, lang)
    page = seen.go("/")
    page.locator(".state .btn.main").click()
    page.wait_for_selector(".offer")
    seen.check()
    page.evaluate(AXE)
    assert violations(page, ALL) == []
    broken = tmp_path / "깨진.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    samples = sorted(Path(str(pages_folder())).glob("*.html"))[:4]
    page.set_input_files("input[name=files]", [*samples, broken])
    expect(page.locator(".drop .names")).to_contain_text("깨진.pdf")
    page.locator(".offer .btn.main").click()
    page.wait_for_selector(".run[data-ended='1']", timeout=30000)
    expect(page.locator(".keyline .bad b")).to_have_text("1")
    seen.check()
    page.evaluate(AXE)
    assert violations(page, ALL) == []
    page.locator(".run .btn.main").click()
    page.wait_for_selector(".entry")
    seen.check()
