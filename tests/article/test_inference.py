"""Pages without a date: what their named events tell."""

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article
from haengbo.model.page import Known, MediaType, Page


def article_of(text: str, knowledge: Knowledge, known: Known | None = None) -> Article:
    page = Page("page.txt", text.encode(), MediaType.TEXT, known=known or Known())
    return to_article(page, knowledge)


def test_a_bare_day_and_two_people_of_one_known_event(knowledge: Knowledge) -> None:
    text = "김정은 위원장은 4일 베이징에서 시진핑 주석과 마주 앉아 회담을 했다고 전해졌다."
    article = article_of(text, knowledge)
    assert article.published is not None
    assert (article.published.value, article.published.inferred) == ("2025-09", True)
    assert article.published.span is not None
    assert article.published.span.of(text) == "4일"
    assert [finding.code for finding in article.findings] == ["date-inferred"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("김정은 위원장은 지난달 4일 베이징에서 시진핑 주석과 회담했다고 전해졌다.", "last month"),
        ("김정은 위원장은 4월 4일 베이징에서 시진핑 주석과 회담했다고 전해졌다.", "a month"),
        ("김정은 위원장은 4일 베이징에서 손님을 맞았다고 중국 매체들이 전했다.", "one person"),
        ("김정은과 시진핑은 4일간 함께 지냈다고 매체들이 한목소리로 전했다.", "four days long"),
        ("2027년 김정은은 4일 시진핑과의 회담을 떠올렸다고 매체들이 전했다.", "a later year"),
    ],
)
def test_no_month(text: str, why: str, knowledge: Knowledge) -> None:
    assert article_of(text, knowledge).published is None, why


def test_addresses_of_pictures_give_the_day_as_inferred(knowledge: Knowledge) -> None:
    text = (
        "![항구](https://img.example/cms/2025/05/04/p1.jpg)\n"
        "누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다."
    )
    article = article_of(text, knowledge)
    assert article.published is not None
    assert (article.published.value, article.published.inferred) == ("2025-05-04", True)
    assert "그림 주소" in article.findings[0].message


def test_what_the_user_knows_goes_before_everything(knowledge: Knowledge) -> None:
    text = (
        "입력 2025.05.04 09:10\n"
        "누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다.\n"
        "ⓒ 가람신문"
    )
    known = Known(published="2025-05-05", outlet="새솔일보", url="https://saesol.example/1")
    article = article_of(text, knowledge, known)
    assert article.published is not None
    assert (article.published.value, article.published.rule) == ("2025-05-05", "known:user")
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.rule) == ("새솔일보", "known:user")
    assert article.url == "https://saesol.example/1"
    assert article.findings == ()
