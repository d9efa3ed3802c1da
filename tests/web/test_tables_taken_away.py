"""Every table of every page can be taken away as CSV, every drawing as SVG and PNG with its data.

The pages are walked, so that a table or a drawing added to one is asked for as well.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from haengbo.capture import collect
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, accounts
from haengbo.ledger.accounts import Role
from haengbo.pipeline import ingest
from haengbo.web.app import create_app
from web.accounts.conftest import PASSWORD, token
from web.browsing import paths
from web.markup import nodes, parsed, strings

VERSIONS = Path(__file__).parents[2] / "examples" / "versions"
_ENDING = re.compile(r"\.(csv|json|svg|png)(?:\?|$)")
_BYTES = {"svg": b"<svg", "png": b"\x89PNG"}
#: Marks, glyphs and the rulers of chapters: parts of a line of text or of a list taken away whole.
_SMALL = {"st", "chain-glyph", "days"}


def near(found: HtmlElement, kind: str) -> list[str]:
    """Addresses of a kind in the section of a table or drawing, else among the page's own."""
    around = nodes(found, "ancestor::*[self::section or self::figure]//a")
    own = nodes(found, "//*[contains(@class, 'running') or contains(@class, 'crumb')]//a")
    for links in (around, own):
        addresses = [str(link.get("href")) for link in links]
        if fitting := [a for a in addresses if kind in _ENDING.findall(a)]:
            return fitting
    return []


def tables(page: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    for table in nodes(page, "//main//table"):
        yield table, len(nodes(table, ".//tbody/tr[td[2]]"))


def drawings(page: HtmlElement) -> list[HtmlElement]:
    every = nodes(page, "//main//*[local-name()='svg'][@role='img' or contains(@class, 'hz-bar')]")
    return [x for x in every if not _SMALL & set(str(x.get("class")).split())]


def asked_for(links: dict[str, list[str]]) -> list[str]:
    return [kind for kind, found in links.items() if not found]


def rows_of(client: TestClient, address: str) -> int:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["content-type"].startswith("text/csv"), address
    return len(list(csv.reader(io.StringIO(answer.text, newline="")))) - 1


def wanting(client: TestClient, path: str) -> list[str]:
    """What of a page cannot be taken away."""
    page = parsed(client.get(path).text)
    wrong = []
    for table, rows in tables(page):
        held = [rows_of(client, address) for address in near(table, "csv")]
        if not any(n >= rows for n in held):
            wrong.append(f"{path} table of {rows} rows: {held}")
    for drawing in drawings(page):
        links = {kind: near(drawing, kind) for kind in ("svg", "png", "csv")}
        wrong += [f"{path} {drawing.get('class')}: no {kind}" for kind in asked_for(links)]
    return wrong


def pictures(client: TestClient, path: str) -> Iterator[str]:
    page = parsed(client.get(path).text)
    for drawing in drawings(page):
        for kind in _BYTES:
            yield from near(drawing, kind)[:1]


def test_of_every_page(client: TestClient, sample_ledger: Ledger) -> None:
    found = [w for path in paths(sample_ledger).values() for w in wanting(client, path)]
    assert found == []


def test_pictures_are_pictures(client: TestClient, sample_ledger: Ledger) -> None:
    # One of each kind of address: the same drawing of another question is drawn the same way
    found = {
        address.partition("?")[0]: address
        for path in paths(sample_ledger).values()
        for address in pictures(client, path)
    }
    assert len(found) >= 2 * len(_BYTES)
    for place, address in found.items():
        start = _BYTES[place.rpartition(".")[2]]
        assert client.get(address).content.startswith(start), address


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[TestClient]:
    """An admin in a team whose ledger holds an article in two versions."""
    location = str(tmp_path_factory.mktemp("team") / "annals.db")
    ledger = Ledger.open(location)
    ingest(ledger, collect([str(VERSIONS)]), knowledge)
    with ledger.writing() as session:
        accounts.add_account(session, "나관리", PASSWORD, Role.ADMIN, "시험")
        accounts.add_token(session, "나관리", "밤마다", Role.READER)
    ledger.close()
    with TestClient(create_app(location, team=True)) as client:
        client.post("/login", data={"token": token(client), "name": "나관리", "password": PASSWORD})
        yield client


@pytest.mark.parametrize("path", ["/account", "/accounts", "/versions/noon.html", "/import"])
def test_of_a_team(team: TestClient, path: str) -> None:
    page = parsed(team.get(path).text)
    assert strings(page, "//main//a[contains(@href, '.csv')]/@href"), path
    assert wanting(team, path) == []
