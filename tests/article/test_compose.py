"""The whole stage: what is known, what is inferred, what is no article."""

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article
from haengbo.model.page import Known, MediaType, Page


def article_of(text: str, knowledge: Knowledge, known: Known | None = None) -> Article:
    page = Page("page.txt", text.encode(), MediaType.TEXT, known=known or Known())
    return to_article(page, knowledge)


def test_no_date_where_the_page_gives_none(knowledge: Knowledge) -> None:
    text = "누리국 특사가 3일 평양에 도착했다고 가람통신이 4일 보도했다."
    assert article_of(text, knowledge).published is None


@pytest.mark.parametrize(
    ("data", "media_type", "reason"),
    [
        ("", MediaType.TEXT, "빈 파일"),
        ("  \n", MediaType.HTML, "빈 파일"),
        ("로그인 | 회원가입\n관련기사\nⓒ 가람신문", MediaType.TEXT, "본문을 찾지 못했다"),
        ("<html><body><nav>홈</nav></body></html>", MediaType.HTML, "본문을 찾지 못했다"),
        ("<!-- -->", MediaType.HTML, "본문을 찾지 못했다"),
    ],
)
def test_pages_without_an_article(
    data: str, media_type: MediaType, reason: str, knowledge: Knowledge
) -> None:
    with pytest.raises(PageError, match=reason) as caught:
        to_article(Page("page", data.encode(), media_type), knowledge)
    assert caught.value.page == "page"


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


def test_a_page_in_another_language_is_read_by_a_second_opinion(knowledge: Knowledge) -> None:
    sentence = "The envoy of Nuri arrived in the capital and spoke of coal, grain and railways. "
    body = "".join(f"<p>{sentence * 2}Part {number} follows.</p>" for number in range(4))
    html = f"<html><head><title>Envoy of Nuri arrives</title></head><body>{body}</body></html>"
    article = to_article(Page("page.html", html.encode(), MediaType.HTML), knowledge)
    assert {block.rule for block in article.blocks} == {"opinion:trafilatura"}
    assert article.title == "Envoy of Nuri arrives"
