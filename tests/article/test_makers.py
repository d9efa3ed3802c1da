"""Outlet, wire, authors and dates where statements compete. All names are invented."""

from __future__ import annotations

import pytest

from article.pages import PARAGRAPHS, TITLE, document, p_tags
from haengbo.article import to_article
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article
from haengbo.model.page import Known, MediaType, Page

HEAD = "가람국 특사 평양 도착, 사흘 동안 머물며 회담"
NEWS = "누리국 특사가 3일 평양에 도착했다고 가람국 외교부가 밝혔다."


def of_text(text: str, knowledge: Knowledge) -> Article:
    return to_article(Page("page.txt", text.encode(), MediaType.TEXT), knowledge)


def of_html(html: str, knowledge: Knowledge) -> Article:
    return to_article(Page("page.html", html.encode(), MediaType.HTML), knowledge)


@pytest.mark.parametrize(
    ("text", "outlet", "origin", "authors"),
    [
        (f"새솔일보\n{NEWS}\n<연합>\n[ⓒ 새솔일보, 무단전재 금지]", "새솔일보", "연합뉴스", []),
        (f"새솔일보\n{NEWS}/새솔 AP=연합\n[ⓒ 새솔일보, 무단전재 금지]", "새솔일보", "AP통신", []),
        (f"[새솔일보=민가람 기자] {NEWS}", "새솔일보", None, ["민가람"]),
        (
            f"새솔일보\n(서울=가람통신) 민가람 기자 = {NEWS}\nⓒ 새솔일보",
            "새솔일보",
            "가람통신",
            ["민가람"],
        ),
        (f"(서울=가람통신) 민가람 기자 = {NEWS}", "가람통신", None, ["민가람"]),
        (f"조선중앙통신사\n(평양 3월 2일발 조선중앙통신) {NEWS}", "조선중앙통신", None, []),
        (
            f"길잡이 자료실\n(평양 3월 2일발 조선중앙통신) {NEWS}",
            "길잡이 자료실",
            "조선중앙통신",
            [],
        ),
        (
            f"{NEWS}\n출처 : 가람일보 (https://garam.example)\nⓒ 새솔일보",
            "새솔일보",
            "가람일보",
            [],
        ),
        (
            f"새솔일보\n{NEWS}\n민가람·한누리 가람통신 기자",
            "새솔일보",
            "가람통신",
            ["민가람", "한누리"],
        ),
        (f"새솔일보\n{NEWS}\n<저작권자(c) 연합뉴스, 무단 전재 금지>", "새솔일보", "연합뉴스", []),
        (f"{NEWS}\n<저작권자(c) 연합뉴스, 무단 전재 금지>", "연합뉴스", None, []),
        (f"정치 북한 국제\n{NEWS}", None, None, []),
        (
            f"{HEAD}\n(도쿄=가람통신) 민가람 특파원 2025-03-02\n{NEWS}",
            "가람통신",
            None,
            ["민가람"],
        ),
        (f"{HEAD}\nKTN 2025.03.02 (21:12)\n{NEWS}", "KTN", None, []),
        (f"담화\n(평양 2025년 3월 2일발 조선중앙통신)\n{NEWS}", "조선중앙통신", None, []),
        (f"{NEWS}\nⓒ 새솔일보 지면보기", "새솔일보", None, []),
        (f"{NEWS} 모스크바에서 민가람 특파원입니다.\n{NEWS}", None, None, ["민가람"]),
        (f"{NEWS} 민가람 기자 garam@saesol.example", None, None, ["민가람"]),
        (f"{HEAD}\n{NEWS}\n(새솔=가람통신) 민가람기자 =", None, "가람통신", ["민가람"]),
        (f"새솔일보 > 정치\n{HEAD}\n【내외】 {NEWS}", "새솔일보", "내외통신", []),
    ],
)
def test_makers_of_dumps(
    text: str, outlet: str | None, origin: str | None, authors: list[str], knowledge: Knowledge
) -> None:
    article = of_text(text, knowledge)
    assert (article.outlet.value if article.outlet else None) == outlet
    assert (article.origin.value if article.origin else None) == origin
    assert [author.value for author in article.authors] == authors
    for stated in (article.outlet, *article.authors):
        assert stated is None or stated.span is None or stated.span.of(text)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="새솔일보">', "새솔일보"),
        ('<meta property="og:article:author" content="새솔일보 | 포털">', "새솔일보"),
        (
            (
                '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],'
                '"publisher":{"name":"새솔일보"}}]}</script>'
            ),
            "새솔일보",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "제호신문"),
    ],
)
def test_outlets_of_web_pages(head: str, outlet: str, knowledge: Knowledge) -> None:
    html = document(f"<h1>{TITLE}</h1>{p_tags()}", head=head, title=f"{TITLE} | 국제 | 제호신문")
    article = of_html(html, knowledge)
    assert article.outlet is not None
    assert article.outlet.value == outlet
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("lines", "head", "published", "updated"),
    [
        ("입력 2025.05.04 09:10 | 수정 2025.05.05 10:00", "", "T09:10", "2025-05-05T10:00+09:00"),
        ("작성일 25-05-09 11:20 조회 3</p><p>승인 2025.05.04 09:10", "", "T09:10", None),
        ("2025.05.04", '<meta name="date" content="2025-05-04T00:10:00Z">', "T09:10", None),
        (
            "입력 2025.05.04 09:10",
            '<meta property="article:published_time" content="2025-05-06T01:00:00+09:00">',
            "T09:10",
            None,
        ),
        ("", '<link rel="canonical" href="https://saesol.example/2025/05/04/1">', "", None),
        ("주체114(2025)년 5월 4일 일요일", "", "", None),
    ],
)
def test_dates_where_statements_compete(
    lines: str, head: str, published: str, updated: str | None, knowledge: Knowledge
) -> None:
    html = document(f"<h1>{TITLE}</h1><p>{lines}</p><div>{p_tags()}</div>", head=head)
    article = of_html(html, knowledge)
    zone = "+09:00" if published else ""
    assert article.published is not None
    assert article.published.value == f"2025-05-04{published}{zone}"
    assert (article.updated.value if article.updated else None) == updated


