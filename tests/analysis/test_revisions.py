"""What was changed between two versions of one article, word by word."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from haengbo.analysis.revisions import Op, Passage, compare
from haengbo.model.article import Article, Block, BlockKind
from haengbo.model.page import MediaType
from haengbo.model.span import Span


def article(*paragraphs: str) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(
            Block(BlockKind.BODY, Span(len(text), len(text) + len(paragraph)), None, "test")
        )
        text += f"{paragraph}\n"
    return Article("page", "0" * 64, MediaType.TEXT, text, tuple(blocks))


def marked(passages: tuple[Passage, ...]) -> list[str]:
    """``회담은 [-23일-]{+24일+} 열렸다.`` for each paragraph that changed."""
    marks = {Op.REMOVED: "[-{}-]", Op.ADDED: "{{+{}+}}", Op.SAME: "{}"}
    return [
        "".join(marks[piece.op].format(piece.text) for piece in passage.pieces)
        for passage in passages
        if passage.op is not Op.SAME
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected", "why"),
    [
        (["가람과 새솔이 23일 만났다."], ["가람과 새솔이 24일 만났다."], ["가람과 새솔이 [-23일-]{+24일+} 만났다."], "a corrected date"),
        (["첫 문단이다.", "둘째 문단이다."], ["첫 문단이다.", "둘째 문단이다."], [], "nothing changed"),
        (["첫  문단이다."], ["첫 문단이다."], [], "white space is no change"),
        (["첫 문단이다."], ["첫 문단이다.", "새 소식을 더했다."], ["{+새 소식을 더했다.+}"], "a paragraph was added"),
        (["첫 문단이다.", "틀린 소식이다."], ["첫 문단이다."], ["[-틀린 소식이다.-]"], "one was taken out"),
        (
            ["가람 장관이 말했다.", "비가 왔다."],
            ["바람이 세게 불었다고 한다.", "가람 장관이 크게 말했다.", "비가 왔다."],
            ["{+바람이 세게 불었다고 한다.+}", "가람 장관이 {+크게 +}말했다."],
            "a new one above one that was changed",
        ),
        (["아주 다른 글이다."], ["전혀 닮지 않은 소식"], ["[-아주 다른 글이다.-]", "{+전혀 닮지 않은 소식+}"], "no word in common: two paragraphs"),
    ],
)  # fmt: skip
def test_changes(before: list[str], after: list[str], expected: list[str], why: str) -> None:
    assert marked(compare(article(*before), article(*after))) == expected, why


words = st.lists(
    st.sampled_from(["가람", "새솔", "회담", "23일", "열렸다."]), min_size=1, max_size=8
)
texts = st.lists(words.map(" ".join), max_size=6)


@given(texts, texts)
def test_both_texts_can_be_read_out_of_the_changes(before: list[str], after: list[str]) -> None:
    found = compare(article(*before), article(*after))

    def without(op: Op) -> str:
        kept = (piece.text for passage in found for piece in passage.pieces if piece.op is not op)
        return "".join("".join(kept).split())

    assert without(Op.REMOVED) == "".join("".join(after).split())
    assert without(Op.ADDED) == "".join("".join(before).split())
