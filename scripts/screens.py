"""The pictures of docs/look.md: the sample pages in a site of their own → docs/screens/*.png.

Needs Debian's chromium. Usage: ``python scripts/screens.py``.
"""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from haengbo.capture import collect
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.pipeline import ingest
from haengbo.samples import pages_folder
from haengbo.web.app import create_app

OUT = Path(__file__).parents[1] / "docs" / "screens"
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDE: ViewportSize = {"width": 1440, "height": 1000}
PHONE: ViewportSize = {"width": 390, "height": 844}


def shown(ledger: Ledger) -> list[tuple[str, str, ViewportSize, str, str]]:
    """Name, address, size, language and theme of each picture."""
    line = max(
        (x for x in ledger.all_events() if x.day),
        key=lambda x: (bool(x.event.discrepancies), x.pages),
    )
    return [
        ("chronicle", "/?to=2025-10", WIDE, "ko", "light"),
        ("event", f"/event/{line.id}", WIDE, "ko", "light"),
        ("article", "/article/s21-women-forum.html", WIDE, "ko", "light"),
        ("actor-en-dark", "/actor/최선희", WIDE, "en", "dark"),
        ("expectations", "/expectations", WIDE, "ko", "light"),
        ("chronicle-phone", "/?to=2025-10", PHONE, "ko", "light"),
        ("queue", "/queue", WIDE, "ko", "light"),
        ("queue-phone", "/queue", PHONE, "en", "light"),
        ("wording", "/wording?word=핵심이익&who=김정은", WIDE, "ko", "light"),
        ("sequels", "/sequels?a=channel:security&b=channel:summit&days=60", WIDE, "ko", "light"),
        ("network", "/network", WIDE, "en", "light"),
        ("dyad", "/dyad/북한/러시아", WIDE, "ko", "light"),
        ("channel-phone", "/channel/foreign", PHONE, "en", "light"),
        ("calendar", "/expectations/calendar", WIDE, "ko", "light"),
        ("import", "/import", WIDE, "ko", "light"),
        ("tour", "/tour/2", WIDE, "en", "light"),
        ("days", "/?from=2025-06&to=2025-06", WIDE, "ko", "light"),
        ("days-phone", "/?from=2025-06&to=2025-06", PHONE, "en", "light"),
        ("search", "/search?q=Sergey Lavrov", WIDE, "en", "light"),
        ("search-phone", "/search?q=로씨야", PHONE, "ko", "light"),
    ]


def serve(location: str) -> tuple[uvicorn.Server, str]:
    """A server over a ledger, started; and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(location), port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return server, f"http://127.0.0.1:{port}"


def picture(browser: Browser, address: str, shot: tuple[str, str, ViewportSize, str, str]) -> None:
    """One picture."""
    name, path, size, lang, theme = shot
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    choices = {"lang": lang, "theme": theme}
    context.add_cookies(
        [{"name": f"haengbo-{k}", "value": v, "url": address} for k, v in choices.items()]
    )
    page = context.new_page()
    page.goto(address + path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=OUT / f"{name}.png")
    context.close()


def main() -> None:
    """All pictures."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        location = str(Path(folder) / "samples.db")
        ledger = Ledger.open(location)
        ingest(ledger, collect([str(pages_folder())]), load())
        server, address = serve(location)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
            for shot in shown(ledger):
                picture(browser, address, shot)
            browser.close()
        server.should_exit = True
        ledger.close()


if __name__ == "__main__":
    main()
