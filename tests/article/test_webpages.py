"""One article on pages of many systems: the same paragraphs come out of each."""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

import json

import pytest

from article.pages import (
    AUTHOR,
    CAPTION,
    COMMENTS,
    DAY,
    FIGURE,
    FOOTER,
    OUTLET,
    PARAGRAPHS,
    PUBLISHED,
    RELATED,
    SUBTITLE,
    TITLE,
    breaks,
    document,
    p_tags,
)
from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import MediaType, Page

LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2025-05-04T00:10:00Z",
        "author": {"@type": "Person", "name": f"{AUTHOR} 기자"},
        "publisher": {"@type": "Organization", "name": OUTLET},
    },
    ensure_ascii=False,
)
BYLINE = f'<p class="byline">{AUTHOR} 기자 garam@saesol.example</p>'
STAMP = '<p class="date">입력 2025.05.04 09:10 <span>수정 2025.05.04 11:00</span></p>'
MENU = '<nav><ul><li><a href="/p">정치</a></li><li><a href="/n">북한</a></li><li><a>국제</a></li></ul></nav>'
HEAD = f'<h1>{TITLE}</h1><h2 class="subtitle">{SUBTITLE}</h2>{BYLINE}{STAMP}'
NEXT = {
    "props": {
        "pageProps": {
            "news": {
                "headline": TITLE,
                "subTitle": SUBTITLE,
                "regDate": "2025-05-04 09:10:00",
                "writer": AUTHOR,
                "media": {"name": OUTLET},
                "body": "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
                + f'<div class="image"><img src="a"><span class="caption">{CAPTION}</span></div>',
            },
            "ranking": [
                {"title": "오늘 비 온다", "body": "오늘은 전국에 비가 온다고 기상청이 밝혔다." * 9}
            ],
        }
    }
}
BODY_HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + (
    f'<div class="image"><img src="a"><span class="caption">{CAPTION}</span></div>'
)
NUXT = [
    {"data": 1},
    {"article": 2},
    {"title": 3, "subTitle": 4, "content": 5, "writer": 6, "media": 7, "regDate": 8},
    TITLE,
    SUBTITLE,
    BODY_HTML,
    AUTHOR,
    OUTLET,
    "2025-05-04 09:10",
]
ARC = {
    "headlines": {"basic": TITLE},
    "subheadlines": {"basic": SUBTITLE},
    "display_date": "2025-05-04T00:10:00Z",
    "credits": {"by": [{"name": AUTHOR, "org": "새솔일보 기자"}]},
    "content_elements": [
        {"type": "image", "caption": CAPTION, "url": "https://img.example/1.jpg"},
        *({"type": "text", "content": text} for text in PARAGRAPHS),
    ],
}
FLIGHT_TREE = [
    "$",
    "article",
    None,
    {
        "children": [
            ["$", "h1", None, {"children": TITLE}],
            ["$", "p", None, {"className": "date", "children": "입력 2025.05.04 09:10"}],
            ["$", "p", None, {"className": "byline", "children": [AUTHOR, " 기자"]}],
            [
                "$",
                "div",
                None,
                {
                    "children": [
                        ["$", "p", str(i), {"children": t}] for i, t in enumerate(PARAGRAPHS)
                    ]
                },
            ],
            ["$", "figure", None, {"children": ["$", "figcaption", None, {"children": CAPTION}]}],
        ]
    },
]
FLIGHT = json.dumps(
    [1, "0:" + json.dumps(FLIGHT_TREE, ensure_ascii=False) + "\n"], ensure_ascii=False
)

