from __future__ import annotations

from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, Block, BlockKind
from haengbo.model.page import MediaType
from haengbo.model.span import Span
from haengbo.reading.prepare import prepare

TEXT = "장관 방문 \n  “함께 간다. 끝까지.”라고 했다. 회담은 ‘길’었다.\n메뉴 로그인\n"


def _article() -> Article:
    start = TEXT.index("“")
    body = Span(start, TEXT.index("\n메뉴"))
    return Article(
        "p",
        "0",
        MediaType.TEXT,
        TEXT,
        (
            Block(BlockKind.TITLE, Span(0, 5), 1, "test"),
            Block(BlockKind.BODY, body, 2, "test"),
            Block(BlockKind.BOILERPLATE, Span(body.end + 1, body.end + 7), 3, "test"),
        ),
    )


def test_sentences_of_news_blocks_only(knowledge: Knowledge) -> None:
    document = prepare(_article(), knowledge)
    texts = [sentence.span.of(TEXT) for sentence in document.sentences]
    assert texts == ["장관 방문", "“함께 간다. 끝까지.”라고 했다.", "회담은 ‘길’었다."]
    assert [sentence.block_index for sentence in document.sentences] == [0, 1, 1]
    assert [sentence.index for sentence in document.sentences] == [0, 1, 2]


def test_spans_count_in_the_article(knowledge: Knowledge) -> None:
    document = prepare(_article(), knowledge)
    quote = document.sentences[1].quotes[0]
    assert quote.span.of(TEXT) == "함께 간다. 끝까지."
    assert document.sentences[2].quotes[0].kind == "single"
    for sentence in document.sentences:
        assert all(sentence.span.contains(token.span) for token in sentence.tokens)
    first = document.sentences[0].tokens[0]
    assert (first.form, first.span.of(TEXT)) == ("장관", "장관")


def test_an_empty_article_has_no_sentences(knowledge: Knowledge) -> None:
    empty = Article("p", "0", MediaType.TEXT, "", ())
    assert prepare(empty, knowledge).sentences == ()
