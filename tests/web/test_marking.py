"""Cited words are washed, Korean is named as Korean, nothing is left unescaped."""

from __future__ import annotations

from haengbo.web.marking import cited, korean, name_in
from haengbo.web.places import actor_at, article_at, outside


def test_cited_words_are_washed() -> None:
    washed = cited("최선희가 27일 모스크바에서 라브로프를 만났다.", ["라브로프를 만났다"])
    assert washed == "최선희가 27일 모스크바에서 <mark>라브로프를 만났다</mark>."


def test_a_sentence_that_is_all_evidence_is_not_washed() -> None:
    assert cited("만났다.", ["만났다."]) == "만났다."


def test_evidence_from_elsewhere_washes_nothing() -> None:
    assert cited("만났다.", ["떠났다", ""]) == "만났다."


def test_what_is_washed_is_escaped() -> None:
    assert cited("<b>만났다</b>고 했다", ["<b>만났다</b>"]) == (
        "<mark>&lt;b&gt;만났다&lt;/b&gt;</mark>고 했다"
    )


def test_korean_in_an_english_label_says_so() -> None:
    assert korean("Kim Jong Un – 한지평: visit") == (
        'Kim Jong Un – <span lang="ko">한지평</span>: visit'
    )
    assert korean("<i>") == "&lt;i&gt;"


def test_names_in_the_language_of_the_visitor() -> None:
    assert name_in("최선희", "en") == "Choe Son Hui"
    assert name_in("최선희", "ko") == '<span lang="ko">최선희</span>'
    assert name_in("한지평<", "en") == '<span lang="ko">한지평&lt;</span>'
    assert name_in(None, "en") == ""


def test_places_cannot_be_broken_out_of() -> None:
    assert article_at('a"?#.html', "e3") == "/article/a%22%3F%23.html#e3"
    assert article_at("../x") == "/article/..%2Fx"
    assert article_at("sub/page.html") == "/article/sub/page.html"
    assert actor_at("블라디미르 푸틴").endswith("%20%ED%91%B8%ED%8B%B4")


def test_only_web_addresses_lead_outside() -> None:
    assert outside("https://example.kr/") == "https://example.kr/"
    assert outside("javascript:alert(1)") is None
    assert outside(None) is None
