"""Pages of an outlet whose row in the pack says where things stand."""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

from pathlib import Path

import pytest

from article.pages import AUTHOR, CAPTION, DAY, PARAGRAPHS, TITLE, document, p_tags
from haengbo.article import to_article
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.outlet_pages import xpath_of
from haengbo.knowledge.validation import find_problems
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import Known, MediaType, Page

ROW = """
- id: garam
  hosts: [garam.example]
  title: "div.t1"
  subtitle: "div.t2"
  body: "#b"
  captions: [".c9"]
  published: "//td[@class='when']"
  byline: ".who"
  leave_out: ["#b .box"]
"""
#: A page that defeats the general way: two stories side by side, words for dates in odd places.
HARD = document(
    f"<div class=t1>{TITLE}</div><div class=t2>가람국과 누리국</div><table><tr><td class=when>2025-05-04</td>"
    f"<td>2025-05-09 입력</td></tr></table><div class=who>{AUTHOR}</div><div id=b>{p_tags()}<div class=c9>{CAPTION}</div>"
    "<div class=box><p>새솔 시장이 손님맞이 행사를 열었다고 새솔시가 3일 밝혔다.</p></div></div>"
    f"<div id=other>{'<p>누리국 축구단이 결승에 올랐다고 축구 협회가 4일 밝혔다.</p>' * 9}</div>",
    title="가람",
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Knowledge:
    (tmp_path / "outlet_pages.yaml").write_text(ROW, "utf-8")
    return load([tmp_path])


def read(text: str, knowledge: Knowledge, url: str | None) -> Article:
    page = Page("쪽.html", text.encode(), MediaType.HTML, Known(url=url))
    return to_article(page, knowledge)


def texts(article: Article, kind: BlockKind) -> tuple[str, ...]:
    return tuple(block.span.of(article.text) for block in article.of_kind(kind))


def test_a_row_finds_what_the_general_way_does_not(own: Knowledge) -> None:
    article = read(HARD, own, "https://www.garam.example/7")
    assert texts(article, BlockKind.BODY) == PARAGRAPHS
    assert article.title == TITLE
    assert texts(article, BlockKind.SUBTITLE) == ("가람국과 누리국",)
    assert texts(article, BlockKind.CAPTION) == (CAPTION,)
    assert article.published is not None
    assert (article.published.value, article.published.rule) == (DAY, "outlet-page:published")
    assert [(a.value, a.rule) for a in article.authors] == [(AUTHOR, "outlet-page:byline")]
    other = read(HARD, own, "https://garam.example.evil/7")
    assert texts(other, BlockKind.BODY) != PARAGRAPHS, "a row is for its own host"


def test_selectors_that_hit_nothing_say_nothing(own: Knowledge) -> None:
    plain = document(f"<article><h1>{TITLE}</h1><p>입력 2025.05.04 09:10</p>{p_tags()}</article>")
    described = read(plain, own, "https://garam.example/7")
    general = read(plain, own, None)
    assert described.blocks == general.blocks
    assert described.published == general.published


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("h2", "//h2"),
        ("#dic_area", '//*[@id="dic_area"]'),
        ("div.a.b", None),
        ("#x p.date", None),
        ("//div[@id='x']/p", "//div[@id='x']/p"),
    ],
)
def test_selectors(selector: str, expected: str | None) -> None:
    assert expected in (None, xpath_of(selector))


@pytest.mark.parametrize("selector", ["div > p", "//div[", "p:first-child", "a[href]"])
def test_a_broken_selector_is_a_problem_of_the_pack(tmp_path: Path, selector: str) -> None:
    with pytest.raises(ValueError, match="not a selector"):
        xpath_of(selector)
    row = f"- {{id: x, hosts: [x.example], body: {selector!r}}}\n"
    (tmp_path / "outlet_pages.yaml").write_text(row, "utf-8")
    problems = find_problems(load([tmp_path]))
    assert [(p.table, p.row) for p in problems] == [("outlet_pages", "x")]
