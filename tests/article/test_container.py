"""Where the article stands on pages whose markup misleads."""
# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

import pytest

from article.pages import (
    AUTHOR,
    CAPTION,
    COMMENTS,
    FIGURE,
    FOOTER,
    PARAGRAPHS,
    SUBTITLE,
    TITLE,
    document,
    p_tags,
)
from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import MediaType, Page

HEAD = f"<h1>{TITLE}</h1><div>{AUTHOR} 기자 | 2025.05.04 09:10</div>"
DESCRIPTION = "<p class='desc'>{}</p>"
FIRST, REST = PARAGRAPHS[0], PARAGRAPHS[1:]
TABLE = "<table><tr><th>해</th><th>석탄</th></tr><tr><td>2023</td><td>12만t</td></tr><tr><td>2024</td><td>20만t</td></tr></table>"
PAGES = {
    "the whole page in one form, the body called more": document(
        f"<form id='aspnetForm'><div class='menu'><a>홈</a></div><div id='sub_wrap' class='more'>{HEAD}<div class='content_sub'>{FIGURE}{p_tags()}</div></div></form>"
    ),
    "paragraphs called descriptions": document(
        f"{HEAD}<div class='cont'>{p_tags(DESCRIPTION)}</div>{FOOTER}"
    ),
    "spans as blocks": document(
        HEAD
        + "<div>"
        + "".join(f"<span style='display:block'>{t}</span><br>" for t in PARAGRAPHS)
        + "</div>"
    ),
    "gallery and long comments below": document(
        f"{HEAD}<div class='cont'>{p_tags()}</div><div class='photo_list'><h4>포토뉴스</h4><figure><a href=1><img src=b><figcaption>봄꽃 활짝</figcaption></a></figure></div>{COMMENTS * 5}{FOOTER}"
    ),
    "data table in the body": document(
        f"{HEAD}<div class='cont'><p>{FIRST}</p>{TABLE}"
        + "".join(f"<p>{t}</p>" for t in REST)
        + "</div>"
    ),
    "machine's summary above": document(
        f"{HEAD}<div class='ai_summary'><b>AI 요약</b><p>두 나라가 철길을 다시 잇기로 합의했다.</p><button>펼치기</button></div><div>{p_tags()}</div>"
    ),
    "fragment without html": f"<div class='article'><h1>{TITLE}</h1>{p_tags()}</div>",
    "hidden copy": document(
        f"{HEAD}<div style='display:none'>{p_tags()}</div><div class='cont'>{p_tags()}</div>"
    ),
    "upper-case elements, unclosed": f"<HTML><BODY><H1>{TITLE}</H1><DIV>"
    + "".join(f"<P>{t}" for t in PARAGRAPHS),
}


def article_of(html: str, knowledge: Knowledge) -> Article:
    return to_article(Page("page.html", html.encode(), MediaType.HTML), knowledge)


def texts(article: Article, kind: BlockKind) -> tuple[str, ...]:
    return tuple(block.span.of(article.text) for block in article.of_kind(kind))


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_found(name: str, knowledge: Knowledge) -> None:
    article = article_of(PAGES[name], knowledge)
    assert texts(article, BlockKind.BODY) == PARAGRAPHS
    assert article.title == TITLE
    assert texts(article, BlockKind.SUBTITLE) == ()


def test_polite_news_beside_plain_teasers(knowledge: Knowledge) -> None:
    news = [
        "누리국 특사가 평양에서 가람국 외교장관을 만나 철길을 다시 잇기로 했다고 가람통신이 보도했습니다.",
        "두 사람은 두 시간 남짓 이야기를 나누고 시험 운행에도 뜻을 모은 것으로 전해졌습니다.",
        "공사비를 누가 댈지는 밝히지 않았습니다.",
    ]
    teasers = "".join(f"<div class='t'><p>{text}</p></div>" for text in PARAGRAPHS[:2])
    html = document(
        f"{HEAD}<div class='txt'>{''.join(f'<p>{text}</p>' for text in news)}</div>"
        f"<div class='side'>{teasers}</div>"
    )
    assert texts(article_of(html, knowledge), BlockKind.BODY) == tuple(news)


def test_news_in_the_paragraph_of_a_picture(knowledge: Knowledge) -> None:
    rest = "".join(f"<p>{text}</p>" for text in REST)
    html = document(f"{HEAD}<div><p><img src='a.jpg'><br>{FIRST}</p>{rest}</div>")
    article = article_of(html, knowledge)
    assert texts(article, BlockKind.BODY) == PARAGRAPHS
    assert texts(article, BlockKind.CAPTION) == ()


@pytest.mark.parametrize(
    "figure",
    [
        f"<div class='img_wrap'><img data-src='a.jpg'><noscript><img src=a></noscript><p>{CAPTION}</p></div>",
        f"<table><tr><td><img src=a></td></tr><tr><td>{CAPTION}</td></tr></table>",
        f"<dl class='photo'><dt><img src=a></dt><dd>{CAPTION}</dd></dl>",
        f"<span><img src=a><em class='img_desc'>{CAPTION}</em></span>",
        f"<p><img src=a></p><p class='caption'>{CAPTION}</p>",
    ],
)
def test_captions_beside_pictures(figure: str, knowledge: Knowledge) -> None:
    article = article_of(document(f"{HEAD}<div>{figure}{p_tags()}</div>"), knowledge)
    assert texts(article, BlockKind.CAPTION) == (CAPTION,)
    assert texts(article, BlockKind.BODY) == PARAGRAPHS


@pytest.mark.parametrize(
    "deck",
    [
        f"<h2>{SUBTITLE}</h2>",
        f"<p class='summary'>{SUBTITLE}</p>",
        f"<ul class='sub_tit'><li>{SUBTITLE}</li></ul>",
        f"<strong class='media_end_summary'>{SUBTITLE}</strong>",
    ],
)
def test_subtitles_below_the_headline(deck: str, knowledge: Knowledge) -> None:
    html = document(f"<h1>{TITLE}</h1>{deck}<p>입력 2025.05.04 09:10</p><div>{p_tags()}</div>")
    assert texts(article_of(html, knowledge), BlockKind.SUBTITLE) == (SUBTITLE,)


@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<p><strong>{}</strong></p>", "<p>■ {}</p>"])
def test_section_heads_inside(head: str, knowledge: Knowledge) -> None:
    rest = "".join(f"<p>{text}</p>" for text in REST)
    section = head.format("공사비는 누가 내나")
    article = article_of(document(f"{HEAD}<div><p>{FIRST}</p>{section}{rest}</div>"), knowledge)
    assert len(texts(article, BlockKind.SUBTITLE)) == 1
    assert texts(article, BlockKind.BODY) == PARAGRAPHS


def test_points_of_a_list_are_body(knowledge: Knowledge) -> None:
    rest = "".join(f"<p>{text}</p>" for text in REST)
    points = "<ul><li>철길 시험 운행</li><li>침목 교체</li></ul>"
    article = article_of(document(f"{HEAD}<div><p>{FIRST}</p>{points}{rest}</div>"), knowledge)
    assert texts(article, BlockKind.BODY) == (FIRST, "철길 시험 운행", "침목 교체", *REST)


def test_single_breaks_inside_paragraphs_are_joined(knowledge: Knowledge) -> None:
    lines = f"{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}<br><br>{PARAGRAPHS[4]}"
    article = article_of(document(f"{HEAD}<div>{lines}</div>"), knowledge)
    joined = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"
    assert texts(article, BlockKind.BODY) == (joined, PARAGRAPHS[2], PARAGRAPHS[4])
