"""The site over the samples: a client that speaks to it, and a server for the browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from haengbo.web.app import create_app
from web.browsing import ARGS, Visit, Visiting


@pytest.fixture(scope="session")
def client(sample_location: str) -> Iterator[TestClient]:
    with TestClient(create_app(sample_location)) as opened:
        yield opened


@pytest.fixture(scope="session")
def address(sample_location: str) -> Iterator[str]:
    """The address of a real server over the samples."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(create_app(sample_location), port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


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
