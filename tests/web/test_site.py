"""What the site answers: every kind of page, both languages, bad addresses, headers, downloads."""

from __future__ import annotations

import csv
import io
import re

import lxml.html
import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger

_HANGUL = re.compile("[가-힣]")


def paths(ledger: Ledger) -> dict[str, str]:
    """One address of each kind of page."""
    line = max(ledger.all_events(), key=lambda x: (len(x.event.discrepancies), x.pages))
    return {
        "chronicle": "/",
        "narrowed": "/?channel=foreign&from=2024&q=러시아",
        "nothing": "/?who=아무도아닌사람",
        "event": f"/event/{line.id}",
        "article": f"/article/{line.page.name}",
        "actor": "/actor/최선희",
        "actors": "/actors",
        "statements": "/statements",
        "search": "/search?q=러시아",
        "search nothing": "/search?q=뚱딴지같은낱말",
        "missing": "/event/e0000000",
    }


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_page_is_whole(client: TestClient, sample_ledger: Ledger, lang: str) -> None:
    for name, path in paths(sample_ledger).items():
        answer = client.get(path, headers={"cookie": f"haengbo-lang={lang}"})
        assert answer.status_code == (404 if name == "missing" else 200), name
        page = lxml.html.fromstring(answer.text)
        assert page.get("lang") == lang
        assert len(page.xpath("//main//h1 | //main//h2")) >= 1, name
        assert "{{" not in answer.text
        assert "None" not in page.xpath("string(//main)"), name


def test_english_pages_hold_korean_only_where_they_say_so(
    client: TestClient, sample_ledger: Ledger
) -> None:
    for name, path in paths(sample_ledger).items():
        page = lxml.html.fromstring(client.get(path, headers={"cookie": "haengbo-lang=en"}).text)
        for part in page.xpath('//*[@lang="ko"] | //script | //style | //svg | //title'):
            part.drop_tree()
        for place in page.xpath("//*[@placeholder] | //input"):
            place.attrib.pop("placeholder", None)
        left = _HANGUL.search(page.xpath("string(//body)"))
        assert left is None, f"{name}: {page.xpath('string(//body)')[left.start() - 30 :][:80]}"


def test_choices_are_kept_in_a_cookie(client: TestClient) -> None:
    answer = client.get("/?lang=en&who=최선희", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/?who=")
    assert "haengbo-lang=en" in answer.headers["set-cookie"]
    client.cookies.clear()


def test_filters_narrow(client: TestClient) -> None:
    everything = client.get("/events.json").json()
    some = client.get("/events.json?who=최선희").json()
    assert 0 < len(some) < len(everything)
    assert all("최선희" in str(event["participants"]) for event in some)


def test_text_filter_finds_northern_spelling(client: TestClient) -> None:
    pages = lxml.html.fromstring(client.get("/search?q=러시아").text)
    marked = {mark.text_content() for mark in pages.xpath("//mark")}
    assert any("로씨야" in word for word in marked)


def test_an_old_or_short_id_leads_to_the_event(client: TestClient, sample_ledger: Ledger) -> None:
    line = next(iter(sample_ledger.all_events()))
    answer = client.get(f"/event/{line.id}.json")
    assert answer.json()["event"] == line.id


def test_captures_are_sandboxed(client: TestClient, sample_ledger: Ledger) -> None:
    line = next(iter(sample_ledger.all_events()))
    answer = client.get(f"/capture/{line.page.sha256}")
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_headers_forbid_what_is_not_ours(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_pages_have_no_inline_script_or_style(client: TestClient, sample_ledger: Ledger) -> None:
    for path in paths(sample_ledger).values():
        page = lxml.html.fromstring(client.get(path).text)
        assert page.xpath("//script[not(@src)] | //style | //*[@style] | //*[@onclick]") == []


def test_a_foreign_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_csv_opens_in_korean_excel_and_holds_no_formula(client: TestClient) -> None:
    answer = client.get("/events.csv")
    assert answer.content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert rows[0][0] == "event"
    assert all(cell[:1] not in set("=+@") for row in rows for cell in row)


def test_nothing_comes_from_elsewhere(client: TestClient, sample_ledger: Ledger) -> None:
    for path in paths(sample_ledger).values():
        page = lxml.html.fromstring(client.get(path).text)
        sources = page.xpath("//script/@src | //link/@href | //img/@src")
        assert all(source.startswith("/static/") for source in sources)