PAGES = {
    "semantic": document(
        f"<header><a href='/'>{OUTLET}</a></header>{MENU}<main><article>{HEAD}{FIGURE}<div class='article-body'>"
        f"{p_tags()}</div></article>{RELATED}{COMMENTS}</main>{FOOTER}"
    ),
    "div-soup": document(
        f"<div class='x1'>{MENU}</div><div class='x2'><div class='x3'>{TITLE}</div><div class='x4'>{SUBTITLE}</div>"
        f"<div class='x5'>{AUTHOR} 기자 | 입력 2025-05-04 09:10</div><div class='x6'><div><img src=a></div>"
        f"<div class='x7'>{CAPTION}</div></div><div class='x8'>{p_tags('<div class=x9>{}</div>')}</div>"
        f"<div class='y1'>페이스북 트위터 카카오톡 URL복사</div></div><div class='z1'>많이 본 뉴스</div>"
        f"<div class='z2'><div>내일 전국 맑음</div><div>누리국 축구 이겼다</div></div>{FOOTER}",
        head=f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}">',
    ),
    "line-breaks": document(
        f"<div id='top'>{MENU}</div><div class='view'><h3 class='tit_view'>{TITLE}</h3><div class='sub_tit'>{SUBTITLE}</div>"
        f"<div class='info'>{AUTHOR} 기자 <em>2025.05.04 09:10 입력</em></div><div id='articleBody'>{FIGURE}{breaks()}<br><br>"
        f"</div></div>{RELATED}{FOOTER}"
    ),
    "single-breaks": document(
        f"<div class='view'><h1>{TITLE}</h1><strong class='subtitle'>{SUBTITLE}</strong><div>{BYLINE}{STAMP}</div>"
        f"<div class='cont'>{FIGURE}{breaks('<br>')}</div></div>{FOOTER}"
    ),
    "gnuboard": document(
        f"<div id='hd'><a href='#container'>본문 바로가기</a>{MENU}</div><div id='container'><article id='bo_v'><header>"
        f"<h2 id='bo_v_title'><span class='bo_v_cate'>국제</span><span class='bo_v_tit'>{TITLE}</span></h2></header>"
        "<section id='bo_v_info'><h2>페이지 정보</h2><span>작성자 <b>관리자</b></span> <span>조회 21회</span></section>"
        f"<section id='bo_v_atc'><h2>본문</h2><div id='bo_v_con'><p>{AUTHOR} 기자 | 승인 2025.05.04 09:10</p><p>&nbsp;</p>"
        f"<p><b>{SUBTITLE}</b></p><p><img src='/a.jpg'></p><p style='color:#888'>▲ {CAPTION}</p>{p_tags()}</div></section>"
        "<ul class='bo_v_nb'><li>이전글 <a href='#'>모임 알림</a></li><li>다음글 <a href='#'>회비 안내</a></li></ul>"
        "<section id='bo_vc'><h2>댓글목록</h2><article><p>등록된 댓글이 없습니다.</p></article></section></article></div>"
        f"<div id='ft'>Copyright © {OUTLET}</div>",
        title=f"{TITLE} > 국제 | {OUTLET}",
    ),
    "xpress-engine": document(
        f"<div class='xe'>{MENU}<div class='board_read'><div class='read_header'><h1><a href='/77'>{TITLE}</a></h1>"
        "<p class='meta'><a class='author'>운영자</a><span class='time'>2025.05.04 09:10</span><span>조회 수 33</span></p></div>"
        f"<div class='read_body'><div class='document_77 xe_content'><p><strong>{SUBTITLE}</strong></p><p>{AUTHOR} 기자</p>"
        f"<p><img src='a.jpg'></p><p>{CAPTION}</p>{p_tags()}</div></div><div class='feedback' id='comment'><h2>댓글</h2></div></div></div>"
        f"<div class='foot'>ⓒ {OUTLET}</div>",
        title=f"{OUTLET} - {TITLE}",
    ),
    "old-tables": document(
        f"<table width=900><tr><td colspan=2><img src=/logo.gif alt='{OUTLET}'> <font size=2>홈 | 정치 | 북한 | 칼럼</font></td></tr>"
        f"<tr><td width=650><table><tr><td class=tit><b>{TITLE}</b></td></tr><tr><td class=stit>{SUBTITLE}</td></tr><tr><td align=right>"
        f"{AUTHOR} 기자 2025.05.04 09:10 입력</td></tr></table><table align=center><tr><td><img src=/a.jpg></td></tr><tr><td>{CAPTION}"
        f"</td></tr></table><font size=3>{breaks()}</font></td><td width=250>많이 본 기사<br>1. 내일 비<br>2. 축구 이겼다</td></tr>"
        f"<tr><td colspan=2>ⓒ {OUTLET} 무단전재 금지</td></tr></table>",
        head=f'<meta property="og:title" content="{TITLE}">',
    ),
    "amp": document(
        f"<header><a>{OUTLET}</a><button>메뉴</button></header><main><h1>{TITLE}</h1><p class='summary'>{SUBTITLE}</p>{BYLINE}{STAMP}"
        f"<amp-ad><div>AD</div></amp-ad><figure><amp-img src=a></amp-img><figcaption>{CAPTION}</figcaption></figure>{p_tags()}</main>{FOOTER}",
        head=f'<script type="application/ld+json">{LD}</script>',
    ),
    "portal": document(
        f"<div class='gnb'><a>뉴스</a><a>연예</a></div><div class='media_end'><h2 class='headline'>{TITLE}</h2>"
        f"<div class='info'><span class='date'>입력2025.05.04. 오전 9:10</span><span>{AUTHOR} 기자</span></div>"
        f"<div class='auto_summary'><strong>자동요약</strong><p>{PARAGRAPHS[0]}</p></div><article id='dic_area'>"
        f"<strong class='media_end_summary'>{SUBTITLE}</strong><br><br><span class='end_photo'><img src=a><em class='img_desc'>{CAPTION}</em></span>"
        f"{breaks()}</article><p class='copyright'>Copyright ⓒ {OUTLET}. All rights reserved.</p></div>",
        head=f'<meta property="og:title" content="{TITLE}"><meta property="og:article:author" content="{OUTLET} | 누리포털">'
        '<meta property="og:site_name" content="누리포털 뉴스">',
    ),
    "next-data": document(
        "<div id='__next'><p>불러오는 중입니다…</p></div>"
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT, ensure_ascii=False)}</script>',
        title=OUTLET,
    ),
    "initial-state": document(
        f"<div id='app'></div><script>window.__INITIAL_STATE__ = {json.dumps(NEXT, ensure_ascii=False)};</script>",
        title=OUTLET,
    ),
    "arc": document(
        f"<div id='fusion-app'></div><script>window.Fusion=window.Fusion||{{}};Fusion.arcSite='x';Fusion.globalContent={json.dumps(ARC, ensure_ascii=False)};Fusion.spa=false;</script>",
        title=f"{TITLE} - {OUTLET}",
    ),
    "json-parse": document(
        f"<div id='app'></div><script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(NEXT))});</script>",
        title=OUTLET,
    ),
    "nuxt": document(
        f'<div id="__nuxt"></div><script type="application/json" id="__NUXT_DATA__">{json.dumps(NUXT, ensure_ascii=False)}</script>',
        title=OUTLET,
    ),
    "script-literal": document(
        f"<div id='app'></div><script>load({{title: 'x', body: {json.dumps(BODY_HTML, ensure_ascii=False)}}})</script>",
        head=f"<script type='application/ld+json'>{LD}</script>",
    ),
    "flight": document(f"<div></div><script>self.__next_f.push({FLIGHT})</script>", title=f"{TITLE} | {OUTLET}"),
    "ld-body": document(
        "<div id='root'></div><script type='application/ld+json'>"
        + json.dumps(json.loads(LD) | {"articleBody": "\n\n".join(PARAGRAPHS)}, ensure_ascii=False)
        + "</script>"
    ),
    "print-view": document(
        f"<div class='print'><p>{OUTLET}</p><h1>{TITLE}</h1><p>{SUBTITLE}</p><p>{AUTHOR} 기자</p><p>입력 2025-05-04 09:10</p>{FIGURE}{p_tags()}"
        f"<p>ⓒ {OUTLET}, 무단전재 및 재배포 금지</p></div><script>window.print()</script>"
    ),
    "interrupted": document(
        f"<header>{OUTLET}</header><article>{HEAD}{FIGURE}<div id='news_body'><p>{PARAGRAPHS[0]}</p><div class='ad-box'>[광고] 봄맞이 할인</div>"
        f"<p>{PARAGRAPHS[1]}</p>{RELATED}<p>{PARAGRAPHS[2]}</p><p>기사 주소가 복사되었습니다.</p><p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p>"
        f"<p>{AUTHOR} 기자 garam@saesol.example</p></div></article>{COMMENTS}{FOOTER}"
    ),
}  # fmt: skip
NO_SUBTITLE = {"ld-body", "flight", "script-literal"}
NO_CAPTION = {"ld-body"}


