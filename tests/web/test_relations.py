"""Pages of pairs and channels: every figure is the length of a list that can be taken away."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger
from haengbo.web.places import dyad_at, segment
from haengbo.web.relations import Subject, pairs_of, relation_of
from web.markup import nodes, parsed, strings, text

TODAY = dt.date(2026, 11, 26)
PAIR = dyad_at("북한", "러시아")
FILES = ("events", "meetings", "months", "statements", "expectations", "network")


def rows_of(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


@pytest.mark.parametrize("path", [PAIR, "/channel/foreign"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_list_is_a_file_and_every_drawing_a_picture(
    client: TestClient, path: str, lang: str
) -> None:
    page = parsed(client.get(path, headers={"accept-language": lang}).text)
    links = {link.split("?")[0] for link in strings(page, "//p[@class='dl']//@href")}
    for stem in FILES:
        assert f"{path}/{stem}.csv" in links
        assert rows_of(client, f"{path}/{stem}.csv")
    for stem in ("meetings", "network"):
        assert client.get(f"{path}/{stem}.svg").text.startswith("<svg")
        assert client.get(f"{path}/{stem}.png").content.startswith(b"\x89PNG")


def test_figures_are_lengths_of_lists(client: TestClient, sample_ledger: Ledger) -> None:
    found = relation_of(sample_ledger, Subject(sides=("북한", "러시아")), TODAY)
    page = parsed(client.get(PAIR).text)
    said = [int(n) for n in strings(page, "//header[@class='lede']//b/text()")]
    assert said[:2] == [len(found.events), len(found.meetings)]
    events = rows_of(client, f"{PAIR}/events.csv")
    assert len([row for row in events if row["status"] == "occurred"]) == len(found.events)
    assert len(rows_of(client, f"{PAIR}/meetings.csv")) == len(found.meetings)
    months = rows_of(client, f"{PAIR}/months.csv")
    assert all(int(row["events"]) == len(row["ids"].split()) for row in months)
    svg = client.get(f"{PAIR}/meetings.svg").text
    assert svg.count("<circle") == len(found.meetings)


def test_years_keep_zero_rows_but_no_long_stretch_of_them(sample_ledger: Ledger) -> None:
    found = relation_of(sample_ledger, Subject(channel="summit"), TODAY)
    years = [row.year for row in found.years]
    assert any(
        "–" in year and row.events == 0 for year, row in zip(years, found.years, strict=True)
    )
    assert sum(row.events for row in found.years) == len([x for x in found.events if x.day])


def test_the_year_of_the_network_is_kept_in_the_address(client: TestClient) -> None:
    page = parsed(client.get(f"{PAIR}?at=2024").text)
    current = strings(page, "//form[contains(@class, 'slider')]/a[@aria-current]/text()")
    assert current == ["2024"]
    inside = rows_of(client, f"{PAIR}/network.csv?at=2024")
    assert 0 < len(inside) < len(rows_of(client, f"{PAIR}/network.csv"))
    assert {row["first_day"][:4] for row in inside} == {"2024"}
    other = parsed(client.get(f"{PAIR}?at=1066").text)
    assert strings(other, "//form[contains(@class, 'slider')]/a[@aria-current]/@href")


def test_northern_and_short_names_lead_to_the_same_pair(client: TestClient) -> None:
    answer = client.get("/dyad", params={"one": "조선", "other": "로씨야"}, follow_redirects=False)
    assert answer.headers["location"] in {PAIR, dyad_at("조선", "러시아")}
    assert client.get("/dyad", params={"one": "북한", "other": "로씨야"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/channel/none", "what has no channel stands in none"),
        (dyad_at("북한", "북한"), "nobody meets himself"),
        (dyad_at("북한", "아무도 모르는 나라"), "somebody whom no page names"),
    ],
)
def test_what_is_not_there(client: TestClient, path: str, why: str) -> None:
    assert client.get(path).status_code == 404, why


@pytest.mark.parametrize("name", ["AFP/로이터", "100% 말", "가/나%2F다", "..", "북한"])
def test_a_name_is_one_piece_of_the_address(name: str) -> None:
    written = segment(name)
    assert not set(written) & set("/?#")
    assert unquote(written) not in {".", ".."}
    assert unquote(unquote(written)) == name


def test_two_who_never_met_have_a_page_that_says_so(
    client: TestClient, sample_ledger: Ledger
) -> None:
    met = {frozenset((p.one, p.other)) for p in pairs_of(sample_ledger, "person")}
    people = [a.name for a in sample_ledger.actors() if a.kind == "person" and a.events]
    pair = next((a, b) for a in people for b in people if a != b and frozenset((a, b)) not in met)
    answer = client.get(dyad_at(*pair))
    assert answer.status_code == 200
    assert "함께한 사건이 장부에 없다" in answer.text


def test_places_lead_to_each_other(client: TestClient, sample_ledger: Ledger) -> None:
    actor = parsed(client.get(f"/actor/{quote('최선희')}").text)
    assert dyad_at("최선희", "세르게이 라브로프") in strings(actor, "//@href")
    line = next(
        x
        for x in sample_ledger.all_events()
        if x.event.channel == "foreign" and len(x.event.participants) == 2
    )
    event = parsed(client.get(f"/event/{line.id}").text)
    assert "/channel/foreign" in strings(event, "//@href")
    roll = parsed(client.get("/actors").text)
    assert {"/dyad", "/channel"} <= set(strings(roll, "//main//@href"))


def test_lists_of_pairs_and_channels(client: TestClient, sample_ledger: Ledger) -> None:
    pairs = rows_of(client, "/dyad.csv")
    assert len(pairs) == sum(len(pairs_of(sample_ledger, kind)) for kind in ("state", "person"))
    first = parsed(client.get("/dyad").text)
    assert strings(first, "//section[@class='roll'][1]//li/a/@href")[0] == PAIR
    assert re.match(r"사건 \d+", text(first, "string(//section[@class='roll'][1]//li/span)"))
    found = parsed(client.get("/channel").text)
    assert len(nodes(found, "//tbody/tr")) == 9
    assert sum(int(row["events"]) for row in rows_of(client, "/channel.csv")) == sum(
        1 for line in sample_ledger.all_events() if line.day
    )
