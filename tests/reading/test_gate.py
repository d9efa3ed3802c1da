"""Which pages are read at all."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, Block, BlockKind
from haengbo.model.page import MediaType
from haengbo.model.span import Span
from haengbo.reading.gate import gate_of, may_matter, on_theme


@pytest.mark.parametrize(
    ("text", "passes", "why"),
    [
        ("北 외무상, 모스크바 도착", True, "letters and places of the field"),
        ("쇼이구, 다시 찾다", True, "a name alone is enough"),
        ("칠레산 포도 값이 내렸다", True, "a foreign state is named: read to be safe"),
        ("합참 “동해상에 발사체”", True, "an organ at home that deals with the North"),
        ("뿌찐대통령동지께 축전", True, "the North's spelling"),
        ("주말 내내 맑고 선선하겠다", False, "weather"),
        ("북한산 단풍 절정", False, "a mountain"),
        ("인도적 차원의 배려", False, "humanitarian, not India"),
        ("외교적인 성격의 신입 사원", False, "one weak word is not enough"),
        ("", False, "nothing"),
    ],
)
def test_vocabulary(knowledge: Knowledge, text: str, *, passes: bool, why: str) -> None:
    assert gate_of(knowledge).passes(text) is passes, why


@pytest.mark.parametrize(
    ("kind", "read"),
    [(BlockKind.BODY, True), (BlockKind.TITLE, True), (BlockKind.BOILERPLATE, False)],
)
def test_furniture_does_not_count(knowledge: Knowledge, kind: BlockKind, *, read: bool) -> None:
    text = "김정은, 새 구축함 진수식 참석"
    block = Block(kind, Span(0, len(text)), 1, "test")
    article = Article("p", "0", MediaType.TEXT, text, (block,))
    assert on_theme(article, knowledge) is read


@pytest.mark.parametrize(
    ("text", "may", "why"),
    [
        ("<p>북한 외무상이 도착했다.</p>", True, "plain"),
        ("<p>북<b>한</b> 소식</p>", True, "an element parts the name"),
        ("<p>&#48513;&#54620; 소식</p>", True, "entities"),
        (r'<script>{"body": "\ubd81\ud55c 소식"}</script>', True, "escapes of a script"),
        ("<nav>북한</nav><p>주말 내내 맑겠다.</p>", True, "a menu: the news decides later"),
        ("<p>주말 내내 맑겠다.</p>", False, "weather"),
        ("", False, "nothing"),
    ],
)
def test_what_bytes_alone_tell(knowledge: Knowledge, text: str, *, may: bool, why: str) -> None:
    assert may_matter(text, knowledge) is may, why
