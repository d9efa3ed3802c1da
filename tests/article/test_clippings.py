"""Rows of tables and items of searches → articles."""

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.article import BlockKind
from haengbo.model.clipping import Clipping
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.record import article_from_dict, article_to_dict

BODY = (
    "(서울=새솔통신) 민들레 기자 = 누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다.\n"
    "특사는 이날 외무성 청사에서 홍가람 부상을 만나 두 나라의 협조 문제를 논의했"
)


def page(clipping: Clipping, known: Known | None = None) -> Page:
    return Page("a1", clipping.to_bytes(), MediaType.CLIPPING, known or Known(), charset="utf-8")


def test_a_clipping_is_an_article(knowledge: Knowledge) -> None:
    clipping = Clipping(
        "bigkinds",
        "누리국 특사, 평양 도착",
        BODY,
        published="2024-11-02",
        outlet="가람신문",
        authors=("민들레",),
        url="https://garam.example/1",
        cut=True,
        left_out="중복",
    )
    article = to_article(page(clipping), knowledge)
    assert article.title == "누리국 특사, 평양 도착"
    assert [b.number for b in article.of_kind(BlockKind.BODY)] == [1, 2]
    assert article.text.endswith("논의했"), "a cut sentence is still body"
    assert article.outlet is not None
    assert article.published is not None
    assert (article.outlet.value, article.outlet.rule) == ("가람신문", "clipping:outlet")
    assert (article.published.value, article.url) == ("2024-11-02", "https://garam.example/1")
    assert [author.value for author in article.authors] == ["민들레"]
    assert [finding.code for finding in article.findings] == ["body-cut", "left-out-by-source"]
    assert article_from_dict(article_to_dict(article)) == article


def test_what_the_user_states_goes_before_it(knowledge: Knowledge) -> None:
    clipping = Clipping("table", "누리국 특사, 평양 도착", BODY, published="2024-11-02")
    article = to_article(page(clipping, Known("2024-11-05", "새솔일보", None)), knowledge)
    assert article.published is not None
    assert article.outlet is not None
    assert (article.published.value, article.outlet.value) == ("2024-11-05", "새솔일보")


def test_captions_and_copyright_lines_stay_what_they_are(knowledge: Knowledge) -> None:
    body = BODY.replace("논의했", "논의했다.") + (
        "\n▲ 누리국 특사가 공항에 내리고 있다. /가람통신\n"
        "그는 4일 떠난다.\nⓒ 가람신문, 무단 전재 및 재배포 금지"
    )
    article = to_article(page(Clipping("table", "누리국 특사 도착", body)), knowledge)
    assert [block.kind.value for block in article.blocks] == [
        *("title", "body", "body", "caption", "body", "boilerplate"),
    ]


@pytest.mark.parametrize("data", ["{}", "[]", "no json", '{"colour": 1}'])
def test_what_is_no_clipping_is_an_error(data: str, knowledge: Knowledge) -> None:
    with pytest.raises(PageError):
        to_article(Page("a", data.encode(), MediaType.CLIPPING), knowledge)
