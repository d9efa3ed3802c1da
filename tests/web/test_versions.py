"""The page on what was changed in an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.capture import collect
from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger
from haengbo.pipeline import ingest
from haengbo.web.app import create_app
from web.markup import nodes, parsed, strings

FOLDER = Path(__file__).parents[2] / "examples" / "versions"


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> str:
    made = str(tmp_path_factory.mktemp("versions") / "annals.db")
    ledger = Ledger.open(made)
    ingest(ledger, collect([str(FOLDER)]), knowledge)
    ledger.close()
    return made


@pytest.fixture
def site(location: str) -> Iterator[TestClient]:
    with TestClient(create_app(location)) as opened:
        yield opened


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_was_changed(site: TestClient, lang: str) -> None:
    answer = site.get("/versions/noon.html", headers={"cookie": f"haengbo-lang={lang}"})
    assert answer.status_code == 200
    page = parsed(answer.text)
    assert "2일" in strings(page, "//main//del/text()")
    assert "3일" in strings(page, "//main//ins/text()")
    assert len(nodes(page, '//p[@class="rev removed"]')) == 1


def test_an_article_leads_to_its_versions(site: TestClient) -> None:
    page = parsed(site.get("/article/morning.html").text)
    links = strings(page, '//a[starts-with(@href, "/versions/")]/@href')
    assert len(links) == 1
    assert site.get(links[0]).status_code == 200


def test_an_event_shows_what_its_articles_said_before(site: TestClient, location: str) -> None:
    ledger = Ledger.open(location)
    (meeting,) = ledger.events(EventFilter(modes=("meeting",))).items
    ledger.close()
    page = site.get(f"/event/{meeting.id}").text
    assert "같은 기사의 앞선 판" in page


def test_a_page_without_versions_has_no_such_page(client: TestClient) -> None:
    assert client.get("/versions/s41-weather.txt").status_code == 404
    assert client.get("/versions/없는쪽").status_code == 404