def article_of(html: str | bytes, knowledge: Knowledge) -> Article:
    data = html.encode() if isinstance(html, str) else html
    return to_article(Page("page.html", data, MediaType.HTML), knowledge)


def texts(article: Article, kind: BlockKind) -> tuple[str, ...]:
    return tuple(block.span.of(article.text) for block in article.of_kind(kind))


@pytest.mark.parametrize("name", PAGES)
def test_paragraphs_and_headline(name: str, knowledge: Knowledge) -> None:
    article = article_of(PAGES[name], knowledge)
    assert texts(article, BlockKind.BODY) == PARAGRAPHS
    assert article.title == TITLE


@pytest.mark.parametrize("name", PAGES)
def test_subtitle_and_caption(name: str, knowledge: Knowledge) -> None:
    article = article_of(PAGES[name], knowledge)
    assert texts(article, BlockKind.SUBTITLE) == (() if name in NO_SUBTITLE else (SUBTITLE,))
    captions = tuple(text.removeprefix("▲ ") for text in texts(article, BlockKind.CAPTION))
    assert captions == (() if name in NO_CAPTION else (CAPTION,))


@pytest.mark.parametrize("name", PAGES)
def test_who_and_when(name: str, knowledge: Knowledge) -> None:
    article = article_of(PAGES[name], knowledge)
    assert article.published is not None
    assert article.published.value == PUBLISHED
    assert article.published_day == DAY
    assert article.outlet is not None
    assert article.outlet.value == OUTLET
    assert article.origin is None
    assert tuple(author.value for author in article.authors) == (AUTHOR,)


@pytest.mark.parametrize("name", PAGES)
def test_blocks_slice_in_order_and_name_their_element(name: str, knowledge: Knowledge) -> None:
    article = article_of(PAGES[name], knowledge)
    end = 0
    for block in article.blocks:
        assert block.span.start >= end
        assert block.span.of(article.text).strip() == block.span.of(article.text) != ""
        end = block.span.end
    numbers = [block.number for block in article.of_kind(BlockKind.BODY)]
    assert numbers == list(range(1, len(PARAGRAPHS) + 1))
    assert all(block.source for block in article.of_kind(BlockKind.BODY))
