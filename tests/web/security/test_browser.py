"""The hostile ledger in a real Chromium: nothing runs, and our own pages break no policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.web.app import create_app
from web.routing import site_routes
from web.security.hostile import MARK, MARKUP, fill
from web.serving import served

pytestmark = pytest.mark.browser


def pages_of(keys: dict[str, str]) -> list[str]:
    """Every address that gives a page or a drawing."""
    patterns = [
        route.path
        for route in site_routes(create_app(":memory:"))
        if "GET" in (route.methods or set()) and not route.path.startswith("/import/{number}")
    ]
    for name, value in keys.items():
        patterns = [pattern.replace(f"{{{name}}}", value) for pattern in patterns]
    drawn = (".csv", ".json", ".ics", ".bib", ".atom")
    return [pattern for pattern in patterns if not pattern.endswith(drawn)]


def test_nothing_runs(browser: Browser, tmp_path: Path, knowledge: Knowledge) -> None:
    location = str(tmp_path / "hostile.db")
    ledger = Ledger.open(location)
    keys = fill(ledger, knowledge)
    ledger.close()
    with served(create_app(location)) as address:
        page = browser.new_page()
        said, violations, asked = _watched(page)
        for path in pages_of(keys):
            for query in ("", "?" + "&".join(f"{n}={MARKUP}" for n in ("q", "who", "word"))):
                page.goto(address + path + query, wait_until="load")
                assert page.title() != MARK
        page.goto(f"{address}/article/{keys['sha256']}?beside=1", wait_until="load")
        assert len(page.frames) == 2, "the capture stands beside the article"
        page.context.close()
    assert said == [], "a dialog"
    own = [text for text in violations if f"/capture/{keys['sha256']}" not in text]
    assert own == [], "a policy"
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def _watched(page: Page) -> tuple[list[str], list[str], list[str]]:
    """Dialogs, complaints of the console and requests, as they come."""
    said: list[str] = []
    violations: list[str] = []
    asked: list[str] = []

    def dialog(one: Dialog) -> None:
        said.append(one.message)
        one.dismiss()

    page.on("dialog", dialog)
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "console",
        lambda message: (
            violations.append(f"{message.text} {message.location.get('url', '')}")
            if "Content Security Policy" in message.text or "sandbox" in message.text
            else None
        ),
    )
    return said, violations, asked


def test_the_watch_would_see_it(browser: Browser) -> None:
    page = browser.new_page()
    said, violations, _ = _watched(page)
    page.set_content(f"<title>x</title>{MARKUP}")
    page.wait_for_timeout(200)
    assert MARK in said
    page.set_content(
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><script>1</script>"
    )
    page.wait_for_timeout(100)
    assert violations
    page.context.close()
