from __future__ import annotations

import pytest

from haengbo import read
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, Block, BlockKind
from haengbo.model.page import MediaType
from haengbo.model.span import Span
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare


@pytest.mark.parametrize(
    ("caption", "weak", "why"),
    [
        (
            "최선희 외무상이 웃고 있다. 평양/AP연합뉴스",
            {"AP통신", "연합뉴스"},
            "both names of a credit",
        ),
        ("공장을 둘러보는 간부들. [사진-노동신문]", {"노동신문"}, "brackets at the end"),
        ("조선중앙통신이 공개한 사진이다.", set(), "a medium that acts"),
    ],
)
def test_photo_credits_are_weak(
    caption: str, weak: set[str], why: str, knowledge: Knowledge
) -> None:
    block = Block(BlockKind.CAPTION, Span(0, len(caption)), 1, "by-hand")
    article = Article("p", "0", MediaType.TEXT, caption, (block,))
    mentions = find_mentions(prepare(article, knowledge))
    assert {m.name for m in mentions if m.weak and m.kind == "medium"} == weak, why


def test_the_wire_that_signs_is_an_actor() -> None:
    reading = read("북한 특사 도착\n가람신문 1996-09-08\n\n북한 특사가 6일 도착했다./연합")
    (found,) = (m for m in reading.mentions if m.name == "연합뉴스")
    assert found.weak, "it reports nothing that the page tells"


@pytest.mark.parametrize(
    "ending",
    ["김가람 기자의 보도입니다.", "김가람 기자 전해주세요.", "배는 떠났다.<도쿄=김가람 특파원>"],
)
def test_who_writes_or_presents_is_no_actor(ending: str) -> None:
    reading = read(f"북한 특사 도착\n가람신문 1996-09-08\n\n북한 특사가 6일 도착했다.\n{ending}")
    assert "김가람" not in {m.name for m in reading.mentions}
