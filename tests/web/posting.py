"""Forms sent without a browser: the token of a page, and a site over a ledger of one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response

from haengbo.web.app import create_app
from web.markup import parsed, strings


def copy_of(location: str, folder: Path) -> str:
    """A ledger of the samples that a test may write to."""
    return str(shutil.copy(location, folder / "own.db"))


def site_over(location: str, who: str = "나기록") -> TestClient:
    """A client of a site where somebody decides."""
    return TestClient(create_app(location, who=who))


def some_event(client: TestClient) -> str:
    """The id of some event."""
    return str(client.get("/events.json").json()[0]["event"])


def token(client: TestClient) -> str:
    """What this client's forms carry."""
    page = parsed(client.get(f"/event/{some_event(client)}").text)
    return strings(page, "//input[@name='token']/@value")[0]


def send(client: TestClient, address: str, **fields: str | list[str]) -> Response:
    """Send a form as a page of the site would."""
    fields = {"token": token(client), **fields}
    return client.post(address, data=fields, follow_redirects=False)
