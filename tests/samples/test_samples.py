"""The samples hold what their README says, and their gold stands on their text."""

from __future__ import annotations

import html
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from haengbo import samples

PAGES = sorted(samples.pages_folder().iterdir())
STEMS = [page.stem for page in PAGES]
SAMPLE_MARK = "haengbo 견본 기사"
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "DEMAND"),
    *("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE"),
    "ASSAULT",
}
STATUSES = {"occurred", "planned", "predicted", "alleged", "denied", "not_occurred"}


def source(page: Path) -> str:
    data = page.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp949")


@cache
def gold(stem: str) -> dict[str, Any]:
    text = (samples.gold_folder() / f"{stem}.json").read_text("utf-8")
    record: dict[str, Any] = json.loads(text)
    return record


def news(stem: str, page: Path) -> str:
    """Return what a reader of the page sees as news, from the gold's own account of the page."""
    article = gold(stem)["article"]
    if "lines" not in article:
        parts = [article["title"], *article["subtitles"]]
        return "\n".join([*parts, *article["paragraphs"], *article["captions"]])
    lines = source(page).split("\n")
    kinds = ("title", "subtitle", "body", "caption")
    return "\n".join(lines[n - 1] for kind in kinds for n in article["lines"][kind])


def quotes(record: dict[str, Any]) -> list[str]:
    """Return every string of a gold record that must stand on the page as it is."""
    found = [text for event in record["events"] for text in event["evidence"]]
    found += [item["text"] for part in ("statements", "forecasts") for item in record[part]]
    found += [time["surface"] for time in record["times"]]
    return found + [surface for actor in record["actors"] for surface in actor["surfaces"]]


def test_there_are_enough_pages_and_each_has_gold() -> None:
    assert len(PAGES) >= 30
    assert len(set(STEMS)) == len(STEMS)
    assert sorted(path.stem for path in samples.gold_folder().glob("*.json")) == sorted(STEMS)


@pytest.mark.parametrize("page", PAGES, ids=STEMS)
def test_page_says_that_it_is_a_sample_and_parses(page: Path) -> None:
    text = source(page)
    assert SAMPLE_MARK in text
    if page.suffix == ".txt":
        assert SAMPLE_MARK in text.strip().splitlines()[-1]
    else:
        tree = etree.fromstring(text, etree.HTMLParser())
        assert SAMPLE_MARK in "".join(map(str, tree.itertext()))


@pytest.mark.parametrize("page", PAGES, ids=STEMS)
def test_gold_quotes_the_page(page: Path) -> None:
    record = gold(page.stem)
    assert record["id"] == page.stem
    assert record["source"] == page.name
    text = news(page.stem, page)
    assert [quote for quote in quotes(record) if quote not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=STEMS)
def test_gold_accounts_for_the_whole_article(page: Path) -> None:
    article = gold(page.stem)["article"]
    if page.suffix == ".txt":
        filled = {n for n, line in enumerate(source(page).split("\n"), 1) if line.strip()}
        counted = [n for numbers in article["lines"].values() for n in numbers]
        assert sorted(counted) == sorted(filled)
        return
    visible = html.unescape(source(page)).replace("\\", "")
    for text in [article["title"], *article["paragraphs"], *article["captions"]]:
        assert text in visible


@pytest.mark.parametrize("stem", STEMS)
def test_gold_is_consistent_in_itself(stem: str) -> None:
    record = gold(stem)
    actors = {actor["name"] for actor in record["actors"]}
    ids = {event["id"] for event in record["events"]}
    for event in record["events"]:
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert event["key"]
        assert event["evidence"]
        named = {who["name"] for who in event["participants"]} | set(event["reported_by"])
        assert named <= actors, event["key"]
    for statement in record["statements"]:
        assert statement["form"] in {"direct", "indirect", "document"}
        assert statement["occasion"] in ids | {None}
        assert set(statement["reported_by"]) <= actors


def test_groups_name_pages_that_exist() -> None:
    groups = json.loads(samples.groups_file().read_text("utf-8"))
    for name, members in groups.items():
        if name == "conflicts":
            pages = [page for conflict in members for page in conflict["values"]]
        elif name == "copies":
            pages = [page for pair in members for page in pair]
        else:
            pages = list(members)
        assert set(pages) <= set(STEMS), name
    assert sorted(groups["origins"]) == sorted(STEMS)
    copies = {pair[0]: pair[1] for pair in groups["copies"]}
    stated = {stem: gold(stem)["article"]["copy_of"] for stem in STEMS}
    assert {stem: of for stem, of in stated.items() if of} == copies


def test_the_chronicle_is_rich() -> None:
    events = [event for stem in STEMS for event in gold(stem)["events"]]
    occurred = [event for event in events if event["status"] == "occurred" and event["date"]]
    recent = {event["key"]: event["date"][:7] for event in occurred if event["date"] >= "2023-07"}
    assert len(recent) >= 70
    assert len(set(recent.values())) >= 20
    assert {event["status"] for event in events} == STATUSES
    for part in ("forecasts", "wording_changes", "omissions", "patterns"):
        assert any(gold(stem)[part] for stem in STEMS), part
