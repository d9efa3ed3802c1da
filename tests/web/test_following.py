"""Sequels on the site: the question in the words of the box, the answer that of the analysis."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from haengbo.analysis.sequels import sequel
from haengbo.ledger import Ledger
from haengbo.ledger.views import EventFilter
from haengbo.web.following import dated, filter_of
from web.markup import nodes, parsed, strings, text

QUESTION = "/sequels?a=who:최선희&b=channel:summit&days=60"


@pytest.mark.parametrize(
    ("asked", "expected", "why"),
    [
        ("who:최선희", EventFilter(who=("최선희",), statuses=("occurred",)), "what happened"),
        ("status:예정", EventFilter(statuses=("planned",)), "unless a status is asked for"),
        (
            "type:협의 after:2024-06 before:2025",
            EventFilter(
                types=("CONSULT",),
                statuses=("occurred",),
                since="2024-06-01",
                until="2025-12-31",
            ),
            "words for codes, days from months and years",
        ),
        ("조약", EventFilter(text="조약", statuses=("occurred",)), "bare words"),
    ],
)
def test_questions(asked: str, expected: EventFilter, why: str) -> None:
    assert filter_of(asked) == expected, why


def test_the_answer_is_that_of_the_analysis(client: TestClient, sample_ledger: Ledger) -> None:
    first = dated(sample_ledger, filter_of("who:최선희"))
    second = dated(sample_ledger, filter_of("channel:summit"))
    answer = sequel(first, second, 60)
    page = parsed(client.get(QUESTION).text)
    said = text(page, "string(//p[@class='answer'])")
    assert f"{answer.n}건 가운데 {answer.followed}건" in said
    assert f"p = {answer.p:.3f}" in text(page, "string(//main)")
    assert len(nodes(page, "//section[@id='cases']//tbody/tr")) == answer.n
    assert sum(count for _, count in answer.chance) == 2000
    assert client.get("/sequels/count.json?q=who:최선희").json() == {"n": len(first)}
    csv_rows = client.get(QUESTION.replace("/sequels?", "/sequels.csv?")).text.splitlines()
    assert len(csv_rows) - 1 == sum(max(1, len(c.followers)) for c in answer.cases)


def test_few_cases_are_told_in_words(client: TestClient) -> None:
    page = parsed(client.get("/sequels?a=who:리창&b=channel:summit").text)
    cautions = strings(page, "//ul[@class='cautions']/li/text()")
    assert any("다섯이 못 된다" in caution for caution in cautions)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/sequels", "앞일과 뒷일을 적는다."),
        ("/sequels?a=who:아무도아닌이&b=type:AGREE", "장부에 없다"),
        ("/sequels?a=who:최선희", "뒷일을 적는다."),
    ],
)
def test_what_is_missing_is_said(client: TestClient, address: str, said: str) -> None:
    assert said in client.get(address).text


def test_a_window_is_at_least_a_day(client: TestClient) -> None:
    assert client.get("/sequels?days=0").status_code == 400


def test_drawing(client: TestClient) -> None:
    assert "<circle" in client.get(QUESTION.replace("/sequels?", "/sequels.svg?")).text
