"""The same article on pages as systems of 2026 make them: none of these needs code of its own."""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

import json

import pytest

from article.pages import (
    AUTHOR,
    CAPTION,
    FIGURE,
    FOOTER,
    OUTLET,
    PARAGRAPHS,
    PUBLISHED,
    SUBTITLE,
    TITLE,
    document,
    p_tags,
)
from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import MediaType, Page

MENU = "<ul class='css-1q'><li><a href=/p>정치</a></li><li><a href=/n>북한</a></li><li><a href=/w>국제</a></li></ul>"
P: dict[str, str] = {}


def rsc(*chunks: str) -> str:
    return "".join(
        f"<script>self.__next_f.push([1,{json.dumps(c, ensure_ascii=False)}])</script>"
        for c in chunks
    )


P["tailwind"] = document(
    f"<div class='flex flex-col'><div class='sticky top-0 z-50'>{MENU}</div><div class='mx-auto max-w-3xl px-4'><div class='text-xs text-gray-500'>북한</div><div class='text-3xl font-bold'>{TITLE}</div><div class='mt-2 text-lg text-gray-700'>{SUBTITLE}</div><div class='flex gap-2 text-sm'><span>{AUTHOR} 기자</span><span>입력 2025.05.04. 09:10</span><span>수정 2025.05.04. 11:00</span></div><div class='mt-4 space-y-4'><div><img src=a.webp loading=lazy><div class='text-xs text-gray-500'>{CAPTION}</div></div>{p_tags('<div class=leading-8>{}</div>')}</div><div class='flex'><button>공유</button><button>글자 크기</button></div></div><div class='grid'>"
    + "".join(
        f"<div class='card'><div class='text-base font-bold'>{t}</div></div>"
        for t in ("내일 전국에 비 소식", "누리국 축구 결승 올랐다", "새솔 벚꽃 다음 주 절정")
    )
    + f"</div>{FOOTER}</div>",
    head=f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}">',
)
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
BYTES = HTML.encode()
ROW = f"2:T{len(BYTES):x},{HTML}"
TREE = [
    "$",
    "$L5",
    None,
    {
        "article": {
            "title": TITLE,
            "subTitle": SUBTITLE,
            "content": "$2",
            "publishedAt": "2025-05-04T09:10:00+09:00",
            "reporter": {"name": AUTHOR},
            "mediaName": OUTLET,
            "image": {"url": "a", "caption": CAPTION},
        }
    },
]
STREAM = ROW + "0:" + json.dumps(TREE, ensure_ascii=False) + "\n"
MID = len(STREAM) // 2
P["flight-T"] = document(
    "<div id=root></div>" + rsc(STREAM[:MID], STREAM[MID:]), title=f"{TITLE} | {OUTLET}"
)
NEXT = {
    "props": {
        "pageProps": {
            "dehydratedState": {
                "queries": [
                    {
                        "state": {
                            "data": {
                                "articleId": 1,
                                "title": TITLE,
                                "subtitle": SUBTITLE,
                                "createdAt": "2025-05-04T00:10:00.000Z",
                                "reporters": [{"name": AUTHOR, "email": "garam@saesol.example"}],
                                "press": {"name": OUTLET},
                                "components": [
                                    {"type": "image", "data": {"src": "a", "caption": CAPTION}}
                                ]
                                + [{"type": "paragraph", "data": {"text": p}} for p in PARAGRAPHS]
                                + [{"type": "ad", "data": {}}],
                            }
                        }
                    },
                    {
                        "state": {
                            "data": {
                                "list": [
                                    {
                                        "title": "내일 전국에 비",
                                        "summary": "기상청은 내일 전국에 비가 온다고 밝혔다.",
                                    }
                                ]
                            }
                        }
                    },
                ]
            }
        }
    }
}
P["next-blocks"] = document(
    "<div id=__next></div><script id=__NEXT_DATA__ type=application/json>"
    + json.dumps(NEXT, ensure_ascii=False)
    + "</script>",
    title=OUTLET,
)
P["remix"] = document(
    "<div></div><script>window.__remixContext = "
    + json.dumps(
        {
            "state": {
                "loaderData": {
                    "routes/article": {
                        "article": {
                            "headline": TITLE,
                            "deck": SUBTITLE,
                            "body_html": HTML,
                            "pub_date": "2025-05-04 09:10",
                            "author": AUTHOR,
                            "publisher": OUTLET,
                            "photo": {"caption": CAPTION},
                        }
                    }
                }
            }
        },
        ensure_ascii=False,
    )
    + ";</script>",
    title=OUTLET,
)
P["next-escaped"] = document(
    "<div></div><script id=__NEXT_DATA__ type=application/json>"
    + json.dumps(
        {
            "props": {
                "pageProps": {
                    "title": TITLE,
                    "subTitle": SUBTITLE,
                    "regDt": "20250504091000",
                    "writer": AUTHOR,
                    "cpName": OUTLET,
                    "content": HTML.replace("<", "&lt;").replace(">", "&gt;"),
                    "img": {"caption": CAPTION},
                }
            }
        }
    ).replace("<", "\\u003c")
    + "</script>",
    title=OUTLET,
)
P["sveltekit"] = document(
    "<div></div><script>{__sveltekit_x={base:''};const data=[null,"
    + json.dumps(
        {
            "type": "data",
            "data": {
                "article": {
                    "title": TITLE,
                    "subtitle": SUBTITLE,
                    "content": HTML,
                    "published_at": "2025-05-04T09:10:00+09:00",
                    "writer": AUTHOR,
                    "media": OUTLET,
                    "image": {"caption": CAPTION},
                }
            },
        },
        ensure_ascii=False,
    )
    + "];kit.start(app,element,{node_ids:[0,2],data});}</script>",
    title=OUTLET,
)
P["apollo"] = document(
    "<div></div><script>window.__APOLLO_STATE__="
    + json.dumps(
        {
            "ROOT_QUERY": {"article": {"__ref": "Article:7"}},
            "Article:7": {
                "__typename": "Article",
                "title": TITLE,
                "subTitle": SUBTITLE,
                "contents": HTML,
                "createDate": "2025-05-04 09:10:11",
                "journalist": {"__ref": "J:1"},
                "provider": OUTLET,
                "photoDesc": CAPTION,
            },
            "J:1": {"name": AUTHOR},
            "Article:8": {
                "title": "내일 비",
                "contents": "<p>내일은 전국에 비가 온다고 기상청이 밝혔다.</p>",
            },
        },
        ensure_ascii=False,
    )
    + "</script>",
    title=OUTLET,
)
P["naver"] = document(
    f"<header>{MENU}</header><div id='ct'><div class='media_end_head'><a class='media_end_head_top_logo'><img alt='{OUTLET}' title='{OUTLET}'></a><div class='media_end_head_title'><h2 id='title_area'><span>{TITLE}</span></h2></div><div class='media_end_head_info'><div class='media_end_head_info_datestamp'><div><span class='media_end_head_info_datestamp_time _ARTICLE_DATE_TIME' data-date-time='2025-05-04 09:10:00'>입력2025.05.04. 오전 9:10</span></div><div><span class='media_end_head_info_datestamp_time _ARTICLE_MODIFY_DATE_TIME'>수정2025.05.04. 오전 11:00</span></div><a>기사원문</a></div><div class='media_end_head_journalist'><em class='media_end_head_journalist_name'>{AUTHOR} 기자</em></div></div><div class='media_end_head_autosummary'><strong>본문 요약봇</strong><p>{PARAGRAPHS[0]}</p></div></div><div id='newsct_article'><article id='dic_area'><strong class='media_end_summary'>{SUBTITLE}</strong><div style='display:none'></div><br><span class='end_photo_org'><div class='nbd_im_w'><img data-src='a.jpg'></div><em class='img_desc'>{CAPTION}</em></span>{'<br><br>'.join(PARAGRAPHS)}</article></div><div class='media_end_categorize'>이 기사는 언론사에서 <em>정치</em> 섹션으로 분류했습니다.</div><div class='byline'><p><span>{AUTHOR} 기자(garam@saesol.example)</span></p></div><p class='c_text'>Copyright ⓒ {OUTLET}. All rights reserved. 무단 전재 및 재배포 금지.</p><div class='ends_addition'><h4>{OUTLET} 주요뉴스</h4><ul><li><a href=1>‘철길 다시’ 누리국의 속내</a></li></ul></div></div>",
    head=f'<meta property="og:title" content="{TITLE}"><meta property="og:article:author" content="{OUTLET} | 네이버"><meta name="twitter:creator" content="{OUTLET}">',
    title=f"{TITLE}",
)
P["daum"] = document(
    f"<div id='dkWrap'><header class='doc-header'>{MENU}</header><main><article><div class='head_view'><em class='info_cp'><a><img alt='{OUTLET}'></a></em><h3 class='tit_view'>{TITLE}</h3><div class='info_view'><span class='txt_info'>{AUTHOR}</span><span class='txt_info'>입력 <span class='num_date'>2025. 5. 4. 09:10</span></span><span class='txt_info'>수정 <span class='num_date'>2025. 5. 4. 11:00</span></span><button>4</button></div><div class='util_wrap'><strong>요약보기</strong><div class='layer_body'>{PARAGRAPHS[0]}</div><span>음성으로 듣기</span><span>번역 설정</span><span>글씨크기 조절하기</span></div></div><div class='news_view'><strong class='summary_view'>{SUBTITLE}</strong><div class='article_view'><section><figure class='figure_frm'><p class='link_figure'><img class=thumb_g_article></p><figcaption class='txt_caption'>{CAPTION}</figcaption></figure>{p_tags('<p dmcf-ptype=general>{}</p>')}<p dmcf-ptype='general'>{AUTHOR} 기자 garam@saesol.example</p></section></div><div class='foot_view'><p class='txt_copyright'>Copyright © {OUTLET}. 무단전재 및 재배포 금지.</p></div></div></article></main></div>",
    head=f'<meta property="og:title" content="{TITLE}"><meta property="og:article:author" content="{OUTLET}"><meta property="og:site_name" content="다음뉴스 | {OUTLET}">',
    title=TITLE,
)
P["lazy-noscript"] = document(
    f"<article><h1>{TITLE}</h1><h2 class='sub'>{SUBTITLE}</h2><p>{AUTHOR} 기자 | 입력 2025-05-04 09:10</p><div class='body'><div class='img-wrap'><img class=lazyload src='data:image/gif;base64,R0l' data-src='a.jpg' alt='{CAPTION}'><noscript><img src=a.jpg alt='{CAPTION}'></noscript><span class='desc'>{CAPTION}</span></div>{p_tags()}</div></article>{FOOTER}"
)
P["ndsoft"] = document(
    f"<div id='user-wrap'><header id='user-header'>{MENU}</header><div id='user-container'><header class='article-view-header'><h3 class='heading'>{TITLE}</h3><h4 class='subheading'>{SUBTITLE}</h4><div class='info-group'><article class='item'><ul class='infomation'><li><i></i> 기자명 {AUTHOR} 기자 </li><li><i></i> 입력 2025.05.04 09:10 </li><li>수정 2025.05.04 11:00</li><li>댓글 0</li></ul></article></div></header><section class='article-view-body'><aside class='article-sticky'><button>SNS 기사보내기</button><button>페이스북(으)로 기사보내기</button><button>URL복사(으)로 기사보내기</button></aside><article id='article-view-content-div' itemprop='articleBody'><div style='text-align:center'><figure class='photo-layout image'><img src=a><figcaption>{CAPTION}</figcaption></figure></div>{p_tags()}</article></section><article class='writer'><strong class='name'>{AUTHOR} 기자</strong><a>다른기사 보기</a></article><div class='copyright'>저작권자 © {OUTLET} 무단전재 및 재배포 금지</div></div></div>",
    head=f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}"><meta property="article:published_time" content="2025-05-04T09:10:00+09:00"><meta property="og:article:author" content="{AUTHOR} 기자">',
    title=f"{TITLE} < 북한 < 기사본문 - {OUTLET}",
)
P["multi-page"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody>{p_tags()}</div><div class=paging><a href='?page=1'>1</a> <strong>2</strong> <a href='?page=3'>3</a> <a href='?page=3' rel=next>다음 페이지</a></div></article>{FOOTER}"
)
P["blogger"] = document(
    f"<div class=post><h3 class='post-title'>{TITLE}</h3><div class='post-body'><b>{SUBTITLE}</b><br><br>{AUTHOR} 기자 / 입력 2025.05.04 09:10<br><br><div class='separator'><img src=a></div><div style='text-align:center'><span style='font-size:x-small'>{CAPTION}</span></div><br>"
    + "<br><br>".join(f"<span style='font-family:x'>{p}</span>" for p in PARAGRAPHS)
    + f"</div></div>{FOOTER}"
)
P["many-comments"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody>{p_tags()}</div></article><div class='talk'><h3>의견 12</h3>"
    + "".join(
        f"<div class=item><b>user{i}</b><p>나는 철길이 다시 이어지는 것이 옳다고 생각한다. 기차를 타고 멀리 가 보고 싶다고 늘 말했다.</p></div>"
        for i in range(12)
    )
    + f"</div>{FOOTER}",
    head=f'<meta property="og:title" content="{TITLE}">',
)
P["teasers"] = document(
    f"<main><article class='c1'><h1>{TITLE}</h1><h2 class=c2>{SUBTITLE}</h2><div class=c3>{AUTHOR} 기자 입력 2025.05.04 09:10</div>{FIGURE}<div class=c4>{p_tags()}</div></article><section class=c9>"
    + "".join(
        f"<div class=c10><a href='{i}'><strong>새솔 시장 {i}번째 손님</strong></a><p>새솔 시장이 {i}일 손님맞이 행사를 열었다고 새솔시가 밝혔다.</p></div>"
        for i in range(14)
    )
    + f"</section></main>{FOOTER}",
    head=f'<meta property="og:title" content="{TITLE}">',
)
P["linky"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody>"
    + "".join(
        f"<p>{p.replace('가람국', '<a href=/t>가람국</a>').replace('누리국', '<a href=/t>누리국</a>').replace('특사', '<a href=/t>특사</a>')}</p>"
        for p in PARAGRAPHS
    )
    + f"</div></article>{FOOTER}"
)
P["shadow"] = document(
    f"<news-article><template shadowrootmode='open'><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody>{p_tags()}</div></template></news-article>{FOOTER}"
)
P["more-folded"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><button>기사 더보기</button><div id=more style='display:none'>"
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[2:])
    + f"</div></div></article>{FOOTER}"
)
P["amp2"] = document(
    f"<amp-sidebar>{MENU}</amp-sidebar><article class='amp-wp-article'><header><h1 class='amp-wp-title'>{TITLE}</h1><div class='amp-wp-meta'>{AUTHOR} 기자</div><div class='amp-wp-meta amp-wp-posted-on'><time datetime='2025-05-04T09:10:00+09:00'>2025년 5월 4일</time></div></header><div class='amp-wp-article-content'><h2>{SUBTITLE}</h2><amp-img src=a></amp-img><p class='wp-caption-text'>{CAPTION}</p>{p_tags()}<amp-social-share type=twitter></amp-social-share></div></article>{FOOTER}",
    head=f'<meta property="og:site_name" content="{OUTLET}">',
)
P["wordpress"] = document(
    f"<header><p class='site-title'>{OUTLET}</p>{MENU}</header><main><h1 class='wp-block-post-title'>{TITLE}</h1><div class='wp-block-post-date'><time datetime='2025-05-04T09:10:00+09:00'>2025.05.04</time></div><div class='entry-content wp-block-post-content'><p><strong>{SUBTITLE}</strong></p><p>[{OUTLET}={AUTHOR} 기자]</p><figure class='wp-block-image'><img src=a><figcaption class='wp-element-caption'>{CAPTION}</figcaption></figure>{p_tags()}<div class='sharedaddy'><h3>이것이 좋아요:</h3></div></div><div class='wp-block-comments'><p>댓글 남기기</p></div></main>{FOOTER}",
    title=f"{TITLE} – {OUTLET}",
)
P["print-popup"] = (
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=euc-kr'><title>기사인쇄</title></head><body onload='window.print()'>"
    f"<table><tr><td><b>{TITLE}</b></td></tr><tr><td>{SUBTITLE}</td></tr><tr><td>등록일 : 2025-05-04 09:10 [{OUTLET}]</td></tr><tr><td>{AUTHOR} 기자</td></tr><tr><td><img src=a><br>{CAPTION}<br><br>{'<br><br>'.join(PARAGRAPHS)}</td></tr><tr><td>인쇄하기 닫기</td></tr></table></body></html>"
)
P["gnuboard-repost"] = document(
    f"<div id='container'><div id='bo_v_table'>자유게시판</div><article id='bo_v'><header><h1 id='bo_v_title'>{TITLE}</h1></header><section id='bo_v_info'>작성자 <strong>관리자</strong> 작성일 <strong>25-05-05 08:00</strong> 조회 31회 댓글 0건</section><section id='bo_v_atc'><div id='bo_v_con'>{OUTLET} 2025-05-04 09:10<br>{SUBTITLE}<br><br>{AUTHOR} 기자<br><br>{'<br><br>'.join(PARAGRAPHS)}<br><br>출처: https://saesol.example/1</div></section></article></div>",
    title=f"{TITLE} > 자유게시판 | 한솔동우회",
)
P["live-hidden-copy"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div id=articleBody>{p_tags()}</div><div class=mobile-only style='display:none'>{p_tags()}</div></article>{FOOTER}"
)
P["astro-islands"] = document(
    f"<astro-island><header>{MENU}</header></astro-island><main data-astro-cid-x><section><span>북한</span><h1 data-astro-cid-x>{TITLE}</h1><p class=deck>{SUBTITLE}</p><astro-island><div><span>{AUTHOR} 기자</span><time datetime='2025-05-04T09:10:00+09:00'>2025.05.04 09:10</time></div></astro-island>{FIGURE}<div class=prose>{p_tags()}</div></section></main>{FOOTER}"
)
P["vue-attr"] = document(
    f"<div id=app data-v-1><div data-v-2 class=view__head><div data-v-2 class=view__title>{TITLE}</div><div data-v-2 class=view__subtitle>{SUBTITLE}</div><ul data-v-2><li>{AUTHOR} 기자</li><li>등록 2025-05-04 09:10:00</li></ul></div><div data-v-3 class=view__cont>{FIGURE}{p_tags('<p data-v-3>{}</p>')}</div></div>{FOOTER}",
    head=f'<meta property="og:title" content="{TITLE}">',
)
P["graph-ld"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2>{FIGURE}<div>{p_tags()}</div></article>",
    head="<script type=application/ld+json>"
    + json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": OUTLET},
                {
                    "@type": ["NewsArticle"],
                    "headline": TITLE,
                    "datePublished": "2025-05-04T09:10:00+09:00",
                    "author": [{"@type": "Person", "name": AUTHOR}],
                    "publisher": {"@id": "#org", "name": OUTLET},
                },
            ],
        },
        ensure_ascii=False,
    )
    + "</script>",
)
P["cookie-wall"] = document(
    f"<div class=cookie-consent role=dialog><p>이 누리집은 쿠키를 사용합니다. 계속 이용하시면 쿠키 사용에 동의하는 것으로 봅니다. 자세한 내용은 개인정보 처리방침을 봐 주시기 바랍니다.</p><button>동의</button></div><article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=date>입력 2025.05.04 09:10</p><p class=byline>{AUTHOR} 기자</p>{FIGURE}<div>{p_tags()}</div></article>{FOOTER}"
)
P["paywall-json"] = document(
    f"<article><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p>{PARAGRAPHS[0]}</p><div class=paywall>회원 전용 기사입니다</div></article><script id=__NEXT_DATA__ type=application/json>"
    + json.dumps(
        {
            "props": {
                "pageProps": {
                    "article": {
                        "title": TITLE,
                        "subTitle": SUBTITLE,
                        "regDate": 1746317400000,
                        "reporter": AUTHOR,
                        "media": OUTLET,
                        "body": HTML,
                        "images": [{"url": "a", "caption": CAPTION}],
                    }
                }
            }
        },
        ensure_ascii=False,
    )
    + "</script>"
)
P["ckeditor-div"] = document(
    f"<div class=board><div class=board-title>{TITLE}</div><div class=board-info><span>{OUTLET}</span><span>2025-05-04 09:10</span></div><div class=board-content><div><b>{SUBTITLE}</b></div><div><br></div><div>{AUTHOR} 기자</div><div><br></div><div><img src=a></div><div style='font-size:11px;color:gray'>▲ {CAPTION}</div><div>&nbsp;</div>{p_tags('<div>{}</div><div>&nbsp;</div>')}</div></div>",
    title=f"{TITLE}",
)
P["rss-in-page"] = document(
    f"<main><h1>{TITLE}</h1><h2 class=subtitle>{SUBTITLE}</h2><p class=byline>{AUTHOR} 기자</p><p class=date>입력 2025.05.04 09:10</p>{FIGURE}<section>{p_tags()}</section></main><aside><h2>실시간 뉴스</h2>"
    + "".join(
        f"<article><h3><a href={i}>{i}번째 소식</a></h3><p>새솔시는 {i}일 나무 심기 행사를 열었다고 밝혔다. 시민 백여 명이 함께했다.</p><time>2025.05.0{i}</time></article>"
        for i in range(1, 8)
    )
    + f"</aside>{FOOTER}"
)

