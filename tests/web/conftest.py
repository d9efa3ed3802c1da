"""The site over the samples: a client that speaks to it, and a server for the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from haengbo.web.app import create_app
from web.browsing import ARGS, Visit, Visiting
from web.serving import served


@pytest.fixture(scope="session")
def client(sample_location: str) -> Iterator[TestClient]:
    with TestClient(create_app(sample_location)) as opened:
        yield opened


@pytest.fixture(scope="session")
def address(sample_location: str) -> Iterator[str]:
    """The address of a real server over the samples."""
    with served(create_app(sample_location)) as found:
        yield found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=ARGS)
        yield opened
        opened.close()


@pytest.fixture
def visiting(browser: Browser, address: str) -> Iterator[Visiting]:
    visits: list[Visit] = []

    def start(width: int, lang: str = "ko", theme: str = "light") -> Visit:
        visits.append(Visit(browser, address, width, lang, theme))
        return visits[-1]

    yield start
    for visit in visits:
        visit.close()
