"""What a page says of itself to machines."""

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import BlockKind
from haengbo.model.page import MediaType, Page

NEWS = "<p>누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다.</p>"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (
            (
                "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://garam.example/1"
                f" \n saved date: Sat Nov 02 2024\n--><head><meta charset=utf-8></head><body>{NEWS}"
            ),
            "SingleFile",
        ),
        (
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0025)https://garam.example/1 -->\n"
                f"<html><body>{NEWS}"
            ),
            "a browser",
        ),
    ],
)
def test_a_saved_page_knows_its_address(page: str, why: str, knowledge: Knowledge) -> None:
    article = to_article(Page("a", page.encode(), MediaType.HTML), knowledge)
    assert article.url == "https://garam.example/1", why


def test_pictures_inside_a_page_tell_no_date(knowledge: Knowledge) -> None:
    picture = '<img src="data:image/png;base64,AAAA/2024/11/02/AAAA">'
    page = f"<html><body><article>{picture}{NEWS}</article></body></html>"
    article = to_article(Page("a", page.encode(), MediaType.HTML), knowledge)
    assert article.published is None
    assert "base64" not in article.text


@pytest.mark.parametrize(
    ("printed", "above", "why"),
    [
        ("{title} - 위키뉴스, 우리 모두의 뉴스", "", "a motto longer than the headline"),
        (
            "{title} - 위키뉴스, 우리 모두의 뉴스",
            "<div>위키뉴스, 우리 모두의 뉴스.</div>",
            "the motto stands on the page as well",
        ),
        ("위키뉴스 | {title}", "", "the medium first"),
    ],
)
def test_the_headline_is_what_heads_the_page(
    printed: str, above: str, why: str, knowledge: Knowledge
) -> None:
    title = "외무상, 가람 방문"
    page = (
        f"<title>{printed.format(title=title)}</title><h1>{title}</h1>{above}"
        "<p>외무상이 24일 가람에 도착해 장관을 만났다.</p><p>두 사람은 협력을 논의했다고 한다.</p>"
    )
    article = to_article(Page("p", page.encode(), MediaType.HTML), knowledge)
    titles = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.TITLE]
    assert titles == [title], why
    assert article.outlet is not None
    assert article.outlet.value == "위키뉴스", why