#: Pages that leave something out.
WITHOUT_SUBTITLE = {"print-popup"}
WITHOUT_CAPTION = {"gnuboard-repost"}
ENCODINGS = {"print-popup": "cp949"}


def article_of(name: str, knowledge: Knowledge) -> Article:
    data = P[name].encode(ENCODINGS.get(name, "utf-8"))
    return to_article(Page(f"{name}.html", data, MediaType.HTML), knowledge)


def texts(article: Article, kind: BlockKind) -> list[str]:
    found = (block.span.of(article.text) for block in article.of_kind(kind))
    return [text.removeprefix("▲ ") for text in found]


@pytest.mark.parametrize("name", P)
def test_news(name: str, knowledge: Knowledge) -> None:
    article = article_of(name, knowledge)
    assert texts(article, BlockKind.BODY) == list(PARAGRAPHS)
    assert article.title == TITLE
    assert texts(article, BlockKind.SUBTITLE) == ([] if name in WITHOUT_SUBTITLE else [SUBTITLE])
    assert texts(article, BlockKind.CAPTION) == ([] if name in WITHOUT_CAPTION else [CAPTION])


@pytest.mark.parametrize("name", P)
def test_who_and_when(name: str, knowledge: Knowledge) -> None:
    article = article_of(name, knowledge)
    assert article.published is not None
    assert article.published.value.startswith(PUBLISHED.removesuffix("+09:00"))
    assert [author.value for author in article.authors] == [AUTHOR]
    assert article.outlet is not None
    board = name == "gnuboard-repost"
    assert article.outlet.value == ("한솔동우회" if board else OUTLET)
    assert (article.origin.value if article.origin else None) == (OUTLET if board else None)
