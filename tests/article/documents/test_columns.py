"""Printed pages of several columns are read column by column."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.documents.making import pdf
from article.pages import PARAGRAPHS
from haengbo.article import to_article
from haengbo.article.documents.columns import Box, in_columns
from haengbo.article.documents.portable import written
from haengbo.knowledge import Knowledge
from haengbo.model.article import BlockKind
from haengbo.model.page import MediaType, Page

TITLE = "가람국·누리국, 철길 다시 잇는다"
SIZE, STEP = 12.0, 15.0


def printed(columns: int, width: float, gap: float) -> bytes:
    """The paragraphs set in columns of one height; lines break inside words."""
    most = int(width // SIZE)
    lines = [
        line
        for text in PARAGRAPHS
        for line in (*(text[at : at + most].strip() for at in range(0, len(text), most)), "")
    ]
    height = -(-len(lines) // columns)
    set_ = [(60.0, 770.0, 22.0, TITLE)]
    for number in range(columns):
        at = 700.0
        for line in lines[number * height : (number + 1) * height]:
            if line:
                set_.append((60.0 + number * (width + gap), at, SIZE, line))
            at -= STEP if line else STEP / 2
    return pdf(set_)


@pytest.mark.parametrize(
    ("columns", "width", "gap"),
    [(1, 470, 0), (2, 228, 24), (2, 220, 40), (2, 200, 60), (3, 150, 24)],
)
def test_columns_are_read_one_after_another(
    columns: int, width: float, gap: float, knowledge: Knowledge
) -> None:
    data = printed(columns, width, gap)
    article = to_article(Page("두단.pdf", data, MediaType.PDF), knowledge)
    assert article.title == TITLE
    bodies = tuple(block.span.of(article.text) for block in article.of_kind(BlockKind.BODY))
    assert bodies == PARAGRAPHS


@pytest.mark.parametrize(
    ("boxes", "expected", "why"),
    [
        ([(60, 500, 700, 9)], [[0]], "one column"),
        ([(60, 280, 700, 9), (300, 520, 700, 9)], [[0], [1]], "two"),
        ([(60, 520, 770, 1), (60, 280, 700, 9), (300, 520, 700, 9)], [[0], [1], [2]], "under a headline"),
        (
            [(60, 280, 700, 5), (300, 520, 700, 5), (60, 520, 500, 1), (60, 280, 450, 5), (300, 520, 450, 5)],
            [[0], [1], [2], [3], [4]],
            "a headline in the middle parts the page",
        ),
        ([(60, 120, 700, 1), (150, 300, 700, 1), (320, 500, 700, 1)], [[0, 1, 2]], "a row of a table"),
        ([(60, 280, 700, 4), (300, 520, 200, 4)], [[0, 1]], "one far below the other"),
        ([], [], "an empty page"),
    ],
)  # fmt: skip
def test_groups(
    boxes: list[tuple[float, float, float, int]], expected: list[list[int]], why: str
) -> None:
    made = [Box(index, *box) for index, box in enumerate(boxes)]
    assert [[box.index for box in group] for group in in_columns(made)] == expected, why


places = st.tuples(
    st.floats(0, 500), st.floats(10, 300), st.floats(0, 800), st.integers(1, 12)
).map(lambda box: (box[0], box[0] + box[1], box[2], box[3]))


@given(st.lists(places, max_size=12))
def test_no_box_is_lost_or_twice(boxes: list[tuple[float, float, float, int]]) -> None:
    made = [Box(index, *box) for index, box in enumerate(boxes)]
    found = [box.index for group in in_columns(made) for box in group]
    assert sorted(found) == list(range(len(boxes)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("평양\udac0", "평양\ufffd"), ("평양 \U0001f600", "평양 \U0001f600"), ("", "")],
    ids=["half of a pair", "a whole pair", "nothing"],
)
def test_what_a_broken_font_names_can_be_written(text: str, expected: str) -> None:
    assert written(text) == expected