def test_dates_of_comments_and_lists_do_not_count(knowledge: Knowledge) -> None:
    html = document(
        f"<h1>{TITLE}</h1><div>{p_tags()}</div><div class='comments'><time datetime='2025-06-01'>"
        "6월 1일</time><p>2025.06.01 10:00</p></div><ul class='ranking'><li>2025.06.02</li></ul>"
    )
    assert of_html(html, knowledge).published is None
    assert len(PARAGRAPHS) == 5


@pytest.mark.parametrize(
    ("head", "outlet", "author"),
    [
        ("가람방송 한국어\n가람국 특사, 새솔시 도착\n2026.1.15\n민들레\n", "가람방송", "민들레"),
        ("모두소식, 누구나 쓰는 뉴스\n가람국 특사, 새솔시 도착\n2026.1.15\n", "모두소식", None),
        ("가람뉴스 — 온 누리 소식을 담는 그릇\n가람국 특사, 도착\n2026.1.15\n", "가람뉴스", None),
        ("누리의 소식 — 온 누리를 담는 그릇\n가람국 특사, 도착\n2026.1.15\n", None, None),
        ("가람국 특사, 새솔시 도착\n2026.1.15\n정치부\n", None, None),
        ("가람누리 > 정치 > 북한\n가람국 특사, 새솔시 도착\n2026.1.15\n", "가람누리", None),
        ("누리의창 한국어 | 한반도\n가람국 특사, 도착\n2026.1.15\n", "누리의창", None),
        ("스페셜 > 연재\n가람국 특사, 새솔시 도착\n2026.1.15\n", None, None),
    ],
    ids=[
        "edition, name alone",
        "motto",
        "long motto",
        "no medium before it",
        "a desk is no name",
        "before its sections",
        "an edition and its section",
        "a trail of sections",
    ],
)
def test_masthead_and_name_beside_the_date(
    head: str, outlet: str | None, author: str | None, knowledge: Knowledge
) -> None:
    text = f"{head}\n가람국 특사가 14일 새솔시에 도착했다고 가람통신이 15일 보도했다.\n"
    article = to_article(Page("쪽.txt", text.encode(), MediaType.TEXT), knowledge)
    assert (article.outlet.value if article.outlet else None) == outlet
    assert [a.value for a in article.authors] == ([author] if author else [])


