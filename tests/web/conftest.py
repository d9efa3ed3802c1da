"""The site over the samples: a client that speaks to it, and a server for the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from haengbo.knowledge import Knowledge
from haengbo.web.app import create_app
from web.browsing import ARGS, Visit, Visiting
from web.every_page import Every, enter, fill, fill_with_few
from web.serving import served


@pytest.fixture(scope="session")
def client(sample_location: str) -> Iterator[TestClient]:
    with TestClient(create_app(sample_location)) as opened:
        yield opened


@pytest.fixture(scope="session")
def shown(client: TestClient) -> Callable[[str], str]:
    """What the site says in Korean at an address; asked once, for many look at the same pages."""
    return lru_cache(maxsize=None)(lambda path: client.get(path).text)


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


@pytest.fixture(scope="session")
def every_client(
    sample_location: str, tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge
) -> Iterator[tuple[TestClient, Every]]:
    """A client that is logged in where every kind of page has something to show."""
    location = str(tmp_path_factory.mktemp("every") / "annals.db")
    fill(location, sample_location, knowledge)
    with _entered(location) as found:
        yield found


@pytest.fixture(scope="session")
def short_client(
    tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge
) -> Iterator[tuple[TestClient, Every]]:
    """The same over few pages: what is looked at element by element takes a tenth of the time."""
    location = str(tmp_path_factory.mktemp("short") / "annals.db")
    fill_with_few(location, knowledge)
    with _entered(location) as found:
        yield found


@contextmanager
def _entered(location: str) -> Iterator[tuple[TestClient, Every]]:
    app = create_app(location, team=True)
    with TestClient(app) as opened:
        yield opened, enter(opened, app)


@pytest.fixture(scope="session")
def empty_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a site over an empty ledger."""
    location = str(tmp_path_factory.mktemp("empty") / "annals.db")
    with TestClient(create_app(location)) as opened:
        yield opened
