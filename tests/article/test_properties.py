"""What must hold for any page at all."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from haengbo.article import to_article
from haengbo.article.plain import lines_of
from haengbo.errors import PageError
from haengbo.knowledge import load
from haengbo.model.article import Article
from haengbo.model.page import MediaType, Page

KNOWLEDGE = load()
PIECES = st.sampled_from(
    [
        "누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다.",
        "특사는 “길은 열린다”고 말했다고 전했다.",
        "관련기사",
        "댓글 3",
        "▲ 항구의 대표단. 연합뉴스",
        "입력 2025.03.02 09:10",
        "민들레 기자 a@b.example",
        "ⓒ 가람신문 무단전재 금지",
        "다음과 같다.",
        "(끝)",
        "",
        "\r",
        "<p>",
        "</div><table><tr>",
        '<script>window.a = {"b": [',
        "<figure><img><figcaption>",
        "<br><br>",
        "![가](b)",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=25).map("\n".join)


def read(data: bytes, media_type: MediaType) -> Article | None:
    try:
        return to_article(Page("page", data, media_type), KNOWLEDGE)
    except PageError:
        return None


def check_blocks(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        end = block.span.end
    for stated in (article.outlet, article.origin, *article.authors, article.published):
        if stated is not None and stated.span is not None:
            assert stated.span.of(article.text)
    for author in article.authors:
        if author.span is not None:
            assert author.span.of(article.text) == author.value


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_plain_text_is_unchanged_and_every_line_has_a_block(text: str) -> None:
    data = text.encode("utf-8", "replace")
    article = read(data, MediaType.TEXT)
    if article is None:
        return
    assert article.text == data.decode().removeprefix("\ufeff").replace("\x00", "\ufffd")
    check_blocks(article)
    places = [(block.number, block.span) for block in article.blocks]
    assert places == lines_of(article.text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_broken_markup_gives_blocks_or_one_error(text: str) -> None:
    article = read(f"<html><body>{text}".encode("utf-8", "replace"), MediaType.HTML)
    if article is not None:
        check_blocks(article)


@settings(max_examples=60, deadline=None)
@example(b"\x85", MediaType.TEXT)
@example(b"\xef\xbb\xbf", MediaType.TEXT)
@given(st.binary(max_size=400), st.sampled_from(MediaType))
def test_arbitrary_bytes_never_crash(data: bytes, media_type: MediaType) -> None:
    article = read(data, media_type)
    if article is not None:
        check_blocks(article)


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.sampled_from(MediaType))
def test_the_same_bytes_give_the_same_article(text: str, media_type: MediaType) -> None:
    data = text.encode("utf-8", "replace")
    assert read(data, media_type) == read(data, media_type)