@pytest.mark.parametrize(
    ("text", "outlet", "authors"),
    [
        (f"뉴스마당\n특사, 새솔시 도착\n{NEWS}\nMBC뉴스 민들레입니다.\n", "MBC", ["민들레"]),
        (f"특사, 새솔시 도착\n민들레 dl@yna.co.kr\n{NEWS}\n", "연합뉴스", ["민들레"]),
        (f"오늘의 소식\n특사, 새솔시 도착\nNHK\n{NEWS}\n", "NHK", []),
        (f"특사, 새솔시 도착\n{NEWS}\nKBS 기사문의 및 제보 : 카톡 garam\n(끝)\n", "KBS", []),
        (f"보도자료\n가람부\n특사, 새솔시 도착\n{NEWS}\n", "가람부", []),
        (f"특사, 새솔시 도착\n{NEWS}\n외교부 장관은 보도자료를 통해 환영했다.\n", None, []),
    ],
    ids=[
        "signs off",
        "mail",
        "beside the headline",
        "to reach it",
        "release",
        "a sentence about one is none",
    ],
)
def test_who_says_of_itself_who_it_is(
    text: str, outlet: str | None, authors: list[str], knowledge: Knowledge
) -> None:
    article = to_article(Page("쪽.txt", text.encode(), MediaType.TEXT), knowledge)
    assert (article.outlet.value if article.outlet else None) == outlet
    assert [a.value for a in article.authors] == authors


@pytest.mark.parametrize(
    ("text", "outlet", "origin"),
    [
        (f"특사, 새솔시 도착\n가람NK 2025-05-04\n{NEWS[:-1]}./연합\n", "가람NK", "연합뉴스"),
        (f"특사, 새솔시 도착\n가람소식 2025-05-04\n{NEWS} (새솔=연합)\n", "가람소식", "연합뉴스"),
        (
            f"특사, 새솔시 도착\n한별시 2025-05-04\n(도쿄 교도=연합뉴스) {NEWS}\n",
            "연합뉴스",
            "교도통신",
        ),
        (f"특사, 새솔시 도착\n【도쿄 AFP연합】 {NEWS}\n", None, "AFP통신"),
        (f"특사, 새솔시 도착\n(도쿄 교도=연합뉴스) 민들레 특파원 = {NEWS}\n", "연합뉴스", None),
        (f"특사, 새솔시 도착\n모스크바 5월 3일발 타스통신\n{NEWS}\n", "타스통신", None),
        (f"특사, 새솔시 도착\n[평양 5월 3일발 신화통신 기자 민들레]{NEWS}\n", "신화통신", None),
        (f"특사, 새솔시 도착\n민들레 2025-05-04\n{NEWS}\n", None, None),
        (f"특사, 새솔시 도착\n외교안보 2025-05-04\n{NEWS}\n", None, None),
    ],
    ids=[
        "slash",
        "brackets",
        "handed on",
        "old",
        "own reporter",
        "dateline",
        "its reporter",
        "writer",
        "section",
    ],
)
def test_who_wrote_what_another_prints(
    text: str, outlet: str | None, origin: str | None, knowledge: Knowledge
) -> None:
    article = to_article(Page("쪽.txt", text.encode(), MediaType.TEXT), knowledge)
    assert (article.outlet.value if article.outlet else None) == outlet
    assert (article.origin.value if article.origin else None) == origin


def test_a_headline_that_names_a_period_dates_the_page_by_its_end(knowledge: Knowledge) -> None:
    text = f"주간 새솔 동향 (2025.5.4~5.10)\n{NEWS}\n"
    published = to_article(Page("쪽.txt", text.encode(), MediaType.TEXT), knowledge).published
    assert published is not None
    assert (published.value, published.inferred) == ("2025-05-10", True)


@pytest.mark.parametrize(
    "head", ["광고 로드중", "정치.사회.북한.국제"], ids=["furniture", "a trail of sections"]
)
def test_a_known_address_before_the_first_words_of_a_page(head: str, knowledge: Knowledge) -> None:
    known = Known(url="https://www.donga.com/news/1")
    page = Page("쪽.txt", f"{head}\n{NEWS}\n".encode(), MediaType.TEXT, known)
    outlet = to_article(page, knowledge).outlet
    assert outlet is not None
    assert outlet.value == "동아일보"
