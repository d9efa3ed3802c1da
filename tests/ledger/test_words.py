"""Words of the index and of queries go through one analyser; names are folded."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.ledger.searching import snippet
from haengbo.ledger.words import SearchWords, bigrams
from haengbo.model.article import BlockKind


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("로씨야 대표단", {"러시아", "대표단"}),
        ("러시아 대표단", {"러시아", "대표단"}),
        ("쎄르게이 쇼이구", {"세르게이", "쇼이구"}),
        ("만났다", {"만나다"}),
        ("", set()),
        ("?!", {"?!"}),
    ],
)
def test_queries(query: str, words: set[str], knowledge: Knowledge) -> None:
    assert set(SearchWords(knowledge).of_query(query)) == words


def test_text_and_query_meet(knowledge: Knowledge) -> None:
    words = SearchWords(knowledge)
    indexed = set(words.of_texts(["로씨야련방 대표단이 평양에 도착하였다.", ""]))
    for query in ("러시아", "로씨야", "대표단", "평양", "도착했다"):
        assert set(words.of_query(query)) <= indexed, query


def test_pages_off_the_theme_are_found_by_characters(knowledge: Knowledge) -> None:
    assert bigrams("메밀밭 값") == ("메밀", "밀밭", "값")
    (word,) = SearchWords(knowledge).for_search("메밀밭")
    assert ("메밀", "밀밭") in word or word == (("메밀밭",),)


@pytest.mark.parametrize(
    ("text", "forms", "marks"),
    [
        ("로씨야 대표단이 왔다", ["로씨야"], ((0, 3),)),
        ("러시아와 러시아", ["러시아"], ((0, 3), (5, 8))),
        ("쇼이구 서기", ["쇼이구 서기", "쇼이구"], ((0, 6),)),
        ("아무것도", ["없음"], ()),
    ],
)
def test_snippets(text: str, forms: list[str], marks: tuple[tuple[int, int], ...]) -> None:
    assert snippet(text, forms).marks == marks


def test_snippets_show_the_news_and_no_furniture(sample_ledger: Ledger) -> None:
    hits = sample_ledger.search("평양", size=50).items
    assert len(hits) >= 10
    for hit in hits:
        detail = sample_ledger.article(hit.page.sha256)
        assert detail is not None
        article = detail.reading.article
        around = [
            b.span.of(article.text).strip()
            for b in article.blocks
            if b.kind in {BlockKind.BOILERPLATE, BlockKind.META}
        ]
        assert not any(len(line) > 8 and line in hit.snippet.text for line in around)
    marked = [hit.snippet.text[a:b] for hit in hits for a, b in hit.snippet.marks]
    assert set(marked) == {"평양"}
