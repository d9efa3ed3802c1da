"""One thing at a time: an event, a page, a reading, an actor, a wording, a sequel."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from haengbo.ledger import Ledger


def test_an_event_with_what_belongs_to_it(api: TestClient, sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda x: x.pages)
    detail = sample_ledger.event(line.id)
    assert detail is not None
    found = api.get(f"events/{line.id}").json()
    assert found["event"]["event"] == line.id
    assert len(found["event"]["reports"]) == len(detail.reports)
    assert [r["event"] for r in found["related"]] == [x.line.id for x in detail.related]
    assert {e["hearer"] for e in found["chain"]} == {e.hearer for e in detail.event.graph.edges}
    assert found["versions"] == list(detail.versions)


def test_a_page_by_name_and_by_hash(api: TestClient) -> None:
    ref = api.get("pages?limit=1").json()["items"][0]
    page = api.get(f"pages/{quote(ref['page'])}").json()
    assert page == api.get(f"pages/{ref['sha256'][:12]}").json()
    assert page["sha256"] == ref["sha256"]
    assert ref["page"] in page["names"]
    assert len(page["events"]) == ref["events"]


def test_copies_name_each_other(api: TestClient, sample_ledger: Ledger) -> None:
    original, copy = sample_ledger.copies()[0].pages[:2]
    page = api.get(f"pages/{quote(copy.name)}").json()
    assert {(c["page"], c["direction"]) for c in page["copies"]} >= {(original.name, "original")}


def test_texts_go_out_only_when_asked_for(api: TestClient, sample_ledger: Ledger) -> None:
    line = next(iter(sample_ledger.all_events()))
    name = quote(line.page.name)
    article = api.get(f"articles/{name}").json()
    assert all(block["text"] is None for block in article["blocks"])
    whole = api.get(f"articles/{name}?text=true").json()
    assert any(line.event.sentence in (block["text"] or "") for block in whole["blocks"])
    reading = api.get(f"readings/{name}").json()
    assert "text" not in reading["article"]
    assert reading["events"]
    assert line.event.sentence in api.get(f"readings/{name}?text=true").json()["article"]["text"]


def test_an_actor(api: TestClient, sample_ledger: Ledger) -> None:
    detail = sample_ledger.actor("최선희")
    assert detail is not None
    found = api.get("actors/최선희").json()
    assert (found["kind"], found["events"]) == ("person", len(detail.events))
    assert found["partners"][0]["events"] >= found["partners"][-1]["events"]
    assert any(role["title"] == "외무상" for role in found["roles"])
    states = api.get("actors?kind=state&name=시아").json()["items"]
    assert [line["name"] for line in states] == ["러시아"]


def test_wording_counts_and_places_agree(api: TestClient) -> None:
    (life,) = api.get("wording?term=핵심이익").json()
    places = api.get("wording/uses?term=핵심이익").json()
    assert life["uses"] == len(places) == sum(text["count"] for text in life["holding"])
    assert life["texts"] == len(life["holding"]) <= life["n"]
    assert (life["first"], life["last"]) == (places[0]["day"], places[-1]["day"])
    assert "핵심리익" in {place["word"] for place in places}
    pack = api.get("wording").json()
    assert pack
    assert all(one["uses"] for one in pack)
    assert api.get("wording?term=없는말이다").json()[0]["first"] is None


def test_a_sequel_lists_its_cases(api: TestClient) -> None:
    params: dict[str, str | int] = {
        "after": "who:쇼이구 mode:visit",
        "then": "mode:letter",
        "days": 30,
    }
    found = api.get("sequels", params=params).json()
    assert found["n"] == len(found["cases"])
    assert found["followed"] == sum(1 for case in found["cases"] if case["followers"])
    assert all(f["days"] <= 30 for case in found["cases"] for f in case["followers"])


@pytest.mark.parametrize(
    "path",
    [
        "events/e000000000000",
        "statements/s0",
        "expectations/x0",
        "pages/none.html",
        "articles/none.html",
        "readings/none.html",
        "actors/아무도아닌사람",
        "decisions/999",
        "sequels?after=who:아무도아닌사람&then=mode:visit",
        "nowhere",
    ],
)
def test_what_is_not_there_is_a_problem(api: TestClient, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404
    assert answer.json()["instance"].endswith(path.partition("?")[0])
